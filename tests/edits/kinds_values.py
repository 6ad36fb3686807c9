"""Values that are wrong: of another kind, out of range, sums and lists that do not fit, texts that are missing."""

from __future__ import annotations

import random

from tests.edits.desk import Desk, Spot
from tests.edits.edit import Edit, Kind, at_node, near_owner, near_spot, of_value
from tests.edits.kinds_words import fixed_key, is_in_effects

WRONG = frozenset({"NW103", "NW104", "NW107"})
RANGE = frozenset({"NW306"})
NUMBERS = (
    "meters/*/start",
    "bodies/*/groups/*/weight|start",
    "levers/*/credibility|escalation",
    "demands/*/deadline",
    "initiatives/*/delay",
    "procedure/offers",
    "procedure/vote/yes_at",
    "procedure/capital/start|max",
    "courses/*/points|max",
    "issues/*/vote_from",
    "scenario/rounds|minutes",
    "postures/*/weights/*",
    "issues/*/payoff/*/*",
    "initiatives/*/cost|gain/*",
    "fixed/*",
    "procedure/clues/probe/price",
    "procedure/levers/*",
    "procedure/seat_tables/*/players",
)
LISTS = (
    "issues/*/payoff/*",
    "issues/*/levels",
    "issues/*/demandeur|moved_by",
    "procedure/order|opener",
    "statement/*/issues",
    "*/*/source",
)
TEXTS = ("**/label", "**/text", "**/short", "**/note")
WORDS = ("**/party", "meters/*/good", "issues/*/track|start", "initiatives/*/family", "demands/*/issue", "events/*/tag")


def other_kind(desk: Desk, luck: random.Random, patterns: tuple[str, ...], *new: str) -> Edit | None:
    """Something of another kind in the place of a value."""
    spot = desk.pick(luck, *patterns)
    return None if spot is None else of_value(desk, spot, luck.choice(new).replace("%", desk.written(spot).strip('"')), 0)


def number_in_quotes(desk: Desk, luck: random.Random) -> Edit | None:
    """A number between quotes."""
    spot = desk.pick(luck, *NUMBERS)
    return of_value(desk, spot, f'"{desk.written(spot)}"') if spot is not None else None


def text_in_one_language(desk: Desk, luck: random.Random) -> Edit | None:
    """A text without its two languages."""
    spot = desk.pick(luck, "**/label", "**/short", "**/phrase")
    return of_value(desk, spot, '"Something"') if spot is not None and isinstance(spot.node.value, dict) else None


def word_for_effects(desk: Desk, luck: random.Random) -> Edit | None:
    """A word where effects stand."""
    spot = desk.pick(luck, "levers/*/target|user", "events/*/effects", "demands/*/unmet", "rules/*/effects", "initiatives/*/effects")
    return of_value(desk, spot, luck.choice(["m_x", "+2", '"m_x: +2"', "[1, 2]"]))


def amount_of_another_kind(desk: Desk, luck: random.Random) -> Edit | None:
    """A list or a map where an effect has a number."""
    fitting = [spot for spot in desk.spots if is_in_effects(spot) and isinstance(spot.node.value, int) and spot.is_under_key]
    return of_value(desk, luck.choice(fitting), luck.choice(["[1, 2]", "{a: 1}", '"+2"']))


def beyond(desk: Desk, luck: random.Random, *ways: tuple[str, str]) -> Edit | None:
    """A number that is too large or too small. ways: pattern and number."""
    pattern, number = luck.choice(ways)
    spot = desk.pick(luck, pattern)
    return of_value(desk, spot, number) if spot is not None and isinstance(spot.node.value, int) else None


def level_beyond(desk: Desk, luck: random.Random) -> Edit | None:
    """The number of a level that an issue does not have."""
    fitting = [spot for spot in desk.spots if spot.fits("issues/*/vote_from") or spot.fits("**/asks")]
    spot = luck.choice(fitting)
    return of_value(desk, spot, luck.choice(["8", "9", "12"])) if isinstance(spot.node.value, int) else None


def broken_sum(desk: Desk, luck: random.Random) -> Edit | None:
    """A weight changed, so that the sum is no longer 100."""
    spot = desk.pick(luck, "postures/*/weights/*")
    up = luck.choice([1, 2, 10])
    return of_value(desk, spot, str(int(str(spot.node.value)) + up), 1, near_owner(desk, spot)) if spot is not None else None


