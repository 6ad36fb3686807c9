"""May a seat do this? Asked of the kernel, on a state or on the mask of the seat: the answer is the same."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Scenario
from sim.kernel import codes
from sim.kernel.acts import may_act
from sim.kernel.layout import ARGUMENT, MAX_ISSUES
from sim.table.actions import ACT_UNDO, PACKAGE_ACTS, Action, argument_of


def may(t: Sequence[int], m: list[int], seat: int, action: Action) -> int:
    """ALLOWED or the code of the first rule in the way. Changes scratch cells of `m` only."""
    m[ARGUMENT : ARGUMENT + MAX_ISSUES] = argument_of(action)
    code: int = may_act(t, m, seat, action.kind, action.a, action.b, action.c)
    return code


def check_shape(scenario: Scenario, action: Action) -> None:
    """Raise ValueError for an action that no notation could say: a fault of the program, not of a player."""
    if not (0 <= action.kind < codes.N_ACT_KINDS or action.kind >= ACT_UNDO):
        raise ValueError(f"no act has the number {action.kind}")
    if action.kind in PACKAGE_ACTS and (action.package is None or len(action.package) != len(scenario.issues)):
        raise ValueError(f"a package has one level or None for each of {len(scenario.issues)} issues, got {action.package}")
    if action.kind == codes.ACT_COURSE and (action.points is None or len(action.points) != len(scenario.courses)):
        raise ValueError(f"points are given for each of {len(scenario.courses)} courses, got {action.points}")
    if any(level is not None and level < 0 for level in action.package or ()):
        raise ValueError(f"levels start at 0, got {action.package}")
    if action.kind not in PACKAGE_ACTS and action.package is not None:
        raise ValueError("only an offer or a suggestion carries a package")
