"""A process may be killed at any moment: what was accepted is on the disk, and the game goes on from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from sim.table.keeping import resume_record
from sim.table.record import TORN_LINE, read_record
from tests.faults.scripts import SHORT, TOWNS, script
from tests.properties.worlds import scenario_of, thorough

ROOT = Path(__file__).parents[2]
GAMES = 500 if thorough() else 50  # of two kills each
MARGIN = 5  # kills that may come before the first act or behind the last


@pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")
@pytest.mark.slow
def test_a_hundred_kills_lose_no_accepted_act(tmp_path: Path) -> None:
    found = list(killed_games(tmp_path, GAMES))
    assert len(found) == GAMES
    in_the_middle = sum(goes_on_where_it_was_killed(game) for game in found)
    assert in_the_middle >= GAMES - MARGIN * GAMES // 10


def killed_games(folder: Path, games: int) -> Iterator[Mapping[str, object]]:
    """Games whose processes were killed twice each."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.faults.victims", str(folder), str(games), "20250405"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True)
    yield from map(json.loads, done.stdout.splitlines())


def goes_on_where_it_was_killed(game: Mapping[str, object]) -> bool:
    """The record holds every accepted act and at most one more; it goes on to the end that it would have had."""
    known = script((SHORT, TOWNS)[int(str(game["world"]))], int(str(game["seed"])))
    path, accepted = Path(str(game["path"])), json.loads(str(game["accepted"]))
    kept = read_record(path)
    assert all(trouble.code == TORN_LINE for trouble in kept.troubles)
    assert [line.text for line in kept.lines] == list(known.lines[: len(kept.lines)])
    assert accepted[-1] <= len(kept.lines) <= accepted[-1] + 1
    assert accepted[0] <= accepted[-1]
    resumed, keeper, _, _ = resume_record(path, lambda _: scenario_of(known.world.scenario))
    with keeper:
        assert resumed.digest() == known.digests[len(kept.lines)]
        for line in known.lines[len(kept.lines) :]:
            resumed.play(line)
    assert resumed.is_over
    assert resumed.digest() == known.digests[-1]
    whole = read_record(path)
    assert whole.is_whole
    assert [line.text for line in whole.lines] == list(known.lines)
    return bool(0 < accepted[-1] < len(known.lines))
