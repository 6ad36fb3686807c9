"""Prints a game of every world: each line with the digest behind it, and what everybody sees, may do and is told on the way."""

from __future__ import annotations

import hashlib
from random import Random

from sim.table.game import Game
from sim.table.seating import TABLE_ID
from tests.properties.reasons import ask, questions
from tests.properties.worlds import WORLDS, Hand, new_game, viewers

EVERY = 60


def short(text: object) -> str:
    """A digest of anything that has a text."""
    return hashlib.sha256(repr(text).encode("utf-8")).hexdigest()[:16]


def seen(game: Game, random: Random) -> list[str]:
    """What everybody sees, may do, is told, and is answered, as digests."""
    whole = [short((game.view_for(viewer), game.events_for(viewer))) for viewer in viewers(game)]
    options = [short(game.options(seat.id)) for seat in game.seating.seats]
    reasons = [short(ask(game, TABLE_ID, what)) for what in random.sample(questions(game, random), 20)]
    return [*whole, *options, *reasons]


def main() -> None:
    """All worlds, one seed each."""
    for world in WORLDS:
        game, random = new_game(world, 97), Random(97)
        print(world.counts, game.scenario.id, game.scenario.rules_digest, short(game.scenario.tables))
        for count, _ in enumerate(Hand(random).play(game)):
            print(game.lines[-1].line, game.digest())
            if count % EVERY == 0:
                print(*seen(game, random))


if __name__ == "__main__":
    main()
