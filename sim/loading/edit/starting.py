"""Overlays to begin with: the head of one, and a whole one that teaches by examples from the rules it extends.

Every example is tried before it is offered: alone and with all others it leaves rules without errors and without warnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from sim.loading.edit.overlay_file import Sheet, id_of_file, looked, opened
from sim.loading.edit.splice import DOUBLE, single
from sim.loading.finding import Found
from sim.loading.node import Node, id_of, node_at
from sim.loading.paths import SCENARIO, Trees

Says = Callable[..., str]
"""A sentence for people, by its code and facts."""
STEP_OF_PAYOFF, STEP_OF_START = 5, 6
FEW_ISSUES = 6
MOST_TRIED = 16
FIVE = 5
EXPLAINS, OFF = "## ", "# "
IS_OFF = re.compile(rf"^{OFF}", re.MULTILINE)
SET = "set:"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new overlay is to be. titles: by language; rounds, minutes: 0 for those of what it extends."""

    name: str
    extends: str
    digest: str
    titles: dict[str, str]
    rounds: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A block of an overlay. code: of the sentence that explains it; lines: as they stand in a file once they are in force."""

    code: str
    lines: tuple[str, ...]

    def shown(self, says: Says, wanted: Wanted) -> str:
        """The block with its explanation, its lines as comments; behind the lines of its key that are in force already."""
        front = rounds_of(wanted) if self.lines[0] == SET else ()
        explained = [f"{EXPLAINS}{line}" for line in says(self.code, base=wanted.extends).splitlines()]
        return "\n".join([*explained, *front, *(f"{OFF}{line}" for line in self.lines[1 if front else 0 :])]) + "\n"


def rounds_of(wanted: Wanted) -> tuple[str, ...]:
    """The lines for another number of rounds."""
    return (SET, f"  scenario.rounds: {wanted.rounds}") if wanted.rounds else ()


def in_force(text: str) -> str:
    """A text with its examples in force."""
    return IS_OFF.sub("", text)


def head(says: Says, name: str, extends: str, digest: str) -> str:
    """The beginning of an overlay that is written value by value."""
    comments = [f"# {line}" for code in ("edit-head-what", "edit-head-check") for line in says(code, base=extends).splitlines()]
    return "\n".join([*comments, *first_lines(says, name, extends, digest), "", f"# {says('edit-head-set')}", ""])


def first_lines(says: Says, name: str, extends: str, digest: str) -> list[str]:
    """What every overlay begins with."""
    note = says("edit-head-digest", base=extends)
    return ["nemawashi: 1", f"id: {name}", f"extends: {single(extends)}", f'base_digest: "{digest}"  # {note}']


def whole(says: Says, wanted: Wanted, examples: tuple[Example, ...]) -> str:
    """A new overlay with examples."""
    titles = ", ".join(f"{language}: {single(title, DOUBLE, True)}" for language, title in wanted.titles.items())
    minutes = [f"minutes: {wanted.minutes}"] if wanted.minutes else []
    codes = ("edit-head-what", "edit-new-how", "edit-new-marks")
    explained = [f"{EXPLAINS}{line}" for code in codes for line in says(code, base=wanted.extends).splitlines()]
    first = first_lines(says, wanted.name, wanted.extends, wanted.digest)
    top = "\n".join([*explained, *first, f"label: {{{titles}}}", *minutes]) + "\n"
    alone = ["\n".join(rounds_of(wanted)) + "\n"] if wanted.rounds and not any(each.lines[0] == SET for each in examples) else []
    return "\n".join([top, *alone, *(example.shown(says, wanted) for example in examples)])


def started(says: Says, path: Path, base: Found, name: str, titles: dict[str, str], rounds: int) -> tuple[Sheet, Wanted]:
    """A new overlay without examples. rounds: 0 for those of the base."""
    wanted = Wanted(name, "", "", titles)

    def begin(_: str, extends: str, digest: str) -> str:
        nonlocal wanted
        wanted = replace(wanted, extends=extends, digest=digest)
        return whole(says, wanted, ())

    sheet = opened(path, base.name if base.shipped else str(base.path), begin)
    before, minutes = (number_in(sheet, key) for key in ("rounds", "minutes"))
    if rounds and rounds != before:
        wanted = replace(wanted, rounds=rounds, minutes=minutes_for(rounds, before, minutes) if minutes else 0)
    return replace(sheet, text=whole(says, wanted, ())), wanted


def number_in(sheet: Sheet, key: str) -> int:
    """A number in the head of the scenario below, 0 where there is none."""
    found = node_at(sheet.ground[SCENARIO], "scenario", key)
    return found.value if found is not None and isinstance(found.value, int) else 0


def id_of_title(title: str, base: str) -> str:
    """An id from the letters of a title, from the base where it has none that an id may have."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return id_of_file(name if name[:1].isalpha() else f"my-{base}")


