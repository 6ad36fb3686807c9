"""What one viewer has been told so far, kept so that a new line costs its own rows only."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Scenario
from sim.table.events import of_entry
from sim.table.happened import Happened
from sim.table.history import Entry, History
from sim.table.seating import Seating
from sim.table.teller import Teller


class Told:
    """The events of one game for one viewer (seat index or TABLE). Begins anew when lines were taken back."""

    def __init__(self, scenario: Scenario, seating: Seating, t: Sequence[int], viewer: int) -> None:
        self._start = (scenario, seating, t, viewer)
        self._begin()

    def _begin(self) -> None:
        """Nothing has been told yet."""
        self._teller = Teller.of(*self._start)
        self._entries: list[Entry] = []
        self._happened: list[tuple[Happened, ...]] = []

    def behind(self, since: int, history: History) -> tuple[Happened, ...]:
        """The events of the entries in force with a number above `since`."""
        path = history.in_force()
        told = len(self._entries)
        if told > len(path) or (told and path[told - 1] is not self._entries[-1]):
            self._begin()
        for entry in path[len(self._entries) :]:
            self._happened.append(tuple(of_entry(self._teller, entry)))
            self._entries.append(entry)
        first = next((at for at, entry in enumerate(self._entries) if entry.number > since), len(self._entries))
        return tuple(event for happened in self._happened[first:] for event in happened)
