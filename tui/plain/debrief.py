"""The debrief as text, in the order in which people ask: what came out, was more possible, what was missed, how it came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sim.kernel.layout import UNSET
from sim.table.debrief import Debrief, IssueResult
from sim.table.debrief_story import GroupVote, OfferMade, VoteHeld
from sim.table.history import Entry
from tui.plain import chart
from tui.plain.chart import Mark
from tui.plain.house import digest_line, house_lines
from tui.plain.names import Names, points, signed, value
from tui.plain.opening import opening_lines
from tui.plain.turning import turning_line
from tui.plain.width import table

OFFER_MARKS = ("x", "o", "v", "w")  # of the parties, in their order


def debrief_lines(names: Names, found: Debrief, entries: Sequence[Entry], reasons: Mapping[int, str]) -> Iterator[str]:
    """The whole text. entries: the game in force; reasons: why bots moved as they did, as sentences by line."""
    sections = (
        outcome(names, found),
        frontier(names, found),
        missed(names, found),
        opening_lines(names, found),
        offers(names, found, reasons),
        votes(names, found, entries),
        bot_reasons(names, entries, reasons),
        secrets(names, found),
        history(names),
    )
    for section in sections:
        yield from section
        yield ""
    yield digest_line(names)
    yield from house_lines(names)
    yield names.say("report-note")


# --- what came out ---


def outcome(names: Names, found: Debrief) -> Iterator[str]:
    """Every issue at the start, asked, agreed, and as it really went; then the values of each side."""
    yield names.say("debrief-outcome")
    heads = [names.say(f"debrief-head-{head}") for head in ("issue", "start", "asked", "agreed", "real")]
    sides = [names.text(party.short) for party in names.scenario.parties]
    rows = [[*heads, *sides], *(issue_row(names, result) for result in found.issues)]
    yield from table(rows, frozenset(range(len(heads), len(heads) + len(sides))))
    yield names.say("debrief-values-of")
    yield from value_lines(names, found)


def issue_row(names: Names, result: IssueResult) -> list[str]:
    """One issue as a row of the table; the values are what the agreed level brought against the start."""
    gains = [points(after - before) for before, after in zip(result.worth_start, result.worth_reached, strict=True)]
    asked = "" if result.asked is None else names.level(result.issue, result.asked)
    real = "" if result.history is None else names.level(result.issue, result.history)
    levels = [names.level(result.issue, result.start), asked, names.level(result.issue, result.reached), real]
    return [names.issue(result.issue), *levels, *gains]


def value_lines(names: Names, found: Debrief) -> Iterator[str]:
    """Each side's value: at the start, at the end, and of what really happened."""
    marks = found.yardsticks
    for party in names.scenario.parties:
        start, reached = marks.start[party.index], marks.reached[party.index]
        yield names.say(
            "debrief-value-start", side=names.party(party.index), start=value(start), reached=value(reached), gain=points(reached - start)
        )
        if marks.history is not None:
            real = marks.history[party.index]
            yield names.say("debrief-value-real", side=names.party(party.index), real=value(real), gain=points(reached - real))
    if names.scenario.history is not None:
        yield names.say("debrief-real-note", note=names.text(names.scenario.history.note), as_of=names.text(names.scenario.history.as_of))


# --- was more possible ---


def frontier(names: Names, found: Debrief) -> Iterator[str]:
    """The frontier with the fair solutions, drawn and as a table."""
    yield names.say("debrief-frontier", count=len(found.yardsticks.frontier))
    marks = marks_of(names, found)
    if len(names.scenario.parties) == 2:
        yield names.say("debrief-axes", across=names.party(1), up=names.party(0))
        dots = [Mark(".", point.points[1], point.points[0]) for point in found.yardsticks.frontier]
        offered = [Mark(OFFER_MARKS[offer.party], offer.points[1], offer.points[0]) for offer in found.offers]
        yield from chart.drawn([*dots, *offered, *(Mark(letter, at[1], at[0]) for letter, _, at in reversed(marks))])
    heads = [names.say("debrief-head-mark"), names.say("debrief-head-what"), *(names.text(party.short) for party in names.scenario.parties)]
    rows = [[letter, what, *(value(each) for each in at)] for letter, what, at in marks]
    yield from table([heads, *rows], frozenset(range(2, len(heads))))
    if len(names.scenario.parties) == 2:
        used = [f"{OFFER_MARKS[party.index]} {names.party(party.index)}" for party in names.scenario.parties]
        yield names.say("debrief-offer-marks", marks=names.listed(used))
    yield names.say("debrief-fair-share", share=found.yardsticks.fair_share)


def marks_of(names: Names, found: Debrief) -> list[tuple[str, str, tuple[int, ...]]]:
    """Letter, words and points of the places that the drawing names."""
    sticks = found.yardsticks
    marks = [
        ("E", names.say("debrief-mark-end"), sticks.reached),
        ("S", names.say("debrief-mark-start"), sticks.start),
    ]
    if sticks.history is not None:
        marks.append(("H", names.say("debrief-mark-real"), sticks.history))
    if sticks.nash is not None:
        marks.append(("N", names.say("debrief-mark-nash"), sticks.nash.points))
    if sticks.kalai_smorodinsky is not None:
        marks.append(("K", names.say("debrief-mark-kalai"), sticks.kalai_smorodinsky.points))
    marks.append(("M", names.say("debrief-mark-most"), sticks.best_sum.points))
    return marks


# --- what was missed ---


