"""Expressions that are wrong: signs of other languages, brackets, names that do not exist."""

from __future__ import annotations

import random
import re

from tests.edits.desk import WORD, Desk, Spot
from tests.edits.edit import Edit, Kind, inside, misspelt, of_value
from tests.edits.kinds_words import is_in_effects

EXPRESSIONS = frozenset(
    re.findall(
        r"\w+",
        "quota needs kept when cap may_rise drift is shift refuses asks state chance amount add efficiency alliance no_winner"
        " package_size extra cards ahead wrong free step stays price",
    )
)
ANYWHERE_IN_EFFECTS = frozenset({"when", "add", "asks", "that"})
LANGUAGE = frozenset({"and", "or", "not", "at", "least", "most", "limited", "to"})
BROKEN = frozenset({"NW310", "NW311", "NW312"})
UNKNOWN = frozenset({"NW202", "NW203"})
COMPARISON = re.compile(r"([A-Za-z]\w*(?:\(\w+\))?) (<=|>=|<|>|==) ([0-9]+)")


def is_expression(spot: Spot) -> bool:
    """Whether a value is the text of an expression, on one line."""
    if not isinstance(spot.node.value, str) or spot.node.quoted or spot.node.breaks:
        return False
    if is_in_effects(spot):
        return spot.key in ANYWHERE_IN_EFFECTS
    above = str(spot.trail[-2]) if len(spot.trail) > 1 else ""
    return spot.key in EXPRESSIONS or above in {"locks", "income", "open"}


def expression(desk: Desk, luck: random.Random, pattern: str = r".") -> tuple[Spot, re.Match[str]] | None:
    """An expression, and one of the places in it that a pattern fits."""
    fitting = [spot for spot in desk.spots if is_expression(spot) and re.search(pattern, str(spot.node.value))]
    if not fitting:
        return None
    spot = luck.choice(fitting)
    return spot, luck.choice(list(re.finditer(pattern, str(spot.node.value))))


def replaced(desk: Desk, luck: random.Random, pattern: str, *new: str, odd: str = "") -> Edit | None:
    """What a pattern finds becomes another text; `\\1` stands for its groups. odd: the sign in it that a message may point at."""
    found = expression(desk, luck, pattern)
    if found is None:
        return None
    spot, hit = found
    text = hit.expand(luck.choice(new))
    fresh = {hit.start() + at for at, letter in enumerate(text) if letter in odd}
    return inside(desk, spot, hit.start(), hit.group(), text, fresh=fresh)


def misspelt_name(desk: Desk, luck: random.Random, *kinds: str) -> Edit | None:
    """A name of some kinds of entries, misspelt in an expression."""
    pool = {name for kind in kinds for name in desk.ids[kind]}
    found = expression(desk, luck, WORD.pattern)
    if found is None or found[1].group() not in pool:
        return None
    spot, hit = found
    new = misspelt(desk, hit.group(), luck)
    return None if new is None else inside(desk, spot, hit.start(), hit.group(), new)


def misspelt_function(desk: Desk, luck: random.Random) -> Edit | None:
    """The word in front of a bracket, misspelt."""
    found = expression(desk, luck, r"[a-z_]+(?=\()")
    new = None if found is None or found[1].group() in LANGUAGE else misspelt(desk, found[1].group(), luck)
    return None if found is None or new is None else inside(desk, found[0], found[1].start(), found[1].group(), new)


def misspelt_language(desk: Desk, luck: random.Random) -> Edit | None:
    """A word of the language, misspelt."""
    found = expression(desk, luck, r"\b(?:and|or|not|at least|at most|limited to)\b")
    if found is None:
        return None
    spot, hit = found
    new = {"and": "adn", "or": "ro", "not": "nto", "at least": "at leest", "at most": "at moost", "limited to": "limted to"}[hit.group()]
    places = [hit.start(), hit.end() + 1, hit.start() + 3]
    return inside(desk, spot, hit.start(), hit.group(), new, places)


def bracket_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """A bracket less: told at its partner, where it stood, or where the expression no longer fits."""
    found = expression(desk, luck, r"[()]")
    if found is None:
        return None
    spot, hit = found
    text = str(spot.node.value)
    left = text[: hit.start()] + text[hit.end() :]
    follows = hit.start() + len(left[hit.start() :]) - len(left[hit.start() :].lstrip())
    return inside(desk, spot, hit.start(), hit.group(), "", fresh={*alone(left), follows})


def alone(text: str) -> set[int]:
    """The brackets that have no partner."""
    opened, found = list[int](), set[int]()
    for at, letter in enumerate(text):
        if letter == "(":
            opened.append(at)
        elif letter == ")" and opened:
            opened.pop()
        elif letter == ")":
            found.add(at)
    return found | set(opened)


def chained(desk: Desk, luck: random.Random) -> Edit | None:
    """`1 <= x <= 3`."""
    found = expression(desk, luck, COMPARISON.pattern)
    if found is None:
        return None
    spot, hit = found
    low = f"0 <= {hit.group(1)} <= {hit.group(3)}"
    return inside(desk, spot, hit.start(), hit.group(), low, fresh={hit.start() + low.rindex("<=")})


def stray_comma(desk: Desk, luck: random.Random) -> Edit | None:
    """A comma where none fits, in an expression that stands on a line of its own."""
    found = expression(desk, luck, r"(?<=\w) (?=[a-z<>=+*/-])")
    if found is None or spot_in_braces(desk, found[0]):
        return None
    return inside(desk, found[0], found[1].start(), " ", ", ", [found[1].start() + 2])


