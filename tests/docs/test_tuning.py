"""The guide for facilitators, tried out: its files are written as they stand, its commands run, and they print what stands below them.

A fence says what its block is: `yaml file=NAME` is typed by the reader, `yaml show=NAME` is how that file reads now, `console` holds
commands and what they print. A line `...` stands for lines left out, `> ` begins an answer that is typed, and digests are not
compared. The outputs are written anew by `python -m tests.docs.test_tuning`; read the difference before you keep it.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml

from sim.loading.finding import Found, find_scenario
from sim.loading.layers import read
from sim.loading.load import scenario
from sim.loading.paths import spots
from sim.loading.showing import trees_of
from tests.architecture.trees import ROOT
from tests.properties.worlds import thorough
from tui import cli
from tui.commands.explain import pages
from tui.program import COMMANDS

LANGUAGES = ("en", "ja")
BASE = "spring-2025"
FENCE = re.compile(r"^```(\w*) ?(.*)$")
DIGEST = re.compile(r"\b(?!0{12})(?:[0-9a-f]{64}|[0-9a-f]{12})\b")
CELL = re.compile(r"^\| `([^`|=]+)` \|", re.MULTILINE)
CHANGE = re.compile(r"^\| `([\w.]+)=([^`]+)` \|", re.MULTILINE)
WRITES = re.compile(r"nemawashi (rules (new|set)|play|schema)|--fix")
EVERY = 3  # of the commands in Japanese that write nothing: one is tried by default
LEFT_OUT = "..."
TYPED = "> "


@dataclass(frozen=True)
class Block:
    """A block of the guide. line: of its first line; kind: of its fence; name: of the file it is about; lines: what stands in it."""

    line: int
    kind: str
    name: str
    lines: tuple[str, ...]


def guide(language: str) -> Path:
    """The guide in a language."""
    return ROOT / "docs" / f"tuning.{language}.md"


def blocks(text: str) -> list[Block]:
    """Every block between fences, in order."""
    found, lines = [], text.split("\n")
    row = 0
    while row < len(lines):
        fence = FENCE.match(lines[row])
        row += 1
        if fence is None:
            continue
        end = lines.index("```", row)
        kind, _, name = fence.group(2).partition("=")
        found.append(Block(row, " ".join(filter(None, (fence.group(1), kind))), name, tuple(lines[row:end])))
        row = end + 1
    return found


def steps(block: Block) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


# --- running ---


def run(command: str, language: str, typed: list[str]) -> list[str]:
    """What the program prints for a command of the guide, in one stream as a terminal shows it."""
    words = shlex.split(command)
    assert words[0] == "nemawashi", command
    written, answers = io.BytesIO(), io.BytesIO("".join(f"{line}\n" for line in typed).encode())
    stream = io.TextIOWrapper(written, encoding="utf-8", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream), patch.object(sys, "stdin", io.TextIOWrapper(answers, encoding="utf-8")):
        cli.run([*words[1:], "--lang", language])
    return without_digests(written.getvalue().decode("utf-8")).rstrip("\n").split("\n")


def without_digests(text: str) -> str:
    """A text that stays the same when a number in the shipped rules changes."""
    return DIGEST.sub("<digest>", text)


def answers_of(lines: list[str]) -> list[str]:
    """What is typed while a command runs."""
    return [line.removeprefix(TYPED) for line in lines if line.startswith(TYPED)]


def tried(found: list[Block], language: str, every: int = 1) -> Iterator[tuple[Block, str, list[str], list[str]]]:
    """Follow the guide in a folder of its own: block, command, what stands below it, and what is printed.

    every: of the commands that write nothing for others, one in so many is tried.
    """
    count = 0
    surroundings = {"LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    with (
        tempfile.TemporaryDirectory() as folder,
        chdir(folder),
        patch.dict(os.environ, {**surroundings, "XDG_DATA_HOME": f"{folder}/.data"}),
    ):
        for block in found:
            if block.kind == "yaml file":
                Path(block.name).parent.mkdir(parents=True, exist_ok=True)
                Path(block.name).write_text("\n".join(block.lines) + "\n", encoding="utf-8")
            elif block.kind == "yaml show":
                now = without_digests(Path(block.name).read_text(encoding="utf-8")).rstrip("\n").split("\n")
                yield block, "", list(block.lines), now
            else:
                for command, below in steps(block):
                    count += 1
                    if count % every and not WRITES.search(command):
                        continue
                    yield block, command, below, run(command, language, answers_of(below))


# --- comparing ---


def parts(lines: list[str]) -> list[list[str]]:
    """What stands between the lines that are left out."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            found.append([])
        else:
            found[-1].append(line)
    return found


