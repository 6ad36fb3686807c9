"""How hypothesis looks: the same in every plain run and without a clock, so that a busy machine does not turn main red.

NEMAWASHI_THOROUGH=1 looks anew each time. And a text of rules is made a tree of once in a process, see `texts_are_parsed_once`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import lru_cache

import pytest
from hypothesis import settings

from sim.loading import reading

FRESH, YOUNG, OLD = 20_000, 20, 50  # how much is made before what is no longer used is looked for, by age
TREES = 64  # kept: those of every shipped file, and of the files that a test is at

settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile("thorough" if os.environ.get("NEMAWASHI_THOROUGH", "") not in ("", "0") else "same")


@pytest.fixture(scope="session", autouse=True)
def texts_are_parsed_once() -> Iterator[None]:
    """Hundreds of tests read the shipped packs anew, a fifth of all their time; the same text makes the same tree, and trees are frozen."""
    before = reading.parse
    reading.parse = lru_cache(maxsize=TREES)(before)
    yield
    reading.parse = before


def pytest_collection_finish() -> None:
    """Python's search for what is no longer used need not go through thousands of tests and modules each time: an eighth of all computing."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(FRESH, YOUNG, OLD)
