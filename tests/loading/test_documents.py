"""A pack is the union of its files; every file is read, every problem told."""

from pathlib import Path

import pytest

from sim.errors import Broken
from sim.loading.documents import place_of, procedure_in, read_pack, read_scenario
from sim.loading.node import place
from tests.loading.helpers import lines_of, write

ROOT = Path(__file__).parents[2]
NAMES = """
nemawashi: 1
pack:
  id: tiny
  label: {en: "Tiny", ja: "小"}
  tracks: [{id: T, label: {en: "T", ja: "T"}}]
  parties: [{id: ax, label: {en: "A", ja: "A"}}, {id: bx, label: {en: "B", ja: "B"}}]
"""
PLAY = """
nemawashi: 1
procedure:
  package_size: 4
  order: [ax, bx]
  opener: [ax]
  offers: 4
  capital: {start: 3, max: 6, income: {ax: 2, bx: 2}}
  steps: {talks: [offers]}
  vote: {yes_at: 50, stays: shift / 2}
scoring:
  side: {ax: [{add: 1}], bx: [{add: 1}]}
  efficiency: 1
  alliance: 1
  joint: [{add: 1}]
  endings: [{id: E0, when: 1 == 1, label: {en: "E", ja: "E"}, source: [D]}]
"""
CARDS = """
nemawashi: 1
events:
  - id: ev01
    label: {en: "A", ja: "あ"}
    effects: [{m_x: +1}, {m_x: -1, m_y: +2}]
    source: [D]
"""
TINY = {"names.yaml": NAMES, "play.yaml": PLAY, "cards.yaml": CARDS}


def test_lists_of_several_files_follow_each_other_in_file_name_order(tmp_path: Path) -> None:
    folder = write(tmp_path, TINY | {"a_cards.yaml": CARDS.replace("ev01", "ev02"), "notes.txt": "no"})
    pack = read_pack(folder, "tiny")
    assert pack.problems == ()
    assert pack.is_whole
    assert [event.id for event in pack.events] == ["ev02", "ev01"]
    assert pack.files == ("tiny/a_cards.yaml", "tiny/cards.yaml", "tiny/names.yaml", "tiny/play.yaml")


def test_every_entry_keeps_its_places(tmp_path: Path) -> None:
    event = read_pack(write(tmp_path, TINY), "tiny").events[0]
    assert place(place_of(event, "effects", 1, "m_y")) == "tiny/cards.yaml:6:41"
    assert place(place_of(event, "effects", 1, "nothing")) == "tiny/cards.yaml:6:26"


def test_a_broken_file_does_not_hide_the_faults_of_others(tmp_path: Path) -> None:
    odd = TINY | {"b.yaml": "nemawashi: 1\nevents: [\n", "c.yaml": CARDS.replace("source", "sorce").replace("ev01", "ev03")}
    pack = read_pack(write(tmp_path, odd), "tiny")
    assert not pack.is_whole
    assert lines_of(pack.problems) == (
        "tiny/b.yaml:2:9: error NW007: the `[` opened here is not closed\n      close it with `]`\n"
        "tiny/c.yaml:7:5: error NW101: event `ev03` has no key `sorce`\n"
        "      did you mean `source`? The key `source` is missing for the same reason"
    )


def test_a_value_refused_in_reading_is_told_once(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path, TINY | {"cards.yaml": CARDS + "    optional: false\n    tag:\n"}), "tiny")
    assert lines_of(pack.problems) == (
        "tiny/cards.yaml:8:15: error NW011: `false` without quotes is true or false to some programs and text to others\n"
        '      delete the key if it is a switch: off is left out; write "false" if it is a text\n'
        "tiny/cards.yaml:9:5: error NW103: nothing stands after `tag:`\n      write the value, or delete the key"
    )


def test_ids_and_keys_stand_once_in_the_whole_pack(tmp_path: Path) -> None:
    odd = TINY | {"z.yaml": CARDS + "scoring:\n  joint: [{add: 2}]\n"}
    assert lines_of(read_pack(write(tmp_path, odd), "tiny").problems) == (
        "tiny/z.yaml:4:9: error NW201: the event id `ev01` is used twice; first on tiny/cards.yaml, line 4\n"
        "      give one of them another id\n"
        "tiny/z.yaml:9:3: error NW106: `joint` stands under `scoring` twice; first in tiny/play.yaml, line 15\n"
        "      delete one of the two"
    )


