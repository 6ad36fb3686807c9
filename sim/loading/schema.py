"""The form of rule files as JSON Schema (2020-12), made from the models and lists that the checker uses.

An editor with this schema offers keys and words, and marks what the checker would refuse. It says no more than the
checker: what it refuses is refused there too, but not the other way round - names, sums and the like need the whole
pack. Three things it cannot know are left open: keys that another file of the pack may hold, labels that may stand
under `texts`, and whether a value a scenario replaces was there before.

Two languages: `title` and `description` are in the language asked for, the same in the other stands beside them as
`x-title-ja` and `x-description-ja` (or `-en`); programs that do not know these keys pass over them. The words stand
in keys.yaml: `Model` or `Model.key` -> `title`, `en`, `ja`. The English title of a model is the word in the messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from sim.loading import schema_parts as parts
from sim.loading.node import Plain, plain
from sim.loading.reading import read_file
from sim.loading.scalars import LARGEST
from sim.loading.schema_parts import Json, ref
from sim.loading.shape import LISTS, MAPS, PACK_KEYS
from sim.loading.shape_base import DOTTED, Shape, as_list, expression, raw_effects
from sim.loading.shape_entries import ChoiceOption, Texts
from sim.loading.shape_overlay import OF_SCENARIO, Overlay
from sim.loading.shape_procedure import Procedure
from sim.loading.shape_scenario import History, Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME = "nemawashi.schema.json"
KEYS = Path(__file__).with_name("keys.yaml")
KINDS = ("PackFile", "Scenario", "Overlay")
"""What a rule file may be; each is a definition."""


def schema(language: str = "en") -> Json:
    """The schema of a rule file of any kind. language: of titles and descriptions, `en` or `ja`."""
    found = {name: with_words(name, piece, language) for name, piece in definitions().items()}
    head = {"$schema": DIALECT, "$id": f"urn:nemawashi:rule-file:{parts.FORMAT}"}
    return {**head, **described({}, "File", language), "anyOf": [ref(kind) for kind in KINDS], "$defs": found}


# --- words ---


@lru_cache(maxsize=1)
def words() -> dict[str, Plain]:
    """What models and keys are called and do, in both languages, as it stands in keys.yaml."""
    node = read_file(KEYS).node
    found = plain(node) if node is not None else {}
    assert isinstance(found, dict)
    return found


def with_words(name: str, piece: Json, language: str) -> Json:
    """A definition and its keys, described."""
    keys = {key: described(value, name_of_key(name, key), language) for key, value in piece.get("properties", {}).items()}
    return described({**piece, "properties": keys} if keys else piece, name_of(name), language)


def described(piece: Json, name: str, language: str) -> Json:
    """A piece of the schema with what keys.yaml says about it; a key that is described elsewhere is not described again."""
    if "/properties/" in piece.get("$ref", ""):
        return piece
    entry: Any = words().get(name)
    if entry is None:
        return piece
    other = "ja" if language == "en" else "en"
    titles = {**({"en": called()[name]} if name in called() else {}), **entry.get("title", {})}
    said = {"title": titles[language], f"x-title-{other}": titles[other]} if titles else {}
    said |= {"description": entry[language], f"x-description-{other}": entry[other]}
    return {**said, **piece, **({"examples": entry["examples"]} if "examples" in entry else {})}


@lru_cache(maxsize=1)
def called() -> dict[str, str]:
    """What messages call the entries of a model, by the name of the model."""
    return {model.__name__: model.called for model in models() if model.called}


def name_of(name: str) -> str:
    """The name under which keys.yaml describes a definition."""
    if name in parts.EFFECT_OF_VERB:
        return f"Effect.{parts.EFFECT_OF_VERB[name]}"
    return "Scenario.add" if name == "Additions" else name.removesuffix("Patch")


@lru_cache(maxsize=2048)
def name_of_key(name: str, key: str) -> str:
    """The name under which keys.yaml describes a key: of the model itself, else of the nearest it is made from."""
    model = next((model for model in models() if model.__name__ == name.removesuffix("Patch")), None)
    bases = [base.__name__ for base in model.__mro__] if model is not None else [parts.OWNERS_OF_KEYS.get(name, name)]
    return next((f"{base}.{key}" for base in bases if f"{base}.{key}" in words()), f"{bases[0]}.{key}")


# --- definitions ---


@lru_cache(maxsize=1)
def models() -> tuple[type[Shape], ...]:
    """Every model that a rule file may hold, each once."""
    found: dict[type[Shape], None] = {}
    waiting: list[type[Shape]] = [Scenario, Overlay, *LISTS.values(), *MAPS.values(), Texts, ChoiceOption]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            waiting += [inner for field in model.model_fields.values() for inner in models_in(field.annotation)]
    return tuple(found)


def models_in(annotation: Any) -> Iterator[type[Shape]]:
    """The models that an annotation names at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def definitions() -> dict[str, Json]:
    """Everything under `$defs`, without words."""
    found = {"PackFile": pack_file(), **{model.__name__: of_model(model) for model in models()}}
    found["Scenario"]["properties"] |= {"add": ref("Additions"), "procedure": ref("ProcedurePatch")}
    found["Overlay"]["properties"] |= changes()
    found["Additions"] = additions()
    return found | patches() | parts.effect_definitions() | parts.simple_definitions()


