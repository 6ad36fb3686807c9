"""Home: the own groups with groundwork as it is planned, the forecast it leads to, the consult; and the lines that send it."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Package
from sim.kernel import codes as c
from sim.kernel import tables as k
from sim.table.actions import Action, plain
from sim.table.appraisal import Appraisal, appraise
from sim.table.forecast import OPEN, BodyForecast, GroupForecast, with_groundwork
from sim.table.option_values import Option
from sim.table.quotas import ANY, GROUP, NOT, NUMBER, VALUE, WEIGHT, Condition, conditions, turning
from sim.table.spaces import GroundworkSpace, GroupSteps
from tui.plain.judge import VERDICTS, groundwork_line
from tui.plain.names import refusal_text
from tui.screen.ink import Line, Page, Row, Span, fit, line, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.choosing import MARGIN, drawn, now_titled
from tui.screen.pages.strips import INKS, strip, word_of
from tui.screen.pages.strips import group_row as strip_row
from tui.screen.plans import Plan

LABEL, WEIGHT_CELLS, SUPPORT, SHIFT, GROUND, VOTE, WORD = 12, 4, 9, 6, 10, 5, 8
NUMBERS = LABEL + WEIGHT_CELLS + SUPPORT + SHIFT + GROUND + VOTE


# --- what is planned ---


def space_of(look: Look) -> GroundworkSpace | None:
    """Groundwork that the seat may place."""
    return look.options.groundwork if look.options is not None else None


def steps_of(look: Look, plan: Plan) -> dict[int, int]:
    """Steps by group: as planned, else as they stand."""
    space = space_of(look)
    if space is None:
        return {}
    return {each.group: plan.steps.get(each.group, each.placed) for each in space.groups}


def cost_of(look: Look, plan: Plan) -> int:
    """What all planned steps cost when the vote is held."""
    space = space_of(look)
    if space is None:
        return look.view.parties[look.party].spent or 0 if look.party is not None else 0
    steps = steps_of(look, plan)
    return sum(steps[each.group] * each.price for each in space.groups)


def funds_of(space: GroundworkSpace) -> int:
    """Capital there is for groundwork in all."""
    return space.budget + sum(each.placed * each.price for each in space.groups)


def row_of(look: Look, group: int) -> GroupSteps | None:
    """What may be placed on a group."""
    space = space_of(look)
    return next((each for each in space.groups if each.group == group), None) if space is not None else None


def closed_to(look: Look, plan: Plan, group: int) -> str:
    """Why one more step may not stand on a group, "" where it may. The rules are those that the game asks when it is sent."""
    space, seen = space_of(look), row_of(look, group)
    if space is None or seen is None:
        return look.say("home-guide-seat", head=look.names.seating.head_of(look.party or 0).id)
    steps = steps_of(look, plan)
    name = look.names.scenario.groups[group].id
    if space.probe is not None and space.probe.code(plain(look.seat, c.ACT_GROUNDWORK, group, 1)) == c.GROUP_UNMOVED:
        return refusal_text(look.names, "group-unmoved", {"group": name})
    if (steps[group] + 1) * space.step > space.group_max:
        return refusal_text(look.names, "group-limit", {"group": name, "group_limit": space.group_max, "size": space.step})
    if (sum(steps.values()) + 1) * space.step > space.side_max:
        return refusal_text(look.names, "side-limit", {"side_limit": space.side_max, "size": space.step})
    left = funds_of(space) - cost_of(look, plan)
    return refusal_text(look.names, "no-capital", {"price": seen.price, "capital": left}) if seen.price > left else ""


def step_ground(look: Look, plan: Plan, group: int, by: int) -> str:
    """A step more or less on a group; "" or why not."""
    steps = steps_of(look, plan)
    if by > 0:
        closed = closed_to(look, plan, group)
        if closed:
            return closed
    elif group not in steps:
        return ""
    plan.steps[group] = max(0, steps[group] + by)
    return ""


def lines_to_send(look: Look, plan: Plan) -> tuple[Action, ...]:
    """Groundwork where it differs from what stands, what is taken away first; then the word on the accord."""
    space, steps = space_of(look), steps_of(look, plan)
    placed = {each.group: each.placed for each in space.groups} if space is not None else {}
    changed = sorted((steps[group] > placed[group], group) for group in steps if steps[group] != placed[group])
    ground = tuple(plain(look.seat, c.ACT_GROUNDWORK, group, steps[group]) for _, group in changed)
    return (*ground, plain(look.seat, c.ACT_SUBMIT)) if may(look, c.ACT_SUBMIT) else ground


def may(look: Look, kind: int) -> bool:
    """Whether a bare act is allowed."""
    return look.options is not None and any(option.is_open for option in look.options.of_kind(kind))


def forecast_of(look: Look, plan: Plan) -> Appraisal | None:
    """How the accord stands at home with the groundwork that is planned; None without an accord."""
    if look.view.offer is None or not look.view.offer.is_accord:
        return None
    return appraise(with_groundwork(look.view.known, steps_of(look, plan)), Package(look.view.offer.levels))


# --- the groups ---


def groups_page(look: Look, plan: Plan, found: Appraisal | None, chosen: str, cells: int) -> Page:
    """Every own group: weight, support, shift, groundwork, vote value, strip."""
    if found is None or look.party is None:
        return Page(look.say("home-groups"), tuple(paragraph(look.say("home-no-accord"), cells, MARGIN, "soft")))
    body = found.body_of(look.party)
    half = max(4, min(18, (cells - NUMBERS - WORD - 4) // 2))
    titles = [("group", LABEL), ("weight", WEIGHT_CELLS), ("support", SUPPORT), ("shift", SHIFT), ("ground", GROUND), ("vote", VOTE)]
    heads = "".join(fit(f"{' ' if code == 'support' else ''}{look.say(f'home-head-{code}')}", width) for code, width in titles)
    tail = look.say("home-line-at", line=look.view.known.t[k.T_YES_AT])
    first = row("  ", Span(f"{heads} {tail}", "soft"))
    return Page(
        look.say("home-groups"), (first, *(group_row(look, plan, group, half) for group in body.groups), *about(look, plan, chosen, cells))
    )


def group_row(look: Look, plan: Plan, group: GroupForecast, half: int) -> Row:
    """One group."""
    entry, line_ = look.names.scenario.groups[group.group], look.view.known.t[k.T_YES_AT]
    word = word_of(group)
    vote = f"vote {entry.id} {look.terms(look.view.offer.levels) if look.view.offer is not None else ''}".strip()
    return row(
        "  ", fit(look.narrow(entry.short), LABEL), fit(str(group.weight), WEIGHT_CELLS - 1, right=True) + " ",
        Span(" " + fit(support_text(look, group), SUPPORT - 1), "", f"why:{entry.id}"), fit(look.signed(group.shift.likely), SHIFT - 2, right=True) + "  ",
        *ground_spans(look, plan, group), Span(fit(str(group.value.likely), VOTE - 2, right=True) + "  ", "strong", f"why:{vote}"),
        strip(look, group, line_, half), " ", Span(look.say(f"strips-{word}"), INKS[word]), key=entry.id, why=(vote, entry.id),
    )  # fmt: skip


def support_text(look: Look, group: GroupForecast) -> str:
    """Support, with the mood that is known, or the band of one that is not."""
    if not group.is_mood_known:
        return f"{group.support.likely}+{look.signs.minus}{group.mood.high}"
    return f"{group.support.likely}{look.signed(group.mood.likely) if group.mood.likely else ''}"


def ground_spans(look: Look, plan: Plan, group: GroupForecast) -> Line:
    """Groundwork in points, with the signs that change it where it may be changed."""
    seen = row_of(look, group.group)
    amount = look.signed(group.groundwork.likely)
    if seen is None or (seen.most == 0 and seen.placed == 0 and not plan.steps.get(group.group)):
        return line(fit(f"   {amount}", GROUND))
    name = look.names.scenario.groups[group.group].id
    return (
        Span(f" {look.signs.less} ", "key", f"less:{name}"), Span(fit(amount, 3, right=True), "strong" if group.groundwork.likely else ""),
        Span(f" {look.signs.more} ", "key", f"more:{name}"), Span(" "),
    )  # fmt: skip


def about(look: Look, plan: Plan, chosen: str, cells: int) -> list[Row]:
    """The chosen group: its steps, their price, what each brings; and how much of the side's is used."""
    space = space_of(look)
    seen = next((each for each in space.groups if look.names.scenario.groups[each.group].id == chosen), None) if space is not None else None
    if space is None or seen is None:
        return []
    steps = steps_of(look, plan)
    text = look.say(
        "home-about", group=look.names.text(look.names.scenario.groups[seen.group].short), steps=steps[seen.group],
        most=space.group_max // max(space.step, 1), price=seen.price, size=space.step, used=sum(steps.values()) * space.step, side=space.side_max,
    )  # fmt: skip
    return paragraph(text, cells, "  ", "soft")


