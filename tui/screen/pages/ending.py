"""The end: the joint statement sentence by sentence, what stands behind each, the ending, and the result issue by issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table.cells import CellName
from sim.table.debrief import Debrief, IssueResult
from sim.table.debrief_story import BY_DECISION, BY_REOPENING
from sim.table.statement import issues_behind, sentences
from tui.plain.ending import joint_line, seat_line, side_line
from tui.plain.names import points
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.choosing import drawn
from tui.wording import LANGUAGES, say

CODE, ISSUE, LEVEL, WORTH = 4, 16, 13, 8
MOST_SIDES = 4  # columns of values there is room for in a narrow screen


@dataclass(frozen=True, slots=True)
class Found:
    """What the pages of the end are drawn from: the debrief, and the round in which each issue was last settled."""

    debrief: Debrief
    rounds: dict[int, int]


# --- the statement, and what stands behind it ---


def statement(look: Look, cells: int, found: Found) -> Page:
    """The statement; every sentence can be chosen."""
    rows: list[Row] = []
    for number, each in enumerate(sentences(found.debrief.statement, look.names.language)):
        rows += lined(each.text, cells, str(number), issue_ids(look, found, number))
    nothing = any(each.paragraph.otherwise for each in found.debrief.statement)
    return Page(look.say("ending-statement-none" if nothing else "ending-statement"), tuple(rows))


def lined(text: str, cells: int, key: str, why: Sequence[str] = (), ink: str = "") -> list[Row]:
    """A text whose every line can be chosen, so that arrows lead through all of it: `key`, `key/1`, and so on."""
    lines = wrapped(text, cells - 3)
    return [row("  ", Span(part, ink), key=f"{key}/{at}" if at else key, why=why) for at, part in enumerate(lines)]


def issues_of(look: Look, found: Found, number: int) -> list[int]:
    """The issues behind a sentence."""
    every = sentences(found.debrief.statement, look.names.language)
    parts = every[number].printed if 0 <= number < len(every) else ()
    return list(dict.fromkeys(issue for part in parts for issue in issues_behind(look.view.known, part)))


def issue_ids(look: Look, found: Found, number: int) -> tuple[str, ...]:
    """By what names the levels behind a sentence are explained."""
    return tuple(look.names.scenario.issues[issue].id for issue in issues_of(look, found, number))


def behind(look: Look, cells: int, found: Found, chosen: str) -> Page:
    """What stands behind the chosen sentence: its issues with how each came about, and joint work."""
    first = chosen.partition("/")[0]
    number = int(first) if first.isdigit() else 0
    every = sentences(found.debrief.statement, look.names.language)
    rows = [each for issue in issues_of(look, found, number) for each in issue_rows(look, cells, found, issue)]
    for part in every[number].printed if number < len(every) else ():
        rows += [each for phrase in part.phrases if phrase.initiative != UNSET for each in work_rows(look, cells, phrase.initiative)]
    return Page(look.say("ending-behind"), tuple(rows or paragraph(look.say("ending-behind-nothing"), cells, ink="soft")))


def issue_rows(look: Look, cells: int, found: Found, issue: int) -> list[Row]:
    """One issue: its level, then how it came about."""
    result = next(each for each in found.debrief.issues if each.issue == issue)
    rows = paragraph(look.names.term(issue, result.reached), cells, ink="strong")
    for text in story_of(look, found, result):
        rows += paragraph(text, cells, "   ", "soft")
    return rows


def story_of(look: Look, found: Found, result: IssueResult) -> Iterator[str]:
    """How a level came about: settled when and by whom, first offered by whom, asked for by whom, linked with what."""
    names, issue = look.names, result.issue
    last = next((each for each in reversed(found.debrief.concessions) if each.issue == issue), None)
    round_ = found.rounds.get(issue, 0)
    if last is None:
        yield look.say("ending-unmoved")
    elif last.by in (BY_DECISION, BY_REOPENING) and last.party is not None:
        yield look.say(f"ending-by-{last.by}", round=round_, side=names.player(last.party))
    else:
        yield look.say("ending-by-accord", round=round_)
    offer = next((each for each in found.debrief.offers if each.levels[issue] == result.reached), None)
    if last is not None and offer is not None:
        yield look.say("ending-offered", round=offer.round, side=names.player(offer.party))
    asking = look.view.known.t[k.T_DEMAND_BY]
    if result.asked is not None and asking != UNSET:
        yield look.say("ending-asked", side=names.player(asking), level=names.level(issue, result.asked))
    for link in found.debrief.links:
        if issue in (link.a, link.b):
            other = link.b if link.a == issue else link.a
            yield look.say("ending-linked", issue=names.scenario.issues[other].id, round=link.made)


def work_rows(look: Look, cells: int, initiative: int) -> list[Row]:
    """Joint work that was agreed."""
    label = look.names.text(look.names.scenario.initiatives[initiative].label)
    return paragraph(look.say("ending-initiative", label=label), cells)


# --- the result ---


def result(look: Look, cells: int, found: Found) -> Page:
    """The ending, every issue with its values, the scores."""
    ending = look.names.scenario.endings[found.debrief.results.ending]
    text = look.say("debrief-ending", label=look.names.text(ending.label), text=look.names.text(ending.text))
    rows = [*lined(text, cells, "ending", ink="strong"), BLANK, board_heads(look)]
    rows += [board_row(look, each) for each in found.debrief.issues]
    rows += [*paragraph(look.say("debrief-values-of"), cells, "  ", "soft"), BLANK, *score_rows(look, cells, found)]
    return Page(look.say("ending-result"), tuple(rows))


def sides(look: Look) -> list[int]:
    """The sides, the own one first."""
    return sorted((party.index for party in look.names.scenario.parties), key=lambda party: (party != look.view.party, party))[:MOST_SIDES]


def board_heads(look: Look) -> Row:
    """Titles of the board."""
    worth = "".join(fit(look.names.party(party), WORTH, right=True) for party in sides(look))
    texts = (
        fit("", CODE),
        fit(look.say("agenda-issue"), ISSUE),
        fit(look.say("ending-start"), LEVEL),
        fit(look.say("ending-reached"), LEVEL),
    )
    return row("  ", Span("".join(texts) + worth, "soft"))


def board_row(look: Look, each: IssueResult) -> Row:
    """One issue: at the start, at the end, and what that changed for each side."""
    entry = look.names.scenario.issues[each.issue]
    moved = each.reached != each.start
    gains = [after - before for before, after in zip(each.worth_start, each.worth_reached, strict=True)]
    worth = "".join(fit(look.drawn(points(gains[party])) if moved else "", WORTH, right=True) for party in sides(look))
    reached = look.level(each.issue, each.reached) if moved else look.say("ending-same")
    return row(
        "  ", fit(entry.id, CODE), fit(look.narrow(entry.short), ISSUE - 1) + " ", fit(look.level(each.issue, each.start), LEVEL - 1) + " ",
        Span(fit(reached, LEVEL), "strong" if moved else "soft"), Span(worth, "strong"), key=entry.id, why=(entry.id,),
    )  # fmt: skip


def score_rows(look: Look, cells: int, found: Found) -> list[Row]:
    """Scores by side, joint, and by seat, each with the number that it is about."""
    names, debrief = look.names, found.debrief
    lines = [(side_line(names, debrief, party), CellName("side", names.scenario.parties[party].id).what) for party in sides(look)]
    lines.append((joint_line(names, debrief), CellName("joint", "").what))
    lines += [(seat_line(names, drawn), CellName("seat", str(drawn.seat)).what) for drawn in debrief.agendas]
    if not debrief.results.winners:
        lines.append((names.say("debrief-no-common"), ""))
    rows: list[Row] = []
    for text, what in lines:
        rows += lined(drawn(look, text), cells, what or "common", (what,) if what else ())
    return rows


def notes(look: Look, cells: int) -> Page:
    """What can be done now; and in every language that this is no forecast."""
    others = [language for language in LANGUAGES if language != look.names.language]
    texts = [say(language, "report-note") for language in (look.names.language, *others)]
    return Page("", (*paragraph(look.say("ending-guide"), cells), *together(texts, cells)))


def together(texts: Sequence[str], cells: int) -> list[Row]:
    """Texts beside each other where there is room, else one below the other."""
    joined = "  ".join(texts)
    shown = [joined] if cell_len(joined) + 2 <= cells else list(texts)
    return [each for text in shown for each in paragraph(text, cells, ink="soft")]
