"""Games of bots in which, after every step, everybody asks why of everything: reasons checked, their turns tried, all of it counted.

`python -m tests.properties.why_walks --games 200` asks every name of every game; the suite asks a sample.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from sim.bots import Bot
from sim.domain import Package
from sim.errors import RuleBroken
from sim.kernel import appraise, home
from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table import reason as r
from sim.table.bench import Bench
from sim.table.cells import cells_by_name
from sim.table.drive import act, consent
from sim.table.explain import explained, known_to, names
from sim.table.explain_packages import package_of
from sim.table.forecast import with_groundwork
from sim.table.formulas import is_known, tree_of
from sim.table.game import Game
from sim.table.known import Known
from sim.table.reason import Reason, Turn
from sim.table.seating import TABLE_ID
from tests.properties.why_rules import Checked, fact, is_sound
from tests.properties.worlds import WORLDS, World, new_game, viewers

DEMO = World("tests/bad_rules/demo")
PLACES = (*WORLDS, DEMO)
SCORES = ("seat", "agenda", "side", "efficiency", "alliance", "joint")
OWN = ("capital", "tokens", "utility", "gain")
NEAREST = 100  # values that are tried on the way to a turn


@dataclass
class Asked:
    """One viewer of one moment. truth: the whole state on a bench; checked, counts: what was met so far."""

    game: Game
    viewer: str
    checked: Checked
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.known = known_to(self.game, self.viewer)
        self.truth = Bench.of(self.game._t, self.game._s)

    def why(self, what: str, known: Known | None = None) -> Reason:
        """The reason of a name, on other knowledge where some is given."""
        return explained(known or self.known, self.game.history, what)

    def try_one(self, what: str) -> None:
        """Ask, and hold the answer against the rules of its codes, the game, and its own turns."""
        self.counts["names"] += 1
        try:
            reason = self.why(what)
        except RuleBroken as broken:
            self.counts["refused"] += 1
            assert may_be_refused(self, what, broken.code), f"{self.viewer} asks {what}: {broken.code} {broken.facts}"
            return
        self.counts["reasons"] += 1
        is_sound(reason, self.checked)
        is_the_number(self, what, reason)
        for turn in reason.turns:
            self.counts[f"turns by {turn.code}"] += 1
            self.counts[f"{turn.code} turns {reason.code}"] += 1
            TURNS[turn.code](self, what, reason, turn)


def walk(world: World, seed: int) -> Iterator[Game]:
    """A game of bots that take any allowed act, given out at its start and after every act."""
    game = new_game(world, seed)
    bots = {seat.id: Bot("random_legal", seed * 31 + seat.index) for seat in game.seating.seats}
    asked: set[tuple[str, int, tuple[int, int, int]]] = set()
    yield game
    while not game.is_over:
        assert consent(game, bots, asked) or act(game, bots)
        yield game


def questions(game: Game, random: Random, packages: int = 1) -> list[str]:
    """Every name, and everything that is asked about packages which may be proposed now."""
    about = ["gain", *(f"{kind}.{party.id}" for kind in ("gain", "quota") for party in game.scenario.parties)]
    about += [f"vote {group.id}" for group in game.scenario.groups]
    named = [terms for _ in range(packages) if (terms := terms_at_random(game, random))]
    return [*names(game.scenario, game.seating), *(f"{what} {terms}" for what in about for terms in named), *about]


def terms_at_random(game: Game, random: Random) -> str:
    """A package that may be proposed now, as terms; "" where none was found."""
    bench = Bench.of(game._t, game._s)
    for _ in range(40):
        issues = random.sample(game.scenario.issues, random.randrange(1, min(4, len(game.scenario.issues)) + 1))
        levels = {issue.index: random.randrange(len(issue.levels)) for issue in issues}
        if bench.code_to_propose([levels.get(issue.index) for issue in game.scenario.issues]) == c.ALLOWED:
            return " ".join(f"{issue.id}={levels[issue.index]}" for issue in issues)
    return ""


# --- refusals ---


def may_be_refused(asked: Asked, what: str, code: str) -> bool:
    """Whether a refusal is right: scores before the end, what is hidden from the viewer, a vote of nobody."""
    first, _, second = what.split()[0].partition(".")
    if code == "game-not-over":
        return first in SCORES and not asked.game.is_over
    if code == "no-such-number":
        return what == "vote"
    return code == "not-yours-to-know" and is_hidden(asked, what.split()[0], first, second)


def is_hidden(asked: Asked, what: str, first: str, second: str) -> bool:
    """Whether a name stands for something that the viewer may not know."""
    known, scenario = asked.known, asked.game.scenario
    if what in OWN:
        return asked.viewer == TABLE_ID
    if asked.game.is_over:
        return False
    if first == "utility":
        party = next(party.index for party in scenario.parties if party.id == second)
        return party != known.party and not known.weights_of(party).is_exact
    if what in scenario.value_programs or what == "second_chance":
        program = scenario.value_programs.get(what, scenario.tables[k.T_SECOND_CHANCE_EXPR])
        return not is_known(known.t, known.m, tree_of(known.t, program), known.may_know)
    return not known.may_know(cells_by_name(scenario)[what])


# --- the number itself ---


def is_the_number(asked: Asked, what: str, reason: Reason) -> None:
    """The root of a reason is the number that the game has, whoever asks; an estimate has it within its range."""
    scenario, bench = asked.game.scenario, asked.truth
    if reason.code == r.NUMBER:
        assert reason.amount == asked.game._s[cells_by_name(scenario)[reason.what]], what
    elif reason.code == r.SCORE:
        assert reason.amount == asked.game._s[cell_of_score(asked.game, reason.what)], what
    elif reason.code == r.CAP:
        issue = next(issue.index for issue in scenario.issues if reason.what == f"cap.{issue.id}")
        assert reason.amount == bench.cap(issue), what
    elif reason.code == r.PRICE:
        lever = next(lever.index for lever in scenario.levers if reason.what == lever.id)
        assert reason.amount == bench.lever_price(lever), what
        own = bench.value(bench.t[k.T_LEVER_PRICE_EXPR + lever])
        assert reason.children[0].amount == own, what
    elif reason.code == r.TERM:
        assert reason.amount == formula_value(asked, reason.what), what
    elif reason.code == r.UTILITY:
        party = next(party.index for party in scenario.parties if reason.what == f"utility.{party.id}")
        assert reason.amount == worth(asked.game, party, asked.game._s[s.LEVEL : s.LEVEL + s.MAX_ISSUES]), what
    else:
        OF_PACKAGES[reason.code](asked, what, reason, package_asked(asked, what))


def cell_of_score(game: Game, what: str) -> int:
    """Where a result is stored, by the name it is asked by."""
    kind, _, of = what.partition(".")
    whole = {"efficiency": s.EFFICIENCY, "alliance": s.ALLIANCE, "joint": s.JOINT}
    if kind in whole:
        return whole[kind]
    if kind == "side":
        return s.SIDE + next(party.index for party in game.scenario.parties if party.id == of)
    return (s.SEAT_SCORE if kind == "seat" else s.AGENDA_POINTS) + game.seating.named(of).index


def formula_value(asked: Asked, what: str) -> int:
    """A named value, the chance of a second demand, a drift or an income, by the kernel on the whole state."""
    scenario, bench = asked.game.scenario, Bench.of(asked.game._t, asked.game._s)
    first, _, second = what.partition(".")
    bench.judge(bench.standing())
    if what in scenario.value_programs:
        return bench.value(scenario.value_programs[what])
    if what == "second_chance":
        return bench.value(scenario.tables[k.T_SECOND_CHANCE_EXPR])
    if first == "drift":
        return bench.value(scenario.tables[k.T_DRIFT_EXPR + next(m.index for m in scenario.meters if m.id == second)])
    assert first == "income", what
    party = next(party.index for party in scenario.parties if party.id == second)
    bench.m[s.CTX_PARTY] = party
    return bench.value(scenario.tables[k.T_INCOME_EXPR + party])


def worth(game: Game, party: int, levels: list[int]) -> int:
    """What levels are worth to a party under its true posture, in hundredths, from the entries of the scenario."""
    weights = game.scenario.postures[game._s[s.POSTURE + party]].weights
    return sum(weights[issue.index] * issue.payoff[party][levels[issue.index]] for issue in game.scenario.issues)


def package_asked(asked: Asked, what: str) -> Package:
    """The package that a question is about: the one named, else the one on the table."""
    terms = what.split()[2 if what.startswith("vote ") else 1 :]
    return package_of(asked.known, terms) if terms else Package(asked.truth.standing())


def is_the_gain(asked: Asked, what: str, reason: Reason, package: Package) -> None:
    """A gain is the worth of the levels then, less the worth now; an estimate holds it."""
    party = next(party.index for party in asked.game.scenario.parties if reason.what == f"gain.{party.id}")
    now = asked.game._s[s.LEVEL : s.LEVEL + s.MAX_ISSUES]
    then = [now[issue] if level is None else level for issue, level in enumerate(package.levels)]
    gain = worth(asked.game, party, then) - worth(asked.game, party, now)
    assert fact(reason, "low") <= gain <= fact(reason, "high"), what


def is_the_vote(asked: Asked, what: str, reason: Reason, package: Package) -> None:
    """A vote is the kernel's own value where support and shift are known; the true value lies within the range."""
    group = next(group.index for group in asked.game.scenario.groups if reason.what == f"vote {group.id}")
    bench, parts = asked.truth, {part.code: part for part in reason.children}
    bench.judge(package.levels)
    plain = int(appraise.vote_value(bench.t, bench.m, group, 0, 0))
    mood = int(home.mood_of(bench.t, bench.m, group))
    assert parts[r.BONUS].amount == bench.bonus(group), what
    assert parts[r.SHIFT].kind == r.ESTIMATE or parts[r.SHIFT].amount == bench.shift(group), what
    assert parts[r.SUPPORT].kind == r.ESTIMATE or parts[r.SUPPORT].amount == int(appraise.support_of(bench.t, bench.m, group)), what
    assert parts[r.MOOD].kind == r.ESTIMATE or parts[r.MOOD].amount == mood, what
    assert fact(reason, "low") <= plain + mood + parts[r.GROUNDWORK].amount <= fact(reason, "high"), what
    assert parts[r.GROUNDWORK].amount == groundwork_seen(asked, group), what


