"""Every style plays every scenario to its end with acts that the rules allow, from what its seat may know."""

from __future__ import annotations

import pytest

from sim.bots import STYLES, Bot
from sim.bots.reasons import REASONS
from sim.kernel import layout as s
from tests.bots.playing import SCENARIOS, finished, moments, scenario

PLANNED = [style for style in STYLES if style != "random_legal"]


@pytest.mark.parametrize("name", SCENARIOS, ids=lambda name: name.rsplit("/", 1)[-1])
@pytest.mark.parametrize("style", STYLES)
def test_a_style_plays_against_itself(style: str, name: str) -> None:
    styles = (style,) * len(scenario(name).parties)
    for seed in (1, 2, 3):
        assert finished(name, styles, seed).is_over


@pytest.mark.parametrize("style", STYLES)
def test_a_style_plays_against_chance(style: str) -> None:
    for seed in range(6):
        finished("spring-short", (style, "random_legal"), seed)
        finished("lantern-coast", ("random_legal", style), seed)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_leads_a_side_of_four(style: str) -> None:
    game = finished("spring-2025", (style, style), 5, {"us": 4, "jp": 4})
    assert game.is_over


@pytest.mark.parametrize("style", PLANNED)
def test_what_a_style_plans_is_allowed(style: str) -> None:
    refused = [
        (asked.seat, asked.decision.facts)
        for seed in range(4)
        for asked in moments("spring-90", (style, "random_legal"), seed)
        if asked.decision.reason == "plan-refused"
    ]
    assert refused == []


@pytest.mark.parametrize("style", STYLES)
def test_equal_knowledge_gives_equal_acts(style: str) -> None:
    first = [(asked.seat, asked.decision) for asked in moments("spring-short", (style, style), 9)]
    again = [(asked.seat, asked.decision) for asked in moments("spring-short", (style, style), 9)]
    assert first == again


@pytest.mark.parametrize("style", STYLES)
def test_a_bot_leaves_what_it_was_given_as_it_was(style: str) -> None:
    for asked in moments("spring-short", (style, style), 4):
        tables, mask = list(asked.game.tables_of(asked.seat)), asked.game.mask_for(asked.seat)
        before = mask[: s.STATE_END]
        Bot(style, 7).decide(tables, mask, asked.index)
        assert mask[: s.STATE_END] == before
        assert tables == list(asked.game.tables_of(asked.seat))


@pytest.mark.parametrize("style", STYLES)
def test_a_bot_is_silent_when_nothing_is_asked_of_it(style: str) -> None:
    asked = next(iter(moments("spring-2025", (style, style), 1)))
    other = next(seat for seat in asked.game.seating.seats if seat.id not in asked.game.to_move())
    assert Bot(style).decide(asked.game.tables_of(other.id), asked.game.mask_for(other.id), other.index) is None


def test_every_act_has_a_reason_with_its_facts() -> None:
    known = {reason.code: reason.facts for reason in REASONS}
    for asked in moments("spring-2025", ("tradeoff", "conceder"), 3):
        assert tuple(name for name, _ in asked.decision.facts) == known[asked.decision.reason]


def test_a_seat_beside_the_head_has_nothing_to_say() -> None:
    asked = next(iter(moments("spring-2025", ("tradeoff", "tradeoff"), 1, {"us": 4, "jp": 4})))
    for seat in asked.game.seating.seats:
        if not seat.head:
            assert Bot("tradeoff").decide(asked.game.tables_of(seat.id), asked.game.mask_for(seat.id), seat.index) is None


def test_an_unknown_style_is_refused_with_a_hint() -> None:
    with pytest.raises(ValueError, match="did you mean `tradeoff`"):
        Bot("tradeof")
