"""Batches of games between bots: each game from (sweep seed, index) by hashing, results as plain numbers, counted in order.

A task is a range of indexes and gives the same results whoever plays it, so the number of processes changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sim.bots import STYLES, Bot
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel.ledger import G_AFTER, G_CELL
from sim.lab.statistics import Mean, Share, mean_of, wilson
from sim.table.drive import play_out
from sim.table.game import Game

BATCH = 10  # games a task: small enough that progress shows and processes end together


@dataclass(frozen=True, slots=True)
class Plan:
    """What is played. scenario: name as loading knows it; styles: one a party; seed: of the whole sweep."""

    scenario: str
    styles: tuple[str, ...]
    games: int
    seed: int


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one game; parties, issues, cards by index. uses: of levers; rounds of events, 0 = never."""

    accords: int
    votes: int
    ratified: int
    failed: tuple[int, ...]
    ending: int
    utility: tuple[int, ...]
    side: tuple[int, ...]
    joint: int
    efficiency: int
    alliance: int
    levels: tuple[int, ...]
    events: tuple[int, ...]
    uses: tuple[int, ...]
    initiatives: int


def seed_of(sweep: int, index: int, purpose: str) -> int:
    """A number of 64 bits for one game of a sweep and one purpose."""
    text = f"nemawashi {sweep} {index} {purpose}".encode()
    return int.from_bytes(hashlib.sha256(text).digest()[:8], "big")


def play_one(scenario: Scenario, plan: Plan, index: int) -> Played:
    """Play the game of an index."""
    game = Game.new(scenario, seed_of(plan.seed, index, "game"))
    heads = [game.seating.head_of(party.index).id for party in scenario.parties]
    bots = {seat: Bot(style, seed_of(plan.seed, index, f"bot {seat}")) for seat, style in zip(heads, plan.styles, strict=True)}
    play_out(game, bots)
    return played(game)


def played(game: Game) -> Played:
    """The numbers of a finished game."""
    scenario = game.scenario
    view = game.view_for("table")
    results = view.results
    assert results is not None, "a game ends within its rounds"
    rounds = dict(view.events_played)
    rows = (row for entry in game.history for row in entry.rows)
    return Played(
        accords=sum(1 for row in rows if row[G_CELL] == s.ACCORD and row[G_AFTER] == 1),
        votes=view.votes,
        ratified=view.ratified,
        failed=tuple(party.failed for party in view.parties),
        ending=results.ending,
        utility=results.utility,
        side=results.side,
        joint=results.joint,
        efficiency=results.efficiency,
        alliance=results.alliance,
        levels=tuple(issue.level for issue in view.issues),
        events=tuple(rounds.get(event.index, 0) for event in scenario.events),
        uses=tuple(lever.uses for lever in view.levers),
        initiatives=sum(1 for initiative in view.initiatives if initiative.status == 3),
    )


def play_task(task: tuple[Plan, int, int]) -> list[Played]:
    """Play the games of a range of indexes. Runs in any process."""
    plan, first, last = task
    from sim.loading import load  # reading rules takes heavy imports, which a seed for a bot does not need

    scenario = load.scenario(plan.scenario)
    return [play_one(scenario, plan, index) for index in range(first, last)]


def play_batch(plan: Plan, jobs: int = 1, progress: Callable[[int], None] | None = None) -> list[Played]:
    """Play all games of a plan, in the order of their indexes. progress: told how many are done."""
    tasks = [(plan, first, min(first + BATCH, plan.games)) for first in range(0, plan.games, BATCH)]
    found: list[Played] = []
    for part in mapped(tasks, jobs):
        found += part
        if progress is not None:
            progress(len(found))
    return found


def mapped(tasks: Sequence[tuple[Plan, int, int]], jobs: int) -> Iterator[list[Played]]:
    """The results of the tasks, in their order."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(play_task, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Fresh processes on every platform: one that is forked from a program with threads may hang.
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=get_context("spawn"), initializer=let_parent_decide)
    try:
        yield from pool.map(play_task, tasks)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def let_parent_decide() -> None:
    """Ctrl+C reaches every process of a terminal; only the one that asked for the games answers it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


# --- counting ---


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sweep gave. Shares are of all games but `passed_votes`, which is of all votes (None where none was held)."""

    games: int
    agreement: Share
    ratification: Share
    passed_votes: Share | None
    accords: Mean
    packages: Mean
    initiatives: Mean
    endings: Mapping[str, Share]
    utility: Mapping[str, Mean]
    side: Mapping[str, Mean]
    failed: Mapping[str, Mean]
    joint: Mean
    efficiency: Mean
    alliance: Mean
    levels: Mapping[str, Mapping[str, Share]]
    events: Mapping[str, Share]
    levers: Mapping[str, tuple[Share, Mean]]


def counted(scenario: Scenario, found: Sequence[Played]) -> Counted:
    """Count a sweep; at least one game."""
    votes, passed = sum(game.votes for game in found), sum(game.ratified for game in found)
    return Counted(
        games=len(found),
        agreement=part(found, lambda game: game.accords > 0),
        ratification=part(found, lambda game: game.ratified > 0),
        passed_votes=wilson(passed, votes) if votes else None,
        accords=mean(found, lambda game: game.accords),
        packages=mean(found, lambda game: game.ratified),
        initiatives=mean(found, lambda game: game.initiatives),
        endings={ending.id: part(found, is_ending(ending.index)) for ending in scenario.endings},
        utility={party.id: mean(found, by_party("utility", party.index)) for party in scenario.parties},
        side={party.id: mean(found, by_party("side", party.index)) for party in scenario.parties},
        failed={party.id: mean(found, by_party("failed", party.index)) for party in scenario.parties},
        joint=mean(found, lambda game: game.joint),
        efficiency=mean(found, lambda game: game.efficiency),
        alliance=mean(found, lambda game: game.alliance),
        levels={
            issue.id: {level.id: part(found, settled(issue.index, level.index)) for level in issue.levels} for issue in scenario.issues
        },
        events={event.id: part(found, happened(event.index)) for event in scenario.events},
        levers={lever.id: (part(found, used(lever.index)), mean(found, by_party("uses", lever.index))) for lever in scenario.levers},
    )


def part(found: Sequence[Played], is_so: Callable[[Played], bool]) -> Share:
    """The share of games of which something is so."""
    return wilson(sum(1 for game in found if is_so(game)), len(found))


def mean(found: Sequence[Played], number: Callable[[Played], int]) -> Mean:
    """The mean of a number over all games."""
    return mean_of([number(game) for game in found])


def by_party(name: str, index: int) -> Callable[[Played], int]:
    """A number that a game has one of for each party, or for each card."""
    return lambda game: int(getattr(game, name)[index])


def is_ending(index: int) -> Callable[[Played], bool]:
    """Whether a game ended so."""
    return lambda game: game.ending == index


def settled(issue: int, level: int) -> Callable[[Played], bool]:
    """Whether an issue stood at a level at the end."""
    return lambda game: game.levels[issue] == level


def happened(event: int) -> Callable[[Played], bool]:
    """Whether an event card came."""
    return lambda game: game.events[event] > 0


def used(lever: int) -> Callable[[Played], bool]:
    """Whether a lever was played."""
    return lambda game: game.uses[lever] > 0


def known_styles() -> tuple[str, ...]:
    """Names of the bot styles."""
    return tuple(STYLES)
