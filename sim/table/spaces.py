"""Acts with too many forms to list: packages, groundwork, strategy points. Each space is a few numbers and a way to ask.

`contains` asks the kernel on the seat's mask; the numbers are for people and screens. Equality looks at the numbers only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.domain import Scenario
from sim.kernel import codes
from sim.kernel.chance import mixed
from sim.table.actions import Action, courses, offer, plain, suggest
from sim.table.judging import check_shape, may

TRIES = 12  # packages put together at random before single steps are tried in order


class Probe:
    """A way to ask the kernel whether a seat may do something, on a copy of its mask. Keeps no answer."""

    def __init__(self, scenario: Scenario, t: Sequence[int], m: list[int], seat: int) -> None:
        self.scenario, self.t, self.m, self.seat = scenario, t, m, seat

    def code(self, action: Action) -> int:
        """ALLOWED, or the code of the rule in the way. Raises ValueError for an action without form."""
        check_shape(self.scenario, action)
        return may(self.t, self.m, self.seat, action)

    def allows(self, action: Action) -> bool:
        """True when the kernel allows it."""
        return 0 <= action.kind < codes.N_ACT_KINDS and self.code(action) == codes.ALLOWED


def draws(key: int, sides: Sequence[int]) -> list[int]:
    """Numbers 0..side-1, one a side, fixed by the key."""
    state = int(mixed((key ^ 0x5BF03635) & 0xFFFFFFFF))
    numbers = []
    for index, side in enumerate(sides):
        state = int(mixed((state + 0x9E3779B9 * (index + 1)) & 0xFFFFFFFF))
        numbers.append((state * side) >> 32)
    return numbers


@dataclass(frozen=True, slots=True)
class PackageSpace:
    """Packages that may be offered or suggested.

    kind: ACT_OFFER or ACT_SUGGEST. levels: by issue, the levels that may stand, the one in force among them. in_force: by
    issue. size: most level steps in all (UNSET: no limit). links: pairs of issues named both or not at all. standing: the
    offer that would be repeated, or None. offers_left: of the phase.
    """

    seat: str
    kind: int
    levels: tuple[tuple[int, ...], ...]
    in_force: tuple[int, ...]
    size: int
    links: tuple[tuple[int, int], ...] = ()
    standing: tuple[int | None, ...] | None = None
    offers_left: int = 0
    probe: Probe | None = field(default=None, compare=False, repr=False)

    def action(self, package: Sequence[int | None], bound: int = 0) -> Action:
        """The act with this package."""
        return offer(self.seat, package, bound) if self.kind == codes.ACT_OFFER else suggest(self.seat, package)

    def code(self, package: Sequence[int | None], bound: int = 0) -> int:
        """ALLOWED, or the code of the rule that the package breaks."""
        assert self.probe is not None, "a space made by hand cannot judge"
        return self.probe.code(self.action(package, bound))

    def contains(self, package: Sequence[int | None], bound: int = 0) -> bool:
        """True when the package may be put forward now."""
        return self.code(package, bound) == codes.ALLOWED

    def sample(self, key: int) -> Action | None:
        """An allowed package, fixed by the key; None where none is found."""
        for turn in range(TRIES):
            package = self.put_together(key + turn)
            if self.contains(package):
                return self.action(package)
        for package in self.single_steps():
            if self.contains(package):
                return self.action(package)
        return None

    def put_together(self, key: int) -> list[int | None]:
        """One to four issues at other levels than those in force, with what is linked to them, within the size."""
        movable = [issue for issue, levels in enumerate(self.levels) if len(levels) > 1]
        package: list[int | None] = [None] * len(self.levels)
        if not movable:
            return package
        count, *picks = draws(key, [4, len(movable), len(movable), len(movable), len(movable)])
        issues = list(dict.fromkeys(movable[pick] for pick in picks[: count + 1]))
        left = self.size if self.size >= 0 else sum(map(len, self.levels))
        for issue, number in zip(issues, draws(key + 7, [64] * len(issues)), strict=True):
            reach = [level for level in self.levels[issue] if 0 < abs(level - self.in_force[issue]) <= left]
            if reach:
                package[issue] = reach[number % len(reach)]
                left -= abs(reach[number % len(reach)] - self.in_force[issue])
        return self.with_links(package)

    def with_links(self, package: list[int | None]) -> list[int | None]:
        """The package with the other issue of every link at the level in force."""
        for _ in self.links:
            for a, b in self.links:
                for one, other in ((a, b), (b, a)):
                    if package[one] is not None and package[other] is None:
                        package[other] = self.in_force[other]
        return package

    def single_steps(self) -> list[list[int | None]]:
        """Every package that moves one issue only."""
        empty: list[int | None] = [None] * len(self.levels)
        pairs = [(issue, level) for issue, levels in enumerate(self.levels) for level in levels if level != self.in_force[issue]]
        return [self.with_links([*empty[:issue], level, *empty[issue + 1 :]]) for issue, level in pairs]


@dataclass(frozen=True, slots=True)
class GroupSteps:
    """Groundwork on one group. price: capital a step; most: steps that may stand there now; placed: steps that stand."""

    group: int
    price: int
    most: int
    placed: int


@dataclass(frozen=True, slots=True)
class GroundworkSpace:
    """Groundwork that may be placed. step: points of support a step; budget: capital not yet put on a group."""

    seat: str
    groups: tuple[GroupSteps, ...]
    step: int
    budget: int
    group_max: int
    side_max: int
    probe: Probe | None = field(default=None, compare=False, repr=False)

    def contains(self, group: int, steps: int) -> bool:
        """True when so many steps may stand on the group (by index)."""
        assert self.probe is not None, "a space made by hand cannot judge"
        return self.probe.allows(plain(self.seat, codes.ACT_GROUNDWORK, group, steps))

    def sample(self, key: int) -> Action | None:
        """Steps on one group, other than those that stand; None where nothing can be changed."""
        choices = [(row.group, steps) for row in self.groups for steps in range(row.most + 1) if steps != row.placed]
        if not choices:
            return None
        group, steps = choices[draws(key, [len(choices)])[0]]
        return plain(self.seat, codes.ACT_GROUNDWORK, group, steps)


@dataclass(frozen=True, slots=True)
class CourseSpace:
    """Strategy points that may be placed. courses: indexes of the own courses; limit: points on each; left: in all."""

    seat: str
    courses: tuple[int, ...]
    limits: tuple[int, ...]
    left: int
    n_courses: int
    probe: Probe | None = field(default=None, compare=False, repr=False)

    def action(self, points: dict[int, int]) -> Action:
        """The act with points by course index."""
        return courses(self.seat, [points.get(course, 0) for course in range(self.n_courses)])

    def contains(self, points: dict[int, int]) -> bool:
        """True when so many points may be placed now."""
        assert self.probe is not None, "a space made by hand cannot judge"
        return self.probe.allows(self.action(points))

    def sample(self, key: int) -> Action | None:
        """Some points, fixed by the key."""
        points: dict[int, int] = {}
        for course, number in zip(self.courses, draws(key, [64] * len(self.courses)), strict=True):
            most = min(self.limits[self.courses.index(course)], self.left - sum(points.values()))
            points[course] = number % (most + 1)
        if sum(points.values()) == 0:
            points = {self.courses[0]: 1}
        return self.action(points) if self.contains(points) else None
