"""Two digests: one changes with the meaning of the rules only, the other with their words only."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sim.domain import Scenario
from sim.errors import Problem
from sim.loading import finding, load
from sim.loading.digests import rules_digest, text_digest
from sim.loading.node import Node
from sim.loading.reading import read_text
from tests.loading.helpers import PLAYABLE, ROOT, write

MINIMAL = ROOT / "tests/bad_rules/minimal"
SEED = (ROOT / "tests/bad_rules/minimal.yaml").read_text(encoding="utf-8")
FILES = {path.name: path.read_text(encoding="utf-8") for path in MINIMAL.glob("*.yaml")}


def loaded(folder: Path, files: dict[str, str], seed: str = SEED) -> Scenario:
    """The scenario of a pack with these files."""
    write(folder, {f"minimal/{name}": text for name, text in files.items()} | {"minimal.yaml": seed})
    return load.scenario(str(folder / "minimal.yaml"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """The pack as it is."""
    return loaded(tmp_path_factory.mktemp("plain"), FILES)


def changed(old: str, new: str) -> dict[str, str]:
    """The files of the pack with one text in place of another."""
    assert sum(text.count(old) for text in FILES.values()) == 1, old
    return {name: text.replace(old, new) for name, text in FILES.items()}


MEANING = {
    "a number": ("start: 52, points: {P1: -3", "start: 53, points: {P1: -3"),
    "a sign": ("effects: {m_calm: +1}", "effects: {m_calm: -1}"),
    "a condition": ("needs: m_calm >= 10", "needs: m_calm > 10"),
    "an id": ("id: e_rain", "id: e_hail"),
    "a switch": ("id: ax_horn, party: ax", "id: ax_horn, party: ax, measure: true"),
    "the order of levels and payoffs": ("opener: [ax, bx]", "opener: [bx, ax]"),
}
WORDS = {
    "a label": ('label: {en: "Rain"', 'label: {en: "Showers"'),
    "the Japanese": ('ja: "雨"', 'ja: "大雨"'),
    "a phrase": ("half of the repair", "one half of the repair"),
    "a source": ("effects: {m_calm: +1}, source: [D]", "effects: {m_calm: +1}, source: [S, D]"),
}
NOTHING = {
    "a comment": ("id: e_rain", "id: e_rain"),
    "a sign that says nothing": ("effects: {m_calm: +1}", "effects: {m_calm: 1}"),
    "spaces in a formula": ("needs: m_calm >= 10", "needs: m_calm>=10"),
    "quotation marks": ("quota: yes_weight >= 50\n    groups: [{id: ax_elders", 'quota: "yes_weight >= 50"\n    groups: [{id: ax_elders'),
    "a list of one": ("effects: {m_calm: +1}", "effects: [{m_calm: +1}]"),
    "the order of keys": ("party: bx, label: {en: \"Thirsty\", ja: \"水不足\"}, weights: {P1: 70, P2: 30}",
                          "weights: {P2: 30, P1: 70}, label: {ja: \"水不足\", en: \"Thirsty\"}, party: bx"),
}  # fmt: skip


@pytest.mark.parametrize("what", MEANING)
def test_meaning_changes_the_digest_of_the_rules_only(what: str, plain: Scenario, tmp_path: Path) -> None:
    other = loaded(tmp_path, changed(*MEANING[what]))
    assert other.rules_digest != plain.rules_digest
    assert what == "an id" or other.text_digest == plain.text_digest


@pytest.mark.parametrize("what", WORDS)
def test_words_change_the_digest_of_the_texts_only(what: str, plain: Scenario, tmp_path: Path) -> None:
    other = loaded(tmp_path, changed(*WORDS[what]))
    assert (other.rules_digest, other.tables) == (plain.rules_digest, plain.tables)
    assert other.text_digest != plain.text_digest


@pytest.mark.parametrize("what", NOTHING)
def test_the_way_it_is_written_changes_nothing(what: str, plain: Scenario, tmp_path: Path) -> None:
    files = {name: f"# A comment.\n{text}" for name, text in changed(*NOTHING[what]).items()}
    other = loaded(tmp_path, files)
    assert (other.rules_digest, other.text_digest, other.tables) == (plain.rules_digest, plain.text_digest, plain.tables)


def test_names_of_files_and_where_they_are_cut_change_nothing(plain: Scenario, tmp_path: Path) -> None:
    head = "nemawashi: 1\n"
    one = head + "".join(text.split(head, 1)[1] for text in FILES.values())
    renamed = {"a.yaml": FILES["table.yaml"], "z.yaml": FILES["play.yaml"]}
    for folder, files in (("one", {"all.yaml": one}), ("renamed", renamed)):
        other = loaded(tmp_path / folder, files)
        assert (other.rules_digest, other.text_digest, other.tables) == (plain.rules_digest, plain.text_digest, plain.tables)


def test_the_scenario_counts(plain: Scenario, tmp_path: Path) -> None:
    assert loaded(tmp_path / "a", FILES, SEED.replace("rounds: 2", "rounds: 3")).rules_digest != plain.rules_digest
    other = loaded(tmp_path / "b", FILES, SEED.replace("Two villages", "Two hamlets"))
    assert other.rules_digest == plain.rules_digest
    assert other.text_digest != plain.text_digest


def test_the_order_of_effects_has_a_meaning(tmp_path: Path) -> None:
    texts = ("effects: {m_calm: +1, ax_elders: +1}", "effects: {ax_elders: +1, m_calm: +1}")
    digests = {loaded(tmp_path / str(k), changed("effects: {m_calm: +1}", text)).rules_digest for k, text in enumerate(texts)}
    assert len(digests) == len(texts)


def shuffled(node: Node, luck: random.Random, key: str = "") -> Node:
    """The node with the keys of its maps in another order, where that has no meaning."""
    if isinstance(node.value, list):
        return Node([shuffled(item, luck, key) for item in node.value], node.path, node.line, node.column)
    if not isinstance(node.value, dict):
        return node
    items = [(name, shuffled(item, luck, name)) for name, item in node.value.items()]
    if key not in ORDERED:
        luck.shuffle(items)
    return Node(dict(items), node.path, node.line, node.column)


ORDERED = {
    *("effects", "target", "user", "unmet", "met", "failed", "each_resolve", "per_point", "right", "if_missed"),
    *("accept", "counter", "hold", "reframe", "declined", "deck", "seats"),
}


@pytest.mark.parametrize("name", PLAYABLE)
def test_the_order_of_keys_changes_nothing(name: str) -> None:
    scenario, place = load.scenario(name), finding.find_scenario(name)
    assert not isinstance(place, Problem)
    source = load.read(place)
    assert source.pack is not None and source.doc.node is not None
    luck = random.Random(7)
    roots = [shuffled(root, luck) for root in source.pack.roots.values()]
    own = shuffled(source.doc.node, luck)
    assert (rules_digest(roots, own), text_digest(roots, own)) == (scenario.rules_digest, scenario.text_digest)


def test_a_digest_is_short_and_the_same_in_every_process() -> None:
    reading = read_text(SEED, "minimal.yaml")
    assert reading.node is not None
    assert rules_digest([], reading.node) == "d513bface2cb"
