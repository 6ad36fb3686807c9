"""A first game begins with written lines, as long as they fit; then the bot plays its style."""

from __future__ import annotations

from sim.domain import Scenario
from sim.lab.turns import Turns
from sim.loading import load
from sim.table.game import Game
from tui.plain.opponents import make

PERSON = ("answer dm08 counter T1", "done", "done", "offer D2=1 T1=1 T2=1", "done", "groundwork jp_opposition=4", "submit")


def first_game(seed: int = 5) -> tuple[Game, Turns]:
    scenario: Scenario = load.scenario("spring-short")
    game = Game.new(scenario, seed)
    return game, Turns(game, make({"us": "tradeoff"}, seed, scenario, game.seating))


def play(game: Game, turns: Turns, lines: tuple[str, ...]) -> None:
    for line in lines:
        while turns.act():
            pass
        game.play(line, "jp")
    while game.round == 1 and turns.act():
        pass


def said_by(game: Game, seat: str) -> list[str]:
    return [entry.line for entry in game.lines if entry.round == 1 and entry.line.startswith(f"{seat} ") and "done" not in entry.line]


def test_the_written_lines_are_said_whatever_the_seed() -> None:
    for seed in range(4):
        game, turns = first_game(seed)
        play(game, turns, PERSON)
        assert said_by(game, "us") == ["us demand dm08", "us offer T1=1 T2=3", "us accept", "us submit"]
        assert game.view_for("table").ratified == 1


def test_each_written_line_says_so_in_the_debrief() -> None:
    game, turns = first_game()
    play(game, turns, PERSON)
    lines = {entry.line: turns.reasons[entry.number][0] for entry in game.lines if entry.number in turns.reasons}
    assert lines["us offer T1=1 T2=3"] == "lesson" and lines["us done"] != "lesson"


def test_another_package_ends_the_lesson() -> None:
    game, turns = first_game()
    play(game, turns, ("answer dm08 hold", "done", "done", "offer T1=2"))
    turns.act()
    said = [turns.reasons[entry.number][0] for entry in game.lines if entry.number in turns.reasons]
    assert said.count("lesson") == 2  # the demand and the first offer


def test_the_lesson_is_for_a_bot_that_leads_the_side() -> None:
    scenario = load.scenario("spring-short")
    game = Game.new(scenario, 5)
    assert type(make({"jp": "tradeoff"}, 5, scenario, game.seating)["jp"]).__name__ == "Bot"
    assert type(make({"us": "tradeoff"}, 5, scenario, game.seating)["us"]).__name__ == "Pupil"
