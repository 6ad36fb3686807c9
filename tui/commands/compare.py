"""compare: two rule files, the same seeds and the same bots, game for game; what changed, how surely, and by which change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from tui.cli import DONE, STOPPED
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.lab.compare import Comparison
    from sim.lab.running import Engine, Found
    from sim.loading.checking import Target
    from sim.loading.diff import Diff
    from sim.loading.load import Read
    from tui.comparing.attribute import Effect

MOST_CHANGES = 20
WORTH_COMPILING = 400  # pairs of games that take longer to interpret than the compiler takes


@dataclass(slots=True)
class Asked:
    """What was asked for: names as typed, games, seed, styles of the mix."""

    before: str
    after: str
    games: int
    seed: int
    bots: tuple[str, ...]

    def record_of(self, name: str, index: int) -> str:
        """The command that writes one game of one of the two as a record."""
        from shlex import join

        mix = ["--bots", ",".join(self.bots)] if self.bots else []
        return join(["nemawashi", "lab", name, "--seed", str(self.seed), *mix, "--replay", str(index)])


@dataclass(slots=True)
class Played:
    """Both files and the games of each. comparison: None before the first pair of games; effects: of each change alone, if asked."""

    reads: tuple[Read, Read]
    changes: Diff
    scenarios: tuple[Scenario, Scenario]
    found: tuple[Found, Found]
    comparison: Comparison | None = None
    effects: list[Effect] = field(default_factory=list)
    stopped: bool = False


@click.command("compare", help=helps_of("help-compare", A="help-compare-names", B="help-compare-names"))
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--games", type=int, default=1000, show_default=True, help=helps("help-games"))
@click.option("--seed", type=click.IntRange(0, 2**64 - 1), default=1, show_default=True, help=helps("help-seeds"))
@click.option("--bots", default=None, metavar="A,B..", help=helps("help-lab-bots"))
@click.option("--jobs", type=int, default=None, help=helps("help-lab-jobs"))
@click.option("--attribute", is_flag=True, help=helps("help-attribute"))
@as_json
@lang
@click.pass_obj
def command(
    desk: Desk,
    before: str,
    after: str,
    games: int,
    seed: int,
    bots: str | None,
    jobs: int | None,
    attribute: bool,
    as_json: bool,
    language: str,
) -> int:
    """Play both files and print what is different."""
    from tui.troubles import Stop

    if games < 1:
        raise Stop("cli-no-games")
    if jobs is not None and jobs < 1:
        raise Stop("cli-no-jobs")
    asked = Asked(before, after, games, seed, styles_of(bots))
    played = prepared(asked)
    play(desk, asked, played, jobs, attribute)
    if played.comparison is None:
        raise Stop("compare-nothing-played", exit=STOPPED)
    if as_json:
        from tui.comparing.for_programs import to_json

        write_json(to_json(asked, played, attribute))
    else:
        show(desk, asked, played, attribute)
    return STOPPED if played.stopped else DONE


def styles_of(bots: str | None) -> tuple[str, ...]:
    """The styles of the mix, each once; () for the usual ones."""
    from tui.commands.play import known_style

    return tuple(dict.fromkeys(known_style(word.strip()) for word in bots.split(","))) if bots is not None else ()


# --- playing ---


def prepared(asked: Asked) -> Played:
    """Both files read, their differences, and two sweeps without games. Raises Broken, Stop."""
    from sim.lab.running import Found
    from sim.lab.sweep import FIELD, Sweep, all_pairs, setting_of
    from sim.loading.checking import SCENARIO
    from sim.loading.diff import differences
    from tui.commands.rules.diff import target_of
    from tui.troubles import Stop

    targets = target_of(asked.before), target_of(asked.after)
    for name, target in zip((asked.before, asked.after), targets, strict=True):
        if target.kind != SCENARIO:
            raise Stop("compare-needs-scenario", name=name)
    (before, one), (after, other) = made_of(targets)
    if len(one.parties) != len(other.parties):
        counts = {"first": len(one.parties), "second": len(other.parties)}
        raise Stop("compare-other-sides", before=asked.before, after=asked.after, **counts)
    pairs = all_pairs(asked.bots or FIELD, len(one.parties))
    found = Found(Sweep(setting_of(one), pairs, asked.seed)), Found(Sweep(setting_of(other), pairs, asked.seed))
    return Played((before, after), differences(before, after), (one, other), found)


def made_of(targets: tuple[Target, Target]) -> list[tuple[Read, Scenario]]:
    """Both as documents and as scenarios, each read once. Raises Broken with the problems of both."""
    from sim.errors import Broken
    from sim.loading.load import compiled
    from tui.commands.rules.diff import read_one

    reads = {target: read_one(target) for target in targets}
    made = {target: compiled(source) for target, source in reads.items()}
    scenarios = {target: scenario for target, (scenario, _) in made.items() if scenario is not None}
    if len(scenarios) < len(made):
        raise Broken(problem for _, problems in made.values() for problem in problems if problem.severity == "error")
    return [(reads[target], scenarios[target]) for target in targets]


def play(desk: Desk, asked: Asked, played: Played, jobs: int | None, attribute: bool) -> None:
    """All games; Ctrl+C keeps those that both files have played."""
    from sim.lab.running import engine_for

    is_long = asked.games >= WORTH_COMPILING
    engine = engine_for(jobs or (None if is_long else 1), compile_=is_long)
    try:
        play_pairs(desk, asked, played, engine)
        if attribute and played.comparison is not None and not played.stopped:
            play_each(desk, asked, played, engine)
    finally:
        why, detail = engine.why_slow, engine.detail
        engine.close()
    tell_slow(desk, why, detail)


def play_pairs(desk: Desk, asked: Asked, played: Played, engine: Engine) -> None:
    """Both files, in turns."""
    from sim.lab.alike import names_of
    from sim.lab.compare import compared, play_both
    from tui.commands.simulate import shown_progress

    old, new = played.found
    try:
        with shown_progress(desk, asked.games) as progress:
            for games in play_both(engine, old, new, asked.games):
                progress(games)
    except KeyboardInterrupt:
        played.stopped = True
    if min(old.games, new.games):
        played.comparison = compared(played.scenarios[0], old, played.scenarios[1], new, names_of(played.changes.renames))


def play_each(desk: Desk, asked: Asked, played: Played, engine: Engine) -> None:
    """Every change by itself, and last what all do together."""
    from sim.loading.alone import each_alone
    from tui.commands.simulate import shown_progress
    from tui.comparing.attribute import Effect, corrected, effects_of, main_rows

    assert played.comparison is not None
    together = Effect("", played.comparison, main_rows(played.comparison))
    try:
        changes = each_alone(*played.reads, played.changes) if played.changes.meaning else ()
        with shown_progress(desk, asked.games) as progress:
            for effect in effects_of(engine, played.scenarios[0], played.found[0], changes, progress):
                played.effects.append(effect)
    except KeyboardInterrupt:
        played.stopped = True
    if played.effects:
        played.effects = corrected([*played.effects, together])


def tell_slow(desk: Desk, why: str, detail: str) -> None:
    """Why games were not played by machine code, to standard error; nothing where they were few."""
    from tui import console

    if why and why != "not-compiled":
        console.note(desk.say(f"compare-slow-{why}", detail=detail))


# --- for people ---


def show(desk: Desk, asked: Asked, played: Played, attribute: bool) -> None:
    """What changed in the files, then in the games."""
    from tui import console
    from tui.comparing.columns import listed
    from tui.comparing.table import table_lines

    comparison = played.comparison
    assert comparison is not None
    show_difference(desk, asked, played.changes)
    lines = ["", desk.say("compare-head", before=asked.before, after=asked.after, games=comparison.games, seed=str(asked.seed))]
    lines += listed(desk.say("compare-bots", bots=" ".join(asked.bots or usual_bots())))
    if comparison.games < asked.games:
        lines.append(desk.say("compare-stopped", done=comparison.games, games=asked.games))
    lines += ["", *table_lines(desk, comparison, *played.scenarios)]
    if not comparison.is_same:
        lines += ["", *flip_lines(desk, asked, played, comparison)]
    if attribute:
        lines += ["", *parts_lines(desk, asked, played)]
    lines += ["", *listed(desk.say("compare-note"))]
    for line in lines:
        console.put(line)


def show_difference(desk: Desk, asked: Asked, changes: Diff) -> None:
    """What the two say differently, as `rules diff` shows it; of very many changes the first."""
    from shlex import join

    from tui import console
    from tui.commands.rules.diff import show_changes, show_each

    if len(changes.meaning) + len(changes.renames) <= MOST_CHANGES:
        show_changes(desk, changes, with_texts=False)
        return
    console.put(desk.say("diff-head", count=len(changes.meaning)))
    show_each(desk, changes.meaning[:MOST_CHANGES])
    rest = len(changes.changes) - len(changes.meaning[:MOST_CHANGES])
    console.put(desk.say("compare-more-changes", count=rest, command=join(["nemawashi", "rules", "diff", asked.before, asked.after])))


def usual_bots() -> tuple[str, ...]:
    """The styles that play where none are named."""
    from sim.lab.sweep import FIELD

    return FIELD


def flip_lines(desk: Desk, asked: Asked, played: Played, comparison: Comparison) -> list[str]:
    """The first game whose outcome flips, side by side, and how to see it again."""
    from tui.comparing.columns import listed
    from tui.comparing.transcript import transcript_lines

    flip = comparison.flip
    if flip is None:
        return listed(desk.say("compare-no-flip"))
    sweep = played.found[0].sweep
    bots = ", ".join(f"{party.id} {style}" for party, style in zip(played.scenarios[0].parties, sweep.pair_of(flip), strict=True))
    lines = listed(desk.say("compare-flip", number=flip, seed=str(sweep.seed_of_game(flip)), bots=bots))
    games = [found.sweep.at_table(scenario, flip) for scenario, found in zip(played.scenarios, played.found, strict=True)]
    lines += transcript_lines(desk, *games)
    lines.append(desk.say("compare-replay"))
    return [*lines, *(f"  {asked.record_of(name, flip)}" for name in (asked.before, asked.after))]


def parts_lines(desk: Desk, asked: Asked, played: Played) -> list[str]:
    """What every change does alone."""
    from tui.comparing.attribute import attribute_lines

    if not played.effects:
        return [desk.say("compare-stopped-attribute" if played.stopped else "compare-attribute-none")]
    lines = list(attribute_lines(desk, played.effects, played.scenarios[0]))
    is_whole = played.comparison is not None and played.comparison.games == asked.games
    return [*lines, desk.say("compare-stopped-attribute")] if played.stopped and is_whole else lines
