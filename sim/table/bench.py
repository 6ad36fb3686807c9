"""Questions to the kernel about what one viewer knows, asked on a copy of the mask.

Here live typed doors to the untyped functions of the kernel. Only scratch cells of the copy ever change, and the posture
of a party where a question asks "what if". Never here: the state of a game.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sim.kernel import appraise, expressions, home, levers, locks, proposals
from sim.kernel.layout import (
    ARGUMENT,
    CTX_ISSUE,
    CTX_KIND,
    CTX_PARTY,
    CTX_PICKED,
    CTX_SINCE,
    DELTA,
    GROUP_SHIFT,
    GROUP_SUPPORT,
    GROUP_YES,
    JUDGED_STEPS,
    KIND_PLAY,
    MAX_ISSUES,
    PARTY_YES_WEIGHT,
    POSTURE,
    ROUND,
    STANDING,
    UNSET,
)
from sim.kernel.tables import T_N_GROUPS, T_N_ISSUES, T_OPEN_MOOD_EXPR, T_STEP_SIZE_EXPR


@dataclass(slots=True)
class Bench:
    """A working copy of a mask. t: tables as the viewer may know them; m: the copy."""

    t: Sequence[int]
    m: list[int] = field(repr=False)

    @classmethod
    def of(cls, t: Sequence[int], mask: Sequence[int]) -> Bench:
        """A bench with a copy of its own; nobody's entry is at work."""
        bench = cls(t, list(mask))
        bench.m[CTX_KIND] = KIND_PLAY
        bench.m[CTX_PARTY] = 0
        bench.m[CTX_PICKED] = UNSET
        bench.m[CTX_ISSUE] = UNSET
        bench.m[CTX_SINCE] = bench.m[ROUND]
        return bench

    @property
    def issues(self) -> range:
        """Indexes of the issues in play."""
        return range(self.t[T_N_ISSUES])

    def value(self, program: int) -> int:
        """Value of an expression; 0 where there is none."""
        return 0 if program == UNSET else int(expressions.evaluate(self.t, self.m, program))

    def holds(self, program: int) -> bool:
        """Whether a condition is met; one that is not there always is."""
        return bool(expressions.holds(self.t, self.m, program))

    def place(self, levels: Iterable[int | None]) -> None:
        """Put a package where acts bring theirs."""
        for issue in range(MAX_ISSUES):
            self.m[ARGUMENT + issue] = UNSET
        for issue, level in enumerate(levels):
            self.m[ARGUMENT + issue] = UNSET if level is None else level

    def judge(self, levels: Iterable[int | None]) -> None:
        """Make a package the one that every question below is about."""
        self.place(levels)
        appraise.judge(self.t, self.m, ARGUMENT)

    def code_to_propose(self, levels: Iterable[int | None]) -> int:
        """ALLOWED, or the first rule that the package breaks now. Judges it, as far as it got."""
        self.place(levels)
        return int(locks.may_propose(self.t, self.m, ARGUMENT))

    def code_to_stand(self, issue: int, level: int) -> int:
        """ALLOWED, or why a level may not be proposed now."""
        return int(locks.may_stand(self.t, self.m, issue, level))

    def cap(self, issue: int) -> int:
        """Highest level of an issue that may be proposed now, by its cap and its locks."""
        return int(locks.cap_of(self.t, self.m, issue))

    @property
    def steps(self) -> int:
        """Level steps of the judged package."""
        return self.m[JUDGED_STEPS]

    def gain(self, party: int, posture: int) -> int:
        """What the judged package brings a party under a posture, against the levels in force, in hundredths."""
        return int(appraise.gain_of(self.t, self.m, party, posture))

    def suppose_posture(self, party: int, posture: int) -> None:
        """Ask on as if a party had this posture."""
        self.m[POSTURE + party] = posture
        appraise.note_gains(self.t, self.m)

    def suppose_gain(self, party: int, hundredths: int) -> None:
        """Ask on as if the judged package brought a party this much."""
        self.m[DELTA + party] = hundredths

    def shift(self, group: int) -> int:
        """Issue shift of a group under the judged package."""
        return int(appraise.shift_of(self.t, self.m, group))

    def bonus(self, group: int) -> int:
        """Support from cards and levers that counts for this group in a vote on the judged package."""
        return int(appraise.bonus_of(self.t, self.m, group))

    def look_at_group(self, shift: int, support: int) -> None:
        """Put shift and support of a group where expressions about a group read them."""
        self.m[GROUP_SHIFT] = shift
        self.m[GROUP_SUPPORT] = support

    def quota(self, party: int, yes: Iterable[int]) -> tuple[int, bool]:
        """Yes weight of the party's body, and whether its quota holds, if exactly these groups say yes."""
        for group in range(self.t[T_N_GROUPS]):
            self.m[GROUP_YES + group] = 0
        for group in yes:
            self.m[GROUP_YES + group] = 1
        holds = bool(appraise.quota_holds(self.t, self.m, party))
        return self.m[PARTY_YES_WEIGHT], holds

    def step_size(self) -> int:
        """Points of support that one step of groundwork brings now."""
        return self.value(self.t[T_STEP_SIZE_EXPR])

    def moods_are_open(self) -> bool:
        """Whether hidden moods count in a vote of this round."""
        return self.holds(self.t[T_OPEN_MOOD_EXPR])

    def lever_price(self, lever: int) -> int:
        """Price of a lever now."""
        return int(levers.price_of(self.t, self.m, lever))

    def initiative_cost(self, card: int, party: int) -> int:
        """What an initiative costs a party now."""
        return int(proposals.cost_of(self.t, self.m, card, party))

    def word(self, group: int, value: int) -> int:
        """Index of the word that others hear for a vote value."""
        return int(home.word_of(self.t, group, value))

    def standing(self) -> tuple[int | None, ...]:
        """The package on the table, or the accord."""
        found = (self.m[STANDING + issue] for issue in self.issues)
        return tuple(None if level == UNSET else level for level in found)