def broken_group_sum(desk: Desk, luck: random.Random) -> Edit | None:
    """The weight of a group changed; told at the groups, or at the body."""
    spot = desk.pick(luck, "bodies/*/groups/*/weight")
    if spot is None:
        return None
    body = spot.around[2]
    more = at_node(desk, spot.file, body) | at_node(desk, spot.file, body.value["id"] if isinstance(body.value, dict) else body)
    return of_value(desk, spot, str(int(str(spot.node.value)) + luck.choice([-2, 1, 5])), 2, more)


def list_of_another_length(desk: Desk, luck: random.Random) -> Edit | None:
    """A number too many or too few in a list that goes with the levels."""
    spot = desk.pick(luck, "issues/*/payoff/*", "issues/*/effects/*")
    text = desk.written(spot) if spot is not None else ""
    items = text.strip("[]").split(", ")
    changed = luck.choice([items[:-1], items[1:], [*items, items[-1]]])
    return of_value(desk, spot, f"[{', '.join(changed)}]", 1) if text else None


def twice_in_a_list(desk: Desk, luck: random.Random) -> Edit | None:
    """A name that stands twice in a list."""
    spot = desk.pick(luck, "procedure/order", "procedure/steps/*", "issues/*/demandeur|moved_by", "statement/*/issues", "seats/*/tracks")
    text = desk.written(spot) if spot is not None else ""
    items = text.strip("[]").split(", ")
    edit = of_value(desk, spot, f"[{', '.join([*items, items[0]])}]") if text else None
    return edit if edit is None else Edit(edit.file, edit.start, edit.old, edit.new, edit.near, every_item(edit))


def every_item(edit: Edit) -> frozenset[int]:
    """Where each item of a new list begins."""
    return frozenset(edit.start + at for at in range(1, len(edit.new)) if edit.new[at - 1] in "[ ")


def nothing_reaches_the_top(desk: Desk, luck: random.Random) -> Edit | None:
    """A payoff without a level that is worth 100."""
    spot = desk.pick(luck, "issues/*/payoff/*")
    text = desk.written(spot) if spot is not None else ""
    return of_value(desk, spot, text.replace("100", "99"), 1) if "100" in text else None


def bounds_crossed(desk: Desk, luck: random.Random) -> Edit | None:
    """`min` above `max`, or a start outside of both."""
    spot = desk.pick(luck, "meters/*/start")
    if spot is None:
        return None
    space = " " * (spot.node.key_column - 1)
    bounds = luck.choice([f"min: 60\n{space}max: 20", f"max: {int(str(spot.node.value)) - 1}", f"min: {int(str(spot.node.value)) + 1}"])
    new = f"{spot.node.value}\n{space}{bounds}"
    edit = of_value(desk, spot, new, 1, near_owner(desk, spot))
    found = [] if edit is None else [edit.start + new.index(word) + shift for word in ("min: ", "max: ") if word in new for shift in (0, 5)]
    return edit if edit is None else Edit(edit.file, edit.start, edit.old, edit.new, edit.near, frozenset(found))


def language_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """A text that has lost one of its languages."""
    spot = desk.pick(luck, "**/label|short|text|phrase|note/en|ja")
    if spot is None or not isinstance(spot.around[0].value, dict) or set(spot.around[0].value) != {"en", "ja"}:
        return None
    whole = Spot(spot.file, spot.trail[:-1], spot.around[0], spot.around[1:])
    other = "ja" if spot.key == "en" else "en"
    rest = next(each for each in desk.spots if each.file == spot.file and each.trail == (*spot.trail[:-1], other))
    kept = desk.written(rest)
    return of_value(desk, whole, f"{{{other}: {kept}}}") if kept else None


def line_gone(desk: Desk, luck: random.Random, is_label: bool) -> Edit | None:
    """A key that an entry needs, deleted with its line; told at the id of the entry or where it stood."""
    patterns = ("**/label",) if is_label else ("*/*/*", "bodies/*/groups/*/*", "scoring/endings/*/when", "procedure/*")
    spot = desk.pick(luck, *patterns)
    found = fixed_key(desk, spot)
    if spot is None or found is None or spot.key == "id":
        return None
    start, line = desk.line_of(spot)
    needed = is_label or found[0].model_fields[found[1]].is_required()
    is_whole = line.strip().startswith(f"{spot.key}: ") and desk.written(spot) != ""
    named = not is_label or (spot.trail[0] not in {"rules", "modifiers", "values", "bodies", "texts"} and "deck" not in spot.trail)
    if not (needed and is_whole and named):
        return None
    at = desk.offset(spot.file, spot.node.key_line, spot.node.key_column)
    return Edit(spot.file, start, line, "", frozenset({*near_owner(desk, spot), *around(desk, spot), at}))


