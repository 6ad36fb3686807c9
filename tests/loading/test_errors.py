"""Problems read like a compiler's, sort by place, and suggest only what is near."""

import pytest

from sim.errors import Broken, Problem, RuleBroken, closest, did_you_mean


def test_a_problem_is_printed_with_its_way_out_below() -> None:
    problem = Problem("a.yaml", 3, 5, "error", "NW101", "issue `D1` has no key `levles`", "did you mean `levels`?")
    assert str(problem) == "a.yaml:3:5: error NW101: issue `D1` has no key `levles`\n      did you mean `levels`?"
    assert str(Problem("a.yaml", 1, 1, "warning", "NW401", "x")) == "a.yaml:1:1: warning NW401: x"


def test_a_problem_keeps_its_fields_for_programs() -> None:
    assert Problem("a.yaml", 3, 5, "error", "NW101", "text", "hint").to_json() == {
        "file": "a.yaml",
        "line": 3,
        "col": 5,
        "severity": "error",
        "code": "NW101",
        "message": "text",
        "suggestion": "hint",
        "fix": [],
    }


def test_broken_carries_each_problem_once_in_reading_order() -> None:
    late, early = Problem("a.yaml", 9, 1, "error", "NW103", "x"), Problem("a.yaml", 2, 1, "error", "NW105", "y")
    assert Broken([late, early, late]).problems == (early, late)


def test_a_refused_act_carries_code_and_facts() -> None:
    refused = RuleBroken("same-offer", {"party": "jp"})
    assert (refused.code, refused.facts, str(refused)) == ("same-offer", {"party": "jp"}, "same-offer")


@pytest.mark.parametrize(
    ("name", "known", "question"),
    [
        ("levles", ["levels", "label"], "did you mean `levels`?"),
        ("defence", ["defense", "trade"], "did you mean `defense`?"),
        ("us-base", ["us_base", "us_importers"], "did you mean `us_base`?"),
        ("M_TARIFF", ["m_tariff", "m_fdi"], "did you mean `m_tariff`?"),
        ("issue", ["issues", "events"], "did you mean `issues`?"),
        ("uo", ["up", "us", "down"], "did you mean `up` or `us`?"),
        ("D9", ["D1", "D2", "D3", "D4"], ""),
        ("four", ["rounds", "offers"], ""),
        ("m_tarif", [], ""),
    ],
)
def test_did_you_mean_offers_the_near_and_only_the_near(name: str, known: list[str], question: str) -> None:
    assert did_you_mean(name, known) == question


def test_a_swap_of_neighbours_counts_once() -> None:
    assert closest("tarck", ["track", "trade"]) == ("track",)
