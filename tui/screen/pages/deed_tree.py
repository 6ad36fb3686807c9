"""Everything a seat may do as a tree of rows: acts one by one, kinds with many forms behind one row, sheets where acts are put together.

Every act of the options stands somewhere in it. A kind that is closed altogether has one row, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table.actions import Action, answer, courses, offer, plain
from sim.table.facts import Case, facts_of
from sim.table.option_values import Option, Options
from sim.table.refusals import REFUSALS
from sim.table.spaces import Probe
from tui.plain.acts import ACT_WORDS
from tui.screen.look import Look

ASKED = (c.ACT_CHOOSE, c.ACT_POSTPONE, c.ACT_TAKE, c.ACT_DECLINE, c.ACT_AGREE)
STEP = (c.ACT_ACCEPT, c.ACT_HOLD, c.ACT_BREAK, c.ACT_SUBMIT, c.ACT_KEEP_BACK, c.ACT_DONE)
FEW = 3  # forms of a kind that still stand one by one
ONLY_SOMETIMES = (c.NOT_YOUR_NAMING, c.NO_SUCH_POSTURE)  # reasons that say: never for this side


@dataclass(frozen=True, slots=True)
class Deed:
    """A row. option: an act; sheet: another sheet on which it is done; inside: the rows behind it. kind, about: what they share."""

    key: str
    option: Option | None = None
    sheet: str = ""
    inside: tuple[Deed, ...] = ()
    kind: int = -1
    about: int = UNSET

    @property
    def is_open(self) -> bool:
        """Whether it can be done, or holds something that can."""
        if self.option is not None:
            return self.option.is_open
        return bool(self.sheet) or any(each.is_open for each in self.inside)


Group = tuple[str, tuple[Deed, ...]]


def key_of(action: Action) -> str:
    """By what a row is known."""
    return f"{action.kind} {action.a} {action.b} {action.c} {action.d}"


def tree(look: Look) -> list[Group]:
    """Titles with their rows: what is asked comes first."""
    options = look.options
    if options is None:
        return []
    groups: list[Group] = [
        ("asked", singles(options, ASKED)),
        ("sheets", tuple(sheets(look, options))),
        ("cards", singles(options, (c.ACT_DEMAND,))),
        ("levers", tuple(levers(options))),
        ("joint", singles(options, (c.ACT_INITIATIVE,))),
        ("learn", tuple(learning(look, options))),
        ("other", singles(options, (c.ACT_PACK,))),
        ("links", tuple(linking(look, options))),
        ("moves", tuple(moving(look, options))),
        ("step", singles(options, STEP)),
    ]
    return [(title, rows) for title, rows in groups if rows]


def walk(groups: Sequence[Group]) -> Iterator[Deed]:
    """Every row, those behind others too."""
    for _, rows in groups:
        yield from below(rows)


def below(rows: Sequence[Deed]) -> Iterator[Deed]:
    """Rows and what lies behind them."""
    for deed in rows:
        yield deed
        yield from below(deed.inside)


# --- rows ---


def single(option: Option) -> Deed:
    """The row of one act."""
    return Deed(key_of(option.action), option, kind=option.action.kind)


def singles(options: Options, kinds: Sequence[int]) -> tuple[Deed, ...]:
    """A row for each act of some kinds."""
    return tuple(single(option) for kind in kinds for option in options.of_kind(kind))


def folded(kind: int, found: Sequence[Option], about: int = UNSET) -> Deed:
    """Several acts behind one row."""
    return Deed(f"fold {kind} {about}", inside=tuple(map(single, found)), kind=kind, about=about)


def of_kind(look: Look, options: Options, kind: int, candidate: Action | None) -> Iterator[Deed]:
    """The acts of a kind: one by one, or behind one row; where there is none, one row that says why. candidate: an act to ask about."""
    found = options.of_kind(kind)
    if len(found) > FEW:
        yield folded(kind, found)
    elif found:
        yield from map(single, found)
    elif candidate is not None:
        yield from closed(look, options, candidate)


def closed(look: Look, options: Options, candidate: Action) -> Iterator[Deed]:
    """The row of a kind that is closed: an act of it, with the reason."""
    probe = options.probe
    if probe is None:
        return
    code = probe.code(candidate)
    if code != c.ALLOWED and code not in ONLY_SOMETIMES:
        yield Deed(f"closed {candidate.kind}", refused(look, probe, candidate, code), kind=candidate.kind)


def refused(look: Look, probe: Probe, action: Action, code: int) -> Option:
    """An act that is closed, with what the refusal carries."""
    known = look.view.known
    seat = known.seating.named(action.seat)
    probe.code(action)  # the argument of the act stands in the mask again
    return Option(action, 0, REFUSALS[code], facts_of(code, Case(probe.scenario, known.seating, probe.t, probe.m, seat, action)))


def sheets(look: Look, options: Options) -> Iterator[Deed]:
    """What is put together on a sheet of its own: answers, courses, packages, groundwork."""
    seat, party = options.seat, look.names.seating.named(options.seat).party
    if any(option.is_open for option in options.of_kind(c.ACT_ANSWER)):
        yield Deed("sheet answer", sheet="response", kind=c.ACT_ANSWER)
    elif look.view.demands and look.view.known.t[k.T_DEMAND_OF] == party:
        yield from closed(look, options, answer(seat, 0, s.ANSWER_HOLD))
    if options.courses is not None:
        yield Deed("sheet course", sheet="response", kind=c.ACT_COURSE)
    else:
        yield from closed_course(look, options, party)
    if options.offer is not None:
        yield Deed("sheet offer", sheet="composer", kind=c.ACT_OFFER)
    else:
        yield from closed(look, options, offer(seat, (None,) * len(look.view.issues)))
    if options.suggestion is not None:
        yield Deed("sheet suggest", sheet="composer", kind=c.ACT_SUGGEST)
    own = [group.index for group in look.names.scenario.groups if group.party == party]
    if options.groundwork is not None:
        yield Deed("sheet groundwork", sheet="home", kind=c.ACT_GROUNDWORK)
    elif own:
        yield from closed(look, options, plain(seat, c.ACT_GROUNDWORK, own[0], 1))


def closed_course(look: Look, options: Options, party: int) -> Iterator[Deed]:
    """Points that cannot be placed now, where the side has courses."""
    every = look.names.scenario.courses
    own = next((course.index for course in every if course.party == party), None)
    if own is not None:
        yield from closed(look, options, courses(options.seat, [1 if course.index == own else 0 for course in every]))


def levers(options: Options) -> Iterator[Deed]:
    """The levers: one row each, what they may be played on behind it."""
    found = options.of_kind(c.ACT_LEVER)
    for lever in dict.fromkeys(option.action.a for option in found):
        forms = [option for option in found if option.action.a == lever]
        yield single(forms[0]) if len(forms) == 1 else folded(c.ACT_LEVER, forms, lever)


def learning(look: Look, options: Options) -> Iterator[Deed]:
    """Probes, consults, naming the posture."""
    yield from singles(options, (c.ACT_PROBE,))
    seat, scenario = options.seat, look.names.scenario
    party = look.names.seating.named(seat).party
    group = next((group.index for group in scenario.groups if group.party == party), None)
    yield from of_kind(look, options, c.ACT_CONSULT, plain(seat, c.ACT_CONSULT, group) if group is not None else None)
    by, about = look.view.known.t[k.T_NAMING_BY], look.view.known.t[k.T_NAMING_OF]
    posture = next((posture.index for posture in scenario.postures if posture.party == about), None) if by == party else None
    yield from of_kind(look, options, c.ACT_GUESS, plain(seat, c.ACT_GUESS, posture) if posture is not None else None)


def linking(look: Look, options: Options) -> Iterator[Deed]:
    """Links: an issue, and behind it the issues to link it with; then the ends of links."""
    found = options.of_kind(c.ACT_LINK)
    if len(found) > FEW:
        yield Deed(f"fold {c.ACT_LINK} {UNSET}", inside=tuple(by_issue(found, c.ACT_LINK)), kind=c.ACT_LINK)
    else:
        yield from of_kind(look, options, c.ACT_LINK, plain(options.seat, c.ACT_LINK, 0, 1) if len(look.view.issues) > 1 else None)
    link = next(iter(look.view.links), None)
    yield from of_kind(look, options, c.ACT_UNLINK, plain(options.seat, c.ACT_UNLINK, link.a, link.b) if link is not None else None)


def by_issue(found: Sequence[Option], kind: int) -> Iterator[Deed]:
    """One row an issue, every pair with it behind the row; each pair stands behind both of its issues."""
    issues = sorted({issue for option in found for issue in (option.action.a, option.action.b)})
    for issue in issues:
        yield folded(kind, [option for option in found if issue in (option.action.a, option.action.b)], issue)


def moving(look: Look, options: Options) -> Iterator[Deed]:
    """Executive moves, and moves against the other side."""
    for kind in (c.ACT_DECIDE, c.ACT_REOPEN):
        yield from of_kind(look, options, kind, candidate_move(look, options, kind))


def candidate_move(look: Look, options: Options, kind: int) -> Action | None:
    """A move to ask about: the first issue that the side may move, by a level."""
    party = look.names.seating.named(options.seat).party
    for issue in look.names.scenario.issues:
        level = look.view.issues[issue.index].level + 1
        if party in issue.moved_by:
            return plain(options.seat, kind, issue.index, level if level < len(issue.levels) else level - 2)
    return None


# --- lists behind rows ---


def opened(groups: Sequence[Group], path: Sequence[str]) -> tuple[list[Group], tuple[Deed, ...]]:
    """The list at the end of a path of keys, and the rows on the way; as far as they are still there."""
    trail: list[Deed] = []
    for key in path:
        rows = trail[-1].inside if trail else tuple(deed for _, rows in groups for deed in rows)
        found = next((deed for deed in rows if deed.key == key and deed.inside), None)
        if found is None:
            break
        trail.append(found)
    if not trail:
        return list(groups), ()
    return [(title_of(trail[-1]), trail[-1].inside)], tuple(trail)


TITLES: dict[int, str] = {c.ACT_LEVER: "levers", c.ACT_LINK: "links", c.ACT_UNLINK: "links", c.ACT_CONSULT: "learn", c.ACT_GUESS: "learn"}


def title_of(deed: Deed) -> str:
    """The title of the list behind a row."""
    return TITLES.get(deed.kind, "moves")


def find(groups: Sequence[Group], wanted: Callable[[Deed], bool]) -> Deed | None:
    """The first row of a list that fits."""
    return next((deed for _, rows in groups for deed in rows if wanted(deed)), None)


def word_of(deed: Deed) -> str:
    """The word of the kind of act."""
    return ACT_WORDS[deed.kind]
