"""Lines of a rule file around a place, as the game carries them: read-only, wrapped, the line that is meant marked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sim.domain import Named, RuleText, Scenario
from tui.screen.ink import BLANK, Row, Span, paragraph, row, wrapped
from tui.screen.look import Look

BEFORE, BEHIND = 14, 40  # lines shown before and behind the line that is meant
GUTTER = 7  # cells of the line numbers


@dataclass(frozen=True, slots=True)
class Lines:
    """A place in a rule file. rule: the rule of the rulebook that stands there, if there is one."""

    place: str
    rule: str = ""

    @property
    def key(self) -> str:
        """The row of the line that is meant."""
        return f"line{self.line}"

    @property
    def file(self) -> str:
        """The file, as places name it."""
        return self.place.rsplit(":", 2)[0]

    @property
    def line(self) -> int:
        """The line, from 1."""
        return int(self.place.rsplit(":", 2)[1])


@lru_cache(maxsize=2)
def files_of(resolved: str) -> dict[str, str]:
    """The files that a game carries: text by name, the scenario's own by both of its names."""
    try:
        found = json.loads(resolved)
        own = found["scenario"]
        files = {str(name): str(text) for name, text in found["pack"].items()}
        return files | {str(own[key]): str(own["text"]) for key in ("file", "name") if own.get(key)}
    except (KeyError, TypeError, ValueError, AttributeError):
        return {}


Standing = tuple[tuple[str, ...], str]  # source tags, and the rule of the rulebook or ""
_standing: dict[str, dict[str, Standing]] = {}  # by the rules of a game: what stands where; of the game asked about last


def standing_at(scenario: Scenario, place: str) -> Standing:
    """Source tags and rule of what stands at a place; nothing where that is not known."""
    if scenario.resolved not in _standing:
        _standing.clear()
        _standing[scenario.resolved] = standing_in(scenario)
    return _standing[scenario.resolved].get(place, ((), ""))


def standing_in(scenario: Scenario) -> dict[str, Standing]:
    """What stands where: every cause, every entry with numbers, every formula."""
    found: dict[str, Standing] = {}
    for cause in scenario.causes:
        found.setdefault(str(cause.place), (cause.source, cause.rule))
    rules = {}
    for entry in entries(scenario):
        found.setdefault(str(entry.place), (entry.source, entry.rule))
        rules[entry.id] = entry.rule
    for formula in scenario.formulas.values():
        found.setdefault(str(formula.place), (formula.source, rules.get(formula.owner, "")))
    return found


def entries(scenario: Scenario) -> Iterator[Named]:
    """Entries of the rule files that numbers stand in."""
    yield from scenario.parties
    yield from scenario.issues
    yield from scenario.meters
    yield from scenario.courses
    yield from scenario.counters
    yield from scenario.bodies
    yield from scenario.groups
    yield from scenario.levers
    yield from scenario.rules
    yield from scenario.modifiers
    yield from scenario.values


def rule_of(scenario: Scenario, id_: str) -> RuleText | None:
    """A rule of the rulebook."""
    return next((rule for rule in scenario.rulebook if rule.id == id_), None) if id_ else None


def is_own_file(scenario: Scenario, file: str) -> bool:
    """Whether a file is the scenario's own, and not one of its pack."""
    try:
        return file not in json.loads(scenario.resolved)["pack"]
    except (KeyError, TypeError, ValueError):
        return True


def rule_lines(look: Look, lines: Lines, cells: int) -> list[Row]:
    """The rule in the words of the rulebook, then the lines of the file; a missing file is said."""
    names = look.names
    rows: list[Row] = []
    rule = rule_of(names.scenario, lines.rule)
    if rule is not None:
        rows += paragraph(names.say("reason-rule", rule=rule.id, label=names.text(rule.label)), cells, ink="strong")
        rows += [*paragraph(names.text(rule.text), cells), BLANK]
    text = files_of(names.scenario.resolved).get(lines.file, "")
    written = text.split("\n")
    if not text or lines.line > len(written):
        return [*rows, *paragraph(names.say("reason-no-text", place=lines.place), cells)]
    first, last = max(lines.line - BEFORE, 1), min(lines.line + BEHIND, len(written))
    if is_own_file(names.scenario, lines.file) and not look.view.is_over:
        # A scenario may decide draws beforehand: during play only the line that the number rests on is shown.
        rows += [*paragraph(names.say("reason-one-line"), cells, ink="soft"), BLANK]
        first = last = lines.line
    for number in range(first, last + 1):
        rows += written_line(number, written[number - 1], cells, number == lines.line)
    return rows


def written_line(number: int, text: str, cells: int, is_meant: bool) -> list[Row]:
    """One line of a file, its number before it; what does not fit goes on below, further in."""
    text = "".join(letter if letter.isprintable() else " " for letter in text.expandtabs(4).rstrip())
    indent = min(len(text) - len(text.lstrip(" ")), 24)
    parts = wrapped(text.strip(), cells - GUTTER - indent - 1)
    ink = "strong" if is_meant else ""
    space = " " * indent
    rows = [row(Span(f"{number:>5}  ", "soft"), space, Span(parts[0], ink), key=f"line{number}")]
    return rows + [row(" " * (GUTTER + 2), space, Span(part, ink)) for part in parts[1:]]
