"""No rule without a test, no test without a rule: what this folder holds, compared with where the rules stand."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FunctionType

import pytest

from sim.loading import load

HERE = Path(__file__).parent
KERNEL = HERE.parents[1] / "sim" / "kernel"
SPOKEN = re.compile(r"^Rule (\d+\.\d+): (.*?)(?=\n\s*\n|\Z)", re.S | re.M)

# Claims of the article that are a mechanic, alone or beside a piece of content.
CLAIMS = {1, 2, 5, 6, 8, 9, 10, 14, 15, 17, 18, 23, 24, 25, 30, 32, 33, 34, 35, 36, 37, 38, 40, 41, 43, 44, 48, 49, 50, 51, 52, 56, 57, 58}

REFERENCES = {
    "test_status_quo_utilities",
    "test_round1_dealmaker",
    "test_round1_no_deal",
    "test_package_size",
    "test_no_action_order",
    "test_cap_f2_drift",
    "test_summit_no_immunity",
    "test_investor_floor",
    "test_history_map",
}


@cache
def shown_by() -> dict[str, tuple[pytest.Mark, ...]]:
    """The marks of every test of the folder, by module and name."""
    found = {}
    for path in sorted(HERE.glob("test_*.py")):
        if path.stem == Path(__file__).stem:
            continue
        module = importlib.import_module(f"tests.rulebook.{path.stem}")
        for name, value in vars(module).items():
            if name.startswith("test_") and isinstance(value, FunctionType):
                found[f"{path.stem}.{name}"] = (*marks_of(module), *marks_of(value))
    return found


def marks_of(holder: object) -> Iterator[pytest.Mark]:
    """The marks of a module or a function."""
    marks = getattr(holder, "pytestmark", [])
    for mark in marks if isinstance(marks, list) else [marks]:
        yield mark if isinstance(mark, pytest.Mark) else mark.mark


def quoted() -> dict[str, set[str]]:
    """What the tests quote, by number of the rule."""
    found: dict[str, set[str]] = {}
    for marks in shown_by().values():
        for mark in marks:
            if mark.name == "rule":
                found.setdefault(mark.args[0], set()).add(mark.args[1])
    return found


@cache
def of_pack() -> dict[str, str]:
    """The rules of the pack, as the players' rulebook prints them."""
    return {rule.id: rule.text.en for rule in load.scenario("spring-2025").rulebook}


@cache
def of_mechanism() -> dict[str, str]:
    """The rules that every scenario shares, as the docstrings of the kernel say them."""
    found: dict[str, str] = {}
    for path in sorted(KERNEL.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                found |= {number: " ".join(text.split()) for number, text in SPOKEN.findall(ast.get_docstring(node) or "")}
    return found


def test_every_test_shows_something() -> None:
    shown = {"rule", "claim", "reference", "data"}
    assert [name for name, marks in shown_by().items() if not shown & {mark.name for mark in marks}] == []


def test_the_rulebook_has_eighteen_rules_of_the_pack() -> None:
    assert list(of_pack()) == [f"R{number}" for number in range(1, 19)]


@pytest.mark.parametrize("number", [f"R{number}" for number in range(1, 19)])
def test_every_rule_of_the_pack_has_a_test_of_its_name(number: str) -> None:
    named = [name for name in shown_by() if f".test_{number.lower()}_" in name]
    assert any(mark.name == "rule" and mark.args[0] == number for name in named for mark in shown_by()[name])


def test_every_rule_has_a_test() -> None:
    assert sorted((of_pack() | of_mechanism()).keys() - quoted().keys()) == []


def test_every_test_has_a_rule_that_stands_somewhere() -> None:
    assert sorted(quoted().keys() - (of_pack() | of_mechanism()).keys()) == []


def test_every_rule_is_quoted_as_it_stands() -> None:
    rules = of_pack() | of_mechanism()
    assert {number: texts for number, texts in quoted().items() if texts != {rules.get(number)}} == {}


def test_every_claim_that_is_a_mechanic_has_a_test() -> None:
    shown = {mark.args[0] for marks in shown_by().values() for mark in marks if mark.name == "claim"}
    assert shown == CLAIMS


def test_every_reference_outcome_has_a_test_of_its_name() -> None:
    marked = {name.partition(".")[2] for name, marks in shown_by().items() if any(mark.name == "reference" for mark in marks)}
    assert marked >= REFERENCES
