"""Files that are no YAML any more, or another one than was meant: tabs, colons, quotes, brackets, indentation, words that programs twist."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from sim.loading.node import plain
from sim.loading.reading import read_text
from tests.edits.desk import Desk, Spot
from tests.edits.edit import Edit, Kind, at_node, near_spot, of_value

STRUCTURE = frozenset({"NW002", "NW003", "NW004", "NW005", "NW006", "NW007", "NW009"})
NUMBER = frozenset({"NW012", "NW013", "NW014", "NW103", "NW306"})
WHOLE = (
    "meters/*/start",
    "bodies/*/groups/*/weight|start",
    "levers/*/credibility",
    "levers/*/price",
    "postures/*/weights/*",
    "demands/*/deadline",
)
SWITCHES = (
    "seats/*/head",
    "levers/*/measure",
    "rules/*/first",
    "statement/*/standing|otherwise|continues|initiatives",
    "**/optional",
    "scenario/tutorial",
)


def lines_like(desk: Desk, luck: random.Random, pattern: str) -> tuple[str, int, re.Match[str]] | None:
    """A line of a file that a pattern fits: the file, where the line begins, what fits."""
    file = luck.choice(list(desk.texts))
    fitting = [
        (start, hit)
        for start, line in zip(desk.starts[file], desk.texts[file].split("\n"), strict=False)
        if (hit := re.search(pattern, line))
    ]
    if not fitting:
        return None
    start, hit = luck.choice(fitting)
    return (file, start, hit) if not hit.string.lstrip().startswith("#") else None


def in_line(desk: Desk, luck: random.Random, pattern: str, *new: str, also: str = "") -> Edit | None:
    """Group 1 of what fits becomes another text. also: a message may stand, too, at what this pattern finds in the line."""
    found = lines_like(desk, luck, pattern)
    if found is None:
        return None
    file, start, hit = found
    near = {start + each.start() for each in re.finditer(also, hit.string)} if also else set()
    return Edit(file, start + hit.start(1), hit.group(1), luck.choice(new), frozenset({start + hit.start(), *near}))


def tab(desk: Desk, luck: random.Random) -> Edit | None:
    """A tab in front of a line."""
    found = in_line(desk, luck, r"^( {2,})\S", "\t", "  \t", "\t\t")
    return found if found is None else replace(found, fresh=frozenset({found.start + found.new.index("\t")}))


def key_column(desk: Desk, luck: random.Random) -> Edit | None:
    """`start:50`: the space behind the colon is gone."""
    spot = luck.choice([spot for spot in desk.spots if spot.is_under_key and desk.written(spot)])
    start = desk.offset(spot.file, spot.node.line, spot.node.column)
    is_bare = desk.texts[spot.file][start - 1] == " " and not spot.node.quoted and not isinstance(spot.node.value, list | dict)
    return Edit(spot.file, start - 1, " ", "", frozenset(near_spot(desk, spot))) if is_bare else None


def colon_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """The colon of a line is gone."""
    return in_line(desk, luck, r"^ *(?:- )?[a-z_]+(: )(?=[^#\n]+$)", " ", also=r"(?<=[a-z_]: )\S|(?<= )[a-z_]+(?=:)")


def quote_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """A closing quote is gone: told at the quote that opens."""
    found = lines_like(desk, luck, r'"[^"\\]*(")')
    if found is None:
        return None
    file, start, hit = found
    return Edit(file, start + hit.start(1), '"', "", frozenset({start + hit.start()}))


def opening_quote_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """An opening quote is gone: told there, or at the quote that closes."""
    found = lines_like(desk, luck, r'(?:en|ja): (")[^"\\]*(")')
    if found is None:
        return None
    file, start, hit = found
    return Edit(file, start + hit.start(1), '"', "", frozenset({start + hit.start(2), start + hit.start()}))


def bracket_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """A closing bracket is gone: told at the one that opens, where it stood, or at what follows."""
    spots = [spot for spot in desk.spots if isinstance(spot.node.value, list | dict) and desk.written(spot)]
    spot = luck.choice(spots)
    start = desk.offset(spot.file, spot.node.line, spot.node.column)
    end = start + len(desk.written(spot)) - 1
    text = desk.texts[spot.file]
    after = re.compile(r"[\s,]*").match(text, end + 1)
    near = {start, end + 1, after.end() if after else end, *openers(desk, spot)}
    return Edit(spot.file, end, text[end], "", frozenset(near))


def openers(desk: Desk, spot: Spot) -> set[int]:
    """The brackets around a value on its line."""
    return {desk.offset(spot.file, node.line, node.column) for node in spot.around if node.line == spot.node.line}


def opening_bracket_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """An opening bracket is gone: told there, at the key in front, or at the bracket that now closes nothing."""
    spots = [spot for spot in desk.spots if isinstance(spot.node.value, list | dict) and desk.written(spot) and spot.is_under_key]
    spot = luck.choice(spots)
    start = desk.offset(spot.file, spot.node.line, spot.node.column)
    text = desk.written(spot)
    near = {start + 1, start + len(text) - 1, *near_spot(desk, spot)}
    near |= {start + hit.start() for hit in re.finditer(r"(?<=, )", text)} | {start + hit.start() for hit in re.finditer(r"[,:]", text)}
    return Edit(spot.file, start, text[0], "", frozenset(near))


def indented(desk: Desk, luck: random.Random) -> Edit | None:
    """A key that stands one space too far to the right or to the left."""
    found = lines_like(desk, luck, r"^( {2,})[a-z_]+:")
    if found is None:
        return None
    file, start, hit = found
    new = luck.choice([hit.group(1) + " ", hit.group(1)[:-1]])
    lines = desk.texts[file][start:].split("\n", 2)
    follow = start + len(lines[0]) + 1 + len(lines[1]) - len(lines[1].lstrip()) if len(lines) > 1 else start
    found_edit = Edit(file, start, hit.group(1), new, frozenset({start + len(hit.group(1)), follow}), frozenset({start + len(new)}))
    return None if reads_the_same(desk, found_edit) else found_edit


def reads_the_same(desk: Desk, edit: Edit) -> bool:
    """Whether an edit changes nothing: a single key may be indented by any number of spaces."""
    now, before = read_text(edit.applied(desk.texts[edit.file]), edit.file), desk.sound[edit.file]
    return now.node is not None and before.node is not None and plain(now.node) == plain(before.node)


def key_twice(desk: Desk, luck: random.Random) -> Edit | None:
    """A key with its value a second time, on a line of its own; told at either."""
    spot = luck.choice([spot for spot in desk.spots if spot.is_under_key and desk.written(spot)])
    start, line = desk.line_of(spot)
    if not line.strip().startswith(f"{spot.key}:"):
        return None
    at = spot.node.key_column - 1
    end = start + len(line)
    return Edit(spot.file, end, "", line, frozenset(at_node(desk, spot.file, spot.node)), frozenset({end + at}))


def id_twice(desk: Desk, luck: random.Random) -> Edit | None:
    """The id of another entry of the same list."""
    spot = desk.pick(luck, "issues|meters|levers|events|demands|initiatives|glossary|seats|rules|statement/*/id", "bodies/*/groups/*/id")
    if spot is None:
        return None
    others = [each for each in desk.spots if each.trail[:-2] == spot.trail[:-2] and each.trail[-1] == "id" and each.node is not spot.node]
    other = luck.choice(others)
    found = of_value(desk, spot, str(other.node.value))
    if found is None or other.file != spot.file:
        return None
    return replace(found, near=found.near | at_node(desk, other.file, other.node))


def dash_glued(desk: Desk, luck: random.Random) -> Edit | None:
    """`-id: x`: the space behind the dash is gone."""
    return in_line(desk, luck, r"^ *(- )(?=id:)", "-", also=r"id:")


def dash_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """The dash of an entry is gone."""
    return in_line(desk, luck, r"^ *(- )(?=id: )", "  ", "", also=r"id:")


def full_width(desk: Desk, luck: random.Random) -> Edit | None:
    """A sign of full width in the place of one of YAML."""
    found = lines_like(desk, luck, r"^ *(?:- )?[a-z_]+(: )|^[^\"#]*\w(, )[^\"#]*$|^[^\"#]*([{}\[\]])")
    if found is None:
        return None
    file, start, hit = found
    group = next(number for number in (1, 2, 3) if hit.group(number))
    new = {": ": "：", ", ": "、", "{": "｛", "}": "｝", "[": "［", "]": "］"}[hit.group(group)]
    before = re.search(r"[A-Za-z0-9_]+\W*$", hit.string[: hit.start(group)])
    near = {start + (before.start() if before else hit.start(group)), start + hit.end(group), *(start + at for at in brackets(hit.string))}
    near.add(start + len(hit.string) - len(hit.string.lstrip(" -")))
    return Edit(file, start + hit.start(group), hit.group(group), new, frozenset(near))


def brackets(line: str) -> list[int]:
    """Where brackets open on a line."""
    return [at for at, letter in enumerate(line) if letter in "[{"]


def number_as(desk: Desk, luck: random.Random, *ways: str) -> Edit | None:
    """A number written in another manner; # stands for its digits. A price may be an expression, so several words in it are one."""
    spot, way = desk.pick(luck, *WHOLE), luck.choice(ways)
    if spot is None or not isinstance(spot.node.value, int) or (spot.key == "price" and "# p" in way):
        return None
    return of_value(desk, spot, way.replace("#", str(spot.node.value)))


