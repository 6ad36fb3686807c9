"""What a viewer may conclude about the weights of a party: from its own side card, from sure clues, from a naming.

Everything here is sound and nothing is a guess: a range holds every value that is still possible. Two cases:
- a party with several postures: their weights are public, which one it is is secret; sure clues rule postures out;
- a party with one posture: its weights are secret; each sure clue bounds one of them, and they sum to 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.clues import HIGH, band_of
from sim.kernel.layout import UNSET
from sim.kernel.masking import TABLE

ALL_WEIGHT = 100  # the weights of a posture sum to it


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most that something can be; equal where it is known."""

    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        """Whether only one value is left."""
        return self.low == self.high

    def holds(self, value: int) -> bool:
        """Whether a value is still possible."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Weights:
    """What is known of a party's weights.

    postures, rows: the postures still possible, each with its weights; empty where the party has one secret posture.
    least, most: bounds of each weight.
    """

    party: int
    postures: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    least: tuple[int, ...]
    most: tuple[int, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the weights are known."""
        return len(self.rows) == 1

    def total(self, worths: Sequence[int]) -> Range:
        """The sum of weight x worth over the issues, over all weights still possible."""
        return Range(weighed(self.harshest(worths), worths), weighed(self.kindest(worths), worths))

    def kindest(self, worths: Sequence[int]) -> tuple[int, ...]:
        """Weights still possible under which the sum of weight x worth is largest.

        Within bounds: what is not bound goes to the issues that are worth most.
        """
        if self.rows:
            return max(self.rows, key=lambda row: weighed(row, worths))
        weights = list(self.least)
        left = ALL_WEIGHT - sum(weights)
        for issue in sorted(range(len(worths)), key=lambda issue: -worths[issue]):
            more = max(0, min(left, self.most[issue] - self.least[issue]))
            weights[issue] += more
            left -= more
        return tuple(weights)

    def harshest(self, worths: Sequence[int]) -> tuple[int, ...]:
        """Weights still possible under which the sum is smallest."""
        return self.kindest([-worth for worth in worths])


