"""The Pareto frontier of a space, exact: every outcome with which no party can gain unless another loses.

Method: utility is a sum over issues, so the set of attainable points is the Minkowski sum of the issues' own points,
and what is dominated among the first issues stays dominated whatever is added. So the issues are added one by one and
what is dominated is dropped after each. With two parties one sorted sweep finds it; a step costs n log n for n =
points kept x levels, and no more points are kept than a party has different utilities (10001).
With more parties every point is held against all that were kept, so n x kept: fine for some hundred points.

Speed comes from one trick: a point is one integer, `losses of party 0 | losses of party 1 | ... | outcome`, with losses
counted from the party's best. Packed so, sums are sums of integers, and rising order means: best for party 0 first,
then for party 1, ..., then the lexicographically smallest outcome.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sim.analysis.space import FrontierPoint, Points, Space


@dataclass(frozen=True, slots=True)
class Packing:
    """How losses and levels share one integer. Widths in bits; party 0 stands highest, the outcome lowest."""

    best: Points  # the utility each party would have if every issue stood at its favourite level
    loss_width: int
    level_width: int
    parties: int
    issues: int

    @property
    def code_width(self) -> int:
        """Bits of a whole outcome."""
        return self.level_width * self.issues

    def packed(self, losses: Points, issue: int, level: int) -> int:
        """The integer of one level of one issue alone."""
        number = 0
        for loss in losses:
            number = number << self.loss_width | loss
        return number << self.code_width | level << self.level_width * (self.issues - 1 - issue)

    def losses(self, number: int) -> Points:
        """What each party is short of its best. Inverse of the upper part of `packed`."""
        mask = (1 << self.loss_width) - 1
        number >>= self.code_width
        return tuple(number >> self.loss_width * place & mask for place in reversed(range(self.parties)))

    def read(self, number: int) -> FrontierPoint:
        """The point a packed integer stands for."""
        mask = (1 << self.level_width) - 1
        places = reversed(range(self.issues))
        outcome = tuple(number >> self.level_width * place & mask for place in places)
        gaps = zip(self.best, self.losses(number), strict=True)
        return FrontierPoint(outcome, tuple(best - loss for best, loss in gaps))


@lru_cache(maxsize=64)
def frontier(space: Space) -> tuple[FrontierPoint, ...]:
    """The Pareto frontier: one outcome for every undominated point, the best for the first party first.

    Where several outcomes have equal points, the lexicographically smallest stands for them.
    """
    packing = packing_for(space)
    found = [0]
    for issue in range(packing.issues):
        steps = undominated(packing, packed_levels(space, packing, issue))
        found = undominated(packing, [so_far + step for step in steps for so_far in found])
    return tuple(packing.read(number) for number in found)


def packing_for(space: Space) -> Packing:
    """Widths that hold every sum of losses and every allowed level of the space."""
    ranges = [[[levels[level] for level in allowed] for levels, allowed in zip(table, space.allowed, strict=True)] for table in space.worth]
    most = max((sum(max(values) - min(values) for values in table) for table in ranges), default=0)
    highest = max((levels[-1] for levels in space.allowed), default=0)
    return Packing(
        best=tuple(sum(max(values) for values in table) for table in ranges),
        loss_width=most.bit_length(),
        level_width=highest.bit_length(),
        parties=len(space.parties),
        issues=len(space.issues),
    )


def packed_levels(space: Space, packing: Packing, issue: int) -> list[int]:
    """One integer for each allowed level of an issue."""
    allowed = space.allowed[issue]
    best = [max(table[issue][level] for level in allowed) for table in space.worth]
    return [
        packing.packed(tuple(top - table[issue][level] for top, table in zip(best, space.worth, strict=True)), issue, level)
        for level in allowed
    ]


def undominated(packing: Packing, numbers: Iterable[int]) -> list[int]:
    """The packed points that no other dominates or, with equal points, precedes; rising."""
    rising = sorted(numbers)
    return swept(packing, rising) if packing.parties == 2 else sifted(packing, rising)


def swept(packing: Packing, rising: list[int]) -> list[int]:
    """Two parties: going down in the first party's points, keep what brings the second more than ever before."""
    mask, shift = (1 << packing.loss_width) - 1, packing.code_width
    kept, least = [], mask + 1
    for number in rising:
        loss = number >> shift & mask
        if loss < least:
            kept.append(number)
            least = loss
    return kept


def sifted(packing: Packing, rising: list[int]) -> list[int]:
    """Any number of parties: keep a point unless an earlier one loses nobody more; no later one can."""
    kept: list[int] = []
    known: list[Points] = []
    for number in rising:
        losses = packing.losses(number)
        if not any(all(map(int.__le__, earlier, losses)) for earlier in known):
            kept.append(number)
            known.append(losses)
    return kept
