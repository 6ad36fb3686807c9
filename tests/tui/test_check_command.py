"""check as people, editors and code hosts meet it: lines with carets, JSON, annotations, mending, comments that allow, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sim.errors import Problem
from sim.loading import checking, finding
from tests.loading.helpers import MINIMAL, minimal
from tests.tui.conftest import Nemawashi
from tui import mending, problems
from tui.plain.width import width

FIELDS = ["file", "line", "col", "end", "severity", "code", "message", "suggestion", "fix"]
WARNED = "start: {meters: {m_calm: 30}}  # nw: allow NW504\n"
"""A line with one warning: it allows what is not there."""
GLUED = "start:\n  meters: {m_calm:30}\n"
DOMINATED = ("bx: [0, 70, 100]", "bx: [0, 0, 100]")
"""A change of the smallest pack after which a level gives nobody more than the start: a warning of the solver."""


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No answer of another test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder one stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def line_and_marks(text: str) -> tuple[str, str]:
    """What is shown of a line, and the marks below it, both without the number in front."""
    (shown,) = re.findall(r"^  \d+ \| (.*)$", text, re.M)
    (marks,) = re.findall(r"^   +\| ( *\^+)$", text, re.M)
    return shown, marks


# --- exit codes, counts ---


def test_exit_codes(nemawashi: Nemawashi, here: Path) -> None:
    minimal(here)
    minimal(here / "warned", WARNED)
    minimal(here / "broken", "colour: red\n")
    assert [nemawashi("check", name).code for name in ("own.yaml", "warned/own.yaml", "broken/own.yaml", "nowhere.yaml")] == [0, 0, 1, 2]
    assert [nemawashi("check", name, "--strict").code for name in ("own.yaml", "warned/own.yaml", "broken/own.yaml")] == [0, 1, 1]
    assert nemawashi("check", "own.yaml", "nowhere.yaml", "broken/own.yaml").code == 2
    assert nemawashi("check", "--colour").code == 2


def test_notes_are_counted_and_shown_where_they_are_asked_for(nemawashi: Nemawashi) -> None:
    short, long = nemawashi("check", "spring-2025"), nemawashi("check", "spring-2025", "--notes")
    notes = [line for line in long.lines if " info NW" in line]
    assert notes and " info NW" not in short.out
    assert f"{len(notes)} note" in short.lines[-1] and "--notes" in short.lines[-1]
    assert "note" not in long.lines[-1]
    assert (short.code, long.code, nemawashi("check", "spring-2025", "--notes", "--strict").code) == (0, 0, 0)


@pytest.mark.parametrize(("count", "shown", "more"), [(20, 20, ""), (21, 20, "and 1 more"), (33, 20, "and 13 more")])
def test_twenty_are_shown_and_all_where_they_are_asked_for(count: int, shown: int, more: str, nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, "".join(f"key{number}: 1\n" for number in range(count)))
    short, whole = nemawashi("check", "own.yaml"), nemawashi("check", "own.yaml", "--all")
    assert short.out.count(": error NW101: ") == shown
    assert [line for line in short.lines if line.startswith("and ")] == ([more] if more else [])
    assert whole.out.count(": error NW101: ") == count and "\nand " not in whole.out
    assert short.lines[-1] == whole.lines[-1] == f"1 pack or scenario checked: {count} errors, no warnings"


# --- for programs ---


def test_json_has_every_field_of_every_problem(nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, "\n".join(["start: {meters: {m_calm: ３０}}", "colour: red  # nw: allow NW101", "mood: x"]))
    run = nemawashi("check", "own.yaml", "--json")
    found = json.loads(run.out)
    assert (run.code, run.err) == (1, "")
    assert (found["checked"], found["errors"], found["warnings"]) == (1, 3, 1)
    assert [list(each) for each in found["problems"]] == [FIELDS] * 4
    number, key, _, mood = found["problems"]
    assert (number["file"], number["line"], number["col"], number["end"]) == ("own.yaml", 3, 26, 28)
    assert (number["severity"], number["code"], number["suggestion"]) == ("error", "NW103", "write 30")
    assert number["fix"] == [{"line": 3, "col": 26, "old": "３０", "new": "30", "safe": False}]
    assert (key["line"], key["col"], key["end"], key["fix"]) == (4, 1, 7, [])
    assert (mood["line"], mood["col"], mood["end"]) == (5, 7, 8)


def test_json_is_in_the_language_asked_for_and_the_same_otherwise(nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, "colour: red\n")
    english, japanese = (json.loads(nemawashi("check", "own.yaml", "--json", "--lang", each).out) for each in ("en", "ja"))
    (one,), (other,) = english["problems"], japanese["problems"]
    assert one["message"].isascii() and not other["message"].isascii()
    assert {**one, "message": "", "suggestion": ""} == {**other, "message": "", "suggestion": ""}


def test_json_tells_names_that_lead_nowhere(nemawashi: Nemawashi) -> None:
    run = nemawashi("check", "spring_2025", "--json")
    (problem,) = json.loads(run.out)["problems"]
    assert (run.code, problem["file"], problem["code"]) == (2, "spring_2025", "NW202")
    assert "did you mean `spring-2025`?" in problem["suggestion"]


def test_annotations_are_one_line_each(nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, "colour: red\nmood: x\n" + WARNED)
    run = nemawashi("check", "own.yaml", "--annotations")
    kinds = [re.fullmatch(r"::(\w+) file=own\.yaml,line=(\d+),col=(\d+),title=(NW\d{3})::\S.* - \S.*", line) for line in run.lines]
    assert [hit.groups() for hit in kinds if hit is not None] == [
        ("error", "3", "1", "NW101"),
        ("error", "4", "7", "NW103"),
        ("warning", "5", "32", "NW190"),
    ]
    assert (len(run.lines), run.code) == (3, 1)
    assert {line.split()[0] for line in nemawashi("check", "spring-2025", "--annotations").lines} == {"::notice"}


def test_nothing_in_a_message_ends_an_annotation() -> None:
    problem = Problem("a,b:c.yaml", 1, 2, "info", "NW999", "50%\nof :: it", "x\ry")
    assert problems.annotation(problem) == "::notice file=a%2Cb%3Ac.yaml,line=1,col=2,title=NW999::50%25%0Aof :: it - x%0Dy"


# --- lines and carets ---


def test_the_carets_stand_below_the_word(nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, "start: {meters: {m_clam: 30}}\n")
    shown, marks = line_and_marks(nemawashi("check", "own.yaml").out)
    assert shown == "start: {meters: {m_clam: 30}}"
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "m_clam"


def test_letters_of_full_width_count_twice(nemawashi: Nemawashi, here: Path) -> None:
    old = 'label: {en: "Calm", ja: "平穏"}, start: 50, good: up'
    new = 'label: {en: "Calm", ja: "平穏な水の流れ"}, start: ５０, good: 上がる'
    minimal(here, table=MINIMAL["table.yaml"].replace(old, new))
    shown = [line for line in nemawashi("check", "own.yaml").lines if re.match(r"  (47|  ) \| ", line)]
    words = []
    for line, marks in zip(shown[::2], shown[1::2], strict=True):
        before = next(at for at in range(len(line)) if width(line[:at]) == marks.index("^"))
        words.append(next(line[before:at] for at in range(before, len(line) + 1) if width(line[before:at]) == marks.count("^")))
    assert words == ["５０", "上がる"]


@pytest.mark.parametrize("word", ["x", "長い行"])
@pytest.mark.parametrize("before", [0, 30, 95, 500, 20_000])
def test_a_long_line_is_cut_around_the_fault(word: str, before: int) -> None:
    text = f'start: {{"{word * before}": 1, meters: {{m_clam: 30}}, end: [{word * 500}]}}'
    problem = Problem("f", 1, text.index("m_clam") + 1, "error", "NW999", "-")
    shown, marks = line_and_marks("\n".join(problems.lines(problem, {"f": text})))
    assert width(shown) <= problems.WIDEST and shown.endswith("…")
    assert shown.startswith("…") == (before > 0) == ("start" not in shown)
    at = next(place for place in range(len(shown)) if width(shown[:place]) == marks.index("^"))
    assert shown[at:].startswith("m_clam: 30") and marks.count("^") == len("m_clam")


def test_a_place_that_is_not_in_the_text_has_no_line() -> None:
    for line, column in ((0, 1), (9, 1), (2, 1)):
        problem = Problem("f", line, column, "error", "NW999", "text", "hint")
        assert problems.lines(problem, {"f": "one\n \n"}) == [f"f:{line}:{column}: error NW999: text", "      hint"]
    assert problems.lines(Problem("f", 1, 40, "error", "NW999", "text"), {"f": "one"})[1:] == ["  1 | one", "    |    ^"]


@pytest.mark.parametrize("more", ["start：\n", "mood: [1\n"])
def test_a_line_is_shown_although_the_file_cannot_be_read(more: str, nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, more)
    out = nemawashi("check", "own.yaml").out
    assert out.count("^\n") == out.count(": error NW")


STEERING = {"in a comment": "# \x1b[2J\x07\n", "in a text": 'start: {"\x1b[2J": 1}\n', "behind a backslash": '"\\e[2J\\a": 1\n'}


@pytest.mark.parametrize("where", STEERING)
def test_what_a_file_holds_cannot_steer_the_terminal(where: str, nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, STEERING[where])
    run = nemawashi("check", "own.yaml")
    assert run.code == 1 and "own.yaml:3:" in run.out
    assert [letter for letter in run.out if not letter.isprintable() and letter != "\n"] == []


# --- mending ---


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_mended_file_keeps_its_form(mark: bytes, end: bytes, nemawashi: Nemawashi, here: Path) -> None:
    own = minimal(here, GLUED + "# 終わり\n")
    before = mark + own.read_bytes().replace(b"\n", end)
    own.write_bytes(before)
    own.chmod(0o640)
    run = nemawashi("check", "own.yaml", "--fix")
    assert run.code == 0
    assert own.read_bytes() == before.replace(b"m_calm:30", b"m_calm: 30")
    assert (here / "own.yaml.bak").read_bytes() == before
    assert own.stat().st_mode & 0o777 == 0o640
    assert run.lines[:5] == ["--- own.yaml", "+++ own.yaml", "@@ -4 +4 @@", "-  meters: {m_calm:30}", "+  meters: {m_calm: 30}"]
    assert "own.yaml.bak" in run.lines[5]


def test_a_second_run_changes_nothing(nemawashi: Nemawashi, here: Path) -> None:
    own = minimal(here, GLUED)
    nemawashi("check", "own.yaml", "--fix")
    before = (own.read_bytes(), own.stat().st_mtime_ns, sorted(path.name for path in here.iterdir()))
    again = nemawashi("check", "own.yaml", "--fix")
    assert (own.read_bytes(), own.stat().st_mtime_ns, sorted(path.name for path in here.iterdir())) == before
    assert (again.code, "---" in again.out) == (0, False)


def test_what_may_mean_something_else_is_left_alone(nemawashi: Nemawashi, here: Path) -> None:
    own = minimal(here, "start: {meters: {m_clam: ３０}}\ncolour: red\n")
    before = own.read_bytes()
    run = nemawashi("check", "own.yaml", "--fix")
    assert (run.code, own.read_bytes()) == (1, before)
    assert list(here.rglob("*.bak*")) == []


def test_every_file_with_a_fault_is_mended_and_every_copy_kept(nemawashi: Nemawashi, here: Path) -> None:
    own = minimal(here, GLUED, play=MINIMAL["play.yaml"].replace("capital: {start: 3,", "capital: {start:3,"))
    (here / "own.yaml.bak").write_text("an older copy", encoding="utf-8")
    assert nemawashi("check", "own.yaml", "--fix").code == 0
    assert "m_calm: 30" in own.read_text(encoding="utf-8")
    assert (here / "minimal/play.yaml").read_text(encoding="utf-8") == MINIMAL["play.yaml"]
    assert (here / "own.yaml.bak").read_text(encoding="utf-8") == "an older copy"
    assert "m_calm:30" in (here / "own.yaml.bak1").read_text(encoding="utf-8")
    assert "start:3" in (here / "minimal/play.yaml.bak").read_text(encoding="utf-8")


def test_what_came_with_the_program_is_never_written(nemawashi: Nemawashi, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    minimal(here / "program" / "rules")
    seeds = here / "program" / "seeds"
    seeds.mkdir()
    (here / "program/rules/own.yaml").rename(seeds / "own.yaml")
    (seeds / "own.yaml").write_text((seeds / "own.yaml").read_text(encoding="utf-8") + GLUED, encoding="utf-8")
    monkeypatch.setattr(finding, "ROOTS", (here / "program",))
    before = {path: path.read_bytes() for path in here.rglob("*.yaml")}
    for name in ("own", "program/seeds/own.yaml", "program/seeds"):
        assert nemawashi("check", name, "--fix").code == 1
    assert {path: path.read_bytes() for path in here.rglob("*.y*ml*")} == before


def test_a_file_that_cannot_be_written_stays_as_it_was(nemawashi: Nemawashi, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = minimal(here, GLUED)
    before = own.read_bytes()

    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(mending, "write", full)
    run = nemawashi("check", "own.yaml", "--fix")
    assert (run.code, own.read_bytes()) == (1, before)
    assert "Traceback" not in run.err and "No room is left on the disk" in run.err


# --- comments that allow ---


def dominated(here: Path, comment: str) -> list[tuple[str, int]]:
    """Code and line of what is said when a comment stands in the line of a warning."""
    old, new = DOMINATED
    minimal(here, table=MINIMAL["table.yaml"].replace(old, f"{new}{comment}"))
    from sim.study.findings import findings

    return [(each.code, each.line) for each in checking.check(("own.yaml",), findings).problems if each.severity != "info"]


def test_a_warning_that_is_allowed_is_not_told(here: Path, nemawashi: Nemawashi) -> None:
    ((code, line),) = dominated(here, "")
    assert code == "NW501"
    assert nemawashi("check", "own.yaml", "--strict").code == 1
    assert dominated(here, "  # nw: allow NW501 it is a lure") == []
    assert nemawashi("check", "own.yaml", "--strict").code == 0
    assert dominated(here, "  # nw: allow NW504") == [("NW501", line), ("NW190", line)]


@pytest.mark.parametrize("comment", ["#nw: allow NW504", "# nw:allow NW504 why", "  #  nw:  allow  NW504"])
def test_a_comment_that_allows_nothing_is_told(comment: str, nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, f"start: {{meters: {{m_calm: 30}}}} {comment}\n")
    run = nemawashi("check", "own.yaml")
    assert (run.code, run.out.count("NW190")) == (0, 1)
    assert ":3:" in run.lines[0] and "NW504" in run.lines[0]


def test_an_error_cannot_be_allowed(nemawashi: Nemawashi, here: Path) -> None:
    minimal(here, "colour: red  # nw: allow NW101\n")
    run = nemawashi("check", "own.yaml")
    assert run.code == 1
    assert [line.split()[1:3] for line in run.lines if line.startswith("own.yaml")] == [["error", "NW101:"], ["warning", "NW190:"]]
    assert "cannot be allowed" in run.out


@pytest.mark.parametrize("quote", ['"', "'"])
def test_in_a_text_in_quotes_it_is_no_comment(quote: str, nemawashi: Nemawashi, here: Path) -> None:
    own = minimal(here)
    text = own.read_text(encoding="utf-8").replace('"Own"', f"{quote}Own # nw: allow NW504{quote}")
    own.write_text(text, encoding="utf-8")
    assert nemawashi("check", "own.yaml", "--strict").code == 0
