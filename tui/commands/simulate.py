"""simulate: many games between bots, counted, with intervals."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of
from tui.wording import say

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.lab.batch import Counted, Plan
    from sim.lab.statistics import Mean, Share


@click.command("simulate", help=helps_of("help-simulate", SCENARIO="help-scenario"))
@click.argument("scenario")
@click.option("--games", type=int, default=100, show_default=True, help=helps("help-games"))
@click.option("--seed", type=click.IntRange(0, 2**64 - 1), default=1, show_default=True, help=helps("help-seeds"))
@click.option("--bots", default=None, metavar="A,B", help=helps("help-bots"))
@click.option("--jobs", type=int, default=1, show_default=True, help=helps("help-jobs"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, scenario: str, games: int, seed: int, bots: str | None, jobs: int, as_json: bool, language: str) -> int:
    """Play the games and print what came of them."""
    from sim.lab.batch import Plan, counted, play_batch
    from sim.loading import load
    from tui.troubles import Stop

    if games < 1:
        raise Stop("cli-no-games")
    if jobs < 1:
        raise Stop("cli-no-jobs")
    loaded = load.scenario(scenario)
    plan = Plan(scenario, styles_of(loaded, bots), games, seed)
    with shown_progress(desk, games) as progress:
        found = counted(loaded, play_batch(plan, jobs, progress))
    if as_json:
        write_json(to_json(loaded, plan, found))
    else:
        show(desk, loaded, plan, found)
    return DONE


def styles_of(scenario: Scenario, bots: str | None) -> tuple[str, ...]:
    """One style a party: all named, or one for all."""
    from tui.commands.play import DEFAULT_STYLE, known_style
    from tui.troubles import Stop

    wanted = [known_style(word.strip()) for word in (bots or DEFAULT_STYLE).split(",")]
    if len(wanted) == 1:
        return tuple(wanted * len(scenario.parties))
    if len(wanted) != len(scenario.parties):
        raise Stop("cli-bots-count", count=len(scenario.parties))
    return tuple(wanted)


class shown_progress:
    """Progress on standard error while a person looks; nothing else ever goes there."""

    def __init__(self, desk: Desk, games: int) -> None:
        self.desk, self.games = desk, games
        self.stop: Callable[[], None] = lambda: None

    def __enter__(self) -> Callable[[int], None]:
        import sys

        from tui import console

        if not console.is_terminal(sys.stderr):
            return lambda done: None
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        bar = Progress(TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True), transient=True)
        task = bar.add_task(self.desk.say("cli-progress", done=0, games=self.games), total=self.games)
        bar.start()
        self.stop = bar.stop

        def told(done: int) -> None:
            bar.update(task, completed=done, description=self.desk.say("cli-progress", done=done, games=self.games))

        return told

    def __exit__(self, *fault: object) -> None:
        self.stop()


# --- for programs ---


def to_json(scenario: Scenario, plan: Plan, found: Counted) -> dict[str, object]:
    """Everything that was counted."""
    return {
        "note": say("en", "report-note"),  # the same bytes whatever the surroundings
        "scenario": scenario.id,
        "rules": scenario.rules_digest,
        "games": plan.games,
        "seed": plan.seed,
        "bots": {party.id: plan.styles[party.index] for party in scenario.parties},
        "agreement": share(found.agreement),
        "ratification": {
            "games": share(found.ratification),
            "votes": share(found.passed_votes) if found.passed_votes is not None else None,
            "accords_a_game": mean(found.accords),
            "packages_a_game": mean(found.packages),
            "lost_votes": {party: mean(each) for party, each in found.failed.items()},
        },
        "endings": {ending: share(each) for ending, each in found.endings.items()},
        "scores": {
            "utility": {party: mean(each) for party, each in found.utility.items()},
            "side": {party: mean(each) for party, each in found.side.items()},
            "joint": mean(found.joint),
            "efficiency": mean(found.efficiency),
            "alliance": mean(found.alliance),
        },
        "levels": {issue: {level: share(each) for level, each in levels.items()} for issue, levels in found.levels.items()},
        "events": {event: share(each) for event, each in found.events.items()},
        "levers": {lever: {"games": share(games), "uses": mean(uses)} for lever, (games, uses) in found.levers.items()},
        "initiatives_completed": mean(found.initiatives),
    }


def share(found: Share) -> dict[str, object]:
    """A share with its interval."""
    return {"count": found.count, "of": found.of, "share": plain(found.share), "low": plain(found.low), "high": plain(found.high)}


def mean(found: Mean) -> dict[str, object]:
    """A mean with its interval and spread."""
    spread = {"least": found.least, "p10": found.p10, "p50": found.p50, "p90": found.p90, "most": found.most}
    return {"mean": plain(found.mean), "low": plain(found.low), "high": plain(found.high), **spread}


def plain(number: Decimal) -> float:
    """A decimal of four places as JSON writes it; the shortest digits that give it back are its own."""
    return float(number)


# --- for people ---


def show(desk: Desk, scenario: Scenario, plan: Plan, found: Counted) -> None:
    """The counts as lines."""
    from tui import console

    bots = ", ".join(f"{party.id} {plan.styles[party.index]}" for party in scenario.parties)
    console.put(desk.say("cli-simulate-head", scenario=scenario.id, games=plan.games, seed=str(plan.seed), bots=bots))
    rows = [
        (desk.say("sim-agreement"), share_text(desk, found.agreement)),
        (desk.say("sim-ratification"), share_text(desk, found.ratification)),
    ]
    if found.passed_votes is not None:
        rows.append((desk.say("sim-votes"), share_text(desk, found.passed_votes)))
    for party in scenario.parties:
        name = party.short[desk.language]
        rows.append((desk.say("sim-utility", side=name), hundredths_text(desk, found.utility[party.id])))
        rows.append((desk.say("sim-side", side=name), mean_text(desk, found.side[party.id])))
    rows += [
        (desk.say("sim-joint"), mean_text(desk, found.joint)),
        (desk.say("sim-efficiency"), mean_text(desk, found.efficiency)),
        (desk.say("sim-packages"), mean_text(desk, found.packages)),
        (desk.say("sim-initiatives"), mean_text(desk, found.initiatives)),
    ]
    rows += [
        (desk.say("sim-ending", label=ending.label[desk.language]), share_text(desk, found.endings[ending.id]))
        for ending in scenario.endings
    ]
    for issue in scenario.issues:
        settled = {level: each for level, each in found.levels[issue.id].items() if each.count}
        texts = [
            f"{issue.levels[place].short[desk.language]} {percent(each.share)}"
            for place, (level, each) in enumerate(found.levels[issue.id].items())
            if level in settled
        ]
        rows.append((f"{issue.id} {issue.short[desk.language]}", ", ".join(texts)))
    for name, text in rows:
        console.put(f"{name}: {text}")
    console.put(desk.say("cli-simulate-note"))


def percent(number: Decimal) -> str:
    """A share as per cent with one decimal."""
    return f"{(number * 100).quantize(Decimal('0.1'))}%"


def share_text(desk: Desk, found: Share) -> str:
    """A share with its interval."""
    return desk.say(
        "sim-share", share=percent(found.share), low=percent(found.low), high=percent(found.high), count=found.count, of=found.of
    )


def mean_text(desk: Desk, found: Mean, scale: int = 1) -> str:
    """A mean with its interval."""
    middle, low, high = (str((number / scale).quantize(Decimal("0.1"))) for number in (found.mean, found.low, found.high))
    return desk.say("sim-mean", mean=middle, low=low, high=high)


def hundredths_text(desk: Desk, found: Mean) -> str:
    """A mean of hundredths, in points."""
    return mean_text(desk, found, 100)
