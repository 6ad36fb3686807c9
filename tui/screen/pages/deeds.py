"""Acts: everything a seat may do, with price and effect as they would be now; what is closed keeps its row and says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.domain import Named
from sim.kernel import codes as c
from sim.table.actions import Action
from sim.table.option_values import Option
from tui.plain.acts import ACT_WORDS, picked, sentence
from tui.plain.names import refusal_text
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row
from tui.screen.look import Look

NAME, PRICE, BELIEF = 30, 5, 6
# Kinds of acts in the order in which they stand, each under its title; a kind with many forms is folded behind one row.
GROUPS = (
    ("asked", (c.ACT_CHOOSE, c.ACT_POSTPONE, c.ACT_TAKE, c.ACT_DECLINE, c.ACT_AGREE, c.ACT_DEMAND)),
    ("levers", (c.ACT_LEVER,)),
    ("joint", (c.ACT_INITIATIVE,)),
    ("learn", (c.ACT_PROBE, c.ACT_CONSULT, c.ACT_GUESS)),
    ("other", (c.ACT_PACK,)),
    ("links", (c.ACT_LINK, c.ACT_UNLINK)),
    ("moves", (c.ACT_DECIDE, c.ACT_REOPEN)),
    ("step", (c.ACT_ACCEPT, c.ACT_HOLD, c.ACT_BREAK, c.ACT_SUBMIT, c.ACT_KEEP_BACK, c.ACT_DONE)),
)
FOLDED = (c.ACT_LINK, c.ACT_UNLINK, c.ACT_DECIDE, c.ACT_REOPEN)
FEW = 3  # forms of a folded kind that still stand one by one
ASKED_FIRST = (c.ACT_DECIDE, c.ACT_REOPEN, c.ACT_BREAK, c.ACT_KEEP_BACK, c.ACT_GUESS, c.ACT_ACCEPT, c.ACT_SUBMIT)
SHEETS = {"answer": "response", "offer": "composer", "course": "response", "groundwork": "home"}


@dataclass(frozen=True, slots=True)
class Deed:
    """A row of the sheet. option: an act; kind: a folded kind, opened by choosing it; sheet: another sheet on which it is done."""

    key: str
    option: Option | None = None
    kind: int = -1
    sheet: str = ""


def deeds(look: Look, opened: int = -1) -> list[tuple[str, list[Deed]]]:
    """Titles with their rows. opened: a folded kind whose forms are wanted."""
    options = look.options
    if options is None:
        return []
    if opened >= 0:
        return [("links" if opened in (c.ACT_LINK, c.ACT_UNLINK) else "moves", of_options(options.of_kind(opened)))]
    found = [("sheets", [Deed(f"sheet {word}", sheet=sheet) for word, sheet in open_sheets(look)])]
    found += [(title, list(of_kinds(look, kinds))) for title, kinds in GROUPS]
    return [(title, rows) for title, rows in found if rows]


def open_sheets(look: Look) -> Iterator[tuple[str, str]]:
    """What is put together on a sheet of its own."""
    options = look.options
    if options is None:
        return
    if any(option.is_open for option in options.of_kind(c.ACT_ANSWER)):
        yield "answer", SHEETS["answer"]
    if options.courses is not None:
        yield "course", SHEETS["course"]
    if options.offer is not None or options.suggestion is not None:
        yield "offer", SHEETS["offer"]
    if options.groundwork is not None:
        yield "groundwork", SHEETS["groundwork"]


def of_kinds(look: Look, kinds: tuple[int, ...]) -> Iterator[Deed]:
    """The acts of some kinds; a kind with many forms is one row."""
    assert look.options is not None
    for kind in kinds:
        found = look.options.of_kind(kind)
        if kind in FOLDED and len(found) > FEW:
            yield Deed(f"fold {kind}", kind=kind)
        else:
            yield from of_options(found)


def of_options(options: tuple[Option, ...]) -> list[Deed]:
    """A row for each act."""
    return [Deed(key_of(option.action), option) for option in options]


def key_of(action: Action) -> str:
    """By what a row is known."""
    return f"{action.kind} {action.a} {action.b} {action.c}"


def acts(look: Look, cells: int, opened: int = -1) -> Page:
    """The list."""
    groups = deeds(look, opened)
    rows: list[Row] = []
    for title, found in groups:
        heads = fit(look.say("deeds-price"), PRICE, right=True) + fit(look.say("deeds-belief"), BELIEF, right=True)
        rows.append(row(" ", Span(fit(look.say(f"deeds-{title}"), NAME + 2), "strong"), Span(heads if title == "levers" else "", "soft")))
        rows += [deed_row(look, each, cells) for each in found]
    if not rows:
        rows = paragraph(look.say("deeds-none"), cells)
    return Page(look.say("deeds-title"), tuple(rows))


def deed_row(look: Look, deed: Deed, cells: int) -> Row:
    """One row: what it is, price, credibility, what it does or why it is closed."""
    if deed.option is None:
        text = look.say(f"deeds-fold-{ACT_WORDS[deed.kind]}") if deed.kind >= 0 else look.say(f"deeds-{deed.key.replace(' ', '-')}")
        return row("    ", Span(text), Span(f"  {look.signs.more}", "key"), key=deed.key)
    option = deed.option
    room = cells - NAME - PRICE - BELIEF - 7
    text = does(look, option) if option.is_open else closed(look, option)
    ink = "" if option.is_open else "soft"
    return row(
        "  ", Span("  " if option.is_open else "x ", "soft"), Span(fit(name_of(look, option.action), NAME), ink),
        Span(fit(str(option.price), PRICE, right=True), ink), Span(fit(belief(look, option.action), BELIEF, right=True), ink),
        "  ", Span(fit(text, room), ink), key=deed.key, why=why_of(look, option.action),
    )  # fmt: skip


def does(look: Look, option: Option) -> str:
    """What an act does, as it would act now."""
    text = sentence(look.names, look.view, option.action, option.price)
    behind = text.partition(": ")[2] or text.partition("：")[2]
    return look.drawn((behind or text).strip())


def closed(look: Look, option: Option) -> str:
    """Why an act cannot be done now."""
    return refusal_text(look.names, option.code, dict(option.facts))


def name_of(look: Look, action: Action) -> str:
    """An act in a few words."""
    scenario = look.names.scenario
    pools: dict[int, tuple[Named, ...]] = {
        c.ACT_LEVER: scenario.levers, c.ACT_INITIATIVE: scenario.initiatives, c.ACT_PACK: scenario.acts, c.ACT_GUESS: scenario.postures,
        c.ACT_CONSULT: scenario.groups,
    }  # fmt: skip
    word = ACT_WORDS[action.kind]
    if action.kind == c.ACT_LEVER:
        label, on = look.names.text(scenario.levers[action.a].short), picked(look.names, look.view, action)
        return label if on == "none" else look.say("deeds-lever-on", label=label, on=on)
    if action.kind in pools:
        label = look.names.text(pools[action.kind][action.a].short)
        return label if action.kind in (c.ACT_INITIATIVE, c.ACT_PACK) else look.say(f"deeds-{word}", name=label)
    text = sentence(look.names, look.view, action)
    return text.partition(": ")[0].partition("：")[0].partition("; ")[0].partition("；")[0]


def belief(look: Look, action: Action) -> str:
    """How much of a lever is believed, in per cent."""
    if action.kind != c.ACT_LEVER:
        return ""
    credibility = look.view.levers[action.a].credibility
    return str(credibility) if credibility is not None else "--"


def why_of(look: Look, action: Action) -> tuple[str, ...]:
    """By what name the numbers of an act are explained."""
    if action.kind != c.ACT_LEVER:
        return ()
    entry = look.names.scenario.levers[action.a]
    names = [entry.id]
    if look.view.levers[action.a].credibility is not None:
        names.append(f"{entry.id}.credibility")
    return tuple(names)


def about(look: Look, cells: int, deed: Deed | None, notation: str) -> Page:
    """The chosen act in full."""
    if deed is None or deed.option is None:
        return Page(look.say("deeds-about"), tuple(paragraph(look.say("deeds-about-none"), cells, ink="soft")))
    option = deed.option
    rows = paragraph(look.drawn(sentence(look.names, look.view, option.action, option.price)), cells, ink="strong")
    if not option.is_open:
        rows += paragraph(closed(look, option), cells, ink="warn")
    entry = entry_of(look, option.action)
    if entry is not None and entry.note is not None:
        rows += paragraph(look.names.text(entry.note), cells, ink="soft")
    rows.append(BLANK)
    rows += [row(" ", Span(notation, "soft"))]
    if entry is not None:
        rows += [row(" ", Span(look.say("deeds-source", tags=" ".join(entry.source) or "-", place=str(entry.place)), "soft"))]
    return Page(look.say("deeds-about"), tuple(rows))


def entry_of(look: Look, action: Action) -> Named | None:
    """The entry of the rule files behind an act."""
    scenario = look.names.scenario
    pools: dict[int, tuple[Named, ...]] = {c.ACT_LEVER: scenario.levers, c.ACT_INITIATIVE: scenario.initiatives, c.ACT_PACK: scenario.acts}
    pool = pools.get(action.kind)
    return pool[action.a] if pool is not None else None
