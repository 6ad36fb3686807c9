"""Acts: everything a seat may do, with price and effect as they would be now; what is closed keeps its row and says why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from sim.domain import Named
from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table import foreseen
from sim.table.actions import Action
from sim.table.foreseen import Foreseen
from sim.table.option_values import Option
from sim.table.reason import origin_of
from tui.plain.acts import ACT_WORDS, of_proposal, picked, picked_issue, sentence
from tui.plain.guide import reframe_facts
from tui.plain.names import STEPS, refusal_text
from tui.plain.names import sentence as capital
from tui.screen.ink import Page, Row, Span, fit, fit_line, line, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.choosing import drawn
from tui.screen.pages.conditions import condition
from tui.screen.pages.deed_tree import Deed, Group, word_of
from tui.screen.pages.response import brief

NAME, NAME_WIDE, PRICE, BELIEF = 26, 40, 5, 6
WIDE = 110


# --- the list ---


def acts(look: Look, cells: int, groups: Sequence[Group], trail: Sequence[Deed]) -> Page:
    """A list. trail: the rows behind which it lies."""
    rows: list[Row] = []
    for title, found in groups:
        rows.append(head(look, cells, title_text(look, title), is_first=not rows))
        rows += [deed_row(look, each, cells, trail) for each in found]
    if not rows:
        rows = paragraph(look.say("deeds-none"), cells)
    return Page(title_of(look, groups, trail), tuple(rows), note_of(look))


def head(look: Look, cells: int, title: str, is_first: bool) -> Row:
    """The title of a group; over the first one stand the titles of the columns."""
    name = name_cells(cells) + 3
    if not is_first:
        return row(" ", Span(title, "strong"))
    columns = fit(look.say("deeds-price"), PRICE, right=True) + fit(look.say("deeds-belief"), BELIEF, right=True)
    return row(" ", Span(fit(title, name), "strong"), Span(f"{columns}  {look.say('deeds-does')}", "soft"))


def name_cells(cells: int) -> int:
    """Cells of the names."""
    return NAME_WIDE if cells >= WIDE else NAME


def title_text(look: Look, title: str) -> str:
    """The title of a group; what is asked says of what."""
    view = look.view
    if title == "asked" and view.choice is not None:
        return look.say("deeds-asked-card", card=look.names.entry(view.choice.entry))
    if title == "asked" and view.reframe is not None:
        return look.say("deeds-asked-reframe", **reframe_facts(look.names, view))
    return look.say(f"deeds-{title}")


def title_of(look: Look, groups: Sequence[Group], trail: Sequence[Deed]) -> str:
    """How many acts are open; behind a row, whose forms these are."""
    if trail:
        return look.say("deeds-of", name=name_of(look, trail[-1], trail[:-1]))
    count = sum(deed.is_open for _, rows in groups for deed in rows)
    return look.say("deeds-title", count=count)


def note_of(look: Look) -> str:
    """What the seat has to spend."""
    if look.party is None or not look.seat:
        return ""
    seat = look.view.seats[look.names.seating.named(look.seat).index]
    party = look.view.parties[look.party]
    return look.say("deeds-means", capital=party.capital, tokens=seat.tokens + party.tokens)


def deed_row(look: Look, deed: Deed, cells: int, trail: Sequence[Deed]) -> Row:
    """One row: what it is, price, credibility, what it does or why it is closed."""
    room = cells - name_cells(cells) - PRICE - BELIEF - 7
    ink = "" if deed.is_open else "soft"
    price, belief = price_text(look, deed), belief_text(look, deed)
    spans = line(
        "  " if deed.is_open else " x ", " " if deed.is_open else "", Span(fit(fit(name_of(look, deed, trail), name_cells(cells)), name_cells(cells)), ink),
        Span(fit(price, PRICE, right=True), ink), Span(fit(belief, BELIEF, right=True), ink), "  ", Span(does(look, deed, room), ink),
    )  # fmt: skip
    return Row(fit_line(spans, cells), deed.key, why_of(look, deed))


def price_text(look: Look, deed: Deed) -> str:
    """The price; of several forms, from the least to the most; of joint work what each side pays, the own side first."""
    if deed.kind == c.ACT_INITIATIVE and deed.option is not None:
        cost = next((seen.cost for seen in look.view.initiatives if seen.index == deed.option.action.a), ())
        ordered = sorted(range(len(cost)), key=lambda party: (party != look.party, party))
        return "/".join(str(cost[party]) for party in ordered)
    prices = sorted({each.option.price for each in deed.inside if each.option is not None})
    if deed.option is not None:
        return "" if deed.key.startswith("closed ") or deed.kind in FREE else str(deed.option.price)
    if not prices or deed.kind in FREE:
        return ""
    return str(prices[0]) if len(prices) == 1 else f"{prices[0]}-{prices[-1]}"


# The step in which a kind of act has its place; levers have several.
STEP_OF: Mapping[int, int] = {
    c.ACT_DEMAND: s.STEP_DEMAND,
    **dict.fromkeys((c.ACT_ANSWER, c.ACT_COURSE), s.STEP_RESPONSE),
    **dict.fromkeys((c.ACT_PROBE, c.ACT_INITIATIVE, c.ACT_PACK, c.ACT_AGREE, c.ACT_LINK, c.ACT_UNLINK, c.ACT_OFFER), s.STEP_TALKS),
    **dict.fromkeys((c.ACT_ACCEPT, c.ACT_HOLD, c.ACT_BREAK, c.ACT_DECIDE, c.ACT_REOPEN), s.STEP_TALKS),
    **dict.fromkeys((c.ACT_CONSULT, c.ACT_GROUNDWORK, c.ACT_SUBMIT, c.ACT_KEEP_BACK), s.STEP_HOME),
    c.ACT_GUESS: s.STEP_RESOLVE,
}
FREE = (
    c.ACT_ACCEPT, c.ACT_HOLD, c.ACT_BREAK, c.ACT_SUBMIT, c.ACT_KEEP_BACK, c.ACT_DONE, c.ACT_TAKE, c.ACT_DECLINE, c.ACT_POSTPONE, c.ACT_LINK,
    c.ACT_UNLINK, c.ACT_CONSULT, c.ACT_GUESS, c.ACT_DEMAND,
)  # fmt: skip


def lever_of(deed: Deed) -> int:
    """The lever of a row, UNSET for none."""
    if deed.kind != c.ACT_LEVER:
        return UNSET
    return deed.option.action.a if deed.option is not None else deed.about


def belief_text(look: Look, deed: Deed) -> str:
    """How much of a lever is believed, in per cent."""
    lever = lever_of(deed)
    if lever == UNSET:
        return ""
    credibility = look.view.levers[lever].credibility
    return str(credibility) if credibility is not None else "--"


def does(look: Look, deed: Deed, room: int) -> str:
    """What a row does as far as there is room, or why it is closed."""
    if deed.option is not None and not deed.option.is_open:
        return drawn(look, closed_short(look, deed.option))
    if deed.sheet:
        return look.say("deeds-opens", sign=look.signs.more)
    if deed.inside:
        return forms(look, deed, room)
    assert deed.option is not None
    effects = effects_of(look, deed.option.action)
    if effects is not None:
        return brief(look, effects, room)
    return drawn(look, short_text(look, deed.option.action))


def forms(look: Look, deed: Deed, room: int) -> str:
    """How many forms lie behind a row, and of a lever what it does."""
    text = look.say("deeds-forms", count=len(deed.inside), sign=look.signs.more)
    first = deed.inside[0].option
    if deed.kind != c.ACT_LEVER or first is None:
        return text
    return f"{brief(look, effects_of(look, first.action) or (), room - cell_len(text) - 2)}  {text}"


def closed_short(look: Look, option: Option) -> str:
    """Why an act cannot be done now, in a few words: the step in which it can, what is missing, or the first sentence of the refusal."""
    if option.code == "not-now" and option.action.kind in STEP_OF:
        step = STEP_OF[option.action.kind]
        if step == look.view.step:
            return look.say("deeds-opens-part", step=look.say(f"word-step-{STEPS[step]}"))
        return look.say("deeds-opens-in", step=look.say(f"word-step-{STEPS[step]}"), number=step + 1)
    if option.code == "not-now" and option.action.kind == c.ACT_LEVER:
        return look.say("deeds-opens-lever")
    text = closed_text(look, option)
    return re.split(r"(?<=\.) |(?<=。)", text)[0].rstrip(".。")


def closed_text(look: Look, option: Option) -> str:
    """Why an act cannot be done now: what is missing in words, else the refusal."""
    needs = needs_of(look, option.action) if option.code == "needs-not-met" else ""
    return look.say("deeds-needs", needs=needs) if needs else refusal_text(look.names, option.code, dict(option.facts))


def needs_of(look: Look, action: Action) -> str:
    """What must hold for an act, in words."""
    t = look.view.known.t
    regions = {c.ACT_LEVER: k.T_LEVER_NEEDS_EXPR, c.ACT_INITIATIVE: k.T_INIT_NEEDS_EXPR, c.ACT_PACK: k.T_ACT_NEEDS_EXPR}
    region = regions.get(action.kind)
    return condition(look, t[region + action.a]) if region is not None else ""


def effects_of(look: Look, action: Action) -> Sequence[Foreseen] | None:
    """What an act does to numbers; None where it is told by a sentence."""
    known = look.view.known
    if action.kind == c.ACT_LEVER:
        group = action.b if look.names.scenario.levers[action.a].pick == "group" else UNSET
        return foreseen.of_lever(known, action.a, group, picked_issue(look.view, action))
    if action.kind == c.ACT_INITIATIVE:
        return foreseen.of_initiative(known, action.a)
    if action.kind == c.ACT_PACK:
        return foreseen.of_act(known, action.a)
    if action.kind == c.ACT_CHOOSE:
        return foreseen.of_option(known, action.a)
    if action.kind == c.ACT_DEMAND:
        return foreseen.of_missed(known, action.a, look.names.scenario.demands[action.a].issue)
    return None


def short_text(look: Look, action: Action) -> str:
    """What an act without effects does, in a few words."""
    if action.kind == c.ACT_GUESS:
        return " ".join(look.names.scenario.postures[action.a].brief.get(look.names.language, ()))
    if action.kind in (c.ACT_DECIDE, c.ACT_REOPEN):
        return look.say("deeds-now", level=look.names.level(action.a, look.view.issues[action.a].level))
    if action.kind in (c.ACT_PROBE, c.ACT_CONSULT, c.ACT_LINK, c.ACT_UNLINK, c.ACT_AGREE):
        return look.say(f"deeds-does-{ACT_WORDS[action.kind]}")
    return sentence(look.names, look.view, action)


# --- names ---


def name_of(look: Look, deed: Deed, trail: Sequence[Deed] = ()) -> str:
    """A row in a few words."""
    if deed.sheet or deed.key.startswith("closed "):
        return look.say(f"deeds-kind-{word_of(deed)}")
    if deed.inside:
        if deed.kind == c.ACT_LEVER:
            return look.names.text(look.names.scenario.levers[deed.about].short)
        return look.names.issue(deed.about) if deed.about != UNSET else look.say(f"deeds-kind-{word_of(deed)}")
    assert deed.option is not None
    if deed.kind == c.ACT_LEVER and not deed.is_open:  # what it might be played on does not matter now
        return look.names.text(look.names.scenario.levers[deed.option.action.a].short)
    return name_of_act(look, deed.option.action, trail[-1].about if trail else UNSET)


def name_of_act(look: Look, action: Action, about: int = UNSET) -> str:
    """An act in a few words. about: the issue that its list speaks of."""
    names, scenario = look.names, look.names.scenario
    kind = action.kind
    pools: Mapping[int, Sequence[Named]] = {
        c.ACT_INITIATIVE: scenario.initiatives, c.ACT_PACK: scenario.acts, c.ACT_GUESS: scenario.postures, c.ACT_CONSULT: scenario.groups,
    }  # fmt: skip
    if kind in pools:
        entry = pools[kind][action.a]
        return f"{entry.id} {names.text(entry.short)}" if kind == c.ACT_INITIATIVE else names.text(entry.short)
    if kind == c.ACT_LEVER:
        label, on = names.text(scenario.levers[action.a].short), picked(names, look.view, action)
        return label if on == "none" else look.say("deeds-lever-on", label=label, on=on)
    if kind in (c.ACT_LINK, c.ACT_UNLINK):
        if about != UNSET:
            return names.issue(action.b if action.a == about else action.a)
        return look.say("deeds-pair", first=names.issue(action.a), second=names.issue(action.b))
    if kind in (c.ACT_DECIDE, c.ACT_REOPEN):
        return names.term(action.a, action.b)
    if kind == c.ACT_DEMAND:
        card = scenario.demands[action.a]
        return f"{card.id} {names.term(card.issue, card.asks) if card.asks != UNSET else names.issue(card.issue)}"
    return look.say(f"deeds-name-{ACT_WORDS[kind]}", **name_facts(look, action))


def name_facts(look: Look, action: Action) -> dict[str, str | int]:
    """What the names of some acts are about."""
    if action.kind == c.ACT_CHOOSE:
        return {"what": option_label(look, action.a)}
    if action.kind == c.ACT_AGREE:
        return {"what": str(of_proposal(look.names, look.view, action)["what"])}
    if action.kind == c.ACT_PROBE:
        return {"token": "token" if action.a == 1 else "capital"}
    if action.kind in (c.ACT_POSTPONE, c.ACT_TAKE, c.ACT_DECLINE):
        return {"what": look.view.demands[action.a].name if 0 <= action.a < len(look.view.demands) else "none"}
    return {}


def option_label(look: Look, option: int) -> str:
    """What an option of the card that asks is called."""
    chosen = look.view.choice.options[option][0] if look.view.choice is not None and option < len(look.view.choice.options) else ""
    every = (entry for entries in look.names.scenario.options.values() for entry in entries)
    return next((look.names.text(entry.label) for entry in every if entry.id == chosen), chosen)


def why_of(look: Look, deed: Deed) -> tuple[str, ...]:
    """By what names the numbers of a row are explained."""
    lever = lever_of(deed)
    if lever != UNSET:
        id_ = look.names.scenario.levers[lever].id
        return (id_, f"{id_}.credibility") if look.view.levers[lever].credibility is not None else (id_,)
    if deed.kind in (c.ACT_DECIDE, c.ACT_REOPEN) and deed.option is not None:
        return (look.names.scenario.issues[deed.option.action.a].id,)
    return ()


# --- the chosen one ---


def about(look: Look, cells: int, deed: Deed | None, trail: Sequence[Deed], notation: str) -> Page:
    """The chosen row in full."""
    if deed is None:
        return Page(look.say("deeds-about"))
    title = name_of(look, deed, trail)
    if deed.option is None:
        text = look.say("deeds-about-sheet" if deed.sheet else "deeds-about-forms")
        rows = paragraph(text, cells)
        lever = lever_of(deed)
        rows += entry_rows(look, cells, look.names.scenario.levers[lever]) if lever != UNSET else []
        return Page(title, tuple(rows))
    option, action = deed.option, deed.option.action
    rows = []
    if not option.is_open:
        rows += paragraph(closed_text(look, option), cells, ink="warn")
    if not deed.key.startswith("closed "):
        rows += paragraph(drawn(look, capital(sentence(look.names, look.view, action, option.price))), cells)
        needs = needs_of(look, action) if option.code != "needs-not-met" else ""
        rows += paragraph(look.say("deeds-needs", needs=needs), cells, ink="soft") if needs else []
        rows += more_of(look, cells, action)
        rows += [row(" ", Span(notation, "soft"))]
    return Page(title, tuple(rows))


def more_of(look: Look, cells: int, action: Action) -> list[Row]:
    """What else is known of the entry behind an act."""
    scenario = look.names.scenario
    pools: Mapping[int, Sequence[Named]] = {c.ACT_LEVER: scenario.levers, c.ACT_INITIATIVE: scenario.initiatives, c.ACT_PACK: scenario.acts}
    rows = []
    if action.kind == c.ACT_LEVER:
        seen = look.view.levers[action.a]
        last = seen.last_use or "none"
        rows += paragraph(look.say("deeds-uses", uses=seen.uses, last=last, announced=seen.announced or "none"), cells, ink="soft")
    if action.kind in pools:
        rows += entry_rows(look, cells, pools[action.kind][action.a])
    return rows


def entry_rows(look: Look, cells: int, entry: Named) -> list[Row]:
    """The words of an entry, and where it comes from."""
    brief_text = " ".join(entry.brief.get(look.names.language, ()))
    texts = [brief_text, look.names.text(entry.note)]
    rows = [each for text in texts if text for each in paragraph(text, cells, ink="soft")]
    return [*rows, *paragraph(source_text(look, entry), cells, ink="soft")]


def source_text(look: Look, entry: Named) -> str:
    """Origin in one word, source tags, place."""
    origin = origin_of(entry.source)
    word = look.say(f"word-origin-{origin}") if origin else "none"
    return look.say("deeds-source", origin=word, tags=" ".join(entry.source) or "none", place=str(entry.place))
