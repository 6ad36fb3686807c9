"""Every code of the checker has its page, and what a page shows as wrong is told with this code, as right is not.

An example is made from a page: its lines are written into a copy of the pack tests/bad_rules/demo, then `check` is called.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

import sim
from sim.loading.reading import LARGEST_FILE
from tests.tui.conftest import Nemawashi
from tui.commands import explain
from tui.commands.explain import Page, pages
from tui.wording import LANGUAGES

DEMO = Path(__file__).parents[1] / "bad_rules" / "demo"
SCENARIO, PACK = "scenario.yaml", "rules/demo.yaml"
CODE = re.compile(r"NW\d{3}")

# Pages of codes that nothing gives yet. A code that comes into use is to be struck from here, and tried below if it can be.
COMING: set[str] = set()


@dataclass(frozen=True)
class Slot:
    """Where the lines of a page go. old: what stands there in the pack, "" for the end of the file; None: the right lines stand there.

    at: the line among them that is told, None for the first in which wrong and right differ.
    """

    old: str | None = None
    file: str = PACK
    at: int | None = None


EVENT = "needs: round >= 2 and round <= 3 and (trust < 65 or us_audience > 4)"
GROUPS = """groups:
      - {id: us_congress, weight: 55, start: 48, points: {host_support: +5, steel_stake: -1}, label: {en: "Congress", ja: "議会"}}
      - {id: us_industry, weight: 45, start: 57, points: {host_support: +1, steel_stake: -3}, label: {en: "Industry", ja: "産業界"}}"""
END = ""

SLOTS = {
    "NW001": Slot(),
    "NW002": Slot(),
    "NW003": Slot('label: {en: "Steel stake", ja: "鉄鋼への出資"}'),
    "NW004": Slot(),
    "NW005": Slot(),
    "NW006": Slot(),
    "NW007": Slot(),
    "NW008": Slot('label: {en: "Demo", ja: "例題"}'),
    "NW009": Slot('label: {en: "Pressure at home", ja: "国内の圧力"}'),
    "NW011": Slot(),
    "NW012": Slot('short: {en: "09:00", ja: "9時開始"}', SCENARIO),
    "NW013": Slot(),
    "NW014": Slot(),
    "NW024": Slot(),
    "NW101": Slot(),
    "NW102": Slot(),
    "NW103": Slot(file=SCENARIO),
    "NW104": Slot(),
    "NW105": Slot(file=SCENARIO, at=1),
    "NW106": Slot(file=SCENARIO, at=1),
    "NW107": Slot(),
    "NW108": Slot(),
    "NW109": Slot(END, SCENARIO, at=2),
    "NW190": Slot(),
    "NW201": Slot(),
    "NW202": Slot(),
    "NW203": Slot(),
    "NW204": Slot(END, SCENARIO),
    "NW205": Slot("needs: uses(lng_letter) == 0"),
    "NW206": Slot(END, SCENARIO),
    "NW290": Slot(END, SCENARIO, at=2),
    "NW301": Slot(),
    "NW302": Slot(),
    "NW303": Slot(),
    "NW304": Slot(GROUPS, at=0),
    "NW305": Slot(),
    "NW306": Slot(),
    "NW307": Slot(),
    "NW308": Slot(EVENT),
    "NW309": Slot(EVENT),
    "NW310": Slot(EVENT),
    "NW311": Slot(EVENT),
    "NW312": Slot(EVENT),
    "NW313": Slot("effects: {trust: -10, us_audience: +1}"),
    "NW330": Slot(),
    "NW390": Slot(),
    "NW401": Slot(),
    "NW604": Slot(file=SCENARIO),
}


# --- the pages ---


@lru_cache(maxsize=1)
def codes_in_use() -> frozenset[str]:
    """Every code that stands in `sim` as a text of its own."""
    files = Path(next(iter(sim.__path__))).rglob("*.py")
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    texts = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return frozenset(text for text in texts if CODE.fullmatch(text))


def test_every_code_in_use_has_a_page() -> None:
    assert sorted(codes_in_use() - set(pages())) == []


def test_no_page_is_left_over() -> None:
    assert set(pages()) - codes_in_use() == COMING


def test_the_pages_stand_in_order() -> None:
    assert list(pages()) == sorted(pages())


@pytest.mark.parametrize("page", pages().values(), ids=lambda page: page.code)
def test_a_page_says_everything_in_both_languages(page: Page) -> None:
    japanese = re.compile(r"[぀-ヿ一-鿿]")
    for part in (page.title, page.cause, page.mend):
        assert set(part) == set(LANGUAGES)
        assert japanese.search(part["ja"]) and not japanese.search(part["en"])
    assert page.title["en"][-1] not in ".:" and page.title["ja"][-1] != "。"
    for language, stop in (("en", r"[.?](?= |$)"), ("ja", "。")):
        assert 2 <= len(re.findall(stop, page.cause[language])) <= 4
        assert page.cause[language].endswith((".", "。")) and page.mend[language].endswith((".", "。"))
    assert page.wrong != page.right


# --- their examples ---


def copied(folder: Path) -> Path:
    """A copy of the pack to make mistakes in."""
    shutil.copytree(DEMO, folder / "demo", ignore=shutil.ignore_patterns("mistakes*"))
    return folder / "demo"


def written_into(text: str, slot: Slot, page: Page, lines: str) -> tuple[str, int]:
    """A file with lines of a page in their place, set in as what stood there; and the line at which they begin."""
    old = page.right if slot.old is None else slot.old
    shifted = [old.replace("\n", "\n" + " " * step) for step in range(0, 8, 2 if "\n" in old else 8)]
    found = [each for each in shifted if each and text.count(each) == 1]
    assert bool(found) == (old != END), (page.code, old)
    start = text.index(found[0]) if found else len(text)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    inset = before if before.isspace() else ""
    end = start + len(found[0] if found else "")
    return text[:start] + lines.replace("\n", "\n" + inset).rstrip(" \n") + text[end:] + "\n", text.count("\n", 0, start) + 1


def first_difference(page: Page) -> int:
    """The first of the wrong lines that is not among the right ones."""
    right = page.right.splitlines()
    return next(row for row, line in enumerate(page.wrong.splitlines()) if row >= len(right) or line != right[row])


def told(nemawashi: Nemawashi, *paths: str) -> list[tuple[str, str, int]]:
    """Code, file and line of everything that `check` finds; notes of outcomes aside, which no mistake of a file is."""
    found = json.loads(nemawashi("check", *(paths or ("demo",)), "--json").out)["problems"]
    return [(problem["code"], Path(problem["file"]).name, problem["line"]) for problem in found if problem["severity"] != "info"]


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pack, in the folder where the program is called."""
    monkeypatch.chdir(tmp_path)
    return copied(tmp_path)