def missed(names: Names, found: Debrief) -> Iterator[str]:
    """The best that would have been no worse for anybody, and the swaps that lead there."""
    left = found.left
    yield names.say("debrief-missed")
    if left.gain == 0 or left.chain is None:
        yield names.say("debrief-missed-none")
        return
    at = [f"{names.party(party)} {value(each)}" for party, each in enumerate(left.point.points)]
    yield names.say("debrief-missed-gain", gain=points(left.gain), at=names.listed(at))
    before, levels = found.yardsticks.reached, tuple(result.reached for result in found.issues)
    for number, swap in enumerate(left.chain.swaps, 1):
        moved = [f"{names.term(issue, levels[issue])} > {names.level(issue, swap.outcome[issue])}" for issue in swap.issues]
        gains = [f"{names.party(party)} {points(now - then)}" for party, (then, now) in enumerate(zip(before, swap.points, strict=True))]
        yield names.say("debrief-swap", number=number, moved=names.listed(moved), gains=names.listed(gains))
        before, levels = swap.points, swap.outcome
    for body in left.bodies:
        verdict = names.say(f"judge-verdict-{body.verdict}")
        yield names.say("debrief-missed-body", side=names.party(body.party), weight=body.yes_weight.likely, verdict=verdict)


# --- how it came ---


def offers(names: Names, found: Debrief, reasons: Mapping[int, str]) -> Iterator[str]:
    """Offers by round, each with the points it would have brought."""
    yield names.say("debrief-offers")
    if not found.offers:
        yield names.say("debrief-no-offers")
    for offer, short in zip(found.offers, found.yardsticks.short_by, strict=True):
        yield offer_line(names, offer, short)
        if offer.line in reasons:
            yield names.say("debrief-reason", reason=reasons[offer.line])


def offer_line(names: Names, offer: OfferMade, short: int) -> str:
    """One offer."""
    at = [f"{names.party(party)} {value(each)}" for party, each in enumerate(offer.points)]
    return names.say(
        "debrief-offer",
        round=offer.round,
        side=names.player(offer.party),
        package=names.package(offer.levels),
        at=names.listed(at),
        short=value(short),
        fate=names.say(f"debrief-fate-{offer.fate}"),
    )


def votes(names: Names, found: Debrief, entries: Sequence[Entry]) -> Iterator[str]:
    """Votes by round, every group with what moved it; for one that failed what would have turned it."""
    yield names.say("debrief-votes")
    if not found.votes:
        yield names.say("debrief-no-votes")
    for vote in found.votes:
        yield from vote_lines(names, vote)
        turn = turning_line(names, vote, entries)
        if turn:
            yield turn


def vote_lines(names: Names, vote: VoteHeld) -> Iterator[str]:
    """One vote: the package, its groups, the results of the bodies."""
    yield names.say("debrief-vote", round=vote.round, package=names.package(vote.levels), passed="yes" if vote.passed else "no")
    heads = [names.say(f"debrief-head-{head}") for head in ("group", "weight", "support", "mood", "shift", "groundwork", "bonus", "vote")]
    rows = [[*heads, ""], *(group_row(names, group) for group in vote.groups)]
    yield from table(rows, frozenset(range(1, 8)))
    for party, approves, weight in vote.bodies:
        yield names.say("tell-body-yes" if approves else "tell-body-no", side=names.party(party), weight=weight)


def group_row(names: Names, vote: GroupVote) -> list[str]:
    """How one group voted; the parts add up to its value."""
    group = names.scenario.groups[vote.group]
    parts = [str(vote.support), signed(vote.mood), signed(vote.shift), signed(vote.groundwork), signed(vote.bonus)]
    return [names.text(group.short), str(group.weight), *parts, str(vote.value), names.say("word-yes" if vote.yes else "word-no")]


def bot_reasons(names: Names, entries: Sequence[Entry], reasons: Mapping[int, str]) -> Iterator[str]:
    """Why bots moved as they did, line by line."""
    yield names.say("debrief-reasons")
    if not reasons:
        yield names.say("debrief-no-reasons")
    idle = names.say("bot-nothing-to-do")
    for entry in entries:
        if reasons.get(entry.number, idle) != idle:
            yield names.say("debrief-reason-line", number=entry.number, round=entry.round, line=entry.line, reason=reasons[entry.number])


def secrets(names: Names, found: Debrief) -> Iterator[str]:
    """Postures, clues and moods, now that they may be known."""
    yield names.say("debrief-secrets")
    for held in found.postures:
        label = names.text(names.scenario.postures[held.posture].label)
        yield names.say("debrief-posture", side=names.party(held.party), label=label, round=held.round)
    for read in found.clues:
        yield names.say(
            "debrief-clue",
            side=names.party(read.party),
            round=read.clue.round,
            issue=names.issue(read.clue.issue),
            band=names.band(read.clue.band),
            true="yes" if read.is_true else "no",
        )
    moods = [f"{names.text(group.short)} {signed(mood)}" for group, mood in zip(names.scenario.groups, found.moods, strict=True) if mood]
    if moods:
        yield names.say("debrief-moods", moods=names.listed(moods))


def history(names: Names) -> Iterator[str]:
    """What really happened, and questions to talk about."""
    real = names.scenario.history
    if real is None:
        return
    yield names.say("debrief-history", label=names.text(real.label))
    for issue, (level, why) in enumerate(zip(real.levels, real.why, strict=True)):
        if level != UNSET:
            yield names.say(
                "debrief-history-issue", term=names.issue(issue), level=names.level(issue, level), why=names.text(why) or "none"
            )
    if real.questions:
        yield names.say("debrief-questions")
        yield from (f"{number}. {names.text(question)}" for number, question in enumerate(real.questions, 1))
