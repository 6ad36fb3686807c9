"""rules set: one value is different afterwards, and not one letter besides."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sim.loading.diff import differences
from sim.loading.digests import TEXT_KEYS
from sim.loading.edit import starting
from sim.loading.edit.changing import Edit, sure, with_values
from sim.loading.edit.overlay_file import CannotEdit, Sheet, opened, source_of
from sim.loading.edit.splice import Rows
from sim.loading.load import Read
from sim.loading.node import Node, plain
from sim.loading.paths import SCENARIO, names_of, spots
from tests.loading.helpers import ROOT
from tests.properties.worlds import thorough
from tests.tui.conftest import Nemawashi, nemawashi, no_fault_in_the_wording, own_data_folder  # noqa: F401  # fixtures
from tui.wording import say

BOM = "\ufeff"
OVER, IN_PACKS = (40, 60) if thorough() else (10, 8)
NOT_VALUES = {"id", "levels", "nemawashi", "pack", "source", "claims"}
"""Keys that name things, of which another name makes others; and lists that are no more than their values."""
TEXTS = (
    "plain words",
    "with: colon",
    "a # sign",
    'say "so"',
    "it's",
    "50 %",
    "yes",
    "12:30",
    "- dash",
    "防衛費、増額",
    "[x]",
    "a, b}",
    "*",
    "@home",
)


def says(code: str, **facts: str) -> str:
    """Sentences in English."""
    return say("en", code, **facts)


def begun(path: Path, base: str, text: str = "") -> Sheet:
    """A new overlay, with a text of its own behind its head."""
    return opened(path, base, lambda *facts: starting.head(says, *facts) + text)


def at(folder: Path, text: str, name: str = "own.yaml") -> Sheet:
    """A file with these bytes, opened."""
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return opened(path, "", lambda *facts: "")


def overlay(body: str, base: str = "spring-2025") -> str:
    """The text of an overlay."""
    return f"nemawashi: 1\nid: own\nextends: {base}\n{body}"


def set_to(sheet: Sheet, path: str, value: str, with_from: bool = False) -> str:
    """The text with one other value."""
    return with_values(sheet, [(path, value)], with_from)[0].text


# --- at random ---


@dataclass(frozen=True)
class Way:
    """A single value that a path leads to."""

    path: str
    node: Node


def ways(sheet: Sheet, luck: random.Random, only_here: bool = False) -> Iterator[Way]:
    """Single values of the rules at random, each led to by its path alone."""
    trees = sheet.trees(sheet.node())
    here = {sheet.found.shown: trees[sheet.found.shown]} if only_here else trees
    paths = [path for path in names_of(here) if not NOT_VALUES & set(path.split("."))]
    for path in luck.sample(paths, len(paths)):
        found = spots(trees, path)
        if len(found) == 1 and not isinstance(found[0].node.value, dict | list):
            yield Way(path, found[0].node)


def another(old: Node, path: str, luck: random.Random) -> str:
    """A value of the same kind that differs in meaning."""
    if isinstance(old.value, int):
        return str(luck.choice([old.value + 1, old.value - 3, -old.value - 1, 77 if old.value != 77 else 78]))
    if TEXT_KEYS & set(path.split(".")):
        return luck.choice([text for text in TEXTS if text != old.value])
    return f"{old.value}_x" if re.fullmatch(r"\w+", str(old.value)) else f"({old.value}) + 1"


def as_read(sheet: Sheet, source: Read) -> Read:
    """What differences are asked of: the same documents with the trees as they are now."""
    assert source.pack is not None
    trees = sheet.trees(sheet.node())
    roots = {name: node for name, node in trees.items() if name != SCENARIO}
    return replace(source, doc=replace(source.doc, node=trees.get(SCENARIO, source.doc.node)), pack=replace(source.pack, roots=roots))


def only_difference(before: Read, after: Read, value: str) -> None:
    """The two say one thing differently: this value."""
    changes = differences(before, after).changes
    assert len(changes) == 1, changes
    assert str(changes[0].new) == value


def same_but_for(before: str, after: str, edit: Edit) -> None:
    """All letters are the same, but for those of the value, or for one new entry."""
    line, column = map(int, edit.place.split(":")[-2:])
    if edit.was_here:
        start = Rows.of(after).offset(line, column)
        rest = after[start + len(edit.new) :]
        assert after == before[:start] + edit.new + rest
        assert before.endswith(rest)
        assert "".join(before[start : len(before) - len(rest)].split()) == "".join(edit.old.split())
    else:
        added = inserted(before, after)
        assert re.fullmatch(r"[\s,]*(set:)?\s*" + re.escape(edit.path) + r": (\{from: .*, to: )?" + re.escape(edit.new) + r"\}?\s*", added)


def inserted(before: str, after: str) -> str:
    """What was put into a text, where nothing was taken away."""
    front = next((place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    rest = before[front:]
    assert after.endswith(rest)
    return after[front : len(after) - len(rest)]


def one_at_random(sheet: Sheet, way: Way, source: Read, luck: random.Random, with_from: bool = False) -> Sheet:
    """Set one value, and hold everything that was promised against it."""
    value = another(way.node, way.path, luck)
    after, (edit,) = with_values(sheet, [(way.path, value)], with_from)
    same_but_for(sheet.text, after.text, edit)
    (spot,) = spots(after.trees(after.node()), way.path)
    assert str(spot.node.value) == value.lstrip("+")
    assert isinstance(spot.node.value, type(way.node.value))
    only_difference(as_read(sheet, source), as_read(after, source), str(spot.node.value))
    return after


@pytest.mark.parametrize("base", ["spring-2025", "lantern-coast"])
@pytest.mark.parametrize(("line_end", "body"), [("\n", ""), ("\r\n", ""), ("\n", "set: {scenario.minutes: 99}  # here\n# the end")])
def test_an_overlay_grows_value_by_value(base: str, line_end: str, body: str, tmp_path: Path) -> None:
    luck = random.Random(f"{base}{line_end}{body}")
    sheet = begun(tmp_path / "own.yaml", base, body)
    sheet = replace(sheet, text=sheet.text.replace("\n", line_end))
    source = source_of(sheet)[0]
    known = ways(sheet, luck)
    done: list[str] = []
    for turn in range(OVER // 2):
        path = luck.choice(done) if turn % 4 == 3 else next(known).path
        (spot,) = spots(sheet.trees(sheet.node()), path)
        sheet = one_at_random(sheet, Way(path, spot.node), source, luck, with_from=turn % 5 == 4 and path not in done)
        done.append(path)
    assert len(set(done)) > OVER // 4
    assert sheet.text.count("\r\n") == (sheet.text.count("\n") if line_end == "\r\n" else 0)
    kept = begun(tmp_path / "own.yaml", base, body).text.replace("\n", line_end)
    assert sheet.text.startswith(kept[: kept.index("set:")] if body else kept)


@pytest.mark.parametrize("pack", ["alliance", "lantern", "bent"])
def test_files_of_a_pack_are_changed_in_place(pack: str, tmp_path: Path) -> None:
    luck = random.Random(pack)
    for path in sorted((ROOT / "rules" / pack.replace("bent", "lantern")).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_bytes((BOM + text.replace("\n", "\r\n") if pack == "bent" else text).encode("utf-8"))
    sheets = [opened(path, "", lambda *facts: "") for path in sorted(tmp_path.glob("*.yaml"))]
    source, done = source_of(sheets[0])[0], 0
    for turn in range(IN_PACKS):
        sheet = sheets[turn % len(sheets)]
        way = next(ways(sheet, luck, only_here=True), None)
        if way is not None:
            one_at_random(sheet, way, source, luck)
            done += 1
    assert done > IN_PACKS * 3 // 4


# --- one by one ---

FORMS = {
    "block": ("set:\n  a.b: 1\n", "set:\n  a.b: 1\n  scenario.minutes: 99\n"),
    "deep block, no line end": ("set:\n      a.b: 1", "set:\n      a.b: 1\n      scenario.minutes: 99"),
    "comments behind and below": (
        "set:\n  a.b: 1  # why\n  # more\n\n# end\n",
        "set:\n  a.b: 1  # why\n  scenario.minutes: 99\n  # more\n\n# end\n",
    ),
    "another block behind": ("set:\n  a.b: 1\nmood: {}\n", "set:\n  a.b: 1\n  scenario.minutes: 99\nmood: {}\n"),
    "a pair over lines": ("set:\n  a.b: {from: 1,\n    to: 2}\n", "set:\n  a.b: {from: 1,\n    to: 2}\n  scenario.minutes: 99\n"),
    "braces": ("set: {a.b: 1}\n", "set: {a.b: 1, scenario.minutes: 99}\n"),
    "braces with a last comma": ("set: {a.b: 1, }\n", "set: {a.b: 1, scenario.minutes: 99 }\n"),
    "empty braces": ("set: {}  # none\n", "set: {scenario.minutes: 99}  # none\n"),
    "braces over lines": ("set: {\n  a.b: 1  # why\n}\n", "set: {\n  a.b: 1,  # why\n  scenario.minutes: 99\n}\n"),
    "a last comma over lines": ("set: {\n  a.b: 1,  # why\n}\n", "set: {\n  a.b: 1,  # why\n  scenario.minutes: 99,\n}\n"),
    "none": ("# end\n", "# end\nset:\n  scenario.minutes: 99\n"),
    "none, no line end": ("minutes: 5", "minutes: 5\nset:\n  scenario.minutes: 99"),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("before", "after"), FORMS.values(), ids=FORMS)
def test_a_new_line_is_written_in_the_manner_of_the_block(before: str, after: str, line_end: str, tmp_path: Path) -> None:
    before, after = (overlay(text).replace("a.b", "issues.D1.vote_from").replace("\n", line_end) for text in (before, after))
    before, after = (
        text.replace(f"minutes: 5{line_end}", f"players: x{line_end}").replace("minutes: 5", "players: x") for text in (before, after)
    )
    assert set_to(at(tmp_path, before), "scenario.minutes", "99") == after


def test_a_file_in_braces_keeps_them(tmp_path: Path) -> None:
    sheet = at(tmp_path, "{nemawashi: 1, id: own, extends: spring-2025}\n")
    text = set_to(sheet, "events.ev01.needs", "round <= 4")
    assert text == "{nemawashi: 1, id: own, extends: spring-2025, set: {events.ev01.needs: round <= 4}}\n"


@pytest.mark.parametrize(
    ("line", "value", "after"),
    [
        ("  scenario.minutes: 99   # why", "120", "  scenario.minutes: 120   # why"),
        ("  scenario.minutes: {from: 240, to: 99}", "120", "  scenario.minutes: {from: 240, to: 120}"),
        ("  issues.D1.label.en: 'Old'  # why", "It's", "  issues.D1.label.en: 'It''s'  # why"),
        ('  issues.D1.label.en: "Old"', 'A "b" # c', '  issues.D1.label.en: "A \\"b\\" # c"'),
        ("  issues.D1.label.en: Old", "a: b", '  issues.D1.label.en: "a: b"'),
        ("  issues.D1.label.en: Old", "yes", '  issues.D1.label.en: "yes"'),
        ("  issues.D1.label.en: >\n    Old\n    words\n  # below", "New", '  issues.D1.label.en: "New"\n  # below'),
        ("  events.ev01.needs: round <= 5\n    and round >= 2", "round <= 4", "  events.ev01.needs: round <= 4"),
        ("  'scenario.minutes':  99", "120", "  'scenario.minutes':  120"),
    ],
)
def test_a_line_that_is_there_gets_another_value(line: str, value: str, after: str, tmp_path: Path) -> None:
    path = re.findall(r"[\w.]+", line)[0]
    before = overlay(f"set:\n{line}\nmood: {{}}  # end\n")
    assert set_to(at(tmp_path, before), path, value) == before.replace(line, after)


def test_a_value_the_overlay_says_elsewhere_is_changed_there(tmp_path: Path) -> None:
    body = (
        "minutes: 60\nstart: {meters: {m_cohesion: 60}}\nadd:\n  events:\n    - {id: mine, label: {en: A, ja: B}, effects: {m_cohesion: -2}, source: [D]}\n"
        "replace:\n  issues.D1.effects: {m_cohesion: [0, 1, 2, 3, 4, 5]}\n"
    )
    for path, old, new in [
        ("scenario.minutes", "minutes: 60", "minutes: 7"),
        ("start.meters.m_cohesion", "m_cohesion: 60}", "m_cohesion: 7}"),
        ("events.mine.effects.m_cohesion", "m_cohesion: -2", "m_cohesion: 7"),
        ("issues.D1.effects.m_cohesion.early", "[0, 1,", "[0, 7,"),
    ]:
        assert set_to(at(tmp_path, overlay(body)), path, "7") == overlay(body).replace(old, new)


def test_from_is_noted_kept_and_mended(tmp_path: Path) -> None:
    sheet = at(tmp_path, overlay("set:\n  events.ev01.needs: round <= 3\n"))
    assert set_to(sheet, "scenario.minutes", "99", True).endswith("  scenario.minutes: {from: 240, to: 99}\n")
    noted = set_to(sheet, "events.ev01.needs", "round <= 4", True)
    assert noted.endswith("  events.ev01.needs: {from: round <= 5, to: round <= 4}\n")
    stale = at(tmp_path, overlay("set:\n  scenario.minutes: {from: 1, to: 99}\n"))
    assert set_to(stale, "scenario.minutes", "120", True).endswith("{from: 240, to: 120}\n")
    assert set_to(stale, "scenario.minutes", "120").endswith("{from: 1, to: 120}\n")


def test_the_same_value_changes_nothing(tmp_path: Path) -> None:
    sheet = at(tmp_path, overlay("set:\n  scenario.minutes: 99\n"))
    for path, value in [("scenario.minutes", "99"), ("scenario.rounds", "8")]:
        after, (edit,) = with_values(sheet, [(path, value)])
        assert (after.text, edit.is_same) == (sheet.text, True)


def refused(do: Callable[[], object]) -> str:
    """The code of a refusal."""
    with pytest.raises(CannotEdit) as found:
        do()
    return found.value.code


def test_a_new_block_stands_before_the_end_mark_of_a_document(tmp_path: Path) -> None:
    assert set_to(at(tmp_path, overlay("...  # end\n")), "scenario.minutes", "99") == overlay("set:\n  scenario.minutes: 99\n...  # end\n")


def test_a_text_that_says_more_than_was_wanted_is_refused(tmp_path: Path) -> None:
    sheet = at(tmp_path, overlay("minutes: 60\n"))
    wanted = plain(sheet.node())
    assert sure(sheet, sheet.text + "# more\n", wanted, "minutes").text == sheet.text + "# more\n"
    assert refused(lambda: sure(sheet, sheet.text + "players: x\n", wanted, "minutes")) == "by-hand"
    assert refused(lambda: sure(sheet, sheet.text.replace("60", '"60"'), wanted, "minutes")) == "by-hand"


def test_what_cannot_be_set_is_refused(tmp_path: Path) -> None:
    sheet = at(tmp_path, overlay(""))
    assert refused(lambda: set_to(sheet, "issues.D1.payoff", "1")) == "not-one-value"
    assert refused(lambda: set_to(sheet, "issues.D1.strat", "1")) == "no-place"
    assert refused(lambda: opened(ROOT / "seeds/spring-90.yaml", "", lambda *facts: "")) == "shipped"
    assert refused(lambda: opened(tmp_path, "", lambda *facts: "")) == "is-folder"
    assert refused(lambda: opened(tmp_path / "own.txt", "", lambda *facts: "")) == "no-rule-file"


# --- the command ---


def folder_of_ones_own(folder: Path) -> Path:
    """A scenario with a copy of a pack beside it."""
    (folder / "rules").mkdir()
    for path in (ROOT / "rules/lantern").glob("*.yaml"):
        (folder / "rules" / path.name).write_bytes(path.read_bytes())
    scenario = folder / "scenario.yaml"
    scenario.write_text(
        (ROOT / "seeds/lantern-coast.yaml").read_text(encoding="utf-8").replace("pack: lantern", "pack: rules/"), encoding="utf-8"
    )
    return scenario


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_begins_an_overlay_that_teaches_and_checks_clean(nemawashi: Nemawashi, language: str, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "my evening 2.yaml"
    run = nemawashi("rules", "set", "scenario.minutes=50", "events.ev01.needs = round <= 3", "--into", str(file), "--lang", language)
    text = file.read_text(encoding="utf-8")
    assert run.code == 0, run.err
    assert "scenario.minutes" in run.out and "45 -> 50" in run.out and "rules/alliance/events.yaml" in run.out
    assert "id: my-evening-2\nextends: spring-short\n" in text
    assert text.endswith("set:\n  scenario.minutes: 50\n  events.ev01.needs: round <= 3\n")
    assert say(language, "edit-head-set") in text
    assert nemawashi("check", str(file), "--strict").code == 0


def test_it_goes_on_with_an_overlay_over_one_of_ones_own(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    first, second = tmp_path / "first.yaml", tmp_path / "more" / "second.yaml"
    second.parent.mkdir()
    assert nemawashi("rules", "set", "scenario.rounds=6", "--into", str(first), "--extends", "lantern-coast").code == 0
    run = nemawashi("rules", "set", "scenario.rounds=7", "--from", "--into", str(second), "--extends", str(first))
    assert run.code == 0, run.err
    assert "extends: ../first.yaml" in second.read_text(encoding="utf-8")
    assert "scenario.rounds: {from: 6, to: 7}" in second.read_text(encoding="utf-8")
    assert nemawashi("rules", "set", "scenario.rounds=8", "--into", str(second), "--extends", "spring-90").code == 2


def test_nothing_wrong_is_written(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "own.yaml"
    file.write_text(overlay("set:\n  scenario.minutes: 99\n"), encoding="utf-8")
    before = file.read_bytes()
    wrong = nemawashi("rules", "set", "issues.D1.payoff.us.early=5000", "--into", str(file))
    assert (wrong.code, file.read_bytes()) == (1, before)
    assert "NW306" in wrong.out and "not written" in wrong.out
    lost = nemawashi("rules", "set", "issues.D1.strat=plan", "--into", str(file))
    assert (lost.code, file.read_bytes()) == (2, before)
    assert "`issues.D1.start`" in lost.err
    assert nemawashi("rules", "set", "issues.D1.start", "--into", str(file)).code == 2
    assert nemawashi("rules", "set", "scenario.minutes=1", "--into", "spring-2025").code == 2
    assert nemawashi("rules", "set", "scenario.minutes=1", "--into", str(tmp_path / "new.yaml"), "--extends", "spring-25").code == 2
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".yaml"] == ["own.yaml"]


def test_a_warning_is_told_and_written_all_the_same(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "own.yaml"
    file.write_text(overlay("set: {scenario.minutes: 99}\n"), encoding="utf-8")
    run = nemawashi("rules", "set", "scenario.minutes=240", "--into", str(file))
    assert run.code == 0
    assert "NW691" in run.out
    assert file.read_text(encoding="utf-8").endswith("set: {scenario.minutes: 240}\n")


def test_a_scenario_and_a_pack_of_ones_own_are_changed_in_place(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    scenario = folder_of_ones_own(tmp_path)
    issues = tmp_path / "rules" / "issues.yaml"
    before = scenario.read_bytes(), issues.read_bytes()
    assert nemawashi("rules", "set", "scenario.rounds=6", "--into", str(scenario)).code == 0
    assert scenario.read_bytes() == before[0].replace(b"rounds: 5", b"rounds: 6")
    assert nemawashi("rules", "set", "issues.W1.payoff.lc.third=53", "--into", str(issues)).code == 0
    assert issues.read_bytes() == before[1].replace(b"lc: [0, 26, 52, 80, 100]", b"lc: [0, 26, 53, 80, 100]", 1)
    elsewhere = nemawashi("rules", "set", "issues.W1.payoff.lc.third=54", "--into", str(scenario))
    assert elsewhere.code == 2
    assert "issues.yaml:" in elsewhere.err
    assert nemawashi("rules", "set", "scenario.pack=alliance", "--into", str(scenario)).code == 2
    assert nemawashi("rules", "set", "scenario.rounds=5", "--from", "--into", str(scenario)).code == 2
    assert nemawashi("rules", "set", "issues.W1.payoff.lc.third=530", "--into", str(issues)).code == 1
    assert b"53," in issues.read_bytes()


def test_a_mark_at_the_beginning_and_line_ends_survive(nemawashi: Nemawashi, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "own.yaml"
    before = (BOM + overlay("set:\n  scenario.minutes: 99  # 注\n").replace("\n", "\r\n")).encode("utf-8")
    file.write_bytes(before)
    assert nemawashi("rules", "set", "scenario.minutes=100", "scenario.rounds=7", "--into", str(file)).code == 0
    after = before.replace(b"99", b"100") + b"  scenario.rounds: 7\r\n"
    assert file.read_bytes() == after
