"""What can be looked at any time: issues, meters, demands, groups, acts, clues, the briefing. Lines, one fact each.

Everything is read from the View of who looks; the public table shows what is public.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.codes import ACT_GUESS, ACT_LEVER
from sim.table import foreseen
from sim.table.parts import DemandSeen, GroupSeen, InitiativeSeen, IssueSeen, LeverSeen, MeterSeen
from sim.table.view import View
from tui.plain.effects import effects_text
from tui.plain.names import Names, refusal_text, signed, value
from tui.plain.phrases import asks_text, clue_text, requester


def issues(names: Names, view: View) -> Iterator[str]:
    """Every issue: level in force, what is asked, what is on the table, how high it may go, the own weight."""
    for issue in view.issues:
        yield names.say(
            "sheet-issue", issue=names.issue(issue.index), now=names.level(issue.index, issue.level), more=issue_more(names, issue)
        )
    if view.utility is not None:
        yield names.say("sheet-utility", value=value(view.utility))


def issue_more(names: Names, issue: IssueSeen) -> str:
    """What else there is to say of an issue."""
    parts = []
    if issue.asked is not None:
        parts.append(names.say("sheet-issue-asked", level=names.level(issue.index, issue.asked)))
    if issue.on_table is not None:
        parts.append(names.say("sheet-issue-table", level=names.level(issue.index, issue.on_table)))
    parts.append(names.say("sheet-issue-cap", level=names.level(issue.index, issue.cap), index=issue.cap))
    if issue.weight is not None:
        parts.append(names.say("sheet-issue-weight", weight=issue.weight))
    return names.listed(parts)


def levels(names: Names, view: View, issue: int) -> Iterator[str]:
    """The levels of an issue with the words of the rule files."""
    entry = names.scenario.issues[issue]
    seen = view.issues[issue]
    yield names.say("sheet-issue", issue=names.issue(issue), now=names.level(issue, seen.level), more=issue_more(names, seen))
    if entry.note is not None:
        yield names.text(entry.note)
    for level in entry.levels:
        open_ = "yes" if level.index in seen.allowed else "no"
        yield names.say("sheet-level", index=level.index, short=names.text(level.short), label=names.text(level.label), open=open_)


def meters(names: Names, view: View) -> Iterator[str]:
    """Meters, courses and counters."""
    for meter in view.meters:
        yield names.say(
            "sheet-meter",
            name=meter_name(names, meter),
            id=meter.id,
            value=meter.value,
            drift=signed(meter.drift) if meter.drift else "none",
        )
    for party in view.parties:
        yield names.say(
            "sheet-capital", side=names.player(party.index), capital=party.capital, income=signed(party.income), tokens=party.tokens
        )


def meter_name(names: Names, meter: MeterSeen) -> str:
    """A meter, with its side where there is one a side."""
    pools = {"meter": names.scenario.meters, "course": names.scenario.courses, "counter": names.scenario.counters}
    word = names.text(pools[meter.kind][meter.index].short)
    return word if meter.party is None else names.say("word-of-side", name=word, side=names.party(meter.party))


def demands(names: Names, view: View) -> Iterator[str]:
    """What is asked, hoped for, agreed and running."""
    yield from (line for demand in view.demands for line in demand_lines(names, view, demand))
    yield from hand(names, view)
    for request in view.requests:
        yield names.say("tell-request", side=names.party(requester(view)), term=names.term(request.issue, request.asks))
    if view.ahead is not None:
        card = names.scenario.demands[view.ahead]
        asks = asks_text(names, view, card.issue, None if card.asks == s.UNSET else card.asks, card.index)
        yield names.say("tell-ahead", name=card.id, asks=asks)
    yield from (initiative_line(names, view, each) for each in view.initiatives)
    for link in view.links:
        yield names.say("tell-linked", first=names.issue(link.a), second=names.issue(link.b))
    for proposal in view.proposals:
        yield proposal_line(names, proposal.kind, proposal.a, proposal.b, proposal.by)
    for timer in view.timers:
        cause = names.cause(names.scenario.causes[timer.cause]) if 0 <= timer.cause < len(names.scenario.causes) else ""
        yield names.say("sheet-timer", round=timer.round, step=names.step(timer.step), cause=cause)
    if not (view.demands or view.hand or view.requests or view.initiatives):
        yield names.say("sheet-no-demands")


def demand_lines(names: Names, view: View, demand: DemandSeen) -> Iterator[str]:
    """One open demand."""
    asks = asks_text(names, view, demand.issue, demand.level, demand.card)
    yield names.say("tell-demand", name=demand.name, side=names.player(demand.by), asks=asks, due=demand.due)
    answer = names.say(f"word-answer-{demand.answer}")
    double = "yes" if demand.doubled else "no"
    effects = effects_text(names, foreseen.of_missed(view.known, demand.card, demand.issue))
    yield names.say("sheet-demand", answer=answer, met="yes" if demand.is_met else "no", double=double, effects=effects)


def hand(names: Names, view: View) -> Iterator[str]:
    """Demand cards in hand."""
    for index in view.hand:
        card = names.scenario.demands[index]
        asks = asks_text(names, view, card.issue, None if card.asks == s.UNSET else card.asks, index)
        effects = effects_text(names, foreseen.of_missed(view.known, index, card.issue))
        yield names.say("sheet-hand", name=card.id, asks=asks, deadline=card.deadline, effects=effects)


def initiative_line(names: Names, view: View, seen: InitiativeSeen) -> str:
    """Joint work that is face up, agreed or done."""
    card = names.scenario.initiatives[seen.index]
    prices = names.listed([f"{names.party(party)} {cost}" for party, cost in enumerate(seen.cost)])
    effects = effects_text(names, foreseen.of_initiative(view.known, seen.index))
    state = {1: "open" if seen.may_start else "closed", 2: "agreed", 3: "done"}[seen.status]
    return names.say(
        f"sheet-initiative-{state}", id=card.id, label=names.text(card.label), price=prices, effects=effects, ready=seen.ready or 0
    )


def proposal_line(names: Names, kind: int, a: int, b: int, by: int) -> str:
    """What waits for the other side's word."""
    side = names.player(by)
    if kind == s.PROPOSE_INITIATIVE:
        return names.say("tell-proposed-initiative", side=side, label=names.text(names.scenario.initiatives[a].label))
    if kind == s.PROPOSE_ACT:
        return names.say("tell-proposed-act", side=side, label=names.text(names.scenario.acts[a].label))
    code = "tell-proposed-link" if kind == s.PROPOSE_LINK else "tell-proposed-unlink"
    return names.say(code, side=side, first=names.issue(a), second=names.issue(b))


