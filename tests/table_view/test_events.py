"""What is told is what happened, and only to those who may know."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from sim.kernel import codes
from sim.kernel import layout as s
from sim.table import happened as h
from sim.table.events import ALL, events_from
from sim.table.game import Game
from sim.table.shadow import Shadow
from tests.table_view.games import FULL, SHORT, finished, games, new_game, state_of, viewers, walk

QUICK = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def told_all(game: Game) -> tuple[h.Happened, ...]:
    """Everything that happened."""
    return events_from(game.history, game.scenario, game.seating, game._t, ALL)


@QUICK
@given(games())
def test_the_shadow_of_a_game_is_its_state(game: Game) -> None:
    shadow = Shadow.behind(game.history)
    forced = range(s.N_FORCED, s.STATE_END)  # written before the ledger begins
    assert all(shadow.cells[cell] == state_of(game)[cell] for cell in range(s.STATE_END) if cell not in forced)


@QUICK
@given(games())
def test_nobody_is_told_what_another_side_hides(game: Game) -> None:
    everything = told_all(game)
    for viewer in viewers(game):
        told, seen = game.events_for(viewer), game.view_for(viewer)
        assert is_part_of(told, everything)
        assert not [each for each in told if isinstance(each, h.Drawn)]
        secrets = [each for each in told if isinstance(each, h.ClueLearned | h.CardDrawn | h.PostureMoved)]
        assert all(each.party == seen.party for each in secrets)
        acts = [each.action for each in told if isinstance(each, h.ActDone) and each.action.kind == codes.ACT_CONSULT]
        assert all(game.seating.named(act.seat).party == seen.party for act in acts)
        assert all(seen.known.may_know(each.cell) for each in told if isinstance(each, h.NumberChanged))


def is_part_of(told: tuple[h.Happened, ...], everything: tuple[h.Happened, ...]) -> bool:
    """Whether all that was told stands in everything, in the same order."""
    rest = iter(everything)
    return all(any(each == other for other in rest) for each in told)


@QUICK
@given(games())
def test_numbers_told_lead_from_the_start_to_the_present(game: Game) -> None:
    now: dict[int, int] = {}
    for each in told_all(game):
        if isinstance(each, h.NumberChanged):
            assert now.get(each.cell, each.before) == each.before
            now[each.cell] = each.after
            amount = each.modified[-1].after if each.modified else each.asked
            assert each.modified or each.asked == each.after - each.before
            assert abs(each.after - each.before) <= abs(amount) or each.modified
    assert all(state_of(game)[cell] == value for cell, value in now.items())


@QUICK
@given(games())
def test_demands_that_came_and_did_not_leave_are_on_the_table(game: Game) -> None:
    names: list[str] = []
    for each in told_all(game):
        if isinstance(each, h.DemandCame):
            names.append(each.name)
        elif isinstance(each, h.DemandLeft):
            names.remove(each.name)
    assert names == [demand.name for demand in game.view_for("table").demands]


@QUICK
@given(games())
def test_levels_and_links_told_are_those_in_force(game: Game) -> None:
    levels = [issue.start for issue in game.view_for("table").issues]
    links: list[tuple[int, int, int]] = []
    for each in told_all(game):
        if isinstance(each, h.LevelChanged):
            assert levels[each.issue] == each.before
            levels[each.issue] = each.after
        elif isinstance(each, h.LinkMoved) and each.is_in_force:
            links.append((each.a, each.b, each.by))
        elif isinstance(each, h.LinkMoved):
            links.remove((each.a, each.b, each.by))
    seen = game.view_for("table")
    assert levels == [issue.level for issue in seen.issues]
    assert links == [(link.a, link.b, link.by) for link in seen.links]


@QUICK
@given(finished())
def test_a_whole_game_is_told_from_round_to_round_to_its_end(game: Game) -> None:
    told = game.events_for("table")
    rounds = [each.round for each in told if isinstance(each, h.RoundBegan)]
    assert rounds == list(range(1, game.scenario.rounds + 1))
    assert len([each for each in told if isinstance(each, h.GameEnded)]) == 1
    votes = [each for each in told if isinstance(each, h.PackagePassed)]
    assert len(votes) == game.view_for("table").ratified


def test_a_softened_rise_tells_what_was_asked() -> None:
    game = new_game(FULL, 7)
    rise = next(each for each in told_all(game) if isinstance(each, h.NumberChanged) and each.name.id == "m_tariff" and each.modified)
    assert (rise.asked, rise.after - rise.before) == (8, 5)
    assert [game.scenario.modifiers[link.modifier].id for link in rise.modified] == ["softening"]
    assert rise.cause is not None
    assert rise.cause.id == "ev04"


def test_what_is_told_of_an_offer() -> None:
    game = walk(new_game(SHORT, 9), 9, lambda game: any(isinstance(each, h.OfferTabled) for each in game.events_for("table")))
    offer = [each for each in game.events_for("us") if isinstance(each, h.OfferTabled)][-1]
    seen = game.view_for("us").offer
    assert seen is not None
    assert (offer.levels, offer.party) == (seen.levels, seen.by)
