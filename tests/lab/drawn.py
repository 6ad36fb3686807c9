"""Samples for coverage tests, from the counter-based hash of the kernel: the same in every run, without a generator to seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sim.kernel.chance import keyed

SAMPLES = 1000


def drawn(purpose: int, size: int, value_of: Callable[[int], int]) -> Iterator[Counter[int]]:
    """Samples as histograms. value_of: turns a draw of 0..255, all equally likely, into a value; purpose: sets tests apart."""
    table = [value_of(byte) for byte in range(256)]
    for sample in range(SAMPLES):
        hashes = (keyed(sample, 0, 0, purpose, index) for index in range(size // 4))
        yield Counter(table[byte] for drawn_ in hashes for byte in drawn_.to_bytes(4, "big"))


def held(hits: list[bool]) -> float:
    """The share of intervals that held the truth."""
    assert len(hits) == SAMPLES
    return sum(hits) / len(hits)
