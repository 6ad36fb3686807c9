"""Shape: keys and values of an entry; one fault, one message, at the token to change."""

import pytest

from sim.loading import shape_entries as kinds
from sim.loading.shape import shaped
from sim.loading.shape_base import Shape
from sim.loading.shape_procedure import Procedure, Tokens
from sim.loading.shape_scenario import Forced, Scenario
from tests.loading.helpers import shape_report, tree

EVENT = 'id: ev01\nlabel: {en: "A", ja: "あ"}\neffects: {m_tariff: +8}\nsource: [A4]\n'


def test_an_entry_is_a_model_that_knows_its_places() -> None:
    body, problems = shaped(
        tree("id: jp\nquota: yes_weight >= 51\nsource: [D]\ngroups:\n  - {id: jp_farm, weight: 18, start: 52, points: {T1: +6}}\n"),
        kinds.Body,
    )
    assert problems == []
    assert body is not None
    assert (body.quota, body.mood, body.groups[0].points) == ("yes_weight >= 51", 0, {"T1": 6})
    assert (body.groups[0].node.line, body.groups[0].node.column) == (5, 5)


def test_what_is_left_out_has_its_default() -> None:
    event, _ = shaped(tree(EVENT), kinds.Event)
    assert event is not None
    assert (event.needs, event.optional, event.tag, event.claims) == (None, False, None, [])


