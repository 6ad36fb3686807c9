"""Clues: what is known of how much the issues weigh for another side, what it has asked and offered, and which postures are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sim.kernel import codes as c
from sim.kernel import tables as k
from sim.table import happened as h
from sim.table.knowledge import Clue
from sim.table.parts import WeightsSeen
from tui.screen.ink import Line, Page, Row, Span, fit, fit_line, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.agenda import code_cells

NAME, CLUE, ASKED = 15, 18, 20


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said of an issue. level: None where a state was asked for; name: of a demand, "" for an offer."""

    level: int | None
    round: int
    name: str = ""


@dataclass(slots=True)
class Story:
    """What the sides have asked and offered so far: the last word of each, by party and issue."""

    asked: dict[tuple[int, int], Said] = field(default_factory=dict)
    offered: dict[tuple[int, int], Said] = field(default_factory=dict)
    agreed: dict[int, Said] = field(default_factory=dict)  # by issue


def story(events: Iterable[h.Happened]) -> Story:
    """What was asked, offered and agreed, from what happened at the table."""
    found, round_ = Story(), 0
    for event in events:
        if isinstance(event, h.RoundBegan):
            round_ = event.round
        elif isinstance(event, h.DemandCame):
            found.asked[event.by, event.issue] = Said(event.level, round_, event.name)
        elif isinstance(event, h.OfferTabled):
            for issue, level in named(event.levels):
                found.offered[event.party, issue] = Said(level, round_)
        elif isinstance(event, h.AccordReached):
            for issue, level in named(event.levels):
                found.agreed[issue] = Said(level, round_)
    return found


def named(levels: Sequence[int | None]) -> list[tuple[int, int]]:
    """The issues that a package names."""
    return [(issue, level) for issue, level in enumerate(levels) if level is not None]


# --- the list ---


def others(look: Look) -> tuple[int, ...]:
    """The sides that the sheet is about: all but the own one."""
    return tuple(party.index for party in look.names.scenario.parties if party.index != look.view.party)


def heads(look: Look, cells: int) -> Line:
    """Titles of the columns."""
    code = code_cells(look)
    text = fit(look.say("clue-head-issue"), code + 1 + NAME) + fit(look.say("clue-head-clue"), CLUE)
    return (Span(f" {text}{fit(look.say('clue-head-asked'), ASKED)}{look.say('clue-head-offered')}", "soft"),)


def clues(look: Look, cells: int, told: Story) -> Page:
    """Every issue, for each other side."""
    rows: list[Row] = []
    parties = others(look)
    if look.is_own and not look.view.clues:
        rows += paragraph(empty(look), cells, ink="soft")
    if not look.is_own:
        rows += paragraph(look.say("clue-public"), cells, ink="soft")
    for party in parties:
        if len(parties) > 1:
            rows.append(row(" ", Span(look.names.player(party), "other")))
        rows += [issue_row(look, party, issue.index, cells, told) for issue in look.view.issues]
    title = look.say("clue-title", side=look.names.player(parties[0])) if len(parties) == 1 else look.say("clue-title-all")
    return Page(title, tuple(rows), note(look))


def note(look: Look) -> str:
    """How many postures are left, of one other side."""
    parties = others(look)
    left = seen_of(look, parties[0]) if len(parties) == 1 and look.is_own else None
    if left is None or not left.postures:
        return ""
    return look.say("clue-left", left=len(left.postures), all=len(postures_of(look, parties[0])))


def empty(look: Look) -> str:
    """No clue yet: what brings one, and by which key."""
    t = look.view.known.t
    lists_probe = look.options is not None and bool(look.options.of_kind(c.ACT_PROBE))
    facts: dict[str, str | int] = {"price": t[k.T_PROBE_PRICE], "tokens": t[k.T_PROBE_TOKENS]}
    return look.say("clue-none", **facts) if lists_probe else look.say("clue-none-ever")


def issue_row(look: Look, party: int, issue: int, cells: int, told: Story) -> Row:
    """One issue: clue, what was asked, what was offered or accepted."""
    entry, code = look.names.scenario.issues[issue], code_cells(look)
    clue = clue_text(look, party, issue)
    ink = "strong" if clues_on(look, party, issue) else ""
    spans = (
        Span(f" {fit(entry.id, code)} {fit(fit(look.narrow(entry.short), NAME - 1), NAME)}", ink), Span(fit(clue, CLUE), ink),
        Span(fit(fit(asked_text(look, issue, told.asked.get((party, issue))), ASKED - 1), ASKED), "other"),
        Span(offered_text(look, party, issue, told)),
    )  # fmt: skip
    return Row(fit_line(spans, cells), f"{party} {entry.id}", (entry.id,))


def clues_on(look: Look, party: int, issue: int) -> tuple[Clue, ...]:
    """The own side's clues on an issue, the newest last."""
    return tuple(clue for clue in look.view.clues if clue.about == party and clue.issue == issue)


