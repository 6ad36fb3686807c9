"""lab: the balance of a scenario, from the solver and from many games between bots; a screen, text, or data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import console
from tui.cli import DONE, STOPPED
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sim.domain import Scenario
    from sim.lab.measures import Measure
    from tui.lab.bench import Bench, Plan
    from tui.lab.figures import Figures

STANDARD = "-"


@click.command("lab", help=helps_of("help-lab", SCENARIO="help-scenario"))
@click.argument("scenario")
@click.option("--games", type=int, default=None, help=helps("help-lab-games"))
@click.option("--seconds", type=float, default=None, help=helps("help-lab-seconds"))
@click.option("--more", is_flag=True, help=helps("help-lab-more"))
@click.option("--seed", type=click.IntRange(0, 2**64 - 1), default=1, show_default=True, help=helps("help-seeds"))
@click.option("--bots", default=None, metavar="A,B,...", help=helps("help-lab-bots"))
@click.option("--jobs", type=int, default=None, help=helps("help-lab-jobs"))
@click.option("--plain", is_flag=True, help=helps("help-lab-plain"))
@click.option("--csv", "csv_file", metavar="FILE|-", default=None, help=helps("help-lab-csv"))
@click.option("--which", metavar="MEASURE", default=None, help=helps("help-lab-which"))
@click.option("--replay", type=int, metavar="INDEX", default=None, help=helps("help-lab-replay"))
@click.option("--record", type=click.Path(path_type=Path, dir_okay=False), default=None, help=helps("help-lab-record"))
@click.option("--no-compile", is_flag=True, help=helps("help-lab-no-compile"))
@as_json
@lang
@click.pass_obj
def command(
    desk: Desk,
    scenario: str,
    games: int | None,
    seconds: float | None,
    more: bool,
    seed: int,
    bots: str | None,
    jobs: int | None,
    plain: bool,
    csv_file: str | None,
    which: str | None,
    replay: int | None,
    record: Path | None,
    no_compile: bool,
    as_json: bool,
    language: str,
) -> int:
    """Look after what was asked for, then open the screen, or play and print."""
    from tui.lab.bench import USUAL_SECONDS, Plan
    from tui.seated import has_screen
    from tui.troubles import Stop

    refuse_numbers(games, seconds, jobs, replay)
    if csv_file == STANDARD and (as_json or which is not None):
        raise Stop("lab-one-output")
    plan = Plan(scenario, styles_of(desk, bots), seed, games or 0, seconds or USUAL_SECONDS, more, jobs, not no_compile)
    if replay is not None:
        return write_game(desk, plan, replay, record)
    if not (plain or as_json or csv_file is not None or which is not None) and has_screen():
        from tui.lab.app import run_lab

        return run_lab(desk, plan)
    return printed(desk, plan, csv_file, which, as_json)


def refuse_numbers(games: int | None, seconds: float | None, jobs: int | None, replay: int | None) -> None:
    """Numbers that mean nothing. Raises Stop."""
    from tui.troubles import Stop

    if games is not None and games < 1:
        raise Stop("cli-no-games")
    if jobs is not None and jobs < 1:
        raise Stop("cli-no-jobs")
    if seconds is not None and not 0 < seconds < float("inf"):
        raise Stop("lab-no-seconds")
    if games is not None and seconds is not None:
        raise Stop("lab-games-or-time")
    if replay is not None and replay < 0:
        raise Stop("lab-no-index")


def styles_of(desk: Desk, bots: str | None) -> tuple[str, ...]:
    """The styles of the mix, each once; `-` and `_` are the same. Raises Stop for one that there is not."""
    from sim.lab.sweep import FIELD, STYLE_NAMES
    from tui.troubles import Stop

    if bots is None:
        return FIELD
    found = []
    for word in bots.split(","):
        style = word.strip().replace("-", "_")
        if style not in STYLE_NAMES:
            raise Stop("lab-no-such-bot", name=word.strip(), near=near_to(desk, style, STYLE_NAMES, "lab-styles-known"))
        found.append(style)
    return tuple(dict.fromkeys(found))


def near_to(desk: Desk, name: str, known: Iterable[str], otherwise: str, shown: str = "") -> str:
    """What was probably meant; else what there is."""
    from sim.errors import closest

    every = list(known)
    near = closest(name, every)
    if near:
        return desk.say("lab-did-you-mean", near=near[0])
    return desk.say(otherwise, known=shown or " ".join(every))


# --- as text or data ---


def printed(desk: Desk, plan: Plan, csv_file: str | None, which: str | None, as_json: bool) -> int:
    """Play, then print what came of it. Ctrl+C ends the games, not what is printed."""
    from sim.loading import load
    from tui.lab.bench import Bench, engine_of

    loaded = load.scenario(plan.name)
    measure = None if which is None else measure_of(desk, loaded, which)
    bench = Bench(plan, engine_of(plan))
    try:
        bench.take(loaded)
        played(desk, bench)
        bench.exact.wait()
        figures = bench.settled()
    finally:
        bench.close()
    if not as_json:
        tell_engine(desk, figures)
    put(desk, figures, csv_file, measure, as_json)
    return STOPPED if figures.stopped else DONE


def measure_of(desk: Desk, scenario: Scenario, name: str) -> Measure:
    """A measure by its id. Raises Stop for one that there is not."""
    from sim.lab.measures import by_id
    from tui.troubles import Stop

    known = by_id(scenario)
    if name not in known:
        some = " ".join(dict.fromkeys({each.group: each.id for each in known.values()}.values()))
        raise Stop("lab-no-such-measure", name=name, near=near_to(desk, name, known, "lab-measures-known", some))
    return known[name]


def played(desk: Desk, bench: Bench) -> None:
    """Play until there is enough, or until Ctrl+C, which never cuts a game in two."""
    import signal
    import threading

    from tui.commands.simulate import shown_progress

    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, lambda *_: bench.stop()) if is_main else None
    try:
        with shown_progress(desk, bench.aim) as progress:
            bench.play_all(progress)
    finally:
        if is_main:
            signal.signal(signal.SIGINT, before)


def tell_engine(desk: Desk, figures: Figures) -> None:
    """That the compiler was not done in time, on standard error; why games are interpreted stands above the figures."""
    if figures.engine.slow == "compiling":
        console.note(desk.say("lab-slow-cut-short"))


def put(desk: Desk, figures: Figures, csv_file: str | None, measure: Measure | None, as_json: bool) -> None:
    """Everything, or the games behind one figure."""
    from tui.lab import export, text
    from tui.lab.which import games_with

    if csv_file is not None:
        write_csv(desk, figures, csv_file)
    if measure is not None:
        games = games_with(figures.found, measure)
        if as_json:
            write_json(export.games_to_json(games))
        else:
            lines = text.list_lines(figures, measure.id, games, desk.language)
            console.put("\n".join(lines))
    elif as_json:
        write_json(export.to_json(figures))
    elif csv_file is None:
        console.put("\n".join(text.text_lines(figures, desk.language, is_drawn())))


def is_drawn() -> bool:
    """Whether standard output can show drawn signs."""
    import sys

    return str(getattr(sys.stdout, "encoding", "")).lower() in console.UTF8


def write_csv(desk: Desk, figures: Figures, name: str) -> None:
    """Every game as a line, to a file or to standard output."""
    import sys

    from tui.lab.export import write_csv

    if name == STANDARD:
        write_csv(figures, sys.stdout)
        return
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        write_csv(figures, file)
    console.note(desk.say("lab-csv-written", games=figures.games, file=name))


# --- one game ---


def write_game(desk: Desk, plan: Plan, index: int, record: Path | None) -> int:
    """One game of the run as a record."""
    from sim.lab.sweep import Sweep, all_pairs, setting_of
    from sim.loading import load
    from tui.commands.play import refuse_existing
    from tui.lab.which import write_record

    refuse_existing(record)
    loaded = load.scenario(plan.name)
    sweep = Sweep(setting_of(loaded), all_pairs(plan.styles, len(loaded.parties)), plan.seed)
    path = write_record(loaded, sweep, index, record)
    console.put(desk.say("lab-replay-written", index=index, record=str(path)))
    return DONE