def weighed(weights: Sequence[int], worths: Sequence[int]) -> int:
    """The sum of weight x worth over the issues."""
    return sum(weight * worth for weight, worth in zip(weights, worths, strict=True))


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue of a side. about: party; band: 0 low, 1 middle, 2 high; sure: it could not be false."""

    about: int
    issue: int
    band: int
    sure: bool
    round: int


def clues_of(m: Sequence[int], party: int) -> tuple[Clue, ...]:
    """The clues that a side has, in the order in which they came."""
    count = max(0, m[s.N_CLUES + party])
    rows = (s.CLUES + (party * s.MAX_CLUES + row) * s.CLUE_WIDTH for row in range(count))
    return tuple(Clue(m[at + s.Q_ABOUT], m[at + s.Q_ISSUE], m[at + s.Q_BAND], m[at + s.Q_SURE] == 1, m[at + s.Q_ROUND]) for at in rows)


def weights_known(t: Sequence[int], m: Sequence[int], viewer: int, about: int) -> Weights:
    """What a viewer (a seat, or TABLE) may conclude about the weights of a party."""
    own = UNSET if viewer == TABLE else t[k.T_SEAT_PARTY + viewer]
    postures = postures_left(t, m, own, about)
    rows = tuple(row_of(t, posture) for posture in postures)
    if any(UNSET in row for row in rows):
        return bounded(t, m, own, about)
    return Weights(about, postures, rows, tuple(map(min, *rows, rows[0])), tuple(map(max, *rows, rows[0])))


def row_of(t: Sequence[int], posture: int) -> tuple[int, ...]:
    """Weights of a posture by issue; UNSET where the viewer may not know them."""
    at = k.T_WEIGHT + posture * s.MAX_ISSUES
    return tuple(t[at : at + t[k.T_N_ISSUES]])


def bounded(t: Sequence[int], m: Sequence[int], own: int, about: int) -> Weights:
    """Bounds from the bands of sure clues, for a party whose weights are secret."""
    least, most = [0] * t[k.T_N_ISSUES], [ALL_WEIGHT] * t[k.T_N_ISSUES]
    for clue in sure_clues(m, own, about):
        band = weights_of_band(t, clue.band)
        least[clue.issue] = max(least[clue.issue], band.low)
        most[clue.issue] = min(most[clue.issue], band.high)
    return Weights(about, (), (), tuple(least), tuple(most))


def weights_of_band(t: Sequence[int], band: int) -> Range:
    """The weights that a band stands for."""
    starts = (0, t[k.T_BAND_MIDDLE], t[k.T_BAND_HIGH])
    return Range(starts[band], ALL_WEIGHT if band == HIGH else starts[band + 1] - 1)


def sure_clues(m: Sequence[int], own: int, about: int) -> tuple[Clue, ...]:
    """The clues of a side about a party that could not be false; the public table has none."""
    if own == UNSET:
        return ()
    return tuple(clue for clue in clues_of(m, own) if clue.about == about and clue.sure)


def postures_left(t: Sequence[int], m: Sequence[int], own: int, about: int) -> tuple[int, ...]:
    """The postures that a party may have now, as one side knows (own UNSET: the public table).

    A sure clue speaks of the posture of its round. Where the posture may have moved since, neighbours come back in.
    """
    if m[s.POSTURE + about] != UNSET:
        return (m[s.POSTURE + about],)
    every = [posture for posture in range(t[k.T_N_POSTURES]) if t[k.T_POSTURE_PARTY + posture] == about]
    moves = may_have_moved(t, m, about)
    left = widened(t, {posture for posture in every if t[k.T_POSTURE_DRAWN + posture] == 1} or set(every), moves)
    for fits in told(t, m, own, about):
        left = widened(t, left & fits, moves)
    # Told things that contradict each other cannot be true; then nothing is known.
    return tuple(sorted(left or every))


def told(t: Sequence[int], m: Sequence[int], own: int, about: int) -> list[set[int]]:
    """What each sure clue, and the naming, left possible when it came; in that order."""
    every = [posture for posture in range(t[k.T_N_POSTURES]) if t[k.T_POSTURE_PARTY + posture] == about]
    clues = [(clue.round, {posture for posture in every if fits(t, posture, clue)}) for clue in sure_clues(m, own, about)]
    before = [possible for round_, possible in clues if round_ <= t[k.T_NAMING_ROUND]]
    after = [possible for round_, possible in clues if round_ > t[k.T_NAMING_ROUND]]
    return [*before, *named(t, m, about, set(every)), *after]


def fits(t: Sequence[int], posture: int, clue: Clue) -> bool:
    """Whether a posture weighs the issue of a clue as the clue says."""
    return int(band_of(t, t[k.T_WEIGHT + posture * s.MAX_ISSUES + clue.issue])) == clue.band


def named(t: Sequence[int], m: Sequence[int], about: int, every: set[int]) -> list[set[int]]:
    """What the naming of the posture told everybody: it is that one, or any other."""
    by = t[k.T_NAMING_BY]
    if by == UNSET or t[k.T_NAMING_OF] != about or m[s.GUESS + by] == UNSET:
        return []
    guess = m[s.GUESS + by]
    return [{guess} if m[s.NAMED_RIGHT + by] == 1 else every - {guess}]


def widened(t: Sequence[int], postures: set[int], moves: bool) -> set[int]:
    """The postures, and all that moves to a neighbour lead to from them."""
    while moves:
        more = {t[k.T_POSTURE_NEIGHBOUR + posture] for posture in postures} - postures - {UNSET}
        if not more:
            break
        postures = postures | more
    return postures


def may_have_moved(t: Sequence[int], m: Sequence[int], party: int) -> bool:
    """Whether some effect may have moved the party's posture; one that happens once a game leaves a public mark."""
    for effect in range(k.MAX_EFFECTS):
        row = k.T_EFFECTS + effect * k.EFFECT_WIDTH
        if t[row + k.E_VERB] == k.VERB_POSTURE and t[row + k.E_A] == party:
            options = options_with(t, effect)
            if may_be_marked(m, t[row + k.E_ONCE]) and (not options or any(may_be_marked(m, t[at + k.O_ONCE]) for at in options)):
                return True
    return False


def may_be_marked(m: Sequence[int], mark: int) -> bool:
    """Whether something may have happened: it leaves no mark, or its mark is there."""
    return mark == UNSET or m[s.ONCE + mark] == 1


def options_with(t: Sequence[int], effect: int) -> list[int]:
    """Offsets of the options whose effects hold this one. A row of zeros is room that no option took."""
    rows = range(k.T_OPTIONS, k.T_OPTIONS + k.MAX_OPTIONS * k.OPTION_WIDTH, k.OPTION_WIDTH)
    return [at for at in rows if any(t[at : at + k.OPTION_WIDTH]) and holds_effect(t, t[at + k.O_LIST], effect)]


def holds_effect(t: Sequence[int], list_: int, effect: int) -> bool:
    """Whether a list of effects holds this one."""
    first = t[k.T_LIST_FIRST + list_] if list_ != UNSET else UNSET
    return list_ != UNSET and first <= effect < first + t[k.T_LIST_COUNT + list_]


def bands(t: Sequence[int], weights: Weights) -> tuple[tuple[int, ...], ...]:
    """The bands that are still possible for each issue, by issue; empty where the rules know no bands."""
    if t[k.T_BAND_HIGH] == 0:
        return ()
    if weights.rows:
        return tuple(tuple(sorted({int(band_of(t, row[issue])) for row in weights.rows})) for issue in range(t[k.T_N_ISSUES]))
    spans = zip(weights.least, weights.most, strict=True)
    return tuple(tuple(range(int(band_of(t, low)), int(band_of(t, high)) + 1)) for low, high in spans)


def parties_but(t: Sequence[int], own: int) -> tuple[int, ...]:
    """The other parties, in the order of the list."""
    return tuple(party for party in range(t[k.T_N_PARTIES]) if party != own)
