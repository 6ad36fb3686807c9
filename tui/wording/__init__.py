"""All sentences for people, by language and code. Never decisions: who says what, and when, is decided elsewhere.

A code begins with the word of the file it stands in: `refused-not-now` is in `en/refused.ftl` and `ja/refused.ftl`.
Files are Project Fluent and are read when the first of their sentences is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("en", "ja")
HERE = Path(__file__).resolve().parent
LOCALES = {"en": "en", "ja": "ja"}


def say(language: str, code: str, /, **facts: str | int) -> str:
    """The sentence for a code. facts: what it may name; integers are written as plain digits."""
    if not facts:
        plain = plain_sentences(language, file_of(code)).get(code)
        if plain is not None:
            return plain
    from fluent.runtime.types import fluent_number

    bundle = bundle_of(language, file_of(code))
    message = bundle.get_message(code) if bundle.has_message(code) else None
    if message is None or message.value is None:
        fault(language, code, "no such sentence")
        return code
    given = {name: fluent_number(fact, useGrouping=False) if isinstance(fact, int) else fact for name, fact in facts.items()}
    text, errors = bundle.format_pattern(message.value, given)
    if errors:
        fault(language, code, str(errors[0]))
    return str(text)


def has(language: str, code: str) -> bool:
    """Whether there is a sentence for a code."""
    name = file_of(code)
    return (HERE / language / f"{name}.ftl").is_file() and bundle_of(language, name).has_message(code)


def fault(language: str, code: str, what: str) -> None:
    """A sentence is missing or lacks a fact: a person reads the bare code then, and our tests stop here."""


def file_of(code: str) -> str:
    """The file a code stands in: its first word."""
    return code.partition("-")[0]


@lru_cache(maxsize=64)
def bundle_of(language: str, name: str) -> FluentBundle:
    """The sentences of one file in one language."""
    from fluent.runtime import FluentBundle, FluentResource

    path = HERE / language / f"{name}.ftl"
    bundle = FluentBundle([LOCALES[language]], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8") if path.is_file() else ""))
    return bundle


@lru_cache(maxsize=128)
def plain_sentences(language: str, name: str) -> Mapping[str, str]:
    """The sentences of a file that are one line and name no fact, read without Fluent, which takes long to import."""
    path = HERE / language / f"{name}.ftl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found = {}
    for line, behind in zip(lines, [*lines[1:], ""], strict=True):
        code, equals, text = line.partition(" = ")
        if equals and not code.startswith(("#", " ")) and "{" not in text and not behind.startswith(" "):
            found[code] = text.strip()
    return found


@lru_cache(maxsize=4)
def bare_lines(language: str, name: str) -> dict[str, str]:
    """The sentences of a file that holds nothing but `code = one line`, read without Fluent.

    Fluent takes longer to import than `--help` may take in all; a test holds both readings equal.
    """
    lines = (HERE / language / f"{name}.ftl").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    return {code: text for code, _, text in pairs}
