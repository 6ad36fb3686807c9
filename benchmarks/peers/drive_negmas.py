"""NegMAS: two negotiators make alternating offers over three issues of six values, as many as OpenSpiel's `negotiation` has.

Fastest is a long negotiation, whose preparation counts little, without callbacks, checkpoints and time limits; random negotiators that
never accept let it go on until its last round, and no preferences are asked for, since random negotiators need none.
"""

from __future__ import annotations

import random
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")

from negmas import RandomNegotiator, ResponseType, SAOMechanism, make_issue  # noqa: E402  # whatever it warns of is not ours to print
from negmas.outcomes import make_os  # noqa: E402
from negmas.sao import SAOResponse  # noqa: E402
from timing import Work, report  # noqa: E402

ISSUES, VALUES = 3, 6
ROUNDS = 500
SPACE = make_os([make_issue(VALUES, f"issue {at}") for at in range(ISSUES)])
OUTCOMES = list(SPACE.enumerate())
STUBBORN = {"p_acceptance": 0.0, "p_rejection": 1.0, "p_ending": 0.0}


def prepared(**chances: float) -> SAOMechanism:
    """A negotiation with all that costs time switched off."""
    table = SAOMechanism(outcome_space=SPACE, n_steps=ROUNDS, extra_callbacks=False, sync_calls=True, checkpoint_every=0)
    for at in range(2):
        table.add(RandomNegotiator(name=f"negotiator {at}", **chances))
    return table


def offers_of(table: SAOMechanism) -> int:
    """How many offers were made."""
    return sum(len(state.new_offers) for state in table.history)


def stubborn() -> float:
    """One negotiation up to its last round."""
    table = prepared(**STUBBORN)
    table.run()
    return offers_of(table)


def short() -> float:
    """Negotiators as the library makes them: most negotiations end after a few offers, so preparing them counts."""
    offers = 0
    for _ in range(20):
        table = prepared()
        table.run()
        offers += offers_of(table)
    return offers


def handed() -> float:
    """The mechanism alone: random answers are handed to it, no negotiator is asked."""
    table = prepared(**STUBBORN)
    while not table.state.ended:
        table.step({name: SAOResponse(ResponseType.REJECT_OFFER, random.choice(OUTCOMES)) for name in table.negotiator_ids})
    return offers_of(table)


def main() -> None:
    """Time and print."""
    random.seed(1)
    quick = "no callbacks, checkpoints or limits of time"
    works = [
        Work("NegMAS alternating offers", f"SAOMechanism.run(), {ROUNDS} rounds, two RandomNegotiators, {quick}", "offers", stubborn),
        Work("NegMAS alternating offers, answers given", f"SAOMechanism.step(answers), {ROUNDS} rounds, {quick}", "offers", handed),
        Work("NegMAS alternating offers, short", "the same as the first, with RandomNegotiators that accept and end", "offers", short),
    ]
    report(works, version("negmas"))


if __name__ == "__main__":
    main()
