"""Plays scripted games with a record on the disk, each in a process of its own, and kills it at a random moment, twice.

Run as a program: `python -m tests.faults.victims FOLDER GAMES SEED`. Prints one JSON line a game: its record, its script,
and how many acts each victim had been told were accepted when it was killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

from sim.table.keeping import resume_record, start_record
from tests.faults.scripts import SHORT, TOWNS, Script, script
from tests.properties.worlds import scenario_of

KILLS = 2  # a game: one while it is new, one after it was resumed
LONGEST_WAIT = 0.004  # seconds behind an accepted act; an act takes about as long


def play_on(known: Script, path: Path, said: int) -> None:
    """Play, or go on with, a record; every accepted act is said on a pipe when `play` has returned."""
    if path.exists():
        game, _, _, _ = resume_record(path, lambda _: scenario_of(known.world.scenario))
    else:
        game = known.game()
        start_record(game, path)
    os.write(said, bytes([len(game.lines)]))
    for line in known.lines[len(game.lines) :]:
        game.play(line)
        os.write(said, bytes([len(game.lines)]))


def killed(known: Script, path: Path, random: Random) -> int:
    """Let a victim play until a random act, then a moment longer; the last act that it was told was accepted."""
    heard, said = os.pipe()
    victim = os.fork()
    if victim == 0:
        os.close(heard)
        try:
            play_on(known, path, said)
        finally:
            os._exit(0)
    os.close(said)
    until, last = random.randrange(len(known.lines) + 1), b"\0"
    while True:
        word = os.read(heard, 1)
        last = word or last
        if not word or last[0] >= until:
            break
    time.sleep(random.random() * LONGEST_WAIT)
    os.kill(victim, signal.SIGKILL)
    os.waitpid(victim, 0)
    rest = os.read(heard, 65536)
    os.close(heard)
    return (last + rest)[-1]


def main(folder: str, games: str, seed: str) -> None:
    """So many games, each with its kills."""
    random = Random(int(seed))
    for number in range(int(games)):
        world, game_seed = (SHORT, TOWNS)[number % 2], number % 6
        path = Path(folder) / f"game-{number}.jsonl"
        accepted = [killed(script(world, game_seed), path, random) for _ in range(KILLS)]
        print(json.dumps({"path": str(path), "world": number % 2, "seed": game_seed, "accepted": accepted}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
