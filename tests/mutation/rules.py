"""Mutants of the standing rules of a pack: an entry left out, or its condition negated, in a copy of the checkout."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
FILE = "rules/alliance/rules.yaml"
KINDS = ("rules", "modifiers")
PARTS = ("sim", "tui", "rules", "seeds", "tests", "docs", "examples", "benchmarks")
FILES = ("pyproject.toml", "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE")


@dataclass(frozen=True, slots=True)
class RuleMutant:
    """The rule file with one entry changed. what: in words; text: of the whole file."""

    line: int
    entry: str
    what: str
    text: str

    @property
    def name(self) -> str:
        """Where it is, and what was done."""
        return f"{FILE}:{self.line} {self.entry}: {self.what}"


def rule_mutants() -> Iterator[RuleMutant]:
    """Every entry deleted, and negated where it has a condition."""
    text = (ROOT / FILE).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    root = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    for key, entries in root.value:
        if key.value in KINDS and isinstance(entries, yaml.SequenceNode):
            for entry in entries.value:
                yield from of_entry(lines, entry)


def of_entry(lines: list[str], entry: yaml.MappingNode) -> Iterator[RuleMutant]:
    """The mutants of one entry."""
    names = {key.value: value for key, value in entry.value}
    id_, first = names["id"].value, entry.start_mark.line
    last = max(node.end_mark.line + (1 if node.end_mark.column else 0) for node in names.values())
    yield RuleMutant(first + 1, id_, "deleted", "".join([*lines[:first], *lines[last:]]))
    when = names.get("when")
    if isinstance(when, yaml.ScalarNode) and when.start_mark.line == when.end_mark.line:
        at, start, end = when.start_mark.line, when.start_mark.column, when.end_mark.column
        changed = f'{lines[at][:start]}"not ({when.value})"{lines[at][end:]}'
        yield RuleMutant(at + 1, id_, "condition negated", "".join([*lines[:at], changed, *lines[at + 1 :]]))


def copied(folder: Path) -> Path:
    """A copy of the checkout in which rules can be changed."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder
