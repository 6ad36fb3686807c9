"""What the documents say about the tree is so."""

from __future__ import annotations

import os
import re

import pytest

from tests.architecture.trees import ROOT
from tui.program import COMMANDS

ROOM = re.compile(r"^\| `([\w/]+)` \| (.+) \|$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")
FIELDS = ("Date: ", "Question: ", "Choice: ", "Cost: ", "Look again when ")


def text_of(name: str) -> str:
    """A document of the checkout."""
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/decisions.md"])
def test_links_lead_somewhere(name: str) -> None:
    assert [link for link in LINK.findall(text_of(name)) if not ((ROOT / name).parent / link).exists()] == []


def test_the_readme_has_both_commands_in_one_line_each() -> None:
    lines = text_of("README.md").splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/nemawashi" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest -n auto" in lines


def test_the_readme_names_commands_that_exist() -> None:
    named = set(re.findall(r"`nemawashi (\w+)", text_of("README.md")))
    assert named == set(COMMANDS)


def test_the_continuous_build_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_rooms_of_the_house_are_there() -> None:
    rooms = dict(ROOM.findall(text_of("ARCHITECTURE.md")))
    assert {
        "sim/kernel",
        "sim/loading",
        "sim/table",
        "sim/analysis",
        "sim/study",
        "sim/bots",
        "sim/lab",
        "tui/screen",
        "tui",
        "tests",
    } == rooms.keys()
    missing = [
        f"{room}/{name}"
        for room, words in rooms.items()
        for name in re.findall(r"`([\w*/]+)`", words)
        if not [*(ROOT / room).glob(f"{name.rstrip('/')}.py"), *(ROOT / room).glob(name.rstrip("/"))]
    ]
    assert missing == []


def test_decisions_are_numbered_and_six_lines_each() -> None:
    entries = text_of("docs/decisions.md").split("\n## ")[1:]
    assert [int(entry.partition(".")[0]) for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.splitlines()[0] for entry in entries if not is_complete(entry)] == []


def is_complete(entry: str) -> bool:
    """True for a heading and one line a field, in order."""
    lines = [line for line in entry.splitlines()[1:] if line]
    return len(lines) == len(FIELDS) and all(line.startswith(f"- {field}") for line, field in zip(lines, FIELDS, strict=True))
