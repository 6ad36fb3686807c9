"""What a seat has chosen on a sheet of its own and not sent yet. It outlives the sheet: language, size, Esc change nothing in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sim.kernel.layout import UNSET
from tui.screen.playing import Playing


@dataclass(slots=True)
class Plan:
    """Choices of one seat in one step.

    answers: ANSWER_* by name of the demand; counters: linked issue by demand; reframes: (issue, level) or (initiative, UNSET) by
    demand. points: by course. lever: its index; picks: by lever. steps: of groundwork by group.
    """

    answers: dict[str, int] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    reframes: dict[str, tuple[int, int]] = field(default_factory=dict)
    points: dict[int, int] = field(default_factory=dict)
    lever: int = UNSET
    picks: dict[int, int] = field(default_factory=dict)
    steps: dict[int, int] = field(default_factory=dict)


PLANS: WeakKeyDictionary[Playing, dict[tuple[str, int, int], Plan]] = WeakKeyDictionary()


def plan_of(play: Playing) -> Plan:
    """The plan of the seat whose acts are offered, for the step of now; made when it is first asked for."""
    view = play.view()
    return PLANS.setdefault(play, {}).setdefault((play.seat, view.round, view.step), Plan())
