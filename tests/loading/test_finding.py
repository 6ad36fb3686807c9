"""Scenarios and packs are found by id, path or folder; a facilitator's own folder works like the shipped ones."""

from pathlib import Path

import pytest

from sim.errors import Problem
from sim.loading import finding
from sim.loading.finding import Found, find_pack, find_scenario
from sim.loading.node import Node
from tests.loading.helpers import write

PACK = {"rules/tiny/pack.yaml": "nemawashi: 1\npack: {id: tiny}\n"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A wheel with one scenario and a checkout with another, both with packs."""
    wheel = {"wheel/seeds/spring.yaml": "a: 1\n", "wheel/rules/alliance/a.yaml": "a: 1\n"}
    checkout = {"checkout/seeds/spring.yaml": "a: 1\n", "checkout/seeds/autumn.yaml": "a: 1\n", "checkout/rules/lantern/a.yaml": "a: 1\n"}
    write(tmp_path, wheel | checkout)
    monkeypatch.setattr(finding, "ROOTS", (tmp_path / "wheel", tmp_path / "checkout"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(answer: Found | Problem) -> Found:
    """An answer that is no problem."""
    assert isinstance(answer, Found)
    return answer


def test_the_wheel_comes_first_and_the_checkout_second(home: Path) -> None:
    assert found(find_scenario("spring")) == Found("spring", home / "wheel/seeds/spring.yaml", "seeds/spring.yaml", True)
    assert found(find_scenario("autumn")).path == home / "checkout/seeds/autumn.yaml"
    assert found(find_pack("lantern")).shown == "rules/lantern"


def test_an_unknown_name_is_answered_with_what_is_near_and_the_list(home: Path) -> None:
    assert str(find_scenario("sprng")) == (
        "sprng:1:1: error NW202: there is no scenario `sprng`\n"
        "      did you mean `spring`? scenarios: autumn, spring, or a path to your own"
    )
    at = Node("aliance", "s.yaml", 3, 9)
    assert str(find_pack("aliance", None, at)) == (
        "s.yaml:3:9: error NW202: there is no pack `aliance`\n"
        "      did you mean `alliance`? packs: alliance, lantern, or a path to your own"
    )


def test_a_path_and_a_folder_name_a_scenario(home: Path) -> None:
    write(home, {"my-table/scenario.yaml": "a: 1\n", "my-table/other.yaml": "a: 1\n", "empty/x.yaml": "a: 1\n"})
    assert found(find_scenario("my-table")) == Found("my-table", Path("my-table/scenario.yaml"), "my-table/scenario.yaml", False)
    assert found(find_scenario("my-table/other.yaml")).name == "other"
    assert str(find_scenario("empty")) == (
        "empty:1:1: error NW020: this folder holds no scenario.yaml\n      name one of its files: x.yaml"
    )
    assert str(find_scenario("no/such.yaml")) == "no/such.yaml:1:1: error NW020: there is no such file or folder\n      check the path"


@pytest.mark.parametrize("name", ["tiny", "rules/tiny", "./rules/tiny"])
def test_a_pack_beside_the_scenario_is_found(home: Path, name: str) -> None:
    write(home / "my-table", PACK | {"scenario.yaml": "a: 1\n"})
    pack = found(find_pack(name, found(find_scenario("my-table"))))
    assert (pack.path.resolve(), pack.shown) == ((home / "my-table/rules/tiny").resolve(), "my-table/rules/tiny")


@pytest.mark.parametrize("name", ["", "mine"])
def test_the_folder_rules_may_be_the_pack_itself(home: Path, name: str) -> None:
    write(home / "my-table", {"rules/pack.yaml": "nemawashi: 1\npack: {id: mine}\n", "scenario.yaml": "a: 1\n"})
    assert found(find_pack(name, found(find_scenario("my-table")))).shown == "my-table/rules"


def test_a_scenario_of_ones_own_may_use_a_shipped_pack(home: Path) -> None:
    write(home / "my-table", {"scenario.yaml": "a: 1\n"})
    assert found(find_pack("alliance", found(find_scenario("my-table")))).shipped


@pytest.mark.parametrize("name", ["", "\0", "x" * 5000, "a\x1b[31m", "/", "..", "~"])
def test_no_name_is_too_odd(home: Path, name: str) -> None:
    problem = find_scenario(name)
    assert isinstance(problem, Problem)
    assert problem.file.isprintable()
    assert isinstance(find_pack(name), Problem)
