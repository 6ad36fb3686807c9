"""What a scenario says: what is in play, start values, fixed cards, forced draws, what is open, what really happened."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem
from sim.loading import shape_entries as kinds
from sim.loading.checks.common import Question, called, ids, outside, unknown_keys, unknown_value
from sim.loading.checks.issues import difference, no_level
from sim.loading.documents import place_of
from sim.loading.node import Node, node_at
from sim.loading.ranges import bounded
from sim.loading.selection import Play, hint_for, issue_of, listed
from sim.loading.shape_base import Selectable

OWNER = "the scenario"
IDS = {"posture", "event", "initiative", "demand", "clue_issue"}
ROLLS = {"surprise": 100, "second_demand": 100, "clue_false": 100, "chance": 100, "surprise_kind": 99}
BEFORE_ROUND_1 = {"posture", "agenda", "mood"}
AT_ANY_TIME = {"request", "clue_issue", "clue_false", "clue_band"}
CLOSED_ONLY = ("friction", "agenda")


def selections_name_what_exists(play: Play) -> Iterator[Problem]:
    """`only`, `out` and `with` name entries of the pack; `with` brings in what is optional."""
    for word in ("only", "out", "with"):
        part = node_at(play.scenario.node, word)
        for kind, node in part.value.items() if part is not None and isinstance(part.value, dict) else ():
            decks = frozenset(issue for deck in play.requests for issue in deck.deck)
            known = decks if kind == "requests" else play.known.get(kind, frozenset())
            for item in listed(node):
                if str(item.value) not in known and str(item.value) not in play.lost_ids:
                    text = f"`{word}` names `{item.value}`, but the pack has no such entry in `{kind}`"
                    yield item.problem("NW202", text, hint_for(item.value, known))
                elif word == "with" and not is_optional(play, kind, str(item.value)):
                    yield item.problem("NW205", f"`{item.value}` is in play without `with`", "delete it here")


def is_optional(play: Play, kind: str, name: str) -> bool:
    """Whether an entry waits for a scenario to bring it in; a broken one counts as such."""
    entries = play.pack.lists.get(kind, [])
    found = [entry for entry in entries if isinstance(entry, Selectable) and entry.id == name]
    return name in play.lost_ids or any(entry.optional for entry in found)


def start_values_fit(play: Play) -> Iterator[Problem]:
    """Start values name what exists, and lie within its bounds."""
    start, pack = play.scenario.start, play.pack
    for key, known in (
        ("meters", ids(pack.meters)),
        ("groups", [*play.known["groups"]]),
        ("courses", ids(pack.courses)),
        ("counters", ids(pack.counters)),
        ("credibility", ids(pack.levers)),
        ("capital", ids(play.parties)),
        ("levels", ids(pack.issues)),
    ):
        yield from unknown_keys(play, play.scenario, ("start", key), key.rstrip("s") if key != "levels" else "issue", known, OWNER)
    for meter in bounded(play):
        own = start.meters if isinstance(meter, kinds.Meter) else start.courses
        yield from fits(play, "meters" if isinstance(meter, kinds.Meter) else "courses", meter.id, own.get(meter.id), meter.min, meter.max)
    for counter in pack.counters:
        low, high = 0 if counter.min is None else counter.min, counter.max
        yield from fits(play, "counters", counter.id, start.counters.get(counter.id), low, high)
    for key, values, high in (
        ("groups", start.groups, 100),
        ("credibility", start.credibility, 100),
        ("capital", start.capital, play.procedure.capital.max),
    ):
        for name, value in values.items():
            yield from fits(play, key, name, value, 0, high)


def fits(play: Play, key: str, name: str, value: int | None, low: int, high: int | None) -> Iterator[Problem]:
    """One start value within bounds."""
    if value is not None and (value < low or (high is not None and value > high)):
        yield outside(place_of(play.scenario, "start", key, name), f"`{name}` starts at", value, low, high)


def start_levels_exist(play: Play) -> Iterator[Problem]:
    """Start levels are levels of their issue; postures that may be drawn exist."""
    known = {issue.id: issue for issue in play.pack.issues}
    for name, level in play.scenario.start.levels.items():
        if name in known and level not in known[name].levels:
            yield no_level(place_of(play.scenario, "start", "levels", name), level, known[name])
    yield from unknown_value(play, play.scenario.start, "postures", "posture", ids(play.pack.postures), OWNER)


def weights_are_whole(play: Play) -> Iterator[Problem]:
    """Weights of its own replace those of a posture: 100 over the issues in play."""
    yield from unknown_keys(play, play.scenario, ("weights",), "posture", ids(play.pack.postures), OWNER)
    for posture, weights in play.scenario.weights.items():
        yield from unknown_keys(play, play.scenario, ("weights", posture), "issue", ids(play.issues), OWNER)
        total = sum(weights.values())
        if total != 100 and set(weights) <= set(ids(play.issues)):
            node = place_of(play.scenario, "weights", posture)
            hint, fixes = difference(100 - total, node)
            yield node.problem_of_key("NW303", f"the weights of posture `{posture}` sum to {total}, not 100", hint, fixes=fixes)


def fixed_cards_come(play: Play) -> Iterator[Problem]:
    """A fixed card is in play and has a round of its own."""
    yield from unknown_keys(play, play.scenario, ("fixed",), "event", play.known.get("events", frozenset()), OWNER)
    rounds, in_play, first = play.scenario.scenario.rounds, ids(play.events), dict[int, str]()
    for name, round_ in play.scenario.fixed.items():
        node = place_of(play.scenario, "fixed", name)
        if round_ > rounds:
            yield node.problem("NW308", f"`{name}` is fixed for round {round_}, but the game has {rounds} rounds", f"use 1 to {rounds}")
        if name in play.known.get("events", frozenset()) and name not in in_play:
            yield node.problem_of_key("NW205", f"`{name}` is fixed, but out of play", "bring it into play, or delete it here")
        before = first.setdefault(round_, name)
        if before != name:
            text = f"`{name}` and `{before}` are both the first card of round {round_}; the second may never come"
            yield node.problem("NW308", text, "choose another round", "warning")


def forced_draws_happen(play: Play) -> Iterator[Problem]:
    """A forced draw comes in a round in which there is such a draw, gives what it can give, and once."""
    rounds, seen = play.scenario.scenario.rounds, set[tuple[int, str, int]]()
    for item in play.scenario.forced:
        key = (item.round, item.draw, item.index)
        if key in seen:
            yield place_of(item, "draw").problem(
                "NW201", f"this {item.draw} is forced twice", "delete one of the two, or give it another `index`"
            )
        seen.add(key)
        least, most = (0, 0) if item.draw in BEFORE_ROUND_1 else (0 if item.draw in AT_ANY_TIME else 1, rounds)
        if not least <= item.round <= most:
            when = "before round 1" if most == 0 else f"in rounds {least} to {most}"
            text = f"{item.draw} is drawn {when}; found round {item.round}"
            yield place_of(item, "round").problem("NW308", text, "write `round: 0`" if most == 0 else f"use {least} to {most}")
        if item.draw in IDS and isinstance(item.gives, int):
            yield place_of(item, "gives").problem(
                "NW103", f"`gives` of a forced {item.draw} must be an id", "write the id of what is drawn"
            )
        elif item.draw not in IDS:
            yield from number_can_be_drawn(play, item.draw, item.index, place_of(item, "gives"))


def number_can_be_drawn(play: Play, draw: str, index: int, node: Node) -> Iterator[Problem]:
    """A number that a draw can give."""
    if not isinstance(node.value, int):
        yield node.problem("NW103", f"`gives` of a forced {draw} must be a number", "write e.g. `gives: 57`")
        return
    low, high = (1, ROLLS[draw]) if draw in ROLLS else (0, 99)
    if draw == "mood":
        reach = mood_of(play, index)
        low, high = -reach, reach
    if draw == "request":
        decks = [issue for deck in play.requests[:1] for issue in deck.deck]
        low, high = 0, max(len(decks) - 1, 0)
    if not low <= node.value <= high:
        yield node.problem("NW306", f"{draw} gives {low} to {high}; found {node.value}", f"use {low} to {high}")


def mood_of(play: Play, group: int) -> int:
    """The largest mood of a group, by its position."""
    if group >= len(play.groups):
        return 0
    return play.groups[group][0].mood if play.scenario.mood is None else play.scenario.mood


def switches_are_closed(play: Play) -> Iterator[Problem]:
    """`friction` and `agenda` are open or closed for the whole game."""
    for word in CLOSED_ONLY:
        if word in play.scenario.open and play.scenario.open[word] != 0:
            node = place_of(play.scenario, "open", word)
            yield node.problem(
                "NW102", f"`{word}` is open for the whole game or not at all", f"write `{word}: 0` to close it, or delete it"
            )


def history_names_what_exists(play: Play) -> Iterator[Problem]:
    """What really happened is told in levels and cards of the pack; taken over, it is taken as a whole."""
    history = play.scenario.history
    if history is None:
        return
    known = {issue.id: issue for issue in play.pack.issues}
    for key in ("levels", "why"):
        yield from unknown_keys(play, history, (key,), "issue", known, "the history")
    for name, level in history.levels.items():
        if name in known and level not in known[name].levels:
            yield no_level(place_of(history, "levels", name), level, known[name])
    cards = [*ids(play.pack.events), *ids(play.pack.levers), *ids(play.pack.initiatives), *ids(play.pack.demands)]
    for event in history.events:
        yield from unknown_value(play, event, "cards", "card or lever", cards, "the history")
    for key, node in history.node.value.items() if history.from_ and isinstance(history.node.value, dict) else ():
        if key != "from":
            yield node.problem_of_key(
                "NW108", f"`{key}` means nothing here: the history is taken over as a whole", "delete it, or delete `from`"
            )


def lessons_name_sides(play: Play) -> Iterator[Problem]:
    """A line of the lesson is said by a side that exists."""
    for line in play.scenario.lesson:
        yield from unknown_value(play, line, "party", "party", ids(play.parties))


def demands_have_issues(play: Play) -> Iterator[Problem]:
    """A demand card that is named has its issue in play."""
    in_play = set(ids(play.issues))
    named = play.scenario.only.demands or []
    if not set(play.scenario.only.issues or []) <= set(ids(play.pack.issues)):
        return  # an issue is misspelt, which is told there
    for card in play.pack.demands:
        if card.id in named and issue_of(card, in_play) not in in_play and issue_of(card, in_play) in ids(play.pack.issues):
            node = place_of(play.scenario, "only", "demands", named.index(card.id))
            yield node.problem(
                "NW205",
                f"{called(card)} is about `{issue_of(card, in_play)}`, which is out of play",
                "bring the issue in, or delete the card",
            )


QUESTIONS: tuple[Question, ...] = (
    selections_name_what_exists,
    start_values_fit,
    start_levels_exist,
    weights_are_whole,
    fixed_cards_come,
    forced_draws_happen,
    switches_are_closed,
    history_names_what_exists,
    demands_have_issues,
    lessons_name_sides,
)
