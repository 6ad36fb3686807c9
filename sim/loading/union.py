"""The files of a pack put together: lists one after the other, maps key by key, each entry checked for its shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from sim.errors import Problem, closest, did_you_mean
from sim.loading import node as nodes
from sim.loading import shape_entries as kinds
from sim.loading.node import Node
from sim.loading.reading import Reading
from sim.loading.shape import LISTS, MAPS, PACK_KEYS, shaped_or_mended
from sim.loading.shape_base import Shape

FORMAT = 1
MOST_SLIPS = 2  # keys too many or missing from which on an entry is taken for one of another kind
AnyShape = TypeVar("AnyShape", bound=Shape)


def files_of(folder: Path, name: str) -> tuple[list[Path], list[Problem]]:
    """The files of a pack in name order; files that look like rule files and are not read are told."""
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except (OSError, ValueError):
        return [], [Problem(name, 1, 1, "error", "NW020", "this folder cannot be read", "check the name and the rights of the folder")]
    good = [item for item in names if item.endswith(".yaml")]
    odd = [item for item in names if item.lower().endswith((".yml", ".yaml")) and item not in good]
    text, hint = "this file is not read: a pack is made of the files that end in .yaml", "rename it to end in .yaml"
    problems = [Problem(f"{name}/{item}", 1, 1, "warning", "NW028", text, hint) for item in odd]
    if not good:
        problems.append(Problem(name, 1, 1, "error", "NW020", "this folder holds no *.yaml file", "put the files of the pack into it"))
    return [folder / item for item in good], problems


class Union:
    """The files of a pack put together.

    lost: by list key, entries that are written and could not be used.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.read_problems: list[Problem] = []
        self.lists: dict[str, list[Node]] = {}
        self.maps: dict[str, dict[str, Node]] = {}
        self.map_nodes: dict[str, Node] = {}
        self.lost: dict[str, list[Node]] = {}
        self.labelled: set[str] = set()  # entries with a label of their own, be it a broken one
        self.is_whole = True

    def add(self, reading: Reading) -> None:
        """One more file."""
        self.read_problems += reading.problems
        if reading.node is None:
            self.is_whole = False
            return
        if any(problem.column == 1 and problem.severity == "error" for problem in reading.problems):
            self.is_whole = False  # a key of the file itself is broken, and what stood under it is not here
        found = top_of(reading.node, PACK_KEYS, "a rule file of a pack")
        if isinstance(found, Problem):
            self.problems.append(found)
            self.is_whole = False
            return
        self.problems += list(format_problems(found, reading.node))
        for key, node in found.items():
            self.problems += list(self.add_key(key, node))

    def all_problems(self) -> list[Problem]:
        """What reading and shaping found; what reading has said of a value is not said again."""
        return [*self.read_problems, *without_echoes(self.problems, self.read_problems)]

    def add_key(self, key: str, node: Node) -> Iterator[Problem]:
        """The entries under one key of a file."""
        if key in LISTS:
            yield from self.add_list(key, node)
        elif key in MAPS or key == "texts":
            yield from self.add_map(key, node)
        elif key != "nemawashi":
            hint = did_you_mean(key, PACK_KEYS) or f"keys: {', '.join(PACK_KEYS)}"
            yield node.problem_of_key("NW101", f"a rule file has no key `{key}`", hint)
            self.is_whole = False

    def add_addition(self, key: str, node: Node) -> Iterator[Problem]:
        """The entries a scenario adds under one key."""
        if key in LISTS:
            yield from self.add_list(key, node)
        elif key == "texts":
            yield from self.add_map(key, node)
        else:
            hint = did_you_mean(key, [*LISTS, "texts"]) or f"keys: {', '.join(LISTS)}, texts"
            yield node.problem_of_key("NW101", f"`add` has no key `{key}`", hint)

    def add_list(self, key: str, node: Node) -> Iterator[Problem]:
        """A list of entries."""
        if not isinstance(node.value, list):
            yield node.problem("NW103", f"`{key}` must be a list", "begin each entry with `- id: ...`")
            return
        good = [item for item in node.value if isinstance(item.value, dict)]
        self.lists.setdefault(key, []).extend(good)
        for item in node.value:
            if not isinstance(item.value, dict):
                yield item.problem("NW103", f"an entry of `{key}` must be keys with values", "begin it with `- id: ...`")

    def add_map(self, key: str, node: Node) -> Iterator[Problem]:
        """A map; its keys may stand in several files, each once."""
        if not isinstance(node.value, dict):
            yield node.problem("NW103", f"`{key}` must be keys with values", "indent the keys below it")
            return
        self.map_nodes.setdefault(key, node)
        known = self.maps.setdefault(key, {})
        for inner, value in node.value.items():
            if inner in known:
                first = f"{known[inner].path}, line {known[inner].key_line}"
                yield value.problem_of_key("NW106", f"`{inner}` stands under `{key}` twice; first in {first}", "delete one of the two")
            else:
                known[inner] = value

    def shaped(self) -> tuple[dict[str, list[Shape]], dict[str, Shape], dict[str, kinds.Texts]]:
        """The models of everything that has the right shape, or nearly so."""
        lists = {key: self.shaped_list(key, items) for key, items in self.lists.items()}
        maps = {key: found for key in MAPS if (found := self.shaped_map(key)) is not None}
        texts = self.shaped_texts()
        if self.is_whole:
            lost = (frozenset(self.maps.get("texts", {})) - frozenset(texts)) | self.labelled
            self.problems += [problem for entries in lists.values() for problem in unlabelled(entries, texts, lost)]
        return lists, maps, texts

    def shaped_texts(self) -> dict[str, kinds.Texts]:
        """The texts that stand apart from their entries, by key."""
        return {key: found for key, node in self.maps.get("texts", {}).items() if (found := self.shape(node, kinds.Texts, key)) is not None}

    def shape(self, node: Node, model: type[AnyShape], owner: str = "") -> AnyShape | None:
        """The model of a node."""
        found, problems = shaped_or_mended(node, model, owner)
        self.problems += problems
        return found

    def shaped_list(self, key: str, items: list[Node]) -> list[Shape]:
        """The entries of a list key; an id may be used once."""
        first: dict[str, Node] = {}
        found: list[Shape] = []
        for item in items:
            name = nodes.id_of(item)
            before = first.setdefault(name, item)
            if name and before is not item:
                self.problems.append(used_twice(LISTS[key].called, item, before))
            kind = meant_kind(item, key)
            if kind != key:
                text = f"`{name}` stands under `{key}`, but has the keys of `{kind}`"
                place = item.get("id") or item
                self.problems.append(place.problem("NW109", text, f"put it under `{kind}:`; is a line missing above it?"))
            shape = self.shape(item, LISTS[key]) if kind == key else None
            if item.get("label") is not None:
                self.labelled.add(name)
            if shape is None:
                self.lost.setdefault(kind, []).append(item)
            else:
                found.append(shape)
        return found

    def shaped_map(self, key: str) -> Shape | None:
        """A map key of the pack, put together from all files."""
        node = self.map_nodes.get(key)
        if node is None:
            if self.is_whole:
                text = f"the pack has no `{key}`"
                self.problems.append(Problem(self.name, 1, 1, "error", "NW105", text, f"add `{key}:` to one of its files"))
            return None
        whole = Node(dict(self.maps[key]), node.path, node.line, node.column, node.key_line, node.key_column)
        return self.shape(whole, MAPS[key])