def around(desk: Desk, spot: Spot) -> set[int]:
    """The value around a value, and its key."""
    return near_spot(desk, spot, 1) - near_spot(desk, spot)


def empty_text(desk: Desk, luck: random.Random) -> Edit | None:
    """A text with nothing in it."""
    return of_value(desk, desk.pick(luck, "**/label|text|phrase/en|ja"), '""')


KINDS = [
    Kind("word for a number", WRONG, lambda desk, luck: other_kind(desk, luck, NUMBERS, "many", "half", "ten")),
    Kind("number in quotes", WRONG, number_in_quotes),
    Kind("list for a number", WRONG, lambda desk, luck: other_kind(desk, luck, NUMBERS, "[%]", "[1, 2]")),
    Kind("list for a word", WRONG | {"NW102", "NW202"}, lambda desk, luck: other_kind(desk, luck, WORDS, "[%]", "[%, %]")),
    Kind("number for a word", WRONG | {"NW102", "NW202"}, lambda desk, luck: other_kind(desk, luck, WORDS, "3", "12")),
    Kind("word for a list", WRONG, lambda desk, luck: other_kind(desk, luck, LISTS, "D", "12")),
    Kind("map for a list", WRONG, lambda desk, luck: other_kind(desk, luck, LISTS, "{a: 1}")),
    Kind("map for a text", WRONG, lambda desk, luck: other_kind(desk, luck, ("**/label|text/en|ja",), "{a: 1}", "[a, b]", "7")),
    Kind("text without languages", WRONG, text_in_one_language),
    Kind("word for effects", WRONG, word_for_effects),
    Kind("amount of another kind", WRONG, amount_of_another_kind),
    Kind(
        "number beyond its bounds",
        RANGE,
        lambda desk, luck: beyond(
            desk,
            luck,
            ("meters/*/start", "140"),
            ("levers/*/credibility", "140"),
            ("bodies/*/groups/*/start", "101"),
            ("issues/*/payoff/*/*", "101"),
            ("scenario/rounds", "40"),
            ("scenario/rounds", "0"),
            ("courses/*/start", "13"),
            ("procedure/vote/yes_at", "140"),
            ("courses/*/start", "-1"),
            ("demands/*/deadline", "0"),
            ("procedure/capital/start", "40"),
            ("meters/*/start", "-5"),
        ),
    ),
    Kind(
        "negative where none can be",
        RANGE | {"NW303", "NW307"},
        lambda desk, luck: beyond(
            desk,
            luck,
            ("postures/*/weights/*", "-3"),
            ("bodies/*/groups/*/weight", "-10"),
            ("issues/*/payoff/*/*", "-1"),
            ("initiatives/*/cost/*", "-1"),
            ("initiatives/*/delay", "-2"),
            ("procedure/offers", "-4"),
            ("levers/*/price", "-1"),
            ("procedure/clues/probe/price", "-1"),
        ),
    ),
    Kind(
        "number too large",
        RANGE,
        lambda desk, luck: beyond(
            desk, luck, ("meters/*/start", "99999999999"), ("levers/*/target/*", "123456789012"), ("demands/*/deadline", "5000000000")
        ),
    ),
    Kind("level above the top", RANGE, level_beyond),
    Kind("weights do not sum", frozenset({"NW303"}), broken_sum),
    Kind("groups do not sum", frozenset({"NW303", "NW304"}), broken_group_sum),
    Kind("list of another length", frozenset({"NW301"}), list_of_another_length),
    Kind("twice in a list", frozenset({"NW201"}), twice_in_a_list),
    Kind("no level worth 100", frozenset({"NW390"}), nothing_reaches_the_top),
    Kind("bounds crossed", RANGE, bounds_crossed),
    Kind("one language gone", frozenset({"NW401"}), language_gone),
    Kind("label gone", frozenset({"NW105"}), lambda desk, luck: line_gone(desk, luck, True)),
    Kind("required key gone", frozenset({"NW105"}), lambda desk, luck: line_gone(desk, luck, False)),
    Kind("empty text", frozenset({"NW103"}), empty_text),
]
