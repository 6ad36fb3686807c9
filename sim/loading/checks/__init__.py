"""Whether a pack and a scenario make sense together: one question each, every fault told, nothing raised.

What an expression or an effect says is not asked here; the compiler does that where it reads them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem
from sim.loading.checks import bounds, cards, conditions, home, ids, issues, payoffs, procedure, rules, scenario, seats, texts
from sim.loading.checks.common import Question
from sim.loading.selection import Play

QUESTIONS: tuple[Question, ...] = (
    *bounds.QUESTIONS,
    *ids.QUESTIONS,
    *issues.QUESTIONS,
    *payoffs.QUESTIONS,
    *home.QUESTIONS,
    *cards.QUESTIONS,
    *rules.QUESTIONS,
    *procedure.QUESTIONS,
    *seats.QUESTIONS,
    *scenario.QUESTIONS,
    *texts.QUESTIONS,
    *conditions.QUESTIONS,
)


def checked(play: Play) -> list[Problem]:
    """All problems of meaning, in reading order."""

    def found() -> Iterator[Problem]:
        for question in QUESTIONS:
            yield from question(play)

    return sorted(set(found()))
