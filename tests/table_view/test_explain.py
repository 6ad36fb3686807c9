"""Reasons add up, rest on what their asker may know, and name changes that really turn a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.domain import Package, Scenario
from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.kernel.ledger import G_AFTER, G_ASKED, G_AUDIENCE, G_BEFORE, G_CELL
from sim.kernel.masking import may_know
from sim.table.appraisal import appraise
from sim.table.cells import cells_by_name
from sim.table.explain import explain, known_to, names
from sim.table.formulas import tree_of, value_of
from sim.table.game import Game
from sim.table.history import Entry
from sim.table.reason import CODES, Reason
from sim.table.seating import Seating
from tests.table_view.games import (
    FULL,
    SHORT,
    finished,
    games,
    known_of,
    mask_with_other_secrets,
    new_game,
    packages,
    state_of,
    viewers,
    walk,
)

QUICK = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
REFUSALS = {"not-yours-to-know", "game-not-over"}


def reasons(game: Game, viewer: str) -> dict[str, Reason]:
    """Every reason that a viewer gets, by name."""
    found = {}
    for name in names(game.scenario, game.seating):
        try:
            found[name] = game.explain(viewer, name) if name != "vote" else game.explain(viewer, f"vote {game.scenario.groups[0].id}")
        except RuleBroken as broken:
            assert broken.code in REFUSALS, (name, broken.code)
    return found


@QUICK
@given(games(), st.integers(0, 8))
def test_every_name_has_a_reason_or_a_refusal_and_every_code_is_known(game: Game, place: int) -> None:
    for reason in reasons(game, one_of(viewers(game), place)).values():
        assert {each.code for each in reason.walk()} <= set(CODES)


@QUICK
@given(games())
def test_a_stored_number_unfolds_to_what_it_is(game: Game) -> None:
    seen = game.view_for("table")
    for meter in seen.meters:
        name = meter.id if meter.party is None else f"{meter.id}.{game.scenario.parties[meter.party].id}"
        reason = game.explain("table", name)
        assert reason.amount == sum(child.amount for child in reason.children) == meter.value
    for issue, entry in zip(seen.issues, game.scenario.issues, strict=True):
        assert game.explain("table", entry.id).amount == issue.level
    for party, side in zip(seen.parties, game.scenario.parties, strict=True):
        assert game.explain("table", f"capital.{side.id}").amount == party.capital


@QUICK
@given(games())
def test_a_derived_number_unfolds_to_what_the_rules_say(game: Game) -> None:
    seat = game.seating.seats[-1].id
    seen = game.view_for(seat)
    for lever, entry in zip(seen.levers, game.scenario.levers, strict=True):
        assert game.explain(seat, entry.id).amount == lever.price
    for issue, of in zip(seen.issues, game.scenario.issues, strict=True):
        assert game.explain(seat, f"cap.{of.id}").amount == issue.cap
    for party, side in zip(seen.parties, game.scenario.parties, strict=True):
        assert game.explain(seat, f"income.{side.id}").amount == party.income
    assert game.explain(seat, "utility").amount == seen.utility
    for value, amount in seen.values:
        assert game.explain(seat, value).amount == amount


@QUICK
@given(games(), st.integers(0, 10_000))
def test_reasons_about_packages_agree_with_the_appraisal(game: Game, key: int) -> None:
    viewer, package = one_of(viewers(game), key), next(packages(game, key, 1))
    terms = terms_of(game, package)
    found = appraise(known_to(game, viewer), package)
    for body in found.bodies if terms else ():
        party = game.scenario.parties[body.party].id
        assert game.explain(viewer, f"quota.{party} {terms}").amount == body.yes_weight.likely
        assert viewer == "table" or game.explain(viewer, f"gain.{party} {terms}").amount == found.worth_to(body.party).total.low
        for group in body.groups:
            reason = game.explain(viewer, f"vote {game.scenario.groups[group.group].id} {terms}")
            assert reason.amount == group.value.likely


def one_of(viewers_: tuple[str, ...], key: int) -> str:
    """One viewer, fixed by a key."""
    return viewers_[key % len(viewers_)]


def terms_of(game: Game, package: Package) -> str:
    """A package in the notation."""
    return " ".join(f"{game.scenario.issues[issue].id}={level}" for issue, level in package.named())


@QUICK
@given(finished())
def test_after_the_end_every_result_unfolds(game: Game) -> None:
    results = game.view_for("table").results
    assert results is not None
    assert game.explain("table", "joint").amount == results.joint
    assert game.explain("table", "efficiency").amount == results.efficiency
    for party in game.scenario.parties:
        assert game.explain("table", f"side.{party.id}").amount == results.side[party.index]
        assert game.explain("table", f"utility.{party.id}").amount == results.utility[party.index]
    for seat in game.seating.seats:
        assert game.explain("table", f"seat.{seat.id}").amount == results.seat_scores[seat.index]
        assert game.explain("table", f"agenda.{seat.id}").amount == results.agenda_points[seat.index]


@dataclass(frozen=True)
class Told:
    """A game of which one viewer is shown another truth in everything hidden from it."""

    scenario: Scenario
    seating: Seating
    history: Sequence[Entry]
    is_over: bool
    game: Game
    key: int

    def mask_for(self, viewer: str) -> list[int]:
        return mask_with_other_secrets(self.game, viewer, self.key)

    def tables_of(self, viewer: str) -> list[int]:
        return self.game.tables_of(viewer)


def with_other_secrets(game: Game, viewer: str, key: int) -> Told:
    """Rows that are not for the viewer tell something else; so do the cells it may not know."""
    known = known_of(game, viewer)

    def row_of(row: tuple[int, ...]) -> tuple[int, ...]:
        is_for_them = row[G_CELL] < 0 or may_know(known.t, row[G_AUDIENCE], known.viewer)
        return row if is_for_them else (*row[:G_BEFORE], row[G_BEFORE] + key, row[G_AFTER] - key, *row[G_ASKED:])

    history = [replace(entry, rows=tuple(map(row_of, entry.rows))) for entry in game.history]
    return Told(game.scenario, game.seating, history, game.is_over, game, key)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(games(), st.integers(1, 50))
def test_a_reason_is_blind_to_everything_hidden_from_its_asker(game: Game, key: int) -> None:
    if game.is_over:
        return
    viewer = one_of(viewers(game), key)
    other = with_other_secrets(game, viewer, key)
    for name, reason in reasons(game, viewer).items():
        assert name == "vote" or explain(other, viewer, name) == reason


def test_the_chance_of_a_second_demand_in_the_first_round() -> None:
    game = new_game(FULL, 7)
    reason = game.explain("jp", "second_chance")
    assert (reason.amount, [child.amount for child in reason.children]) == (60, [45, 11, 4])
    assert [child.written for child in reason.children] == ["45", "(m_protection - 50) / 2", "(m_tariff - 50) / 5"]
    assert reason.place.startswith("rules/alliance/")
    assert reason.origin == "assumption"


@QUICK
@given(games())
def test_a_change_that_is_named_really_turns_the_number(game: Game) -> None:
    known = known_of(game, "table")
    cells = cells_by_name(game.scenario)
    for value, amount in game.view_for("table").values:
        tree = tree_of(known.t, game.scenario.value_programs[value])
        for turn in game.explain("table", value).turns:
            bench = known.bench()
            assert bench.m[cells[turn.what]] == turn.before
            bench.m[cells[turn.what]] = turn.after
            assert value_of(known.t, bench.m, tree) == turn.result != amount


@QUICK
@given(games(), st.integers(0, 1000))
def test_a_change_that_is_named_really_turns_the_vote(game: Game, key: int) -> None:
    package = next(packages(game, key, 1))
    terms = {game.scenario.issues[issue].id: level for issue, level in package.named()}
    for group in game.scenario.groups:
        viewer = game.seating.head_of(group.party).id
        what = " ".join(f"{issue}={level}" for issue, level in terms.items())
        reason = game.explain(viewer, f"vote {group.id} {what}")
        line = int(dict(reason.facts)["line"])
        for turn in reason.turns:
            if turn.code == "groundwork":
                assert reason.amount < line <= turn.result
                assert turn.price >= turn.after
            else:
                other = " ".join(f"{issue}={level}" for issue, level in {**terms, turn.what: turn.after}.items())
                again = game.explain(viewer, f"vote {group.id} {other}")
                assert again.amount == turn.result


def test_refusals_name_what_was_meant() -> None:
    game = new_game(FULL, 1)
    for what, near in (("m_tarif", "m_tariff"), ("cap.F22", "cap.F2"), ("vote jp_farms", "jp_farm"), ("gain T11=1", "T1")):
        with pytest.raises(RuleBroken) as refused:
            game.explain("jp", what)
        assert refused.value.code == "no-such-number"
        assert near in str(refused.value.facts["near"]).split()


@pytest.mark.parametrize(
    ("viewer", "what", "code"),
    [
        ("jp", "us_president", "not-yours-to-know"),
        ("us", "utility.jp", "not-yours-to-know"),
        ("table", "utility", "not-yours-to-know"),
        ("table", "gain T1=1", "not-yours-to-know"),
        ("jp", "joint", "game-not-over"),
        ("jp", "seat.us", "game-not-over"),
        ("jp", "gain T1=9", "no-such-level"),
        ("jp", "", "no-such-number"),
    ],
)
def test_what_is_not_for_the_asker_is_refused(viewer: str, what: str, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        new_game(FULL, 1).explain(viewer, what)
    assert refused.value.code == code


def test_a_utility_that_sure_clues_leave_open_is_refused() -> None:
    with pytest.raises(RuleBroken) as refused:
        new_game(SHORT, 1).explain("jp", "utility.us")
    assert refused.value.code == "not-yours-to-know"


def test_a_reason_whose_parts_do_not_add_up_cannot_be() -> None:
    with pytest.raises(ValueError, match="add up to 3, not 4"):
        Reason("number", 4, children=(Reason("term", 1), Reason("term", 2)))


def test_after_the_end_a_hidden_number_is_told() -> None:
    game = walk(new_game(SHORT, 3), 3)
    hidden = next(group for group in game.scenario.groups if group.words)
    assert game.explain("jp", hidden.id).amount == state_of(game)[hidden.support_cell]
    assert game.explain("table", "utility.us").amount == state_of(game)[s.UTILITY]
