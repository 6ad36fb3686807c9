"""Every key is described in both languages, and no description is left over."""

import re
from typing import Any

import pytest

from sim.loading import schema as making
from sim.loading.reading import read_file
from sim.loading.schema import definitions, name_of, name_of_key, schema, words
from tests.schema.helpers import refusals, validator_of

JAPANESE = re.compile(r"[぀-ヿ一-鿿]")


def wanted() -> set[str]:
    """Names of everything that is described: the kinds of files, the definitions, and each of their keys."""
    found = {"File"}
    for name, piece in definitions().items():
        found.add(name_of(name))
        keys = piece.get("properties", {}).items()
        found |= {name_of_key(name, key) for key, value in keys if "/properties/" not in value.get("$ref", "")}
    return found


def test_nothing_is_missing_and_nothing_left_over() -> None:
    assert read_file(making.KEYS).problems == ()
    assert sorted(wanted() - words().keys()) == []
    assert sorted(words().keys() - wanted()) == []


def test_every_description_is_a_sentence_in_both_languages() -> None:
    for name, entry in words().items():
        assert isinstance(entry, dict)
        assert entry.keys() <= {"title", "en", "ja", "examples"}, name
        assert str(entry["en"]).endswith(".") and not JAPANESE.search(str(entry["en"])), name
        assert str(entry["ja"]).endswith("。") and JAPANESE.search(str(entry["ja"])), name


def test_both_languages_stand_in_the_schema_and_change_places() -> None:
    english, japanese = schema()["$defs"]["Issue"], schema("ja")["$defs"]["Issue"]
    assert (english["title"], english["x-title-ja"]) == ("issue", "論点") == (japanese["x-title-en"], japanese["title"])
    own, other = english["properties"]["levels"], japanese["properties"]["levels"]
    assert JAPANESE.search(own["x-description-ja"]) and own["x-description-ja"] == other["description"]
    assert own["description"] == other["x-description-en"] and "x-description-ja" not in other


@pytest.mark.parametrize("language", ["en", "ja"])
def test_definitions_of_things_have_titles(language: str) -> None:
    found = schema(language)
    assert [name for name, piece in found["$defs"].items() if not piece.get("title") or not piece.get("description")] == []


def test_examples_are_accepted_where_they_stand() -> None:
    found = list(examples())
    assert len(found) > 20
    assert [(name, value) for name, piece, value in found if list(refusals_by(piece, value))] == []


def examples() -> list[tuple[str, Any, Any]]:
    """Every example: the name it stands at, the piece of the schema there, the value."""
    found = []
    for name, piece in schema()["$defs"].items():
        found += [(name, {"$ref": f"#/$defs/{name}"}, value) for value in example_of(piece) if name_of(name) == name]
        for key, inner in piece.get("properties", {}).items():
            found += [(f"{name}.{key}", {"$ref": f"#/$defs/{name}/properties/{key}"}, value) for value in example_of(inner)]
    return found


def example_of(piece: Any) -> list[Any]:
    """The examples of a piece."""
    return list(piece.get("examples", ())) if isinstance(piece, dict) else []


def refusals_by(piece: Any, value: Any) -> list[str]:
    """What a piece of the schema has against a value."""
    asked = validator_of("Id").evolve(schema={**schema(), "anyOf": [piece]})
    return [error.message for error in asked.iter_errors(value)]


def test_a_broken_example_would_be_seen() -> None:
    assert refusals_by({"$ref": "#/$defs/Id"}, "two words") != []
    assert list(refusals("X1", "Id")) == []
