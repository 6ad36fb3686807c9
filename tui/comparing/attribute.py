"""Every change alone, and all together: what each does to the main measures, with the same seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.comparing.columns import change_of, listed, right
from tui.comparing.table import percent

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.errors import Problem
    from sim.lab.compare import Comparison, Row
    from sim.lab.running import Engine, Found
    from sim.loading.alone import Alone
    from tui.desk import Desk

GROUPS = ("agreement", "ratification", "joint", "efficiency", "side")
CELL = 10


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change alone does. what: "" for all together; rows: of the main measures; found: None where it cannot stand alone."""

    what: str
    found: Comparison | None
    rows: tuple[Row, ...] = ()
    problem: Problem | None = None


def effects_of(
    engine: Engine, before: Scenario, old: Found, changes: tuple[Alone, ...], told: Callable[[int], None] = lambda games: None
) -> Iterator[Effect]:
    """Each change played as often as the first file was. told: hears of games played."""
    from sim.lab.compare import compared
    from sim.lab.running import Found, run
    from sim.lab.sweep import Sweep, setting_of

    for change in changes:
        if change.scenario is None:
            yield Effect(change.what, None, problem=change.problem)
            continue
        new = Found(Sweep(setting_of(change.scenario), old.sweep.pairs, old.sweep.seed))
        for _ in run(engine, new, old.games):
            told(new.games)
        comparison = compared(before, old, change.scenario, new)
        yield Effect(change.what, comparison, main_rows(comparison))


def main_rows(found: Comparison) -> tuple[Row, ...]:
    """The rows of the main measures."""
    return tuple(row for row in found.rows if row.after.group in GROUPS)


def corrected(effects: list[Effect]) -> list[Effect]:
    """The same with Holm's correction over all that stands in their table."""
    from dataclasses import replace

    from sim.lab.compare import surviving

    survives = iter(surviving([row.difference for effect in effects for row in effect.rows]))
    return [replace(effect, rows=tuple(replace(row, survives=next(survives)) for row in effect.rows)) for effect in effects]


def attribute_lines(desk: Desk, effects: list[Effect], scenario: Scenario) -> Iterator[str]:
    """Every change with its effects; in parentheses what is not sure."""
    yield desk.say("compare-attribute")
    columns = next((effect.rows for effect in effects if effect.rows), ())
    heads = [head_of(desk, row, scenario) for row in columns]
    yield "".join(right(head, CELL) for head in (desk.say("compare-short-changed"), *heads))
    for effect in effects:
        yield from listed(effect.what or desk.say("compare-attribute-together"))
        yield from effect_lines(desk, effect)


def head_of(desk: Desk, row: Row, scenario: Scenario) -> str:
    """The head of a column."""
    party = next((party for party in scenario.parties if (party.id,) == row.after.names), None)
    return desk.say(f"compare-short-{row.after.group}", name=party.short[desk.language] if party is not None else "")


def effect_lines(desk: Desk, effect: Effect) -> Iterator[str]:
    """What a change does, or why it cannot be played by itself."""
    if effect.found is not None:
        texts = (percent(effect.found.changed), *(cell_of(desk, row) for row in effect.rows))
        yield "".join(right(text, CELL) for text in texts)
    elif effect.problem is not None:
        from tui.problems import in_words

        why = in_words(effect.problem, desk.language).text
        yield from ("  " + line for line in listed(desk.say("compare-attribute-not-alone", why=why)))
    else:
        yield "  " + desk.say("compare-attribute-no-overlay")


def cell_of(desk: Desk, row: Row) -> str:
    """A change in a column; in parentheses where it is not sure that there is one."""
    text = change_of(row.after, row.difference)
    is_sure = row.verdict in ("up", "down", "same-in-every-game")
    return text if is_sure else desk.say("compare-maybe", what=text)
