"""An entry with a fault of shape as it was probably meant, so that the rest of it, and what names it, can be checked.

Only for checking: nothing is played from a guess, for the fault itself has been told as an error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from sim.errors import closest
from sim.loading.node import Node, child
from sim.loading.scalars import is_integer
from sim.loading.shape_base import Shape
from sim.loading.shape_problems import Loc, keys_of, misspelt_keys, model_at, node_near, without_branches

Change = Callable[[dict[str, Node]], None]
EMPTY_LISTS = frozenset({"source", "effects", "demandeur", "moved_by"})
LONGEST_NUMBER = 10
TEXTS = frozenset({"label", "text"})
NUMBERS = frozenset({"int_type", "expression_type", "greater_than_equal", "less_than_equal"})


def mended(trouble: ValidationError, root: Node, model: type[Shape]) -> Node | None:
    """The node without its faults of shape, or None where no guess is good enough."""
    errors = without_branches(trouble.errors(include_url=False), root)
    renamed = misspelt_keys(errors, root, model)
    given = {(*loc[:-1], key) for loc, key in renamed.items()}
    node: Node | None = root
    for error in sorted(errors, key=lambda error: tuple(map(str, error["loc"])), reverse=True):
        if node is not None and not (error["type"] == "missing" and error["loc"] in given):
            node = without(error, node, model, renamed)
    return node


def without(error: Any, root: Node, model: type[Shape], renamed: dict[Loc, str]) -> Node | None:
    """The node without one fault; Any: pydantic's error details are loosely typed."""
    loc: Loc = error["loc"]
    if not loc:
        return None
    if error["type"] == "extra_forbidden":
        known = keys_of(model_at(model, loc[:-1]))
        meant = renamed.get(loc) or next(iter(closest(str(loc[-1]), known)), None)
        return changed(root, loc[:-1], lambda value: rename(value, str(loc[-1]), meant))
    if error["type"] == "missing":
        value = neutral(str(loc[-1]), node_near(root, loc[:-1]))
        return None if value is None else changed(root, loc[:-1], lambda found: found.update({str(loc[-1]): value}))
    if error["is_key"]:
        return changed(root, loc[:-1], lambda value: rename(value, str(loc[-1]), None))
    return with_other_value(error, root, model)


def with_other_value(error: Any, root: Node, model: type[Shape]) -> Node | None:
    """A value of the wrong kind left out where it may be, else replaced; Any: see `without`."""
    loc: Loc = error["loc"]
    owner, bad = model_at(model, loc[:-1]), node_near(root, loc)
    required = owner is None or any(
        field.is_required() for name, field in owner.model_fields.items() if (field.alias or name) == str(loc[-1])
    )
    if not required:
        return changed(root, loc[:-1], lambda value: rename(value, str(loc[-1]), None))
    better = meant_value(error, bad)
    return None if better is None else replaced_at(root, loc, better)


def meant_value(error: Any, bad: Node) -> Node | None:
    """What may have been meant by a value of the wrong kind; Any: see `without`."""
    kind, found = str(error["type"]), bad.value
    if kind in NUMBERS or kind == "quoted_number":
        limits = error.get("ctx") or {}
        written = found.strip() if isinstance(found, str) else ""
        is_plain = is_integer(written) and len(written) < LONGEST_NUMBER
        value = int(written) if is_plain else int(limits.get("ge", limits.get("le", 0)))
        return replace(bad, value=value, quoted=False)
    if kind == "list_type":
        return replace(bad, value=[replace(bad)] if isinstance(found, str) else [])
    if kind == "effects_type":
        return replace(bad, value=[])
    if kind == "string_type" and isinstance(found, int):
        return replace(bad, value=str(found), quoted=True)
    if kind.startswith("model") and isinstance(found, str | int):
        text = replace(bad, value=str(found), quoted=True)
        return replace(bad, value={"en": text, "ja": text})
    return None


def neutral(key: str, owner: Node) -> Node | None:
    """A value that means nothing for a key that is missing."""
    if key in EMPTY_LISTS:
        return replace(owner, value=[])
    if key in TEXTS:
        text = replace(owner, value="-", quoted=True)
        return replace(owner, value={"en": text, "ja": text})
    return None


def rename(value: dict[str, Node], key: str, name: str | None) -> None:
    """Give a value of a map another key, unless that is taken; None leaves it out."""
    node = value.pop(key, None)
    if node is not None and name is not None:
        value.setdefault(name, node)


def changed(root: Node, loc: Loc, change: Change) -> Node | None:
    """The node with the map at a place changed."""
    at = node_near(root, loc)
    if not isinstance(at.value, dict):
        return None
    value = dict(at.value)
    change(value)
    return replaced_at(root, loc, replace(at, value=value))


def replaced_at(root: Node, loc: Loc, new: Node) -> Node:
    """The node with another value at a place."""
    if not loc:
        return new
    inner = child(root, loc[0])
    if inner is None:
        return root
    fresh = replaced_at(inner, loc[1:], new)
    if isinstance(root.value, dict):
        return replace(root, value={**root.value, str(loc[0]): fresh})
    if isinstance(root.value, list) and isinstance(loc[0], int):
        return replace(root, value=[fresh if index == loc[0] else item for index, item in enumerate(root.value)])
    return root
