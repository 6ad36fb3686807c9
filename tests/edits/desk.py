"""The files of a pack and its scenarios on a desk: every value with its place, ready to be edited, and how to check them again fast."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from sim.errors import Problem
from sim.loading import finding, load
from sim.loading.checking import tried
from sim.loading.documents import ScenarioDoc, pack_of, read_pack, scenario_of
from sim.loading.finding import Found
from sim.loading.load import Read
from sim.loading.node import Node
from sim.loading.reading import Reading, read_text
from sim.loading.shape import LISTS, MAPS
from sim.loading.shape_base import Shape
from sim.loading.shape_entries import Texts
from sim.loading.shape_problems import model_at
from sim.loading.shape_scenario import Scenario
from sim.loading.targets import TIMING, VERBS

Trail = tuple[str | int, ...]
Place = tuple[int, int]
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
NUMBER = re.compile(r"[+-]?[0-9]+")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A value of a file. trail: the keys and positions that lead to it; around: the values it lies in, the nearest first."""

    file: str
    trail: Trail
    node: Node
    around: tuple[Node, ...]

    @property
    def key(self) -> str:
        """The nearest key it stands under."""
        return next((str(step) for step in reversed(self.trail) if isinstance(step, str)), "")

    @property
    def is_under_key(self) -> bool:
        """Whether a key stands right in front of it."""
        return bool(self.trail) and isinstance(self.trail[-1], str)

    def fits(self, pattern: str) -> bool:
        """`issues/*/payoff/*`: one step each; `**/when`: the end only; `high|low`: either."""
        wanted = pattern.split("/")
        steps = [str(step) for step in self.trail]
        if wanted[0] == "**":
            wanted = wanted[1:]
            steps = steps[-len(wanted) :]
        return len(steps) == len(wanted) and all(want == "*" or step in want.split("|") for step, want in zip(steps, wanted, strict=True))


class Desk:
    """A sound pack with its scenarios. words: every word that stands anywhere, so that a slip never hits another one."""

    def __init__(self, pack: str) -> None:
        found = finding.shipped_packs()[pack]
        packed = read_pack(found.path, found.shown)
        self.pack = found
        own = [place for place in finding.shipped_scenarios().values() if pack_named(place) == pack]
        self.scenarios = {place.shown: place for place in own}
        self.texts = {**packed.sources, **{place.shown: place.path.read_text(encoding="utf-8") for place in own}}
        self.sound = {file: read_text(text, file) for file, text in self.texts.items()}
        self.packed = packed
        self.starts = {file: line_starts(text) for file, text in self.texts.items()}
        self.spots = [
            spot for file, reading in self.sound.items() if reading.node is not None for spot in below(file, (), reading.node, ())
        ]
        self.fitting: dict[tuple[str, ...], list[Spot]] = {}
        self.words = frozenset(known_words(self.texts.values()))
        self.ids = {kind: self.ids_of(kind) for kind in LISTS}
        self.ids["groups"] = {str(spot.node.value) for spot in self.spots if spot.fits("bodies/*/groups/*/id")}
        self.ids["parties"] = {str(spot.node.value) for spot in self.spots if spot.fits("pack/parties/*/id")}

    def ids_of(self, kind: str) -> set[str]:
        """The ids of the entries of a list."""
        return {str(spot.node.value) for spot in self.spots if spot.fits(f"{kind}/*/id")}

    def offset(self, file: str, line: int, column: int) -> int:
        """Where a place of a file stands in its text."""
        return self.starts[file][line - 1] + column - 1

    def written(self, spot: Spot) -> str:
        """A value as it is written; "" for what does not stand on one line."""
        node, text = spot.node, self.texts[spot.file]
        start = self.offset(spot.file, node.line, node.column)
        if node.breaks:
            return ""
        if isinstance(node.value, list | dict):
            return in_brackets(text, start)
        if node.quoted:
            hit = QUOTED.match(text, start)
            return hit.group() if hit else ""
        if isinstance(node.value, int):
            hit = NUMBER.match(text, start)
            return hit.group() if hit else ""
        return node.value if text.startswith(node.value, start) else ""

    def line_of(self, spot: Spot) -> tuple[int, str]:
        """Where the line of a value's key begins in the text, and the line with its end."""
        row = (spot.node.key_line or spot.node.line) - 1
        start = self.starts[spot.file][row]
        end = self.texts[spot.file].find("\n", start) + 1
        return start, self.texts[spot.file][start:end]

    def model_of(self, spot: Spot) -> type[Shape] | None:
        """The model of the map a value stands in, where its keys are fixed."""
        trail = spot.trail[:-1]
        if spot.file in self.scenarios:
            return model_at(Scenario, trail)
        top = str(trail[0]) if trail else ""
        if top in LISTS:
            return model_at(LISTS[top], trail[2:]) if len(trail) > 1 else None
        if top in MAPS:
            return model_at(MAPS[top], trail[1:])
        return model_at(Texts, trail[2:]) if top == "texts" and len(trail) > 1 else None

    def pick(self, luck: random.Random, *patterns: str) -> Spot | None:
        """A value that fits one of the patterns."""
        if patterns not in self.fitting:
            self.fitting[patterns] = [spot for spot in self.spots if any(spot.fits(pattern) for pattern in patterns)]
        return luck.choice(self.fitting[patterns]) if self.fitting[patterns] else None

    def problems(self, file: str, text: str) -> tuple[Problem, ...]:
        """Everything the checker says when one file has another text."""
        reading = read_text(text, file)
        return self.of_scenario(file, reading) if file in self.scenarios else self.of_pack(file, reading)

    def source(self, file: str, text: str) -> Read:
        """The documents with another text of one file: of the pack alone, or of a scenario."""
        reading = read_text(text, file)
        if file in self.scenarios:
            place = self.scenarios[file]
            return Read(place, scenario_of(reading, place.path), self.packed, ())
        packed = pack_of([reading if name == file else self.sound[name] for name in self.packed.sources], self.pack.shown, self.pack.path)
        return Read(self.pack, ScenarioDoc(self.pack.path, None, None, ()), packed, ())

    def of_pack(self, file: str, reading: Reading) -> tuple[Problem, ...]:
        """As checking a pack by itself: tried with a scenario that brings in all that is optional."""
        packed = pack_of([reading if name == file else self.sound[name] for name in self.packed.sources], self.pack.shown, self.pack.path)
        source = tried(packed, self.pack.name)
        return tuple(problem for problem in load.compiled(source)[1] if problem.file != source.found.shown)

    def of_scenario(self, file: str, reading: Reading) -> tuple[Problem, ...]:
        """As checking a scenario."""
        place = self.scenarios[file]
        doc = scenario_of(reading, place.path)
        if doc.scenario is None or doc.node is None:
            return doc.problems
        at = doc.node.get("scenario")
        where = finding.find_pack(doc.scenario.scenario.pack or "", place, at.get("pack") if at is not None else None)
        if isinstance(where, Problem):
            return (*doc.problems, where)
        history, problems = load.history_of(doc)
        return load.compiled(Read(place, doc, self.packed, (*doc.problems, *self.packed.problems, *problems), history))[1]


