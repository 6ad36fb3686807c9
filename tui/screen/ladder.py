"""Ladder: a pane with titles of columns above its rows."""

from __future__ import annotations

from textual.strip import Strip

from tui.screen.ink import Line, Row, fit_line
from tui.screen.pane import Pane


class Ladder(Pane):
    """A pane whose titles of columns stay where they are while its rows scroll."""

    heads: Line = ()

    @property
    def space(self) -> int:
        """Lines there are for rows."""
        return max(self.size.height - 2, 0)

    def row_at(self, y: int) -> Row | None:
        """The row on a line of the pane."""
        return super().row_at(y - 1) if y >= 2 else None

    def render_line(self, y: int) -> Strip:
        """One line."""
        return self.strip(fit_line(self.heads, self.size.width), self.size.width) if y == 1 else super().render_line(y)
