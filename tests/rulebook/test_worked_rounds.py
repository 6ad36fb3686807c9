"""Two rounds worked out by hand, every number of them: one that ends in a ratified package, and its twin that fails at home."""

from __future__ import annotations

import pytest

from sim.domain import Forced
from sim.kernel.chance import FOR_MOOD
from sim.kernel.layout import FORCED, FORCED_WIDTH, N_FORCED
from sim.table.game import Game
from tests.rulebook.harness import SEED, Table, table

METERS = (
    "m_cohesion",
    "m_deterrence",
    "m_momentum",
    "m_leader_trust",
    "m_tariff",
    "m_protection",
    "m_fdi",
    "m_industry",
    "m_resource",
    "m_regional",
    "m_goods",
    "m_order",
    "m_cabinet",
    "m_diet",
    "m_us_support",
    "m_unpredict",
)
JAPAN = ("jp_coalition", "jp_opposition", "jp_business", "jp_public", "jp_farm", "jp_bases")
US = ("us_president", "us_congress", "us_base", "us_industry", "us_importers", "us_security")
ISSUES = ("D1", "D2", "D3", "D4", "T1", "T2", "T3", "T4", "F1", "F2", "F3", "F4")
COURSES = ("post_close", "post_partners", "post_norms")

pytestmark = [pytest.mark.reference]


def round_one(second: int = 41) -> Table:
    """The first round with the cards and rolls of the example, at its first decision. second: roll for a second demand."""
    return table(
        posture="dealmaker",
        news={1: "ev04"},
        turned_up={1: "in02"},
        hand={1: ("dm01", "dm08", "dm11")},
        second={1: ("dm03", "dm05")},
        draws=[(1, "second_demand", 0, second), (1, "surprise", 0, 57), (1, "clue_issue", 1, "T2")],
    )


UP_TO_THE_ACCORD = (
    "us demand dm08",
    "us demand dm03",
    "us lever us_l09",
    "us done",
    "jp answer dm08 counter T1",
    "jp answer dm03 reframe D2=1",
    "us decline dm03",
    "jp lever jp_l02",
    "jp course partners=1 norms=1",
    "jp done",
    "jp initiative in10",
    "us agree in10",
    "jp done",
    "us done",
    "jp offer D2=1 T1=1 T2=1 T4=1",
    "us accept",
    "jp done",
    "us done",
)


def accord_of_round_one() -> Table:
    """Demand, response and talks of the example, up to the accord: four steps on two tracks."""
    return round_one().play(*UP_TO_THE_ACCORD)


def values(numbers: dict[str, int], names: tuple[str, ...]) -> list[int]:
    """Some of the numbers, in the order of their names."""
    return [numbers[name] for name in names]


def test_the_news_of_round_one() -> None:
    game = round_one()
    assert values(game.numbers(), METERS) == [64, 58, 50, 59, 71, 71, 60, 35, 45, 57, 40, 52, 33, 42, 54, 68]
    assert (game["us.capital"], game["jp.capital"]) == (8, 9)
    assert game.initiatives("up") == ["in01", "in02", "in04", "in06", "in10"]


def test_the_second_demand_of_round_one_has_a_chance_of_60() -> None:
    assert round_one(second=60).play("us demand dm08").says("us demand dm03") == "allowed"
    assert round_one(second=61).play("us demand dm08").says("us demand dm03") == "not-now"


def test_demand_and_response_of_round_one() -> None:
    game = round_one().play("us demand dm08", "us demand dm03")
    assert game.demands == {"dm08": ("T2=3", 4), "dm03": ("D2=2", 4)}
    praise = game.effect_of("us lever us_l09")
    assert praise == {"m_leader_trust": 2, "m_fdi": 1, "us_industry": -1, "us.tokens": -1, "us.calm": 1}
    assert game.play("us done").effect_of("jp answer dm08 counter T1", "jp answer dm03 reframe D2=1", "us decline dm03") == {}
    assert len(game.clues("jp")) == 3
    showcase = game.effect_of("jp lever jp_l02")
    assert showcase == {"us_congress": 3, "us_importers": 2, "m_fdi": 2, "jp.capital": -1, "jp.tokens": -1, "jp.calm": 1}
    assert game.clues("jp")[-1] == ("T2", "high", True)
    placed = game.effect_of("jp course partners=1 norms=1")
    assert placed == {"post_partners": 1, "post_norms": 1, "m_regional": 2, "m_order": 1, "m_goods": 1}


def test_talks_of_round_one() -> None:
    game = accord_of_round_one()
    assert (game["us.capital"], game["jp.capital"]) == (7, 7)
    assert game.initiatives("agreed") == ["in10"]
    assert (game.utility("us"), game.utility("jp")) == (2700, 2692)
    assert (game.gain("us"), game.gain("jp")) == (1640, 730)