def meant_kind(item: Node, key: str) -> str:
    """The list key under which an entry should stand: another than its own where it has the keys of another kind."""
    keys = frozenset(item.value) if isinstance(item.value, dict) else frozenset[str]()
    own = LISTS[key]
    if "id" not in keys or len(keys - keys_of(own)) + len(required_of(own) - keys) < MOST_SLIPS or keys <= keys_of(own):
        return key
    return next((other for other, model in LISTS.items() if keys <= keys_of(model) and required_of(model) <= keys), key)


@lru_cache(maxsize=64)
def keys_of(model: type[Shape]) -> frozenset[str]:
    """The keys of a model as they are written."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


@lru_cache(maxsize=64)
def required_of(model: type[Shape]) -> frozenset[str]:
    """The keys a model cannot do without."""
    return frozenset(field.alias or name for name, field in model.model_fields.items() if field.is_required())


def without_echoes(problems: Iterable[Problem], said: Iterable[Problem]) -> list[Problem]:
    """The problems that do not stand at the very place of one already told."""
    places = {(problem.file, problem.line, problem.column) for problem in said}
    return [problem for problem in problems if (problem.file, problem.line, problem.column) not in places]


def used_twice(kind: str, item: Node, before: Node) -> Problem:
    """NW201, at the second id."""
    own = item.get("id") or item
    first = before.get("id") or before
    where = nodes.line_seen_from(own.path, first.path, first.line)
    return own.problem("NW201", f"the {kind} id `{own.value}` is used twice; first on {where}", "give one of them another id")


NEED_LABELS = (
    *(kinds.Issue, kinds.Posture, kinds.Meter, kinds.Course, kinds.Counter, kinds.Lever, kinds.Act),
    *(kinds.Initiative, kinds.Event, kinds.Request, kinds.Seat, kinds.Ending, kinds.GlossaryWord),
)


def unlabelled(entries: list[Shape], texts: dict[str, kinds.Texts], lost: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Entries people see that have no label, neither in the entry nor under their id in `texts`. lost: texts that are broken."""
    for entry in entries:
        if isinstance(entry, NEED_LABELS) and entry.id not in lost:
            stands_in_texts = entry.id in texts and texts[entry.id].label is not None
            if entry.label is None and not stands_in_texts:
                text = f"{entry.called} `{entry.id}` lacks the key `label`"
                place = entry.node.get("id") or entry.node
                yield place.problem_of_key("NW105", text, 'add e.g. `label: {en: "...", ja: "..."}`')


def top_of(root: Node, known: tuple[str, ...], what: str) -> dict[str, Node] | Problem:
    """The keys of a file."""
    if isinstance(root.value, dict):
        return root.value
    return root.problem("NW103", f"{what} must be keys with values", f"begin with `nemawashi: 1`, then e.g. `{known[1]}:`")


def format_problems(found: dict[str, Node], root: Node) -> Iterator[Problem]:
    """`nemawashi: 1` says which format the file has."""
    node = found.get("nemawashi")
    if node is None:
        first = next(iter(found.values()), root)
        if any("nemawashi" in closest(key, ("nemawashi",)) for key in found):
            return  # misspelt, which is told there
        yield first.problem_of_key("NW105", "the file lacks the key `nemawashi`", "begin with `nemawashi: 1`")
    elif node.value != FORMAT:
        if not isinstance(node.value, int | str) or node.value == "":
            yield node.problem("NW103", f"`nemawashi` says which format the file has: {FORMAT}", "write `nemawashi: 1`")
            return
        newer = isinstance(node.value, int) and node.value > FORMAT
        text = f"this file has format {node.value}; this program reads format {FORMAT}"
        hint = "use a newer program, or write `nemawashi: 1`" if newer else "write `nemawashi: 1`"
        yield node.problem("NW604" if newer else "NW103", text, hint)
