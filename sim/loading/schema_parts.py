"""The parts of the schema that no model says: words, amounts, effects, and which keys go together.

Effects are read by the compiler straight from the nodes, so their verbs and keys come from its own lists (VERBS, EXTRA,
TIMING). What stands beside them here is what a value may look like; a test compares both with the checker.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sim.loading.effects import EXTRA, LASTING_VERBS, UNTIL
from sim.loading.expressions import LONGEST
from sim.loading.points import OCCASIONS, PLAIN_POINTS, STEPS, WORKS
from sim.loading.scalars import LARGEST
from sim.loading.shape_base import DOTTED, ID, LEVEL, NAME
from sim.loading.targets import LASTING_CELLS, TIMING, VERBS
from sim.loading.union import FORMAT as FORMAT

Json: TypeAlias = dict[str, Any]
"""A piece of a schema; Any: it is JSON of any kind."""

INSIDE_ID = ID.strip("^$")
OF_LANGUAGE = r"^[A-Za-z0-9_ \n+*/(),.=!<>-]*$"
"""Every character that a condition or an amount may have; see grammar.lark."""


def ref(name: str, *steps: str) -> Json:
    """A reference to a definition, or to a place inside it."""
    return {"$ref": "/".join(["#/$defs", name, *steps])}


def of_words(pattern: str) -> Json:
    """A text of a certain form."""
    return {"type": "string", "pattern": pattern}


def one_or_list(item: Json, least: int = 0) -> Json:
    """A list; one word stands for a list of one."""
    items: Json = {"type": "array", "items": item}
    return {"anyOf": [item, items | ({"minItems": least} if least else {})]}


def written(function: str, or_word: bool = True) -> Json:
    """`function(id)`, or an id alone where `or_word`."""
    call = rf"{function}\({INSIDE_ID}\)"
    return of_words(rf"^(?:{INSIDE_ID}|{call})$" if or_word else rf"^{call}$")


# --- words, numbers, amounts ---


def simple_definitions() -> dict[str, Json]:
    """What stands under many keys, by name."""
    steps = "|".join(STEPS)
    text: Json = {"type": "string", "pattern": OF_LANGUAGE, "maxLength": LONGEST}
    return {
        "Id": of_words(ID),
        "FileName": of_words(NAME),
        "LevelId": of_words(LEVEL),
        "Switch": {"const": True},
        "Whole": {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST},
        "Words": {"type": "string", "minLength": 1},
        "Expression": {
            "anyOf": [ref("Whole"), text | {"allOf": [{"pattern": "[A-Za-z0-9]"}, {"not": {"pattern": r"^\s*[+-]?[0-9]+\s*$"}}]}]
        },
        "Amount": {"anyOf": [ref("Whole"), text | {"allOf": [{"pattern": "[A-Za-z0-9]"}]}]},
        "Point": {"anyOf": [ref("PointOfSteps"), {"enum": list(OCCASIONS)}]},
        "PointOfSteps": {"anyOf": [{"enum": [*WORKS, *PLAIN_POINTS]}, of_words(rf"^(?:{steps})\.[A-Za-z0-9_]+$")]},
        "Target": written(INSIDE_ID),
    }


PATTERNS = {ID: "Id", NAME: "FileName", LEVEL: "LevelId", DOTTED: "Point"}
"""The forms of words that have a definition of their own."""


# --- effects ---


def effect_definitions() -> dict[str, Json]:
    """One effect, or a list; a definition for plain adding and one for each verb."""
    found = {"AddEffect": adding(), **{effect_name(verb): of_verb(verb) for verb in VERBS}}
    effect: Json = {"type": "object", "anyOf": [ref(name) for name in found]}
    return {"Effects": {"anyOf": [ref("Effect"), {"type": "array", "items": ref("Effect")}]}, "Effect": effect, **found}


def effect_name(verb: str) -> str:
    """The name of the definition of a verb."""
    return f"{verb.capitalize()}Effect"


def timing() -> dict[str, Json]:
    """Keys that say when, how likely and how long; each effect may have them."""
    found = {
        "when": ref("Amount"),
        "after": {"type": "integer", "minimum": 0, "maximum": LARGEST},
        "at": ref("PointOfSteps"),
        "until": {"enum": list(UNTIL)},
        "chance": ref("Amount"),
        "once": ref("Switch"),
        "full": ref("Switch"),
        "id": {"anyOf": [ref("Id"), ref("Switch")]},  # the compiler reads `true` as a word here
    }
    return {key: found[key] for key in TIMING}


def adding() -> Json:
    """`{target: amount, ...}`: at least one target, unless it is empty; a duration only for numbers of initiatives."""
    lasting = rf"^(?:{'|'.join(TIMING)}|(?:{'|'.join(LASTING_CELLS)})\(.*\))$"
    return {
        "type": "object",
        "properties": timing(),
        "additionalProperties": ref("Amount"),
        "propertyNames": {"allOf": [ref("Target"), {"not": {"enum": list(VERBS)}}]},
        "anyOf": [{"maxProperties": 0}, {"not": {"propertyNames": {"enum": list(TIMING)}}}],
        "if": {"required": ["until"]},
        "then": {"propertyNames": {"pattern": lasting}},
    }


def of_verb(verb: str) -> Json:
    """A verb with its own keys and those of timing that it takes."""
    values, own = verb_values(), extra_values()
    times = {key: value for key, value in timing().items() if key != "full" and (key != "until" or verb in LASTING_VERBS)}
    found: Json = {
        "type": "object",
        "properties": {verb: values[verb], **{key: own[key] for key in EXTRA[verb]}, **times},
        "required": [verb, *NEEDED_BY_VERB.get(verb, ())],
        "additionalProperties": False,
    }
    return found | CONDITIONS_OF_VERBS.get(verb, {})


def verb_values() -> dict[str, Json]:
    """What stands under the verb itself."""
    return {
        "set": ref("Target"),
        "demand": ref("Id"),
        "withdraw": {"const": "second_demand"},
        "deadline": {"const": "picked"},
        "reveal": ref("Id"),
        "clue": ref("Id"),
        "grant": written("move"),
        "block": ref("Id"),
        "price": written("family"),
        "vote": one_or_list(ref("Id")),
        "choice": ref("Id"),
        "do": ref("Id"),
    }


def extra_values() -> dict[str, Json]:
    """What stands under the keys that a verb has for itself."""
    amounts = {key: ref("Amount") for key in ("to", "asks", "by", "at_most", "add", "that")}
    return amounts | {
        "from": ref("Id"),
        "if_missed": ref("Effects"),
        "family": ref("Id"),
        "about": one_or_list(ref("Id")),
        "sure": ref("Switch"),
        "times": {"type": "integer", "minimum": 1, "maximum": LARGEST},
        "waives": {"const": "token"},
        "undo": ref("Switch"),
        "raises": one_or_list(ref("Id")),
        "options": {"type": "array", "items": ref("ChoiceOption"), "minItems": 1},
    }


NEEDED_BY_VERB: dict[str, tuple[str, ...]] = {
    "set": ("to",),
    "demand": ("asks",),
    "price": ("add",),
    "vote": ("add",),
    "choice": ("options",),
}


def only_with(verb: str, word: str, key: str, is_needed: bool = True) -> Json:
    """A key that belongs to one word under a verb."""
    needed: Json = {"required": [key]} if is_needed else {}
    return {"if": {"properties": {verb: {"const": word}}}, "then": needed, "else": without(key)}


def without(*keys: str) -> Json:
    """None of these keys."""
    return {"properties": dict.fromkeys(keys, False)}


CONDITIONS_OF_VERBS: dict[str, Json] = {
    "set": {"if": {"properties": {"set": {"pattern": r"^posture\("}}}, "then": {"properties": {"to": {"const": "neighbour"}}}},
    "deadline": {"oneOf": [{"required": ["by"]}, {"required": ["at_most"]}]},
    "reveal": only_with("reveal", "initiative", "family"),
    "grant": {"if": {"properties": {"grant": {"pattern": r"^move\("}}}, "then": without("waives")},
    "block": {
        "allOf": [
            only_with("block", "package", "that"),
            {"if": {"properties": {"block": {"enum": ["vote", "package"]}}}, "then": without("undo")},
        ]
    },
    "choice": {
        "if": {"properties": {"choice": {"const": "chance"}}},
        "then": {"properties": {"options": {"items": {"properties": {"price": False, "pick": without("issue")}}}}},
        "else": {"properties": {"options": {"items": without("pick", "once", "otherwise") | {"required": ["label"]}}}},
    },
}
"""Keys of a verb that go together, or with one word only; see verbs.py and choices.py."""


# --- keys of entries ---


SPECIAL: dict[str, Json] = {
    "Issue.effects": {"propertyNames": ref("Target")},
    "Modifier.of": ref("Target"),
    "Procedure.steps": {"propertyNames": {"enum": list(STEPS)}},
    "Scenario.nemawashi": {"const": FORMAT},
    "Overlay.nemawashi": {"const": FORMAT},
    "Demand.asks": {"type": "integer", "minimum": 1},
    "Lever.price": {"if": {"type": "integer"}, "then": {"minimum": 0}},
    "ChoiceOption.price": {"if": {"type": "integer"}, "then": {"minimum": 0}},
}
"""What the checks say of one key beyond its model. Every item narrows what the model allows."""

CONDITIONS: dict[str, Json] = {
    "Text": {"anyOf": [{"required": ["en"]}, {"required": ["ja"]}]},
    "Lines": {"anyOf": [{"required": ["en"]}, {"required": ["ja"]}]},
    "Pick": {"minProperties": 1, "maxProperties": 1},
    "ChoiceOption": {"dependentRequired": {"once": ["otherwise"], "otherwise": ["once"]}},
    "Demand": {"oneOf": [{"required": ["asks"]}, {"required": ["state"]}]},
    "Lever": {"dependentRequired": {"kept": ["credibility"]}, "not": {"required": ["kept", "measure"]}},
    "Rule": {
        "if": {"required": ["crossed"]},
        "then": {**without("at", "first", "when", "chance", "pick"), "oneOf": [{"required": ["up"]}, {"required": ["down"]}]},
        "else": {**without("up", "down"), "dependentRequired": {key: ["at"] for key in ("first", "when", "chance", "pick")}},
    },
}
"""Keys of an entry that go together; see `checks`."""

# --- overlays, and whose words describe what ---


def one_value() -> Json:
    """What an overlay sets: a value, or `{from, to}`."""
    value: Json = {"type": ["integer", "string", "boolean", "array"]}
    change: Json = {"type": "object", "properties": {"from": value, "to": value}, "required": ["to"], "additionalProperties": False}
    return {"anyOf": [value, change]}


EFFECT_OF_VERB = {effect_name(verb): verb for verb in VERBS}
OWNERS_OF_KEYS = {"Additions": "PackFile", "AddEffect": "Effect", **dict.fromkeys(EFFECT_OF_VERB, "Effect")}
"""Definitions whose keys are described under another name."""