def groups(names: Names, view: View) -> Iterator[str]:
    """Everybody at home, the own side first."""
    own = view.party if view.party is not None else 0
    for party in sorted(names.scenario.parties, key=lambda party: party.index != own):
        body = next(body for body in names.scenario.bodies if body.party == party.index)
        formula = names.scenario.formulas.get(body.quota)
        yield names.say("sheet-body", side=names.party(party.index), quota=formula.text if formula is not None else "?")
        for group in view.groups:
            if group.party == party.index:
                yield group_line(names, group)


def group_line(names: Names, group: GroupSeen) -> str:
    """One group."""
    entry = names.scenario.groups[group.index]
    if group.support is not None:
        band = f"{signed(group.mood)}" if group.mood is not None else f"+-{group.band}" if group.band else "0"
        return names.say("sheet-group", id=entry.id, name=names.text(entry.short), weight=group.weight, support=group.support, mood=band)
    word = names.text(entry.words[group.word]) if group.word is not None and 0 <= group.word < len(entry.words) else names.say("word-none")
    return names.say("sheet-group-word", id=entry.id, name=names.text(entry.short), weight=group.weight, word=word)


def acts(names: Names, view: View) -> Iterator[str]:
    """The levers of the own side, or of all at the public table: price, credibility, effect; closed ones say why."""
    for lever in view.levers:
        if view.party is None or lever.party == view.party:
            yield lever_line(names, view, lever)


def lever_line(names: Names, view: View, lever: LeverSeen) -> str:
    """One lever."""
    entry = names.scenario.levers[lever.index]
    credibility = lever.credibility if lever.credibility is not None else "none"
    effects = effects_text(names, foreseen.of_lever(view.known, lever.index))
    closed = closed_reason(names, view, lever.index)
    return names.say(
        "sheet-lever",
        id=entry.word or entry.id,
        label=names.text(entry.label),
        price=lever.price,
        credibility=credibility,
        effects=effects,
        closed=closed or "none",
    )


