"""Edits that know nothing of the rules: characters, words, and blocks of lines in the wrong place. Each is read or reported."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sim.errors import Problem
from sim.loading.diff import Change, differences
from sim.loading.digests import rules_digest
from sim.loading.reading import read_text
from tests.edits.desk import WORD, Desk
from tests.edits.edit import TRACEBACK, checked

SIGNS = "{}[]:,-+ \t#\"'abcxyz019_()*/<>=&|!%?@`\\~.;あ　：，（"
LONGEST_SECONDS = 5.0
SHOWN = 12

Editor = Callable[[str, random.Random], str]


def character(text: str, luck: random.Random) -> str:
    """One character less, more, another one, or two swapped."""
    at = luck.randrange(len(text) - 1)
    one = luck.choice(SIGNS)
    ways = [text[at + 1 :], one + text[at:], one + text[at + 1 :], text[at + 1] + text[at] + text[at + 2 :]]
    return text[:at] + luck.choice(ways)


def token(text: str, luck: random.Random) -> str:
    """A word less, twice, or another word of the file in its place."""
    words = list(WORD.finditer(text))
    old, new = luck.choice(words), luck.choice(words).group()
    return text[: old.start()] + luck.choice(["", f"{old.group()} {old.group()}", new, new, new]) + text[old.end() :]


def block(text: str, luck: random.Random) -> str:
    """A run of lines, often a whole entry, cut out and put down elsewhere."""
    lines = text.split("\n")
    starts = [row for row, line in enumerate(lines) if line.lstrip().startswith("- ")]
    first = luck.choice(starts) if starts and luck.random() < 0.5 else luck.randrange(len(lines))
    last = next((row for row in starts if row > first), len(lines)) if luck.random() < 0.5 else first + luck.randint(1, 8)
    moved, rest = lines[first:last], lines[:first] + lines[last:]
    to = luck.randrange(len(rest) + 1)
    return "\n".join(rest[:to] + moved + rest[to:])


EDITORS: dict[str, tuple[Editor, int]] = {"characters": (character, 2000), "words": (token, 500), "blocks": (block, 200)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one blind edit. means_other: it changed the rules, not only words; seconds: how long the answer took.

    differences: where nothing was said against it, what `rules diff` says it changed.
    """

    file: str
    text: str
    means_other: bool
    problems: tuple[Problem, ...]
    seconds: float
    differences: tuple[Change, ...] = ()


def blind_edits(desk: Desk, editor: Editor, count: int, luck: random.Random) -> Iterator[Outcome]:
    """So many edits of a sort, checked."""
    files = list(desk.texts)
    for _ in range(count):
        file = luck.choice(files)
        text = editor(desk.texts[file], luck)
        began = time.perf_counter()
        problems = checked(desk, file, text)
        seconds = time.perf_counter() - began
        found = () if problems else differences(desk.source(file, desk.texts[file]), desk.source(file, text)).changes
        yield Outcome(file, text, meaning(text) != meaning(desk.texts[file]), problems, seconds, found)


def meaning(text: str) -> str:
    """A digest of what a file says, without words for people; "" for what cannot be read."""
    node = read_text(text, "f.yaml").node
    return "" if node is None else rules_digest([node], None)


def summary(name: str, outcomes: list[Outcome]) -> str:
    """Counts by outcome, the slowest, and what stopped with a traceback."""
    codes = Counter(outcome.problems[0].code if outcome.problems else "clean" for outcome in outcomes)
    quiet = sum(outcome.means_other and not outcome.problems for outcome in outcomes)
    several = sum(len(outcome.problems) > 1 for outcome in outcomes)
    slowest = max(outcome.seconds for outcome in outcomes)
    slow = sum(outcome.seconds > LONGEST_SECONDS for outcome in outcomes)
    counts = ", ".join(f"{code} {count}" for code, count in codes.most_common())
    broken = [
        f"  traceback in {each.file}: {each.problems[0].text}"
        for each in outcomes
        if codes[TRACEBACK] and each.problems[:1] and each.problems[0].code == TRACEBACK
    ]
    changed = Counter(len(outcome.differences) for outcome in outcomes if not outcome.problems)
    shown = ", ".join(f"{count} with {number}" for number, count in sorted(changed.items()))
    many = [
        f"  several differences in {each.file}: {[change.path for change in each.differences]}"
        for each in outcomes
        if len(each.differences) > 1
    ]
    head = f"{name}: {len(outcomes)} edits; {several} with several messages; slowest {slowest:.2f} s; over {LONGEST_SECONDS:.0f} s: {slow}"
    clean = f"  clean, and the rules are other ones: {quiet}; differences that `rules diff` shows for a clean edit: {shown}"
    return "\n".join([head, f"  first message: {counts}", clean, *broken[:SHOWN], *many[:SHOWN]])
