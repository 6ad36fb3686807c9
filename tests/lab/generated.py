"""Rule files made at random: overlays over the shipped scenarios and the pack of three sides, other numbers and fewer entries.

What the checker refuses is thrown away change by change, so that whatever is left can be played. The number decides.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random

from sim.loading import finding, load
from sim.loading.numbers import everything, is_about_people, tops
from sim.loading.scalars import LARGEST
from tests.bots.playing import SHIPPED
from tests.properties.worlds import THREE

BASES = (*SHIPPED, THREE)
REMOVABLE = ("events", "levers", "initiatives", "rules", "modifiers", "acts", "demands")
GROUPS = 10  # of changes; each is kept or thrown away as a whole
MOST_TOGETHER = 5
MOST_OFFERS = 60  # a round; bots that never agree would make any number of them

Change = tuple[str, int | None]
"""A path and its new number; None: the entry goes."""


@lru_cache(maxsize=8)
def changeable(base: str) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Every number of the rules by its path, and every entry that may go."""
    place = finding.find_scenario(base)
    assert isinstance(place, finding.Found)
    steps = [step for top in tops(load.read(place)) for step in everything(top)]
    numbers = [(step.path, step.node.value) for step in steps if isinstance(step.node.value, int) and is_settable(step.path)]
    entries = [step.path for step in steps if step.path.count(".") == 1 and step.path.split(".")[0] in REMOVABLE]
    return tuple(numbers), tuple(entries)


def is_settable(path: str) -> bool:
    """Whether a number may change alone: one of a list has no path, and weights sum to 100."""
    steps = path.split(".")
    return not is_about_people(path, "") and not any(step.isdigit() or step in ("weight", "weights", "pack_weight") for step in steps)


def new_number(random: Random, old: int) -> int:
    """Another number near an old one; now and then far from it, or as far as numbers go."""
    if random.randrange(12) == 0:
        return random.choice((LARGEST, -LARGEST))
    reach = random.choice((1, 2, abs(old) // 2 + 1, abs(old) * 3 + 2))
    return old + random.choice((-1, 1)) * random.randint(1, reach)


def change(random: Random, base: str) -> Change:
    """One change."""
    numbers, entries = changeable(base)
    if random.randrange(6) == 0:
        return random.choice(entries), None
    path, old = random.choice(numbers)
    new = new_number(random, old)
    return path, min(new, MOST_OFFERS) if path == "procedure.offers" else new


def text_of(name: str, base: str, changes: list[Change]) -> str:
    """The overlay with some changes, as JSON, which is YAML."""
    value = {
        "nemawashi": 1,
        "id": name,
        "extends": base,
        "set": {path: new for path, new in changes if new is not None},
        "remove": sorted({path for path, new in changes if new is None}),
    }
    return json.dumps(value, indent=1, ensure_ascii=False)


def rule_file(number: int, folder: Path) -> Path:
    """The file of a number: a base and those of its changes that can be played together."""
    random = Random(f"rules {number}")
    base = BASES[number % len(BASES)]
    kept: list[Change] = []
    for attempt in range(GROUPS):
        group = [change(random, base) for _ in range(random.randint(1, MOST_TOGETHER))]
        trial = folder / f"trial{number}_{attempt}.yaml"
        trial.write_text(text_of(f"made{number}", base, [*kept, *group]), encoding="utf-8")
        if load.attempt(str(trial))[0] is not None:
            kept += group
    path = folder / f"made{number}.yaml"
    path.write_text(text_of(f"made{number}", base, kept), encoding="utf-8")
    assert kept, f"no change of {base} can be played"
    return path
