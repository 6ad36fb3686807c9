"""Demands: what is asked, until when, what follows; own requests; what is answered and what runs; what follows if nothing is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table import foreseen
from sim.table.foreseen import Foreseen, Who
from sim.table.happened import LastingBegan
from sim.table.parts import DemandSeen, LastingSeen, RequestSeen, TimerSeen
from tui.plain import sheets
from tui.plain.effects import effects_text
from tui.plain.phrases import requester
from tui.plain.telling import Telling, lasting_began
from tui.screen.ink import BLANK, Line, Page, Row, Span, fit, fit_line, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.choosing import drawn
from tui.screen.pages.response import brief, state_of
from tui.screen.pages.thresholds import of

NAME, LEVEL, DUE, MET = 6, 10, 6, 9
ISSUE, ISSUE_WIDE = 26, 38
INDENT = " " * 7


# --- what is asked ---


def demands(look: Look, cells: int) -> Page:
    """Demands, requests, what runs."""
    view = look.view
    rows: list[Row] = []
    if view.demands:
        rows += [heads(look, cells), *(each for demand in view.demands for each in demand_rows(look, demand, cells))]
    else:
        rows += paragraph(look.say("asked-none"), cells, ink="soft")
    rows += [each for text in ahead_lines(look) for each in paragraph(drawn(look, text), cells)]
    rows += section(look, cells, "asked-hand", list(sheets.hand(look.names, view)))
    rows += request_rows(look, cells)
    running = list(runs(look))
    rows += [BLANK, row(" ", Span(look.say("asked-runs"), "strong"))]
    rows += [each for text, key in running for each in run_rows(look, cells, text, key)]
    if not running:
        rows += paragraph(look.say("asked-runs-none"), cells, "   ", "soft")
    unmet = sum(not demand.is_met for demand in view.demands)
    return Page(look.say("asked-title", count=len(view.demands), unmet=unmet), tuple(rows))


def section(look: Look, cells: int, code: str, lines: Sequence[str]) -> list[Row]:
    """Lines under a title; nothing where there are none."""
    if not lines:
        return []
    return [
        BLANK,
        row(" ", Span(look.say(code), "strong")),
        *(each for text in lines for each in paragraph(drawn(look, text), cells, "   ")),
    ]


def heads(look: Look, cells: int) -> Row:
    """Titles of the columns."""
    text = fit("", NAME) + fit(look.say("asked-head-asks"), issue_cells(cells)) + fit(look.say("asked-head-now"), LEVEL)
    text += fit(look.say("asked-head-due"), DUE) + fit(look.say("asked-head-met"), MET) + look.say("asked-head-answer")
    return row(Span(f" {text}", "soft"))


def issue_cells(cells: int) -> int:
    """Cells of what is asked."""
    return ISSUE if cells < 110 else ISSUE_WIDE


def asks_of(look: Look, demand: DemandSeen) -> str:
    """What a demand asks, for a narrow column."""
    entry = look.names.scenario.issues[demand.issue]
    what = look.level(demand.issue, demand.level) if demand.level is not None else state_of(look, demand)
    return f"{entry.id} {look.narrow(entry.short)} {what}"


def demand_rows(look: Look, demand: DemandSeen, cells: int) -> list[Row]:
    """A demand, and below it what follows where it is not met."""
    entry = look.names.scenario.issues[demand.issue]
    is_near = not demand.is_met and demand.due <= look.view.round + 1
    asks = issue_cells(cells)
    spans = (
        Span(f" {fit(demand.name, NAME)}", "strong"), Span(fit(fit(asks_of(look, demand), asks - 1), asks), "strong"),
        Span(fit(fit(look.level(demand.issue, look.view.issues[demand.issue].level), LEVEL - 1), LEVEL), "", f"why:{entry.id}"),
        Span(fit(look.say("asked-due", round=demand.due), DUE), "warn" if is_near else ""),
        Span(fit(look.say(f"asked-met-{'yes' if demand.is_met else 'no'}"), MET), "good" if demand.is_met else "bad"),
        Span(answer_of(look, demand)),
    )  # fmt: skip
    first = Row(fit_line(spans, cells), demand.name, (entry.id,))
    return [first, *paragraph(unmet_line(look, demand), cells, INDENT, "soft")]


def answer_of(look: Look, demand: DemandSeen) -> str:
    """The answer that stands, with the issue that a counter links."""
    text = look.say(f"asked-answer-{demand.answer}")
    if demand.linked is not None:
        text = look.say("asked-linked", answer=text, issue=look.names.scenario.issues[demand.linked].id)
    if demand.initiative is not None:
        text = look.say("asked-linked", answer=text, issue=look.names.scenario.initiatives[demand.initiative].id)
    return text


def times_of(look: Look, demand: DemandSeen) -> int:
    """How many times the penalty counts."""
    return look.view.known.t[k.T_ACCEPTED_UNMET] if demand.doubled else 1


def missed(look: Look, demand: DemandSeen) -> tuple[Foreseen, ...]:
    """What follows where it is not met, as it would act now."""
    return foreseen.of_missed(look.view.known, demand.card, demand.issue)


def unmet_line(look: Look, demand: DemandSeen) -> str:
    """What follows where a demand is not met."""
    effects = drawn(look, effects_text(look.names, missed(look, demand)))
    return look.say("asked-unmet", effects=effects, times=times_of(look, demand))


def ahead_lines(look: Look) -> Iterator[str]:
    """The demand of the next round, where it is shown ahead; asked of the plain sheet, which has words for it."""
    view = look.view
    if view.ahead is not None:
        card = look.names.scenario.demands[view.ahead]
        level = None if card.asks == s.UNSET else card.asks
        term = look.names.term(card.issue, level) if level is not None else f"{look.names.issue(card.issue)}: {card.state}"
        effects = effects_text(look.names, foreseen.of_missed(view.known, card.index, card.issue))
        yield look.say("asked-ahead", name=card.id, term=term, effects=effects)


# --- requests ---


def request_effects(look: Look, request: RequestSeen) -> tuple[Foreseen, ...]:
    """What a request brings when it is met."""
    known = look.view.known
    return foreseen.of_list(known, known.t[k.T_REQUEST_LIST], Who(s.KIND_PLAY, party=requester(look.view), issue=request.issue))


def request_rows(look: Look, cells: int) -> list[Row]:
    """Requests in their slots: no penalty, and what they bring."""
    view = look.view
    if not view.requests:
        return []
    asks = issue_cells(cells)
    rows = [BLANK, row(" ", Span(look.say("asked-requests", side=side_of_requests(look)), "strong"))]
    for request in view.requests:
        entry = look.names.scenario.issues[request.issue]
        name = f"{entry.id} {look.narrow(entry.short)} {look.level(request.issue, request.asks)}"
        now = look.level(request.issue, view.issues[request.issue].level)
        spans = (Span(f" {fit('', NAME)}"), Span(fit(fit(name, asks - 1), asks), "own"), Span(now))
        rows.append(Row(fit_line(spans, cells), f"request {entry.id}", (entry.id,)))
        gain = drawn(look, effects_text(look.names, request_effects(look, request)))
        rows += paragraph(look.say("asked-brings", effects=gain), cells, INDENT, "soft")
    return rows


def side_of_requests(look: Look) -> str:
    """Whose requests these are."""
    party = requester(look.view)
    return look.names.party(party) if party != s.UNSET else look.say("word-nobody")


# --- what runs ---


def run_rows(look: Look, cells: int, text: str, key: str) -> list[Row]:
    """Something that runs; its first line can be chosen where it has a card."""
    rows = paragraph(drawn(look, text), cells, "   ")
    return [Row(rows[0].line, key, rows[0].why), *rows[1:]] if key else rows


def runs(look: Look) -> Iterator[tuple[str, str]]:
    """Joint work, proposals, links, what comes later, what holds for a while: a sentence, and the key of its row or ""."""
    names, view = look.names, look.view
    for seen in view.initiatives:
        if seen.status == 2:
            yield sheets.initiative_line(names, view, seen), f"initiative {seen.index}"
    for proposal in view.proposals:
        yield sheets.proposal_line(names, proposal.kind, proposal.a, proposal.b, proposal.by), f"proposal {proposal.row}"
    for link in view.links:
        yield names.say("tell-linked", first=names.issue(link.a), second=names.issue(link.b)), f"link {link.a} {link.b}"
    for number, timer in enumerate(view.timers):
        yield timer_line(look, timer), f"timer {number}"
    for number, lasting in enumerate(view.lasting):
        yield lasting_line(look, lasting), f"lasting {number}"
    cards = names.scenario.initiatives
    opened = [
        f"{cards[seen.index].id} {names.text(cards[seen.index].short)}" for seen in view.initiatives if seen.status == 1 and seen.may_start
    ]
    if opened:
        yield look.say("asked-open", names=names.listed(opened)), ""


def timer_line(look: Look, timer: TimerSeen) -> str:
    """Something that comes later: when, what, and why."""
    names = look.names
    causes = names.scenario.causes
    cause = names.cause(causes[timer.cause]) if 0 <= timer.cause < len(causes) else ""
    cell = of(names.scenario).names.get(timer.target) if timer.verb == k.VERB_ADD else None
    what = names.say("word-effect-add", name=names.number(cell), amount=f"{timer.amount:+d}") if cell is not None else "none"
    return look.say("asked-timer", round=timer.round, step=names.step(timer.step), what=what, cause=cause or look.say("word-cause-play"))


def lasting_line(look: Look, lasting: LastingSeen) -> str:
    """Something that holds for a while."""
    causes = look.names.scenario.causes
    cause = causes[lasting.cause] if 0 <= lasting.cause < len(causes) else None
    event = LastingBegan(0, lasting.kind, lasting.a, lasting.b, lasting.amount, lasting.until, cause)
    return lasting_began(Telling(look.names, look.view, round=look.view.round), event)[0]


# --- what follows if nothing is agreed ---


def nearest(look: Look) -> tuple[DemandSeen, ...]:
    """The unmet demands of the nearest deadline."""
    unmet = [demand for demand in look.view.demands if not demand.is_met]
    due = min((demand.due for demand in unmet), default=0)
    return tuple(demand for demand in unmet if demand.due == due)


def last_line(look: Look) -> str:
    """What follows if nothing is agreed until the nearest deadline."""
    found = nearest(look)
    if not found:
        return look.say("asked-nothing-due") if look.view.demands else look.say("asked-nothing")
    effects = [drawn(look, effects_text(look.names, missed(look, demand))) for demand in found]
    doubled = "yes" if any(times_of(look, demand) > 1 for demand in found) else "no"
    return look.say("asked-if-nothing", round=found[0].due, effects=look.names.listed(effects), count=len(found), doubled=doubled)


def last_page(look: Look, cells: int) -> Page:
    """The last line as a pane."""
    return Page(look.say("asked-then"), tuple(paragraph(last_line(look), cells)))


# --- for the wide table ---

COMPACT = (6, 20, 5)


def compact(look: Look, cells: int, lines: int) -> Page:
    """Demands and requests for a pane of the wide table; lines: of the pane without its title."""
    name, asks, due = COMPACT
    first = Row((Span(f" {fit('', name)}{fit(look.say('asked-head-asked'), asks)}{fit(look.say('asked-head-due'), due)}", "soft"),
                 Span(look.say("asked-head-unmet"), "soft")))  # fmt: skip
    rows = [first]
    room = cells - 1 - name - asks - due - 1
    for demand in look.view.demands:
        what = look.level(demand.issue, demand.level) if demand.level is not None else state_of(look, demand)
        text = f"{look.names.scenario.issues[demand.issue].id} {what}"
        ink = "warn" if not demand.is_met and demand.due <= look.view.round + 1 else ""
        unmet = look.say("asked-is-met") if demand.is_met else brief(look, missed(look, demand), room)
        rows.append(compact_row(demand.name, text, look.say("asked-due", round=demand.due), unmet, ink, cells))
    for request in look.view.requests:
        text = look.names.term(request.issue, request.asks)
        gain = look.say("asked-brings-short", effects=brief(look, request_effects(look, request), room - 5))
        who = look.say("asked-you") if requester(look.view) == look.view.party else look.say("asked-other")
        rows.append(compact_row(who, text, look.signs.minus * 2, gain, "own", cells))
    if len(rows) == 1:
        rows += paragraph(look.say("asked-none"), cells, ink="soft")
    for text in short_lines(look):
        if len(rows) < lines and cell_len(text) <= cells - 1:
            rows.append(row(Span(f" {text}", "soft")))
    return Page(look.say("asked-compact"), tuple(rows[: max(lines, 1)]))


def compact_row(name: str, text: str, due: str, unmet: str, ink: str, cells: int) -> Row:
    """One line: name, what is asked, until when, what follows."""
    width, asks, dues = COMPACT
    spans: Line = (Span(f" {fit(fit(name, width - 1), width)}", ink), Span(fit(fit(text, asks - 1), asks), "strong"),
                   Span(fit(due, dues), ink), Span(unmet))  # fmt: skip
    return Row(fit_line(spans, cells), name)


def short_lines(look: Look) -> Iterator[str]:
    """Answered and running things in a few words each."""
    view, names = look.view, look.names
    given = [look.say("asked-gave", name=each.name, answer=answer_of(look, each)) for each in view.demands if each.answer]
    if given:
        yield look.say("asked-given", answers=names.listed(given))
    work = [f"{names.scenario.initiatives[each.index].id} {look.say('asked-due', round=each.ready or 0)}" for each in view.initiatives if each.status == 2]  # fmt: skip
    if work:
        yield look.say("asked-working", names=names.listed(work))
    if view.proposals:
        yield look.say("asked-waiting", count=len(view.proposals))
    if view.links:
        pairs = [f"{names.scenario.issues[each.a].id}+{names.scenario.issues[each.b].id}" for each in view.links]
        yield look.say("asked-links", names=names.listed(pairs))
