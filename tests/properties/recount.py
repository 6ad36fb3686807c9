"""A vote counted a second time from the groups, in plain Python from the values of the scenario and the texts of its formulas.

Nothing of the kernel is called here; of the state, supports, moods, groundwork, lasting rows and levels are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.domain import Group, Issue, Scenario
from sim.kernel import layout as s
from sim.kernel import tables as k
from tests.properties import formula


@dataclass
class Recount:
    """A vote on the accord in `cells`. yes: by group id, filled as the groups are counted."""

    scenario: Scenario
    cells: Sequence[int]
    yes: dict[str, bool] = field(default_factory=dict)

    def now(self, issue: Issue) -> int:
        """Level in force."""
        return self.cells[s.LEVEL + issue.index]

    def to(self, issue: Issue) -> int:
        """Level under the accord."""
        named = self.cells[s.STANDING + issue.index]
        return self.now(issue) if named == s.UNSET else named

    def bound(self) -> list[int]:
        """Parties that vote."""
        return [party.index for party in self.scenario.parties if self.cells[s.BOUND] >> party.index & 1]

    def groups(self) -> list[Group]:
        """Groups that vote."""
        return [group for group in self.scenario.groups if group.party in self.bound()]

    def text(self, program: int) -> str:
        """A formula as its file has it."""
        return self.scenario.formulas[program].text

    def number(self, program: int) -> int:
        """The value of a formula, from its text."""
        return formula.value(self.text(program), self.word, self.call)

    def word(self, name: str) -> int:
        """A meter, a named value, the round, the yes weight."""
        if name == "round":
            return self.cells[s.ROUND]
        meter = next((meter for meter in self.scenario.meters if meter.id == name), None)
        if meter is not None:
            return self.cells[meter.cell]
        return self.number(self.scenario.value_programs[name])

    def call(self, function: str, name: str) -> int:
        """What an issue does under the accord, what a side gains, how a group votes."""
        issue = next((issue for issue in self.scenario.issues if issue.id == name), None)
        if function == "changes":
            return int(issue is not None and self.to(issue) != self.now(issue))
        if function == "to":
            return self.to(issue) if issue is not None else 0
        if function == "delta":
            return self.gain(next(party.index for party in self.scenario.parties if party.id == name))
        assert function == "says_yes", function
        return int(self.yes[name])

    def gain(self, party: int) -> int:
        """What the accord brings a side under its true posture, in hundredths."""
        posture = self.scenario.postures[self.cells[s.POSTURE + party]]
        pairs = ((issue.payoff[party], issue) for issue in self.scenario.issues)
        steps = [payoff[self.to(issue)] - payoff[self.now(issue)] for payoff, issue in pairs]
        return sum(weight * step for weight, step in zip(posture.weights, steps, strict=True))

    def shift(self, group: Group) -> int:
        """What the accord does to the support of a group."""
        program = self.scenario.tables[k.T_GROUP_SHIFT_EXPR + group.index]
        if program != s.UNSET:
            return self.number(program)
        return sum(point * (self.to(issue) - self.now(issue)) for point, issue in zip(group.points, self.scenario.issues, strict=True))

    def bonus(self, group: Group) -> int:
        """Support that cards and levers lend for this vote: always, or where an issue rises."""
        total = 0
        for row in range(self.cells[s.N_LASTING]):
            at = s.LASTING + row * s.LASTING_WIDTH
            kind, about, issue, amount = self.cells[at : at + 4]
            if kind == s.LAST_VOTE and about == group.index:
                rises = issue == s.UNSET or self.to(self.scenario.issues[issue]) > self.now(self.scenario.issues[issue])
                total += amount if rises else 0
        return total

    def mood(self, group: Group) -> int:
        """The hidden mood, where moods count yet."""
        opens = self.scenario.tables[k.T_OPEN_MOOD_EXPR]
        return self.cells[s.MOOD + group.index] if opens == s.UNSET or self.number(opens) else 0

    def value(self, group: Group) -> int:
        """Support, mood, shift, groundwork and bonuses."""
        step = self.number(self.scenario.tables[k.T_STEP_SIZE_EXPR])
        support = self.cells[group.support_cell]
        return support + self.mood(group) + self.shift(group) + self.cells[s.GROUNDWORK + group.index] * step + self.bonus(group)

    def votes(self, group: Group) -> bool:
        """A yes from the yes line on, unless something makes the group refuse."""
        refuses = self.scenario.tables[k.T_GROUP_REFUSES_EXPR + group.index]
        if refuses != s.UNSET and self.number(refuses):
            return False
        return self.value(group) >= self.scenario.tables[k.T_YES_AT]

    def stays(self, group: Group) -> int:
        """Half the shift, rounded half away from zero: what a ratified package leaves behind."""
        return formula.half_away(self.shift(group), 2)

    def yes_weight(self, party: int) -> int:
        """Weight of the groups of a side that say yes."""
        return sum(group.weight for group in self.scenario.groups if group.party == party and self.yes[group.id])

    def ratifies(self, party: int) -> bool:
        """The quota of a side's body, as its text says it."""
        body = next(body for body in self.scenario.bodies if body.party == party)

        def word(name: str) -> int:
            return self.yes_weight(party) if name == "yes_weight" else self.word(name)

        return formula.value(self.text(body.quota), word, self.call) != 0
