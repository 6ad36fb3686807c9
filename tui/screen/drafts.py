"""Packages that a seat is putting together: up to five, each with everything that was done to it, so that undo has no limit."""

from __future__ import annotations

from dataclasses import dataclass, field

Levels = tuple[int | None, ...]
MOST = 5


@dataclass(slots=True)
class Draft:
    """A package as it is put together. past, future: what undo and redo bring back."""

    levels: Levels
    past: list[Levels] = field(default_factory=list)
    future: list[Levels] = field(default_factory=list)

    def put(self, levels: Levels) -> None:
        """Change it."""
        if levels != self.levels:
            self.past.append(self.levels)
            self.future.clear()
            self.levels = levels

    def set(self, issue: int, level: int | None) -> None:
        """Name another level of an issue, or leave the issue out."""
        self.put((*self.levels[:issue], level, *self.levels[issue + 1 :]))

    def undo(self) -> bool:
        """One step back; False where there is none."""
        if not self.past:
            return False
        self.future.append(self.levels)
        self.levels = self.past.pop()
        return True

    def redo(self) -> bool:
        """One step forward again."""
        if not self.future:
            return False
        self.past.append(self.levels)
        self.levels = self.future.pop()
        return True

    @property
    def is_empty(self) -> bool:
        """Whether it names nothing."""
        return all(level is None for level in self.levels)


@dataclass(slots=True)
class Drafts:
    """The drafts of a seat. at: the one at work."""

    issues: int
    every: list[Draft] = field(default_factory=list)
    at: int = 0

    @property
    def now(self) -> Draft:
        """The draft at work."""
        if not self.every:
            self.every.append(Draft((None,) * self.issues))
        return self.every[self.at]

    def add(self, levels: Levels | None = None) -> Draft:
        """One more draft, empty or as a copy; with five the oldest that is not at work makes room."""
        if len(self.every) >= MOST:
            del self.every[1 if self.at == 0 else 0]
        self.every.append(Draft(levels if levels is not None else (None,) * self.issues))
        self.at = len(self.every) - 1
        return self.now

    def choose(self, at: int) -> None:
        """Work on another one."""
        if 0 <= at < len(self.every):
            self.at = at