def pack_file() -> Json:
    """A file of a pack: any of the keys. A map key may be spread over several files, so none of its keys is demanded."""
    lists: Json = {key: {"type": "array", "items": ref(model.__name__)} for key, model in LISTS.items()}
    maps: Json = {key: any_keys_of(model) for key, model in MAPS.items()}
    keys: Json = {"nemawashi": {"const": parts.FORMAT}, "texts": texts(), **lists, **maps}
    return closed({key: keys[key] for key in PACK_KEYS}, ["nemawashi"])


def texts() -> Json:
    """Texts by the id of what they belong to, or `issue.level`, `counter.word`, `group.word`."""
    return {"type": "object", "propertyNames": parts.of_words(DOTTED), "additionalProperties": ref("Texts")}


def additions() -> Json:
    """What a scenario adds, by kind."""
    return closed({key: ref("PackFile", "properties", key) for key in [*LISTS, "texts"]}, [])


def changes() -> Json:
    """What stands under the keys of an overlay that its model leaves open: paths with values, and keys of a scenario."""
    by_path: Json = {"type": "object", "additionalProperties": {"type": ["array", "object"]}}
    return {
        **{key: ref("Scenario", "properties", key) for key in OF_SCENARIO},
        "set": {"type": "object", "additionalProperties": parts.one_value()},
        "add": by_path | {"properties": additions()["properties"]},
        "history": ref("HistoryPatch"),
    }


def closed(properties: Json, required: list[str]) -> Json:
    """A map with these keys and no others."""
    found: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"required": required} if required else {})


def any_keys_of(model: type[Shape]) -> Json:
    """The keys of a model, none of them demanded."""
    return closed({key: ref(model.__name__, "properties", key) for key, _ in fields_of(model)}, [])


# --- patches: maps are joined with what stood there, anything else takes its place ---


def patches() -> dict[str, Json]:
    """The procedure and the history, and their parts, as other files change single values of them."""
    found: dict[str, Json] = {}
    waiting: list[type[Shape]] = [Procedure, History]
    while waiting:
        model = waiting.pop()
        found[f"{model.__name__}Patch"] = closed({key: patch_of(model, key, field) for key, field in fields_of(model)}, [])
        waiting += [inner for _, field in fields_of(model) if (inner := part_of(field.annotation)) is not None]
    return found


def part_of(annotation: Any) -> type[Shape] | None:
    """The model that is joined key by key: of a map with fixed keys, or of the values of any map; Any: annotations."""
    kinds = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    inside = [get_args(kind)[1] if get_origin(kind) is dict else kind for kind in kinds]
    return next((kind for kind in inside if isinstance(kind, type) and issubclass(kind, Shape)), None)


