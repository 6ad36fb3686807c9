"""The parts that screens are made of: text in cells, drafts, the key bar, what a terminal likes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screen import store
from tui.screen.bars import Key, key_line
from tui.screen.commands import shown, typed
from tui.screen.drafts import MOST, Draft, Drafts
from tui.screen.ink import NOT_FIRST, fit, fit_line, line, text_of, width_of, wrapped

TEXTS = st.text(st.sampled_from("abc 日本語、。（）kK1−"), max_size=60)


@given(TEXTS, st.integers(0, 30), st.booleans())
def test_a_fitted_text_takes_exactly_its_cells(text: str, cells: int, right: bool) -> None:
    assert cell_len(fit(text, cells, right)) == cells


@given(st.lists(TEXTS, max_size=4), st.integers(0, 40))
def test_a_fitted_line_takes_exactly_its_cells(texts: list[str], cells: int) -> None:
    assert width_of(fit_line(line(*texts), cells)) == cells


@given(TEXTS, st.integers(0, 40))
def test_a_wrapped_text_keeps_its_letters_and_its_width(text: str, cells: int) -> None:
    lines = wrapped(text, cells)
    assert all(cell_len(each) <= max(cells, 2) + 1 for each in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_japanese_line_does_not_begin_with_a_full_stop() -> None:
    lines = wrapped("情勢で指標が動きます。読み終えたら進みます。", 20)
    assert len(lines) > 1 and all(each[0] not in NOT_FIRST for each in lines)


def test_a_cut_text_says_that_it_was_cut() -> None:
    assert fit("Reciprocal", 6) == "Recip…" and fit("日本語です", 6) == "日本…"[:2] + "… "


def test_drafts_are_undone_without_limit() -> None:
    draft = Draft((None,) * 3)
    for level in range(200):
        draft.set(level % 3, level)
    while draft.undo():
        pass
    assert draft.levels == (None,) * 3
    while draft.redo():
        pass
    assert draft.levels == (198, 199, 197)


def test_a_change_after_undo_ends_redo() -> None:
    draft = Draft((None, None))
    draft.set(0, 1)
    draft.undo()
    draft.set(1, 2)
    assert not draft.redo() and draft.levels == (None, 2)


def test_there_are_five_drafts_and_the_one_at_work_stays() -> None:
    drafts = Drafts(2)
    drafts.now.set(0, 1)
    for level in range(2, 9):
        drafts.add((level, None))
    assert len(drafts.every) == MOST and drafts.now.levels == (8, None)


def test_the_key_bar_drops_whole_keys_and_ends_with_help() -> None:
    keys = [Key(f"c{number}", "F9", f"Label {number}", 90 - number) for number in range(9)]
    for cells in range(20, 120, 7):
        text = text_of(key_line(keys, Key("help", "?", "all keys", 100), cells))
        assert cell_len(text) == cells and text.endswith("? all keys ")
        assert all(f"Label {number}" in text or f"Label {number}"[:6] not in text.split("?")[0][-7:] for number in range(9))


@pytest.mark.parametrize(
    ("key", "character", "meant"),
    [("upper_w", "ｗ", "w"), ("w", "w", "w"), ("enter", "\r", "enter"), ("colon", ":", ":"), ("space", " ", "space")],
)
def test_full_width_letters_are_folded(key: str, character: str, meant: str) -> None:
    assert typed(key, character) == meant


def test_keys_are_shown_as_keyboards_have_them() -> None:
    assert [shown(key) for key in ("f9", "escape", "ctrl+q", "w", "left", "?")] == ["F9", "Esc", "Ctrl+Q", "w", "←", "?"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"theme": 3, "drawn": {"xterm": 1}}', '{"drawn": 5}', "\x00\xff"])
def test_likes_that_cannot_be_read_are_those_of_the_first_day(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "likes_file", lambda: tmp_path / "likes.json")
    (tmp_path / "likes.json").write_bytes(text.encode("latin-1"))
    found = store.load()
    assert found.theme == "dark" and found.hints and all(value is True or value is False for value in found.drawn.values())


def test_likes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "likes_file", lambda: tmp_path / "sub" / "likes.json")
    store.Likes(language="ja", theme="mono", drawn={"xterm": False}).save()
    assert store.load() == store.Likes(language="ja", theme="mono", drawn={"xterm": False})
