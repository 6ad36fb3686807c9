"""The difference of two rule sets, entry by entry: one change each; and the command that says it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import Broken
from sim.loading.diff import Diff, differences, fewest_moved
from sim.loading.documents import PackDoc, ScenarioDoc
from sim.loading.finding import Found
from sim.loading.load import Read
from sim.loading.node import Node, id_of, place, plain
from sim.loading.shape import LISTS
from tests.loading.helpers import MINIMAL, SEED, write
from tests.rules.test_diff import OWN, base, edited, listed, only, texts_of, tree, with_roots
from tui.commands.rules.diff import command
from tui.desk import Desk
from tui.troubles import Stop, told

# --- entries ---


def without(source: Read, key: str, position: int) -> Read:
    """The scenario without one entry of a list of its pack."""
    return with_list(source, key, lambda items: [*items[:position], *items[position + 1 :]])


def with_list(source: Read, key: str, change: Callable[[list[Node]], list[Node]]) -> Read:
    """The scenario with another list of entries under a key of its pack; the list stands in one file."""
    assert source.pack is not None
    roots = {name: root for name, root in source.pack.roots.items() if root.get(key) is not None}
    name, root = next(iter(roots.items()))
    node = root.get(key)
    assert isinstance(root.value, dict) and node is not None and len(roots) == 1
    return with_roots(source, {name: replace(root, value={**root.value, key: replace(node, value=change(listed(node)))})})


def entries_of(source: Read, key: str) -> list[Node]:
    """The entries of a list of a pack."""
    assert source.pack is not None
    return [item for root in source.pack.roots.values() for item in listed(root.get(key))]


KINDS = [key for key in LISTS if len(entries_of(base("lantern-coast"), key)) > 1]


@pytest.mark.parametrize("key", KINDS)
def test_an_entry_less_or_more_is_one_change(key: str) -> None:
    source = base("lantern-coast")
    item = entries_of(source, key)[1]
    gone, come = only(differences(source, without(source, key, 1))), only(differences(without(source, key, 1), source))
    assert (gone.kind, gone.path, gone.old, gone.new) == ("removed", f"{key}.{id_of(item)}", plain(item), None)
    assert (come.kind, come.path, come.old, come.new) == ("added", f"{key}.{id_of(item)}", None, plain(item))
    assert (gone.before, gone.after, come.before, come.after) == (place(item), "", "", place(item))
    assert gone.is_text == come.is_text == (key in ("glossary", "rulebook"))


@pytest.mark.parametrize("key", KINDS)
def test_two_entries_swapped_are_one_move_where_order_has_a_meaning(key: str) -> None:
    source = base("lantern-coast")
    ids = [id_of(item) for item in entries_of(source, key)]
    found = differences(source, with_list(source, key, lambda items: [items[1], items[0], *items[2:]]))
    if key in ("values", "glossary", "rulebook"):
        assert found.is_same
    else:
        change = only(found)
        assert (change.kind, change.path, change.old, change.new) == ("moved", key, ids, [ids[1], ids[0], *ids[2:]])
        assert change.moved in ((ids[0],), (ids[1],))


def test_another_entry_in_the_place_of_one_is_no_rename() -> None:
    before = "events: [{id: a, needs: round > 1, effects: {m: +1, n: 2}, tag: t}, {id: b, effects: {m: 4}}]"
    after = "events: [{id: c, needs: x == 4, effects: {m: -3, o: 2}, tag: t}, {id: b, effects: {m: 4}}]"
    found = between(before, after)
    assert [(change.kind, change.path) for change in found.changes] == [("removed", "events.a"), ("added", "events.c")]


@given(st.permutations(range(7)))
def test_the_fewest_are_moved(order: list[int]) -> None:
    old, new = tuple(map(str, range(7))), tuple(map(str, order))
    moved = fewest_moved(old, new)
    kept = [key for key in new if key not in moved]
    assert kept == sorted(kept)
    longer = combinations(new, len(kept) + 1)
    assert not any(list(row) == sorted(row) for row in longer)


# --- small forms ---


def pack_of(text: str) -> Read:
    """A pack of one file, without a scenario."""
    pack = PackDoc(Path("p"), ("p.yaml",), {}, {}, {}, (), True, roots={"p.yaml": tree(text, "p.yaml")})
    return Read(Found("p", Path("p"), "p", False), ScenarioDoc(Path("p"), None, None, ()), pack, ())


def between(before: str, after: str) -> Diff:
    """The difference of two packs of one file."""
    return differences(pack_of(before), pack_of(after))


ISSUE = "issues: [{id: I, start: a, levels: [a, b, c], payoff: {x: [0, 5, 9], y: [9, 4, 0]}, effects: {m: [0, 1, 2], n: [0, 0, 3]}}]"


def test_a_level_more_or_less_is_one_change_with_its_numbers() -> None:
    after = ISSUE.replace("[a, b, c]", "[a, b, d, c]").replace("5, 9]", "5, 7, 9]").replace("4, 0]", "4, 2, 0]")
    after = after.replace("1, 2]", "1, 1, 2]").replace("0, 3]", "0, 2, 3]")
    change = only(between(ISSUE, after))
    numbers = {"payoff": {"x": 7, "y": 2}, "effects": {"m": 1, "n": 2}}
    assert (change.kind, change.path, change.old, change.new) == ("added", "issues.I.levels.d", None, numbers)
    change = only(between(after, ISSUE))
    assert (change.kind, change.path, change.old, change.new) == ("removed", "issues.I.levels.d", numbers, None)


def test_levels_in_another_order_with_their_numbers_are_one_move() -> None:
    after = ISSUE.replace("[a, b, c]", "[a, c, b]").replace("5, 9]", "9, 5]").replace("4, 0]", "0, 4]")
    after = after.replace("1, 2]", "2, 1]").replace("0, 3]", "3, 0]")
    change = only(between(ISSUE, after))
    assert (change.kind, change.path, change.old, change.new) == ("moved", "issues.I.levels", ["a", "b", "c"], ["a", "c", "b"])


SMALL = {
    "a payoff": (ISSUE, ISSUE.replace("[9, 4, 0]", "[9, 3, 0]"), ("changed", "issues.I.payoff.y.b", 4, 3)),
    "a column more": (ISSUE, ISSUE.replace("}}]", ", o: [1, 1, 1]}}]"), ("added", "issues.I.effects.o", None, [1, 1, 1])),
    "columns in another order": (
        ISSUE,
        ISSUE.replace("m: [0, 1, 2], n: [0, 0, 3]", "n: [0, 0, 3], m: [0, 1, 2]"),
        ("moved", "issues.I.effects", ["m", "n"], ["n", "m"]),
    ),
    "targets in another order": (
        "events: [{id: e, effects: {m: 1, n: 2, when: x}}]",
        "events: [{id: e, effects: [{n: 2, when: x, m: 1}]}]",
        ("moved", "events.e.effects", ["m", "n"], ["n", "m"]),
    ),
    "one effect of two": (
        "events: [{id: e, effects: [{m: 1}, {n: 2}]}]",
        "events: [{id: e, effects: [{m: 1}, {n: 3}]}]",
        ("changed", "events.e.effects.1.n", 2, 3),
    ),
    "an effect more": (
        "events: [{id: e, effects: {m: 1}}]",
        "events: [{id: e, effects: [{m: 1}, {n: 3}]}]",
        ("changed", "events.e.effects", {"m": 1}, [{"m": 1}, {"n": 3}]),
    ),
    "a formula": ("meters: [{id: m, drift: 1 + x}]", "meters: [{id: m, drift: 1 - x}]", ("changed", "meters.m.drift", "1 + x", "1 - x")),
    "a plain list": ("procedure: {order: [a, b]}", "procedure: {order: [b, a]}", ("changed", "procedure.order", ["a", "b"], ["b", "a"])),
    "a number in quotes": ("meters: [{id: m, drift: 1}]", 'meters: [{id: m, drift: "1"}]', ("changed", "meters.m.drift", 1, "1")),
}


@pytest.mark.parametrize("what", SMALL)
def test_a_small_difference_is_one_change(what: str) -> None:
    before, after, wanted = SMALL[what]
    change = only(between(before, after))
    assert (change.kind, change.path, change.old, change.new) == wanted
    assert not change.is_text


NONE = {
    "the keys of a verb": ("events: [{id: e, effects: {set: m, to: 1}}]", "events: [{id: e, effects: {to: 1, set: m}}]"),
    "a plus sign": ("events: [{id: e, effects: {m: +5}}]", "events: [{id: e, effects: {m: 5}}]"),
    "spaces": ("meters: [{id: m, drift: 2*(x>=3) limited to 1..4}]", "meters: [{id: m, drift: 2 * ( x >= 3 )  limited to 1 .. 4}]"),
    "the format": ("nemawashi: 1\nmeters: [{id: m}]", "meters: [{id: m}]"),
}


@pytest.mark.parametrize("what", NONE)
def test_what_says_the_same_is_no_difference(what: str) -> None:
    assert between(*NONE[what]).is_same


def test_a_label_is_a_text_and_so_is_a_source() -> None:
    texts = texts_of(base())
    name = next(name for name in texts if name.endswith("events.yaml"))
    label = only(differences(base(), edited(base(), {name: texts[name].replace('en: "Ninety-day pause"', 'en: "A pause"')})))
    assert (label.path, label.old, label.new, label.is_text) == ("events.ev05.label.en", "Ninety-day pause", "A pause", True)
    source = only(differences(base(), edited(base(), {name: texts[name].replace("source: [S]", "source: [S, D]", 1)})))
    assert (source.path, source.old, source.new, source.is_text) == ("events.ev04.source", ["S"], ["S", "D"], True)
    assert (source.origin, label.origin) == ("assumption", "source")


def test_what_a_house_rule_put_there_is_said_to_be_one() -> None:
    meter = entries_of(base(), "meters")[0]
    assert isinstance(meter.value, dict)
    changed = replace(meter, value={**meter.value, "start": Node(7, "h.yaml", 2, 3, was=("64",))})
    change = only(differences(base(), with_list(base(), "meters", lambda items: [changed, *items[1:]])))
    assert (change.path, change.new, change.origin, change.after) == ("meters.m_cohesion.start", 7, "house", "h.yaml:2:3")


def test_a_scenario_says_what_it_changes_by_path() -> None:
    after = edited(base(), {OWN: base().doc.source.replace("rounds: 8", "rounds: 7") + "\nstart: {meters: {m_tariff: 78}}\n"})
    found = differences(base(), after).changes
    assert [(each.kind, each.path, each.old, each.new) for each in found] == [
        ("changed", "scenario.rounds", 8, 7),
        ("added", "start.meters.m_tariff", None, 78),
    ]
    assert all(each.by_scenario for each in found)


def test_players_of_a_seat_table_are_no_text() -> None:
    change = only(between("procedure: {seat_tables: [{players: 2}]}", "procedure: {seat_tables: [{players: 3}]}"))
    assert (change.path, change.is_text) == ("procedure.seat_tables.0.players", False)


# --- the command ---


def run(*arguments: str) -> tuple[int, str]:
    """What the command says, and its exit code. Raises what the program would turn into a sentence."""
    result = CliRunner().invoke(command, [*arguments, "--lang", "en"], obj=Desk(), standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.return_value, result.output


def house(folder: Path, change: Callable[[str], str] = str) -> str:
    """The smallest pack and a scenario in a folder of one's own, all texts changed alike."""
    files = {**{f"minimal/{name}": text for name, text in MINIMAL.items()}, "own.yaml": SEED}
    return str(write(folder, {name: change(text) for name, text in files.items()}) / "own.yaml")


