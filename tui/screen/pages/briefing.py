"""The briefing in six chapters: story, what the own side wants, who must agree, what was asked, a round, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sim.domain import Package
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table.appraisal import appraise
from sim.table.parts import GroupSeen, IssueSeen
from sim.table.quotas import ANY, GROUP, NOT, NUMBER, VALUE, WEIGHT, Condition, conditions
from sim.table.reason import origin_of
from tui.plain import sheets
from tui.plain.names import STEPS, value
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.reach import reachable
from tui.screen.pages.words import words_rows

CHAPTERS = ("1", "2", "3", "4", "5", "6")
OWN = ("2",)  # chapters that only a seat has
ISSUE, NUMBER_CELLS, LEVEL, GROUP_NAME = 22, 8, 18, 22  # cells of columns


def chapters_of(look: Look) -> tuple[str, ...]:
    """The chapters that who looks may read: the public table has the public ones."""
    return tuple(each for each in CHAPTERS if look.is_own or each not in OWN)


def briefing(look: Look, chapter: str, cells: int) -> Page:
    """A chapter, under the names of all of them."""
    found = chapters_of(look)
    rows = [tabs(look, chapter, found), BLANK, *MAKERS[chapter](look, min(cells, 110))]
    title = look.say(f"brief-chapter-{chapter}")
    return Page(title, tuple(reachable(rows)), look.say("brief-note", at=found.index(chapter) + 1, count=len(found)))


def tabs(look: Look, chapter: str, found: tuple[str, ...]) -> Row:
    """The names of the chapters, each a target for clicks."""
    spans: list[Span] = [Span(" ")]
    for each in found:
        name = f"{each} {look.say(f'brief-tab-{each}')}"
        text = f"[{name}]" if each == chapter else f" {name} "
        spans.append(Span(text, "strong own" if each == chapter else "soft", f"chapter:{each}"))
    return Row(tuple(spans))


def story(look: Look, cells: int) -> list[Row]:
    """What has happened, who sits at the table, and what this is."""
    names = look.names
    rows = [*paragraph(names.text(names.scenario.label), cells, ink="strong"), BLANK]
    for text in names.scenario.brief.get(names.language, ()):
        rows += paragraph(text, cells)
    seats = names.listed([names.seat(seat.id) for seat in look.view.seats])
    rows += [BLANK, *paragraph(look.say("brief-seats", seats=seats, rounds=look.view.rounds), cells)]
    return [*rows, BLANK, *paragraph(look.say("welcome-note"), cells, ink="soft")]


# --- what the own side wants ---


def aims(look: Look, cells: int) -> list[Row]:
    """Posture, weights in order, what the levels in force are worth, the secret agenda, what is known of the others' weights."""
    view, names = look.view, look.names
    rows: list[Row] = []
    if view.posture is not None and view.party is not None:
        posture = names.scenario.postures[view.posture]
        origin = origin_of(posture.source)
        rows += paragraph(
            look.say("brief-posture", side=names.party(view.party), label=names.text(posture.label),
                     origin=look.say(f"word-origin-{origin}") if origin else "none"), cells, ink="strong",
        )  # fmt: skip
        for text in posture.brief.get(names.language, ()):
            rows += paragraph(text, cells)
    rows += [BLANK, *weight_rows(look)]
    if view.utility is not None and view.party is not None:
        text = look.say("brief-worth", value=look.drawn(value(view.utility)))
        first, *more = paragraph(text, cells, "  ")
        why = f"utility.{names.scenario.parties[view.party].id}"
        rows += [BLANK, Row(first.line, "utility", (why,)), *more]
    if view.agenda is not None and view.viewer >= 0 and names.agenda(view.viewer, view.agenda):
        rows += paragraph(look.say("sheet-agenda", label=names.agenda(view.viewer, view.agenda)), cells, "  ")
    for seen in view.weights:
        if seen.postures:
            text = look.say("brief-others", side=names.party(seen.party), count=len(seen.postures), clues=len(view.clues))
            rows += paragraph(text, cells, "  ")
    return rows


def weight_rows(look: Look) -> list[Row]:
    """The issues by weight: the level in force and the one that is worth most to the own side."""
    ranked = sorted((issue for issue in look.view.issues if issue.weight), key=lambda issue: (-(issue.weight or 0), issue.index))
    head = row(
        "  ", Span(fit(look.say("brief-head-issue"), ISSUE), "soft"), Span(fit(look.say("brief-head-weight"), NUMBER_CELLS, right=True), "soft"),
        "   ", Span(fit(look.say("brief-head-now"), LEVEL), "soft"), Span(fit(look.say("brief-head-best"), LEVEL), "soft"),
    )  # fmt: skip
    return [head, *(weight_row(look, issue) for issue in ranked)]


