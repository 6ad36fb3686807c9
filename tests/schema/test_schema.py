"""The schema accepts what the checker accepts, refuses what it says it refuses, and is a schema."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sim.loading import schema as making
from sim.loading.effects import EXTRA
from sim.loading.schema import schema
from sim.loading.targets import VERBS
from tests.properties.worlds import thorough
from tests.schema import faults
from tests.schema.asking import refused_by_checker
from tests.schema.helpers import GOOD, ROOT, refusals, tree_of, validator, values_of
from tests.schema.variants import Sample, one_of, samples, variant

ODD = tuple(sorted((ROOT / "tests/odd_rules").rglob("*.yaml")))
VARIANTS = 1000 if thorough() else 250
SEED = 3
LEAST_FOUND = 95  # per cent of the faults of shape
HEAD = {"id": "x", "rounds": 5, "label": {"en": "X"}, "source": ["D"]}
RULE = {"id": "r", "source": ["D"], "effects": {"m_x": 1}}
DEMAND = {"id": "d", "source": ["D"], "issue": "X1", "deadline": 2, "unmet": {"m_x": -1}}
OVERLAY = {"nemawashi": 1, "extends": "base", "id": "x"}


def test_it_is_a_schema_of_its_dialect_without_a_host() -> None:
    for language in ("en", "ja"):
        found = schema(language)
        Draft202012Validator.check_schema(found)
        assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert found["$id"].startswith("urn:")


def test_every_reference_leads_somewhere() -> None:
    found = schema()
    for path in references(found):
        at: Any = found
        for step in path.removeprefix("#/").split("/"):
            at = at[step]
        assert at


def references(value: Any) -> set[str]:
    """Every `$ref` at any depth."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = {value["$ref"]} if isinstance(value, dict) and "$ref" in value else set()
    return own.union(*map(references, inner))