def test_the_command_says_what_changed_and_where(tmp_path: Path) -> None:
    before = house(tmp_path / "a")
    after = house(tmp_path / "b", lambda text: text.replace("{m_calm: +1}", "{m_calm: +3}").replace('"Rain"', '"Showers"'))
    place_after = f"{tmp_path.as_posix()}/b/minimal/play.yaml:6"
    code, out = run(before, after)
    head, change, where, texts, _, effects, *_ = out.splitlines()
    assert effects == "What it does at the opening:"
    assert (code, head, change) == (0, "1 change in meaning", "  events.e_rain.effects.m_calm: 1 -> 3")
    assert where.startswith(f"      {place_after}:") and where.endswith(", house rule")
    assert texts == "and 1 text (--texts shows them)"
    assert "  events.e_rain.label.en: Rain -> Showers" in run(before, after, "--texts")[1]
    data = json.loads(run(before, after, "--json")[1])
    assert [(each["path"], each["old"], each["new"], each["is_text"]) for each in data["changes"]] == [
        ("events.e_rain.label.en", "Rain", "Showers", True),
        ("events.e_rain.effects.m_calm", 1, 3, False),
    ]
    assert (data["same"], data["same_meaning"], data["texts"]) == (False, False, 1)


def test_the_command_says_when_nothing_changed_but_names(tmp_path: Path) -> None:
    before, after = house(tmp_path / "a"), house(tmp_path / "b", lambda text: text.replace("e_rain", "e_hail"))
    assert run(before, before) == (0, "No change in meaning.\n")
    assert run(before, after)[1].splitlines()[:3] == ["No change in meaning.", "1 id has another name", "  events.e_hail: e_rain -> e_hail"]


def test_a_pack_and_a_scenario_are_compared_as_packs(tmp_path: Path) -> None:
    assert run("lantern-coast", "lantern") == (
        0,
        "One of the two is a pack without a scenario, so only the packs are compared.\nNo change in meaning.\n",
    )


def test_broken_rules_and_names_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    broken = house(tmp_path, lambda text: text.replace("needs: m_calm", "needs: m_clam"))
    with pytest.raises(Broken) as found:
        run("lantern-coast", broken)
    assert [problem.code for problem in found.value.problems] == ["NW202"]
    assert told(found.value, Desk()) == 1
    with pytest.raises(Broken) as lost:
        run("lantern-coast", "nowhere")
    assert told(lost.value, Desk()) == 2
    with pytest.raises(Stop) as several:
        run("lantern-coast", str(Path("seeds").resolve()))
    assert told(several.value, Desk()) == 2