@pytest.mark.parametrize("code", SLOTS)
def test_the_wrong_lines_are_told_and_the_right_ones_are_not(code: str, demo: Path, nemawashi: Nemawashi) -> None:
    page, slot = pages()[code], SLOTS[code]
    path = demo / slot.file
    clean = path.read_text(encoding="utf-8")
    text, first = written_into(clean, slot, page, page.wrong)
    path.write_text(text, encoding="utf-8")
    line = first + (first_difference(page) if slot.at is None else slot.at)
    assert (code, path.name, line) in told(nemawashi)
    path.write_text(written_into(clean, slot, page, page.right)[0], encoding="utf-8")
    assert told(nemawashi) == [(other, path.name, at) for other, at in STILL_TOLD.get(code, ())]


STILL_TOLD = {"NW204": [("NW290", 12)]}
"""What is said of the right lines all the same: the example of a circle does not go on to use its values."""


def test_the_pack_itself_is_clean(demo: Path, nemawashi: Nemawashi) -> None:
    assert told(nemawashi) == []


# --- overlays ---

OVERLAY = "nemawashi: 1\nid: house\n"
OVERLAYS = ("NW600", "NW601", "NW602", "NW603", "NW605", "NW606", "NW691")


def overlay(lines: str) -> tuple[str, int]:
    """Write an overlay beside the pack with lines of a page; its path, and the line at which they begin."""
    head = OVERLAY if "extends" in lines else f"{OVERLAY}extends: demo\n"
    Path("house.yaml").write_text(f"{head}{lines}\n", encoding="utf-8")
    return "house.yaml", head.count("\n") + 1


