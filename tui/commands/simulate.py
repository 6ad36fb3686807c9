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
    from sim.lab.counted import Counted
    from sim.lab.running import Found
    from sim.lab.statistics import Mean, Share

WORTH_COMPILING = 1000  # games that take longer to interpret than the compiler takes


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
    from sim.lab.counted import counted
    from sim.lab.running import Found, engine_for, run
    from sim.lab.sweep import Sweep, setting_of
    from sim.loading import load
    from tui.troubles import Stop

    if games < 1:
        raise Stop("cli-no-games")
    if jobs < 1:
        raise Stop("cli-no-jobs")
    loaded = load.scenario(scenario)
    found = Found(Sweep(setting_of(loaded), (styles_of(loaded, bots),), seed))
    engine = engine_for(jobs, compile_=games >= WORTH_COMPILING)
    try:
        with shown_progress(desk, games) as progress:
            for so_far in run(engine, found, games):
                progress(so_far.games)
    finally:
        engine.close()
    if as_json:
        write_json(to_json(loaded, found, counted(loaded, found)))
    else:
        show(desk, loaded, found, counted(loaded, found))
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


def to_json(scenario: Scenario, played: Found, found: Counted) -> dict[str, object]:
    """Everything that was counted."""
    shares, means, parties = found.shares, found.means, [party.id for party in scenario.parties]
    return {
        "note": say("en", "report-note"),  # the same bytes whatever the surroundings
        "scenario": scenario.id,
        "rules": scenario.rules_digest,
        "games": found.games,
        "seed": played.sweep.seed,
        "bots": dict(zip(parties, played.sweep.pairs[0], strict=True)),
        "agreement": share(shares["agreement"]),
        "ratification": {
            "games": share(shares["ratification"]),
            "votes": share(found.passed_votes) if found.passed_votes is not None else None,
            "accords_a_game": mean(means["accords"]),
            "packages_a_game": mean(means["packages"]),
            "lost_votes": {party: mean(means[f"failed.{party}"]) for party in parties},
        },
        "endings": {ending: share(each) for ending, each in found.of_group("ending").items()},
        "scores": {
            "utility": {party: mean(means[f"utility.{party}"]) for party in parties},
            "side": {party: mean(means[f"side.{party}"]) for party in parties},
            "joint": mean(means["joint"]),
            "efficiency": mean(means["efficiency"]),
            "alliance": mean(means["alliance"]),
        },
        "levels": {
            issue.id: {level.id: share(shares[f"level.{issue.id}.{level.id}"]) for level in issue.levels} for issue in scenario.issues
        },
        "events": {event: share(each) for event, each in found.of_group("event").items()},
        "levers": {lever: {"games": share(each), "uses": mean(found.uses[lever])} for lever, each in found.of_group("lever").items()},
        "initiatives_completed": mean(means["initiatives"]),
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


def show(desk: Desk, scenario: Scenario, played: Found, found: Counted) -> None:
    """The counts as lines."""
    from tui import console

    bots = ", ".join(f"{party.id} {style}" for party, style in zip(scenario.parties, played.sweep.pairs[0], strict=True))
    console.put(desk.say("cli-simulate-head", scenario=scenario.id, games=found.games, seed=str(played.sweep.seed), bots=bots))
    for name, text in (*main_rows(desk, scenario, found), *level_rows(desk, scenario, found)):
        console.put(f"{name}: {text}")
    console.put(desk.say("cli-simulate-note"))


def main_rows(desk: Desk, scenario: Scenario, found: Counted) -> list[tuple[str, str]]:
    """Agreement, scores and endings."""
    shares, means = found.shares, found.means
    rows = [(desk.say(f"sim-{each}"), share_text(desk, shares[each])) for each in ("agreement", "ratification")]
    if found.passed_votes is not None:
        rows.append((desk.say("sim-votes"), share_text(desk, found.passed_votes)))
    for party in scenario.parties:
        name = party.short[desk.language]
        rows.append((desk.say("sim-utility", side=name), hundredths_text(desk, means[f"utility.{party.id}"])))
        rows.append((desk.say("sim-side", side=name), mean_text(desk, means[f"side.{party.id}"])))
    rows += [(desk.say(f"sim-{each}"), mean_text(desk, means[each])) for each in ("joint", "efficiency", "packages", "initiatives")]
    endings = found.of_group("ending")
    rows += [(desk.say("sim-ending", label=each.label[desk.language]), share_text(desk, endings[each.id])) for each in scenario.endings]
    return rows


def level_rows(desk: Desk, scenario: Scenario, found: Counted) -> list[tuple[str, str]]:
    """Where each issue stood at the end."""
    rows = []
    for issue in scenario.issues:
        shares = [(level, found.shares[f"level.{issue.id}.{level.id}"]) for level in issue.levels]
        texts = [f"{level.short[desk.language]} {percent(each.share)}" for level, each in shares if each.count]
        rows.append((f"{issue.id} {issue.short[desk.language]}", ", ".join(texts)))
    return rows


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
