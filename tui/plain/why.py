"""Why a number is what it is, as text: amounts that add up, one a line, each with its place and origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.table.reason import GAIN, LEAST_GAIN, MOOD, OF_ISSUE, UTILITY, VOTE, Reason, Turn
from tui.plain.names import Names, points, signed

IN_HUNDREDTHS = (UTILITY, GAIN, LEAST_GAIN)
DEEPEST = 4  # levels shown; what lies below is asked for by its own name
OF_ISSUE_FORMS = {"points": {"points", "before", "after"}, "payoff": {"weight", "payoff"}, "step": {"weight", "step"}}
"""How the part of one issue is reckoned, and the facts that say so."""
SURE = (VOTE, MOOD)
"""Reasons that have a sentence of their own for a value that leaves nothing open."""
TURNS = ("number", "level", "groundwork")

# What each sentence may name beside label, written and amount.
WHY_FACTS: dict[str, tuple[str, ...]] = {
    "start-value": (),
    "in-round": ("round",),
    "change": ("before", "after"),
    "asked": (),
    "modifier": ("before", "after"),
    "bound": (),
    "number": (),
    "term": (),
    "limit": (),
    "of-issue": (),
    "gain": (),
    "least-gain": ("low", "high"),
    "vote": ("line", "margin", "low", "high"),
    "support": (),
    "mood": ("low", "high"),
    "shift": (),
    "groundwork": (),
    "bonus": (),
    "quota": ("least", "most"),
    "group-yes": ("weight", "value"),
    "cap": (),
    "top": (),
    "lock": (),
    "price": (),
    "free": (),
    "lasting": (),
    "utility": (),
    "score": (),
}


def why_lines(names: Names, reason: Reason) -> Iterator[str]:
    """A reason and what it is made of, indented."""
    hundredths = reason.code in IN_HUNDREDTHS
    yield from lines_of(names, reason, 0, hundredths)
    for turn in reason.turns:
        yield turn_line(names, turn, hundredths)


def lines_of(names: Names, reason: Reason, depth: int, hundredths: bool) -> Iterator[str]:
    """One node and those below it."""
    yield "  " * depth + node_line(names, reason, depth, hundredths)
    if depth < DEEPEST:
        for child in reason.children:
            yield from lines_of(names, child, depth + 1, hundredths)


def node_line(names: Names, reason: Reason, depth: int, hundredths: bool) -> str:
    """Amount, sentence, place and origin of one node."""
    amount = points(reason.amount) if hundredths else signed(reason.amount) if depth else str(reason.amount)
    line = names.say("why-node", amount=amount, sentence=sentence_of(names, reason, hundredths))
    if not reason.place:
        return line
    origin = names.say(f"word-origin-{reason.origin}") if reason.origin else "none"
    return names.say("why-placed", line=line, place=reason.place, origin=origin)


def sentence_of(names: Names, reason: Reason, hundredths: bool) -> str:
    """What one node is, without its amount."""
    known = dict(reason.facts)
    facts = {name: shown(known.get(name, "?"), hundredths and name in ("low", "high")) for name in WHY_FACTS.get(reason.code, ())}
    label = names.text(reason.text) or reason.what
    if reason.code == OF_ISSUE:
        return of_issue(names, reason.what, label, known)
    code = f"{reason.code}-sure" if reason.code in SURE and known.get("low") == known.get("high") else reason.code
    return names.say(f"why-{code}", label=label or "none", written=reason.written or "none", **facts).strip()


def of_issue(names: Names, what: str, label: str, facts: Mapping[str, int | str]) -> str:
    """The part of one issue: weight x payoff, weight x what a level changes in it, or points x levels moved."""
    issue = next((entry for entry in names.scenario.issues if entry.id == what), None)
    form = next((form for form, wanted in OF_ISSUE_FORMS.items() if wanted <= set(facts)), None)
    if issue is None or form is None:
        return names.say("why-of-issue", label=label)
    levels = {key: issue.levels[int(facts[key])].id for key in ("before", "after", "level") if key in facts}
    numbers = {key: signed(value) if key in ("points", "step") else value for key, value in facts.items() if isinstance(value, int)}
    steps = int(facts["after"]) - int(facts["before"]) if form == "points" else 0
    return names.say(f"why-of-issue-{form}", label=label, **{**numbers, **levels, **({"steps": steps} if form == "points" else {})})


def shown(fact: int | str, hundredths: bool) -> int | str:
    """A fact as a sentence names it."""
    return points(fact) if hundredths and isinstance(fact, int) else fact


def turn_line(names: Names, turn: Turn, hundredths: bool) -> str:
    """One change that alone would turn the result."""
    name = names.text(turn.text) or names.entry(turn.what)
    result = points(turn.result) if hundredths else str(turn.result)
    return names.say(f"why-turn-{turn.code}", name=name, before=turn.before, after=turn.after, result=result, price=turn.price)
