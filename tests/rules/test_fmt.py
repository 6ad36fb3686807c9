"""rules fmt: one layout, the same meaning, not a comment less; done twice it is done once."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from sim.loading.edit.formatting import comments_in, formatted
from sim.loading.edit.splice import all_pieces, pieces_of
from sim.loading.node import plain
from sim.loading.reading import read_text
from tests.loading.helpers import ROOT
from tests.tui.conftest import Nemawashi, nemawashi, no_fault_in_the_wording, own_data_folder  # noqa: F401  # fixtures

SHIPPED = sorted([*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "seeds").glob("*.yaml")])
UGLY = """\
# top\x20\x20
nemawashi: 1


issues:
-   id: D1    # one
    # about levels
    levels: [a, b,
             c]
    note: |
          kept\x20\x20
            as it is


          blank lines too
    label:

        {en: "A # b",
         ja: 'x'}   # behind
    short:   # above
        {en: "A"}
    names: "one
       two"


    # last of the entry
-   id: D2
    when:   round >= 2
            and round <= 5
    payoff:
          us: [0, {a: 1}, +3]
          jp: [+1, 007x, yes_]
          # below
# foot



set:
        a.b: 1"""
NEAT = """\
# top
nemawashi: 1

issues:
  - id: D1    # one
    # about levels
    levels: [a, b,
             c]
    note: |
          kept\x20\x20
            as it is


          blank lines too
    label:
        {en: "A # b",
         ja: 'x'}   # behind
    short:   # above
        {en: "A"}
    names: "one
       two"

    # last of the entry
  - id: D2
    when: round >= 2
            and round <= 5
    payoff:
      us: [0, {a: 1}, +3]
      jp: [+1, 007x, yes_]
      # below
# foot

set:
  a.b: 1
"""


def test_one_file_in_all_its_parts() -> None:
    assert formatted(UGLY, "f.yaml") == NEAT
    assert formatted(UGLY.replace("\n", "\r\n"), "f.yaml") == NEAT
    assert formatted(NEAT, "f.yaml") == NEAT


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_are_in_the_one_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(text, path.name) == text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_laid_out_badly_comes_back_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    bad = disordered(text, random.Random(path.name))
    assert bad != text
    assert squeezed(formatted(bad, path.name)) == squeezed(text)


def disordered(text: str, luck: random.Random) -> str:
    """The same with other line ends, spaces behind lines, more blank lines, and twice the indentation."""
    lines = text.split("\n") if has_pieces_over_lines(text) else [wider(line) for line in text.split("\n")]
    spaced = [line + " " * luck.choice((0, 0, 1, 3)) + "\r\n" * (1 if line else luck.choice((1, 2, 3))) for line in lines]
    return "".join(spaced)


def has_pieces_over_lines(text: str) -> bool:
    """Whether braces or a text go over several lines; their further lines move with the first and keep what is between them."""
    pieces = (piece for piece in all_pieces(pieces_of(text)) if piece.has_braces or (piece.pairs is None and piece.items is None))
    return any("\n" in text[piece.start : piece.end] for piece in pieces)


def wider(line: str) -> str:
    """A line that is indented twice as far, behind a dash too."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + re.sub(r"^( *- )(?=\S)", r"\1  ", line) if line.strip() else line


def squeezed(text: str) -> str:
    """The text without the space in front of comments behind values, which stay in their column."""
    return re.sub(r"(?<=\S) +#", " #", text)


@pytest.mark.parametrize("path", sorted((ROOT / "tests/odd_rules").rglob("*.yaml")), ids=lambda path: str(path.relative_to(ROOT / "tests")))
def test_odd_ways_to_write_keep_meaning_and_comments(path: Path) -> None:
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    once = formatted(text, path.name)
    before, after = read_text(text, "f").node, read_text(once, "f").node
    assert before is not None and after is not None
    assert plain(after) == plain(before)
    assert once.count("#") == text.count("#")
    assert formatted(once, path.name) == once
    assert once.endswith("\n") and not once.endswith("\n\n") and "\r" not in once


def test_comments_stay_in_their_order() -> None:
    text = "nemawashi: 1  # a\nset:\n      # b\n      x: 1  # c\n\n      # d\n  # e\nonly: {a: 1}  # f\n# g"
    assert comments_in(formatted(text, "f.yaml")) == [f"# {letter}" for letter in "abcdefg"]


# --- the command ---


def test_it_writes_what_is_ones_own(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    own, neat = tmp_path / "own.yaml", tmp_path / "inner" / "neat.yaml"
    neat.parent.mkdir()
    own.write_bytes(b"\xef\xbb\xbfnemawashi: 1\r\nset:\r\n    a: 1   \r\n")
    neat.write_bytes(b"nemawashi: 1\n")
    before = own.read_bytes()
    check = nemawashi("rules", "fmt", "--check", str(tmp_path))
    assert (check.code, own.read_bytes()) == (1, before)
    assert "own.yaml" in check.out and "neat.yaml" not in check.out
    diff = nemawashi("rules", "fmt", "--diff", str(own), "--lang", "ja")
    assert (diff.code, own.read_bytes()) == (0, before)
    assert re.search(r"^-    a: 1   ␍$", diff.out, re.MULTILINE) and re.search(r"^\+  a: 1$", diff.out, re.MULTILINE)
    assert nemawashi("rules", "fmt", str(tmp_path)).code == 0
    assert own.read_bytes() == b"\xef\xbb\xbfnemawashi: 1\nset:\n  a: 1\n"
    assert nemawashi("rules", "fmt", "--check", str(own), str(neat)).code == 0


def test_what_came_with_the_program_is_only_looked_at(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    own = tmp_path / "own.yaml"
    own.write_bytes(b"nemawashi:   1\n")
    assert nemawashi("rules", "fmt", "--check", str(SHIPPED[0])).code == 0
    refused = nemawashi("rules", "fmt", str(own), str(SHIPPED[0]))
    assert refused.code == 2
    assert own.read_bytes() == b"nemawashi:   1\n"


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_done(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    broken, own = tmp_path / "broken.yaml", tmp_path / "own.yaml"
    broken.write_bytes(b"nemawashi: 1\nset: {a: 1\n")
    own.write_bytes(b"nemawashi:   1\n")
    run = nemawashi("rules", "fmt", str(broken), str(own), str(tmp_path / "none.yaml"))
    assert run.code == 1
    assert "broken.yaml:" in run.out and "none.yaml" in run.out
    assert own.read_bytes() == b"nemawashi: 1\n"
    assert broken.read_bytes() == b"nemawashi: 1\nset: {a: 1\n"