def patch_of(model: type[Shape], key: str, field: FieldInfo) -> Json:
    """One key of a patch. A map of effects is joined with the one before, so that it need not be whole."""
    whole, inner = ref(model.__name__, "properties", key), part_of(field.annotation)
    if inner is not None:
        patch = ref(f"{inner.__name__}Patch")
        return of_map(*get_args(field.annotation)) | {"additionalProperties": patch} if get_origin(field.annotation) is dict else patch
    return {"anyOf": [whole, {"type": "object"}]} if of_field(field) == ref("Effects") else whole


# --- from models ---


def of_model(model: type[Shape]) -> Json:
    """The definition of a model: its keys, those it cannot do without, and what goes together."""
    name, fields = model.__name__, fields_of(model)
    properties = {key: of_field(field) | parts.SPECIAL.get(f"{name}.{key}", {}) for key, field in fields}
    is_text = {"en", "ja"} <= set(properties)
    required = [] if is_text else [key for key, field in fields if field.is_required()]
    return closed(properties, required) | parts.CONDITIONS.get(name, {})


def fields_of(model: type[Shape]) -> list[tuple[str, FieldInfo]]:
    """The keys of a model as they are written, with their fields."""
    return [(field.alias or name, field) for name, field in model.model_fields.items()]


def of_field(field: FieldInfo) -> Json:
    """What may stand under a key."""
    return annotated(field.annotation, list(field.metadata))


def of_annotation(annotation: Any) -> Json:
    """What a type allows; None is no value of a file."""
    if hasattr(annotation, "__metadata__"):
        return annotated(get_args(annotation)[0], list(annotation.__metadata__))
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        found = [of_annotation(item) for item in inside if item is not type(None)]
        return found[0] if len(found) == 1 else {"anyOf": found}
    if origin is Literal:
        return ref("Switch") if inside == (True,) else {"enum": list(inside)}
    if origin is list:
        return {"type": "array", "items": of_annotation(inside[0])}
    if origin is dict:
        return of_map(*inside)
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return ref(annotation.__name__)
    return {bool: ref("Switch"), int: ref("Whole"), str: {"type": "string"}}.get(annotation, {})


def of_map(key: Any, value: Any) -> Json:
    """Keys of one form, with values of one kind; Any: annotations."""
    names = of_annotation(key)
    named = {} if names == {"type": "string"} else {"propertyNames": names}
    return {"type": "object", **named, "additionalProperties": of_annotation(value)}


def annotated(annotation: Any, metadata: list[Any]) -> Json:
    """A type with what stands beside it: its bounds, its form, or how it is read; Any: annotations."""
    notes = [inner for note in metadata for inner in (note.metadata if isinstance(note, FieldInfo) else [note])]
    readers = {note.func for note in notes if isinstance(note, BeforeValidator | PlainValidator)}
    if expression in readers:
        return ref("Expression")
    if raw_effects in readers:
        return ref("Effects")
    limits = {word: getattr(note, name) for note in notes for name, word in LIMITS.items() if getattr(note, name, None) is not None}
    found = limited(of_annotation(annotation), limits)
    return {"anyOf": [found["items"], found]} if as_list in readers else found


LIMITS = {"ge": "minimum", "le": "maximum", "min_length": "least", "max_length": "most", "pattern": "pattern"}
LENGTHS = {"array": {"least": "minItems", "most": "maxItems"}, "string": {"least": "minLength", "most": "maxLength"}}


def limited(found: Json, limits: Json) -> Json:
    """A piece with its limits."""
    if not limits:
        return found
    if "pattern" in limits:
        known = parts.PATTERNS.get(limits["pattern"])
        return ref(known) if known else parts.of_words(limits["pattern"])
    if found == ref("Whole"):
        return {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST} | limits
    if found == {"type": "string"} and limits == {"least": 1}:
        return ref("Words")
    return found | {LENGTHS[found["type"]][word]: value for word, value in limits.items()}
