"""Reading: values and their places; what the strict subset of YAML refuses, with the whole report."""

import os
from pathlib import Path

import pytest

from sim.loading.node import node_at, place
from sim.loading.reading import LARGEST_FILE, read_bytes, read_file
from tests.loading.helpers import lines_of, read, report, tree


def test_numbers_without_quotes_are_numbers_and_all_else_is_text() -> None:
    text = 'a: +5\nb: -3\nc: "7"\nd: m_tariff >= 60\ne: 2-12\nf: true\ng: [1, x]\n'
    assert read(text) == {"a": 5, "b": -3, "c": "7", "d": "m_tariff >= 60", "e": "2-12", "f": "true", "g": [1, "x"]}


def test_block_and_flow_style_comments_and_a_byte_order_mark_are_fine() -> None:
    assert read("\ufeff# top\na:\n- {b: 1, c: [x, y_1]}   # side\n\n-   b: 2\n") == {"a": [{"b": 1, "c": ["x", "y_1"]}, {"b": 2}]}
    assert read("---\na: x\r\nb: '\"'\r\n...\n") == {"a": "x", "b": '"'}


def test_places_count_characters_from_one() -> None:
    root = tree('\ufeffa: {ja: "関税😀", needs: m_x > 3}\n')
    needs = node_at(root, "a", "needs")
    assert needs is not None
    assert (place(needs), needs.key_column, needs.spot(6)) == ("f.yaml:1:23", 16, (1, 29))


def test_a_text_in_quotes_begins_behind_its_quote() -> None:
    node = node_at(tree('a: "m_x > 3"\n'), "a")
    assert node is not None
    assert (node.column, node.quoted, node.spot(0)) == (4, True, (1, 5))


def test_a_text_over_several_lines_knows_where_each_begins() -> None:
    node = node_at(tree("a: m_x > 3\n  and m_y\n   < 2\n"), "a")
    assert node is not None
    assert node.value == "m_x > 3 and m_y < 2"
    assert [node.spot(offset) for offset in (0, 8, 16)] == [(1, 4), (2, 3), (3, 4)]


def test_entries_of_a_list_are_found_by_id() -> None:
    root = tree("events:\n  - id: ev01\n    effects: {m_tariff: +8}\n")
    node = node_at(root, "events", "ev01", "effects", "m_tariff")
    assert node is not None
    assert (node.value, place(node), node.key_line, node.key_column) == (8, "f.yaml:3:25", 3, 15)