def is_said(below: list[str], printed: list[str]) -> bool:
    """Whether what stands in the guide is what is printed, lines left out or not."""
    first, *rest = parts([line for line in below if not line.startswith(TYPED)])
    if not rest:
        return first == printed
    at = len(first)
    if printed[:at] != first:
        return False
    *middle, last = rest
    for part in middle:
        places = [place for place in range(at, len(printed)) if printed[place : place + len(part)] == part]
        if not places:
            return False
        at = places[0] + len(part)
    return len(printed) - len(last) >= at and printed[len(printed) - len(last) :] == last


def renewed(below: list[str], printed: list[str]) -> list[str]:
    """The lines as they are printed now, with the same gaps: each part where the output is most like what stood there."""
    first, *rest = parts([line for line in below if not line.startswith(TYPED)])
    found = printed[: len(first)] if rest else printed
    for part in rest[:-1]:
        found = [*found, LEFT_OUT, *most_alike(part, printed)]
    return with_answers(below, [*found, LEFT_OUT, *printed[len(printed) - len(rest[-1]) :]] if rest else found)


def with_answers(below: list[str], lines: list[str]) -> list[str]:
    """Each answer that is typed, behind the line most like the question before it."""
    found = list(lines)
    for row, line in enumerate(below):
        if line.startswith(TYPED):
            found.insert(found.index(most_alike([below[row - 1]], found)[0]) + 1, line)
    return found


def most_alike(part: list[str], printed: list[str]) -> list[str]:
    """As many lines of an output as a part has, where they are most like it."""
    windows = [printed[place : place + len(part)] for place in range(len(printed) - len(part) + 1)]
    return max(windows, key=lambda window: SequenceMatcher(None, "\n".join(window), "\n".join(part)).ratio())


def write_anew(language: str) -> None:
    """The guide with the outputs of today."""
    text = guide(language).read_text(encoding="utf-8")
    found = blocks(text)
    new: dict[int, list[str]] = {}
    for block, command, below, printed in tried(found, language):
        kept = below if is_said(below, printed) else renewed(below, printed)
        new.setdefault(block.line, []).extend([f"$ {command}", *kept] if command else kept)
    lines = text.split("\n")
    for block in reversed(found):
        if block.line in new:
            lines[block.line : block.line + len(block.lines)] = new[block.line]
    guide(language).write_text("\n".join(lines), encoding="utf-8")


# --- tests ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_prints_what_stands_below_it(language: str) -> None:
    """In Japanese, whose commands are those of the English guide, a third of those that write nothing; each when thorough."""
    found = blocks(guide(language).read_text(encoding="utf-8"))
    wrong = []
    for block, command, below, printed in tried(found, language, EVERY if language == "ja" and not thorough() else 1):
        if not is_said(below, printed):
            place = f"docs/{guide(language).name}:{block.line} {command or block.name}"
            wrong.append("\n".join([place, *unified_diff(below, printed, "guide", "printed", lineterm="")]))
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_block_goes_untried(language: str) -> None:
    found = blocks(guide(language).read_text(encoding="utf-8"))
    assert {block.kind for block in found} == {"yaml file", "yaml show", "console"}
    assert all(block.lines[0].startswith("$ ") for block in found if block.kind == "console")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_used_before_it_is_written_again(language: str) -> None:
    waiting: set[str] = set()
    for block in blocks(guide(language).read_text(encoding="utf-8")):
        if block.kind == "yaml file":
            assert block.name not in waiting, block
            waiting.add(block.name)
        waiting -= {word for line in block.lines if line.startswith("$ ") for word in shlex.split(line)}
    assert not waiting


