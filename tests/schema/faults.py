"""How many faults of shape the schema finds by itself: `python -m tests.schema.faults` prints it."""

from random import Random

from tests.schema.helpers import validator
from tests.schema.variants import FAULTS, Sample, faulty, samples

EACH = 150
SEED = 5


def found_and_missed() -> dict[str, tuple[int, list[Sample]]]:
    """For each kind of fault how many the schema refuses, and the entries it lets pass."""
    random, known = Random(SEED), samples()
    return {kind: judged(list(faulty(random, known, kind, EACH))) for kind in FAULTS}


def judged(broken: list[Sample]) -> tuple[int, list[Sample]]:
    """How many of these the schema refuses, and the others."""
    missed = [sample for sample in broken if validator().is_valid(sample.file())]
    return len(broken) - len(missed), missed


def main() -> None:
    """Print the counts."""
    counts = found_and_missed()
    for kind, (found, missed) in counts.items():
        print(f"{kind:15} {found:4} of {found + len(missed)}")
        for sample in missed[:3]:
            print(f"    let pass: {sample.key or 'scenario'} {str(sample.value)[:100]}")
    print(f"{'all':15} {sum(found for found, _ in counts.values()):4} of {EACH * len(counts)}")


if __name__ == "__main__":
    main()
