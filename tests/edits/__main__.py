"""Measure the checker: `python -m tests.edits [edits a kind] [seed]`. Blind edits first, then wrong ones by kind, then every miss."""

from __future__ import annotations

import random
import sys

from tests.edits.blind import EDITORS, blind_edits, summary
from tests.edits.desk import Desk
from tests.edits.report import SEED, misses, table, wrong_edits

PACK = "alliance"
PER_KIND = 6


def main() -> int:
    """Print counts and misses; 1 if anything stopped with a traceback or was not reported."""
    numbers = [int(word) for word in sys.argv[1:]]
    per_kind, seed = (numbers + [PER_KIND, SEED][len(numbers) :])[:2]
    desk = Desk(PACK)
    for name, (editor, count) in EDITORS.items():
        outcomes = list(blind_edits(desk, editor, count, random.Random(f"{seed} {name}")))
        sys.stdout.write(summary(name, outcomes) + "\n")
    answers = list(wrong_edits(desk, per_kind, seed))
    sys.stdout.write(f"\n{table(answers)}\n\n")
    sys.stdout.write("\n".join(misses(answers)))
    return 0 if all(answer.is_told for answer in answers) else 1


if __name__ == "__main__":
    sys.exit(main())
