"""OpenSpiel's `negotiation` with random moves: whole games inside its C++ library, and move by move from Python.

The wheel does not offer the evaluator's method to Python, but a search bot that is allowed one simulation calls it and does nothing
else worth mentioning: one call plays ROLLOUTS random games in C++. Nobody counts their moves, so the mean length is taken
from other random games on the same deals, some 30,000, which the library plays just as well with its random bots.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from random import random, seed

import pyspiel
from timing import Work, report

DEALS, ROLLOUTS, COUNTED = 100, 100, 300
SEED = 1


def dealt(game: pyspiel.Game) -> list[pyspiel.State]:
    """Positions right after the one move of chance."""
    found = [game.new_initial_state() for _ in range(DEALS)]
    for state in found:
        state.apply_action(state.chance_outcomes()[0][0])
    return found


def mean_length(deals: list[pyspiel.State]) -> float:
    """How many moves a random game has after the deal."""
    bots = [pyspiel.make_uniform_random_bot(player, SEED + player) for player in range(2)]
    moves = 0
    for deal in deals:
        for at in range(COUNTED):
            state = deal.clone()
            pyspiel.evaluate_bots(state, bots, at)
            moves += state.move_number() - deal.move_number()
    return moves / (len(deals) * COUNTED)


def rollouts(game: pyspiel.Game) -> Callable[[], float]:
    """Random games from every deal, in C++."""
    deals = dealt(game)
    moves = mean_length(deals) * ROLLOUTS * len(deals)
    evaluator = pyspiel.RandomRolloutEvaluator(n_rollouts=ROLLOUTS, seed=SEED)
    bot = pyspiel.MCTSBot(game, evaluator, uct_c=1.0, max_simulations=1, max_memory_mb=100, solve=False, seed=SEED, verbose=False)

    def batch() -> float:
        for deal in deals:
            bot.step(deal)
        return moves

    return batch


def from_python(game: pyspiel.Game) -> Callable[[], float]:
    """One random game from every deal, every move chosen here."""
    deals = dealt(game)

    def batch() -> float:
        moves = 0
        for deal in deals:
            state = deal.clone()
            while not state.is_terminal():
                legal = state.legal_actions()
                state.apply_action(legal[int(random() * len(legal))])
                moves += 1
        return moves

    return batch


def main() -> None:
    """Time and print."""
    seed(SEED)
    whole = pyspiel.load_game("negotiation", {"rng_seed": SEED})
    silent = pyspiel.load_game("negotiation", {"rng_seed": SEED, "enable_utterances": False})
    in_library = "RandomRolloutEvaluator in C++, called through MCTSBot with one simulation; games x mean length"
    works = [
        Work("OpenSpiel negotiation", in_library, "steps", rollouts(whole)),
        Work("OpenSpiel negotiation, proposals only", f"{in_library}; enable_utterances=False", "steps", rollouts(silent)),
        Work("OpenSpiel negotiation, from Python", "legal_actions, apply_action, every move in Python", "steps", from_python(whole)),
    ]
    report(works, version("open_spiel"))


if __name__ == "__main__":
    main()
