"""What rules mean in the tables, and what is refused because it would mean nothing. Broken files stand in tests/bad_rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import load
from sim.loading.checks.ids import TYPED
from sim.table.forms import VERBS
from tests.loading.helpers import minimal

EVENT = '    - {{id: {id}, label: {{en: "E", ja: "E"}}, effects: {effects}, source: [D]}}\n'


def codes(folder: Path, more: str) -> list[tuple[str, int]]:
    """Code and line of every error in the smallest pack and more."""
    return [(problem.code, problem.line) for problem in load.attempt(str(minimal(folder, more)))[1] if problem.severity == "error"]


def loaded(folder: Path, more: str) -> Scenario:
    """The smallest pack with more."""
    return load.scenario(str(minimal(folder, more)))


def values(count: int, expression: str) -> str:
    """Named values, each made from the one before."""
    head = "add:\n  values:\n    - {id: v0, is: m_calm, source: [D]}\n"
    return head + "".join(f"    - {{id: v{k}, is: {expression.format(before=f'v{k - 1}')}, source: [D]}}\n" for k in range(1, count))


def test_a_tower_of_values_is_told_once(tmp_path: Path) -> None:
    assert [code for code, _ in codes(tmp_path, values(40, "{before} + 1"))] == ["NW331"]


def test_values_that_grow_without_end_are_told_and_do_not_hang(tmp_path: Path) -> None:
    assert {code for code, _ in codes(tmp_path, values(15, "{before} + {before} + {before} + {before}"))} == {"NW331"}


def test_an_expression_may_not_need_more_stack_than_there_is(tmp_path: Path) -> None:
    deep = "1 + (" * 55 + "1" + ")" * 55
    assert codes(tmp_path, "add:\n  events:\n" + EVENT.format(id="e_a", effects=f"{{m_calm: {deep}}}")) == [("NW331", 5)]


def test_effects_inside_effects_have_a_bound(tmp_path: Path) -> None:
    rules = "".join(f"    - {{id: b{k}, effects: {{do: b{k + 1}}}, source: [D]}}\n" for k in range(30))
    last = "    - {id: b30, effects: {m_calm: +1}, source: [D]}\n"
    assert [code for code, _ in codes(tmp_path, f"add:\n  rules:\n{rules}{last}")] == ["NW333"]


def test_levers_that_play_each_other_are_refused(tmp_path: Path) -> None:
    lever = '    - {{id: {a}, party: ax, label: {{en: "L", ja: "L"}}, target: {{do: {b}}}, source: [D]}}\n'
    more = f"add:\n  levers:\n{lever.format(a='l_one', b='l_two')}{lever.format(a='l_two', b='l_one')}"
    assert [code for code, _ in codes(tmp_path, more)] == ["NW204"]


def test_the_pool_of_expressions_is_told_full_once(tmp_path: Path) -> None:
    long = " + ".join(["m_calm * 3"] * 45)
    events = "".join(EVENT.format(id=f"e{k}", effects=f"{{m_calm: {long}, ax_elders: {long}, bx_farmers: {long}}}") for k in range(60))
    assert [code for code, _ in codes(tmp_path, f"add:\n  events:\n{events}")] == ["NW332"]


def test_a_faulty_value_is_told_where_it_stands_and_not_where_it_is_used(tmp_path: Path) -> None:
    more = "add:\n  values:\n    - {id: warm, is: m_clam + 1, source: [D]}\n  events:\n" + EVENT.format(id="e_a", effects="{m_calm: warm}")
    assert codes(tmp_path, more) == [("NW202", 5)]


def test_a_value_that_does_not_fit_is_told_where_it_is_used(tmp_path: Path) -> None:
    more = "add:\n  values:\n    - {id: raised_it, is: raises(P1), source: [D]}\n  events:\n"
    assert codes(tmp_path, more + EVENT.format(id="e_a", effects="{m_calm: raised_it}")) == [("NW205", 7)]


def test_the_same_unknown_name_is_told_once(tmp_path: Path) -> None:
    events = "".join(EVENT.format(id=f"e{k}", effects="{m_clam: m_clam}") for k in range(3))
    problems = load.attempt(str(minimal(tmp_path, f"add:\n  events:\n{events}")))[1]
    assert [problem.hint for problem in problems] == ["did you mean `m_calm`?; the same: line 6; line 7"]


@pytest.mark.parametrize(
    ("amount", "is_good"),
    [
        ("10 / m_calm", False),
        ("10 / (m_calm at least 1)", True),
        ("10 / (m_calm + 1)", True),
        ("10 // (P1 - 1)", False),
        ("10 // (2 - P1)", False),
        ("10 // (3 - P1)", True),
        ("10 / round", True),
        ("10 / (round - rounds)", False),
        ("10 / (capital(ax) * 2 - 1)", False),
        ("10 / if(m_calm > 5, 2, 3)", True),
        ("10 / abs(P1 - 5)", True),
        ("10 / (0 - (m_calm at least 3))", True),
        ("10 / (5 / (P1 + 1))", True),
        ("10 / (1 / (P1 + 1))", False),
        ("10 / played(e_rain)", False),
    ],
)
def test_nothing_is_divided_by_what_may_be_0(amount: str, is_good: bool, tmp_path: Path) -> None:
    more = "add:\n  events:\n" + EVENT.format(id="e_a", effects=f'{{m_calm: "{amount}"}}')
    assert codes(tmp_path, more) == ([] if is_good else [("NW313", 5)])


def test_a_rule_of_the_start_knows_no_round_1(tmp_path: Path) -> None:
    more = "add:\n  rules:\n    - {id: r_a, at: start, effects: {m_calm: 6 / round}, source: [D]}\n"
    assert codes(tmp_path, more) == [("NW313", 5)]


def test_weights_of_a_scenario_replace_those_of_the_pack(tmp_path: Path) -> None:
    scenario = loaded(tmp_path, "weights: {proud: {P1: 10, P2: 90}}\n")
    assert {posture.id: posture.weights for posture in scenario.postures} == {"thirsty": (70, 30), "proud": (10, 90)}


def test_an_act_needs_what_the_pack_says_and_what_the_scenario_opens(tmp_path: Path) -> None:
    act = 'add:\n  acts:\n    - {id: tea, at: talks.levers, needs: m_calm >= 10, effects: {m_calm: +1}, label: {en: "Tea", ja: "茶"}, source: [D]}\n'
    assert codes(tmp_path, act + "open: {tea: round >}\n") == [("NW310", 6)]
    scenario = loaded(tmp_path / "good", act + "open: {tea: round >= 2}\n")
    assert scenario.tables[t.T_ACT_NEEDS_EXPR] != s.UNSET


def test_several_numbers_under_one_mark_share_it(tmp_path: Path) -> None:
    scenario = loaded(tmp_path, "add:\n  events:\n" + EVENT.format(id="e_a", effects="{m_calm: +1, ax_elders: +1, once: true}"))
    list_ = scenario.tables[t.T_EVENT_LIST + 1]
    assert scenario.tables[t.T_LIST_COUNT + list_] == 1
    row = t.T_EFFECTS + scenario.tables[t.T_LIST_FIRST + list_] * t.EFFECT_WIDTH
    assert (scenario.tables[row + t.E_VERB], scenario.tables[row + t.E_ONCE]) == (t.VERB_DO, 0)


def test_a_rule_with_several_points_has_one_list_and_one_mark(tmp_path: Path) -> None:
    more = "add:\n  rules:\n    - {id: r_a, at: [resolve.settle, news.card], effects: {m_calm: +1, once: true}, source: [D]}\n"
    scenario = loaded(tmp_path, more)
    assert scenario.tables[t.T_RULE_LIST] == scenario.tables[t.T_RULE_LIST + 1]
    assert scenario.tables[t.T_RULE_POINT] != scenario.tables[t.T_RULE_POINT + 1]


def test_any_effect_may_take_a_lever_back(tmp_path: Path) -> None:
    scenario = loaded(tmp_path, "add:\n  events:\n" + EVENT.format(id="e_a", effects="{block: ax_horn, undo: true, until: round}"))
    assert scenario.tables[t.T_LEVER_UNDOABLE] == 1


def test_a_clue_about_one_issue_is_not_about_all(tmp_path: Path) -> None:
    clues = "procedure: {clues: {bands: {high: 12, middle: 6, low: 0}}}\n"
    scenario = loaded(tmp_path, clues + "add:\n  events:\n" + EVENT.format(id="e_a", effects="{clue: bx, about: P2}"))
    row = t.T_EFFECTS + scenario.tables[t.T_LIST_FIRST + scenario.tables[t.T_EVENT_LIST + 1]] * t.EFFECT_WIDTH
    assert scenario.tables[row + t.E_B] == 0b10


def test_everything_a_scenario_adds_is_in_play(tmp_path: Path) -> None:
    more = (
        "add:\n  meters:\n    - {id: m_rain, start: 10, good: up, label: {en: \"Rain\", ja: \"雨\"}, source: [D]}\n"
        "  modifiers:\n    - {id: softer, of: m_rain, amount: asked / 2, source: [D]}\n"
        "  counters:\n    - {id: floods, label: {en: \"Floods\", ja: \"洪水\"}, words: {none_yet: 0, many: 2}, source: [D]}\n"
        "  texts:\n    floods.none_yet: {label: {en: \"none\", ja: \"なし\"}}\n    floods.many: {label: {en: \"many\", ja: \"多い\"}}\n"
    )  # fmt: skip
    scenario = loaded(tmp_path, more)
    assert [meter.id for meter in scenario.meters] == ["m_calm", "m_rain"]
    assert scenario.tables[t.T_METER_START + 1] == 10
    assert scenario.tables[t.T_N_MODIFIERS] == 1
    assert [word.en for _, word in scenario.counters[0].words] == ["none", "many"]


def test_entries_out_of_play_may_still_be_named(tmp_path: Path) -> None:
    more = "out: {events: [e_rain], levers: [ax_horn]}\nadd:\n  events:\n"
    scenario = loaded(tmp_path, more + EVENT.format(id="e_a", effects="[{m_calm: played(e_rain) + uses(ax_horn)}, {grant: ax_horn}]"))
    assert [event.id for event in scenario.events] == ["e_a"]


def test_words_of_the_notation_are_known_to_the_checks() -> None:
    assert set(VERBS) <= TYPED


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("mood: 101\n", [("NW306", 3)]),
        ("history: {from: spring-2025}\n", [("NW205", 3)]),
        ("add:\n  rules:\n    - {id: r_a, at: [], effects: {m_calm: +1}, source: [D]}\n", [("NW103", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{m_calm: +1, full: true}"), [("NW101", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{when: round >= 2}"), [("NW105", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{id: +4}"), [("NW107", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{m_calm: [1, 2]}"), [("NW103", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{m_calm: +1, at: [x]}"), [("NW103", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{m_calm: +1, at: lever.played}"), [("NW205", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{set: gain(x), to: 1}"), [("NW202", 5)]),
        ("add:\n  events:\n" + EVENT.format(id="e_a", effects="{choice: ax, options: []}"), [("NW105", 5)]),
        ("only: {issues: []}\n", [("NW105", 3)]),
        ("out: {seats: [s_upper]}\n", [("NW202", 25), ("NW105", 9)]),
    ],
)
def test_what_would_be_silently_wrong_is_refused(more: str, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    assert codes(tmp_path, more) == expected