def weight_row(look: Look, issue: IssueSeen) -> Row:
    """One issue."""
    entry = look.names.scenario.issues[issue.index]
    payoff = entry.payoff[look.view.party or 0]
    best = max(range(len(payoff)), key=lambda level: payoff[level])
    return row(
        "  ", fit(f"{entry.id} {look.narrow(entry.short)}", ISSUE), Span(fit(str(issue.weight), NUMBER_CELLS, right=True), "own"), "   ",
        fit(look.level(issue.index, issue.level), LEVEL), fit(look.level(issue.index, best), LEVEL), key=entry.id, why=(entry.id,),
    )  # fmt: skip


# --- who must agree ---


def bodies(look: Look, cells: int) -> list[Row]:
    """Every body: what it asks in words, and its groups with weight and support."""
    names, known = look.names, look.view.known
    package = Package((None,) * len(look.view.issues))
    found = appraise(known, package)
    rows = [*paragraph(look.say("brief-bodies", line=known.t[k.T_YES_AT]), cells), BLANK]
    for party in sorted(names.scenario.parties, key=lambda party: party.index != look.view.party):
        asks = conditions(known, package, found.body_of(party.index))
        body = next(body for body in names.scenario.bodies if body.party == party.index)
        formula = names.scenario.formulas.get(body.quota)
        parts = [condition(look, each) for each in asks] or [formula.text if formula is not None else "?"]
        rows += paragraph(
            look.say("brief-approves", side=names.party(party.index), what=look.say("brief-and").join(parts)), cells, ink="strong"
        )
        rows += [group_row(look, group) for group in look.view.groups if group.party == party.index]
        if body.mood:
            rows += paragraph(look.say("brief-mood", band=body.mood), cells, "  ", "soft")
        rows.append(BLANK)
    return rows[:-1]


def condition(look: Look, asked: Condition) -> str:
    """A condition of a quota in words."""
    names = look.names
    if asked.kind == WEIGHT:
        return look.say("brief-weight", amount=asked.amount)
    if asked.kind == GROUP:
        return look.say("brief-group", group=names.text(names.scenario.groups[asked.about].short))
    if asked.kind == NUMBER and asked.name is not None:
        return look.say("brief-number", name=names.number(asked.name), amount=asked.amount)
    if asked.kind == ANY:
        return look.say("brief-any", what=look.say("brief-or").join(condition(look, part) for part in asked.parts))
    if asked.kind == NOT:
        return look.say("brief-not", what=condition(look, asked.parts[0]))
    found = names.find(asked.written) if asked.kind == VALUE else None
    return names.text(found.label) if found is not None else asked.written


def group_row(look: Look, group: GroupSeen) -> Row:
    """One group: weight, and support or the word that is heard."""
    entry = look.names.scenario.groups[group.index]
    why: tuple[str, ...] = ()
    if group.support is not None:
        heard, why = look.say("brief-support", support=group.support), (entry.id,)
    else:
        is_heard = group.word is not None and 0 <= group.word < len(entry.words)
        word = look.names.text(entry.words[group.word or 0]) if is_heard else look.say("word-none")
        heard = look.say("brief-sounds", word=word)
    return row(
        "  ",
        fit(look.narrow(entry.short), GROUP_NAME),
        fit(look.say("brief-weighs", weight=group.weight), 16),
        heard,
        key=entry.id,
        why=why,
    )


# --- what was asked, a round, words ---


def asked(look: Look, cells: int) -> list[Row]:
    """Demands, requests and what runs; then what clues tell of the other side."""
    rows: list[Row] = [row(" ", Span(look.say("brief-asked"), "strong"))]
    for text in sheets.demands(look.names, look.view):
        rows += paragraph(text, cells, "  ")
    if look.is_own:
        rows += [BLANK, row(" ", Span(look.say("brief-told"), "strong"))]
        for text in sheets.clues(look.names, look.view):
            rows += paragraph(text, cells, "  ")
    return rows


def a_round(look: Look, cells: int) -> list[Row]:
    """The six steps, the present one marked."""
    rows = [*paragraph(look.say("brief-rounds", rounds=look.view.rounds, round=look.view.round), cells), BLANK]
    for step in range(s.STEP_END):
        is_now = step == look.view.step
        mark = look.signs.mark if is_now else " "
        name = Span(f"{mark} {step + 1} {look.names.step(step)}", "strong own" if is_now else "strong")
        first, *more = paragraph(look.say(f"brief-step-{STEPS[step]}", offers=look.view.offers), cells, "     ")
        rows += [row(" ", name), first, *more]
    return rows


def words(look: Look, cells: int) -> list[Row]:
    """The words of the game."""
    return words_rows(look.names.scenario.glossary, look.names.language, cells)


MAKERS: Mapping[str, Callable[[Look, int], list[Row]]] = {"1": story, "2": aims, "3": bodies, "4": asked, "5": a_round, "6": words}