def groundwork_seen(asked: Asked, group: int) -> int:
    """Points of groundwork on a group that a viewer knows of: its own in Home, everybody's once shown."""
    own = asked.game.scenario.groups[group].party == asked.known.party
    steps = asked.game._s[(s.GROUNDWORK if own else s.SHOWN_GROUNDWORK) + group]
    return max(0, steps) * asked.truth.step_size() if asked.game._s[s.STEP] == s.STEP_HOME else 0


def is_the_quota(asked: Asked, what: str, reason: Reason, package: Package) -> None:
    """The yes weight is that of the groups which likely say yes, and the body passes as the kernel says it then does."""
    party = next(party.index for party in asked.game.scenario.parties if reason.what == f"quota.{party.id}")
    terms = " ".join(what.split()[1:])
    votes = [asked.why(f"{part.what} {terms}") for part in reason.children]
    for part, vote in zip(reason.children, votes, strict=True):
        assert (fact(part, "value"), part.amount > 0) == (vote.amount, says_yes(vote)), what
    yes = [group.index for group in asked.game.scenario.groups for vote in votes if vote.what == f"vote {group.id}" and says_yes(vote)]
    asked.truth.judge(package.levels)
    weight, passes = asked.truth.quota(party, yes)
    assert reason.amount == weight, what
    assert dict(reason.facts)["passes"] in ("yes" if passes else "no", "open"), what