def switch(desk: Desk, luck: random.Random) -> Edit | None:
    """Another word for a switch."""
    return of_value(desk, desk.pick(luck, *SWITCHES), luck.choice(["yes", "no", "on", "off", "false", "True", "Yes", "null", "~", "y"]))


def bare(desk: Desk, luck: random.Random, *words: str) -> Edit | None:
    """A word without quotes that programs twist, in the place of a text or a word."""
    spot = desk.pick(luck, "**/label|text|short/en|ja", "scenario/players")
    return of_value(desk, spot, luck.choice(words))


def unquoted_date(desk: Desk, luck: random.Random) -> Edit | None:
    """A day without quotes."""
    spot = desk.pick(luck, "history/events/*/date")
    return of_value(desk, spot, desk.written(spot).strip('"')) if spot is not None and str(spot.node.value).count("-") == 2 else None


def nothing_there(desk: Desk, luck: random.Random) -> Edit | None:
    """A key with nothing behind it."""
    spot = luck.choice([spot for spot in desk.spots if spot.is_under_key and desk.written(spot) and spot.node.key_line])
    line = desk.line_of(spot)[1]
    return of_value(desk, spot, "") if line.rstrip().endswith(desk.written(spot)) and line.strip().startswith(f"{spot.key}:") else None


