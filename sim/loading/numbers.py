"""Where a number of a scenario comes from: the values under a name, each with its place, its tags and its rule.

A name is a path with dots (`events.ev04.effects.m_tariff`, `procedure.capital.max`) or begins with an id (`ev04`,
`m_tariff`, `T1.payoff.us`). What the scenario file says about the same id stands beside what its pack says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sim.errors import Broken, Problem, closest
from sim.loading import finding
from sim.loading.load import TEXT_KEYS, Read, read
from sim.loading.node import Node, id_of

ORIGIN_SOURCE, ORIGIN_ASSUMPTION, ORIGIN_HOUSE = "source", "assumption", "house"
DESIGN = "D"
ADDED = "add."
"""What a scenario adds goes by the name it would have in its pack."""
MOST_SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class Number:
    """One value of a rule file. path: from the top of its file; source: tags of the entry it stands in; rule: id or "".

    origin: source, assumption or house (a file of one's own); by_scenario: the scenario file says it, not its pack.
    was: what an overlay took the place of, and where that stands, the latest first.
    """

    path: str
    value: str | int
    file: str
    line: int
    column: int
    source: tuple[str, ...] = ()
    rule: str = ""
    origin: str = ORIGIN_ASSUMPTION
    by_scenario: bool = False
    was: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"


class NoSuchName(LookupError):
    """No value has this name. hint: what was probably meant, or the names that exist, nearest first."""

    def __init__(self, name: str, hint: tuple[str, ...]) -> None:
        self.name = name
        self.hint = hint
        super().__init__(name)


@dataclass(frozen=True, slots=True)
class At:
    """A node on the way down, with what the entries above it say."""

    node: Node
    path: str
    source: tuple[str, ...] = ()
    rule: str = ""

    def down(self, key: str, node: Node, by_id: bool = False) -> At:
        """One step down. by_id: the key is the id of an entry of a list."""
        path = f"{self.path}.{key}" if self.path else key
        return entered(At(node, path if by_id or key else self.path, self.source, self.rule))


def entered(at: At) -> At:
    """The node with its own tags and rule, where it has some."""
    source, rule = at.node.get("source"), at.node.get("rule")
    tags = at.source
    if source is not None:
        items = source.value if isinstance(source.value, list) else [source]
        tags = tuple(str(item.value) for item in items)
    return replace(at, source=tags, rule=str(rule.value) if rule is not None and isinstance(rule.value, str) else at.rule)


def numbers(scenario: str, name: str) -> tuple[Number, ...]:
    """Every value under a name, in reading order. Raises Broken for an unreadable scenario, NoSuchName."""
    place = finding.find_scenario(scenario)
    if isinstance(place, Problem):
        raise Broken([place])
    source = read(place)
    if source.doc.node is None or source.pack is None:
        raise Broken(problem for problem in source.problems if problem.severity == "error")
    words = [word for word in name.strip().split(".") if word]
    found = [number for top in tops(source) for number in under(top, words, is_own(source, top), is_house(source, top))]
    if not found:
        raise NoSuchName(name, suggestions(source, words))
    return tuple(sorted(set(found), key=lambda number: (number.by_scenario, number.file, number.line, number.column)))


def tops(source: Read) -> list[At]:
    """The top of every file, the pack first."""
    files = sorted(source.pack.roots.items()) if source.pack is not None else []
    own = [(source.found.shown, source.doc.node)] if source.doc.node is not None else []
    return [At(node, "") for _, node in [*files, *own]]


def is_own(source: Read, top: At) -> bool:
    """Whether a file is the scenario's."""
    return top.node is source.doc.node


def is_house(source: Read, top: At) -> bool:
    """Whether a file did not come with the program; what an overlay changes in it says so itself."""
    if is_own(source, top):
        return not (source.base.found if source.base is not None else source.found).shipped
    return source.pack is not None and not finding.is_shipped(source.pack.folder)


def under(top: At, words: list[str], by_scenario: bool, house: bool) -> Iterator[Number]:
    """The values of one file under a name."""
    if not words:
        return
    starts = list(walked(top, words))
    for entry in everything(top):
        if id_of(entry.node) == words[0] or (by_scenario and entry.path.endswith(f".{words[0]}")):
            starts += walked(entry, words[1:])
    for start in starts:
        yield from leaves(start, by_scenario, house)


def walked(at: At, words: list[str]) -> Iterator[At]:
    """Where the words lead from a node; keys may hold dots themselves."""
    if not words:
        yield at
        return
    for count in range(1, len(words) + 1):
        for step in stepped(at, ".".join(words[:count])):
            yield from walked(step, words[count:])


def stepped(at: At, key: str) -> Iterator[At]:
    """One word down: a key of a map; the id or position of an entry of a list, or a key of one of its maps."""
    match at.node.value:
        case dict() as entries if key in entries:
            yield at.down(key, entries[key])
        case list() as items:
            yield from in_list(at, items, key)
        case _:
            return


def in_list(at: At, items: list[Node], key: str) -> Iterator[At]:
    """One word down in a list."""
    for position, item in enumerate(items):
        name = id_of(item)
        if key in (name, str(position)):
            yield at.down(name or str(position), item, by_id=True)
        elif not name and item.get(key) is not None:
            yield from stepped(at.down(str(position), item), key)


def everything(at: At) -> Iterator[At]:
    """Every node below, with its path; entries of lists go by their id."""
    match at.node.value:
        case dict() as entries:
            steps = [at.down(key, node) for key, node in entries.items()]
        case list() as items:
            steps = [at.down(id_of(item) or str(place), item, by_id=True) for place, item in enumerate(items)]
        case _:
            return
    for step in steps:
        yield step
        yield from everything(step)


def leaves(at: At, by_scenario: bool, house: bool) -> Iterator[Number]:
    """The single values at and below a node; texts for people only where there is nothing else."""
    steps = [step for step in (at, *everything(at)) if not isinstance(step.node.value, list | dict)]
    numbers_ = [step for step in steps if step is at or not is_about_people(step.path, at.path)]
    for step in numbers_ or steps:
        yield number_at(step, by_scenario, house)


def is_about_people(path: str, above: str) -> bool:
    """Whether a value is a text, a tag or an id, and no number or formula of the game."""
    keys = path.removeprefix(above).split(".")
    return any(key in TEXT_KEYS for key in keys) or "source" in keys or "claims" in keys or keys[-1] in ("id", "rule", "nemawashi")


def number_at(at: At, by_scenario: bool, house: bool) -> Number:
    """A value with its place."""
    value = at.node.value
    assert not isinstance(value, list | dict)
    origin = ORIGIN_HOUSE if house or at.node.was is not None else origin_of(at.source)
    was = at.node.was or ()
    instead = by_scenario and not at.path.startswith(ADDED)  # an addition takes nobody's place
    return Number(at.path.removeprefix(ADDED), value, at.node.path, at.node.line, at.node.column, at.source, at.rule, origin, instead, was)


def origin_of(tags: tuple[str, ...]) -> str:
    """Source where only the article (A1..A7) and public facts (S, O) stand behind the entry; what the designers chose (D) is assumed."""
    return ORIGIN_SOURCE if tags and DESIGN not in tags else ORIGIN_ASSUMPTION


def suggestions(source: Read, words: list[str]) -> tuple[str, ...]:
    """Names near the first word, or the keys to begin with."""
    keys = {key for top in tops(source) for key in (top.node.value if isinstance(top.node.value, dict) else ())}
    ids = {id_of(entry.node) for top in tops(source) for entry in everything(top)} - {""}
    first = words[0] if words else ""
    if first in keys | ids:
        steps = {entry.path for top in tops(source) for entry in everything(top) if first in entry.path.split(".")}
        return closest(".".join(words), steps) or tuple(sorted(steps, key=lambda path: (path.count("."), path)))[:MOST_SUGGESTED]
    return closest(first, keys | ids) or tuple(sorted(keys - {"nemawashi"}))