def says_yes(vote: Reason) -> bool:
    """Whether a vote is likely a yes."""
    return fact(vote, "margin") >= 0 and dict(vote.facts)["refuses"] != "yes"


OF_PACKAGES = {r.GAIN: is_the_gain, r.LEAST_GAIN: is_the_gain, r.VOTE: is_the_vote, r.QUOTA: is_the_quota}


# --- turns ---


def outcome(reason: Reason) -> object:
    """What of a reason turns: the verdict on a quota, the yes of a vote, else the number."""
    if reason.code == r.QUOTA:
        return dict(reason.facts)["passes"]
    return says_yes(reason) if reason.code == r.VOTE else reason.amount


def turns_by_number(asked: Asked, what: str, reason: Reason, turn: Turn) -> None:
    """With the number in a copy of what is known the result is the one told; with every nearer number it is the old one."""
    cell = cells_by_name(asked.game.scenario)[turn.what]
    known, now = asked.known, asked.known.m[cell]
    low, high = known.t[k.T_LOW + cell], known.t[k.T_HIGH + cell]
    assert (turn.before, turn.size) == (now, abs(turn.after - now)) and low <= turn.after <= high
    then = asked.why(what, with_number(known, cell, turn.after))
    assert outcome(then) != outcome(reason) and then.amount == turn.result, f"{what}: {turn}, then {then.amount}"
    for value in (value for step in range(1, min(turn.size, NEAREST)) for value in (now - step, now + step) if low <= value <= high):
        asked.counts["nearer"] += 1
        assert outcome(asked.why(what, with_number(known, cell, value))) == outcome(reason), f"{what}: {turn.what} at {value}"


