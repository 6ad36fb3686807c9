"""Every act is a line that reads back to it; a line may be typed in other ways; a record reads back to what was written."""

from __future__ import annotations

from random import Random

import pytest

from sim.loading.load import from_resolved
from sim.table.actions import PACKAGE_ACTS, Action, action_of, argument_of
from sim.table.game import Game
from sim.table.judging import check_shape
from sim.table.keeping import header_of, lines_of
from sim.table.notation import NotationError, read_action, write_action
from sim.table.record import head_of, recorded, sealed
from tests.properties.near_misses import near_miss
from tests.properties.worlds import MOST_ACTS, SCENARIOS, WORLDS, Hand, World, new_game, played, scenario_of, thorough

MOST = MOST_ACTS if thorough() else 100  # acts of a game of which near-misses are written
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
JUNK = ("", " ", "=", "jp", "us offer", "us offer D1", "us offer D1=9", "xx done", "us done done", "us undo x", "table force", "🙂")


def is_typed_in_other_ways(game: Game, action: Action) -> None:
    """Full width, capitals, more blanks, level ids, and without the seat: all the same act."""
    scenario, seating, context = game.scenario, game.seating, game.context()
    line = write_action(action, scenario, seating, context)
    ways = [line, line.translate(FULL_WIDTH), line.upper(), f"  {line.replace(' ', '   ')} ", *level_ids(game, action, line)]
    for way in ways:
        assert read_action(way, scenario, seating, context) == action, way
    bare = line.removeprefix(f"{action.seat} ")
    assert read_action(bare, scenario, seating, context, action.seat) == action, bare


def level_ids(game: Game, action: Action, line: str) -> list[str]:
    """The line with the ids of levels in place of their numbers."""
    if action.kind not in PACKAGE_ACTS or action.package is None:
        return []
    for issue, level in zip(game.scenario.issues, action.package, strict=True):
        if level is not None:
            line = line.replace(f" {issue.id}={level}", f" {issue.id}={issue.levels[level].id}")
    return [line]


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_every_act_of_a_game_reads_back_from_its_line(world: World) -> None:
    game, random = new_game(world, 13), Random(13)
    hand = Hand(random)
    while not game.is_over:
        action = hand.act(game)
        is_typed_in_other_ways(game, action)
        cells = argument_of(action)
        parts = (action.a, action.b, action.c)
        assert action_of(action.seat, action.kind, parts, cells, len(game.scenario.issues), len(game.scenario.courses)) == action
        game.take(action)


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_what_can_be_written_can_be_read_and_is_written_the_same(world: World) -> None:
    game, random = new_game(world, 17), Random(17)
    written = 0
    for _ in Hand(random).play(game, MOST):
        for seat in game.seating.seats:
            action = near_miss(random, game, seat.id)
            try:
                check_shape(game.scenario, action)
                line = write_action(action, game.scenario, game.seating, game.context())
            except ValueError:
                continue  # no line says this
            written += 1
            again = read_action(line, game.scenario, game.seating, game.context())
            assert write_action(again, game.scenario, game.seating, game.context()) == line
            assert (again.seat, again.kind, again.package) == (action.seat, action.kind, action.package)
    assert written > 50


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_a_line_that_cannot_be_read_says_where(world: World) -> None:
    game, random = played(world, 19, acts=30), Random(19)
    lines = [entry.line for entry in game.lines]
    for line in [*JUNK, *(damaged(random, random.choice(lines)) for _ in range(150))]:
        try:
            read_action(line, game.scenario, game.seating, game.context())
        except NotationError as error:
            assert 1 <= error.column <= len(line) + 2, line


def damaged(random: Random, line: str) -> str:
    """A line with one character taken out, put in or changed, or one word twice."""
    at = random.randrange(len(line))
    letter = random.choice("=_ .-09azAZé日０")
    words = line.split()
    before, behind = line[:at], line[at + 1 :]
    return random.choice((before + behind, before + letter + line[at:], before + letter + behind, f"{line} {random.choice(words)}"))


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_a_record_reads_back_to_the_game_that_was_written(world: World) -> None:
    game = played(world, 29, acts=60)
    header, lines = header_of(game, {"jp": "caretaker"}, {"us": "ja"}), lines_of(game)
    texts, digest = head_of(header, game.scenario.resolved)
    for line in lines:
        text, digest = sealed(line.to_json(), digest)
        texts.append(text)
    found = recorded("".join(f"{text}\n" for text in texts).encode("utf-8"), "x")
    assert found.header == header
    assert found.resolved == game.scenario.resolved
    assert list(found.lines) == lines
    assert found.is_whole
    assert found.digest == digest
    again = Game.replay(game.scenario, found)
    assert again.digest() == game.digest()
    assert again.lines == game.lines
    assert Game.replay(game.scenario, found, 7).digest() == game.branch(7).digest()


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_rules_in_a_record_are_the_rules(name: str) -> None:
    scenario = scenario_of(name)
    again = from_resolved(scenario.resolved)
    assert again.tables == scenario.tables
    assert (again.rules_digest, again.text_digest) == (scenario.rules_digest, scenario.text_digest)
    assert again.resolved == scenario.resolved