def clue_text(look: Look, party: int, issue: int) -> str:
    """The newest clue, with its round and whether it is certain; else what sure clues leave possible."""
    found = clues_on(look, party, issue)
    if found:
        last = found[-1]
        band = look.names.band(last.band)
        return look.say("clue-band", band=band, round=last.round, sure="yes" if last.sure else "no")
    seen = seen_of(look, party)
    bands = seen.bands[issue] if seen is not None and seen.bands else ()
    if not look.is_own or not bands or len(bands) > 2:
        return "--"
    return look.say("clue-follows", bands=look.say("clue-or").join(look.names.band(band) for band in reversed(bands)))


def asked_text(look: Look, issue: int, said: Said | None) -> str:
    """What was asked last."""
    if said is None:
        return ""
    return look.say("clue-asked", name=said.name, level=look.level(issue, said.level) or "none", round=said.round)


def offered_text(look: Look, party: int, issue: int, told: Story) -> str:
    """What the side has offered last, or what was agreed last."""
    offered, agreed = told.offered.get((party, issue)), told.agreed.get(issue)
    parts = []
    if agreed is not None:
        parts.append(look.say("clue-agreed", level=look.level(issue, agreed.level), round=agreed.round))
    if offered is not None and (agreed is None or (offered.level, offered.round) != (agreed.level, agreed.round)):
        parts.append(look.say("clue-offered", level=look.level(issue, offered.level), round=offered.round))
    return look.names.listed(parts)


# --- postures ---


def seen_of(look: Look, party: int) -> WeightsSeen | None:
    """What may be concluded about a side."""
    return next((seen for seen in look.view.weights if seen.party == party), None)


def postures_of(look: Look, party: int) -> tuple[int, ...]:
    """All postures of a side."""
    return tuple(posture.index for posture in look.names.scenario.postures if posture.party == party)


def postures(look: Look, cells: int, key: str) -> Page:
    """The postures left of the side of the chosen row, with what its issue weighs in each. key: of the row."""
    if not look.is_own:
        return Page(look.say("clue-postures-title"), tuple(paragraph(look.say("clue-public-postures"), cells, ink="soft")))
    party, issue = chosen(look, key)
    rows: list[Row] = []
    seen, weights = seen_of(look, party), look.view.known.weights_of(party)
    name = look.names.issue(issue)
    if seen is None or not seen.postures:
        rows += paragraph(look.say("clue-bounds", issue=name, least=weights.least[issue], most=weights.most[issue]), cells)
    else:
        for posture, weighs in zip(weights.postures, weights.rows, strict=True):
            rows += posture_rows(look, cells, posture, issue, weighs[issue])
        gone = [look.names.text(look.names.scenario.postures[each].short) for each in postures_of(look, party) if each not in seen.postures]
        if gone:
            rows += paragraph(look.say("clue-gone", names=look.names.listed(gone)), cells, ink="soft")
    rows += [each for text in (bands_text(look), naming_text(look, party)) if text for each in paragraph(text, cells, ink="soft")]
    return Page(look.say("clue-postures", side=look.names.player(party), issue=name), tuple(rows))


def posture_rows(look: Look, cells: int, posture: int, issue: int, weight: int) -> list[Row]:
    """A posture that is still possible: its name, what the issue weighs in it, its words."""
    entry = look.names.scenario.postures[posture]
    brief = " ".join(entry.brief.get(look.names.language, ()))
    first, *others_ = paragraph(brief or " ", cells - 28, "")
    label = look.say("clue-weighs", issue=look.names.scenario.issues[issue].id, weight=weight)
    head = (Span(f" {fit(look.names.text(entry.short), 16)}", "strong"), Span(fit(label, 10)))
    return [Row((*head, *first.line)), *(Row((Span(" " * 27), *other.line)) for other in others_)]


def chosen(look: Look, key: str) -> tuple[int, int]:
    """Side and issue of a row."""
    party, _, id_ = key.partition(" ")
    issue = next((entry.index for entry in look.names.scenario.issues if entry.id == id_), 0)
    return (int(party) if party.isdigit() else others(look)[0]), issue


def bands_text(look: Look) -> str:
    """What the words of clues mean."""
    t = look.view.known.t
    if t[k.T_BAND_HIGH] == 0:
        return ""
    return look.say("clue-bands", high=t[k.T_BAND_HIGH], middle=t[k.T_BAND_MIDDLE])


def naming_text(look: Look, about: int) -> str:
    """When the own side may name the posture."""
    t, party = look.view.known.t, look.view.party
    formula = look.names.scenario.formulas.get(t[k.T_OPEN_EXPR + c.ACT_GUESS])
    if party is None or t[k.T_NAMING_BY] != party or t[k.T_NAMING_OF] != about:
        return ""
    if formula is not None and formula.text == "0":
        return ""
    guess = look.view.parties[party].guess
    if guess is not None:
        right = "yes" if look.view.parties[party].named_right else "no"
        return look.say("clue-named", posture=look.names.text(look.names.scenario.postures[guess].label), right=right)
    return look.say("clue-naming", round=t[k.T_NAMING_ROUND]) if look.view.round <= t[k.T_NAMING_ROUND] else ""
