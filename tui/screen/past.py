"""A game as it went, line by line, as one of those who may look saw it; and a new game that goes on from one of its lines.

During play a side sees its own view only. After the end every side's view is open, and all of it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sim.table.events import ALL, events_from
from sim.table.happened import ActDone, Drawn, Happened, LevelChanged, NumberChanged, RoundBegan, StepBegan
from sim.table.history import START
from sim.table.seating import TABLE_ID, tables_for
from sim.table.view import View
from tui.plain.telling import Telling
from tui.screen.look import Look
from tui.screen.signs import Signs

if TYPE_CHECKING:
    from tui.screen.playing import Playing
    from tui.seated import Seated

EVERYTHING = ""  # seen as: nobody in particular, with nothing hidden


@dataclass(frozen=True, slots=True)
class Moment:
    """A line and what a viewer saw of it. line: the act in the notation, "" where it was not to be seen; begins: a round it began."""

    number: int
    round: int
    step: int
    line: str
    events: tuple[Happened, ...]
    begins: int | None

    @property
    def changes(self) -> tuple[NumberChanged, ...]:
        """Numbers that moved."""
        return tuple(event for event in self.events if isinstance(event, NumberChanged))

    @property
    def levels(self) -> tuple[LevelChanged, ...]:
        """Levels that entered into force."""
        return tuple(event for event in self.events if isinstance(event, LevelChanged))

    @property
    def draws(self) -> tuple[Drawn, ...]:
        """What chance decided; told with everything only."""
        return tuple(event for event in self.events if isinstance(event, Drawn))


class Past:
    """What was. play: the game at the screen, as it stands; it is asked here and not by the faces."""

    def __init__(self, play: Playing) -> None:
        self.play = play
        self.found: dict[tuple[str, int], tuple[Moment, ...]] = {}
        self.seen: dict[tuple[int, str], View] = {}

    @property
    def viewers(self) -> tuple[str, ...]:
        """As whom it may be seen: during play as who looks; after the end as every side, and with nothing hidden."""
        if not self.play.game.is_over:
            return (self.play.viewer,)
        heads = [self.play.game.seating.head_of(party.index).id for party in self.play.game.scenario.parties]
        return (*dict.fromkeys([self.play.viewer, *heads]), EVERYTHING)

    def moments(self, viewer: str) -> tuple[Moment, ...]:
        """Every line in force of which the viewer saw something, the start first."""
        assert viewer in self.viewers
        key = (viewer, len(self.play.game.lines))
        if key not in self.found:
            self.found[key] = tuple(self.new_moments(viewer))
        return self.found[key]

    def new_moments(self, viewer: str) -> list[Moment]:
        """Gather the events of each line."""
        game = self.play.game
        if viewer == EVERYTHING:
            events = events_from(game.history, game.scenario, game.seating, tables_for(game.scenario, game.seating), ALL)
        else:
            events = game.events_for(viewer)
        by_number: dict[int, list[Happened]] = {}
        for event in events:
            by_number.setdefault(event.number, []).append(event)
        return [
            moment_of(entry.number, entry.round, entry.step, tuple(by_number.get(entry.number, ())))
            for entry in game.history
            if entry.number in by_number or entry.number == START
        ]

    def view(self, number: int, viewer: str) -> View:
        """What the viewer knew behind a line; with nothing hidden, what the table showed."""
        assert viewer in self.viewers
        key = (number, viewer or TABLE_ID)
        if key not in self.seen:
            self.seen[key] = self.play.game.branch(number).view_for(viewer or TABLE_ID)
        return self.seen[key]

    def look(self, number: int, viewer: str, signs: Signs, cells: int, lines: int) -> Look:
        """What pages of that moment are drawn from. Nothing can be done in it."""
        return Look(
            names=self.play.names, view=self.view(number, viewer), viewer=viewer or TABLE_ID, seat="", options=None, is_shared=True,
            signs=signs, cells=cells, lines=lines,
        )  # fmt: skip

    def told(self, moment: Moment, viewer: str) -> list[str]:
        """What happened in sentences, but for numbers and levels."""
        telling = Telling(self.play.names, self.view(moment.number, viewer), round=moment.round)
        events = [event for event in moment.events if not isinstance(event, NumberChanged | LevelChanged)]
        return [text for text in telling.tell(events) if text]

    @property
    def may_branch(self) -> bool:
        """Whether another game may be begun from a line: nothing is secret any more, or this is practice."""
        return self.play.game.is_over or self.play.game.practice

    def is_end(self, number: int) -> bool:
        """Whether nothing is left to play behind a line."""
        return self.play.game.branch(number).is_over


def moment_of(number: int, round_: int, step: int, events: tuple[Happened, ...]) -> Moment:
    """A line with what was seen of it. The start stands in the round that it begins."""
    line = next((event.line for event in events if isinstance(event, ActDone)), "")
    begins = next((event.round for event in reversed(events) if isinstance(event, RoundBegan)), None)
    if number == START:
        first = next((event for event in events if isinstance(event, StepBegan)), None)
        round_, step = (first.round, first.step) if first is not None else (1, step)
    return Moment(number, round_, step, line, events, begins)


def branched(play: Playing, number: int, viewer: str, languages: Mapping[str, str]) -> Callable[[], Seated]:
    """A game of its own that goes on behind a line, with the same draws and the same bots, and a record from the first line on.

    Where only bots played, whoever it is seen as is played by a person now. languages: by seat, for the record.
    """
    from sim.lab.turns import Turns, play_again
    from sim.table.keeper import next_path
    from sim.table.keeping import header_of, lines_of, start_record
    from sim.table.record import Recorded
    from tui.plain.opponents import make
    from tui.seated import Seated

    game, styles = play.game, dict(play.styles)
    people = dict(play.table.people) or {seat: play.names.language for seat in (viewer,) if seat in styles}
    header = replace(header_of(game, styles, languages), seed_known=game.seed_known or game.is_over)
    found = Recorded(header, game.scenario.resolved, tuple(lines_of(game)), (), "", 0)
    folder = play.record.parent if play.record is not None else None

    def set_up() -> Seated:
        bots = make(styles, game.seed, game.scenario, game.seating)
        again, turns = play_again(game.scenario, found, bots, number)
        kept = {seat: style for seat, style in styles.items() if seat not in people}
        turns = Turns(again, {seat: bot for seat, bot in bots.items() if seat in kept}, turns.asked, turns.reasons)
        keeper = start_record(again, next_path(folder, again.scenario.id) if folder is not None else None, kept, languages)
        return Seated(again, turns, people, kept, keeper, is_new=False)

    return set_up
