"""Keep a record, lose the end of the last line as a crash would, read it again, and stand where the record stands."""

import tempfile
from pathlib import Path

from sim.loading import load
from sim.table.game import Game
from sim.table.keeping import replay_record, start_record
from sim.table.record import read_record


def main() -> None:
    """Write, tear, read, replay."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "game.jsonl"
        game = Game.new(load.scenario("spring-short"), seed=7)
        keeper = start_record(game, path)
        for line in ("us demand dm08", "jp answer dm08 counter T1", "jp done"):
            game.play(line)
        keeper.close()
        print("played  ", game.digest()[:16], len(game.lines), "lines")

        path.write_bytes(path.read_bytes()[:-20])
        found = read_record(path)
        print("troubles", [(trouble.code, trouble.line) for trouble in found.troubles])
        again = replay_record(found)
        print("replayed", again.digest()[:16], len(again.lines), "lines")
        print("the same", again.digest() == game.branch(len(again.lines)).digest())


if __name__ == "__main__":
    main()
