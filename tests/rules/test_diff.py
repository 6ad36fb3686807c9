"""The difference of two rule sets: how they are written is none, what they say is one each, a new name is a new name."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from sim.loading import finding, load
from sim.loading.diff import Change, Diff, differences
from sim.loading.digests import ANSWERS, EFFECTS, rules_digest, text_digest
from sim.loading.finding import Found
from sim.loading.load import Read
from sim.loading.node import Node, id_of, place, plain
from sim.loading.reading import read_text
from tests.loading.helpers import MINIMAL, PLAYABLE, SEED, write
from tests.loading.test_any_edit import with_other_word
from tests.loading.test_digests import shuffled
from tests.properties.worlds import thorough

OWN = ""
"""The name under which the text of the scenario stands beside those of its pack."""
NUMBERS, EDITS, OF_KIND = (160, 60, 4) if thorough() else (20, 15, 2)
ENTRY = re.compile(r"(?m)^( *)- id: ")


@lru_cache(maxsize=8)
def base(name: str = "spring-2025") -> Read:
    """A scenario as it is."""
    found = finding.find_scenario(name)
    assert isinstance(found, Found)
    return load.read(found)


def texts_of(source: Read) -> dict[str, str]:
    """The texts of a pack by file, and of its scenario."""
    assert source.pack is not None
    return {**source.pack.sources, OWN: source.doc.source}


def tree(text: str, name: str) -> Node:
    """The nodes of a text."""
    node = read_text(text, name).node
    assert node is not None, name
    return node


def with_roots(source: Read, roots: dict[str, Node], own: Node | None = None) -> Read:
    """The same scenario with other files; for comparing, their trees are all that counts."""
    assert source.pack is not None
    doc = source.doc if own is None else replace(source.doc, node=own)
    return replace(source, doc=doc, pack=replace(source.pack, roots={**source.pack.roots, **roots}))


def edited(source: Read, changed: dict[str, str]) -> Read:
    """The same scenario with other texts for some of its files; only these are read again."""
    roots = {name: tree(text, name) for name, text in changed.items() if name != OWN}
    return with_roots(source, roots, tree(changed[OWN], source.found.shown) if OWN in changed else None)


def only(found: Diff) -> Change:
    """The one change there is."""
    assert len(found.changes) == 1, [(change.kind, change.path, change.old, change.new) for change in found.changes[:5]]
    return found.changes[0]


# --- no difference ---


@pytest.mark.parametrize("name", PLAYABLE)
def test_a_file_and_itself_in_any_order_of_keys_are_the_same(name: str) -> None:
    source, luck = base(name), random.Random(11)
    assert source.pack is not None and source.doc.node is not None
    roots = {file: shuffled(root, luck) for file, root in source.pack.roots.items()}
    assert differences(source, source).is_same
    assert differences(source, with_roots(source, roots, shuffled(source.doc.node, luck))).is_same


def test_names_of_files_and_where_they_are_cut_are_no_difference() -> None:
    source = base()
    assert source.pack is not None
    keys = [(key, node) for root in source.pack.roots.values() if isinstance(root.value, dict) for key, node in root.value.items()]
    cut = {f"{position:02}.yaml": Node({key: node}, "", 1, 1) for position, (key, node) in enumerate(reversed(keys))}
    other = replace(source, pack=replace(source.pack, roots=cut))
    assert differences(source, other).is_same
    assert differences(other, source).is_same


def quoted(text: str) -> str:
    """The text with quotation marks around every word and formula that has none."""
    lines = text.split("\n")
    for node in sorted(words_of(tree(text, "f.yaml")), key=lambda each: (each.line, -each.column)):
        line, value = lines[node.line - 1], str(node.value)
        if line[node.column - 1 :].startswith(value):
            lines[node.line - 1] = f"{line[: node.column - 1]}{json.dumps(value)}{line[node.column - 1 + len(value) :]}"
    return "\n".join(lines)


def words_of(node: Node) -> Iterator[Node]:
    """Every text without quotes that stands in one line."""
    match node.value:
        case dict() as entries:
            for item in entries.values():
                yield from words_of(item)
        case list() as items:
            for item in items:
                yield from words_of(item)
        case str() if not node.quoted and not node.breaks:
            yield node


def commented(text: str) -> str:
    """The text with a comment before every entry."""
    return ENTRY.sub(lambda hit: f"{hit.group(1)}# A comment: {{}} - id\n{hit.group()}", text)


def spaced(text: str) -> str:
    """The text with more space in its formulas."""
    return re.sub(r"(?m)^( *(?:needs|when|amount|quota): [^#\n\"]*)", lambda hit: re.sub(r" (>=|<|and|-) ", r"   \1  ", hit.group()), text)


@pytest.mark.parametrize("write_again", [quoted, commented, spaced])
def test_the_way_it_is_written_is_no_difference(write_again: Callable[[str], str]) -> None:
    before = texts_of(base())
    after = {name: write_again(text) for name, text in before.items()}
    assert sum(before[name] != after[name] for name in before) > len(before) // 4
    assert differences(base(), edited(base(), after)).is_same


def test_it_says_no_difference_where_the_digests_say_none() -> None:
    luck, source, seen = random.Random(5), base("lantern-coast"), set()
    texts = texts_of(source)
    before = digests_of(source)
    for _ in range(EDITS):
        name = luck.choice([*texts])
        after_text = with_other_word(texts[name], luck)
        if read_text(after_text, name).node is None:
            continue
        after = edited(source, {name: after_text})
        found, digests = differences(source, after), digests_of(after)
        assert found.is_same == (digests == before), after_text
        assert all(change.is_text for change in found.changes) == (digests[0] == before[0]), after_text
        seen.add(tuple(old == new for old, new in zip(before, digests, strict=True)))
    assert len(seen) >= 3


def digests_of(source: Read) -> tuple[str, str]:
    """The digests of rules and texts."""
    assert source.pack is not None
    roots = list(source.pack.roots.values())
    return rules_digest(roots, source.doc.node), text_digest(roots, source.doc.node)


# --- one number ---


def numbers_of(node: Node, key: str, path: tuple[str, ...], levels: list[str]) -> Iterator[tuple[str, Node, Node]]:
    """(path, the number, what is compared as one value) of every whole number of a file, found without the code at test."""
    if isinstance(node.value, int):
        yield ".".join(path), node, node
    elif isinstance(node.value, dict):
        own = [str(plain(level)) for level in listed(node.get("levels"))] or levels
        for name, item in node.value.items():
            if name != "nemawashi":
                yield from numbers_of(item, name, (*path, name), own)
    elif isinstance(node.value, list):
        items = node.value
        if any(isinstance(item.value, dict) for item in items):
            single = key in EFFECTS | ANSWERS and len(items) == 1
            for position, item in enumerate(items):
                yield from numbers_of(item, "", path if single else (*path, id_of(item) or str(position)), levels)
        elif len(path) > 3 and path[-2] in ("payoff", "effects") and len(items) == len(levels):
            yield from ((".".join((*path, level)), item, item) for level, item in zip(levels, items, strict=True))
        else:
            yield from ((".".join(path), item, node) for item in items if isinstance(item.value, int))


def listed(node: Node | None) -> list[Node]:
    """The items of a list."""
    return node.value if node is not None and isinstance(node.value, list) else []


def all_numbers() -> list[tuple[str, str, Node, Node]]:
    """(file, path, number, value) of every number of the pack."""
    source = base()
    assert source.pack is not None
    return [(name, *found) for name, root in source.pack.roots.items() for found in numbers_of(root, "", (), [])]


@pytest.mark.slow
def test_one_number_changed_is_one_change_at_its_place() -> None:
    numbers = all_numbers()
    assert len(numbers) > 900
    texts, luck = texts_of(base()), random.Random(2025)
    for name, path, number, value in luck.sample(numbers, NUMBERS):
        lines = texts[name].split("\n")
        line = lines[number.line - 1]
        begin, end = line[: number.column - 1], re.sub(r"^[+-]?\d+", "", line[number.column - 1 :])
        new = int(str(plain(number))) + luck.choice([-7, 3, 11])
        lines[number.line - 1] = f"{begin}{new}{end}"
        change = only(differences(base(), edited(base(), {name: "\n".join(lines)})))
        assert (change.kind, change.path, change.before, change.after) == ("changed", path, place(value), place(value))
        assert change.old == plain(value)
        assert change.new == (new if value is number else [new if item is number else plain(item) for item in listed(value)])
        assert change.is_text == (".claims" in path)


# --- names ---


def renamed(source: Read, old: str, new: str) -> Read:
    """The scenario with an id by another name wherever it stands."""
    word = re.compile(rf"(?<![A-Za-z0-9_]){old}(?![A-Za-z0-9_])")
    return edited(source, {name: word.sub(new, text) for name, text in texts_of(source).items() if word.search(text)})


RENAMES = {
    "meters.m_duty": "m_tariff",
    "events.ev_rates": "ev04",
    "levers.us_letter": "us_l02",
    "acts.calmer": "return_to_talks",
    "levers.jp_meeting": "jp_summit",
    "issues.Q1": "D1",
    "issues.T2.levels.they_pick": "us_picks",
    "issues.T1.levels.no_cars": "auto_off",
    "bodies.jp.groups.jp_rice": "jp_farm",
    "courses.post_wide": "post_partners",
    "counters.dry_turns": "dry_rounds",
    "values.other_chance": "second_chance",
    "postures.merchant": "dealmaker",
    "initiatives.in_list": "in04",
    "demands.dm_steel": "dm10",
    "seats.s_premier": "s_pm",
    "seats.s_pres.agendas.shown_deals": "visible_deals",
    "rules.cold": "new_leader",
    "rules.Q2": "R2",
    "modifiers.softer": "softening",
    "scoring.endings.Q7": "E7",
    "pack.families.arms": "defense_industry",
    "rules.R9.effects.options.quicken": "hurry",
}


@pytest.mark.parametrize("path", RENAMES)
def test_an_id_by_another_name_is_one_rename(path: str) -> None:
    old, new = RENAMES[path], path.rpartition(".")[2]
    found = differences(base(), renamed(base(), old, new))
    change = only(found)
    assert found.renames == (change,) and not found.meaning and not found.texts
    assert (change.kind, change.path, change.old, change.new) == ("renamed", path, old, new)
    assert change.before.split(":")[:2] == change.after.split(":")[:2]


@pytest.mark.parametrize("key", ["meters", "events", "levers", "issues", "demands", "initiatives", "seats"])
def test_any_id_of_a_kind_may_get_another_name(key: str) -> None:
    source, luck = base(), random.Random(key)
    assert source.pack is not None
    ids = [id_of(item) for root in source.pack.roots.values() for item in listed(root.get(key))]
    for old in luck.sample(ids, OF_KIND):
        change = only(differences(source, renamed(source, old, f"z{old}z")))
        assert (change.kind, change.path) == ("renamed", f"{key}.z{old}z")


def test_a_party_by_another_name_is_one_rename(tmp_path: Path) -> None:
    before = write(tmp_path / "a", {**{f"minimal/{name}": text for name, text in MINIMAL.items()}, "own.yaml": SEED})
    after = {name: re.sub(r"\bax\b", "axis", path.read_text(encoding="utf-8")) for name, path in files_in(before)}
    change = only(differences(read_at(before), read_at(write(tmp_path / "b", after))))
    assert (change.kind, change.path, change.old, change.new) == ("renamed", "pack.parties.axis", "ax", "axis")


def files_in(folder: Path) -> list[tuple[str, Path]]:
    """The files of a folder by their path in it."""
    return [(path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*.yaml"))]


def read_at(folder: Path) -> Read:
    """The scenario of a folder of its own."""
    found = finding.find_scenario(str(folder / "own.yaml"))
    assert isinstance(found, Found)
    return load.read(found)


def test_what_changes_inside_a_renamed_entry_stands_under_its_new_name() -> None:
    texts = texts_of(base())
    other = {name: re.sub(r"\bm_tariff\b", "m_duty", re.sub(r"\bev04\b", "ev_rates", text)) for name, text in texts.items()}
    meters = next(name for name in texts if name.endswith("meters.yaml"))
    events = next(name for name in texts if name.endswith("events.yaml"))
    other[meters] = other[meters].replace("start: 65\n    drift: +1\n    good: down", "start: 66\n    drift: +1\n    good: down", 1)
    other[events] = other[events].replace("m_duty: +8, m_momentum: -5", "m_duty: +9, m_momentum: -5", 1)
    found = differences(base(), edited(base(), other))
    assert [(change.path, change.old) for change in found.renames] == [("events.ev_rates", "ev04"), ("meters.m_duty", "m_tariff")]
    assert [(change.path, change.old, change.new) for change in found.meaning] == [
        ("events.ev_rates.effects.m_duty", 8, 9),
        ("meters.m_duty.start", 65, 66),
    ]
    assert not found.texts