BROKEN: dict[str, tuple[str, type[Shape], str]] = {
    "unknown key": (
        EVENT + "neds: round >= 2\n",
        kinds.Event,
        "f.yaml:5:1: error NW101: event `ev01` has no key `neds`\n      did you mean `needs`?",
    ),
    "unknown key, nothing near": (
        "id: x\nplayers: 2\nseats: {a: [a]}\nchair: 3\n",
        Forced,
        (
            "f.yaml:1:1: error NW101: forced draw `x` has no key `id`\n      keys: round, draw, index, gives\n"
            "f.yaml:1:1: error NW105: forced draw `x` lacks the key `draw`\n      add e.g. `draw: posture`\n"
            "f.yaml:1:1: error NW105: forced draw `x` lacks the key `gives`\n      add e.g. `gives: ...`\n"
            "f.yaml:1:1: error NW105: forced draw `x` lacks the key `round`\n      add e.g. `round: ...`\n"
            "f.yaml:2:1: error NW101: forced draw `x` has no key `players`\n      keys: round, draw, index, gives\n"
            "f.yaml:3:1: error NW101: forced draw `x` has no key `seats`\n      keys: round, draw, index, gives\n"
            "f.yaml:4:1: error NW101: forced draw `x` has no key `chair`\n      keys: round, draw, index, gives"
        ),
    ),
    "a required key misspelt": (
        EVENT.replace("effects", "efects"),
        kinds.Event,
        (
            "f.yaml:3:1: error NW101: event `ev01` has no key `efects`\n"
            "      did you mean `effects`? The key `effects` is missing for the same reason"
        ),
    ),
    "missing key": (
        EVENT.replace("source: [A4]\n", ""),
        kinds.Event,
        "f.yaml:1:1: error NW105: event `ev01` lacks the key `source`\n      add e.g. `source: [D]`",
    ),
    "bad source": (
        EVENT.replace("A4", "A9"),
        kinds.Event,
        "f.yaml:4:10: error NW102: `A9` in `source` of event `ev01` is not a source tag\n      allowed: A1, A2, A3, A4, A5, A6, A7, S, O, D",
    ),
    "not a list": (
        EVENT.replace("[A4]", "A4"),
        kinds.Event,
        'f.yaml:4:9: error NW103: `source` of event `ev01` must be a list; found the text "A4"\n      write [A4]',
    ),
    "unknown choice": (
        'id: m_x\nlabel: {en: "A", ja: "あ"}\nstart: 5\ngood: upp\nsource: [D]\n',
        kinds.Meter,
        "f.yaml:4:7: error NW102: `upp` in meter `m_x` is not a word for `good`\n      did you mean `up`? allowed: up, down",
    ),
    "word for a number": (
        "id: m_x\nstart: four\ngood: up\nsource: [D]\n",
        kinds.Meter,
        ('f.yaml:2:8: error NW103: `start` of meter `m_x` must be a whole number; found the text "four"\n      write 4'),
    ),
    "number in quotes": (
        'id: m_x\nstart: "60"\ndrift: "-3"\ngood: up\nsource: [D]\n',
        kinds.Meter,
        (
            'f.yaml:2:8: error NW104: `start` of meter `m_x` must be a number; "60" in quotes is text\n      remove the quotes: 60\n'
            'f.yaml:3:8: error NW104: `drift` of meter `m_x` must be a number; "-3" in quotes is text\n      remove the quotes: -3'
        ),
    ),
    "text in one language": (
        'id: ev01\nlabel: {en: "A"}\neffects: {m_tariff: +8}\nsource: [A4]\n',
        kinds.Event,
        'f.yaml:2:8: warning NW401: a text of `ev01` has no Japanese; who plays in Japanese will see "A"\n      add ja: "..."',
    ),
    "text without languages": (
        EVENT.replace('{en: "A", ja: "あ"}', '"A"'),
        kinds.Event,
        'f.yaml:2:8: error NW103: `label` of event `ev01` must be keys with values; found the text "A"\n      write {en: "...", ja: "..."}',
    ),
    "number for a text": (
        EVENT.replace('"A"', "2025"),
        kinds.Event,
        (
            "f.yaml:2:13: error NW103: `en` of `label` of event `ev01` must be a text or a word; found the number 2025\n"
            '      if it is a text, write "2025" in quotes'
        ),
    ),
    "effects that are none": (
        EVENT.replace("{m_tariff: +8}", "m_tariff + 8"),
        kinds.Event,
        (
            "f.yaml:3:10: error NW103: `effects` of event `ev01` must be one `{...}` with effects, or a list of them; "
            'found the text "m_tariff + 8"'
        ),
    ),
    "not an id": (
        EVENT.replace("ev01", "ev-01"),
        kinds.Event,
        "f.yaml:1:5: error NW107: `ev-01` in event `ev-01` is not an id\n      write `ev_01`",
    ),
    "a key that is no id": (
        "id: jp\nquota: 1\nsource: [D]\ngroups:\n  - {id: g, weight: 10, start: 60, points: {T-1: +2}}\n",
        kinds.Body,
        "f.yaml:5:45: error NW107: `T-1` in `points` of group `g` is not an id\n      write `T_1`",
    ),
    "a value of two kinds": (
        'id: a\nlabel: {en: "A", ja: "A"}\nat: talks.levers\nprice: {us: [1], jp: "3"}\neffects: {x: +1}\nsource: [D]\n',
        kinds.Act,
        (
            "f.yaml:4:13: error NW103: `us` of `price` of act `a` must be a whole number; found a list\n"
            "      write a whole number, without quotes\n"
            'f.yaml:4:22: error NW104: `jp` of `price` of act `a` must be a number; "3" in quotes is text\n      remove the quotes: 3'
        ),
    ),
    "outside limits": (
        "id: jp\nquota: 1\nsource: [D]\ngroups:\n  - {id: g, weight: 10, start: 600}\n",
        kinds.Body,
        "f.yaml:5:32: error NW306: `start` of group `g` must be at most 100; found the number 600\n      did you mean 60?",
    ),
    "a part of the procedure": (
        "seat: 2\nside: x\nseats_below: 8\nextrra: 1\n",
        Tokens,
        (
            'f.yaml:2:7: error NW103: `side` of the part of the procedure must be a whole number of at least 0; found the text "x"\n'
            "      write a whole number, without quotes\n"
            "f.yaml:4:1: error NW101: the part of the procedure has no key `extrra`\n      did you mean `extra`?"
        ),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_of_shape_is_told_once_with_a_way_out(name: str) -> None:
    text, model, expected = BROKEN[name]
    assert shape_report(text, model) == expected


def test_a_text_in_one_language_is_shown_in_it() -> None:
    event, _ = shaped(tree(EVENT.replace(', ja: "あ"', "")), kinds.Event)
    assert event is not None
    assert event.label is not None
    assert event.label.ja == "A"


def test_a_switch_is_true_or_left_out() -> None:
    assert shape_report(EVENT + "optional: true\n", kinds.Event) == ""
    assert shape_report(EVENT + 'optional: "true"\n', kinds.Event) == (
        'f.yaml:5:11: error NW103: `optional` of event `ev01` must be `true`, or be left out; found the text "true"\n'
        "      write `true`, or delete the key"
    )


def test_the_models_call_no_key_by_two_names() -> None:
    assert [name for name, field in kinds.NamedValue.model_fields.items() if field.alias == "is"] == ["is_"]
    assert "with" in {field.alias for field in Scenario.model_fields.values()}
    assert Procedure.called == "procedure"