def closed_reason(names: Names, view: View, lever: int) -> str:
    """Why a lever cannot be played now, "" where it can."""
    options = view.options
    found = [option for option in options.of_kind(ACT_LEVER) if option.action.a == lever] if options is not None else []
    if not found or any(option.is_open for option in found):
        return ""
    return refusal_text(names, found[0].code, dict(found[0].facts))


def clues(names: Names, view: View) -> Iterator[str]:
    """What is known of the other side's weights."""
    for clue in view.clues:
        yield names.say("sheet-clue", round=clue.round, text=clue_text(names, clue.about, clue.issue, clue.band, clue.sure))
    for seen in view.weights:
        if seen.postures:
            left = [names.text(names.scenario.postures[posture].label) for posture in seen.postures]
            yield names.say("sheet-postures", side=names.party(seen.party), left=names.listed(left))
    if not view.clues:
        yield names.say("sheet-no-clue")


def briefing(names: Names, view: View) -> Iterator[str]:
    """The story, and what only this seat knows: its weights, its posture, its agenda."""
    yield from names.scenario.brief.get(names.language, ())
    if view.posture is not None and view.party is not None:
        posture = names.scenario.postures[view.posture]
        brief = " ".join(posture.brief.get(names.language, ()))
        yield names.say("sheet-posture", side=names.party(view.party), label=names.text(posture.label), brief=brief)
        ranked = sorted((issue for issue in view.issues if issue.weight), key=lambda issue: (-(issue.weight or 0), issue.index))
        yield names.say("sheet-weights", weights=names.listed([f"{names.issue(issue.index)} {issue.weight}" for issue in ranked]))
    if view.agenda is not None and view.viewer >= 0 and names.agenda(view.viewer, view.agenda):
        yield names.say("sheet-agenda", label=names.agenda(view.viewer, view.agenda))
    if view.utility is not None:
        yield names.say("sheet-utility", value=value(view.utility))


def space(names: Names, view: View) -> Iterator[str]:
    """What a package may name now."""
    offer = view.options.offer if view.options is not None else None
    yield names.say("sheet-size", size=view.package_size, left=view.offers - view.offers_made)
    for issue in view.issues:
        reach = offer.levels[issue.index] if offer is not None else issue.allowed
        shown = [f"{level} {names.level(issue.index, level)}" for level in reach]
        yield names.say(
            "sheet-space", issue=names.issue(issue.index), now=names.level(issue.index, issue.level), levels=names.listed(shown)
        )
    for link in view.links:
        yield names.say("tell-linked", first=names.issue(link.a), second=names.issue(link.b))
    if offer is None:
        yield names.say("sheet-space-closed")


def words(names: Names) -> Iterator[str]:
    """The words of the game with their definitions."""
    for word in names.scenario.glossary:
        if word.text is not None:
            yield names.say("sheet-word", word=names.text(word.label), text=names.text(word.text))


def values_shown(names: Names, view: View) -> Iterator[str]:
    """Named values of the pack."""
    for name, amount in view.values:
        entry = names.find(name)
        yield names.say("sheet-value", name=names.text(entry.label) if entry is not None else name, id=name, value=amount)


def due(names: Names, view: View, round_: int) -> Iterator[str]:
    """What falls due next: demands that came up to a round, joint work, the naming."""
    for demand in sorted((each for each in view.demands if each.came <= round_), key=lambda demand: demand.due):
        met = "yes" if demand.is_met else "no"
        asked = names.term(demand.issue, demand.level) if demand.level is not None else names.issue(demand.issue)
        yield names.say("report-due-demand", round=demand.due, name=demand.name, asked=asked, met=met)
    for seen in view.initiatives:
        if seen.status == 2 and seen.ready is not None:
            yield names.say("report-due-initiative", round=seen.ready, label=names.text(names.scenario.initiatives[seen.index].short))
    t = view.known.t
    formula = names.scenario.formulas.get(t[k.T_OPEN_EXPR + ACT_GUESS])
    is_used = t[k.T_NAMING_BY] != s.UNSET and (formula is None or formula.text != "0")
    if is_used and view.round <= t[k.T_NAMING_ROUND] and view.parties[t[k.T_NAMING_BY]].guess is None:
        yield names.say("report-due-naming", round=t[k.T_NAMING_ROUND], side=names.player(t[k.T_NAMING_BY]))
