"""A game in plain mode as its players see it: who sits where, who has been told what, whose sheet lies open.

Nothing here reads or writes a stream; `session.py` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.kernel import tables as k
from sim.kernel.codes import ACT_BREAK
from sim.table.drive import Decider
from sim.table.game import Game
from sim.table.happened import ActDone, Happened
from sim.table.history import Entry
from sim.table.seating import TABLE_ID
from sim.table.view import View
from tui.plain.names import Names
from tui.plain.telling import Telling

SECRET = (k.WORK_DRAW, k.WORK_SECOND, k.WORK_ANSWER, k.WORK_HOME)  # work that is done behind a curtain


@dataclass(slots=True)
class Table:
    """The table. people: language by shown seat id of those played by persons; bots: by seat; styles: by seat.

    sheet: head seat whose own sheet lies open where several sides share the keyboard, "" for the public table.
    opened: round and step in which it was opened; is_looking: it was opened to look at, not to do what is secret.
    typed: who looked when a line was typed, by number of the line: it need not be told there again.
    """

    game: Game
    people: dict[str, str]
    bots: Mapping[str, Decider]
    language: str
    sheet: str = ""
    opened: tuple[int, str] = (0, "")
    is_looking: bool = False
    typed: dict[int, str] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    tellers: dict[str, Telling] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[int, ...]:
        """The sides that persons play."""
        return tuple(dict.fromkeys(self.game.seating.named(seat).party for seat in self.people))

    @property
    def is_shared(self) -> bool:
        """Whether several sides share the keyboard."""
        return len(self.sides) > 1

    @property
    def viewer(self) -> str:
        """Who looks at the screen now: the open sheet, the public table, or the one side there is."""
        if self.is_shared or self.sheet:
            return self.sheet or TABLE_ID
        return self.game.seating.head_of(self.sides[0]).id if self.sides else TABLE_ID

    def language_of(self, viewer: str) -> str:
        """The language a viewer reads."""
        return self.people.get(viewer, self.language)

    def set_language(self, language: str) -> None:
        """From now on whoever looks reads this language."""
        if self.viewer in self.people:
            self.people[self.viewer] = language
        if not self.is_shared or self.viewer == TABLE_ID:
            self.language = language

    @property
    def names(self) -> Names:
        """Names in the language of who looks."""
        return Names(self.game.scenario, self.game.seating, self.language_of(self.viewer), frozenset(self.bots))

    def view(self) -> View:
        """What who looks knows."""
        return self.game.view_for(self.viewer)

    def acting(self) -> str:
        """The person's seat that must act next, "" where none must."""
        waited = [seat for seat in self.game.to_move() if seat in self.people]
        return self.sheet if self.sheet in waited else next(iter(waited), "")

    def open_sheet(self, seat: str, is_looking: bool) -> None:
        """A seat takes the keyboard, unseen by the others."""
        self.sheet, self.is_looking, self.opened = seat, is_looking, (self.game.round, self.game.step)

    def is_sheet_over(self) -> bool:
        """Whether an open sheet must be put away: its step is over, or what is done now is done in the open."""
        moved_on = self.opened != (self.game.round, self.game.step)
        return bool(self.sheet) and (moved_on or not (self.is_looking or self.is_secret()))

    def needs_curtain(self, seat: str) -> bool:
        """Whether the work of a seat is secret from others at the same keyboard."""
        return self.is_shared and self.sheet != seat and self.is_secret()

    def is_secret(self) -> bool:
        """Whether the present work is done unseen. A word that a card or a reframe asks for is said in the open."""
        view = self.game.view_for(TABLE_ID)
        return view.work in SECRET and view.choice is None and view.reframe is None

    def news(self) -> tuple[list[str], list[Happened]]:
        """What who looks has not been told yet: as lines, and the events behind them."""
        telling = self.telling(self.viewer)
        events = [event for event in self.fresh(self.viewer) if not self.was_typed_here(event)]
        return telling.tell(events), events

    def fresh(self, viewer: str) -> list[Happened]:
        """The events that a viewer has not been told. An own sheet leaves out what the public table has told."""
        since = self.told.get(viewer, -1)
        self.told[viewer] = self.game.lines[-1].number if self.game.lines else 0
        found = list(self.game.events_for(viewer, since))
        if viewer == TABLE_ID or not self.is_shared:
            return found
        public = self.game.events_for(TABLE_ID, since)
        return [event for event in found if event.number > self.told.get(TABLE_ID, -1) or event not in public]

    def was_typed_here(self, event: Happened) -> bool:
        """Whether an act was typed by who looks, on this very screen, and needs no word of its own."""
        return isinstance(event, ActDone) and event.action.kind != ACT_BREAK and self.typed.get(event.number) == self.viewer

    def telling(self, viewer: str) -> Telling:
        """The teller of a viewer, looking at what it knows now."""
        view = self.game.view_for(viewer)
        names = Names(self.game.scenario, self.game.seating, self.language_of(viewer), frozenset(self.bots))
        if viewer not in self.tellers:
            self.tellers[viewer] = Telling(names, view, round=view.round, offers=view.offers_made if self.told.get(viewer, -1) >= 0 else 0)
        self.tellers[viewer].names, self.tellers[viewer].view = names, view
        return self.tellers[viewer]

    def done(self, entry: Entry) -> None:
        """Note a line that a person typed."""
        self.typed[entry.number] = self.viewer
