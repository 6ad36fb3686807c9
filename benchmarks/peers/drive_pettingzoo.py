"""PettingZoo's classic environments, agent after agent, with random moves among those that the action mask allows.

Fastest is the environment without the wrappers that check order, bounds and legality, asked for the observation of the agent whose
turn it is and for nothing else. One environment is driven as the documentation shows it as well.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from random import random, seed
from typing import Any

from timing import Work, report

GAMES = ("tictactoe_v3", "connect_four_v3", "leduc_holdem_v4", "chess_v6")
DOCUMENTED = "tictactoe_v3"


def legal_move(observation: dict[str, Any]) -> int:
    """A move that the mask allows."""
    legal = observation["action_mask"].nonzero()[0]
    return int(legal[int(random() * len(legal))])


def bare(env: Any) -> Callable[[], float]:
    """One game, nothing asked for that a move does not need."""

    def batch() -> float:
        env.reset()
        steps, agent = 0, env.agent_selection
        while not (env.terminations[agent] or env.truncations[agent]):
            env.step(legal_move(env.observe(agent)))
            steps, agent = steps + 1, env.agent_selection
        return steps

    return batch


def documented(env: Any) -> Callable[[], float]:
    """One game with `agent_iter` and `last`; the empty moves after its end are no steps."""

    def batch() -> float:
        env.reset()
        steps = 0
        for _ in env.agent_iter():
            observation, _, terminated, truncated, _ = env.last()
            over = terminated or truncated
            env.step(None if over else legal_move(observation))
            steps += not over
        return steps

    return batch


def main() -> None:
    """Time and print; an environment that cannot be had is left out alone."""
    seed(1)
    works, left_out = [], []
    for game in GAMES:
        try:
            made = import_module(f"pettingzoo.classic.{game}")
            works.append(Work(f"PettingZoo {game}", "raw_env, observe and step, no wrappers", "steps", bare(made.raw_env())))
            if game == DOCUMENTED:
                works.append(Work(f"PettingZoo {game}, documented", "env, agent_iter, last, step", "steps", documented(made.env())))
        except Exception as fault:  # whatever one environment lacks, the others can still be timed
            left_out.append(f"{game}: {fault}")
    report(works, version("pettingzoo"), left_out)


if __name__ == "__main__":
    main()
