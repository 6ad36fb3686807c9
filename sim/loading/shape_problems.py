"""What is wrong with the shape of an entry, in words: from the errors of the models to problems with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import ValidationError

from sim.errors import Fix, Problem, closest, did_you_mean
from sim.loading.node import Node, child, id_of
from sim.loading.scalars import shortened, slipped_numbers, spelled_number
from sim.loading.shape_base import Selectable, Shape

Loc: TypeAlias = tuple[str | int, ...]
LANGUAGES = {"en": "English", "ja": "Japanese"}
MOST_LISTED = 24

WANTED = {
    "int_type": "a whole number",
    "string_type": "a text or a word",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "bool_type": "`true`, or be left out",
    "expression_type": "a number or an expression",
    "effects_type": "one `{...}` with effects, or a list of them",
}
TEXT_EXAMPLE = '{en: "...", ja: "..."}'
EXAMPLES = {
    "id": "id: my_id",
    "source": "source: [D]",
    "label": f"label: {TEXT_EXAMPLE}",
    "short": f"short: {TEXT_EXAMPLE}",
    "text": f"text: {TEXT_EXAMPLE}",
    "nemawashi": "nemawashi: 1",
    "effects": "effects: {my_meter: +1}",
    "good": "good: up",
    "rounds": "rounds: 8",
    "start": "start: 50",
    "by": "by: my_party",
    "party": "party: my_party",
    "optional": "optional: true",
    "levels": "levels: [low, high]",
    "deadline": "deadline: 3",
    "add": "add: 5",
}


def problems_of(trouble: ValidationError, root: Node, model: type[Shape]) -> list[Problem]:
    """One problem for each fault, each once, in reading order."""
    errors = without_branches(trouble.errors(include_url=False), root)
    renamed = misspelt_keys(errors, root, model)
    found = [problem_of(error, root, model, renamed) for error in errors]
    return sorted({problem for problem in found if problem is not None})


def without_branches(errors: Sequence[Any], root: Node) -> list[dict[str, Any]]:
    """The errors with places of the file only; of the ways a value may be read, the one that came furthest.

    Any: pydantic's error details are loosely typed. Where a value may be of two kinds, pydantic reports each and puts
    the name of the kind into the place.
    """
    kept: dict[Loc, dict[str, Any]] = {}
    for error in errors:
        loc = error["loc"] if error["type"] in {"missing", "extra_forbidden"} else real_loc(error["loc"], root)
        kept.setdefault(loc, {**error, "loc": loc, "is_branch": loc != error["loc"], "is_key": error["loc"][-1:] == ("[key]",)})
    return [error for loc, error in kept.items() if not (error["is_branch"] and any(is_inside(other, loc) for other in kept))]


def real_loc(loc: Loc, root: Node) -> Loc:
    """The steps of a place that exist in the file."""
    node, steps = root, list[str | int]()
    for step in loc:
        inner = child(node, step)
        if inner is not None:
            node = inner
            steps.append(step)
    return tuple(steps)


def is_inside(inner: Loc, outer: Loc) -> bool:
    """Whether a place lies below another."""
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def misspelt_keys(errors: Sequence[Any], root: Node, model: type[Shape]) -> dict[Loc, str]:
    """Unknown keys that are a required key misspelt: one fault, not two."""
    missing = [error["loc"] for error in errors if error["type"] == "missing"]
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    pairs: dict[Loc, str] = {}
    for loc in unknown:
        wanted = [str(other[-1]) for other in missing if other[:-1] == loc[:-1]]
        near = set(closest(str(loc[-1]), keys_of(model_at(model, loc[:-1])))) & set(wanted)
        if near:
            pairs[loc] = min(near)
    return pairs


def problem_of(error: Any, root: Node, model: type[Shape], renamed: dict[Loc, str]) -> Problem | None:
    """The problem of one error of the models; Any: pydantic's error details are loosely typed."""
    loc: Loc = error["loc"]
    kind: str = error["type"]
    owner = node_near(root, loc[:-1])
    named = owner_name(root, loc[:-1], model)
    if kind == "missing":
        hidden = any(other[:-1] == loc[:-1] and key == loc[-1] for other, key in renamed.items())
        return None if hidden else missing_key(owner, named, str(loc[-1]), model_at(model, loc[:-1]))
    if kind == "extra_forbidden":
        return unknown_key(owner, named, loc, keys_of(model_at(model, loc[:-1])), renamed)
    value = node_near(root, loc)
    return wrong_value(error, value, model, named, loc)


