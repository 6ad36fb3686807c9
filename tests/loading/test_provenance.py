"""Every cause, number and term of a formula says where it stands: the text of the file there begins with what it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sim.domain import Formula, Place, Scenario
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import load
from sim.loading.targets import VERBS
from tests.loading.helpers import PLAYABLE, ROOT

TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_]*|[0-9]+")
NUMBER = re.compile(r"[+-]?[0-9]+")
NAMED_KINDS = ("lever", "act", "initiative", "event", "demand", "rule", "group")


@cache
def lines_of(file: str) -> list[str]:
    """The lines of a rule file."""
    return (ROOT / file).read_text(encoding="utf-8").splitlines()


def text_at(place: Place) -> str:
    """What stands in the file at a place, to the end of its line."""
    return lines_of(place.file)[place.line - 1][place.column - 1 :]


def before(place: Place) -> str:
    """The character in front of a place."""
    return lines_of(place.file)[place.line - 1][: place.column - 1][-1:]


def effect_rows(scenario: Scenario) -> Iterator[int]:
    """Offsets of all effects in the tables."""
    for list_ in range(t.MAX_LISTS):
        first, count = scenario.tables[t.T_LIST_FIRST + list_], scenario.tables[t.T_LIST_COUNT + list_]
        yield from (t.T_EFFECTS + effect * t.EFFECT_WIDTH for effect in range(first, first + count))


def names_of_cells(scenario: Scenario) -> dict[int, str]:
    """Cell -> id of the meter, course, counter or group that has one cell."""
    shared = (*scenario.meters, *scenario.courses, *scenario.counters)
    return {meter.cell: meter.id for meter in shared} | {group.support_cell: group.id for group in scenario.groups}


@pytest.mark.parametrize("name", PLAYABLE)
def test_every_cause_stands_at_the_beginning_of_a_word(name: str) -> None:
    for cause in load.scenario(name).causes:
        assert TOKEN.match(text_at(cause.place).lstrip('+-"{')), cause
        assert not before(cause.place).isalnum(), cause


@pytest.mark.parametrize("name", PLAYABLE)
def test_every_effect_stands_at_its_target_or_verb_with_its_number(name: str) -> None:
    scenario = load.scenario(name)
    cells = names_of_cells(scenario)
    for row in effect_rows(scenario):
        text = text_at(scenario.causes[scenario.tables[row + t.E_CAUSE]].place)
        key, _, value = text.partition(":")
        target, amount = scenario.tables[row + t.E_TARGET], scenario.tables[row + t.E_AMOUNT_EXPR]
        if scenario.tables[row + t.E_VERB] != t.VERB_ADD:
            assert key in VERBS or "(" in key or key in cells.values(), text
            continue
        assert key in (cells.get(target), "picked") or key.partition("(")[0] in KEYS_OF_MANY, text
        code = scenario.tables[t.T_CODE + amount : t.T_CODE + amount + 3]
        found = NUMBER.match(value.strip())
        if code[0] == op.OP_NUM and code[2] == op.OP_END:
            assert found and int(found.group()) == code[1], text


KEYS_OF_MANY = ("capital", "tokens", "groups", "credibility", "support", "calm")


@pytest.mark.parametrize("name", PLAYABLE)
def test_every_level_of_an_issue_stands_at_its_number(name: str) -> None:
    scenario = load.scenario(name)
    for issue in scenario.issues:
        for k in range(scenario.tables[t.T_LEVEL_COUNT + issue.index]):
            row = t.T_LEVEL_ROWS + (scenario.tables[t.T_LEVEL_FIRST + issue.index] + k) * t.LEVEL_ROW_WIDTH
            for level in issue.levels:
                cause = scenario.causes[scenario.tables[row + 1] + level.index]
                found = NUMBER.match(text_at(cause.place))
                assert (cause.kind, cause.id) == ("issue", issue.id)
                assert found and int(found.group()) == scenario.tables[row + 2 + level.index], cause


@pytest.mark.parametrize("name", PLAYABLE)
def test_every_drift_stands_at_its_amount(name: str) -> None:
    scenario = load.scenario(name)
    for meter in scenario.meters:
        program = scenario.tables[t.T_DRIFT_EXPR + meter.index]
        if program != s.UNSET:
            cause = scenario.causes[scenario.tables[t.T_DRIFT_CAUSE + meter.index]]
            assert (cause.kind, cause.id, cause.place) == ("drift", meter.id, scenario.formulas[program].place)


def is_default(formula: Formula) -> bool:
    """Whether nothing is written: a price of 0 stands at the id of its entry, or where its part of the procedure begins."""
    return formula.text in ("0", "1") and text_at(formula.place).startswith((formula.owner, "{"))


@pytest.mark.parametrize("name", PLAYABLE)
def test_every_formula_stands_where_it_is_written(name: str) -> None:
    scenario = load.scenario(name)
    assert len(scenario.formulas) > 10
    for formula in scenario.formulas.values():
        text = text_at(formula.place).lstrip('"+')
        is_sum_of_lines = text.startswith(("add:", "{add:"))
        assert is_sum_of_lines or is_default(formula) or text.startswith(formula.text), formula
        assert formula.owner, formula
        assert formula.source or formula.owner.startswith("open."), formula


@pytest.mark.parametrize("name", PLAYABLE)
def test_every_term_stands_at_its_first_word(name: str) -> None:
    for formula in load.scenario(name).formulas.values():
        for term in formula.terms if not is_default(formula) else ():
            found = TOKEN.match(text_at(term.place).lstrip('"-+('))
            assert found and found.group() in {*TOKEN.findall(term.text), "not"}, (formula, term)


@pytest.mark.parametrize("name", PLAYABLE)
def test_an_entry_stands_at_its_id_and_a_level_at_its_word(name: str) -> None:
    scenario = load.scenario(name)
    for entries in (scenario.issues, scenario.levers, scenario.events, scenario.groups, scenario.meters, scenario.postures, scenario.seats):
        for entry in entries:
            assert text_at(entry.place).startswith(entry.id), entry
    for issue in scenario.issues:
        for level in issue.levels:
            assert text_at(level.place).startswith(level.id), level
    for cause in scenario.causes:
        if cause.kind in NAMED_KINDS and text_at(cause.place).startswith(cause.id):
            assert cause.label.en, cause


def test_places_name_files_that_exist() -> None:
    for name in PLAYABLE:
        scenario = load.scenario(name)
        files = {cause.place.file for cause in scenario.causes} | {formula.place.file for formula in scenario.formulas.values()}
        assert all((ROOT / file).is_file() for file in files)
        assert Path(scenario.files[0]).suffix == ".yaml"