def test_round1_dealmaker() -> None:
    game = accord_of_round_one()
    game.play("jp groundwork jp_opposition=4", "jp submit", "us submit")
    assert game.votes(1, JAPAN) == [(59, 1), (50, 1), (57, 1), (42, 0), (49, 0), (47, 0)]
    assert game.votes(1, US) == [(68, 1), (56, 1), (56, 1), (49, 0), (53, 1), (57, 1)]
    assert game.yes_weights(1) == {"jp": 66, "us": 84}
    assert game.by("R16") == {"us.capital": 1, "jp.capital": 1}
    assert game.by("diet_yes") == {"m_diet": 2}
    assert game.by("D2") == {"m_cohesion": 3, "m_deterrence": 2, "m_cabinet": 1, "m_us_support": 1}
    assert game.by("T1") == {"m_tariff": -8, "m_momentum": 2, "m_cabinet": 2, "m_us_support": 1}
    assert game.by("T2") == {"m_fdi": 4, "m_us_support": 2, "m_cabinet": 1, "m_industry": 1}
    assert game.by("T4") == {"m_resource": 2, "m_us_support": 1}
    assert game.by("R2", 1) == {"m_momentum": -2}
    assert game.by("R5", 1) == {"m_order": -1}

    end = game.at_end_of(1)
    assert values(end, METERS) == [67, 60, 50, 61, 63, 71, 67, 36, 47, 59, 41, 52, 37, 44, 59, 68]
    assert values(end, ISSUES) == [0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1]
    assert values(end, COURSES) == [2, 2, 2]
    assert values(end, JAPAN) == [59, 39, 55, 43, 49, 47]
    assert values(end, US) == [60, 55, 55, 50, 50, 57]
    assert values(end, ("us.capital", "jp.capital", "friction", "markers")) == [8, 4, 0, 0]
    assert (game.utility("us"), game.utility("jp")) == (4340, 3422)
    assert game.demands == {"dm08": ("T2=3", 4), "dm03": ("D2=2", 4)}
    assert game.initiatives("agreed") == ["in10"]
    assert game.to("opening", 2).initiatives("agreed") == ["in10"]
    assert game.to("opening", 3).initiatives("done") == ["in10"]


def test_round1_no_deal() -> None:
    game = accord_of_round_one().play("jp submit", "us submit")
    assert game.votes(1, JAPAN)[1] == (38, 0)
    assert game.by("jp", 1) == {"m_cabinet": -3, "m_momentum": -2} | dict.fromkeys(JAPAN, -2)
    assert game.by("us", 1) == {}
    assert game.by("R2", 1) == {"m_momentum": -3}

    end = game.at_end_of(1)
    assert values(end, METERS) == [64, 58, 45, 61, 71, 71, 63, 35, 45, 59, 41, 52, 30, 42, 54, 68]
    assert values(end, ISSUES) == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1]
    assert values(end, JAPAN) == [56, 38, 50, 42, 46, 44]
    assert values(end, US) == [52, 53, 54, 51, 46, 56]
    assert values(end, ("us.capital", "jp.capital")) == [7, 7]
    assert game.demands == {"dm08": ("T2=3", 4), "dm03": ("D2=2", 4)}


def test_the_game_at_the_table_goes_the_same_way() -> None:
    bench = accord_of_round_one()
    game = Game.new(bench.scenario, SEED, forced=forced_of(bench))
    for line in UP_TO_THE_ACCORD:
        game.play(line)
    assert [game.mask_for(seat) for seat in ("us", "jp", "table")] == [bench.knows("us"), bench.knows("jp"), bench.knows("table")]
    seen = len(bench.rows)
    bench.play("jp groundwork jp_opposition=4", "jp submit", "us submit")
    entries = [game.play(line) for line in ("jp groundwork jp_opposition=4", "jp submit", "us submit")]
    assert [row for entry in entries for row in entry.rows if row[0] == 1] == [row for row in bench.rows[seen:] if row[0] == 1]


def forced_of(bench: Table) -> list[Forced]:
    """The draws that a bench decides, for a game that knows no more of it than they say; its moods are all 0."""
    rows = range(FORCED, FORCED + bench.s[N_FORCED] * FORCED_WIDTH, FORCED_WIDTH)
    moods = [Forced(0, FOR_MOOD, group.index, 4) for group in bench.scenario.groups]
    unlike = {tuple(bench.s[at : at + 3]): Forced(*bench.s[at : at + FORCED_WIDTH]) for at in reversed(rows)}
    return [*moods, *(draw for draw in unlike.values() if draw.round <= 1)]
