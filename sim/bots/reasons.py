"""Why a bot moved as it did: a code and the numbers that its sentence names. Told after the game only.

A style writes WHY_* and up to three facts into `out`; the sentences are in `tui/wording`. Facts are
indexes (issue, level, card, lever, initiative, course, group, posture, option), hundredths of a point
(`*_gain`, `target`, `worth`), or plain counts (price, cost, steps).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BotReason:
    """A kebab-case code and the names of its facts, in the order in which a style writes them."""

    code: str
    facts: tuple[str, ...] = ()


(
    WHY_NOTHING_TO_DO,
    WHY_PLAN_REFUSED,
    WHY_CHANCE,
    WHY_NO_COMMITMENT,
    WHY_SMALLEST_ASK,
    WHY_FREE_OPTION,
    WHY_BEST_OPTION,
    WHY_HEAVIEST_ASK,
    WHY_MEETS_IT,
    WHY_OFFERS_LESS,
    WHY_ASKS_RETURN,
    WHY_HOLDS_OUT,
    WHY_LESS_IS_WELCOME,
    WHY_LESS_IS_NOTHING,
    WHY_BALANCED_COURSES,
    WHY_LEVER_PAYS,
    WHY_WANTS_TO_KNOW,
    WHY_JOINT_WORK,
    WHY_LINK_HARMLESS,
    WHY_CALM_PAYS,
    WHY_MOST_FOR_ALL,
    WHY_MORE_FOR_THEM,
    WHY_GOOD_FOR_ALL,
    WHY_LAST_CHANCE,
    WHY_NOTHING_PASSES,
    WHY_TOO_LITTLE,
    WHY_REACHES_TARGET,
    WHY_ABOVE_TARGET,
    WHY_BELOW_TARGET,
    WHY_MOVE_HELPS,
    WHY_MOOD_MATTERS,
    WHY_MAKES_MAJORITY,
    WHY_EXPECTS_YES,
    WHY_EXPECTS_NO,
    WHY_MORE_TIME,
    WHY_READS_POSTURE,
    WHY_STANDS_FIRM,
    WHY_ANSWERS_STEP,
    WHY_WAITS_FOR_STEP,
) = range(39)

REASONS: tuple[BotReason, ...] = (
    BotReason("nothing-to-do"),
    BotReason("plan-refused", ("kind", "refusal")),  # act and refusal codes of sim/kernel/codes.py
    BotReason("drawn-by-chance"),
    BotReason("no-new-commitment"),
    BotReason("smallest-ask", ("demand",)),
    BotReason("free-option", ("option",)),
    BotReason("best-option", ("option", "price")),
    BotReason("heaviest-ask", ("demand",)),
    BotReason("means-to-meet-it", ("issue", "level")),
    BotReason("offers-less", ("issue", "level")),
    BotReason("asks-in-return", ("issue", "linked")),
    BotReason("holds-out", ("issue",)),
    BotReason("less-is-welcome", ("issue", "level")),
    BotReason("less-is-nothing", ("issue",)),
    BotReason("balances-courses", ("course",)),
    BotReason("lever-pays", ("lever", "price", "worth")),
    BotReason("wants-to-know"),
    BotReason("joint-work-pays", ("initiative", "own_price")),
    BotReason("link-does-no-harm", ("issue", "linked")),
    BotReason("calm-pays", ("price",)),
    BotReason("most-for-all", ("own_gain", "their_gain", "cost")),
    BotReason("more-for-them", ("own_gain", "their_gain", "cost")),
    BotReason("good-for-all", ("own_gain", "their_gain", "cost")),
    BotReason("last-chance", ("own_gain", "their_gain", "cost")),
    BotReason("nothing-passes"),
    BotReason("too-little", ("own_gain", "their_gain")),
    BotReason("reaches-target", ("own_gain", "target")),
    BotReason("above-target", ("own_gain", "target")),
    BotReason("below-target", ("own_gain", "target")),
    BotReason("move-helps", ("issue", "level", "price")),
    BotReason("mood-matters", ("group",)),
    BotReason("makes-majority", ("group", "steps")),
    BotReason("expects-yes", ("cost",)),
    BotReason("expects-no"),
    BotReason("more-time", ("issue",)),
    BotReason("reads-posture", ("posture",)),
    BotReason("stands-firm", ("own_gain", "target")),
    BotReason("answers-a-step", ("own_gain", "target")),
    BotReason("waits-for-a-step", ("own_gain", "target")),
)
