"""Why a number is what it is, as text: amounts that add up, one a line, each with its place and origin."""

from __future__ import annotations

from collections.abc import Iterator

from sim.table.reason import GAIN, LEAST_GAIN, UTILITY, Reason, Turn
from tui.plain.names import Names, points, signed

IN_HUNDREDTHS = (UTILITY, GAIN, LEAST_GAIN)
DEEPEST = 4  # levels shown; what lies below is asked for by its own name
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
    return names.say(f"why-{reason.code}", label=label or "none", written=reason.written or "none", **facts).strip()


def shown(fact: int | str, hundredths: bool) -> int | str:
    """A fact as a sentence names it."""
    return points(fact) if hundredths and isinstance(fact, int) else fact


def turn_line(names: Names, turn: Turn, hundredths: bool) -> str:
    """One change that alone would turn the result."""
    name = names.text(turn.text) or names.entry(turn.what)
    result = points(turn.result) if hundredths else str(turn.result)
    return names.say(f"why-turn-{turn.code}", name=name, before=turn.before, after=turn.after, result=result, price=turn.price)
