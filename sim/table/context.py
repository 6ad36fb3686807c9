"""What a line of notation leans on: the demands on the table, the card that asks, the proposals that wait.

Acts name such things by row, people by name. A name that is known but not on the table gets a row far behind the
others, so that the kernel refuses it and the line still reads back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.domain import Named, Scenario
from sim.kernel import layout as s_
from sim.kernel.tables import E_B, T_N_RULES, T_RULE_CAUSE

FAR = 1000  # rows from here on stand for what is not on the table
FAR_PLAIN = 2000
PLAIN_PREFIX = "pd"
PROPOSAL_BASE = 128


@dataclass(frozen=True, slots=True)
class Context:
    """demands: name by row. asks: id of the card whose choice waits, or ""; options: ids. proposals: (kind, a, b) by row."""

    demands: tuple[str, ...] = ()
    asks: str = ""
    options: tuple[str, ...] = ()
    proposals: tuple[tuple[int, int, int], ...] = ()


def context_of(scenario: Scenario, m: Sequence[int]) -> Context:
    """The context of a state or of any mask of it: all of it is public."""
    asks, options = choice_of(scenario, m)
    return Context(demand_names(scenario, m), asks, options, proposals_of(m))


def demand_names(scenario: Scenario, m: Sequence[int]) -> tuple[str, ...]:
    """Names of the demands on the table, by row: the id of the card, or `pd1` for a plain one."""
    rows = range(s_.DEMANDS, s_.DEMANDS + m[s_.N_DEMANDS] * s_.DEMAND_WIDTH, s_.DEMAND_WIDTH)
    return tuple(
        f"{PLAIN_PREFIX}{m[at + s_.D_SERIAL]}" if m[at + s_.D_CARD] == s_.UNSET else scenario.demands[m[at + s_.D_CARD]].id for at in rows
    )


def proposals_of(m: Sequence[int]) -> tuple[tuple[int, int, int], ...]:
    """Kind and arguments of the proposals that wait, by row."""
    rows = range(s_.PROPOSALS, s_.PROPOSALS + m[s_.N_PROPOSALS] * s_.PROPOSAL_WIDTH, s_.PROPOSAL_WIDTH)
    return tuple((m[at + s_.P_KIND], m[at + s_.P_A], m[at + s_.P_B]) for at in rows)


def choice_of(scenario: Scenario, m: Sequence[int]) -> tuple[str, tuple[str, ...]]:
    """Id of the entry whose choice waits first, and the ids of its options; empty where none waits."""
    if m[s_.N_CHOICES] == 0 or m[s_.CHOICES + s_.C_KIND] != s_.CHOICE_OPTION:
        return "", ()
    first = scenario.tables[m[s_.CHOICES + s_.C_ROW] + E_B]
    options = tuple(option.id for option in scenario.options.get(first, ()))
    return entry_id(scenario, m[s_.CHOICES + s_.C_ENTRY_KIND], m[s_.CHOICES + s_.C_ENTRY], m[s_.CHOICES + s_.C_CAUSE]), options


def entry_id(scenario: Scenario, kind: int, entry: int, cause: int) -> str:
    """Id of an entry by its kind of cause, else of the entry in which the effect stands."""
    pools: dict[int, Sequence[Named]] = {
        s_.KIND_EVENT: scenario.events,
        s_.KIND_LEVER: scenario.levers,
        s_.KIND_DEMAND: scenario.demands,
        s_.KIND_INITIATIVE: scenario.initiatives,
        s_.KIND_COURSE: scenario.courses,
    }
    if kind == s_.KIND_RULE:
        return rule_id(scenario, entry)
    pool = pools.get(kind, ())
    if 0 <= entry < len(pool):
        return pool[entry].id
    return scenario.causes[cause].id if 0 <= cause < len(scenario.causes) else ""


def rule_id(scenario: Scenario, row: int) -> str:
    """Id of the standing rule in a row of the tables. A rule has a row a point, and meters with thresholds have rows too."""
    in_force = 0 <= row < scenario.tables[T_N_RULES]
    return scenario.causes[scenario.tables[T_RULE_CAUSE + row]].id if in_force else ""


def demand_row(scenario: Scenario, context: Context, name: str) -> int | None:
    """Row of the demand of a name, a far row for one that is not on the table, None for no such name."""
    if name in context.demands:
        return context.demands.index(name)
    for card in scenario.demands:
        if card.id == name:
            return FAR + card.index
    digits = name.removeprefix(PLAIN_PREFIX)
    if name.startswith(PLAIN_PREFIX) and digits.isascii() and digits.isdigit() and len(digits) < 4 and digits[0] != "0":
        return FAR_PLAIN + int(digits)
    return None


def demand_name(scenario: Scenario, context: Context, row: int) -> str:
    """Name of the demand in a row, "" where there is none. Inverse of `demand_row`."""
    if 0 <= row < len(context.demands):
        return context.demands[row]
    if FAR <= row < FAR + len(scenario.demands):
        return scenario.demands[row - FAR].id
    return f"{PLAIN_PREFIX}{row - FAR_PLAIN}" if FAR_PLAIN < row < FAR_PLAIN + 1000 else ""


def proposal_row(context: Context, proposal: tuple[int, int, int]) -> int:
    """Row of a proposal, a far row for one that does not wait. A link is the same either way round."""
    kind, a, b = proposal
    for wanted in (proposal, (kind, b, a)):
        if wanted in context.proposals:
            return context.proposals.index(wanted)
    return FAR + (kind * PROPOSAL_BASE + a) * PROPOSAL_BASE + b + 1


def proposal_in(context: Context, row: int) -> tuple[int, int, int] | None:
    """Kind and arguments of the proposal in a row, None where there is none. Inverse of `proposal_row`."""
    if 0 <= row < len(context.proposals):
        return context.proposals[row]
    if row < FAR:
        return None
    rest, b = divmod(row - FAR, PROPOSAL_BASE)
    kind, a = divmod(rest, PROPOSAL_BASE)
    return kind, a, b - 1
