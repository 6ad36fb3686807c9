"""What a viewer may not know, overwritten: a twin of a game that the viewer must not be able to tell from it.

There is no list of secrets here: hidden is every cell and every row of the ledger whose audience leaves the viewer out.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from sim.kernel import layout as s
from sim.kernel.ledger import G_AFTER, G_ASKED, G_AUDIENCE, G_BEFORE, G_CELL, audience_of
from sim.kernel.masking import may_know
from sim.table.actions import Action
from sim.table.game import Game
from sim.table.history import Entry, History, RowCells
from sim.table.seating import TABLE_ID
from tests.properties.near_misses import near_miss
from tests.properties.reasons import ask, questions

WILD = (-7, s.UNSET, 0, 1, 2, 3, 17, 99, 101, 7391846205)
TRIES = 12  # acts and questions that are compared


def hidden_cells(game: Game, viewer: str) -> list[int]:
    """The cells that a viewer may not know."""
    index = game.seating.viewer(viewer)
    return [cell for cell in range(s.SCRATCH) if not may_know(game._t, audience_of(game._t, cell), index)]


def scrambled(game: Game, viewer: str, random: Random) -> Game:
    """The same game with everything that is hidden from a viewer overwritten: cells, and rows of the ledger."""
    twin = game.branch(len(game.lines))
    for cell in hidden_cells(game, viewer):
        twin._s[cell] = hidden_value(game, cell, random)
    index = game.seating.viewer(viewer)
    entries = [replace(entry, rows=hidden_rows(game, entry, index, random)) for entry in twin._history.entries]
    history = History(entries[0])
    history.entries, history._states = entries, twin._history._states
    twin._history = history
    return twin


def hidden_value(game: Game, cell: int, random: Random) -> int:
    """Any number; a posture is one of those that the side may have, since rules look weights up by it."""
    if s.POSTURE <= cell < s.POSTURE + len(game.scenario.parties):
        return random.choice([posture.index for posture in game.scenario.postures if posture.party == cell - s.POSTURE])
    return random.choice(WILD)


def hidden_rows(game: Game, entry: Entry, index: int, random: Random) -> tuple[RowCells, ...]:
    """The rows of an entry; those that the viewer may not know say something else."""
    return tuple(row if may_know(game._t, row[G_AUDIENCE], index) else other_row(row, random) for row in entry.rows)


def other_row(row: RowCells, random: Random) -> RowCells:
    """A row of the same cell with other numbers."""
    cells = list(row)
    for part in (G_BEFORE, G_AFTER, G_ASKED):
        cells[part] = random.choice(WILD)
    if row[G_CELL] < s.UNSET:
        cells[G_CELL] = -2 - random.randrange(16)
    return tuple(cells)


def cannot_be_told_apart(game: Game, twin: Game, viewer: str, random: Random) -> None:
    """Everything that a viewer is given is the same in both games."""
    assert twin.mask_for(viewer) == game.mask_for(viewer)
    view, other = game.view_for(viewer), twin.view_for(viewer)
    assert other == view
    assert repr(other) == repr(view)
    assert twin.events_for(viewer) == game.events_for(viewer)
    assert twin.to_move() == game.to_move()
    assert twin.may_agree() == game.may_agree()
    for what in random.sample(questions(game, random), TRIES):
        assert ask(twin, viewer, what) == ask(game, viewer, what), what
    if viewer != TABLE_ID:
        answers_are_the_same(game, twin, viewer, random)


def answers_are_the_same(game: Game, twin: Game, seat: str, random: Random) -> None:
    """The options of a seat, and what the rules say to its acts, with every fact."""
    assert twin.options(seat) == game.options(seat)
    for _ in range(TRIES):
        action = replace(near_miss(random, game, seat), seat=seat)
        assert refusal(twin, action) == refusal(game, action), action


def refusal(game: Game, action: Action) -> tuple[str, dict[str, object]] | None:
    """What the rules say to an act: None, or the code with its facts."""
    broken = game.why_not(action)
    return None if broken is None else (broken.code, broken.facts)


def rows_of_last(game: Game, viewer: str) -> list[RowCells]:
    """Rows of the last entry in force that a viewer may know."""
    index = game.seating.viewer(viewer)
    return [row for row in game.history[-1].rows if may_know(game._t, row[G_AUDIENCE], index)]
