"""How hard hypothesis looks. The default run is the same every time; NEMAWASHI_THOROUGH=1 looks further, and anew each time."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

from tests.properties.worlds import thorough

FACTOR = 12  # how much more the thorough run looks at


def looked(examples: int, steps: int = 50) -> settings:
    """Settings for so many examples in the default run. steps: of a stateful test."""
    return settings(
        max_examples=examples * FACTOR if thorough() else examples,
        stateful_step_count=steps * 2 if thorough() else steps,
        deadline=None,
        derandomize=not thorough(),
        database=None,
        phases=(Phase.explicit, Phase.generate),  # a game of hundreds of acts shrinks for minutes: its lines tell enough
        print_blob=thorough(),
        suppress_health_check=list(HealthCheck),
    )