# --- the forecast ---


def forecast_page(look: Look, found: Appraisal | None, cells: int, lines: int) -> Page:
    """The verdict with the least and the most, what it asks, what it rests on; the other bodies as an estimate, with room by group."""
    if found is None or look.party is None:
        return Page(look.say("home-forecast"))
    body = found.body_of(look.party)
    known, package = look.view.known, found.package
    asks = conditions(known, package, body)
    rows = [
        Row(part.line, "own" if number == 0 else "", why_of(look, body)) for number, part in enumerate(body_rows(look, body, asks, cells))
    ]
    rows += paragraph(drawn(look, rests_on(look, found, body)), cells)
    for other in found.bodies:
        if other.party != look.party and look.view.offer is not None and other.party in look.view.offer.bound:
            text = look.say(
                "home-other", body=weight_text(look, other, conditions(known, package, other)), verdict=verdict_text(look, other)
            )
            first, *more = paragraph(text, cells, ink="soft")
            rows += [Row(first.line, f"quota {other.party}", why_of(look, other)), *more]
            if len(rows) + len(other.groups) <= lines:
                rows += [strip_row(look, group, cells, look.terms(package.levels)) for group in other.groups]
    return Page(look.say("home-forecast"), tuple(rows))


def why_of(look: Look, body: BodyForecast) -> tuple[str, ...]:
    """By what name the verdict of a body is explained."""
    terms = look.terms(look.view.offer.levels) if look.view.offer is not None else ""
    return (f"quota.{look.names.scenario.parties[body.party].id} {terms}".strip(),)


