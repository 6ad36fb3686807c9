"""What a style is like: few numbers, wide bounds (the brief's section 16c gives orientation, not figures to hit)."""

from __future__ import annotations

import pytest

from sim.bots import Bot
from sim.bots.beliefs import begin_beliefs, learn
from sim.bots.hardliner import share_held
from sim.bots.memory import B_GIFT, B_HEARD, B_LEVER_WORTH, B_POSTURE, MEM_SIZE
from sim.bots.tit_for_tat import FIRST_GIFT, STEP, answer_silence, note_given
from sim.bots.worth import note_worths
from sim.kernel import layout as s
from sim.kernel.tables import T_N_ROUNDS
from sim.table.drive import play_out
from sim.table.game import Game
from tests.bots.playing import finished, joint, moments, scenario

GAMES = range(20, 28)


def games(*styles: str) -> list[Game]:
    """A handful of games of the main scenario; styles: one a party."""
    return [finished("spring-2025", styles, seed) for seed in GAMES]


@pytest.fixture(scope="module")
def seekers() -> list[Game]:
    """Trade-off seekers on both sides."""
    return games("tradeoff", "tradeoff")


def mean(found: list[Game], cell: int) -> int:
    """Mean of a cell of the state over finished games, rounded down."""
    return sum(game._s[cell] for game in found) // len(found)


def test_seekers_find_most_of_the_common_gain(seekers: list[Game]) -> None:
    assert mean(seekers, s.JOINT) >= 80
    assert mean(seekers, s.EFFICIENCY) >= 85
    assert 4 <= mean(seekers, s.RATIFIED) <= 8


def test_votes_of_seekers_rarely_fail(seekers: list[Game]) -> None:
    votes, passed = (sum(game._s[cell] for game in seekers) for cell in (s.VOTES, s.RATIFIED))
    assert 100 * (votes - passed) < 15 * votes


def test_neither_seeker_is_left_behind(seekers: list[Game]) -> None:
    for party in range(2):
        assert min(game._s[s.OWN_UTILITY + party] for game in seekers) > 4000  # hundredths; both start below 34 points


def test_seekers_mostly_name_the_posture(seekers: list[Game]) -> None:
    japan = next(party.index for party in scenario("spring-2025").parties if party.id == "jp")
    assert sum(game._s[s.NAMED_RIGHT + japan] for game in seekers) >= 6


def test_conceders_reach_less_than_seekers(seekers: list[Game]) -> None:
    conceders = games("conceder", "conceder")
    assert mean(conceders, s.JOINT) + 10 <= mean(seekers, s.JOINT)
    assert mean(conceders, s.RATIFIED) >= 1


def test_caretakers_agree_on_nothing() -> None:
    for game in games("caretaker", "caretaker")[:2]:
        assert (game._s[s.VOTES], joint(game) < 25) == (0, True)


def test_hardliners_agree_on_little_and_take_more_of_it(seekers: list[Game]) -> None:
    hard = games("tradeoff", "hardliner")
    assert mean(hard, s.RATIFIED) < mean(seekers, s.RATIFIED) and mean(hard, s.JOINT) < mean(seekers, s.JOINT)
    japan = next(party.index for party in scenario("spring-2025").parties if party.id == "jp")
    other = 1 - japan
    gains = [game._s[s.OWN_UTILITY + japan] - game._s[s.OWN_UTILITY + other] for game in hard if game._s[s.RATIFIED] > 0]
    even = [game._s[s.OWN_UTILITY + japan] - game._s[s.OWN_UTILITY + other] for game in seekers]
    assert gains and sum(gains) // len(gains) > sum(even) // len(even)


