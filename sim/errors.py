"""What can be wrong in a file or a move, said with place, reason and a way out.

Here live the values only: never colours, exit codes, or sentences about moves (those are in tui/wording).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_SUGGESTIONS = 2
SPELLINGS = (("our", "or"), ("ence", "ense"), ("ise", "ize"), ("isation", "ization"), ("tre", "ter"), ("mme", "m"))


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that mends a fault: `old`, which begins at a place of a file, becomes `new`. Lines and columns from 1.

    safe: it cannot change what is meant, so `--fix` may make it unasked.
    """

    line: int
    column: int
    old: str
    new: str
    safe: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a rule file, for a person who has the file open. Lines and columns from 1, columns in characters.

    severity: error, warning or info. code: NWnnn, never reused. hint: the way out, "" where the text says it already.
    fixes: edits of the same file that together mend it, where there are such.
    """

    file: str
    line: int
    column: int
    severity: str
    code: str
    text: str
    hint: str = ""
    fixes: tuple[Fix, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        hint = f"\n      {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code}: {self.text}{hint}"

    def to_json(self) -> dict[str, object]:
        """The same fields for programs."""
        return {
            "file": self.file,
            "line": self.line,
            "col": self.column,
            "severity": self.severity,
            "code": self.code,
            "message": self.text,
            "suggestion": self.hint,
            "fix": [{"line": each.line, "col": each.column, "old": each.old, "new": each.new, "safe": each.safe} for each in self.fixes],
        }


class Broken(Exception):
    """Files that cannot be used; carries every problem found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class RuleBroken(Exception):
    """An act the rules refuse. code: kebab-case; facts: what a sentence in tui/wording may name."""

    def __init__(self, code: str, facts: Mapping[str, object] | None = None) -> None:
        self.code = code
        self.facts: dict[str, object] = dict(facts or {})
        super().__init__(code)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The question that offers what was probably meant, or "" if nothing is near or too much is."""
    offered = closest(name, known)
    return f"did you mean {' or '.join(f'`{word}`' for word in offered)}?" if offered else ""


def closest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The one or two known names nearest to `name`; none if more than two are equally near."""
    words = sorted(set(known) - {name})
    same = [word for word in words if plain_form(word) == plain_form(name)]
    if same:
        return tuple(same) if len(same) <= MOST_SUGGESTIONS else ()
    reach = reach_of(name)
    distances = {word: distance(name.casefold(), word.casefold(), reach) for word in words}
    best = min(distances.values(), default=reach + 1)
    nearest = [word for word in words if distances[word] == best]
    return tuple(nearest) if best <= reach and len(nearest) <= MOST_SUGGESTIONS else ()


def plain_form(name: str) -> str:
    """The name without what people mix up: case, `-` and `_`, a plural s, British and American spelling."""
    form = re.sub(r"[-_ ]+", "_", name.casefold()).strip("_")
    form = form[:-1] if len(form) > 3 and form.endswith("s") and not form.endswith("ss") else form
    for british, american in SPELLINGS:
        form = form.replace(british, american)
    return form


def reach_of(name: str) -> int:
    """How many slips of the finger a name of this length may be away."""
    return 1 if len(name) <= 4 else max(2, len(name) // 3)


def distance(a: str, b: str, limit: int) -> int:
    """Letters to insert, delete, change or swap with the neighbour; limit + 1 if more than `limit`."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(b) + 1))
    for row, letter in enumerate(a, 1):
        line = [row]
        for column, other in enumerate(b, 1):
            cost = min(line[-1] + 1, above[column] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == b[column - 2] and a[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return min(above[-1], limit + 1)