def comma_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """A comma is missing inside braces: told where it is missing, or at what follows."""
    found = lines_like(desk, luck, r"(?:\w|\"|\])(, )(?=[a-z_]+: )")
    if found is None:
        return None
    file, start, hit = found
    before = re.search(r"\S+$", hit.string[: hit.start(1)])
    near = {hit.end(1), before.start() if before else 0, *brackets(hit.string)}
    edit = Edit(file, start + hit.start(1), ", ", " ", frozenset(start + at for at in near))
    return edit if not hit.string.lstrip().startswith("#") else None


KINDS = [
    Kind("tab in front of a line", frozenset({"NW001"}), tab),
    Kind("no space behind a colon", frozenset({"NW002", "NW005", "NW007"}), key_column),
    Kind("colon gone", STRUCTURE, colon_gone),
    Kind("closing quote gone", STRUCTURE, quote_gone),
    Kind("opening quote gone", STRUCTURE, opening_quote_gone),
    Kind("closing bracket gone", STRUCTURE, bracket_gone),
    Kind("opening bracket gone", STRUCTURE | {"NW103"}, opening_bracket_gone),
    Kind("comma gone", STRUCTURE, comma_gone),
    Kind("indentation off by one", frozenset({"NW005", "NW103", "NW101", "NW105", "NW109"}), indented),
    Kind("key twice", frozenset({"NW106"}), key_twice),
    Kind("id twice", frozenset({"NW201"}), id_twice),
    Kind("no space behind a dash", STRUCTURE, dash_glued),
    Kind("dash gone", STRUCTURE | {"NW106"}, dash_gone),
    Kind("full-width sign of YAML", STRUCTURE, full_width),
    Kind("decimal comma", NUMBER, lambda desk, luck: number_as(desk, luck, "#,5", "1,#", "0,#")),
    Kind("decimal point", NUMBER, lambda desk, luck: number_as(desk, luck, "#.5", "#.0", ".5", "1e3")),
    Kind("per cent sign", NUMBER, lambda desk, luck: number_as(desk, luck, "#%", "# %", "#％")),
    Kind("full-width digits", NUMBER, lambda desk, luck: number_as(desk, luck, "５０", "＋３", "−3")),
    Kind("number with a unit or a group", NUMBER, lambda desk, luck: number_as(desk, luck, "1_000", "# points", "0#", "0x1F", "1,000")),
    Kind("yes or no for a switch", frozenset({"NW011"}), switch),
    Kind("time without quotes", NUMBER, lambda desk, luck: bare(desk, luck, "12:30", "9:00", "1:30")),
    Kind("yes or no as a text", frozenset({"NW011"}), lambda desk, luck: bare(desk, luck, "yes", "No", "off", "null", "~", "True")),
    Kind("date without quotes", NUMBER, unquoted_date),
    Kind("nothing behind a key", frozenset({"NW103"}), nothing_there),
    Kind(
        "a sign YAML keeps for itself",
        STRUCTURE,
        lambda desk, luck: bare(desk, luck, "@home", "`home`", "%share", "&home", "*home", "!home", ">home", "|home"),
    ),
    Kind("colon in a bare text", STRUCTURE, lambda desk, luck: bare(desk, luck, "Steel: stake", "Talks: round 1")),
]