@pytest.mark.parametrize("code", OVERLAYS)
def test_the_wrong_lines_of_an_overlay_are_told_and_the_right_ones_are_not(code: str, demo: Path, nemawashi: Nemawashi) -> None:
    page = pages()[code]
    path, first = overlay(page.wrong)
    assert told(nemawashi, path) == [(code, path, first + first_difference(page))]
    path, _ = overlay(page.right)
    assert told(nemawashi, path) == []


def test_another_base_is_told_with_its_digest(demo: Path, nemawashi: Nemawashi) -> None:
    path, first = overlay(pages()["NW690"].wrong)
    assert told(nemawashi, path) == [("NW690", path, first)]
    mended = re.search(r"`(base_digest: .*)`", nemawashi("check", path).out)
    assert mended is not None
    path, _ = overlay(mended[1])
    assert told(nemawashi, path) == []


# --- faults of whole files, and of sizes that no page shows in full ---


def more_file(demo: Path, content: bytes, name: str = "more.yaml") -> str:
    """Put a file into the pack."""
    (demo / "rules" / name).write_bytes(content)
    return name


def more_of_scenario(demo: Path, text: str) -> str:
    """Add lines to the scenario."""
    path = demo / SCENARIO
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return SCENARIO


def linked_to_itself(demo: Path) -> str:
    """A link that leads nowhere."""
    (demo / "rules" / "loop.yaml").symlink_to("loop.yaml")
    return "loop.yaml"


def folder_for_a_file(demo: Path) -> str:
    """A folder with the name of a file."""
    (demo / "rules" / "cards.yaml").mkdir()
    return "cards.yaml"


def chain_of_effects(demo: Path) -> str:
    """Thirty bundles, each played by the one before."""
    bundles = "".join(f"    - {{id: b{k}, effects: {{do: b{k + 1}}}, source: [D]}}\n" for k in range(30))
    return more_of_scenario(demo, f"add:\n  rules:\n{bundles}    - {{id: b30, effects: {{trust: +1}}, source: [D]}}\n")


def events(effects: str, count: int = 1) -> str:
    """Lines of a scenario that add event cards."""
    label = 'label: {en: "E", ja: "E"}, source: [D]'
    return "add:\n  events:\n" + "".join(f"    - {{id: more{k}, effects: {effects}, {label}}}\n" for k in range(count))


LONG = " + ".join(["trust * 3"] * 45)

SPOILED: dict[str, Callable[[Path], str]] = {
    "NW021": lambda demo: more_file(demo, "nemawashi: 1\n".encode("utf-16")),
    "NW022": lambda demo: more_file(demo, pages()["NW022"].wrong.encode()),
    "NW023": lambda demo: more_file(demo, b"#" * (LARGEST_FILE + 1)),
    "NW025": linked_to_itself,
    "NW026": folder_for_a_file,
    "NW027": lambda demo: more_file(demo, pages()["NW027"].wrong.encode()),
    "NW028": lambda demo: more_file(demo, b"nemawashi: 1\n", "cards.yml"),
    "NW331": lambda demo: more_of_scenario(demo, events(f"{{trust: {'1 + (' * 55}trust{')' * 55}}}")),
    "NW332": lambda demo: more_of_scenario(demo, events(f"{{trust: {LONG}, us_congress: {LONG}, jp_diet: {LONG}}}", 60)),
    "NW333": chain_of_effects,
}


@pytest.mark.parametrize("code", SPOILED)
def test_a_fault_that_no_line_shows_is_told(code: str, demo: Path, nemawashi: Nemawashi) -> None:
    name = SPOILED[code](demo)
    assert (code, name) in [(found, file) for found, file, _ in told(nemawashi)]


def test_a_misspelt_path_is_told(demo: Path, nemawashi: Nemawashi) -> None:
    wrong, right = (page.split()[-1] for page in (pages()["NW020"].wrong, pages()["NW020"].right))
    shutil.move(demo, "my_game")
    assert told(nemawashi, wrong) == [("NW020", Path(wrong).name, 1)]
    assert told(nemawashi, right) == []


