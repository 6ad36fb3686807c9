"""Two settings played with the same seeds by the same bots, game for game: what became different, and how surely.

Every measure that both have is compared by its id; an id that goes by another name is told by the caller. Holm's correction goes
over all measures that differ in any pair. Those that differ in none are left out of its count: their exact p is 1 whatever
happens, and such tests may be set aside (R. E. Tarone, 1990, Biometrics 46, 515-522).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from sim.domain import Scenario
from sim.lab import results as r
from sim.lab.alike import Names, alike
from sim.lab.holm import LEVEL, holm
from sim.lab.measures import Kind, Measure, measures_of
from sim.lab.paired import Difference, Verdict, paired_mean, paired_share
from sim.lab.running import Engine, Found, run
from sim.lab.statistics import Share, wilson

FIRST_STEP = 50
"""Games of each file in the first turn; each turn is twice as long, because other processes may have to be told of the other file."""

SAME: Names = {}


@dataclass(frozen=True, slots=True)
class Row:
    """One measure in both. before, after: the measure in each; survives: what Holm's correction says among all that differ."""

    before: Measure
    after: Measure
    difference: Difference
    survives: bool

    @property
    def verdict(self) -> Verdict:
        """What may be said among all that is compared."""
        return self.difference.verdict(self.survives)

    @property
    def alone(self) -> Verdict:
        """What might be said had nothing else been looked at."""
        return self.difference.verdict(self.difference.p <= LEVEL)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both, game for game. only_before, only_after: measures of what one of the two does not have.

    changed: pairs in which anything differs; compared: how many measures Holm's correction counts; first: index of the first pair
    that differs in anything, flip: of the first that ends otherwise or in which one ratifies and the other does not.
    """

    games: int
    rows: tuple[Row, ...]
    only_before: tuple[Measure, ...]
    only_after: tuple[Measure, ...]
    changed: Share
    compared: int
    first: int | None
    flip: int | None

    @property
    def is_same(self) -> bool:
        """Same in every game."""
        return self.changed.count == 0


def compared(before: Scenario, old: Found, after: Scenario, new: Found, names: Names = SAME) -> Comparison:
    """The games that both have played. names: what ids of the first are called in the second, see `alike`.

    Raises ValueError where they do not play the same seeds with the same bots, or have no game yet.
    """
    games = min(old.games, new.games)
    if (old.sweep.seed, old.sweep.pairs) != (new.sweep.seed, new.sweep.pairs):
        raise ValueError("games are compared where seeds and bots are the same")
    if not games:
        raise ValueError("a comparison needs a game of each")
    firsts = {called(measure, names): measure for measure in measures_of(before)}
    seconds = {(measure.group, measure.names): measure for measure in measures_of(after)}
    both = [(first, seconds[key]) for key, first in firsts.items() if key in seconds]
    found = [difference_of(*pair, old, new, games) for pair in both]
    survivors = surviving(found)
    differ = alike(before, old, after, new, names, games)
    return Comparison(
        games=games,
        rows=tuple(Row(*pair, each, each_survives) for pair, each, each_survives in zip(both, found, survivors, strict=True)),
        only_before=tuple(measure for key, measure in firsts.items() if key not in seconds),
        only_after=tuple(measure for key, measure in seconds.items() if key not in firsts),
        changed=wilson(sum(differ), games),
        compared=sum(1 for each in found if each.changed),
        first=next((index for index, each in enumerate(differ) if each), None),
        flip=first_flip(before, old, after, new, names, games),
    )


def called(measure: Measure, names: Names) -> tuple[str, tuple[str, ...]]:
    """Group and ids of a measure, as they are called after."""
    found: tuple[str, ...] = ()
    for name in measure.names:
        found = (*found, names.get((*found, name), name))
    return measure.group, found


def difference_of(first: Measure, second: Measure, old: Found, new: Found, games: int) -> Difference:
    """The paired difference of one measure; equal pairs of cells are read once."""
    cells = Counter(zip(old.column(first.column)[:games], new.column(second.column)[:games], strict=True))
    one, other = (replace(measure, column=0).of_game for measure in (first, second))
    pairs: Counter[tuple[int, int]] = Counter()
    for (a, b), count in cells.items():
        pairs[one((a,)), other((b,))] += count
    if first.kind is Kind.SHARE:
        return paired_share(pairs[1, 1], pairs[1, 0], pairs[0, 1], pairs[0, 0])
    steps: Counter[int] = Counter()
    for (a, b), count in pairs.items():
        steps[b - a] += count
    return paired_mean(steps, sum(a * count for (a, _), count in pairs.items()))


def surviving(found: list[Difference]) -> list[bool]:
    """Which survive Holm's correction among those that differ anywhere."""
    kept = iter(holm([each.p for each in found if each.changed]))
    return [next(kept) if each.changed else False for each in found]


def first_flip(before: Scenario, old: Found, after: Scenario, new: Found, names: Names, games: int) -> int | None:
    """The first pair with another ending, or with a ratified package on one side only."""
    endings = [names.get((each.id,), each.id) for each in before.endings], [each.id for each in after.endings]
    told = partial(outcomes, games=games)
    pairs = zip(told(old, endings[0]), told(new, endings[1]), strict=True)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), None)


def outcomes(found: Found, endings: list[str], games: int) -> Iterator[tuple[str, bool]]:
    """Ending and ratification of each game."""
    for ending, ratified in zip(found.column(r.R_ENDING)[:games], found.column(r.R_RATIFIED)[:games], strict=True):
        yield endings[ending] if 0 <= ending < len(endings) else "", ratified > 0


def play_both(engine: Engine, old: Found, new: Found, games: int) -> Iterator[int]:
    """Play both on to so many games each, in turns; yields how many both have, after every task, so that a screen can grow.

    Whoever stops listening keeps what there is in `old` and `new`.
    """
    target, step = min(old.games, new.games), FIRST_STEP
    while target < games:
        target = min(games, target + step)
        step *= 2
        for found in (old, new):
            for _ in run(engine, found, target):
                yield min(old.games, new.games)