def body_rows(look: Look, body: BodyForecast, asks: Sequence[Condition], cells: int) -> list[Row]:
    """Yes weight of what is asked, then every other condition with yes or no."""
    parts = [weight_text(look, body, asks)]
    parts += [
        look.say("home-condition", what=condition_text(look, each), holds=word(look, each.holds)) for each in asks if each.kind != WEIGHT
    ]
    return paragraph("   ".join(parts), cells, " ", "strong")


def word(look: Look, holds: bool) -> str:
    """Yes or no."""
    return look.say("word-yes") if holds else look.say("word-no")


def weight_text(look: Look, body: BodyForecast, asks: Sequence[Condition]) -> str:
    """The yes weight of a body, what it must reach, the least and the most it can be."""
    weight = body.yes_weight
    quota = next((each.amount for each in asks if each.kind == WEIGHT), 0)
    return look.say(
        "home-weight", side=look.names.party(body.party), weight=weight.likely, quota=quota,
        span="none" if weight.low == weight.high else f"{weight.low}..{weight.high}",
    )  # fmt: skip


def condition_text(look: Look, asked: Condition) -> str:
    """A condition in a few words."""
    names = look.names
    if asked.kind == GROUP:
        return names.text(names.scenario.groups[asked.about].short)
    if asked.kind == NUMBER and asked.name is not None:
        return look.say("home-number", name=names.number(asked.name), amount=asked.amount)
    if asked.kind == NOT:
        return look.say("home-not", what=condition_text(look, asked.parts[0]))
    if asked.kind == ANY:
        return look.say("home-or").join(condition_text(look, part) for part in asked.parts)
    found = names.find(asked.written) if asked.kind == VALUE else None
    return names.text(found.label) if found is not None else asked.written