def missing_key(owner: Node, named: str, key: str, model: type[Shape] | None) -> Problem:
    """NW105, at the id of the owner."""
    own_id = owner.get("id")
    place = own_id if own_id is not None else owner
    example = example_of(owner, key, model)
    inserted = insertion(owner, example) if "..." not in example else ()
    return place.problem_of_key("NW105", f"{named} lacks the key `{key}`", f"add e.g. `{example}`", fixes=inserted)


def example_of(owner: Node, key: str, model: type[Shape] | None) -> str:
    """What a key that is missing may look like: a level of the issue, a choice, or something that is known to fit."""
    levels = owner.get("levels")
    if key == "start" and levels is not None and isinstance(levels.value, list) and levels.value:
        return f"start: {levels.value[0].value}"
    allowed = choices_of(model, key)
    return f"{key}: {allowed[0]}" if allowed else EXAMPLES.get(key, f"{key}: ...")


def choices_of(model: type[Shape] | None, key: str) -> list[str]:
    """The words that may stand under a key, where it has such."""
    fields = model.model_fields.items() if model is not None else ()
    annotation = next((field.annotation for name, field in fields if (field.alias or name) == key), None)
    return [word for word in get_args(annotation) if isinstance(word, str)] if get_origin(annotation) is Literal else []


def insertion(owner: Node, line: str) -> tuple[Fix, ...]:
    """The edit that puts a key into a map, behind its first key: on a line of its own where the keys have such."""
    items = list(owner.value.values()) if isinstance(owner.value, dict) else []
    if len(items) < 2 or not items[1].key_line:
        return ()
    before = items[1]
    separate = before.key_line != items[0].key_line
    text = line + ("\n" + " " * (before.key_column - 1) if separate else ", ")
    return (Fix(before.key_line, before.key_column, "", text),)


def unknown_key(owner: Node, named: str, loc: Loc, known: list[str], renamed: dict[Loc, str]) -> Problem:
    """NW101, at the key."""
    key = str(loc[-1])
    value = owner.get(key) or owner
    near = [renamed[loc]] if loc in renamed else list(closest(key, known))
    if loc in renamed:
        hint = f"did you mean `{renamed[loc]}`? The key `{renamed[loc]}` is missing for the same reason"
    else:
        hint = did_you_mean(key, known) or f"keys: {', '.join(known[:MOST_LISTED])}"
    fixes = value.to_rename(key, near[0]) if len(near) == 1 and owner.get(near[0]) is None else ()
    return value.problem_of_key("NW101", f"{named} has no key `{shortened(key)}`", hint, fixes=fixes)


def wrong_value(error: Any, value: Node, model: type[Shape], named: str, loc: Loc) -> Problem:
    """A value that is of another kind, unknown, or outside its limits."""
    kind: str = error["type"]
    key = key_of(loc)
    found = found_words(value)
    if error["is_key"]:
        return not_an_id(error, replace(value, value=str(loc[-1]), line=value.key_line, column=value.key_column), named, key)
    number_in_quotes = isinstance(value.value, str) and value.quoted and re.fullmatch(r"\s*[+-]?\d+\s*", value.value)
    if kind in {"int_type", "quoted_number", "string_pattern_mismatch"} and number_in_quotes:
        text = f'{key} of {named} must be a number; "{shortened(str(value.value))}" in quotes is text'
        bare = str(value.value).strip()
        return value.problem("NW104", text, f"remove the quotes: {shortened(bare)}", fixes=value.to_write(bare, safe=True))
    if kind == "literal_error":
        return unknown_choice(error, value, named, key)
    if kind == "string_pattern_mismatch":
        return not_an_id(error, value, named, key)
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = error["ctx"].get("ge", error["ctx"].get("le"))
        bound = f"at least {limit}" if kind == "greater_than_equal" else f"at most {limit}"
        low, high = bounds_of(model, loc)
        meant = number_meant(value.value, low, high)
        hint = f"did you mean {meant}?" if meant is not None else f"write a number that is {bound}"
        fixes = value.to_write(meant) if meant is not None else ()
        return value.problem("NW306", f"{key} of {named} must be {bound}; found {found}", hint, fixes=fixes)
    if kind in {"too_short", "string_too_short"}:
        return value.problem("NW103", f"{key} of {named} has too little in it; found {found}", "write more, or delete the key")
    wanted = WANTED.get(kind, "something else")
    if kind == "int_type":
        wanted = f"a whole number{between(*bounds_of(model, loc))}"
    hint, fixes = way_out(kind, error, value, key)
    return value.problem("NW103", f"{key} of {named} must be {wanted}; found {found}", hint, fixes=fixes)


