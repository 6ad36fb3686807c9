"""Times the pieces of work of one driver in turns and prints what they reached, as JSON. Runs in the peers' own environment.

The clock is this process's own CPU time, so that other programs on the machine count little; the process keeps to one core.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from sys import argv
from time import process_time

SECONDS = 1.0
"""How long one timed run takes, and the warm-up before the first."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to time. batch: does some of it and says how many steps (or offers) that was."""

    name: str
    how: str
    unit: str
    batch: Callable[[], float]


def per_second(work: Work) -> float:
    """One timed run."""
    done, start = 0.0, process_time()
    while (passed := process_time() - start) < SECONDS:
        done += work.batch()
    return done / passed


def keep_to_one_core() -> None:
    """Where the system lets a process choose: a library that starts threads of its own gains nothing by them."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def report(works: Sequence[Work], version: str, left_out: Iterable[str] = ()) -> None:
    """Warm up, time all of it in turns as often as the first argument says, and print."""
    keep_to_one_core()
    for work in works:
        per_second(work)
    gc.collect()
    gc.freeze()  # what the libraries hold for good is not looked through again while the clock runs
    turns = [[per_second(work) for work in works] for _ in range(int(argv[1]))]
    rates = [
        {"name": work.name, "how": work.how, "unit": work.unit, "version": version, "runs": [turn[at] for turn in turns]}
        for at, work in enumerate(works)
    ]
    print(json.dumps({"rates": rates, "left_out": list(left_out)}))
