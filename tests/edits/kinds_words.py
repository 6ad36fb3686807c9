"""Words that are misspelt: keys, choices, and the names of everything that can be named."""

from __future__ import annotations

import random

from sim.loading.digests import ANSWERS, EFFECTS
from sim.loading.shape_base import Shape
from tests.edits.desk import Desk, Spot
from tests.edits.edit import Edit, Kind, misspelt, misspelt_key, misspelt_value, of_key, of_value, reference

UNKNOWN, KEY = frozenset({"NW202", "NW203"}), frozenset({"NW101", "NW105"})
IN_EFFECTS = EFFECTS | ANSWERS
EXTRA_KEYS = {
    "when",
    "after",
    "at",
    "until",
    "asks",
    "by",
    "at_most",
    "if_missed",
    "family",
    "to",
    "add",
    "raises",
    "times",
    "sure",
    "that",
    "id",
}
CHOICES = (
    "meters/*/good",
    "glossary/*/kind",
    "modifiers/*/way|part",
    "modifiers/*/kinds/*",
    "counters/*/per|resets",
    "acts/*/consent",
    "acts/*/at",
    "levers/*/pick/demand",
    "rules/*/pick/demand",
    "forced/*/draw",
)
PARTY = (
    "**/party",
    "issues/*/demandeur|moved_by/*",
    "procedure/order|opener/*",
    "procedure/demand|naming/by|of",
    "rules/*/pick/by",
    "bodies/*/id",
    "lesson/*/party",
)
PARTY_KEYS = ("issues/*/payoff/*", "initiatives/*/cost|gain/*", "procedure/capital/income/*", "scoring/side/*")
ISSUE = ("demands/*/issue", "statement/*/issues/*", "procedure/demand/renewed/*", "modifiers/*/about/*", "only/issues/*")
ISSUE_KEYS = ("postures/*/weights|pack_weight/*", "bodies/*/groups/*/points/*", "requests/*/deck/*", "history/levels|why/*")
CARD = ("history/events/*/cards/*", "forced/*/gives", "only|out|with/events|levers|demands|initiatives|rules/*", "procedure/news/face_up/*")


def fixed_key(desk: Desk, spot: Spot | None) -> tuple[type[Shape], str] | None:
    """The model that knows a key, and the name of its field."""
    model = desk.model_of(spot) if spot is not None and spot.is_under_key else None
    if model is None or spot is None:
        return None
    name = next((name for name, field in model.model_fields.items() if (field.alias or name) == spot.trail[-1]), None)
    return None if name is None else (model, name)


def key_of_model(desk: Desk, luck: random.Random, is_required: bool) -> Edit | None:
    """A key that an entry must, or may, have."""
    spot = luck.choice(desk.spots)
    found = fixed_key(desk, spot)
    if found is None or spot.key in {"label", "en", "ja"} or found[0].model_fields[found[1]].is_required() != is_required:
        return None
    return of_key(desk, spot, misspelt(desk, spot.key, luck), 1)


def is_in_effects(spot: Spot) -> bool:
    """Whether a value stands in effects."""
    return any(step in IN_EFFECTS for step in spot.trail[:-1])


def effect_key(desk: Desk, luck: random.Random, pool: set[str]) -> Edit | None:
    """A key of effects out of a pool of words."""
    fitting = [spot for spot in desk.spots if spot.is_under_key and is_in_effects(spot) and spot.trail[-1] in pool]
    spot = luck.choice(fitting) if fitting else None
    return of_key(desk, spot, misspelt(desk, str(spot.trail[-1]), luck), 1) if spot is not None else None


def effect_value(desk: Desk, luck: random.Random, *keys: str) -> Edit | None:
    """A name behind a verb."""
    fitting = [spot for spot in desk.spots if is_in_effects(spot) and spot.is_under_key and spot.trail[-1] in keys]
    spot = luck.choice(fitting)
    if not isinstance(spot.node.value, str) or not spot.node.value.isidentifier():
        return None
    return of_value(desk, spot, misspelt(desk, spot.node.value, luck))


def argument_of_target(desk: Desk, luck: random.Random) -> Edit | None:
    """`groups(own)`, `capital(each)` with a slip in the brackets or in front of them."""
    fitting = [spot for spot in desk.spots if spot.is_under_key and is_in_effects(spot) and "(" in str(spot.trail[-1])]
    spot = luck.choice(fitting)
    name, _, rest = str(spot.trail[-1]).partition("(")
    changed = misspelt(desk, luck.choice([name, rest.rstrip(")")]), luck) or ""
    new = f"{name}({changed})" if luck.random() < 0.5 else f"{changed}({rest}"
    edit = of_key(desk, spot, new)
    inner = 0 if edit is None else edit.start + len(name) + 1
    return None if edit is None else Edit(edit.file, edit.start, edit.old, edit.new, edit.near, frozenset({inner}))


def tag_of_source(desk: Desk, luck: random.Random) -> Edit | None:
    """A source tag that does not exist."""
    return of_value(desk, desk.pick(luck, "**/source/*"), luck.choice(["A8", "B1", "X", "d", "A0", "SD"]))