def test_keys_of_a_file_are_known_and_of_the_right_kind(tmp_path: Path) -> None:
    odd = TINY | {"z.yaml": "event:\n  - {id: x}\nlevers: {id: z2}\nacts: [z1]\n", "y.yaml": "nemawashi: 2\n", "x.yml": "a: 1\n"}
    assert lines_of(read_pack(write(tmp_path, odd), "tiny").problems) == (
        "tiny/x.yml:1:1: warning NW028: this file is not read: a pack is made of the files that end in .yaml\n"
        "      rename it to end in .yaml\n"
        "tiny/y.yaml:1:12: error NW604: this file has format 2; this program reads format 1\n"
        "      use a newer program, or write `nemawashi: 1`\n"
        "tiny/z.yaml:1:1: error NW101: a rule file has no key `event`\n      did you mean `events`?\n"
        "tiny/z.yaml:1:1: error NW105: the file lacks the key `nemawashi`\n      begin with `nemawashi: 1`\n"
        "tiny/z.yaml:3:9: error NW103: `levers` must be a list\n      begin each entry with `- id: ...`\n"
        "tiny/z.yaml:4:8: error NW103: an entry of `acts` must be keys with values\n      begin it with `- id: ...`"
    )


def test_a_label_may_stand_in_texts(tmp_path: Path) -> None:
    bare = CARDS.replace('    label: {en: "A", ja: "あ"}\n', "")
    texts = 'nemawashi: 1\ntexts:\n  ev01: {label: {en: "A", ja: "あ"}}\n'
    assert lines_of(read_pack(write(tmp_path, TINY | {"cards.yaml": bare}), "tiny").problems) == (
        'tiny/cards.yaml:4:5: error NW105: event `ev01` lacks the key `label`\n      add e.g. `label: {en: "...", ja: "..."}`'
    )
    assert read_pack(write(tmp_path, {"texts.yaml": texts}), "tiny").problems == ()


def test_what_is_missing_is_told_only_of_a_whole_pack(tmp_path: Path) -> None:
    cards = write(tmp_path / "cards", {"cards.yaml": CARDS})
    torn = write(tmp_path / "torn", {"cards.yaml": CARDS, "a.yaml": "a: [\n"})
    assert [problem.text for problem in read_pack(cards, "tiny").problems] == [
        "the pack has no `pack`",
        "the pack has no `procedure`",
        "the pack has no `scoring`",
    ]
    assert [problem.code for problem in read_pack(torn, "tiny").problems] == ["NW007"]
    with pytest.raises(Broken):
        _ = read_pack(cards).procedure


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    assert [problem.code for problem in read_pack(tmp_path).problems] == ["NW020"]
    assert [problem.code for problem in read_pack(tmp_path / "none").problems] == ["NW020"]


SCENARIO = """nemawashi: 1
scenario: {id: my-evening, pack: tiny, rounds: 4, label: {en: "E", ja: "E"}, source: [D]}
procedure: {capital: {start: 9}}
add:
  events:
    - {id: ev09, label: {en: "A", ja: "A"}, effects: {m_x: +1}, source: [D]}
"""


def test_a_scenario_replaces_single_values_of_the_procedure(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path, TINY), "tiny")
    scenario = read_scenario(write(tmp_path / "s", {"s.yaml": SCENARIO}) / "s.yaml", "s.yaml")
    procedure, problems = procedure_in(pack, scenario)
    assert (scenario.problems, problems) == ((), [])
    assert procedure is not None
    assert (procedure.capital.start, procedure.capital.max) == (9, 6)
    assert place(place_of(procedure, "capital", "start")) == "s.yaml:3:30"
    assert place(place_of(procedure, "capital", "max")) == "tiny/play.yaml:8:28"


def test_entries_a_scenario_adds_are_checked_like_others(tmp_path: Path) -> None:
    path = write(tmp_path, {"s.yaml": SCENARIO.replace("effects", "efects").replace("rounds: 4", "rounds: four")}) / "s.yaml"
    assert lines_of(read_scenario(path, "s.yaml").problems) == (
        's.yaml:2:48: error NW103: `rounds` of scenario `my-evening` must be a whole number from 1 to 12; found the text "four"\n'
        "      write 4\n"
        "s.yaml:6:45: error NW101: event `ev09` has no key `efects`\n"
        "      did you mean `effects`? The key `effects` is missing for the same reason"
    )
    good = read_scenario(write(tmp_path, {"t.yaml": SCENARIO}) / "t.yaml")
    assert [entry.node.line for entry in good.added["events"]] == [6]


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "rules").glob("*/")))
def test_shipped_packs_have_no_problem(folder: str) -> None:
    assert lines_of(read_pack(ROOT / "rules" / folder, f"rules/{folder}").problems) == ""


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "seeds").glob("*.yaml")))
def test_shipped_scenarios_have_no_problem(name: str) -> None:
    assert lines_of(read_scenario(ROOT / "seeds" / name, f"seeds/{name}").problems) == ""