def with_number(known: Known, cell: int, value: int) -> Known:
    """What a viewer would know if one number were another."""
    return replace(known, m=(*known.m[:cell], value, *known.m[cell + 1 :]))


def turns_by_level(asked: Asked, what: str, reason: Reason, turn: Turn) -> None:
    """The package with this level turns the vote; with every nearer level that may be proposed it does not."""
    issue = next(issue for issue in asked.game.scenario.issues if issue.id == turn.what)
    now = package_asked(asked, what).levels[issue.index]
    assert turn.before == (asked.known.m[s.LEVEL + issue.index] if now is None else now)
    assert turn.size == abs(turn.after - turn.before)
    then = asked.why(with_level(asked, what, issue.index, turn.after))
    assert outcome(then) != outcome(reason) and then.amount == turn.result, f"{what}: {turn}, then {then.amount}"
    assert asked.known.bench().code_to_stand(issue.index, turn.after) == c.ALLOWED
    for level in (level for level in range(len(issue.levels)) if 0 < abs(level - turn.before) < turn.size):
        if asked.known.bench().code_to_stand(issue.index, level) == c.ALLOWED:
            asked.counts["nearer"] += 1
            assert outcome(asked.why(with_level(asked, what, issue.index, level))) == outcome(reason), f"{what}: {turn.what}={level}"


def with_level(asked: Asked, what: str, issue: int, level: int) -> str:
    """The same question with another level of one issue."""
    named = [*package_asked(asked, what).levels]
    named[issue] = level
    terms = (f"{asked.game.scenario.issues[place].id}={level}" for place, level in enumerate(named) if level is not None)
    return " ".join((*what.split()[: 2 if what.startswith("vote ") else 1], *terms))