BROKEN = {
    "tab": (
        "a:\n\tb: 1\n\tc: 2\n",
        (
            "f.yaml:2:1: error NW001: this line is indented with a TAB; only spaces are allowed\n"
            "      write two spaces for each step; the same on line 3"
        ),
    ),
    "space of full width": (
        "a:\n  \u3000b: 1\n",
        (
            "f.yaml:2:3: error NW001: this line is indented with a space of full width; only spaces are allowed\n"
            "      write two spaces for each step"
        ),
    ),
    "colon without space": (
        "levels:\n  - {id: keep, rank:1}\n",
        "f.yaml:2:16: error NW002: `rank:1` is read as one word, not as key and value\n      write `rank: 1` with a space after the colon",
    ),
    "colon without space on a line": (
        "a: 1\nrank:1\nb: 2\n",
        "f.yaml:2:1: error NW002: `rank:1` is read as one word, not as key and value\n      write `rank: 1` with a space after the colon",
    ),
    "colon of full width": (
        "a： 1\nb: 2\n",
        "f.yaml:1:2: error NW002: a colon of full width separates nothing\n      write `a: ` with an ASCII colon and a space",
    ),
    "colon in text": (
        "label: Steel: stake\n",
        "f.yaml:1:8: error NW003: `: ` inside a text without quotes starts a new key here\n      put the whole text in double quotes",
    ),
    "colon in text in braces": (
        'label: {en: Steel: stake, ja: "鉄鋼"}\n',
        "f.yaml:1:13: error NW003: `: ` inside a text without quotes starts a new key here\n      put the whole text in double quotes",
    ),
    "open quote": (
        'x:\n  - {label: {en: "Diet, ja: "議会"}}\n  - {label: {en: "Y", ja: "業"}}\n',
        (
            'f.yaml:2:18: error NW004: the text opened by this " is not closed where it should be; all up to the next " was taken as text\n'
            '      close it after the last word: "Diet"'
        ),
    ),
    "quote open to the end": (
        'a: 1\nlabel: "Diet\nb: 1\n',
        "f.yaml:2:8: error NW004: the text opened by this quote is never closed\n      close it with the same quote after the last word",
    ),
    "indentation": (
        "a:\n  b: 1\n c: 2\n",
        "f.yaml:3:2: error NW005: the indentation of this line (1 spaces) does not fit the lines above\n      use 0 or 2 spaces",
    ),
    "indentation of an entry": (
        "a:\n  - id: x\n   b: 2\n",
        "f.yaml:3:4: error NW005: the indentation of this line (3 spaces) does not fit the lines above\n      use 2 or 4 spaces",
    ),
    "no key": (
        "a: 1\nhello\nb: 2\n",
        "f.yaml:2:1: error NW005: `hello` is neither `key: value` nor an entry of a list\n      write `key: value`, or put it in the line above",
    ),
    "anchor and reference": (
        "a: &x 1\nb: *x\n",
        (
            "f.yaml:1:4: error NW006: `&x` names a place of the file; that is not used in rule files\n"
            "      write the value itself here, in quotes if it is a text\n"
            "f.yaml:2:4: error NW006: `*x` refers to another place of the file; that is not used in rule files\n"
            "      write the value itself here, in quotes if it is a text"
        ),
    ),
    "tag": (
        "a: !!python/object 3\n",
        (
            "f.yaml:1:4: error NW006: `!!python/object` tells programs how to read a value; that is not used in rule files\n"
            "      write the value itself here, in quotes if it is a text"
        ),
    ),
    "directive": (
        "# x\n%YAML 1.2\n---\na: 1\n",
        "f.yaml:2:1: error NW006: a line that begins with % is not used in rule files\n      delete the line; a file begins with `nemawashi: 1`",
    ),
    "second document": (
        "a: 1\n---\nb: 2\n",
        (
            "f.yaml:2:1: error NW006: a second document begins here; a file holds one\n"
            "      delete the line; a list key may stand in several files of a pack instead"
        ),
    ),
    "merge key": (
        "a: {<<: b}\n",
        "f.yaml:1:5: error NW006: `<<` takes over another entry; that is not used in rule files\n      write the keys out",
    ),
    "bracket": (
        "a: {b: 1, c: 2\nd: 3\n",
        "f.yaml:1:4: error NW007: the `{` opened here is not closed\n      close it with `}`",
    ),
    "bracket too many": (
        "a: {b: 1}}\n",
        "f.yaml:1:10: error NW007: this `}` closes nothing\n      delete it, or open it before",
    ),
    "comma": (
        "a: {b: 1 c: 2}\n",
        "f.yaml:1:9: error NW007: a comma is missing before `c`\n      write `1, c:`",
    ),
    "comma in a list": (
        'a: ["x" "y"]\n',
        'f.yaml:1:9: error NW007: `,` or `]` is missing before `"y"]`\n      the `[` was opened on line 1',
    ),
    "backslash": (
        'a: "C:\\dir"\n',
        (
            "f.yaml:1:7: error NW008: a backslash inside double quotes begins a special character, and this is none\n"
            '      write \\\\ for a backslash, \\" for a quote'
        ),
    ),
    "begins with a sign": (
        "when: >= 3\n",
        (
            "f.yaml:1:7: error NW009: `>` or `|` at the beginning of a value starts a block of text\n"
            "      a condition begins with a name or a number; put a text in quotes"
        ),
    ),
    "at sign": ("a: @x\n", "f.yaml:1:4: error NW009: a value cannot begin with `@`\n      put the text in quotes"),
    "invisible": (
        "a: x\u2028y\nb: z\x07\n",
        (
            "f.yaml:1:5: error NW009: an invisible character (U+2028) stands here\n      delete it\n"
            "f.yaml:2:5: error NW009: an invisible character (U+0007) stands here\n      delete it"
        ),
    ),
    "ambiguous words": (
        "a: No\non: 1\nb: true\nc: ~\n",
        (
            "f.yaml:1:4: error NW011: `No` without quotes is true or false to some programs and text to others\n"
            '      delete the key if it is a switch: off is left out; write "No" if it is a text\n'
            "f.yaml:2:1: error NW011: `on` without quotes is true or false to some programs and text to others\n"
            '      write "on" if it is a text, `true` if it is a switch; for a name choose another word\n'
            "f.yaml:4:4: error NW011: `~` without quotes is nothing to some programs and text to others\n"
            '      delete the key if it is a switch: off is left out; write "~" if it is a text'
        ),
    ),
    "base 60": (
        "round_clock: 12:30\n",
        (
            "f.yaml:1:14: error NW012: `12:30` without quotes means 750 (base 60) to some programs\n"
            '      write "12:30" with quotes if it is a time'
        ),
    ),
    "date": (
        "date: 2025-04-02\n",
        'f.yaml:1:7: error NW012: `2025-04-02` without quotes is a date to some programs and text to others\n      write "2025-04-02"',
    ),
    "decimal comma": (
        "weights: {a: 0,7, b: 1}\n",
        "f.yaml:1:14: error NW013: `0,7` is read as the value 0 followed by a stray item 7\n      did you mean 70? numbers are whole here, and a share of 0.7 is written 70",
    ),
    "odd numbers": (
        "a: 1_000\nb: 010\nc: 60%\nd: 0x10\ne: 1e3\nf: 0.7\ng: ６０\nh: 12345678901\n",
        (
            "f.yaml:1:4: error NW013: `1_000` is a number to some programs and text to others\n      write 1000\n"
            "f.yaml:2:4: error NW013: `010` with a zero in front is another number to some programs\n      write 10\n"
            "f.yaml:3:4: error NW014: `60%` is text, not a number\n      write 60: chances are in per cent already\n"
            "f.yaml:4:4: error NW103: `0x10` is a number to some programs and text to others\n      write it with digits 0 to 9\n"
            "f.yaml:5:4: error NW103: `1e3` is not a whole number\n      write it with digits only\n"
            "f.yaml:6:4: error NW103: `0.7` is not a whole number; there are no decimals here\n      write a whole number\n"
            "f.yaml:7:4: error NW103: `６０` is not written with ASCII digits\n      write 60\n"
            "f.yaml:8:4: error NW306: the number 12345678901 is too large\n      the largest is 999999999"
        ),
    ),
    "repeated keys": (
        "a: 1\nb: 2\na: 3\na: 4\n",
        (
            "f.yaml:3:1: error NW106: the key `a` appears twice; first on line 1\n"
            "      delete one of the two; many programs would silently take the last\n"
            "f.yaml:4:1: error NW106: the key `a` appears twice; first on line 1\n"
            "      delete one of the two; many programs would silently take the last"
        ),
    ),
    "nothing there": (
        "a:\nb:\n  -\n",
        (
            "f.yaml:1:1: error NW103: nothing stands after `a:`\n      write the value, or delete the key\n"
            "f.yaml:3:4: error NW103: nothing stands after this dash\n      write the entry, or delete the dash"
        ),
    ),
    "a list as a key": ("[a]: 1\n", "f.yaml:1:1: error NW103: a key must be a word, not a list or a map\n      write `key: value`"),
    "empty": ("# only this\n", "f.yaml:1:1: error NW027: the file is empty\n      begin with `nemawashi: 1`"),
    "too deep": (
        "a: " + "[" * 30,
        "f.yaml:1:23: error NW024: this is nested more than 20 levels deep\n      an entry needs four at most",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_subset_refuses_is_told_with_place_and_way_out(name: str) -> None:
    text, expected = BROKEN[name]
    assert report(text) == expected


BROKEN_BYTES = {
    "Shift JIS": (
        "a: 1\nja: 関".encode("shift_jis"),
        "f.yaml:2:5: error NW021: this character is not UTF-8\n      save the file as UTF-8",
    ),
    "UTF-16": ("a: 1".encode("utf-16"), "f.yaml:1:1: error NW021: the file is saved as UTF-16\n      save it as UTF-8"),
    "NUL": (
        b"a: 1\nb: \0\n",
        "f.yaml:2:4: error NW022: a NUL byte stands here\n      it may be no text file at all; save it again as UTF-8 text",
    ),
}


@pytest.mark.parametrize("name", BROKEN_BYTES)
def test_bytes_that_are_no_text_are_told(name: str) -> None:
    content, expected = BROKEN_BYTES[name]
    assert report(content) == expected


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * (LARGEST_FILE + 1))
    os.mkfifo(tmp_path / "pipe.yaml")
    found = {name: read_file(tmp_path / name, name).problems[0].code for name in ("loop.yaml", "large.yaml", "pipe.yaml", "none.yaml", ".")}
    assert found == {"loop.yaml": "NW025", "large.yaml": "NW023", "pipe.yaml": "NW026", "none.yaml": "NW020", ".": "NW026"}


def test_a_key_that_is_told_twice_keeps_the_first_value() -> None:
    reading = read_bytes(b"a: 1\na: 2\n", "f.yaml")
    assert reading.node is not None
    first = node_at(reading.node, "a")
    assert first is not None
    assert first.value == 1


def test_valid_but_odd_files_stay_silent() -> None:
    text = "? a\n: b\nc: |\n  two\n  lines\nd:   'it''s'\n\t\ne: [a, b,]\nf: {}\ng: x#y\nh: {capital(each): +1}\n"
    assert report(text) == ""


def test_problems_never_speak_of_programs_insides() -> None:
    said = lines_of([problem for text, _ in BROKEN.values() for problem in read_bytes(text.encode(), "f.yaml").problems]).lower()
    assert [word for word in ("schema", "token", "mapping", "scalar", "none ", "traceback") if word in said.replace("is none", "")] == []