def spot_in_braces(desk: Desk, spot: Spot) -> bool:
    """Whether a value stands inside braces or brackets on its line."""
    return desk.line_of(spot)[1].split(spot.key)[0].count("{") > 0


def operand_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """A value less: told at the operator before, or at what follows."""
    found = expression(desk, luck, r"(?<=[=<>+*/-] )(?:[0-9]+|[a-z_]+)(?![\w(])")
    if found is None or found[1].group() in LANGUAGE:
        return None
    spot, hit = found
    text = str(spot.node.value)
    before = len(text[: hit.start()].rstrip()) - len(text[: hit.start()].split()[-1])
    after = hit.end() + len(text[hit.end() :]) - len(text[hit.end() :].lstrip())
    return inside(desk, spot, hit.start(), hit.group(), "", [before, after])


def operator_gone(desk: Desk, luck: random.Random) -> Edit | None:
    """An operator less: told at what follows."""
    found = expression(desk, luck, r"(?:>=|<=|==|\+|\*|and|or) (?=\w)")
    if found is None or found[1].start() == 0:
        return None
    return inside(desk, found[0], found[1].start(), found[1].group(), "", [found[1].end()])


def quoted_name(desk: Desk, luck: random.Random) -> Edit | None:
    """A name in quotes inside an expression."""
    return replaced(desk, luck, r"(?<=[ (])([a-z]+_[a-z_]+)(?=[ )])", r"'\1'")


def digits_in_quotes(desk: Desk, luck: random.Random) -> Edit | None:
    """The number of an amount in quotes."""
    spot = desk.pick(luck, "**/add", "**/asks", "**/drift", "levers/*/price")
    return of_value(desk, spot, f'"{spot.node.value}"') if spot is not None and isinstance(spot.node.value, int) else None


KINDS = [
    Kind(
        "unknown meter in an expression", UNKNOWN, lambda desk, luck: misspelt_name(desk, luck, "meters", "courses", "counters", "values")
    ),
    Kind("unknown issue in an expression", UNKNOWN, lambda desk, luck: misspelt_name(desk, luck, "issues")),
    Kind(
        "unknown group, lever or event in an expression",
        UNKNOWN,
        lambda desk, luck: misspelt_name(desk, luck, "groups", "levers", "events"),
    ),
    Kind("unknown party in an expression", UNKNOWN, lambda desk, luck: misspelt_name(desk, luck, "parties")),
    Kind("unknown function", UNKNOWN, misspelt_function),
    Kind("misspelt word of the language", BROKEN | UNKNOWN, misspelt_language),
    Kind("missing bracket", BROKEN, bracket_gone),
    Kind("= for ==", BROKEN, lambda desk, luck: replaced(desk, luck, r"(?<= )==(?= )", "=")),
    Kind(
        "&& or || or !",
        BROKEN | {"NW006"},
        lambda desk, luck: replaced(desk, luck, r"(?<= )(?:and|or)(?= )", "&&", "||", "&", "|", odd="&|"),
    ),
    Kind("=> or =<", BROKEN, lambda desk, luck: replaced(desk, luck, r"(?<= )[<>]=(?= )", "=>", "=<", odd="<>")),
    Kind("<> for !=", BROKEN, lambda desk, luck: replaced(desk, luck, r"(?<= )==(?= )", "<>", "=!", "===", odd="<>=!")),
    Kind("AND in capitals", BROKEN, lambda desk, luck: replaced(desk, luck, r"(?<= )(and|or)(?= )", "AND", "Or", "And", "OR")),
    Kind(
        "words for signs",
        BROKEN | UNKNOWN,
        lambda desk, luck: replaced(desk, luck, r"(?<= )(?:>=|<=|>|<|==)(?= )", "is", "over", "equals", "less than"),
    ),
    Kind("chained comparison", BROKEN, chained),
    Kind("stray comma", BROKEN, stray_comma),
    Kind("missing value in an expression", BROKEN, operand_gone),
    Kind("missing operator", BROKEN, operator_gone),
    Kind(
        "full width in an expression",
        BROKEN,
        lambda desk, luck: replaced(desk, luck, r"[()+*<>]|(?<![<>=])=(?==)", "（", "）", "＋", "＊", "＞", "＝", "≧", "×"),
    ),
    Kind(
        "full-width digit in an expression",
        BROKEN | {"NW013", "NW014"},
        lambda desk, luck: replaced(desk, luck, r"(?<= )[0-9]+", "５０", "３"),
    ),
    Kind("decimal in an expression", BROKEN, lambda desk, luck: replaced(desk, luck, r"(?<= )[0-9]+(?= |$)", "0.5", "2.5", ".5", odd=".")),
    Kind(
        "per cent sign in an expression",
        BROKEN | {"NW014"},
        lambda desk, luck: replaced(desk, luck, r"(?<= )([0-9]+)(?= |$)", r"\1%", r"\1 %", r"\1％", odd="%％"),
    ),
    Kind("a name in quotes", BROKEN, quoted_name),
    Kind("a number in quotes", frozenset({"NW104"}), digits_in_quotes),
    Kind("division by nothing", frozenset({"NW313"}), lambda desk, luck: replaced(desk, luck, r"(?<=/ )[0-9]+", "0", "(1 - 1)", odd="1")),
]