@pytest.mark.parametrize("path", [*GOOD, *ODD], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_good_file_is_accepted(path: Path) -> None:
    assert list(refusals(values_of(tree_of(path)))) == []


def test_what_the_checker_accepts_is_accepted(tmp_path: Path) -> None:
    """A variant that the models accept and the schema refuses has something in it that the whole checker refuses."""
    random, known = Random(SEED), samples()
    good: list[Sample] = []
    while len(good) < VARIANTS:
        sample = variant(random, one_of(random, known))
        if not sample.codes():
            good.append(sample)
    refused = [sample for sample in good if not validator().is_valid(sample.file())]
    assert len(refused) < VARIANTS / 10  # the rest was accepted by both
    wrongly = [sample for sample in refused if not refused_by_checker(sample, tmp_path / "rules")]
    assert [(sample.key, sample.value) for sample in wrongly] == []


def test_the_whole_checker_accepts_what_was_not_changed(tmp_path: Path) -> None:
    """Without this the test above could be content with a copy of a pack that is broken by itself."""
    kinds: dict[tuple[Path, str], Sample] = {}
    for sample in samples():
        if "minimal" in str(sample.path):
            kinds.setdefault((sample.path.parent, sample.key), sample)
    assert len(kinds) > 10
    assert [key for key, sample in kinds.items() if refused_by_checker(sample, tmp_path / "rules")] == []


def test_most_faults_of_shape_are_found() -> None:
    counts = faults.found_and_missed()
    total = sum(found + len(missed) for found, missed in counts.values())
    assert total >= 500
    assert sum(found for found, _ in counts.values()) * 100 >= LEAST_FOUND * total
    assert {sample.key for _, missed in counts.values() for sample in missed} <= {"", "pack", "procedure", "scoring"}


def test_texts_in_one_language_are_accepted() -> None:
    assert accepts({"nemawashi": 1, "scenario": HEAD})
    assert accepts({"nemawashi": 1, "scenario": {**HEAD, "brief": {"ja": "一行"}}})
    assert not accepts({"nemawashi": 1, "scenario": {**HEAD, "label": {"ja_narrow": "X"}}})
    assert not accepts({"nemawashi": 1, "scenario": {**HEAD, "label": "X"}})


@pytest.mark.parametrize("amount", [5, -5, "m_x >= 60", "3 + (round >= 5)", "delta(own) / 100 limited to -20..20"])
def test_amounts(amount: int | str) -> None:
    assert accepts({"nemawashi": 1, "values": [{"id": "v", "source": ["D"], "is": amount}]})


@pytest.mark.parametrize("amount", ["5", " +5 ", "", " ", "m_x ≥ 60", "m_x & m_y", True, 1.5, 1_000_000_000, ["m_x"], None])
def test_what_is_no_amount(amount: Any) -> None:
    assert not accepts({"nemawashi": 1, "values": [{"id": "v", "source": ["D"], "is": amount}]})


def test_one_word_stands_for_a_list_where_the_checker_reads_it_so() -> None:
    assert accepts({"nemawashi": 1, "rules": [{**RULE, "at": "resolve.due"}]})
    assert accepts({"nemawashi": 1, "rules": [{**RULE, "at": ["resolve.due", "lever.played"]}]})
    assert not accepts({"nemawashi": 1, "rules": [{**RULE, "source": "D"}]})


@pytest.mark.parametrize(
    "more",
    [
        {"crossed": "m_x"},
        {"crossed": "m_x", "up": 5, "down": 3},
        {"crossed": "m_x", "up": 5, "at": "resolve.due"},
        {"up": 5, "at": "resolve.due"},
        {"when": "m_x > 1"},
        {"at": "somewhere"},
        {"at": "tea.time"},
    ],
)
def test_keys_of_a_rule_that_do_not_go_together(more: dict[str, Any]) -> None:
    assert not accepts({"nemawashi": 1, "rules": [RULE | more]})


def test_a_demand_asks_for_a_level_or_a_state() -> None:
    assert accepts({"nemawashi": 1, "demands": [DEMAND | {"asks": 1}]})
    assert accepts({"nemawashi": 1, "demands": [DEMAND | {"state": "m_x > 1"}]})
    for more in ({}, {"asks": 1, "state": "m_x > 1"}, {"asks": 0}, {"asks": "m_x"}):
        assert not accepts({"nemawashi": 1, "demands": [DEMAND | more]})


GOOD_EFFECTS: list[Any] = [
    {},
    [],
    {"m_x": 1},
    {"m_x": "m_y / 2", "capital(own)": -1, "when": "round > 1", "after": 1, "at": "resolve.due", "chance": 50, "once": True, "id": "e"},
    [{"groups(other)": -1, "full": True}, {"gain(in1)": 1, "until": "round"}],
    {"set": "m_x", "to": 50},
    {"set": "posture(own)", "to": "neighbour"},
    {"demand": "X1", "asks": "X1 + 1", "from": "a"},
    {"withdraw": "second_demand"},
    {"deadline": "picked", "by": -1, "if_missed": [{"m_x": 1}]},
    {"reveal": "initiative", "family": "f"},
    {"reveal": "ev1", "after": 2},
    {"clue": "a", "about": ["X1"], "sure": True, "times": 2},
    {"clue": "a", "about": "X1"},
    {"grant": "l1", "waives": "token", "until": "game"},
    {"grant": "move(X1)"},
    {"block": "package", "that": "raises(X1)", "until": "round"},
    {"block": "l1", "undo": True},
    {"block": "vote"},
    {"price": "family(f)", "add": -1},
    {"vote": ["g1", "g2"], "add": 2, "raises": "X1"},
    {"choice": "a", "options": [{"id": "p", "label": {"en": "P"}, "price": 1, "effects": {"m_x": 1}}, {"id": "q", "label": {"en": "Q"}}]},
    {"choice": "chance", "options": [{"id": "p", "once": True, "otherwise": "q"}, {"id": "q", "pick": {"demand": "open"}}]},
    {"do": "l1", "when": "m_x > 1"},
]
BAD_EFFECTS: list[Any] = [
    "m_x",
    [["m_x"]],
    {"when": "m_x > 1"},
    {"m_x": ""},
    {"m_x": [1]},
    {"m x": 1},
    {"m_x": 1, "once": "true"},
    {"m_x": 1, "after": -1},
    {"m_x": 1, "at": "lever.played"},
    {"m_x": 1, "until": "round"},
    {"gain(in1)": 1, "until": "forever"},
    {"set": "m_x"},
    {"set": "posture(own)", "to": 5},
    {"set": "m_x", "to": 5, "full": True},
    {"demand": "X1"},
    {"withdraw": "demand"},
    {"deadline": "picked"},
    {"deadline": "picked", "by": 1, "at_most": 2},
    {"deadline": "X1", "by": 1},
    {"reveal": "initiative"},
    {"reveal": "ev1", "family": "f"},
    {"clue": ["a"]},
    {"clue": "a", "times": 0},
    {"grant": "move(X1)", "waives": "token"},
    {"grant": "l1", "waives": "price"},
    {"block": "package"},
    {"block": "l1", "that": "m_x"},
    {"block": "vote", "undo": True},
    {"price": "l1"},
    {"vote": "g1"},
    {"choice": "a", "options": []},
    {"choice": "a", "options": [{"id": "p"}]},
    {"choice": "chance", "options": [{"id": "p", "price": 1}]},
    {"choice": "chance", "options": [{"id": "p", "once": True}]},
    {"choice": "chance", "options": [{"id": "p", "pick": {"issue": "X1"}}]},
    {"do": "l1", "set": "m_x"},
    {"do": "l1", "until": "game"},
]


@pytest.mark.parametrize("effects", GOOD_EFFECTS, ids=str)
def test_effects(effects: Any) -> None:
    assert list(refusals(effects, "Effects")) == []


@pytest.mark.parametrize("effects", BAD_EFFECTS, ids=str)
def test_what_is_no_effect(effects: Any) -> None:
    assert list(refusals(effects, "Effects")) != []


def test_every_verb_has_its_own_definition_with_its_own_keys() -> None:
    found = schema()["$defs"]
    for verb in VERBS:
        assert {verb, *EXTRA[verb]} <= found[f"{verb.capitalize()}Effect"]["properties"].keys()
    assert {key for effects in GOOD_EFFECTS if isinstance(effects, dict) for key in effects} >= set(VERBS)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"set": {"meters.m_x.start": 60, "demands.d.asks": {"from": 1, "to": 2}, "rules.r.at": ["start"]}},
        {"replace": {"events.e.effects": {"m_x": 1}}, "remove": "events.e2"},
        {"add": {"rules": [RULE], "bodies.a.groups": [{"id": "g"}], "texts": {"X1.low": {"label": {"en": "Low"}}}}},
        {"start": {"meters": {"m_x": 1}}, "procedure": {"news": {"turn_up": 2}}, "history": {"why": {"X1": {"ja_narrow": "短"}}}},
        {"label": {"en": "X"}, "minutes": 30, "fixed": {"e": 1}, "only": {"issues": ["X1"]}, "base_digest": "abc"},
    ],
)
def test_overlays(more: dict[str, Any]) -> None:
    assert list(refusals(OVERLAY | more)) == []