def test_both_languages_have_the_same_examples() -> None:
    en, ja = (blocks(guide(language).read_text(encoding="utf-8")) for language in LANGUAGES)
    assert [(block.kind, block.name) for block in en] == [(block.kind, block.name) for block in ja]
    for one, other in zip(en, ja, strict=True):
        if one.kind == "console":
            assert [command for command, _ in steps(one)] == [command for command, _ in steps(other)]
        else:
            assert yaml.safe_load("\n".join(one.lines)) == yaml.safe_load("\n".join(other.lines)), one.name


def test_both_languages_have_the_same_sections_and_tables() -> None:
    en, ja = (guide(language).read_text(encoding="utf-8") for language in LANGUAGES)
    numbers = [re.findall(r"^## (\d+)", text, re.MULTILINE) for text in (en, ja)]
    assert numbers[0] == numbers[1] == [str(number) for number in range(1, len(numbers[0]) + 1)]
    assert CELL.findall(en) == CELL.findall(ja)
    assert CHANGE.findall(en) == CHANGE.findall(ja)


def test_every_command_of_the_program_is_written_right() -> None:
    for language in LANGUAGES:
        named = re.findall(r"nemawashi ([a-z]+)", guide(language).read_text(encoding="utf-8"))
        assert set(named) <= set(COMMANDS)


def test_every_path_in_a_table_leads_to_one_place() -> None:
    base = find_scenario(BASE)
    assert isinstance(base, Found)
    trees = trees_of(read(base))
    cells = [cell for cell in CELL.findall(guide("en").read_text(encoding="utf-8")) if "." in cell]
    assert len(cells) > 20
    assert {cell: len(spots(trees, cell)) for cell in cells if len(spots(trees, cell)) != 1} == {}


def test_the_guide_counts_what_leaves_with_six_issues(tmp_path: Path) -> None:
    text = {language: guide(language).read_text(encoding="utf-8") for language in LANGUAGES}
    (six,) = (block for block in blocks(text["en"]) if block.name == "six.yaml")
    (tmp_path / "six.yaml").write_text("\n".join(six.lines), encoding="utf-8")
    whole, short = scenario(BASE), scenario(str(tmp_path / "six.yaml"))
    counts = [len(each) for each in (whole.demands, short.demands, whole.requests, short.requests)]
    assert "Of {} demand cards {} stay, of {} requests {}.".format(*counts) in text["en"]
    assert "要求カードは{}枚のうち{}枚、要望は{}件のうち{}件が残ります。".format(*counts) in text["ja"]
    assert (len(whole.events), len(whole.levers), len(whole.initiatives)) == (len(short.events), len(short.levers), len(short.initiatives))


def test_every_change_called_safe_is_safe(tmp_path: Path) -> None:
    changes = CHANGE.findall(guide("en").read_text(encoding="utf-8"))
    assert len(changes) > 10
    lines = ["nemawashi: 1", "id: safe", f"extends: {BASE}", "set:", *(f"  {path}: {value}" for path, value in changes)]
    (tmp_path / "safe.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with chdir(tmp_path), patch.dict(os.environ, {"XDG_DATA_HOME": str(tmp_path / "data")}):
        printed = run("nemawashi check safe.yaml --strict", "en", [])
    assert len(printed) == 1 and "no errors, no warnings" in printed[0], "\n".join(printed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_codes_lead_somewhere(language: str) -> None:
    text = guide(language).read_text(encoding="utf-8")
    assert set(re.findall(r"NW\d{3}", text)) <= set(pages())
    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (guide(language).parent / link).exists()] == []


# --- the comparison itself ---


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("a b c d", True),
        ("a b d", False),
        ("a ... d", True),
        ("... d", True),
        ("a ...", True),
        ("a ... c ... ", True),
        ("a b c d ...", True),
        ("a ... c b ...", False),
        ("b ... d", False),
        ("a ... c", False),
        ("a b c ... c d", False),
    ],
)
def test_lines_may_be_left_out_and_not_changed(below: str, said: bool) -> None:
    assert is_said(below.split(), ["a", "b", "c", "d"]) is said


if __name__ == "__main__":
    for each in LANGUAGES:
        write_anew(each)
