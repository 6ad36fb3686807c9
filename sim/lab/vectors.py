"""Vectors in memory as compiled code reads them: 64-bit integers, one address each, the length in the cell before the first."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

BYTES = 8


class Vector:
    """Cells with a place in memory. Keep it as long as compiled code may use its address."""

    __slots__ = ("_cells",)

    def __init__(self, values: Iterable[int]) -> None:
        cells = array("q", values)
        self._cells = array("q", [len(cells)]) + cells

    @property
    def address(self) -> int:
        """Of the first cell."""
        return self._cells.buffer_info()[0] + BYTES

    def values(self) -> list[int]:
        """The cells as they are now."""
        return self._cells[1:].tolist()


class Block:
    """Rows of equal width, one behind the other, and the address of each row."""

    __slots__ = ("_places", "cells", "width")

    def __init__(self, rows: Sequence[Iterable[int]] | int, width: int) -> None:
        self.width = width
        self.cells = array("q", bytes(BYTES * width * rows)) if isinstance(rows, int) else array("q")
        if not isinstance(rows, int):
            for row in rows:
                self.cells.extend(row)
        first = self.cells.buffer_info()[0]
        self._places = array("q", range(first, first + BYTES * len(self.cells), BYTES * width))

    @property
    def address(self) -> int:
        """Of the list of addresses."""
        return self._places.buffer_info()[0]

    def rows(self) -> list[memoryview]:
        """The rows themselves: what is written there is written here."""
        whole = memoryview(self.cells)
        return [whole[at : at + self.width] for at in range(0, len(whole), self.width)]

    def values(self, row: int) -> list[int]:
        """The cells of a row as they are now."""
        return self.cells[row * self.width : (row + 1) * self.width].tolist()
