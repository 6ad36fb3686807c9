"""What a page is drawn from: the view of who looks, words in its language, and the shape of the screen. Never the game itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.domain import Text
from sim.table.option_values import Options
from sim.table.view import View
from tui.plain.names import Names
from tui.screen.signs import Signs
from tui.screen.sizes import WIDE_CELLS, WIDE_LINES
from tui.screen.stops import Stop


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the table.

    viewer: shown id of who looks, `table` for the public table; seat: whose acts are offered here, "" for nobody's; options: what
    that seat may do; is_shared: several sides share the screen; stop: what waits to be read; thinking: seat of a bot that thinks.
    people: seats played by persons; moved: what changed in this round, by cell; cells, lines: of the screen; is_wide: both larger than a narrow one.
    """

    names: Names
    view: View
    viewer: str
    seat: str
    options: Options | None
    is_shared: bool
    signs: Signs
    cells: int
    lines: int
    log: tuple[str, ...] = ()
    stop: Stop | None = None
    thinking: str = ""
    can_undo: bool = False
    draft: tuple[int | None, ...] = ()
    people: tuple[str, ...] = ()
    moved: Mapping[int, int] = field(default_factory=dict)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for the wide arrangement."""
        return self.cells >= WIDE_CELLS and self.lines >= WIDE_LINES

    @property
    def party(self) -> int | None:
        """The side whose acts are offered here; the viewer's own, or that of the seat to act at the public table."""
        if self.view.party is not None:
            return self.view.party
        return self.names.seating.named(self.seat).party if self.seat else None

    @property
    def is_own(self) -> bool:
        """Whether an own sheet is shown: numbers that only one side knows may stand here."""
        return self.view.party is not None

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of who looks."""
        return self.names.say(code, **facts)

    def narrow(self, text: Text) -> str:
        """A text of the rule files for a narrow column."""
        return text.narrow or text.ja if self.names.language == "ja" else text.en

    def level(self, issue: int, level: int | None) -> str:
        """A level for a narrow column; "" for none."""
        if level is None:
            return ""
        levels = self.names.scenario.issues[issue].levels
        return self.narrow(levels[level].short) if 0 <= level < len(levels) else str(level)

    def signed(self, amount: int) -> str:
        """A change with its sign, the minus as it is drawn."""
        return "0" if amount == 0 else f"{amount:+d}".replace("-", self.signs.minus)

    def terms(self, package: Sequence[int | None]) -> str:
        """A package as "why" takes it: `D2=1 T1=3`."""
        named = ((issue, level) for issue, level in enumerate(package) if level is not None)
        return " ".join(f"{self.names.scenario.issues[issue].id}={level}" for issue, level in named)

    def drawn(self, text: str) -> str:
        """A number in text form with the minus as it is drawn."""
        return text.replace("-", self.signs.minus)
