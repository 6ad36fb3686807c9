"""What a view shows, and that it shows nothing else."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.domain import Package
from sim.kernel import layout as s
from sim.table import view
from sim.table.appraisal import appraise
from sim.table.known import Known
from tests.table.tables import at_home, steps
from tests.table_view.games import (
    FULL,
    SHORT,
    Game,
    games,
    known_of,
    mask_with_other_secrets,
    new_game,
    packages,
    state_of,
    tables_of,
    twins,
    viewers,
    walk,
)

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@QUICK
@given(games(), st.integers(0, 10_000))
def test_a_view_is_blind_to_everything_hidden_from_its_seat(game: Game, key: int) -> None:
    for viewer in viewers(game):
        m = mask_with_other_secrets(game, viewer, key)
        other = view.build(game.scenario, game.seating, tables_of(game, viewer), m, game.seating.viewer(viewer))
        assert other == game.view_for(viewer)


@QUICK
@given(games(), st.integers(0, 10_000))
def test_an_estimate_is_blind_to_everything_hidden_from_its_seat(game: Game, key: int) -> None:
    for viewer in viewers(game):
        m = mask_with_other_secrets(game, viewer, key)
        known = Known(game.seating.viewer(viewer), tuple(m), tables_of(game, viewer), game.scenario, game.seating)
        for package in packages(game, key, 2):
            assert appraise(known, package) == appraise(known_of(game, viewer), package)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([(SHORT, "us", "jp"), (SHORT, "jp", "us"), (FULL, "jp", "us")]), st.integers(0, 500))
def test_games_that_differ_in_a_secret_look_the_same_to_the_others(case: tuple[str, str, str], seed: int) -> None:
    name, party, other = case
    one, two = twins(name, seed, party)
    for viewer in (other, "table"):
        assert one.view_for(viewer) == two.view_for(viewer)
        assert one.events_for(viewer) == two.events_for(viewer)
        assert one.explain(viewer, f"quota.{party}") == two.explain(viewer, f"quota.{party}")


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 500))
def test_twin_games_look_the_same_line_by_line_until_a_vote_tells(seed: int) -> None:
    one, two = twins(SHORT, seed, "us")
    for action in steps(one, seed):
        if is_told(one):
            break
        assert one.view_for("jp") == two.view_for("jp")
        assert one.view_for("table") == two.view_for("table")
        two.take(action)
    assert len(two.lines) > 3


def is_told(game: Game) -> bool:
    """Whether something of the secret has been revealed: a vote, or the first clue (round 3)."""
    return state_of(game)[s.VOTES] > 0 or game.round >= 3


def test_the_secret_side_itself_sees_the_difference() -> None:
    one, two = twins(SHORT, 5, "us")
    assert one.view_for("us") != two.view_for("us")


def test_sealed_acts_change_no_other_view() -> None:
    game = at_home()
    others = [viewer for viewer in viewers(game) if viewer != "jp"]
    before = [game.view_for(viewer) for viewer in others]
    told = [game.events_for(viewer) for viewer in others]
    group = next(group.id for group in game.scenario.groups if group.party == game.seating.named("jp").party)
    game.play(f"jp consult {group}")
    game.play(f"jp groundwork {group}=1")
    assert [game.view_for(viewer) for viewer in others] == before
    assert [game.events_for(viewer) for viewer in others] == told


def test_a_side_sees_its_own_sealed_acts() -> None:
    game = at_home()
    group = next(group for group in game.scenario.groups if group.party == game.seating.named("jp").party)
    game.play(f"jp consult {group.id}")
    game.play(f"jp groundwork {group.id}=1")
    seen = game.view_for("jp").groups[group.index]
    assert seen.groundwork == 1
    assert seen.mood == state_of(game)[s.MOOD + group.index]


@QUICK
@given(games())
def test_what_a_view_shows_is_what_is(game: Game) -> None:
    state = state_of(game)
    for viewer in viewers(game):
        seen = game.view_for(viewer)
        assert [issue.level for issue in seen.issues] == state[s.LEVEL : s.LEVEL + len(seen.issues)]
        assert all(meter.value == state[meter.cell] for meter in seen.meters)
        assert [party.capital for party in seen.parties] == state[s.CAPITAL : s.CAPITAL + len(seen.parties)]
        assert all(
            seen.known.may_know(game.scenario.groups[group.index].support_cell) for group in seen.groups if group.support is not None
        )
        assert all(issue.level in issue.allowed for issue in seen.issues)


@QUICK
@given(games())
def test_the_public_table_has_nothing_of_its_own(game: Game) -> None:
    seen = game.view_for("table")
    assert (seen.party, seen.posture, seen.utility, seen.agenda, seen.suggested, seen.options) == (None,) * 6
    assert (seen.hand, seen.clues) == ((), ())
    assert all((party.consulted, party.spent, party.home) == (None,) * 3 for party in seen.parties)
    assert all(group.mood is None for group in seen.groups)


def test_seats_of_one_side_share_all_but_agendas_and_acts() -> None:
    game = walk(new_game(FULL, 3, {"us": 4, "jp": 4}), 3, lambda game: len(game.lines) >= 40)
    head, minister = game.view_for("jp"), game.view_for("jp.meti")
    assert (head.clues, head.utility, head.groups, head.hand) == (minister.clues, minister.utility, minister.groups, minister.hand)
    assert head.known.own_weights() == minister.known.own_weights()


def test_results_are_written_after_the_last_round_only() -> None:
    game = new_game(SHORT, 2)
    assert game.view_for("jp").results is None
    walk(game, 2)
    results = game.view_for("table").results
    assert results is not None
    assert len(results.utility) == 2


def test_a_package_of_another_size_is_no_package_here() -> None:
    game = new_game(SHORT, 2)
    try:
        appraise(known_of(game, "jp"), Package((1,)))
    except ValueError as error:
        assert "6 issues" in str(error)
    else:
        raise AssertionError("a package of one issue was taken")