def turns_by_groundwork(asked: Asked, what: str, reason: Reason, turn: Turn) -> None:
    """At home with so many steps on the group the result is the one told; with a step less it is the old one."""
    group = next(group.index for group in asked.game.scenario.groups if group.id == turn.what)
    known = at_home(asked)
    without = asked.why(what, with_groundwork(known, {group: 0}))
    then = asked.why(what, with_groundwork(known, {group: turn.after}))
    fewer = asked.why(what, with_groundwork(known, {group: turn.after - 1}))
    assert turn.before == 0 < turn.after and turn.price == turn.size >= 0
    assert turn.after * asked.known.bench().step_size() <= asked.known.t[k.T_GROUP_MAX]
    assert outcome(without) == outcome(fewer) == outcome(reason), f"{what}: {turn}"
    assert outcome(then) != outcome(reason) and then.amount == turn.result, f"{what}: {turn}, then {then.amount}"


def at_home(asked: Asked) -> Known:
    """What a viewer would know at home: as it is there, else with nothing placed yet (steps of the last vote still stand in the state)."""
    if asked.known.m[s.STEP] == s.STEP_HOME:
        return asked.known
    nothing = dict.fromkeys((group.index for group in asked.game.scenario.groups), 0)
    return with_number(with_groundwork(asked.known, nothing), s.STEP, s.STEP_HOME)


TURNS = {r.BY_NUMBER: turns_by_number, r.BY_LEVEL: turns_by_level, r.BY_GROUNDWORK: turns_by_groundwork}


# --- whole games ---


def ask_a_game(world: World, seed: int, most: int | None = None) -> tuple[Checked, Counter[str]]:
    """Everybody asks after every act of a game. most: questions of all together each time, None for every one."""
    random, counts = Random(seed), Counter(games=1)
    checked = Checked(new_game(world, seed).scenario)
    for step, game in enumerate(walk(world, seed)):
        counts["steps"] += step > 0
        for viewer in viewers(game):
            asked, all_ = Asked(game, viewer, checked, counts), questions(game, random)
            own = len(all_) if most is None else -(-most // len(viewers(game)))
            for what in random.sample(all_, own):
                asked.try_one(what)
    counts.update(nodes=checked.nodes, places=checked.places, valued=checked.valued, unvalued=checked.unvalued)
    return checked, counts


def sum_a_game(world: World, seed: int) -> tuple[Checked, Counter[str]]:
    """After every act one viewer, in turn, asks for every number there is: sums and places are checked, turns are not tried."""
    counts = Counter(games=1)
    checked = Checked(new_game(world, seed).scenario)
    for step, game in enumerate(walk(world, seed)):
        counts["steps"] += 1
        who = viewers(game)
        known = known_to(game, who[step % len(who)])
        for what in names(game.scenario, game.seating):
            try:
                reason = explained(known, game.history, what)
            except RuleBroken:
                counts["refused"] += 1
                continue
            is_sound(reason, checked)
            counts["reasons"] += 1
    counts.update(nodes=checked.nodes)
    return checked, counts


def main() -> None:
    """Ask in so many games, a line for each, and print what was counted in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="seed of the first game")
    parser.add_argument("--most", type=int, help="questions after each act; without it every one of everybody")
    parser.add_argument("--sums", action="store_true", help="every number after every act, for one viewer in turn; no turns are tried")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    seen: set[str] = set()
    for seed in range(given.first, given.first + given.games):
        world = PLACES[seed % len(PLACES)]
        checked, counts = sum_a_game(world, seed) if given.sums else ask_a_game(world, seed, given.most)
        total.update(counts)
        seen |= checked.seen
        sys.stdout.write(f"{seed} {PLACES[seed % len(PLACES)]}: {counts['reasons']:,} reasons, {counts['nodes']:,} nodes\n")
        sys.stdout.flush()
    sys.stdout.write("".join(f"{name:22}{count:12,}\n" for name, count in total.items()))
    sys.stdout.write(f"codes never met: {', '.join(sorted(set(r.CODES) - seen)) or 'none'}\n")


if __name__ == "__main__":
    main()
