"""Where packs and scenarios are: shipped ones by id, a facilitator's own by path or folder.

Shipped data lies in the wheel under sim/_data, or in the checkout beside sim; the wheel comes first.
A scenario names its pack by id, or by a folder relative to its file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sim.errors import Problem, did_you_mean
from sim.loading.node import Node

PACKAGE = Path(__file__).resolve().parents[1]
ROOTS = (PACKAGE / "_data", PACKAGE.parent)
SCENARIO_FILE = "scenario.yaml"
MOST_LISTED = 20
LONGEST_NAME = 120  # of a path, the end says most


@dataclass(frozen=True, slots=True)
class Found:
    """A scenario file or the folder of a pack. name: its id; shown: how problems name it; shipped: it came with the program."""

    name: str
    path: Path
    shown: str
    shipped: bool


def roots() -> tuple[Path, ...]:
    """The folders that hold `rules` and `seeds` of the program, the wheel first."""
    return tuple(root for root in ROOTS if is_folder(root / "rules") or is_folder(root / "seeds"))


def shipped_scenarios() -> dict[str, Found]:
    """The scenarios of the program by id, in the order of their names."""
    found = [entry for root in reversed(roots()) for entry in scenarios_in(root)]
    return dict(sorted({entry.name: entry for entry in found}.items()))


def scenarios_in(root: Path) -> list[Found]:
    """The scenarios of one data folder: seeds/<id>.yaml."""
    names = [name for name in names_in(root / "seeds") if name.endswith(".yaml")]
    return [Found(name.removesuffix(".yaml"), root / "seeds" / name, f"seeds/{name}", True) for name in names]


def shipped_packs() -> dict[str, Found]:
    """The packs of the program by id, in the order of their names."""
    found = [entry for root in reversed(roots()) for entry in packs_in(root)]
    return dict(sorted({entry.name: entry for entry in found}.items()))


def packs_in(root: Path) -> list[Found]:
    """The packs of one data folder: rules/<id>/."""
    names = [name for name in names_in(root / "rules") if is_pack(root / "rules" / name)]
    return [Found(name, root / "rules" / name, f"rules/{name}", True) for name in names]


def find_scenario(name: str) -> Found | Problem:
    """A scenario by id, by a path to a YAML file, or by a folder with scenario.yaml."""
    shipped = shipped_scenarios()
    if name in shipped:
        return shipped[name]
    path = Path(name)
    if name and is_folder(path):
        return scenario_of_folder(path, name)
    if name and is_file(path):
        return Found(path.stem, path, shown(path), is_shipped(path))
    if looks_like_path(name):
        return Problem(readable(name), 1, 1, "error", "NW020", "there is no such file or folder", "check the path")
    return unknown("scenario", name, shipped)


def scenario_of_folder(folder: Path, name: str) -> Found | Problem:
    """The scenario of a facilitator's own folder."""
    path = folder / SCENARIO_FILE
    if is_file(path):
        return Found(folder.resolve().name, path, shown(path), False)
    own = [item for item in names_in(folder) if item.endswith(".yaml")]
    hint = f"name one of its files: {', '.join(own[:MOST_LISTED])}" if own else f"put a {SCENARIO_FILE} into it"
    return Problem(name, 1, 1, "error", "NW020", f"this folder holds no {SCENARIO_FILE}", hint)


def scenarios_beside(path: Path) -> list[str]:
    """Names of the other YAML files of a folder."""
    return [name.removesuffix(".yaml") for name in names_in(path.parent) if name.endswith(".yaml") and name != path.name]


def find_pack(name: str, scenario: Found | None = None, at: Node | None = None) -> Found | Problem:
    """The pack a scenario names: a folder of its own first, then one of the program.

    name "" means the folder `rules` beside the scenario. at: where the name stands, for the problem.
    """
    if scenario is not None:
        for folder in own_folders(name, scenario.path.parent):
            if is_pack(folder):
                return Found(name or folder.resolve().name, folder, shown_pack(folder, scenario), scenario.shipped)
    shipped = shipped_packs()
    if name in shipped:
        return shipped[name]
    if scenario is None and looks_like_path(name) and is_pack(Path(name)):
        return Found(Path(name).resolve().name, Path(name), shown(Path(name)), False)
    problem = unknown("pack", name, shipped)
    return problem if at is None else at.problem(problem.code, problem.text, problem.hint)


def own_folders(name: str, folder: Path) -> list[Path]:
    """Where a scenario's own pack may lie, nearest first: rules/<name>, a relative folder, rules itself, ../rules/<name>."""
    if not name:
        return [folder / "rules"]
    if "\0" in name:
        return []
    if looks_like_path(name):
        return [folder / name]
    own = [folder / "rules" / name, folder / name]
    own += [folder / "rules"] if says_id(folder / "rules", name) else []
    return [*own, folder.parent / "rules" / name] if folder.name == "seeds" else own


def says_id(folder: Path, name: str) -> bool:
    """Whether the pack in a folder calls itself so; the folder `rules` beside a scenario may hold a pack of any id."""
    from sim.loading.reading import read_file

    for path in sorted(folder.glob("*.yaml")) if is_folder(folder) else []:
        node = read_file(path).node
        pack = node.get("pack") if node is not None else None
        own = pack.get("id") if pack is not None else None
        if own is not None:
            return own.value == name
    return False


def unknown(kind: str, name: str, known: Iterable[str]) -> Problem:
    """NW202: no scenario or pack of this name."""
    names, name = list(known), readable(name)
    listed = f"{kind}s: {', '.join(names[:MOST_LISTED])}" if names else f"no {kind}s are installed"
    hint = f"{did_you_mean(name, names)} {listed}".strip()
    return Problem(name, 1, 1, "error", "NW202", f"there is no {kind} `{name}`", f"{hint}, or a path to your own")


def readable(name: str) -> str:
    """A name someone typed, fit to be shown."""
    shown_name = "".join(letter if letter.isprintable() else "?" for letter in name)
    return (shown_name if len(shown_name) <= LONGEST_NAME else f"…{shown_name[-LONGEST_NAME:]}") or "(empty)"


def is_shipped(path: Path) -> bool:
    """Whether a file lies in a data folder of the program."""
    return any(path.resolve().is_relative_to(root / part) for root in roots() for part in ("seeds", "rules"))


def looks_like_path(name: str) -> bool:
    """Whether a name can only be a path."""
    return "/" in name or "\\" in name or name.startswith(".") or name.lower().endswith((".yaml", ".yml"))


def shown(path: Path) -> str:
    """A path as people know it: relative to a data folder of the program or to where they are, else in full."""
    whole = path.resolve()
    for root in (*roots(), Path.cwd()):
        if whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    return whole.as_posix()


def shown_pack(folder: Path, scenario: Found) -> str:
    """The folder of a pack beside a scenario, named in the same manner as the scenario."""
    return shown(folder) if not scenario.shipped else f"rules/{folder.name}"


def is_pack(path: Path) -> bool:
    """A folder with at least one *.yaml file."""
    return any(name.endswith(".yaml") for name in names_in(path))


def names_in(folder: Path) -> list[str]:
    """Names in a folder, sorted; none if it cannot be read."""
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except (OSError, ValueError):
        return []


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; never raises."""
    try:
        return path.is_dir()
    except (OSError, ValueError, RuntimeError):
        return False


def is_file(path: Path) -> bool:
    """Whether there is something here that is no folder; never raises."""
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError, RuntimeError):
        return False
