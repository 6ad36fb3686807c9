"""The vote: each side's groups with what they said, shown one after the other; what is counted so far; what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product, zip_longest

from rich.cells import cell_len

from sim.domain import Package
from sim.kernel import layout as s
from sim.table import happened as h
from sim.table.forecast import OPEN
from sim.table.known import Known
from sim.table.quotas import ANY, NOT, VALUE, WEIGHT, Condition, conditions
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.composer import appraised
from tui.screen.pages.home import condition_text
from tui.screen.stops import Stop

NAME_CELLS, WEIGHT_CELLS, VOTE_CELLS = 12, 4, 5
COLUMN_CELLS = 3 + NAME_CELLS + WEIGHT_CELLS + 2 + VOTE_CELLS
YES, NO = "yes", "no"
MOST_UNSEEN = 8  # with more groups of a body still to come nothing is said of what they can change

Levels = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote as far as it is shown. shown: of its votes; levels: what was voted on, () where nobody remembers; later: what happened
    behind it: the game goes on while it is read, and numbers that a quota asks for may have moved.
    """

    stop: Stop
    shown: int = 0
    levels: Levels = ()
    later: tuple[h.Happened, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a body stands. states: its conditions with yes, no or open; result: the same for all of them together."""

    states: tuple[tuple[Condition, str], ...]
    result: str


def order(look: Look, stop: Stop) -> list[h.GroupVoted]:
    """The votes as they are shown: as the bodies list their groups, the sides in turn."""
    sides = [votes_of(look, stop, party) for party in parties(look, stop)]
    return [vote for turn in zip_longest(*sides) for vote in turn if vote is not None]


def votes_of(look: Look, stop: Stop, party: int) -> list[h.GroupVoted]:
    """The votes of one side, as its body lists its groups."""
    groups = look.names.scenario.groups
    votes = (event for event in stop.events if isinstance(event, h.GroupVoted))
    return sorted((vote for vote in votes if groups[vote.group].party == party), key=lambda vote: vote.group)


def parties(look: Look, stop: Stop) -> list[int]:
    """The sides that voted, the own one first."""
    groups = look.names.scenario.groups
    found = {groups[event.group].party for event in stop.events if isinstance(event, h.GroupVoted)}
    return sorted(found, key=lambda party: (party != look.view.party, party))


def weight_of(look: Look, group: int) -> int:
    """The weight of a group in its body."""
    return next(seen.weight for seen in look.view.groups if seen.index == group)


# --- the columns ---


def vote(look: Look, cells: int, ballot: Ballot) -> Page:
    """A column a side, as many beside each other as there is room for, the others below."""
    votes = order(look, ballot.stop)
    seen = {event.group: event.yes for event in votes[: ballot.shown]}
    last = votes[ballot.shown - 1].group if 0 < ballot.shown <= len(votes) else None
    sides = parties(look, ballot.stop)
    across = max(1, min(len(sides), cells // COLUMN_CELLS))
    width = cells // across
    rows: list[Row] = []
    for at in range(0, len(sides), across):
        columns = [column(look, ballot.stop, party, width, seen, last) for party in sides[at : at + across]]
        rows += [BLANK] if rows else []
        rows += [row(*parts) for parts in zip_longest(*columns, fillvalue=Span(" " * width))]
    title = look.say("vote-title", package=look.names.package(ballot.levels) if ballot.levels else "none")
    return Page(title, tuple(rows), f"{ballot.shown}/{len(votes)}")


def column(look: Look, stop: Stop, party: int, width: int, seen: dict[int, bool], last: int | None) -> list[Span]:
    """One side: its groups with weight and vote."""
    head = three(look.names.party(party), look.say("vote-head-weight"), look.say("vote-head-vote"), " ")
    lines = [Span(fit(head, width), "strong")]
    for group in (event.group for event in votes_of(look, stop, party)):
        said = look.say("word-yes" if seen[group] else "word-no") if group in seen else "--"
        name = look.narrow(look.names.scenario.groups[group].short)
        text = three(name, str(weight_of(look, group)), said, look.signs.mark if group == last else " ")
        ink = "soft" if group not in seen else "good" if seen[group] else "bad"
        lines.append(Span(fit(text, width), f"{ink} strong" if group == last else ink))
    return lines


def three(name: str, weight: str, said: str, mark: str) -> str:
    """Name, weight and vote of one row of a column."""
    return f"{mark}  {fit(name, NAME_CELLS)}{fit(weight, WEIGHT_CELLS, right=True)}  {fit(said, VOTE_CELLS)}"


# --- the count ---


def count(look: Look, cells: int, ballot: Ballot) -> Page:
    """What is counted so far, and whether what is still to come can change it; in the end what each body decided and what follows."""
    votes = order(look, ballot.stop)
    is_all = ballot.shown >= len(votes)
    standings = {party: standing(look, ballot, party) for party in parties(look, ballot.stop)}
    rows = [each for party, found in standings.items() for each in side_rows(look, cells, ballot, party, found)]
    if is_all:
        rows += results(look, cells, ballot.stop)
    elif all(found is not None for found in standings.values()):
        rows += paragraph(still(look, {party: found.result for party, found in standings.items() if found is not None}), cells)
    rows += shown_with_it(look, cells, ballot.stop, {vote.group for vote in votes[: ballot.shown]})
    return Page(look.say("vote-result" if is_all else "vote-so-far"), tuple(rows))


def side_rows(look: Look, cells: int, ballot: Ballot, party: int, found: Standing | None) -> list[Row]:
    """One side: yes weight of what is needed, what is still to come, then every other condition with yes, no or open."""
    own = {vote.group for vote in votes_of(look, ballot.stop, party)}
    seen = [vote for vote in order(look, ballot.stop)[: ballot.shown] if vote.group in own]
    yes = sum(weight_of(look, vote.group) for vote in seen if vote.yes)
    left = sum(weight_of(look, group) for group in own) - sum(weight_of(look, vote.group) for vote in seen)
    asked = (
        next(((each.amount, state) for each, state in found.states if each.kind == WEIGHT), (0, OPEN)) if found is not None else (0, OPEN)
    )
    parts = [look.say("vote-count", side=look.names.party(party), yes=yes, needed=asked[0], left=left, state=asked[1])]
    for each, state in found.states if found is not None else ():
        wanted = asked_now(each) if each.kind != WEIGHT else None
        if wanted is not None:
            parts.append(look.say("home-condition", what=condition_text(look, wanted), holds=word(look, state)))
    return [row(" ", Span(text, "strong")) for text in flowed(parts, cells - 2)]


def asked_now(condition: Condition) -> Condition | None:
    """A condition without the cases in which nothing is asked; None in such a case."""
    if condition.kind != ANY:
        return condition
    cases = [part for part in condition.parts if part.kind == NOT and part.parts[0].kind == VALUE]
    if any(case.holds for case in cases):
        return None
    return replace(condition, parts=tuple(part for part in condition.parts if part not in cases))


def flowed(parts: Sequence[str], cells: int) -> list[str]:
    """Parts beside each other as far as there is room; one that goes on a new line is indented."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + 3 + cell_len(part) <= cells:
            lines[-1] += f"   {part}"
        else:
            first, *more = wrapped(part, cells - 2)
            lines += [f"  {first}" if lines else first, *(f"  {text}" for text in more)]
    return lines


def word(look: Look, state: str) -> str:
    """Yes, no or open."""
    return look.say("vote-open") if state == OPEN else look.say(f"word-{state}")


def still(look: Look, results_: dict[int, str]) -> str:
    """Whether groups still to come can change a result."""
    sides = [look.names.party(party) for party, result in results_.items() if result == OPEN]
    return look.say("vote-still", sides=look.names.listed(sides) if sides else "none")


def shown_with_it(look: Look, cells: int, stop: Stop, seen: set[int]) -> list[Row]:
    """What comes to light with a vote: groundwork, and the word of a group that shows no more than that once it has voted."""
    names, rows = look.names, []
    placed = [
        look.say("tell-groundwork-group", group=names.text(names.scenario.groups[event.group].short), steps=event.steps)
        for event in stop.events
        if isinstance(event, h.GroundworkShown)
    ]
    rows += paragraph(look.say("tell-groundwork", groups=names.listed(placed)), cells, ink="soft") if placed else []
    for event in stop.events:
        if isinstance(event, h.WordHeard) and event.group in seen:
            group = names.scenario.groups[event.group]
            if 0 <= event.word < len(group.words):
                text = look.say("tell-word", group=names.text(group.short), word=names.text(group.words[event.word]))
                rows += paragraph(text, cells, ink="soft")
    return rows


def results(look: Look, cells: int, stop: Stop) -> list[Row]:
    """What the bodies decided, and what follows."""
    decided = sorted((event for event in stop.events if isinstance(event, h.BodyVoted)), key=lambda event: event.party != look.view.party)
    rows: list[Row] = []
    for event in decided:
        code = "tell-body-yes" if event.approves else "tell-body-no"
        rows += paragraph(look.say(code, side=look.names.party(event.party), weight=event.yes_weight), cells)
    passed = next((event for event in stop.events if isinstance(event, h.PackagePassed)), None)
    if passed is not None:
        return rows + paragraph(look.say("tell-passed", package=look.names.package(passed.levels)), cells, ink="strong")
    worked = any(isinstance(event, h.GroundworkShown) for event in stop.events)
    return rows + paragraph(look.say("vote-failed", worked=YES if worked else NO), cells, ink="strong")


# --- where a body stands ---


def standing(look: Look, ballot: Ballot, party: int) -> Standing | None:
    """Where a body stands, over every way in which the groups still to come can vote. None where that cannot be said."""
    own = [vote.group for vote in votes_of(look, ballot.stop, party)]
    seen = {vote.group: vote.yes for vote in order(look, ballot.stop)[: ballot.shown] if vote.group in own}
    unseen = tuple(group for group in own if group not in seen)
    levels = ballot.levels or (None,) * len(look.view.issues)
    known = known_then(look.view.known, ballot.later)
    yes = tuple(group for group, said in seen.items() if said)
    return reckoned(id(known.scenario), known, levels, party, yes, unseen[:MOST_UNSEEN], len(unseen) > MOST_UNSEEN)


@lru_cache(maxsize=64)
def reckoned(
    scenario: int, known: Known, levels: Levels, party: int, yes: Sequence[int], unseen: Sequence[int], is_cut: bool
) -> Standing | None:
    """The conditions of a body and their states. scenario: two games may look alike and be played by other rules."""
    body = appraised(known, levels).body_of(party)
    found = []
    for said in ways(unseen):
        votes = {*yes, *said}
        likely = replace(body, groups=tuple(replace(group, likely_yes=group.group in votes) for group in body.groups))
        found.append(conditions(known, Package(levels), likely))
    if not found[0]:
        return None
    states = tuple((each[0], OPEN if is_cut else together(one.holds for one in each)) for each in zip(*found, strict=True))
    return Standing(states, OPEN if is_cut else together(all(one.holds for one in each) for each in found))


def ways(groups: Sequence[int]) -> Iterator[list[int]]:
    """Every set of these groups that could say yes."""
    for picked in product((False, True), repeat=len(groups)):
        yield [group for group, is_yes in zip(groups, picked, strict=True) if is_yes]


def together(answers: Iterable[bool]) -> str:
    """Yes or no where all answers are the same, else open."""
    found = set(answers)
    return OPEN if len(found) > 1 else YES if True in found else NO


def known_then(known: Known, later: Iterable[h.Happened]) -> Known:
    """What was known before all of this happened: its changes of numbers and levels are taken back."""
    m = list(known.m)
    for event in later:
        if isinstance(event, h.NumberChanged):
            m[event.cell] -= event.after - event.before
        elif isinstance(event, h.LevelChanged):
            m[s.LEVEL + event.issue] -= event.after - event.before
    return replace(known, m=tuple(m))
