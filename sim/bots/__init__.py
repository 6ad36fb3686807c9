"""Bots: named styles over what a seat may know, and a thin wrapper for the table.

A style is a kernel-style function `decide_<style>(t, m, mem, key, seat, out)` in a file of its own. It sees the
masked tables and the mask of its seat, keeps a memory of its own and a key for chance that is not the game's
seed, and is never asked to think by a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from sim.bots.caretaker import decide_caretaker
from sim.bots.conceder import decide_conceder
from sim.bots.hardliner import decide_hardliner
from sim.bots.memory import MEM_SIZE, OUT_A, OUT_B, OUT_C, OUT_CELLS, OUT_FACTS, OUT_KIND, OUT_REASON, OUT_SIZE, SAYS_NOTHING
from sim.bots.random_legal import decide_random_legal
from sim.bots.reasons import REASONS
from sim.bots.tit_for_tat import decide_tit_for_tat
from sim.bots.tradeoff import decide_tradeoff
from sim.errors import did_you_mean
from sim.kernel.chance import MASK, mixed
from sim.kernel.layout import MAX_ISSUES, UNSET

Style: TypeAlias = Callable[[Sequence[int], list[int], list[int], int, int, list[int]], None]
"""Tables and mask of a seat, memory, key, seat, answer."""

STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "random_legal": decide_random_legal,
        "conceder": decide_conceder,
        "tradeoff": decide_tradeoff,
        "hardliner": decide_hardliner,
        "tit_for_tat": decide_tit_for_tat,
        "caretaker": decide_caretaker,
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a bot says. kind: ACT_*; a, b, c: its arguments (`sim/kernel/codes.py`), UNSET where there is none.

    cells: MAX_ISSUES numbers: a level an issue (UNSET: silent), points a course, or the level of a reframe first.
    reason: kebab-case code; facts: its numbers by name, see `reasons.py`. Both are told after the game only.
    """

    kind: int
    a: int
    b: int
    c: int
    cells: tuple[int, ...]
    reason: str
    facts: tuple[tuple[str, int], ...]


class Bot:
    """One seat's player: a style, a key for its chance, and what it remembers of this one game.

    why: code and facts of the last act, None before the first. Raises ValueError for a style that is not there.
    """

    __slots__ = ("_key", "_memory", "_out", "style", "why")

    def __init__(self, style: str, key: int = 0) -> None:
        if style not in STYLES:
            raise ValueError(f"unknown bot style `{style}`: {did_you_mean(style, STYLES)}")
        self.style = style
        self.why: tuple[str, tuple[tuple[str, int], ...]] | None = None
        self._key = mixed(mixed(key & MASK) ^ (key >> 32 & MASK))
        self._memory = [0] * MEM_SIZE
        self._out = [UNSET] * OUT_SIZE

    def decide(self, t: Sequence[int], m: list[int], seat: int) -> Decision | None:
        """What the seat does now, allowed by the mask's rules; None when nothing is asked of it or it keeps silent.

        t: the tables as the seat may know them. m: its mask; the working space behind the state is used.
        """
        out = self._out
        STYLES[self.style](t, m, self._memory, self._key, seat, out)
        if out[OUT_KIND] == SAYS_NOTHING:
            return None
        reason = REASONS[out[OUT_REASON]]
        facts = tuple(zip(reason.facts, out[OUT_FACTS:], strict=False))
        self.why = (reason.code, facts)
        cells = tuple(out[OUT_CELLS : OUT_CELLS + MAX_ISSUES])
        return Decision(out[OUT_KIND], out[OUT_A], out[OUT_B], out[OUT_C], cells, reason.code, facts)
