"""The codes of everything the table refuses. Their sentences, in every language, are in `tui/wording`.

REFUSALS stands in the order of `sim/kernel/codes.py`: REFUSALS[code] is the word for a number of the kernel.
`facts.py` says what each of them carries.
"""

from __future__ import annotations

from collections.abc import Mapping

REFUSALS: tuple[str, ...] = (
    "allowed",
    "not-now",
    "not-your-turn",
    "not-this-seat",
    "not-open-yet",
    "choice-first",
    "game-over",
    "no-capital",
    "no-token",
    "not-in-hand",
    "no-gap",
    "not-your-lever",
    "lever-played",
    "lever-slot-used",
    "lever-barred",
    "needs-not-met",
    "wrong-pick",
    "no-such-demand",
    "already-answered",
    "not-a-lower-level",
    "no-such-issue",
    "nothing-to-decide",
    "too-many-points",
    "no-points",
    "not-a-course",
    "no-such-option",
    "probe-used",
    "not-face-up",
    "one-initiative",
    "other-cannot-pay",
    "already-linked",
    "not-linked",
    "too-many-links",
    "already-proposed",
    "no-such-proposal",
    "own-proposal",
    "accord-stands",
    "empty-package",
    "above-lock",
    "no-such-level",
    "too-large",
    "link-broken",
    "package-barred",
    "same-offer",
    "not-bound",
    "nothing-to-accept",
    "own-offer",
    "move-used",
    "not-yours-to-move",
    "one-level-only",
    "needs-vote",
    "in-the-accord",
    "not-for-them",
    "not-against-them",
    "no-accord",
    "already-consulted",
    "not-your-group",
    "group-limit",
    "side-limit",
    "group-unmoved",
    "already-decided",
    "not-your-naming",
    "no-such-posture",
    "may-not-rise",
    "already-done",
    "vote-barred",
    "one-per-round",
    "must-choose",
    "table-full",
    "no-offers-left",
    "issue-moved",
)

# What the table itself refuses: seats, undo, a facilitator's acts.
NO_SUCH_SEAT = "no-such-seat"
NO_SUCH_SEATING = "no-such-seating"
NO_SUCH_LINE = "no-such-line"
NOT_YOUR_ACT = "not-your-act"
ACTS_CAME_AFTER = "acts-came-after"
CHANCE_DECIDED = "chance-decided"
OTHERS_SAW_IT = "others-saw-it"
IT_REVEALED = "it-revealed"
NOT_THE_FACILITATOR = "not-the-facilitator"
NOT_A_PLAYER = "not-a-player"
NEEDS_A_REASON = "needs-a-reason"
NO_SUCH_DRAW = "no-such-draw"
TOO_MANY_FORCED = "too-many-forced"
# What is refused to who asks why, or for the debrief.
NO_SUCH_NUMBER = "no-such-number"  # name; near: names that were probably meant, separated by blanks
NOT_YOURS_TO_KNOW = "not-yours-to-know"  # what
GAME_NOT_OVER = "game-not-over"

# What each of them carries; `facts.py` says it for the refusals of the kernel.
TABLE_FACTS: Mapping[str, tuple[str, ...]] = {
    NO_SUCH_SEAT: ("seat",),
    NO_SUCH_SEATING: ("party", "seats", "most"),
    NO_SUCH_LINE: ("line",),
    NOT_YOUR_ACT: ("line", "seat"),
    ACTS_CAME_AFTER: ("line",),
    CHANCE_DECIDED: ("line",),
    OTHERS_SAW_IT: ("line",),
    IT_REVEALED: ("line",),
    NOT_THE_FACILITATOR: ("seat",),
    NOT_A_PLAYER: ("seat",),
    NEEDS_A_REASON: (),
    NO_SUCH_DRAW: ("draw",),
    TOO_MANY_FORCED: ("most",),
}
TABLE_REFUSALS: tuple[str, ...] = tuple(TABLE_FACTS)
