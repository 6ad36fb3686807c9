"""Plain mode shows a viewer nothing that is hidden from it, and nobody the seed before the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from sim.table.game import Game
from tests.properties.hiding import scrambled
from tests.properties.near_misses import near_miss
from tests.properties.reasons import ask, questions
from tests.properties.screens import may_look, said_no, said_unreadable, screen_of
from tests.properties.worlds import WORLDS, Hand, World, new_game, thorough, viewers
from tui.cli import run

SEED = 7391846205
TRACES = (str(SEED), f"{SEED:x}", str(SEED & 0xFFFFFFFF), f"{SEED & 0xFFFFFFFF:x}", f"{SEED:,}")
EVERY = 6 if thorough() else 89  # acts from one look to the next
LANGUAGES = ("en", "ja")


def looks(world: World, seed: int) -> Iterator[tuple[Game, str, str, Random]]:
    """A game on its way, a viewer that has a screen, a language."""
    game, random = new_game(world, seed), Random(seed)
    for count, _ in enumerate(Hand(random, willing=7).play(game)):
        if count % EVERY == 0 and not game.is_over:
            viewer = random.choice([viewer for viewer in viewers(game) if may_look(game, viewer)])
            yield game, viewer, random.choice(LANGUAGES), random


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_no_screen_changes_with_what_is_hidden_from_its_viewer(world: World) -> None:
    for game, viewer, language, random in looks(world, 53):
        key = random.getrandbits(30)
        screen = screen_of(game, viewer, language, Random(key))
        assert len(screen) > 1000
        assert screen_of(scrambled(game, viewer, random), viewer, language, Random(key)) == screen


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_nothing_that_is_made_for_anybody_holds_the_seed_before_the_end(world: World) -> None:
    for game, viewer, language, random in looks(world, SEED):
        for text in texts_of(game, viewer, language, random):
            assert not [trace for trace in TRACES if trace in text], f"{viewer} reads it: {text[:300]}"


def texts_of(game: Game, viewer: str, language: str, random: Random) -> Iterator[str]:
    """Screen, view, events, reasons, options, refusals, faults of notation."""
    yield screen_of(game, viewer, language, random)
    yield repr((game.view_for(viewer), game.events_for(viewer), game.to_move(), game.lines[-1].line))
    for what in random.sample(questions(game, random), 6):
        yield repr(ask(game, viewer, what))
    for seat in game.seating.seats:
        yield repr(game.options(seat.id))
        action = near_miss(random, game, seat.id)
        yield f"{said_no(game, action, language)} {game.why_not(action)!r}"
        yield said_unreadable(game, "offer D1=x y", seat.id, language)


@pytest.mark.parametrize("side", ["us", "jp", "both"])
def test_a_game_that_is_left_has_told_nobody_its_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], side: str
) -> None:
    record = str(tmp_path / "game.jsonl")
    typed = ["help", "brief", "demands", "why m_tariff", "why seed", "state", "save", "clues", "1", "1", "1", "1", "xx", "quit"]
    calls = (
        ("play", "spring-short", "--as", side, "--seed", str(SEED), "--record", record, "--lang", "en"),
        ("resume", record),
        ("replay", record),
        ("replay", "--json", record),
        ("replay", "--check", record),
        ("debrief", record),
    )
    for call in calls:
        monkeypatch.setattr(sys, "stdin", StringIO("\n".join(typed)))
        run(list(call))
        said = "".join(capsys.readouterr())
        assert len(said) > 10, call
        assert not [trace for trace in TRACES if trace in said], call
