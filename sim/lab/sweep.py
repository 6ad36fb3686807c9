"""What a sweep of games is played with: tables, masks before the start, styles; all integers, so that it can go anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sim.bots import STYLES, Bot
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel.masking import mask
from sim.lab import playing as p
from sim.table import forcing
from sim.table.drive import play_out
from sim.table.game import Game
from sim.table.seating import masked_tables, seating_for, tables_for

STYLE_NAMES = tuple(STYLES)
FIELD = ("random_legal", "hardliner", "conceder", "tit_for_tat", "tradeoff")  # styles of the default mix

Pair = tuple[str, ...]
"""A style for each party, in their order."""


def all_pairs(styles: Sequence[str], parties: int) -> tuple[Pair, ...]:
    """Every style against every style, each on each side. With more than two parties the others take turns with the last."""
    return tuple((first, *[second] * (parties - 1)) for first in styles for second in styles)


@dataclass(frozen=True)
class Setting:
    """One scenario as the lab plays it: integers only. seen: the tables as each party may know them; blanks: masks of `empty`."""

    name: str
    digest: str
    t: tuple[int, ...]
    seen: tuple[tuple[int, ...], ...]
    empty: tuple[int, ...]
    blanks: tuple[tuple[int, ...], ...]

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return len(self.seen)


def setting_of(scenario: Scenario) -> Setting:
    """The setting of a scenario with one seat a party."""
    seating = seating_for(scenario)
    t = tables_for(scenario, seating)
    heads = [seating.head_of(party.index).index for party in scenario.parties]
    seen = [tuple(masked_tables(scenario, seating, head)) for head in heads]
    empty = [0] * s.STATE_SIZE
    for draw in forcing.merged(scenario.forced):
        forcing.write_draw(t, empty, [], draw)
    empty[s.N_CHANGED] = 0
    blanks = []
    for head in heads:
        blank = [0] * s.STATE_SIZE
        mask(t, empty, head, blank)
        blanks.append(tuple(blank))
    return Setting(scenario.id, scenario.rules_digest, tuple(t), tuple(seen), tuple(empty), tuple(blanks))


@dataclass(frozen=True)
class Sweep:
    """Games of one setting: game `index` has its seed from (seed, index) and the pair of styles whose turn it is."""

    setting: Setting
    pairs: tuple[Pair, ...]
    seed: int

    @cached_property
    def vector(self) -> tuple[int, ...]:
        """The sweep as the kernel reads it."""
        cells = [0] * p.SWEEP_SIZE
        cells[p.V_LOW], cells[p.V_HIGH], cells[p.V_N_PAIRS] = self.seed & 0xFFFFFFFF, self.seed >> 32, len(self.pairs)
        for row, pair in enumerate(self.pairs):
            for party, style in enumerate(pair):
                cells[p.V_PAIRS + row * s.MAX_PARTIES + party] = STYLE_NAMES.index(style)
        return tuple(cells)

    def seed_of_game(self, index: int) -> int:
        """The seed of a game, as `nemawashi play --seed` takes it."""
        low, high = (p.word_of_sweep(self.vector, index, each) for each in (p.DRAW_GAME_LOW, p.DRAW_GAME_HIGH))
        return int(high << 32 | low)

    def key_of_bot(self, index: int, party: int) -> int:
        """The key of a bot's own chance in a game."""
        low, high = (p.word_of_sweep(self.vector, index, each + party) for each in (p.DRAW_BOT_LOW, p.DRAW_BOT_HIGH))
        return int(high << 32 | low)

    def pair_of(self, index: int) -> Pair:
        """The styles that play a game."""
        return self.pairs[index % len(self.pairs)]

    def bots_of(self, scenario: Scenario, index: int) -> dict[str, Bot]:
        """The bots of a game, by seat."""
        seating = seating_for(scenario)
        pair = self.pair_of(index)
        return {seating.head_of(n).id: Bot(pair[n], self.key_of_bot(index, n)) for n in range(len(pair))}

    def at_table(self, scenario: Scenario, index: int) -> Game:
        """The same game played at the table, with its lines and its ledger."""
        game = Game.new(scenario, self.seed_of_game(index))
        play_out(game, self.bots_of(scenario, index))
        return game
