"""One message for one root cause: what follows from another fault, or is the same fault again, is not told by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sim.errors import Problem
from sim.loading.documents import PackDoc, ScenarioDoc
from sim.loading.node import Node, id_of, line_seen_from

UNKNOWN = "NW202"
SAME_WORD = frozenset({"NW011"})
"""Faults of a word that has to be written in another way wherever it stands."""
MOST_PLACES = 4
ONCE_A_PLACE = frozenset({"NW103", "NW306"})
"""Faults of one value, told once however many wishes it fails."""
FOLLOWING = frozenset({"NW305", "NW309"})
"""Faults of conditions, which rest on the ranges of what they name."""
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
OF_TEXTS = frozenset({"NW105", "NW202"})
OWNER_OF_LEVEL = re.compile(r"`([A-Za-z][A-Za-z0-9_]*)\.[a-z]")
NO_SUCH_NAME = re.compile(r"(?:unknown name|names the [a-z ]+|belong to|there is no(?: [a-z]+)?) `([^`(]+)")
LOCAL_CODES = frozenset({"NW101", "NW102", "NW103", "NW108", "NW301", "NW306", "NW307", "NW310", "NW311", "NW312", "NW331"})
"""Faults that can be told although a file of the pack could not be read: they do not depend on what stands there."""


def independent(found: list[Problem], before: list[Problem], doc: ScenarioDoc, pack: PackDoc) -> list[Problem]:
    """Faults of meaning that do not follow from faults of form: none in an entry that has one, none from what was not read.

    Nor are texts of levels said to belong to nothing where their issue is at fault, nor conditions that name what is.
    """
    faults = [problem for problem in before if problem.severity == "error"]
    others = [problem for problem in found if problem.severity == "error" and problem.code not in FOLLOWING]
    doubled = [problem for problem in others if problem.code == "NW201"]
    if not faults and not others and pack.is_whole:
        return found
    entries = [(part, span_of(part)) for root in roots_of(doc, pack) for part in parts_of(root)]
    broken = [span for _, span in entries if any(is_inside(each, span) for each in faults)]
    shaky = {id_of(part) for part, span in entries if any(is_inside(each, span) for each in (*faults, *others))} - {""}
    shaky |= {"round"} if any("`rounds`" in each.text for each in (*faults, *others)) else set()
    sound = [problem for problem in found if not any(is_inside(problem, span) for span in broken)]
    formless = {id_of(part) for part, span in entries if any(is_inside(each, span) for each in (*faults, *doubled))}
    sound = [problem for problem in sound if not follows(problem, shaky, formless)]
    return [problem for problem in sound if pack.is_whole or problem.code in LOCAL_CODES]


def follows(problem: Problem, shaky: set[str], formless: set[str]) -> bool:
    """Whether a problem may be there only because entries have faults of their own. formless: whose levels may be others."""
    if problem.code in OF_TEXTS:
        return bool(formless & set(OWNER_OF_LEVEL.findall(problem.text)))
    if problem.code in FOLLOWING:
        return bool(shaky & set(WORD.findall(f"{problem.text} {problem.hint}")))
    return "round" in shaky and problem.code == "NW308"


def roots_of(doc: ScenarioDoc, pack: PackDoc) -> list[Node]:
    """The files of a pack, the scenario, and what it adds."""
    added = doc.node.get("add") if doc.node is not None else None
    return [*pack.roots.values(), *(node for node in (doc.node, added) if node is not None)]


def parts_of(root: Node) -> Iterator[Node]:
    """The entries of the lists of a file, and the values under the keys of its maps; what a scenario adds is asked by itself."""
    for key, node in root.value.items() if isinstance(root.value, dict) else ():
        if key == "add":
            continue
        if isinstance(node.value, list):
            yield from node.value
        elif isinstance(node.value, dict):
            yield from node.value.values()


def span_of(node: Node) -> tuple[str, int, int]:
    """File, first and last line of a node."""
    low = min(node.line, node.key_line or node.line)
    high = max([node.line, *(line for _, line, _ in node.breaks)])
    for item in node.value.values() if isinstance(node.value, dict) else node.value if isinstance(node.value, list) else ():
        _, first, last = span_of(item)
        low, high = min(low, first), max(high, last)
    return node.path, low, high


def is_inside(problem: Problem, span: tuple[str, int, int]) -> bool:
    """Whether a problem stands in a span."""
    path, low, high = span
    return problem.file == path and low <= problem.line <= high


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in reading order; a name that does not exist, or a word that is misread, is told where it stands first."""
    groups: dict[Problem | str | tuple[str, str], list[Problem]] = {}
    for problem in sorted(set(problems)):
        name = NO_SUCH_NAME.search(problem.text) if problem.code == UNKNOWN else None
        same = (problem.file, problem.text) if problem.code in SAME_WORD else problem
        groups.setdefault(same if name is None else name.group(1), []).append(problem)
    found = sorted(with_others(first, others) for first, *others in groups.values())
    places = [(problem.file, problem.line, problem.column, problem.code) for problem in found]
    return tuple(problem for at, problem in enumerate(found) if problem.code not in ONCE_A_PLACE or places.index(places[at]) == at)


def with_others(problem: Problem, others: list[Problem]) -> Problem:
    """A problem that names the other places at which the same is wrong."""
    if not others:
        return problem
    named = (line_seen_from(problem.file, other.file, other.line) for other in others)
    places = list(dict.fromkeys(named))
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    also = f"the same: {'; '.join(places[:MOST_PLACES])}{more}"
    here = [fix for other in others if other.file == problem.file for fix in other.fixes]
    return replace(problem, hint=f"{problem.hint}; {also}" if problem.hint else also, fixes=(*problem.fixes, *here))