def between(low: int | None, high: int | None) -> str:
    """The bounds of a number, in words."""
    if low is None:
        return "" if high is None else f" up to {high}"
    return f" of at least {low}" if high is None else f" from {low} to {high}"


def bounds_of(model: type[Shape], loc: Loc) -> tuple[int | None, int | None]:
    """The least and the largest number that may stand at a place; None where there is no such limit."""
    annotation: Any = model
    for step in loc[:-1]:
        annotation = annotation_inside(annotation, step)
    owner = bare_annotation(annotation)
    if isinstance(owner, type) and issubclass(owner, Shape):
        field = next((field for name, field in owner.model_fields.items() if (field.alias or name) == loc[-1]), None)
        found = [*field.metadata, *getattr(field.annotation, "__metadata__", ())] if field is not None else []
    else:
        found = list(getattr(get_args(owner)[-1], "__metadata__", ())) if get_args(owner) else []
    found += [each for info in found for each in getattr(info, "metadata", ())]
    low = next((each.ge for each in found if isinstance(getattr(each, "ge", None), int)), None)
    high = next((each.le for each in found if isinstance(getattr(each, "le", None), int)), None)
    return low, high


def number_meant(found: object, low: int | None, high: int | None) -> int | None:
    """What may have been meant by a number outside its limits: another sign, or a factor of 10."""
    if type(found) is not int:
        return None
    fitting = [n for n in slipped_numbers(found) if (low is None or n >= low) and (high is None or n <= high)]
    return fitting[0] if fitting else None


def way_out(kind: str, error: Any, value: Node, key: str) -> tuple[str, tuple[Fix, ...]]:
    """What to write in place of a value of the wrong kind; Any: pydantic's error details are loosely typed."""
    found = value.value
    if kind == "list_type" and isinstance(found, str | int):
        return f"write [{shortened(str(found))}]", value.to_write(f"[{value.written}]")
    if kind == "string_type" and isinstance(found, int):
        return f'if it is a text, write "{found}" in quotes', value.to_write(f'"{found}"')
    if kind.startswith("model") and error.get("ctx", {}).get("class_name") in {"Text", "Lines"}:
        return f"write {TEXT_EXAMPLE}", ()
    if kind == "bool_type":
        return "write `true`, or delete the key", ()
    number = spelled_number(found) if kind == "int_type" and isinstance(found, str) else None
    if number is not None:
        return f"write {number}", value.to_write(number)
    return ("write a whole number, without quotes" if kind == "int_type" else ""), ()


def unknown_choice(error: Any, value: Node, named: str, key: str) -> Problem:
    """NW102: not one of the words that may stand here."""
    allowed = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    written = value.value if isinstance(value.value, str | int) else "..."
    what = "a source tag" if key == "source" or "A1" in allowed else f"a word for {key}"
    near = closest(str(written), allowed) if len(str(written)) > 2 else ()
    hint = did_you_mean(str(written), allowed) if near else ""
    listed = f"allowed: {', '.join(allowed)}"
    fixes = value.to_write(near[0]) if len(near) == 1 else ()
    return value.problem("NW102", f"`{shortened(str(written))}` in {named} is not {what}", f"{hint} {listed}".strip(), fixes=fixes)


def not_an_id(error: Any, value: Node, named: str, key: str) -> Problem:
    """NW107: letters, digits and _ only."""
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    if "{4}" in pattern:
        return value.problem("NW103", f"{key} of {named} must be a date", 'write "2025-04-02"')
    letters = "small letters, digits and _" if pattern.startswith("^[a-z]") else "letters, digits and _"
    written = "..." if isinstance(value.value, list | dict) else shortened(str(value.value))
    text = f"`{written}` in {named} is not an id"
    suggestion = re.sub(r"[^A-Za-z0-9_]+", "_", written).strip("_")
    good = re.fullmatch(pattern.strip("^$"), suggestion) is not None and bool(pattern)
    hint = f"write `{suggestion}`" if good else f"an id has {letters}, and begins with a letter"
    return value.problem("NW107", text, hint, fixes=value.to_write(suggestion) if good else ())


