"""The same seed gives the same game whatever hash seed Python was started with: no order of a set decides anything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HASH_SEEDS = ("0", "4711")


def telling(hash_seed: str) -> subprocess.Popen[bytes]:
    """A fresh interpreter that tells everything about a game of every world."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-m", "tests.properties.transcript"], cwd=ROOT, env=environment, stdout=subprocess.PIPE)


def test_another_hash_seed_changes_no_game_and_no_word() -> None:
    first, *others = (interpreter.communicate()[0] for interpreter in [telling(hash_seed) for hash_seed in HASH_SEEDS])
    assert first.count(b"\n") > 500
    for other in others:
        assert other == first
