"""play: a new game, as lines of text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.options import lang
from tui.desk import Desk
from tui.program import helps, helps_of
from tui.seated import Seated, has_screen, play_plain

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.table.seating import Seating

BOTH, NONE = "both", "none"
DEFAULT_STYLE = "tradeoff"


@click.command("play", help=helps_of("help-play", SCENARIO="help-scenario"))
@click.argument("scenario", required=False)
@click.option("--as", "side", metavar="PARTY|both|none", default=None, help=helps("help-as"))
@click.option("--seats", default=None, metavar="PARTY:N,...", help=helps("help-seats"))
@click.option("--bot", default=None, metavar="STYLE", help=helps("help-bot"))
@click.option("--bots", default=None, metavar="A,B", help=helps("help-bots"))
@click.option("--seed", type=click.IntRange(0, 2**64 - 1), default=None, help=helps("help-seed"))
@click.option("--plain", is_flag=True, help=helps("help-plain"))
@click.option("--record", type=click.Path(path_type=Path, dir_okay=False), default=None, help=helps("help-record"))
@lang
@click.pass_obj
def command(
    desk: Desk,
    scenario: str | None,
    side: str | None,
    seats: str | None,
    bot: str | None,
    bots: str | None,
    seed: int | None,
    plain: bool,
    record: Path | None,
    language: str,
) -> int:
    """Play a new game to its end, or until it is left."""
    refuse_existing(record)

    def seated(scenario_of: Callable[[str], Scenario] | None = None) -> Seated:
        return set_table(desk, scenario or first_game(), side, seats, bot, bots, seed, record, scenario_of=scenario_of)

    if plain or not has_screen():
        return play_plain(desk, seated())
    from tui.apart import begin
    from tui.apart import scenario as read_apart

    begin(scenario or first_game())
    from tui.screen.run import run_game

    return run_game(desk, lambda: seated(read_apart))


def set_table(
    desk: Desk,
    name: str,
    side: str | None = None,
    seats: str | None = None,
    bot: str | None = None,
    bots: str | None = None,
    seed: int | None = None,
    record: Path | None = None,
    languages: dict[str, str] | None = None,
    scenario_of: Callable[[str], Scenario] | None = None,
) -> Seated:
    """A new game with everybody seated and its record begun. languages: by shown seat id, where it is not that of the run.

    scenario_of: who reads a scenario; default: the loader. Raises Broken, RecordError, Stop.
    """
    import secrets

    from sim.lab.turns import Turns
    from sim.table.game import Game
    from sim.table.keeping import start_record
    from tui.plain.opponents import make

    scenario = (scenario_of or loaded)(name)
    seating = seating_of(scenario, seats)
    styles = styles_of(scenario, seating, side_of(scenario, side), bot, bots)
    spoken = {seat.id: (languages or {}).get(seat.id, desk.language) for seat in seating.seats}
    people = {seat.id: spoken[seat.id] for seat in seating.seats if is_played(scenario, seat.party, side_of(scenario, side))}
    desk.seed = secrets.randbits(64) if seed is None else seed
    game = Game.new(scenario, desk.seed, seating, seed_known=seed is not None)
    keeper = start_record(game, record, styles, spoken)
    return Seated(game, Turns(game, make(styles, desk.seed, scenario, seating)), people, styles, keeper, is_new=True)


def loaded(name: str) -> Scenario:
    """A scenario, read here and now."""
    from sim.loading import load

    return load.scenario(name)


def refuse_existing(record: Path | None) -> None:
    """A file that is there is never overwritten."""
    from tui.troubles import Stop

    if record is not None and record.exists():
        raise Stop("cli-record-exists", file=str(record))


def first_game() -> str:
    """The scenario made for a first game; the first there is where none is."""
    from sim.loading import finding, load

    names = list(finding.shipped_scenarios())
    loaded = ((name, load.attempt(name)[0]) for name in names)
    return next((name for name, scenario in loaded if scenario is not None and scenario.tutorial), names[0])


def default_side(scenario: Scenario) -> str:
    """The side that answers demands; where there is none, the first."""
    from sim.kernel.tables import T_DEMAND_OF

    asked = scenario.tables[T_DEMAND_OF]
    return scenario.parties[max(asked, 0)].id


def side_of(scenario: Scenario, side: str | None) -> str:
    """The sides that persons play, with commas between; `both` or `none`."""
    from sim.errors import closest
    from tui.troubles import Stop

    wanted = side if side is not None else default_side(scenario)
    parties = [party.id for party in scenario.parties]
    words = [word.strip() for word in wanted.split(",")]
    known = [*parties, BOTH, NONE] if len(words) == 1 else parties
    lost = next((word for word in words if word not in known), None)
    if lost is not None:
        near = closest(lost, known)
        raise Stop("cli-not-a-party", name=lost, known=" ".join(near or tuple(known)))
    return ",".join(words)


def is_played(scenario: Scenario, party: int, side: str) -> bool:
    """Whether persons play a party."""
    return side == BOTH or scenario.parties[party].id in side.split(",")


def seating_of(scenario: Scenario, seats: str | None) -> Seating:
    """Player seats from `us:3,jp:3`."""
    from sim.errors import RuleBroken
    from sim.table.seating import seating_for
    from tui.troubles import Stop

    counts: dict[str, int] = {}
    example = ",".join(f"{party.id}:2" for party in scenario.parties)
    for part in (seats or "").split(",") if seats is not None else ():
        name, colon, count = part.strip().partition(":")
        if not colon or not count.isascii() or not count.isdigit() or len(count) > 3:
            raise Stop("cli-not-seats", name=part.strip(), example=example)
        counts[name] = int(count)
    try:
        return seating_for(scenario, counts)
    except RuleBroken as broken:
        facts = {name: str(fact) or "none" for name, fact in broken.facts.items()}
        raise Stop("refused-no-such-seating", party=facts["party"], seats=facts["seats"], most=facts["most"]) from broken


def styles_of(scenario: Scenario, seating: Seating, side: str, bot: str | None, bots: str | None) -> dict[str, str]:
    """The style of every head that a bot plays."""
    from tui.troubles import Stop

    heads = [seating.head_of(party.index) for party in scenario.parties if not is_played(scenario, party.index, side)]
    if bot is not None and bots is not None:
        raise Stop("cli-bot-needs-one")
    if bots is None:
        return {head.id: known_style(bot or DEFAULT_STYLE) for head in heads}
    wanted = [known_style(word.strip()) for word in bots.split(",")]
    if len(wanted) == len(scenario.parties):
        return {head.id: wanted[head.party] for head in heads}
    if len(wanted) not in (1, len(heads)):
        raise Stop("cli-bots-count", count=len(scenario.parties))
    return {head.id: wanted[place % len(wanted)] for place, head in enumerate(heads)}


def known_style(word: str) -> str:
    """A bot style as it was written; `-` and `_` are the same."""
    from sim.errors import closest
    from tui.plain.opponents import styles
    from tui.troubles import Stop

    wanted = word.replace("-", "_")
    if wanted not in styles():
        near = closest(wanted, styles())
        raise Stop("cli-not-a-bot", name=word, known=" ".join(near or styles()))
    return wanted
