"""The vote: each side's groups with what they said, shown one after the other; what is counted so far; what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from sim.domain import Package
from sim.table import happened as h
from sim.table.quotas import WEIGHT, Condition, conditions
from tui.screen.ink import Line, Page, Row, Span, fit, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.composer import appraised
from tui.screen.pages.home import condition_text
from tui.screen.stops import Stop

WEIGHT_CELLS, VOTE_CELLS = 4, 7


def order(look: Look, stop: Stop) -> list[h.GroupVoted]:
    """The votes as they are shown: as the bodies list their groups, the sides in turn."""
    groups = look.names.scenario.groups
    votes = [event for event in stop.events if isinstance(event, h.GroupVoted)]
    sides = [[vote for vote in votes if groups[vote.group].party == party] for party in parties(look, stop)]
    return [vote for turn in zip_longest(*sides) for vote in turn if vote is not None]


def parties(look: Look, stop: Stop) -> list[int]:
    """The sides that voted, the own one first."""
    groups = look.names.scenario.groups
    found = dict.fromkeys(groups[event.group].party for event in stop.events if isinstance(event, h.GroupVoted))
    return sorted(found, key=lambda party: (party != look.view.party, party))


def levels_of(look: Look, stop: Stop) -> tuple[int | None, ...]:
    """The package that was voted on; empty where nobody remembers it."""
    passed = next((event.levels for event in stop.events if isinstance(event, h.PackagePassed)), None)
    if passed is not None:
        return passed
    return look.view.offer.levels if look.view.offer is not None else ()


def vote(look: Look, cells: int, stop: Stop, shown: int) -> Page:
    """A column a side. shown: how many votes have been shown."""
    votes = order(look, stop)
    seen = {event.group: event.yes for event in votes[:shown]}
    last = votes[shown - 1].group if 0 < shown <= len(votes) else None
    sides = parties(look, stop)
    width = cells // max(len(sides), 1)
    columns = [column(look, party, width, stop, seen, last) for party in sides]
    rows = [row(*parts) for parts in zip_longest(*columns, fillvalue=Span(" " * width))]
    rows += [Row(line_) for line_ in words_heard(look, stop)] if shown >= len(votes) else []
    return Page(look.say("vote-title", package=look.names.package(levels_of(look, stop))), tuple(rows))


def column(look: Look, party: int, width: int, stop: Stop, seen: dict[int, bool], last: int | None) -> list[Span]:
    """One side: its groups with weight and vote."""
    name = width - WEIGHT_CELLS - VOTE_CELLS - 10
    lines = [Span(fit(f"   {look.names.party(party)}", width), "strong")]
    order_ = [event.group for event in stop.events if isinstance(event, h.GroupVoted)]
    for group in (group for group in order_ if look.names.scenario.groups[group].party == party):
        entry = look.names.scenario.groups[group]
        said = look.say("word-yes" if seen[group] else "word-no") if group in seen else "--"
        mark = look.signs.mark if group == last else " "
        text = f"{mark}  {fit(look.narrow(entry.short), min(name, 16))}{fit(str(entry_weight(look, group)), WEIGHT_CELLS, right=True)}   {said}"
        ink = "" if group not in seen else "good strong" if seen[group] else "bad strong"
        lines.append(Span(fit(text, width), ink))
    return lines


def entry_weight(look: Look, group: int) -> int:
    """The weight of a group in its body."""
    return next(seen.weight for seen in look.view.groups if seen.index == group)


def count(look: Look, cells: int, stop: Stop, shown: int) -> Page:
    """What is counted so far; once everything is shown, what each body decided and what follows."""
    votes = order(look, stop)
    rows: list[Row] = []
    for party in parties(look, stop):
        own = [vote for vote in votes if look.names.scenario.groups[vote.group].party == party]
        seen = [vote for vote in votes[:shown] if vote in own]
        yes = sum(entry_weight(look, vote.group) for vote in seen if vote.yes)
        left = sum(entry_weight(look, vote.group) for vote in own if vote not in seen)
        rows.append(
            row(
                " ",
                Span(look.say("vote-count", side=look.names.party(party), yes=yes, needed=needed(look, stop, party), left=left), "strong"),
            )
        )
    if shown < len(votes):
        return Page(look.say("vote-so-far"), (*rows, *asked(look, cells, stop)))
    return Page(look.say("vote-result"), (*rows, *results(look, cells, stop)))


def needed(look: Look, stop: Stop, party: int) -> int:
    """The yes weight that a body asks for; 0 where it asks for none."""
    return next((each.amount for each in asks(look, stop, party) if each.kind == WEIGHT), 0)


def asks(look: Look, stop: Stop, party: int) -> Sequence[Condition]:
    """What a body asks for."""
    levels = levels_of(look, stop) or (None,) * len(look.view.issues)
    return conditions(look.view.known, Package(levels), appraised(look.view.known, levels).body_of(party))


def asked(look: Look, cells: int, stop: Stop) -> list[Row]:
    """What else each body asks for, in words."""
    rows: list[Row] = []
    for party in parties(look, stop):
        words = [condition_text(look, each) for each in asks(look, stop, party) if each.kind != WEIGHT]
        if words:
            rows += paragraph(look.say("vote-asks", side=look.names.party(party), what=look.names.listed(words)), cells, ink="soft")
    return rows


def results(look: Look, cells: int, stop: Stop) -> list[Row]:
    """What the bodies decided, and what follows."""
    rows: list[Row] = []
    for event in stop.events:
        if isinstance(event, h.BodyVoted):
            code = "tell-body-yes" if event.approves else "tell-body-no"
            rows += paragraph(look.say(code, side=look.names.party(event.party), weight=event.yes_weight), cells)
        elif isinstance(event, h.PackagePassed):
            rows += paragraph(look.say("tell-passed", package=look.names.package(event.levels)), cells, ink="strong")
    if not any(isinstance(event, h.PackagePassed) for event in stop.events):
        rows += paragraph(look.say("vote-failed"), cells, ink="strong")
    return rows


def words_heard(look: Look, stop: Stop) -> list[Line]:
    """What is heard of groups that show a word only."""
    found: list[Line] = []
    for event in stop.events:
        if isinstance(event, h.WordHeard):
            group = look.names.scenario.groups[event.group]
            if 0 <= event.word < len(group.words):
                word = look.names.text(group.words[event.word])
                found.append((Span(" "), Span(look.say("tell-word", group=look.names.text(group.short), word=word), "soft")))
    return found