def verdict_text(look: Look, body: BodyForecast) -> str:
    """Yes, no, or open with the likely one."""
    if body.verdict == OPEN and body.passes is not None:
        return look.say("home-open", likely=word(look, body.passes[0]))
    return look.say(f"judge-verdict-{VERDICTS[body.verdict]}")


def rests_on(look: Look, found: Appraisal, body: BodyForecast) -> str:
    """The result, and the one group that would turn it first; where none does alone, the cheapest groundwork."""
    result = look.say("home-result", verdict=verdict_text(look, body))
    nearest = next(iter(turning(look.view.known, found.package, body)), None)
    if nearest is None or body.passes is None:
        return result if body.passes is None or body.passes[0] else told(look, result, groundwork_line(look.names, body))
    margin = nearest.value.likely - look.view.known.t[k.T_YES_AT]
    name = look.names.text(look.names.scenario.groups[nearest.group].short)
    if body.passes[0]:
        return told(look, result, look.say("home-rests", group=name, margin=margin, value=nearest.value.likely))
    return told(look, result, look.say("home-short", group=name, short=-margin), groundwork_line(look.names, body))


def told(look: Look, *sentences: str) -> str:
    """Sentences one after the other."""
    return ("" if look.names.language == "ja" else " ").join(sentences)


# --- the consult, and Now ---


def consult_options(look: Look) -> tuple[Option, ...]:
    """Groups that may be consulted now."""
    found = look.options.of_kind(c.ACT_CONSULT) if look.options is not None else ()
    return tuple(option for option in found if option.is_open)


def consult_page(look: Look, chosen: str, cells: int) -> Page:
    """What a consult tells, or what it has told."""
    known = [group for group in look.view.groups if group.party == look.party and group.mood is not None]
    moods = [
        look.say("home-mood", group=look.names.text(look.names.scenario.groups[group.index].short), mood=look.signed(group.mood or 0))
        for group in known
    ]
    left = look.view.known.t[k.T_CONSULTS] - (look.view.parties[look.party].consulted or 0) if look.party is not None else 0
    entry = next((entry for entry in look.names.scenario.groups if entry.id == chosen), None)
    if consult_options(look) and entry is not None:
        text = look.say("home-consult", group=look.names.text(entry.short), left=left, told=look.names.listed(moods) or "none")
    elif moods:
        text = look.say("home-consulted", told=look.names.listed(moods))
    elif not may(look, c.ACT_SUBMIT):
        text = look.say("home-consult-seat", head=look.names.seating.head_of(look.party or 0).id)
    else:
        text = look.say("home-consult-closed")
    return Page(look.say("home-consult-title"), tuple(paragraph(text, cells)))


def now_page(look: Look, plan: Plan, cells: int, acts: Sequence[tuple[str, str, str]]) -> Page:
    """The guiding line of the sheet."""
    capital = look.view.parties[look.party].capital if look.party is not None else 0
    if may(look, c.ACT_SUBMIT):
        text = look.say("home-guide", who=look.say("guide-you"), capital=capital, left=capital - cost_of(look, plan))
    else:
        text = look.say("home-guide-seat", head=look.names.seating.head_of(look.party or 0).id)
    return now_titled(look, text, cells, acts)


def before_sending(look: Look, plan: Plan) -> list[str]:
    """What is asked before the accord is submitted."""
    found = forecast_of(look, plan)
    placed = [
        look.say("tell-groundwork-group", group=look.names.text(look.names.scenario.groups[group].short), steps=steps)
        for group, steps in steps_of(look, plan).items()
        if steps
    ]
    texts = [look.say("home-ask-placed", steps=look.names.listed(placed) or "none", price=cost_of(look, plan))]
    if found is not None and look.party is not None:
        body = found.body_of(look.party)
        asks = conditions(look.view.known, found.package, body)
        texts.append(look.say("home-ask-forecast", body=weight_text(look, body, asks), verdict=verdict_text(look, body)))
    return [*texts, look.say("home-ask-final")]