def test_the_share_of_a_hardliner_stays_high_and_falls_late() -> None:
    rounds = scenario("spring-2025").rounds
    t, m = [0] * (T_N_ROUNDS + 1), [0] * s.STATE_SIZE
    t[T_N_ROUNDS] = rounds
    shares = []
    for round_ in range(1, rounds + 1):
        m[s.ROUND] = round_
        shares.append(share_held(t, m))
    assert shares == sorted(shares, reverse=True)
    assert shares[0] - shares[rounds // 2] < (shares[0] - shares[-1]) // 4


def test_tit_for_tat_gives_to_those_who_give_and_waits_for_the_others() -> None:
    giving, holding = games("tit_for_tat", "tradeoff"), games("tit_for_tat", "hardliner")
    assert mean(giving, s.RATIFIED) >= 2 > mean(holding, s.RATIFIED)


def test_tit_for_tat_gives_more_for_every_step_of_theirs_and_less_for_silence() -> None:
    m, mem = [0] * s.STATE_SIZE, [0] * MEM_SIZE
    m[s.ROUND], mem[B_GIFT], mem[B_HEARD] = 2, FIRST_GIFT, 1
    answer_silence(m, mem)
    assert mem[B_GIFT] == FIRST_GIFT  # something was offered in round 1
    assert note_given(m, mem, FIRST_GIFT)
    assert mem[B_GIFT] == FIRST_GIFT + STEP
    assert not note_given(m, mem, FIRST_GIFT - STEP)
    assert FIRST_GIFT < mem[B_GIFT] < FIRST_GIFT + STEP  # half of what they took back is forgiven
    m[s.ROUND] = 4
    answer_silence(m, mem)
    assert mem[B_GIFT] < FIRST_GIFT


def test_the_target_of_a_conceder_falls() -> None:
    targets = [
        dict(asked.decision.facts)["target"]
        for asked in moments("spring-2025", ("conceder", "caretaker"), 1)
        if asked.decision.reason == "reaches-target"
    ]
    assert len(targets) >= 8
    assert targets[0] > 2 * targets[-1] > 0


def test_a_conceder_never_takes_what_is_below_its_target() -> None:
    for asked in moments("spring-2025", ("tradeoff", "conceder"), 2):
        if asked.decision.reason == "above-target":
            facts = dict(asked.decision.facts)
            assert facts["own_gain"] >= facts["target"]


def test_threats_are_worth_nothing_to_a_seeker_and_calm_is_worth_something() -> None:
    known = scenario("spring-2025")
    game = Game.new(known, 1)
    us = next(party.index for party in known.parties if party.id == "us")
    mem, mask = [0] * MEM_SIZE, game.mask_for("us")
    note_worths(game.tables_of("us"), mask, mem, us)
    worth = {lever.id: mem[B_LEVER_WORTH + lever.index] for lever in known.levers if lever.party == us}
    assert worth["us_l01"] < 0 < worth["us_l10"]
    assert worth["us_l07"] < 0 < worth["us_l08"]


def test_clues_and_demands_move_what_is_believed() -> None:
    known = scenario("spring-2025")
    us, jp = (next(party.index for party in known.parties if party.id == name) for name in ("us", "jp"))
    right = 0
    for seed in range(6):
        mem: list[int] = [0] * MEM_SIZE
        game = Game.new(known, seed)
        begin_beliefs(game.tables_of("jp"), game.mask_for("jp"), mem)
        for asked in moments("spring-2025", ("tradeoff", "caretaker"), seed):
            if asked.game.round > 4:
                break
            learn(asked.game.tables_of("jp"), asked.game.mask_for("jp"), mem, jp)
            game = asked.game
        right += mem[B_POSTURE + us] == game._s[s.POSTURE + us]
    assert right >= 4


def test_the_key_of_a_bot_is_its_own_chance() -> None:
    def lines(key: int) -> list[str]:
        game = Game.new(scenario("spring-short"), 1)
        bots = {seat.id: Bot("random_legal", key) for seat in game.seating.seats}
        return [entry.line for entry in play_out(game, bots).lines]

    assert lines(1) == lines(1) != lines(2)
