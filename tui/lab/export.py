"""The lab for programs: everything counted as JSON, every game as a line of CSV. Numbers in full, not rounded for reading."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from sim.lab import results as r
from sim.table.keeping import engine_version
from tui.commands.simulate import plain, share
from tui.lab.words import Words

if TYPE_CHECKING:
    from sim.lab.measures import Measure
    from sim.lab.statistics import Mean
    from tui.lab.exact import Exact
    from tui.lab.figures import Figures
    from tui.lab.which import One


def to_json(figures: Figures) -> dict[str, object]:
    """Everything."""
    sweep, scenario = figures.found.sweep, figures.scenario
    return {
        "note": Words("en").say("report-note"),
        "bots_are_people": False,
        "scenario": scenario.id,
        "rules": scenario.rules_digest,
        "engine": engine_version(),
        "compiled": not figures.engine.slow,
        "why_interpreted": figures.engine.slow,
        "games": figures.games,
        "stopped": figures.stopped,
        "seed": sweep.seed,
        "styles": list(figures.styles),
        "exact": [exact_to_json(figures, each) for each in figures.exact or ()],
        "measures": {id: measure_to_json(measure, figures.counts) for id, measure in figures.measures.items()},
        "votes_failed": share(figures.failed) if figures.failed is not None else None,
        "room": mean_of(figures.room),
        "ahead": dict(zip([*(party.id for party in scenario.parties), "level"], figures.ahead, strict=True)),
        "first_package": {str(round_): count for round_, count in figures.first.items()},
        "pairs": [pair_to_json(figures, place) for place in range(len(sweep.pairs))],
        "findings": [
            {
                "code": each.code, "names": list(each.names), "share": share(each.share), "limit": float(each.limit),
                "clear": each.clear, "more_games": each.more_games,
            }
            for each in figures.findings
        ],
    }  # fmt: skip


def measure_to_json(measure: Measure, counts: Sequence[int]) -> dict[str, object]:
    """A share with its interval; a mean with its interval, spread and quartiles."""
    from sim.lab.measures import Kind

    return share(measure.share(counts)) if measure.kind is Kind.SHARE else mean_of(measure.histogram(counts))


def pair_to_json(figures: Figures, place: int) -> dict[str, object]:
    """One pair of styles: its games, what both have and what each has."""
    counts = figures.pairs[place]
    ids = ["joint", "efficiency", *(f"side.{party.id}" for party in figures.scenario.parties)]
    means = {id: figures.measures[id].histogram(counts) for id in ids}
    return {
        "styles": list(figures.found.sweep.pairs[place]),
        "games": sum(means["joint"].values()),
        **{id: mean_of(values) if values else None for id, values in means.items()},
    }


def exact_to_json(figures: Figures, each: Exact) -> dict[str, object]:
    """What the solver says under one combination of postures; points in hundredths."""
    parties = [party.id for party in figures.scenario.parties]

    def package(found: tuple[str, tuple[int, ...]] | None) -> dict[str, object] | None:
        return None if found is None else {"package": found[0], "points": dict(zip(parties, found[1], strict=True))}

    return {
        "postures": list(each.postures),
        "packages": each.packages,
        "zone": each.zone,
        "ratifiable": {"count": each.homes.count, "of": each.homes.of, "all_asked": each.listed},
        "frontier": each.frontier,
        "nash": package(each.nash),
        "kalai_smorodinsky": package(each.fair),
    }


def games_to_json(games: list[One]) -> list[dict[str, object]]:
    """The games behind a figure."""
    return [{"index": each.index, "seed": each.seed, "styles": list(each.styles), "value": each.value} for each in games]


def mean_of(values: dict[int, int]) -> dict[str, object]:
    """A mean with its interval and quartiles."""
    from sim.lab.histogram import mean_of_counts, quartiles

    found: Mean = mean_of_counts(values)
    middle = quartiles(values)
    spread = {"least": found.least, "p25": middle.p25, "p50": middle.p50, "p75": middle.p75, "most": found.most}
    return {"mean": plain(found.mean), "low": plain(found.low), "high": plain(found.high), **spread}


# --- every game ---


def write_csv(figures: Figures, file: TextIO) -> None:
    """A heading, then a line a game."""
    writer = csv.writer(file, lineterminator="\n")
    parties = [party.id for party in figures.scenario.parties]
    measures = list(figures.measures.values())
    writer.writerow(["index", "seed", *(f"bot.{party}" for party in parties), "first", *(each.id for each in measures)])
    writer.writerows(game_rows(figures, measures))


def game_rows(figures: Figures, measures: list[Measure]) -> Iterator[list[object]]:
    """The games in the order of their indexes."""
    sweep = figures.found.sweep
    for index in range(figures.games):
        result = figures.found.row(index)
        yield [index, sweep.seed_of_game(index), *sweep.pair_of(index), result[r.R_FIRST], *(each.of_game(result) for each in measures)]
