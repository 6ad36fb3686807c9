"""Rule files as the values that a validator sees, and the schema ready to ask."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from sim.loading.node import Node
from sim.loading.reading import read_file
from sim.loading.schema import schema

ROOT = Path(__file__).parents[2]
SHIPPED = (*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "seeds").glob("*.yaml"))
OF_TESTS = (
    *(ROOT / "tests/packs").rglob("*.yaml"),
    *(ROOT / "tests/bad_rules/minimal").glob("*.yaml"),
    ROOT / "tests/bad_rules/minimal.yaml",
)
GOOD = tuple(sorted((*SHIPPED, *OF_TESTS)))
"""Every rule file without a fault."""


def values_of(node: Node) -> Any:
    """What a reader of YAML 1.2 makes of a node: `true` without quotes is the switch, `+5` is 5."""
    match node.value:
        case "true" if not node.quoted:
            return True
        case list() as items:
            return [values_of(item) for item in items]
        case dict() as entries:
            return {key: values_of(item) for key, item in entries.items()}
        case simple:
            return simple


@lru_cache(maxsize=128)
def tree_of(path: Path) -> Node:
    """The nodes of a file that can be read."""
    reading = read_file(path)
    assert reading.node is not None, reading.problems
    return reading.node


@lru_cache(maxsize=1)
def validator() -> Draft202012Validator:
    """The whole schema."""
    return Draft202012Validator(schema())


@lru_cache(maxsize=128)
def validator_of(name: str) -> Draft202012Validator:
    """One definition of the schema."""
    whole = schema()
    return Draft202012Validator({"$schema": whole["$schema"], "$defs": whole["$defs"], "$ref": f"#/$defs/{name}"})


def refusals(value: Any, name: str = "") -> Iterator[str]:
    """Why the schema refuses a value, the innermost reasons."""
    asked = validator_of(name) if name else validator()
    for error in asked.iter_errors(value):
        yield from reasons(error)


def reasons(error: Any) -> Iterator[str]:
    """The innermost reasons of an error."""
    if not error.context:
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    for inner in error.context:
        yield from reasons(inner)