def level_text(desk: Desk, luck: random.Random) -> Edit | None:
    """The key of the texts of a level."""
    spot = desk.pick(luck, "texts/*")
    name = str(spot.trail[-1]) if spot is not None else ""
    owner, dot, level = name.partition(".")
    return of_key(desk, spot, f"{owner}.{misspelt(desk, level, luck)}") if dot else None


def step_word(desk: Desk, luck: random.Random) -> Edit | None:
    """A step, or a part of one."""
    if luck.random() < 0.3:
        return misspelt_key(desk, luck, "procedure/steps/*")
    return misspelt_value(desk, luck, "procedure/steps/*/*")


def point(desk: Desk, luck: random.Random) -> Edit | None:
    """The point of the round at which something happens."""
    fitting = [spot for spot in desk.spots if spot.fits("rules/*/at") or (is_in_effects(spot) and spot.fits("**/at"))]
    spot = luck.choice(fitting)
    if not isinstance(spot.node.value, str) or "." not in spot.node.value:
        return None
    step, _, part = spot.node.value.partition(".")
    return of_value(desk, spot, f"{step}.{misspelt(desk, part, luck)}")


def kind(name: str, codes: frozenset[str], *patterns: str, keys: tuple[str, ...] = ()) -> Kind:
    """Names that stand as values or keys at places given by patterns."""
    return Kind(name, codes, lambda desk, luck: reference(desk, luck, patterns, keys))


KINDS = [
    Kind("misspelt required key", KEY, lambda desk, luck: key_of_model(desk, luck, True)),
    Kind("misspelt optional key", KEY, lambda desk, luck: key_of_model(desk, luck, False)),
    Kind("misspelt label", KEY, lambda desk, luck: misspelt_key(desk, luck, "**/label", up=1)),
    Kind("misspelt language", KEY, lambda desk, luck: misspelt_key(desk, luck, "**/label|brief|text/en|ja", up=1)),
    Kind("misspelt key of a file", KEY, lambda desk, luck: misspelt_key(desk, luck, "*")),
    Kind("misspelt key of an effect", KEY | UNKNOWN | {"NW103"}, lambda desk, luck: effect_key(desk, luck, EXTRA_KEYS)),
    Kind("misspelt choice", frozenset({"NW102"}), lambda desk, luck: misspelt_value(desk, luck, luck.choice(CHOICES))),
    Kind("wrong source tag", frozenset({"NW102"}), tag_of_source),
    kind("misspelt party", UNKNOWN, *PARTY, keys=PARTY_KEYS),
    kind("misspelt issue", UNKNOWN, *ISSUE, keys=ISSUE_KEYS),
    kind("misspelt level", UNKNOWN, "issues/*/start", "history/levels/*", "start/levels/*", keys=("issues/*/locks/*",)),
    Kind("misspelt level of a text", UNKNOWN | {"NW105"}, level_text),
    kind("misspelt card", UNKNOWN, *CARD, keys=("fixed/*",)),
    kind("misspelt lever in a rule", UNKNOWN, "modifiers/*/from/*"),
    kind(
        "misspelt seat",
        UNKNOWN,
        "procedure/seat_tables/*/others/*",
        "procedure/seat_tables/*/seats/*/*",
        keys=("procedure/seat_tables/*/seats/*",),
    ),
    kind(
        "misspelt family, track or tag",
        UNKNOWN,
        "initiatives/*/family",
        "issues/*/track",
        "seats/*/tracks/*",
        "events/*/tag",
        "pack/families/*/track",
    ),
    kind("misspelt posture", UNKNOWN, "postures/*/neighbour"),
    kind("misspelt rule of the rulebook", UNKNOWN, "**/rule"),
    kind("misspelt meter of a rule", UNKNOWN, "rules/*/crossed", "pack/parties/*/watch/*", "modifiers/*/of", keys=("issues/*/effects/*",)),
    Kind("misspelt step", UNKNOWN | {"NW101", "NW102"}, step_word),
    Kind("misspelt point of a round", UNKNOWN | {"NW102"}, point),
    Kind("misspelt meter in effects", UNKNOWN | KEY, lambda desk, luck: effect_key(desk, luck, desk.ids["meters"] | desk.ids["counters"])),
    Kind("misspelt group in effects", UNKNOWN | KEY, lambda desk, luck: effect_key(desk, luck, desk.ids["groups"])),
    Kind(
        "misspelt verb",
        UNKNOWN | KEY,
        lambda desk, luck: effect_key(desk, luck, {"grant", "do", "demand", "block", "reveal", "clue", "set", "vote", "price"}),
    ),
    Kind(
        "misspelt name behind a verb",
        UNKNOWN | {"NW102"},
        lambda desk, luck: effect_value(desk, luck, "grant", "do", "demand", "block", "reveal", "clue", "set"),
    ),
    Kind("misspelt target with brackets", UNKNOWN | KEY, argument_of_target),
]
