"""Masks for the viewers of one game. What each may know is read once from the kernel's `mask`, which alone decides."""

from __future__ import annotations

from collections.abc import Sequence

from sim.kernel.layout import PUBLIC_END, SCRATCH, STATE_SIZE, UNSET
from sim.kernel.masking import mask


class Masks:
    """Masks of states over these tables. A mask is a fresh list of STATE_SIZE cells; its scratch cells are 0."""

    def __init__(self, t: Sequence[int]) -> None:
        self._t = t
        self._known: dict[int, tuple[int, ...]] = {}

    def known_cells(self, viewer: int) -> tuple[int, ...]:
        """The cells behind the public ones that a viewer (seat index or TABLE) may know."""
        if viewer not in self._known:
            numbered = list(range(STATE_SIZE))
            shown = [UNSET] * STATE_SIZE
            mask(self._t, numbered, viewer, shown)
            self._known[viewer] = tuple(cell for cell in range(PUBLIC_END, SCRATCH) if shown[cell] == cell)
        return self._known[viewer]

    def of(self, state: Sequence[int], viewer: int) -> list[int]:
        """The mask of a state for a viewer."""
        m = [*state[:PUBLIC_END], *[UNSET] * (SCRATCH - PUBLIC_END), *[0] * (STATE_SIZE - SCRATCH)]
        for cell in self.known_cells(viewer):
            m[cell] = state[cell]
        return m
