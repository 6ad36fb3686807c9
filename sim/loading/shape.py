"""Shape: which keys an entry has and what stands under them; each fault becomes one problem at its place.

The models stand in shape_entries, shape_procedure and shape_scenario; here a node becomes a model, or problems.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from sim.errors import Problem
from sim.loading import shape_entries as entries
from sim.loading.mending import mended
from sim.loading.node import Node
from sim.loading.shape_base import Shape
from sim.loading.shape_problems import missing_languages, problems_of
from sim.loading.shape_procedure import Procedure, Scoring
from sim.loading.shape_scenario import Scenario

AnyShape = TypeVar("AnyShape", bound=Shape)

LISTS: dict[str, type[Shape]] = {
    "issues": entries.Issue,
    "postures": entries.Posture,
    "meters": entries.Meter,
    "courses": entries.Course,
    "counters": entries.Counter,
    "values": entries.NamedValue,
    "bodies": entries.Body,
    "levers": entries.Lever,
    "acts": entries.Act,
    "initiatives": entries.Initiative,
    "events": entries.Event,
    "demands": entries.Demand,
    "requests": entries.Request,
    "seats": entries.Seat,
    "rules": entries.Rule,
    "modifiers": entries.Modifier,
    "statement": entries.Paragraph,
    "glossary": entries.GlossaryWord,
    "rulebook": entries.RuleText,
}
"""Keys of a pack whose value is a list of entries."""
MAPS: dict[str, type[Shape]] = {"pack": entries.Pack, "procedure": Procedure, "scoring": Scoring}
"""Keys of a pack whose value is one map."""
UNKNOWN_KEY = "NW101"
PACK_KEYS = ("nemawashi", *LISTS, *MAPS, "texts")
SCENARIO_KEYS = tuple(field.alias or name for name, field in Scenario.model_fields.items())


def shaped(node: Node, model: type[AnyShape]) -> tuple[AnyShape | None, list[Problem]]:
    """The entry that stands at a node, or why it is none; warnings may come with it."""
    found = validated(node, model)
    if isinstance(found, ValidationError):
        return None, problems_of(found, node, model)
    return found, missing_languages(node)


def shaped_or_mended(node: Node, model: type[AnyShape], owner: str = "") -> tuple[AnyShape | None, list[Problem]]:
    """As `shaped`; where the fault can be mended by a guess, the entry as it was probably meant, for further checks.

    owner: what it belongs to, where it has no id.
    """
    found = validated(node, model)
    if not isinstance(found, ValidationError):
        return found, missing_languages(node, owner)
    better = mended(found, node, model)
    again = None if better is None else validated(better, model)
    problems = problems_of(found, node, model)
    if not any(problem.code == UNKNOWN_KEY for problem in problems):  # the language that is missing may stand under a misspelt key
        problems += missing_languages(node, owner)
    return (None if isinstance(again, ValidationError) else again), problems


def validated(node: Node, model: type[AnyShape]) -> AnyShape | ValidationError:
    """The model of a node, which knows its places, or what the models say against it."""
    try:
        found = model.model_validate(data_of(node))
    except ValidationError as trouble:
        return trouble
    attach(found, node)
    return found


def data_of(node: Node) -> Any:
    """Plain values for the models: `true` without quotes is the switch, a language left out is taken from the other."""
    match node.value:
        case "true" if not node.quoted:
            return True
        case list() as items:
            return [data_of(item) for item in items]
        case dict() as found:
            data = {key: data_of(item) for key, item in found.items()}
            return in_both_languages(data) if "en" in data or "ja" in data else data
        case simple:
            return simple


def in_both_languages(data: dict[str, Any]) -> dict[str, Any]:
    """A text that exists in one language is shown in it (NW401 says so)."""
    known = data.get("en", data.get("ja"))
    return {"en": known, "ja": known, **data}


def attach(shape: Shape, node: Node) -> None:
    """Give the model, and the models inside it, the nodes they were read from."""
    shape._node = node
    for name in shape.model_fields_set:
        alias = type(shape).model_fields[name].alias or name
        inner = node.get(alias)
        if inner is not None:
            attach_inside(getattr(shape, name), inner)


def attach_inside(value: object, node: Node) -> None:
    """The same for a value of a field: a model, a list or a map of models."""
    match value:
        case Shape():
            attach(value, node)
        case list() if isinstance(node.value, list):
            for item, place in zip(value, node.value, strict=False):
                attach_inside(item, place)
        case dict() if isinstance(node.value, dict):
            for key, item in value.items():
                if (place_of_item := node.get(str(key))) is not None:
                    attach_inside(item, place_of_item)
