"""The agenda: every issue with its level in force, what is asked, and what is on the table."""

from __future__ import annotations

from rich.cells import cell_len

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table.parts import IssueSeen
from sim.table.view import View
from tui.screen.ink import Page, Row, Span, fit, row
from tui.screen.look import Look

COLUMN = 9  # cells of a level
LETTERS = "abcdefgh"


def agenda(look: Look, cells: int) -> Page:
    """Every issue. Empty cells: nothing is asked or offered there, so what is in play stands out."""
    code = code_cells(look)
    wide = cells >= 64
    columns = ["now", "asks", "wants", "table", "state"] if wide else ["now", "asks", "table"]
    name = cells - code - 4 - COLUMN * len(columns)
    heads = [fit(title(look, each), COLUMN - 1) + " " for each in columns]
    first = Row((Span(" " * (code + 4), "soft"), Span(fit(look.say("agenda-issue"), name), "soft"), Span("".join(heads), "soft")))
    rows = [issue_row(look, issue, code, name, columns) for issue in look.view.issues]
    return Page(look.say("agenda-title"), (first, *rows))


def code_cells(look: Look) -> int:
    """Cells of the longest code of an issue."""
    return min(6, max(cell_len(issue.id) for issue in look.names.scenario.issues))


def title(look: Look, column: str) -> str:
    """The title of a column."""
    if column == "asks":
        return look.say("agenda-asks", side=asker(look))
    return look.say(f"agenda-{column}", side=asker(look))


def asker(look: Look) -> str:
    """The side that demands."""
    by = look.view.known.t[k.T_DEMAND_BY]
    return look.names.party(by) if by != s.UNSET else look.say("word-nobody")


def issue_row(look: Look, issue: IssueSeen, code: int, name: int, columns: list[str]) -> Row:
    """One issue."""
    entry = look.names.scenario.issues[issue.index]
    sign = sign_of(look.view, issue)
    in_play = sign != " " or issue.on_table is not None
    ink = "strong" if in_play else ""
    cells = {
        "now": Span(fit(look.level(issue.index, issue.level), COLUMN - 1) + " ", ink, f"why:{entry.id}"),
        "asks": Span(fit(look.level(issue.index, issue.asked), COLUMN - 1) + " ", "other"),
        "wants": Span(fit(look.level(issue.index, wanted(look.view, issue.index)), COLUMN - 1) + " ", "own"),
        "table": Span(fit(look.level(issue.index, issue.on_table), COLUMN - 1) + " ", "strong"),
        "state": Span(fit(look.say(f"agenda-state-{state_of(look.view, issue)}"), COLUMN - 1) + " ", "soft"),
    }
    head = Span(f" {fit(entry.id, code)}{sign}", ink)
    link = Span(link_letter(look.view, issue.index), "key")
    return row(
        head, link, " ", Span(fit(look.narrow(entry.short), name - 1) + " ", ink), *(cells[each] for each in columns),
        key=entry.id, why=(entry.id,),
    )  # fmt: skip


def wanted(view: View, issue: int) -> int | None:
    """What the other side asks for in turn: an open request."""
    return next((request.asks for request in view.requests if request.issue == issue), None)


def sign_of(view: View, issue: IssueSeen) -> str:
    """`!` due this round or next; `~` the offer meets what is asked; `>` the offer moves it; `?` asked, not on the table."""
    due = [demand.due for demand in view.demands if demand.issue == issue.index and not demand.is_met]
    if due and min(due) <= view.round + 1:
        return "!"
    if issue.on_table is not None and issue.on_table != issue.level:
        return "~" if issue.asked is not None and issue.on_table >= issue.asked else ">"
    return "?" if issue.asked is not None else " "


def state_of(view: View, issue: IssueSeen) -> str:
    """The sign in a word."""
    if issue.on_table is not None and issue.on_table != issue.level:
        return "meets" if issue.asked is not None and issue.on_table >= issue.asked else "moves"
    if issue.asked is not None:
        return "asked"
    return "locked" if issue.cap <= issue.level else "none"


def link_letter(view: View, issue: int) -> str:
    """The letter of the link of an issue: a capital where it holds, small where it is proposed."""
    for number, link in enumerate(view.links):
        if issue in (link.a, link.b):
            return LETTERS[number % len(LETTERS)].upper()
    links = [proposal for proposal in view.proposals if proposal.kind == s.PROPOSE_LINK]
    for number, proposal in enumerate(links):
        if issue in (proposal.a, proposal.b):
            return LETTERS[(len(view.links) + number) % len(LETTERS)]
    return " "
