"""What a seat may do now, as a small value: never a list of every package. `options.py` builds it from a mask.

Acts that can be listed are listed, with their price and, where they are closed, the reason. An offer is a space: levels
per issue and what holds for the whole package (`spaces.py`). `contains` asks the kernel on the seat's mask, and so gives
the same answer as the game; `sample` gives an act that is allowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.kernel.chance import mixed
from sim.table.actions import Action
from sim.table.spaces import CourseSpace, GroundworkSpace, PackageSpace, Probe

ALLOWED_WORD = ""  # the code of an act that may be done


@dataclass(frozen=True, slots=True)
class Option:
    """One act. price: political capital; code: "" where it is allowed, else the refusal; facts: what the refusal carries."""

    action: Action
    price: int
    code: str = ALLOWED_WORD
    facts: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """True when the act is allowed now."""
        return self.code == ALLOWED_WORD


@dataclass(frozen=True, slots=True)
class Options:
    """What one seat may do now. offer, suggestion, groundwork, courses: None where the act is closed.

    closed: why an act that has a space is closed, by kind of act.
    """

    seat: str
    listed: tuple[Option, ...] = ()
    offer: PackageSpace | None = None
    suggestion: PackageSpace | None = None
    groundwork: GroundworkSpace | None = None
    courses: CourseSpace | None = None
    closed: Mapping[int, str] = field(default_factory=dict)
    probe: Probe | None = field(default=None, compare=False, repr=False)

    @property
    def allowed(self) -> tuple[Option, ...]:
        """The listed acts that are allowed."""
        return tuple(option for option in self.listed if option.is_open)

    def __bool__(self) -> bool:
        return bool(self.allowed or self.spaces())

    def spaces(self) -> tuple[PackageSpace | GroundworkSpace | CourseSpace, ...]:
        """The spaces that are open."""
        every = (self.offer, self.suggestion, self.groundwork, self.courses)
        return tuple(space for space in every if space is not None)

    def of_kind(self, kind: int) -> tuple[Option, ...]:
        """The listed acts of a kind, open or closed."""
        return tuple(option for option in self.listed if option.action.kind == kind)

    def contains(self, action: Action) -> bool:
        """True when the act is allowed to this seat now."""
        if self.probe is None or action.seat != self.seat:
            return False
        return self.probe.allows(action)

    def first(self) -> Action | None:
        """The first listed act that is allowed, else the first of a space."""
        for option in self.allowed:
            return option.action
        return next((action for space in self.spaces() if (action := space.sample(0)) is not None), None)

    def sample(self, key: int) -> Action | None:
        """An act that is allowed, fixed by the key; None where there is none. Every kind of act is equally likely."""
        by_kind: dict[int, list[Option]] = {}
        for option in self.allowed:
            by_kind.setdefault(option.action.kind, []).append(option)
        branches: list[list[Option] | PackageSpace | GroundworkSpace | CourseSpace] = [*by_kind.values(), *self.spaces()]
        for turn in range(len(branches)):
            branch = branches[(chosen(key, len(branches)) + turn) % len(branches)]
            if isinstance(branch, list):
                return branch[chosen(key + 1, len(branch))].action
            action = branch.sample(key)
            if action is not None:
                return action
        return None


def chosen(key: int, sides: int) -> int:
    """A number 0..sides-1, equally likely over keys."""
    return (int(mixed(key & 0xFFFFFFFF)) * sides) >> 32