def found_words(value: Node) -> str:
    """What was found, in words."""
    match value.value:
        case int(number):
            return f"the number {number}"
        case "true" if not value.quoted:
            return "`true`"
        case str(text):
            return f'the text "{shortened(text)}"' if text else "nothing"
        case list():
            return "a list"
    return "keys with values"


def key_of(loc: Loc) -> str:
    """The key a fault belongs to, with its position where it stands in a list."""
    words = [step for step in loc if isinstance(step, str)]
    last = f"`{words[-1]}`" if words else "this entry"
    return f"item {loc[-1] + 1} of {last}" if loc and isinstance(loc[-1], int) and words else last


def owner_name(root: Node, loc: Loc, model: type[Shape]) -> str:
    """The thing with a fault: its kind and id, or the key it stands under."""
    steps = [loc[:end] for end in range(len(loc), -1, -1)]
    for at in steps:
        node, shape = node_near(root, at), model_at(model, at)
        if shape is not None and issubclass(shape, Shape) and id_of(node):
            inner = [step for step in loc[len(at) :] if isinstance(step, str)]
            inside = f"`{inner[-1]}` of " if inner else ""
            return f"{inside}{shape.called or 'entry'} `{id_of(node)}`"
    inner = [step for step in loc if isinstance(step, str)]
    return f"`{inner[-1]}` of the {model.called}" if inner else f"the {model.called}"


def node_near(root: Node, loc: Loc) -> Node:
    """The node at a place of the models, or the nearest one around it."""
    node = root
    for step in loc:
        inner = child(node, step)
        if inner is None:
            return node
        node = inner
    return node


def model_at(model: Any, loc: Loc) -> type[Shape] | None:
    """The model of what stands at a place, if it is a map with fixed keys; Any: it walks annotations."""
    for step in loc:
        model = annotation_inside(model, step)
    bare = bare_annotation(model)
    return bare if isinstance(bare, type) and issubclass(bare, Shape) else None


def annotation_inside(annotation: Any, step: str | int) -> Any:
    """The type of one key or item of a type."""
    bare = bare_annotation(annotation)
    if isinstance(bare, type) and issubclass(bare, Shape):
        fields = bare.model_fields.items()
        return next((field.annotation for name, field in fields if (field.alias or name) == step), None)
    arguments = get_args(bare)
    if get_origin(bare) is list and arguments:
        return arguments[0]
    return arguments[1] if get_origin(bare) is dict and len(arguments) == 2 else None


def bare_annotation(annotation: Any) -> Any:
    """A type without `Annotated`, and without the other sides of a union with None."""
    if get_origin(annotation) in (Union, UnionType):
        return bare_annotation(next((item for item in get_args(annotation) if item is not type(None)), None))
    return bare_annotation(get_args(annotation)[0]) if hasattr(annotation, "__metadata__") else annotation


def keys_of(model: type[Shape] | None) -> list[str]:
    """The keys of a model as they are written, its own before those every entry has."""
    if model is None:
        return []
    own_last = sorted(model.model_fields.items(), key=lambda item: item[0] in Selectable.model_fields)
    return [field.alias or name for name, field in own_last]


def missing_languages(node: Node, owner: str = "") -> list[Problem]:
    """NW401: texts that exist in one language only. owner: what they belong to, where no id inside says so."""
    return list(one_language(node, owner))


def one_language(node: Node, owner: str) -> Iterator[Problem]:
    """The texts below a node that lack a language; owner: the id above."""
    if isinstance(node.value, list):
        for item in node.value:
            yield from one_language(item, owner)
    if not isinstance(node.value, dict):
        return
    present = [language for language in LANGUAGES if language in node.value]
    if len(present) == 1:
        absent = next(language for language in LANGUAGES if language not in present)
        yield untranslated(node, owner, present[0], absent)
    owner = id_of(node) or owner
    for key, item in node.value.items():
        yield from one_language(item, owner if owner or key in ("scenario", "history") else key)


def untranslated(node: Node, owner: str, present: str, absent: str) -> Problem:
    """NW401 of one text."""
    words = node.value[present].value if isinstance(node.value, dict) else ""
    seen = f'will see "{shortened(words)}"' if isinstance(words, str) else f"will see it in {LANGUAGES[present]}"
    what = f"a text of `{owner}` has no {LANGUAGES[absent]}" if owner else f"this text has no {LANGUAGES[absent]}"
    return node.problem("NW401", f"{what}; who plays in {LANGUAGES[absent]} {seen}", f'add {absent}: "..."', severity="warning")
