"""Ids that are used twice, within a kind or between kinds that expressions and effects could not tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.errors import Problem
from sim.loading import shape_entries as kinds
from sim.loading.checks.common import Question, id_place
from sim.loading.effects import EXTRA
from sim.loading.names import FUNCTIONS, SEEN_FROM_HERE, TABLE_WORDS, WORDS
from sim.loading.node import Node, node_at
from sim.loading.selection import Play
from sim.loading.shape_base import Labelled
from sim.loading.slips import WORDS as LANGUAGE
from sim.loading.targets import LASTING_CELLS, REGIONS, TIMING, VERBS

EFFECT_KEYS = frozenset({*VERBS, *TIMING, *REGIONS, *LASTING_CELLS, "groups", *(key for keys in EXTRA.values() for key in keys)})
OF_EXPRESSIONS = frozenset({*WORDS, *TABLE_WORDS, *FUNCTIONS, *LANGUAGE, *SEEN_FROM_HERE, *EFFECT_KEYS})
OF_PARTIES = frozenset({"own", "other", "each", "chance", "none", "both", "all", "table"})
OF_PLAYED = frozenset({"package", "vote", "probe", "move", "this"})
OF_EVENTS = frozenset({"initiative"})
TYPED = frozenset(
    {
        *("accept", "act", "agree", "answer", "back", "break", "choose", "consult", "counter", "course", "decide", "decline", "demand"),
        *("done", "force", "groundwork", "guess", "hold", "initiative", "keep", "lever", "link", "offer", "postpone", "probe"),
        *("reframe", "reopen", "rewind", "submit", "suggest", "take", "undo", "unlink", "with"),
    }
)
"""Words of acts in the notation; a test compares them with those of `sim/table`."""


def unique_in_kind(play: Play) -> Iterator[Problem]:
    """Entries that stand inside others, and those a scenario adds; what a pack lists itself has been checked in reading."""
    pack = play.pack
    head = pack.pack
    kinds: list[list[Labelled]] = [[*head.parties], [*head.tracks], [*head.families], [*head.tags], [*pack.scoring.endings]]
    kinds += [[group for body in pack.bodies for group in body.groups]]
    kinds += [[*seat.agendas] for seat in pack.seats]
    for entries in kinds:
        yield from twice(entries)
    for name, shape in play.doc.texts.items():
        before = next((node for root in pack.roots.values() if (node := node_at(root, "texts", name)) is not None), None)
        if before is not None:
            text = f"the pack has texts of `{name}` already, {where(before, shape.node)}"
            yield shape.node.problem_of_key("NW201", text, "delete them here")
    for key in play.doc.added:
        own = [entry for entry in pack.lists.get(key, []) if isinstance(entry, Labelled)]
        yield from twice(own, only=play.doc.path.name)


def twice(entries: Iterable[Labelled], only: str = "") -> Iterator[Problem]:
    """NW201 at each id that another entry has used before. only: the end of the name of the one file that is asked about."""
    first: dict[str, Node] = {}
    for entry in entries:
        place = id_place(entry)
        before = first.setdefault(entry.id, place)
        if before is not place and place.path.endswith(only):
            yield place.problem(
                "NW201", f"the {entry.called} id `{entry.id}` is used twice; first {where(before, place)}", "rename one of them"
            )


def where(before: Node, now: Node) -> str:
    """Where the first of two stands, as seen from the second."""
    return f"on line {before.line}" if before.path == now.path else f"in {before.path}, line {before.line}"


def told_apart(play: Play) -> Iterator[Problem]:
    """Names that share one place in the language: of numbers, of parties, of what can be played, of causes."""
    pack = play.pack
    numbers = [*pack.meters, *pack.courses, *pack.counters, *pack.issues, *(group for body in pack.bodies for group in body.groups)]
    bundles = [rule for rule in pack.rules if rule.at is None and rule.crossed is None]
    own = play.doc.path.name
    yield from clashes(sorted([*numbers, *pack.values], key=lambda entry: entry.node.path.endswith(own)), OF_EXPRESSIONS)
    yield from clashes(pack.pack.parties, OF_PARTIES)
    yield from clashes([*pack.levers, *bundles], OF_PLAYED)
    yield from clashes(pack.events, OF_EVENTS)
    yield from clashes([*pack.events, *pack.levers, *pack.demands, *pack.initiatives], frozenset())


def clashes(entries: Iterable[Labelled], reserved: frozenset[str]) -> Iterator[Problem]:
    """NW201 where two kinds share an id; NW206 where an id is a word of the language."""
    first: dict[str, Labelled] = {}
    for entry in entries:
        place = id_place(entry)
        before = first.setdefault(entry.id, entry)
        if before.called != entry.called:
            text = f"the {entry.called} `{entry.id}` is called like the {before.called} {where(id_place(before), place)}"
            yield place.problem("NW201", text, "expressions could not tell them apart; rename one of them")
        elif entry.id in reserved and before is entry:
            yield place.problem("NW206", f"`{entry.id}` is a word of the language and no id of a {entry.called}", "choose another id")


def typed_words(play: Play) -> Iterator[Problem]:
    """How levers and acts are typed: no word of the notation, and each once a party."""
    first: dict[tuple[str, str], Node] = {}
    holders: list[kinds.Lever | kinds.Act] = [*play.levers, *play.acts]
    for entry in holders:
        own = entry.node.get("word")
        word = entry.word or (entry.id if entry.called == "act" else "")
        place = own or id_place(entry)
        if word.casefold() in TYPED:
            yield place.problem("NW206", f"`{word}` is typed for another act already", "choose another `word`")
        for party in [entry.party] if entry.party else [party.id for party in play.parties]:
            before = first.setdefault((party, word.casefold()), place) if word else place
            if before is not place:
                yield place.problem(
                    "NW201", f"`{word}` is typed for another act of `{party}`; first {where(before, place)}", "choose another `word`"
                )
                break
    courses: dict[tuple[str, str], Node] = {}
    for course in play.courses:
        place = course.node.get("word") or id_place(course)
        before = courses.setdefault((course.party, course.word or course.id), place)
        if before is not place:
            yield place.problem(
                "NW201", f"`{course.word}` is the word of two courses; first {where(before, place)}", "choose another `word`"
            )


QUESTIONS: tuple[Question, ...] = (unique_in_kind, told_apart, typed_words)
