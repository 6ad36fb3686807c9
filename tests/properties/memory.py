"""What people have seen stays seen: an act that is taken back may take nothing out of anybody's head."""

from __future__ import annotations

from sim.kernel import layout as s
from sim.kernel.ledger import G_CELL
from sim.table.game import Game
from sim.table.history import Entry

CLUES = range(s.N_CLUES, s.N_CLUES + s.MAX_PARTIES)
REVEALED = {*range(s.KNOWN_MOOD, s.KNOWN_MOOD + s.MAX_GROUPS), *CLUES}


def nobody_forgets(game: Game, before: dict[str, list[int]], seat: str, entry: Entry) -> None:
    """Other sides know what they knew, but for who is ready at home; the own side keeps every clue and mood; chance decided nothing.

    before: masks by viewer; entry: what the seat has taken back.
    """
    assert all(row[G_CELL] >= s.UNSET for row in entry.rows), f"chance decided in `{entry.line}`, and it was taken back"
    own = game.seating.named(seat).party
    for viewer, mask in before.items():
        now = game.mask_for(viewer)
        index = game.seating.viewer(viewer)
        changed = [cell for cell in range(s.SCRATCH) if now[cell] != mask[cell]]
        if index < 0 or game.seating.seats[index].party != own:
            is_readiness = changed == [s.WAITING] and now[s.STEP] == s.STEP_HOME
            assert not changed or is_readiness, f"{viewer} had seen `{entry.line}`, which {seat} took back"
        else:
            assert not set(changed) & REVEALED, f"{viewer} lost what `{entry.line}` revealed"