def test_a_file_that_changes_meanwhile_is_told(demo: Path, nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch) -> None:
    status = os.stat_result([0] * 10)
    monkeypatch.setattr(os, "fstat", lambda number: status)
    assert ("NW029", SCENARIO, 1) in told(nemawashi)


def test_an_empty_file_is_mended_as_its_page_says(demo: Path, nemawashi: Nemawashi) -> None:
    more_file(demo, pages()["NW027"].right.encode())
    assert told(nemawashi) == []


OUTCOMES = ("NW5", "NW7")
"""Codes of what is computed from a whole pack, or counted in many games: they are tried where that is done."""


def test_every_code_of_a_file_in_use_is_tried() -> None:
    tried = {*SLOTS, *OVERLAYS, *SPOILED, "NW020", "NW029", "NW690"}
    assert {code for code in codes_in_use() - tried if not code.startswith(OUTCOMES)} == set()
    assert tried <= codes_in_use()


# --- the command ---


def test_a_code_may_be_written_short_and_small(nemawashi: Nemawashi) -> None:
    whole = nemawashi("explain", "NW303").out
    assert nemawashi("explain", "303").out == nemawashi("explain", "nw303").out == whole
    assert whole.splitlines()[0] == f"NW303  {pages()['NW303'].title['en']}"
    assert all(f"\n    {line}\n" in whole for line in (pages()["NW303"].wrong, pages()["NW303"].right))


def test_several_codes_are_explained_in_the_order_asked_each_once(nemawashi: Nemawashi) -> None:
    heads = [line for line in nemawashi("explain", "401", "NW101", "nw401").lines if line.startswith("NW")]
    assert [line[:5] for line in heads] == ["NW401", "NW101"]


def test_what_cannot_be_seen_in_an_example_is_shown_by_a_sign(nemawashi: Nemawashi) -> None:
    run = nemawashi("explain", "NW001", "NW022")
    assert "\t" in pages()["NW001"].wrong and "\0" in pages()["NW022"].wrong
    assert "\t" not in run.out and "\0" not in run.out
    assert "    →   track: trade" in run.lines and "    nemawashi: 1␀" in run.lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_a_screen_in_width(language: str, nemawashi: Nemawashi) -> None:
    from rich.cells import cell_len

    run = nemawashi("explain", *pages(), "--lang", language)
    assert run.code == 0
    assert [line for line in run.lines if cell_len(line) > 120] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_code_all_are_listed_by_kind(language: str, nemawashi: Nemawashi) -> None:
    lines = nemawashi("explain", "--lang", language).lines
    listed = [line.split(maxsplit=1) for line in lines if line.startswith("  ")]
    assert listed == [[code, page.title[language]] for code, page in pages().items()]
    kinds = [line[:3] for line in lines if line and not line.startswith(" ")]
    assert kinds == sorted({code[:3] for code in pages()})


def test_programs_read_both_languages(nemawashi: Nemawashi) -> None:
    (page,) = json.loads(nemawashi("explain", "NW303", "--json").out)["pages"]
    assert page["code"] == "NW303"
    assert set(page["title"]) == set(page["cause"]) == set(page["mend"]) == set(LANGUAGES)
    assert (page["wrong"], page["right"]) == (pages()["NW303"].wrong, pages()["NW303"].right)
    assert [each["code"] for each in json.loads(nemawashi("explain", "--json").out)["pages"]] == list(pages())


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("NW400", "There is no code `NW400`. Did you mean NW401?"),
        ("30", "Did you mean NW301 NW302 NW303 NW304 NW305 NW306 NW307 NW308 NW309?"),
        ("weights", "There is no code `weights`. Codes look like NW303"),
        ("NW1234", "There is no code `NW1234`"),
    ],
)
def test_an_unknown_code_is_wrong_usage_and_offers_what_was_meant(written: str, sentence: str, nemawashi: Nemawashi) -> None:
    run = nemawashi("explain", "NW303", written)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err


def test_what_is_offered_exists() -> None:
    for number in range(1000):
        code = f"NW{number:03}"
        assert code in pages() or set(explain.near_codes(code[2:], code)) <= set(pages())
