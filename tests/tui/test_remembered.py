"""A check that was asked before: the same answer while nothing has changed, asked anew when anything has, and never a fault."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.loading import checking
from tests.loading.helpers import minimal
from tests.tui.conftest import Nemawashi, Run
from tui import remembered

AGE = 100
OVERLAY = "nemawashi: 1\nid: house\nextends: {base}\nset: {{meters.m_calm.start: 40}}\n"


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answers are kept in the folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What was really checked, in order."""
    real, found = checking.check, list[tuple[str, ...]]()

    def check(names: tuple[str, ...], advice: checking.Advice = checking.no_advice) -> checking.Checked:
        found.append(names)
        return real(names, advice)

    monkeypatch.setattr(checking, "check", check)
    return found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A scenario with its pack, and an overlay over an overlay over it in a folder of its own; all written a while ago."""
    path = minimal(tmp_path / "mine")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "middle.yaml").write_text(OVERLAY.format(base="../mine/own.yaml").replace("40", "45"), encoding="utf-8")
    (tmp_path / "house" / "house.yaml").write_text(OVERLAY.format(base="middle"), encoding="utf-8")
    aged(tmp_path)
    return path


def aged(folder: Path) -> None:
    """As if nobody had written anything lately."""
    before = time.time() - AGE
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (before, before))


def entries(cache: Path) -> list[Path]:
    """The answers that are kept."""
    return sorted(cache.rglob("*.json"))


# --- nothing has changed ---


@pytest.mark.parametrize("options", [(), ("--json",), ("--annotations",), ("--notes", "--all"), ("--strict",), ("--lang", "ja")])
@pytest.mark.parametrize("is_broken", [False, True])
def test_the_second_answer_is_the_first_and_no_rule_is_read(
    options: tuple[str, ...], is_broken: bool, own: Path, nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if is_broken:
        own.write_text(own.read_text(encoding="utf-8") + "色: 赤\n", encoding="utf-8")
        aged(tmp_path)
    first = nemawashi("check", str(own), *options)

    def read_again(*_: object) -> None:
        raise AssertionError("the rules were read again")

    monkeypatch.setattr(checking, "check", read_again)
    assert nemawashi("check", str(own), *options) == first
    assert first.code == int(is_broken)
    assert ("NW101" in first.out) == is_broken


def test_everything_shipped_is_remembered_too(nemawashi: Nemawashi, asked: list[tuple[str, ...]]) -> None:
    first = nemawashi("check")
    assert (nemawashi("check"), first.code, asked) == (first, 0, [()])


def test_a_file_written_just_now_is_not_trusted(own: Path, nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(remembered, "FRESH_SECONDS", 60.0)
    own.touch()
    nemawashi("check", str(own))
    assert entries(cache) == []


# --- something has changed ---

Change = Callable[[Path], object]


def longer(path: Path) -> None:
    """A comment more at the end of a file."""
    path.write_text(f"{path.read_text(encoding='utf-8')}# x\n", encoding="utf-8")


def other_file(path: Path) -> None:
    """A copy in the place of a file, as editors save it: nothing differs but which file it is."""
    around = path.parent.stat()
    copy = Path(shutil.copy2(path, path.with_name("x.yaml")))
    copy.replace(path)
    os.utime(path.parent, ns=(around.st_atime_ns, around.st_mtime_ns))


CHANGES: dict[str, Change] = {
    "the scenario": lambda folder: longer(folder / "mine/own.yaml"),
    "a file of the pack": lambda folder: longer(folder / "mine/minimal/play.yaml"),
    "the other file of the pack": lambda folder: longer(folder / "mine/minimal/table.yaml"),
    "a new file in the pack": lambda folder: (folder / "mine/minimal/more.yaml").write_text("nemawashi: 1\n"),
    "a file of the pack is gone": lambda folder: (folder / "mine/minimal/play.yaml").unlink(),
    "the pack is gone": lambda folder: shutil.rmtree(folder / "mine/minimal"),
    "another file in the place of one": lambda folder: other_file(folder / "mine/own.yaml"),
}
OF_OVERLAYS: dict[str, Change] = CHANGES | {
    "the overlay": lambda folder: longer(folder / "house/house.yaml"),
    "the overlay below": lambda folder: longer(folder / "house/middle.yaml"),
    "the overlay below is gone": lambda folder: (folder / "house/middle.yaml").unlink(),
    "a nearer base": lambda folder: (folder / "house/middle").write_text(OVERLAY.format(base="../mine/own.yaml"), encoding="utf-8"),
}


def asked_again(nemawashi: Nemawashi, asked: list[tuple[str, ...]], change: Callable[[], object], *arguments: str) -> tuple[Run, Run]:
    """The answers before and after a change, of which the second is not the one that was kept."""
    before = nemawashi("check", *arguments)
    assert (nemawashi("check", *arguments), len(asked)) == (before, 1)
    change()
    after = nemawashi("check", *arguments)
    assert len(asked) == 2
    return before, after


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_of_a_scenario_is_seen(what: str, own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], tmp_path: Path) -> None:
    asked_again(nemawashi, asked, lambda: CHANGES[what](tmp_path), str(own))


@pytest.mark.parametrize("what", OF_OVERLAYS)
def test_a_change_below_an_overlay_is_seen(
    what: str, own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], tmp_path: Path
) -> None:
    asked_again(nemawashi, asked, lambda: OF_OVERLAYS[what](tmp_path), str(tmp_path / "house/house.yaml"))


def test_the_scenario_whose_history_is_taken_over_counts(nemawashi: Nemawashi, cache: Path) -> None:
    nemawashi("check", "spring-90")
    (kept,) = entries(cache)
    assert {"spring-90.yaml", "spring-2025.yaml"} <= {Path(path).name for path in json.loads(kept.read_text(encoding="utf-8"))["files"]}


def test_a_fault_that_is_mended_is_gone(own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], tmp_path: Path) -> None:
    sound = own.read_text(encoding="utf-8")
    own.write_text(f"{sound}colour: red\n", encoding="utf-8")
    aged(tmp_path)
    before, after = asked_again(nemawashi, asked, lambda: own.write_text(sound, encoding="utf-8"), str(own))
    assert (before.code, after.code) == (1, 0)


def nearer_pack(folder: Path) -> None:
    """A broken pack where a scenario looks first."""
    (folder / "mine/rules/minimal/bad.yaml").write_text("[", encoding="utf-8")


def late_base(folder: Path) -> None:
    """The base that was missing, in a folder that was there."""
    (folder / "late/base.yaml").write_text(OVERLAY.format(base="../mine/own.yaml"), encoding="utf-8")


NOT_SEEN: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a nearer pack": ("mine/own.yaml", nearer_pack),
    "a base in another folder": ("house/late.yaml", late_base),
    "a pack in a folder of packs": ("mine/rules", nearer_pack),
}


@pytest.mark.parametrize("what", NOT_SEEN)
def test_what_was_looked_for_and_appears_is_seen(what: str, own: Path, nemawashi: Nemawashi, tmp_path: Path) -> None:
    path, change = NOT_SEEN[what]
    (tmp_path / "mine/rules/minimal").mkdir(parents=True)
    shutil.copytree(own.parent / "minimal", tmp_path / "mine/rules/other")
    (tmp_path / "late").mkdir()
    (tmp_path / "house/late.yaml").write_text(OVERLAY.format(base="../late/base.yaml"), encoding="utf-8")
    aged(tmp_path)
    before = nemawashi("check", str(tmp_path / path))
    change(tmp_path)
    assert nemawashi("check", str(tmp_path / path)) != before


def test_other_words_are_another_question(own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]]) -> None:
    questions = [(), ("--lang", "ja"), ("--json",), ("--annotations",), ("--strict",), ("--notes",), ("--all",), (str(own),)]
    for number, more in enumerate(questions, 1):
        nemawashi("check", str(own), *more)
        assert len(asked) == number
    for more in questions:
        nemawashi("check", str(own), *more)
    assert len(asked) == len(questions)


def test_the_language_of_the_surroundings_counts(
    own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, japanese = asked_again(nemawashi, asked, lambda: monkeypatch.setenv("LANG", "ja_JP.UTF-8"), str(own))
    assert "件を確認" in japanese.out


def test_the_folder_one_stands_in_counts(
    own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(own.parent)
    _, after = asked_again(nemawashi, asked, lambda: monkeypatch.chdir(tmp_path), "own.yaml")
    assert after.code == 2


def test_another_program_asks_anew(own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    newest, number = remembered.program_stamp()
    asked_again(nemawashi, asked, lambda: monkeypatch.setattr(remembered, "program_stamp", lambda: [newest + 1, number]), str(own))


@pytest.mark.parametrize("kind", ["py", "yaml", "lark", "ftl"])
def test_every_file_of_the_program_is_part_of_its_stamp(kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    parts = {path.parent.relative_to(remembered.PROGRAM) for top in ("sim", "tui") for path in (remembered.PROGRAM / top).rglob("*.py")}
    assert {Path("sim/table"), Path("tui/commands/rules")} < parts
    for part in sorted(parts):
        (tmp_path / part).mkdir(parents=True, exist_ok=True)
        (tmp_path / part / "one.py").touch()
    monkeypatch.setattr(remembered, "PROGRAM", tmp_path)
    aged(tmp_path)
    for part in sorted(parts):
        before = remembered.program_stamp()
        (tmp_path / part / f"new.{kind}").touch()
        assert remembered.program_stamp() != before
        aged(tmp_path)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_sentences_of_the_program_are_part_of_its_stamp(language: str) -> None:
    own = Path("tui/wording", language)
    sentences = {path.name for path in (remembered.PROGRAM / own).glob("*.ftl")}
    counted = {Path(entry.path).relative_to(remembered.PROGRAM) for entry in remembered.files_in(remembered.PROGRAM / "tui")}
    assert sentences and sentences == {path.name for path in counted if path.parent == own}


def test_a_name_that_leads_nowhere_is_asked_again(nemawashi: Nemawashi, asked: list[tuple[str, ...]], cache: Path) -> None:
    assert [nemawashi("check", "nowhere").code for _ in range(2)] == [2, 2]
    assert (len(asked), entries(cache)) == (2, [])


def test_mending_is_never_remembered(own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]]) -> None:
    for number in (1, 2):
        assert nemawashi("check", str(own), "--fix").code == 0
        assert len(asked) == number


# --- what is kept is damaged, foreign, or cannot be kept ---

FOREIGN = {
    "nothing": b"",
    "half of it": b'{"program": [1, 2], "fi',
    "no JSON": b"\xff\xfe\0",
    "a list": b"[]",
    "a number": b"3",
    "other keys": b'{"a": 1}',
    "deep": b"[" * 100_000,
}
DAMAGED = list(FOREIGN)
OTHER_VALUES: dict[str, object] = {"program": None, "files": [], "code": "x"}


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_answer_is_none(what: str, own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], cache: Path) -> None:
    first = nemawashi("check", str(own))
    (kept,) = entries(cache)
    kept.write_bytes(FOREIGN[what])
    assert (nemawashi("check", str(own)), len(asked)) == (first, 2)
    assert (nemawashi("check", str(own)), len(asked)) == (first, 2)


@pytest.mark.parametrize("key", OTHER_VALUES)
def test_an_answer_with_a_wrong_value_is_none(key: str, own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], cache: Path) -> None:
    first = nemawashi("check", str(own))
    (kept,) = entries(cache)
    whole = json.loads(kept.read_text(encoding="utf-8"))
    value = OTHER_VALUES[key]
    kept.write_text(json.dumps({**whole, key: value}))
    assert (nemawashi("check", str(own)), len(asked)) == (first, 2)


@pytest.mark.parametrize("what", ["a file in its place", "a folder in place of an answer", "no home"])
def test_without_a_place_to_keep_it_the_answer_is_given(
    what: str, own: Path, nemawashi: Nemawashi, asked: list[tuple[str, ...]], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if what == "a file in its place":
        cache.write_text("", encoding="utf-8")
    elif what == "no home":
        monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/cache")
    else:
        nemawashi("check", str(own))
        (kept,) = entries(cache)
        kept.unlink()
        kept.mkdir()
    runs = [nemawashi("check", str(own)) for _ in range(2)]
    assert [(run.code, run.err) for run in runs] == [(0, ""), (0, "")]
    assert runs[0].out == runs[1].out
    assert len(asked) >= 2


def test_only_so_many_answers_are_kept(own: Path, nemawashi: Nemawashi, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST_KEPT", 3)
    for number in range(1, 6):
        nemawashi("check", *[str(own)] * number)
        assert len(entries(cache)) == min(number, 3)
    assert [path for path in cache.rglob("*") if path.is_file() and path.suffix != ".json"] == []