@pytest.mark.parametrize(
    "more",
    [
        {"id": "two words"},
        {"extends": ""},
        {"sets": {}},
        {"set": {"meters.m_x.start": {"from": 1}}},
        {"set": {"meters.m_x.start": {"to": 1, "by": 2}}},
        {"add": {"rules": [{"id": "r"}]}},
        {"add": {"bodies.a.groups": 5}},
        {"remove": [5]},
        {"only": {"meters": ["m_x"]}},
        {"procedure": {"news": {"cards": []}}},
        {"fixed": {"e": 0}},
        {"rounds": 3},
    ],
)
def test_what_is_no_overlay(more: dict[str, Any]) -> None:
    assert not accepts(OVERLAY | more)


def test_a_scenario_replaces_single_values_of_the_procedure() -> None:
    whole = {"nemawashi": 1, "scenario": HEAD}
    assert accepts({**whole, "procedure": {"capital": {"income": {"a": 2}}, "demand": {"met": {"when": "m_x > 1"}}}})
    assert not accepts({**whole, "procedure": {"capital": {"incomes": {"a": 2}}}})
    assert not accepts({**whole, "procedure": {"offers": 0}})


def accepts(value: Any) -> bool:
    """Whether the schema has nothing against a rule file."""
    return validator().is_valid(value)


def test_the_kinds_of_files_are_those_that_exist() -> None:
    assert [ref["$ref"] for ref in schema()["anyOf"]] == [f"#/$defs/{kind}" for kind in making.KINDS]
    assert not accepts({})
    assert not accepts([])
    assert not accepts({"nemawashi": 2})
    assert not accepts({"nemawashi": 1, "issue": []})
