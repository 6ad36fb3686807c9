"""rules new: what it writes is right as it stands, with each example in force, and with all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.loading import finding
from sim.loading.edit.formatting import formatted
from sim.loading.edit.starting import id_of_title, in_force, minutes_for
from sim.loading.node import Node
from sim.loading.reading import read_text
from tests.properties.worlds import thorough
from tests.tui.conftest import Nemawashi, nemawashi, no_fault_in_the_wording, own_data_folder  # noqa: F401  # fixtures

KINDS = {"set", "start", "replace", "add", "remove", "only"}
BASES = ("spring-2025", "spring-short", "lantern-coast")


def blocks_of(text: str) -> list[str]:
    """The parts of a new overlay: its head, then one example each."""
    return re.split(r"\n(?=## )(?<=\n\n)", text)


def with_these(text: str, wanted: set[int]) -> str:
    """The overlay with some examples in force."""
    return "\n".join(in_force(block) if place in wanted else block for place, block in enumerate(blocks_of(text)))


def node_of(text: str) -> Node:
    """The tree of a text that has nothing wrong with it."""
    reading = read_text(text, "f.yaml")
    assert reading.problems == () and reading.node is not None
    return reading.node


def value_at(node: Node, *keys: str) -> object:
    """A single value down some keys."""
    for key in keys:
        inner = node.get(key)
        assert inner is not None, key
        node = inner
    return node.value


def answers(base: str, at: int) -> list[tuple[str, str, str]]:
    """What is answered over a base: both languages where the long run was asked for, else one, in turn."""
    both = [(base, "", "en"), (base, "5", "ja")]
    return both if thorough() else [both[at % 2]]


def alone(base: str, count: int) -> range:
    """The examples that are tried alone: each where the long run was asked for, else a third over each base, so that all are tried."""
    return range(1, count) if thorough() else range(1 + BASES.index(base), count, len(BASES))


@pytest.mark.parametrize(("base", "rounds", "language"), [case for at, base in enumerate(BASES) for case in answers(base, at)])
def test_it_checks_clean_with_none_with_each_and_with_all_examples(
    nemawashi: Nemawashi,  # noqa: F811
    base: str,
    rounds: str,
    language: str,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "evening"
    run = nemawashi("rules", "new", str(folder), "--from", base, "--title", "Our evening", "--lang", language, lines=f"{rounds}\n")
    assert run.code == 0, run.out + run.err
    file = folder / "our-evening.yaml"
    text = file.read_text(encoding="utf-8")
    count = len(blocks_of(text))
    assert count == 1 + len(KINDS)
    assert {re.findall(r"^(?:# )?(\w+):", block, re.MULTILINE)[0] for block in blocks_of(text)[1:]} == KINDS
    for wanted in [set[int](), *({place} for place in alone(base, count)), set(range(1, count))]:
        some = with_these(text, wanted)
        assert (some != text) == bool(wanted)
        (folder / "some.yaml").write_text(some, encoding="utf-8")
        assert formatted(some, "f.yaml") == some
        check = nemawashi("check", str(folder / "some.yaml"), "--strict")
        assert check.code == 0, (wanted, check.out)
    assert len(node_of(some).value) >= len(KINDS) + 5
    if language == "en":
        assert nemawashi("rules", "diff", base, str(folder / "some.yaml")).out.count("some.yaml") >= len(KINDS) - 1


def test_answers_come_by_pipe(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: F811
    monkeypatch.chdir(tmp_path)
    number = list(finding.shipped_scenarios()).index("lantern-coast") + 1
    run = nemawashi("rules", "new", lines=f'0\nx\n{number}\nLanterns, "our" way\n99\nsix\n4\n')
    assert run.code == 0, run.err
    node = node_of((tmp_path / "lanterns-our-way" / "lanterns-our-way.yaml").read_text(encoding="utf-8"))
    assert value_at(node, "extends") == "lantern-coast"
    assert value_at(node, "label", "en") == 'Lanterns, "our" way'
    assert value_at(node, "set", "scenario.rounds") == 4
    assert value_at(node, "minutes") == 30
    assert run.out.count("from 1 to") == 4


def test_empty_lines_and_the_end_of_a_script_take_what_is_proposed(
    nemawashi: Nemawashi,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    for lines, folder in [("\n\n\n", "one"), ("", "two")]:
        assert nemawashi("rules", "new", folder, "--lang", "ja", lines=lines).code == 0
        (file,) = (tmp_path / folder).glob("*.yaml")
        node = node_of(file.read_text(encoding="utf-8"))
        assert value_at(node, "id") == "my-spring-short"
        assert value_at(node, "extends") == "spring-short"
        assert value_at(node, "label", "ja") == "2025年春（入門編）・自作版"
        assert node.get("set") is None and node.get("minutes") is None


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_names_four_commands_that_work(
    nemawashi: Nemawashi,  # noqa: F811
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    options = ("--from", "lantern-coast", "--title", "Ours", "--rounds", "5", "--id", "ours", "--lang", language)
    assert nemawashi("rules", "new", str(tmp_path / "here"), *options).code == 0
    assert sorted(path.name for path in (tmp_path / "here").iterdir()) == ["README.txt", "ours.yaml"]
    page = (tmp_path / "here" / "README.txt").read_text(encoding="utf-8")
    commands = re.findall(r"^ +nemawashi (.+)$", page, re.MULTILINE)
    assert [line.split()[0] for line in commands] == ["check", "rules", "why", "play"]
    monkeypatch.chdir(tmp_path / "here")
    for line in commands[:3]:
        run = nemawashi(*line.split(), "--lang", language)
        assert run.code == 0, (line, run.err)
    assert nemawashi(*commands[3].split(), "--plain", "--as", "none").code == 0


def test_it_starts_from_rules_of_ones_own(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    first = tmp_path / "first.yaml"
    assert nemawashi("rules", "set", "scenario.rounds=6", "--into", str(first), "--extends", "lantern-coast").code == 0
    assert nemawashi("rules", "new", str(tmp_path / "second"), "--from", str(first), "--title", "Second", lines="7\n").code == 0
    text = (tmp_path / "second" / "second.yaml").read_text(encoding="utf-8")
    assert "extends: ../first.yaml\n" in text and "  scenario.rounds: 7\n" in text
    assert nemawashi("check", str(tmp_path / "second" / "second.yaml"), "--strict").code == 0


def test_what_it_refuses(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").write_text("mine", encoding="utf-8")
    new = str(tmp_path / "new")
    for options in [(str(full),), (new, "--id", "1st"), (new, "--id", "spring-90"), (new, "--from", "spring"), (new, "--rounds", "0")]:
        assert nemawashi("rules", "new", *options, lines="\n\n\n").code == 2, options
    wrong = nemawashi("rules", "new", new, "--from", "lantern-coast", "--rounds", "1", "--title", "Short")
    assert wrong.code == 1
    assert "NW" in wrong.out
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["full"]
    (tmp_path / "empty").mkdir()
    assert nemawashi("rules", "new", str(tmp_path / "empty"), "--from", "lantern-coast", "--title", "Fine", "--rounds", "5").code == 0


def test_ids_and_minutes() -> None:
    assert id_of_title("Our Evening, 2nd try!", "base") == "our-evening-2nd-try"
    assert id_of_title("私たちの夕べ", "base") == "my-base"
    assert id_of_title("2025", "base") == "my-base"
    assert id_of_title("Spring 90", "base") == "my-spring-90"
    assert id_of_title("Épreuve", "base") == "epreuve"
    assert [minutes_for(rounds, 8, 240) for rounds in (8, 4, 1, 3)] == [240, 120, 30, 90]
    assert minutes_for(1, 12, 13) == 5
