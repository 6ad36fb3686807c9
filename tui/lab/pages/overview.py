"""First page: what is exact before anybody plays, then what came of the games."""

from __future__ import annotations

from collections.abc import Sequence

from sim.lab.statistics import wilson
from tui.lab.exact import Exact
from tui.lab.pages.parts import Draw, figure, heading, measure_row, note, share_row, strip
from tui.screen.ink import Row, fit, row

HUNDREDTHS = 100


def overview(draw: Draw) -> list[Row]:
    """The page."""
    return [*from_games(draw), *exact_rows(draw)]


# --- exact ---


def exact_rows(draw: Draw) -> list[Row]:
    """The solver's part."""
    found = draw.figures.exact
    if found is None:
        return [heading(draw.say("lab-exact")), *note(draw, draw.say("lab-exact-coming"))]
    rows = [heading(draw.say("lab-exact"), draw.say("lab-exact-postures", count=len(found)))]
    before = draw.figures.before
    was = dict(exact_values(draw, (before.exact if before is not None else None) or ()))
    for name, value in exact_values(draw, found):
        old = was.get(name, value)
        changed = draw.say("lab-was", before=old) if old != value else ""
        rows.append(figure(draw, f"exact-{name}", draw.say(f"lab-exact-{name}"), value, "", changed))
    return [*rows, *packages(draw, found)]


def exact_values(draw: Draw, found: Sequence[Exact]) -> list[tuple[str, str]]:
    """The numbers, as the span over all combinations of postures."""
    if not found:
        return []
    values = [("packages", span([each.packages for each in found]))]
    zones = [percent(each.zone, each.packages) for each in found if each.zone is not None]
    if zones:
        values.append(("zone", draw.say("lab-percent", share=span(zones))))
    homes = draw.say("lab-percent", share=span([tenths(each.homes.share) for each in found]))
    values.append(("homes", homes if all(each.listed for each in found) else draw.say("lab-about", value=homes)))
    return [*values, ("frontier", span([each.frontier for each in found]))]


def packages(draw: Draw, found: Sequence[Exact]) -> list[Row]:
    """The two packages of bargaining theory under every combination of postures; equal ones once."""
    rows = []
    for name in ("nash", "fair"):
        answers: dict[tuple[str, tuple[int, ...]] | None, list[str]] = {}
        for each in found:
            answers.setdefault(each.nash if name == "nash" else each.fair, []).append("+".join(each.postures))
        for place, (answer, postures) in enumerate(answers.items()):
            label = draw.say(f"lab-exact-{name}") if not place else ""
            text = draw.say("lab-no-zone") if answer is None else with_points(draw, *answer)
            rows.append(figure(draw, f"exact-{name}" if not place else "", label, "", text))
            if len(answers) > 1:
                rows.append(figure(draw, "", "", "", "", draw.say("lab-with-postures", postures=draw.words.listed(postures))))
    return rows


def with_points(draw: Draw, package: str, points: Sequence[int]) -> str:
    """A package and what it is worth."""
    parties = draw.figures.scenario.parties
    worth = ", ".join(f"{party.id} {round(value / HUNDREDTHS)}" for party, value in zip(parties, points, strict=True))
    return f"{package} ({worth})"


def span(values: Sequence[int | str]) -> str:
    """One value, or the least and the most."""
    ordered = sorted(values, key=lambda value: float(value))
    return str(ordered[0]) if ordered[0] == ordered[-1] else f"{ordered[0]}–{ordered[-1]}"


def percent(part: int, whole: int) -> int:
    """Per cent, to the nearest."""
    return (200 * part + whole) // (2 * whole)


def tenths(share: int) -> str:
    """Hundredths of a per cent with one decimal."""
    return f"{share // 100}.{share % 100 // 10}"


# --- from games ---


def from_games(draw: Draw) -> list[Row]:
    """The main figures."""
    figures = draw.figures
    rows = [heading(draw.say("lab-from-games", games=figures.games), draw.say("lab-axis", top=figures.axis))]
    rows += [measure_row(draw, "agreement"), measure_row(draw, "ratification")]
    if figures.failed is not None:
        rows.append(share_row(draw, "failed", draw.say("lab-measure-votes"), figures.failed))
    rows += [measure_row(draw, "efficiency"), room(draw)]
    rows += [measure_row(draw, f"side.{party.id}") for party in figures.scenario.parties]
    rows.append(ahead(draw))
    endings = sorted(figures.scenario.endings, key=lambda each: -figures.share(f"ending.{each.id}").count)
    rows += [measure_row(draw, f"ending.{each.id}") for each in endings[:3] if figures.share(f"ending.{each.id}").count]
    return rows


def room(draw: Draw) -> Row:
    """Points left on the table."""
    values = draw.figures.room
    return figure(draw, "room", draw.say("lab-measure-room"), draw.words.mean(values), strip(draw, values))


def ahead(draw: Draw) -> Row:
    """Who had more of what it could have."""
    figures = draw.figures
    names = [party.short[draw.words.language] for party in figures.scenario.parties]
    shares = [draw.words.share(wilson(count, figures.games)) for count in figures.ahead]
    texts = [f"{name} {share}" for name, share in zip(names, shares, strict=False)]
    text = "  ".join([*texts, f"{draw.say('lab-level')} {shares[-1]}"])
    return row("  ", fit(draw.say("lab-measure-ahead"), draw.label), " ", text, key="ahead")
