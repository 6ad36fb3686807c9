"""What both homes would have ratified by themselves at the opening: the best such package, and how many there were. For the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.space import points as points_at
from sim.analysis.winset import Share
from sim.study.ratifiable import Best, best_package, win_sets_of
from sim.table.debrief import Debrief
from tui.plain.names import Names, value


def opening_lines(names: Names, found: Debrief) -> Iterator[str]:
    """The best package that needs no groundwork, and the sizes of the win-sets, under the postures of the start."""
    postures = start_postures(names, found)
    best = best_package(names.scenario, postures)
    yield names.say("debrief-opening")
    yield best_line(names, best)
    sizes = win_sets_of(best.question)
    homes = [f"{names.party(party)} {share_text(names, each, sizes.exact)}" for party, each in enumerate(sizes.bodies)]
    yield names.say("debrief-win-sets", count=sizes.outcomes, homes=names.listed(homes), both=share_text(names, sizes.joint, sizes.exact))


def start_postures(names: Names, found: Debrief) -> tuple[int, ...]:
    """The posture of every party at the start."""
    first = {names.scenario.postures[held.posture].party: held.posture for held in sorted(found.postures, key=lambda held: -held.round)}
    return tuple(first[party.index] for party in names.scenario.parties)


def best_line(names: Names, best: Best) -> str:
    """The package with what it is worth, and how sure it is that there is no better one."""
    answer = best.answer
    if answer.outcome is None or best.package is None:
        return names.say("debrief-opening-none" if answer.proved else "debrief-opening-unknown")
    terms = [names.term(issue, level) for issue, level in best.package.named()]
    worth = [f"{names.party(party)} {value(each)}" for party, each in enumerate(points_at(best.question.space, answer.outcome))]
    code = "debrief-opening-best" if answer.proved else "debrief-opening-gap"
    return names.say(code, package=names.listed(terms), worth=names.listed(worth), gap=value(answer.gap or 0))


def share_text(names: Names, share: Share, exact: bool) -> str:
    """A share of the packages, with its interval where it was drawn."""
    if exact:
        return f"{hundredths(share.share)} %"
    return names.say("debrief-share", share=hundredths(share.share), low=hundredths(share.low), high=hundredths(share.high))


def hundredths(number: int) -> str:
    """Hundredths of a per cent as per cent, to a tenth."""
    tenths = (number + 5) // 10
    return f"{tenths // 10}.{tenths % 10}"
