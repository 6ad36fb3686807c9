"""What a seat can do, as one frozen value, and as the integers the kernel reads.

An action names its act by number (`ACT_*` of `sim/kernel/codes.py`, or one of the table's own below) and carries its
arguments as indexes; `notation.py` writes and reads it as a line. Whether it is allowed is the kernel's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.kernel import codes
from sim.kernel.layout import ANSWER_COUNTER, ANSWER_REFRAME, MAX_ISSUES, UNSET
from sim.table.seating import TABLE_ID

# Acts of the table itself: no rules of play, so the kernel does not know them.
ACT_UNDO, ACT_FORCE, ACT_REWIND = range(100, 103)

PACKAGE_ACTS = (codes.ACT_OFFER, codes.ACT_SUGGEST)

# How many of a, b, c an act of play uses; what is behind them stays UNSET.
BARE_ACTS = (codes.ACT_DONE, codes.ACT_ACCEPT, codes.ACT_HOLD, codes.ACT_BREAK, codes.ACT_SUBMIT, codes.ACT_KEEP_BACK)
PAIR_ACTS = (codes.ACT_LEVER, codes.ACT_LINK, codes.ACT_UNLINK, codes.ACT_DECIDE, codes.ACT_REOPEN, codes.ACT_GROUNDWORK)


@dataclass(frozen=True, slots=True)
class Action:
    """One act of one seat.

    seat: shown id, or `table` for a facilitator. kind: number of the act. a, b, c: arguments of the kind (see codes.py).
    d: level of a reframe (UNSET: an initiative), or the value of a forced draw. package: a level or None an issue;
    points: strategy points a course. reason: a facilitator's words.
    """

    seat: str
    kind: int
    a: int = UNSET
    b: int = UNSET
    c: int = UNSET
    d: int = UNSET
    package: tuple[int | None, ...] | None = None
    points: tuple[int, ...] | None = None
    reason: str = ""


def argument_of(action: Action) -> list[int]:
    """The kernel's ARGUMENT cells for an action: a package, points a course, or the level of a reframe."""
    cells = [UNSET] * MAX_ISSUES
    if action.package is not None:
        cells[: len(action.package)] = [UNSET if level is None else level for level in action.package]
    elif action.points is not None:
        cells[: len(action.points)] = action.points
    else:
        cells[0] = action.d
    return cells


def action_of(seat: str, kind: int, parts: Sequence[int], cells: Sequence[int], n_issues: int, n_courses: int) -> Action:
    """An action from what a bot writes: parts a, b, c and the cells of its argument."""
    a, b, c = parts
    if kind in PACKAGE_ACTS:
        package = tuple(None if cell == UNSET else cell for cell in cells[:n_issues])
        return Action(seat, kind, max(0, a) if kind == codes.ACT_OFFER else UNSET, package=package)
    if kind == codes.ACT_COURSE:
        return Action(seat, kind, points=tuple(cells[:n_courses]))
    if kind == codes.ACT_ANSWER:
        has_object = b in (ANSWER_COUNTER, ANSWER_REFRAME)
        return Action(seat, kind, a, b, c if has_object else UNSET, cells[0] if b == ANSWER_REFRAME else UNSET)
    if kind in BARE_ACTS:
        return Action(seat, kind)
    return Action(seat, kind, a, b if kind in PAIR_ACTS else UNSET)


def plain(seat: str, kind: int, a: int = UNSET, b: int = UNSET, c: int = UNSET) -> Action:
    """An act that carries no package."""
    return Action(seat, kind, a, b, c)


def offer(seat: str, package: Sequence[int | None], bound: int = 0) -> Action:
    """Put a package forward. bound: bit per party it binds, 0 for all."""
    return Action(seat, codes.ACT_OFFER, bound, package=tuple(package))


def suggest(seat: str, package: Sequence[int | None]) -> Action:
    """Show the own side a package."""
    return Action(seat, codes.ACT_SUGGEST, package=tuple(package))


def courses(seat: str, points: Sequence[int]) -> Action:
    """Place strategy points, one number a course."""
    return Action(seat, codes.ACT_COURSE, points=tuple(points))


def answer(seat: str, row: int, how: int, what: int = UNSET, level: int = UNSET) -> Action:
    """Answer the demand in a row. what: linked issue, or issue or initiative of a reframe; level: of a reframe."""
    return Action(seat, codes.ACT_ANSWER, row, how, what, level)


def undo(seat: str, line: int) -> Action:
    """Take the own act of a line back."""
    return Action(seat, ACT_UNDO, line)


def rewind(line: int, reason: str) -> Action:
    """A facilitator takes back everything behind a line."""
    return Action(TABLE_ID, ACT_REWIND, line, reason=reason)


def force(round_: int, purpose: int, index: int, value: int, reason: str = "") -> Action:
    """A facilitator decides a draw: its round, purpose and index (numbers of `sim/kernel/chance.py`), and what it gives."""
    return Action(TABLE_ID, ACT_FORCE, round_, purpose, index, value, reason=reason)
