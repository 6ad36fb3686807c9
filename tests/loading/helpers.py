"""Small words for the tests of loading."""

from pathlib import Path

from sim.errors import Problem
from sim.loading.node import Node, Plain, plain
from sim.loading.reading import read_bytes
from sim.loading.shape import shaped
from sim.loading.shape_base import Shape

ROOT = Path(__file__).parents[2]
PLAYABLE = (
    "spring-2025",
    "spring-90",
    "spring-short",
    "lantern-coast",
    str(ROOT / "tests/packs/three.yaml"),
    str(ROOT / "tests/bad_rules/minimal.yaml"),
)
"""Everything that is shipped, and the packs of the tests."""


def read(text: str) -> Plain:
    """The plain values of a text that has nothing wrong with it."""
    reading = read_bytes(text.encode(), "f.yaml")
    assert reading.problems == ()
    assert reading.node is not None
    return plain(reading.node)


def tree(text: str) -> Node:
    """The nodes of a text that has nothing wrong with it."""
    reading = read_bytes(text.encode(), "f.yaml")
    assert reading.problems == ()
    assert reading.node is not None
    return reading.node


def report(content: str | bytes) -> str:
    """Everything reading says of a text, one problem under the other."""
    content = content.encode() if isinstance(content, str) else content
    return lines_of(read_bytes(content, "f.yaml").problems)


def shape_report(text: str, model: type[Shape]) -> str:
    """What is wrong with the shape of one entry."""
    return lines_of(shaped(tree(text), model)[1])


def lines_of(problems: tuple[Problem, ...] | list[Problem]) -> str:
    """Problems as they are printed."""
    return "\n".join(map(str, problems))


def write(folder: Path, files: dict[str, str]) -> Path:
    """A folder with files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


SEED = 'nemawashi: 1\nscenario: {id: own, pack: minimal, rounds: 3, label: {en: "Own", ja: "自作"}, source: [D]}\n'
MINIMAL = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests/bad_rules/minimal").glob("*.yaml")}


def minimal(folder: Path, more: str = "", **instead: str) -> Path:
    """The scenario of the smallest pack, with more in its file, and other texts in place of those of the pack."""
    files = dict(MINIMAL)
    for old, new in instead.items():
        files[f"{old}.yaml"] = new
    return write(folder, {f"minimal/{name}": text for name, text in files.items()} | {"own.yaml": SEED + more}) / "own.yaml"