def pack_named(place: Found) -> str:
    """The id of the pack a scenario names."""
    node = read_text(place.path.read_text(encoding="utf-8"), place.shown).node
    head = node.get("scenario") if node is not None else None
    own = head.get("pack") if head is not None else None
    return str(own.value) if own is not None else ""


def below(file: str, trail: Trail, node: Node, around: tuple[Node, ...]) -> Iterator[Spot]:
    """Every value below a node, and itself."""
    if trail:
        yield Spot(file, trail, node, around)
    if isinstance(node.value, dict):
        for key, inner in node.value.items():
            yield from below(file, (*trail, key), inner, (node, *around))
    elif isinstance(node.value, list):
        for index, inner in enumerate(node.value):
            yield from below(file, (*trail, index), inner, (node, *around))


def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]


def place_in(text: str, offset: int) -> Place:
    """Line and column of a character."""
    starts = line_starts(text)
    row = bisect_right(starts, offset) - 1
    return row + 1, offset - starts[row] + 1


def in_brackets(text: str, start: int) -> str:
    """What stands from a bracket to its partner, "" where no bracket opens or a line ends before."""
    depth, at = 0, start
    while at < len(text) and text[at] != "\n":
        quote = QUOTED.match(text, at)
        at = quote.end() if quote else at + 1
        depth += (text[at - 1] in "[{") - (text[at - 1] in "]}") if not quote else 0
        if depth == 0:
            return text[start:at] if text[start] in "[{" else ""
    return ""


def known_words(texts: Iterable[str]) -> Iterator[str]:
    """Words of the files, keys of every model, verbs and timing words."""
    for text in texts:
        yield from WORD.findall(text)
    models: list[type[Shape]] = [*LISTS.values(), *MAPS.values(), Texts, Scenario]
    for model in models:
        yield from model.model_fields
    yield from (*VERBS, *TIMING, "and", "or", "not", "at", "least", "most", "limited", "to", "if", "min", "max")