def minutes_for(rounds: int, before: int, minutes: int) -> int:
    """How long a game lasts with another number of rounds, to five minutes."""
    return max(FIVE, (2 * minutes * rounds // before + FIVE) // (2 * FIVE) * FIVE)


# --- examples ---


def examples_for(says: Says, sheet: Sheet, wanted: Wanted) -> tuple[Example, ...]:
    """An example of each kind that these rules allow. sheet: the overlay without any."""
    found: list[Example] = []
    rules = Rules(sheet.ground)
    for candidates in (payoffs, starts, labels, own_events, removals, fewer_issues):
        tried = islice(candidates(says, rules), MOST_TRIED)
        example = next((each for each in tried if is_clean(says, sheet, wanted, (*found, each))), None)
        found += [example] if example is not None else []
    return tuple(found)


def is_clean(says: Says, sheet: Sheet, wanted: Wanted, examples: tuple[Example, ...]) -> bool:
    """Whether the last of some examples leaves nothing to complain about, neither alone nor with the others."""
    for some in (examples, examples[-1:]) if len(examples) > 1 else (examples,):
        problems, _ = looked(replace(sheet, text=in_force(whole(says, wanted, some))), lambda scenario: ())
        if any(problem.severity in ("error", "warning") for problem in problems):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Rules:
    """What examples are taken from."""

    trees: Trees

    def entries(self, kind: str) -> list[Node]:
        """The entries of a kind that are in play, as far as the scenario names them."""
        own = self.trees[SCENARIO]
        only, out = ({str(item.value) for item in items_of(node_at(own, key, kind))} for key in ("only", "out"))
        items = [item for name, root in self.trees.items() if name != SCENARIO for item in items_of(root.get(kind))]
        return [item for item in items if id_of(item) not in out and (not only or id_of(item) in only) and item.get("optional") is None]


def items_of(node: Node | None) -> list[Node]:
    """The items of a list, none of anything else."""
    return node.value if node is not None and isinstance(node.value, list) else []


def payoffs(says: Says, rules: Rules) -> Iterator[Example]:
    """`set`: what a middle level of an issue is worth to a party."""
    for issue in rules.entries("issues"):
        payoff, levels = issue.get("payoff"), items_of(issue.get("levels"))
        for party, row in payoff.value.items() if payoff is not None and isinstance(payoff.value, dict) else ():
            for level, item in list(zip(levels, items_of(row), strict=False))[1:-1]:
                if isinstance(item.value, int) and STEP_OF_PAYOFF < item.value < 100 - STEP_OF_PAYOFF:
                    line = f"  issues.{id_of(issue)}.payoff.{party}.{level.value}: {item.value - STEP_OF_PAYOFF}"
                    yield Example("edit-new-set", (SET, line))


def starts(says: Says, rules: Rules) -> Iterator[Example]:
    """`start`: another value at the beginning."""
    for meter in rules.entries("meters"):
        start = meter.get("start")
        if start is not None and isinstance(start.value, int) and start.value <= 100 - STEP_OF_START:
            yield Example("edit-new-start", ("start:", "  meters:", f"    {id_of(meter)}: {start.value + STEP_OF_START}"))


def labels(says: Says, rules: Rules) -> Iterator[Example]:
    """`replace`: what an issue is called in Japanese."""
    for issue in rules.entries("issues"):
        label = node_at(issue, "label", "ja")
        if label is not None and isinstance(label.value, str):
            own = single(says("edit-new-label-ja", label=label.value), DOUBLE)
            yield Example("edit-new-replace", ("replace:", f"  issues.{id_of(issue)}.label.ja: {own}"))


def own_events(says: Says, rules: Rules) -> Iterator[Example]:
    """`add`: a card of one's own."""
    event = next(iter(rules.entries("events")), None)
    tag = event.get("tag") if event is not None else None
    for meter in rules.entries("meters"):
        label, text = (
            ", ".join(f"{language}: {single(says(f'{code}-{language}'), DOUBLE, True)}" for language in ("en", "ja"))
            for code in ("edit-new-card", "edit-new-card-text")
        )
        entry = [
            "- id: own_card",
            f"  label: {{{label}}}",
            f"  note: {{{text}}}",
            "  needs: round >= 2",
            f"  effects: {{{id_of(meter)}: -2}}",
        ]
        entry += [f"  tag: {tag.value}"] if tag is not None else []
        yield Example("edit-new-add", ("add:", "  events:", *(f"    {line}" for line in entry), "      source: [D]"))


def removals(says: Says, rules: Rules) -> Iterator[Example]:
    """`remove`: a card that nothing else needs."""
    for event in reversed(rules.entries("events")):
        yield Example("edit-new-remove", ("remove:", f"  - events.{id_of(event)}"))


def fewer_issues(says: Says, rules: Rules) -> Iterator[Example]:
    """`only`: six issues, of every track in turn; one less where there are no more."""
    issues = rules.entries("issues")
    most = FEW_ISSUES if len(issues) > FEW_ISSUES else len(issues) - 1
    by_track: dict[str, list[str]] = {}
    for issue in issues:
        track = issue.get("track")
        by_track.setdefault(str(track.value) if track is not None else "", []).append(id_of(issue))
    rows = [[id_of(issue) for issue in issues]]
    for shift in range(max(map(len, by_track.values()), default=0)):
        turned = [names[shift:] + names[:shift] for names in by_track.values()]
        ranked = sorted((place, row, name) for row, names in enumerate(turned) for place, name in enumerate(names))
        rows.insert(-1, [name for _, _, name in ranked])
    rows += [row[:spare] + row[spare + 1 :] for row in rows[-1:] for spare in range(len(row))]
    order = {id_of(issue): place for place, issue in enumerate(issues)}
    for row in rows:
        chosen = sorted(row[:most], key=lambda name: order[name])
        yield Example("edit-new-only", ("only:", f"  issues: [{', '.join(chosen)}]"))
