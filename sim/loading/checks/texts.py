"""Texts that stand apart from their entries: each belongs to something, and what people see has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.errors import Problem, closest, did_you_mean
from sim.loading.checks.common import Question, called
from sim.loading.documents import place_of
from sim.loading.node import Node
from sim.loading.selection import Play
from sim.loading.shape_base import Labelled
from sim.loading.shape_entries import Counter, Group

TEXT_EXAMPLE = '{en: "...", ja: "..."}'


def levels_of(play: Play) -> dict[str, Node]:
    """`issue.level` -> where the level stands."""
    return {f"{issue.id}.{level}": place_of(issue, "levels", k) for issue in play.pack.issues for k, level in enumerate(issue.levels)}


def words_of(play: Play) -> dict[str, Node]:
    """`counter.word` and `group.word` -> where the word stands."""
    holders: list[Group | Counter] = [*play.pack.counters, *(group for body in play.pack.bodies for group in body.groups)]
    return {f"{entry.id}.{word}": place_of(entry, "words", word) for entry in holders for word in entry.words}


def entries_of(play: Play) -> dict[str, Labelled]:
    """Everything that may have texts of its own, by id."""
    pack, head = play.pack, play.pack.pack
    found: list[Labelled] = [*head.parties, *head.tracks, *head.families, *head.tags, *pack.scoring.endings]
    found += [group for body in pack.bodies for group in body.groups]
    found += [agenda for seat in pack.seats for agenda in seat.agendas]
    found += [entry for entries in pack.lists.values() for entry in entries if isinstance(entry, Labelled)]
    return {entry.id: entry for entry in reversed(found)}


def texts_belong_to_something(play: Play) -> Iterator[Problem]:
    """The keys of `texts` are ids, levels and words; a text stands once; phrases are for levels."""
    levels, words, entries = levels_of(play), words_of(play), entries_of(play)
    yield from texts_of_nobody(play, entries)
    for key, shape in play.pack.texts.items():
        node = shape.node
        owner = key.partition(".")[0]
        if key not in levels and key not in words and key not in entries:
            if owner in entries and owner not in play.lost_ids:
                known = [*levels, *words, *entries]
                yield node.problem_of_key("NW202", f"the texts of `{key}` belong to nothing", did_you_mean(key, known) or "delete them")
            continue
        if key not in levels and shape.phrase is not None:
            yield place_of(shape, "phrase").problem_of_key(
                "NW101", f"`phrase` means nothing for `{key}`", "phrases are for levels; delete it"
            )
        for word in ("label", "short", "brief", "note") if key in entries else ():
            if getattr(shape, word) is not None and getattr(entries[key], word) is not None:
                text = f"`{word}` of {called(entries[key])} stands in the entry too"
                yield place_of(shape, word).problem_of_key("NW108", text, "delete one of the two")


def texts_of_nobody(play: Play, entries: dict[str, Labelled]) -> Iterator[Problem]:
    """NW202 once for each owner of texts that does not exist."""
    for owner, keys in by_owner(play.pack.texts).items():
        if owner not in entries and owner not in play.lost_ids:
            alike = meant_issues(play, keys)
            hint = f"did you mean `{alike[0]}`? Its levels are the same" if alike else did_you_mean(owner, entries) or "delete them"
            node = play.pack.texts[keys[0]].node
            yield node.problem_of_key("NW202", f"these texts belong to `{owner}`, which does not exist", hint)


def by_owner(keys: Iterable[str]) -> dict[str, list[str]]:
    """The keys of texts by what stands in front of their dot."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(key.partition(".")[0], []).append(key)
    return found


def meant_issues(play: Play, keys: list[str]) -> list[str]:
    """Issues whose levels are called like these texts."""
    levels = {key.partition(".")[2] for key in keys}
    return [issue.id for issue in play.pack.issues if set(issue.levels) == levels]


def meant_by_others(play: Play) -> set[str]:
    """Issues whose texts stand under another id; that has been told there."""
    entries = entries_of(play)
    return {issue for owner, keys in by_owner(play.pack.texts).items() if owner not in entries for issue in meant_issues(play, keys)}


def what_people_see_has_a_name(play: Play) -> Iterator[Problem]:
    """Levels, words of counters and groups, and parts of the pack have labels."""
    texts, lost, levels = play.pack.texts, play.pack.lost_texts, levels_of(play)
    elsewhere = meant_by_others(play)
    seen = [*levels, *words_of(play)]
    misspelt = {near for key in texts if "." in key and key not in seen for near in closest(key, seen)}
    bare = [key for key in seen if key not in lost | misspelt and (key not in texts or texts[key].label is None)]
    for owner, keys in by_owner(bare).items():
        if owner not in elsewhere:
            node = {**levels, **words_of(play)}[keys[0]]
            make = node.problem if keys[0] in levels else node.problem_of_key
            what = f"`{keys[0]}` has no label" if len(keys) == 1 else f"`{keys[0]}` and {len(keys) - 1} more of `{owner}` have no labels"
            yield make("NW105", what, f"add `{keys[0]}: {{label: {TEXT_EXAMPLE}}}` to `texts`")
    head = play.pack.pack
    nested: list[Labelled] = [*head.parties, *head.tracks, *head.families, *head.tags, *play.pack.scoring.endings]
    nested += [group for body in play.pack.bodies for group in body.groups]
    nested += [agenda for seat in play.pack.seats for agenda in seat.agendas]
    for entry in nested:
        in_texts = entry.id in texts and texts[entry.id].label is not None
        if entry.label is None and not in_texts and entry.id not in lost:
            place = entry.node.get("id") or entry.node
            yield place.problem_of_key("NW105", f"{called(entry)} lacks the key `label`", f"add e.g. `label: {TEXT_EXAMPLE}`")


QUESTIONS: tuple[Question, ...] = (texts_belong_to_something, what_people_see_has_a_name)
