"""What holds for every file: size, no floats where rules are counted, nothing wired to one pack."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from tests.architecture.trees import ROOT, imports, python_files, shown, strings, tree_of

LONGEST = 400  # lines; a file at the limit is probably two ideas
COUNTED = ("sim/kernel", "sim/analysis", "sim/bots", "sim/table")
ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# Lists of entries whose ids belong to one pack. Ids of options, levels and agendas are plain words and left out.
ENTRIES = {
    "parties", "tracks", "issues", "meters", "courses", "counters", "postures", "bodies", "groups", "constituencies", "levers", "acts",
    "initiatives", "families", "events", "demands", "requests", "seats", "rules", "modifiers", "values", "endings", "rulebook",
}  # fmt: skip
# Words of the rule format that a pack uses as an id as well.
COMMON = {
    "alliance": "a line of scoring in every pack, and the name of one",
    "credibility": "what levers have, and the id of the modifier that applies it",
    "second_chance": 'the name under which "why" answers for the chance of a second demand in any pack, and a value of one',
    "friction": "a mechanism that a scenario may close, and the counter of one pack",
}


@pytest.mark.parametrize("folder", ["sim", "tui", "tests", "benchmarks", "examples"])
def test_files_are_short(folder: str) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(folder)}
    assert {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines >= LONGEST} == {}


def test_no_float_where_rules_are_counted() -> None:
    found = [
        shown(path, node)
        for path in python_files("sim")
        if "lab" not in path.parts
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float)) or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert found == []


@lru_cache(maxsize=1)
def ids_of_packs() -> dict[str, str]:
    """Every id that a shipped pack declares, with the file that declares it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        note_ids(yaml.safe_load(path.read_text(encoding="utf-8-sig")), str(path.relative_to(ROOT)), found)
    return found


def note_ids(value: object, file: str, found: dict[str, str]) -> None:
    """Note the ids of the lists in ENTRIES, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ENTRIES and isinstance(inner, list):
                found.update({str(entry["id"]): file for entry in inner if isinstance(entry, dict) and "id" in entry})
            note_ids(inner, file, found)
    elif isinstance(value, list):
        for inner in value:
            note_ids(inner, file, found)


def scenario_ids() -> dict[str, str]:
    """The names of the shipped scenarios and packs."""
    seeds = {path.stem: f"seeds/{path.name}" for path in (ROOT / "seeds").glob("*.yaml")}
    return seeds | {path.name: f"rules/{path.name}" for path in (ROOT / "rules").iterdir() if path.is_dir()}


def test_the_ids_are_found() -> None:
    assert {"us", "jp", "D1", "m_tariff", "ev04", "dm08", "in10", "R3", "us_l09", "jp_opposition", "s_pm", "dealmaker"} <= set(
        ids_of_packs()
    )


def wired(path: Path) -> list[str]:
    """Places where a text constant of a file names an entry of a pack."""
    known = ids_of_packs() | scenario_ids()
    found = []
    for node in strings(path):
        text = str(node.value)
        for word in {text} | set(ID.findall(text)):
            if word in known and word not in COMMON and len(word) > 1:
                found.append(f"{shown(path, node)} names `{word}` of {known[word]}")
    return found


def test_nothing_is_wired_to_one_pack() -> None:
    found = [line for path in python_files("sim", "tui") for line in wired(path)]
    assert found == []


def test_no_sentence_for_people_in_the_engine() -> None:
    japanese = re.compile(r"[぀-ヿ一-鿿]")
    found = [shown(path, node) for path in python_files("sim") for node in strings(path) if japanese.search(str(node.value))]
    assert found == []


def test_no_machine_path_and_no_registry_in_any_file() -> None:
    hosts = "|".join(("py" + r"pi\.org", "python" + "hosted", "npm" + "js"))
    place = re.compile(rf"(^|[^\w.])/(work|farm|root|home/\w+|tmp/\w+)/|{hosts}")
    suffixes = {".py", ".md", ".toml", ".yaml", ".ftl", ".cfg", ".txt", ".lark"}
    folders = ("sim", "tui", "tests", "benchmarks", "examples", "docs", "rules", "seeds", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes or path.parent.name == ".ci"]
    files += [path for path in ROOT.iterdir() if path.suffix in suffixes]
    found = [
        str(path.relative_to(ROOT)) for path in files if path.is_file() and place.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []


def test_heavy_libraries_of_loading_stay_there() -> None:
    heavy = {"pydantic", "lark", "yaml"}
    found = [
        shown(path, node)
        for path in python_files("sim")
        if "loading" not in path.parts
        for name, node in imports(path)
        if name.split(".")[0] in heavy
    ]
    assert found == []
