"""The wrong edits of every kind, checked; as a table by kind, and the misses one by one."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from sim.loading.scalars import shortened
from tests.edits import kinds_expressions, kinds_values, kinds_words, kinds_yaml
from tests.edits.desk import Desk
from tests.edits.edit import Answer, Kind, answered, fresh_edits

KINDS: list[Kind] = [*kinds_words.KINDS, *kinds_expressions.KINDS, *kinds_values.KINDS, *kinds_yaml.KINDS]
SEED = 20250402


def wrong_edits(desk: Desk, per_kind: int, seed: int = SEED) -> Iterator[Answer]:
    """The answers to so many edits of each kind."""
    for kind in KINDS:
        luck = random.Random(f"{seed} {kind.name}")
        for edit in fresh_edits(desk, kind, luck, per_kind):
            yield answered(desk, kind, edit)


def table(answers: list[Answer]) -> str:
    """By kind: tried, reported, at the token (with a code that fits), one message."""
    rows = [f"{'kind':<48} tried  reported  at token  told  single"]
    for name in dict.fromkeys(answer.kind for answer in answers):
        rows.append(row(name, [answer for answer in answers if answer.kind == name]))
    return "\n".join([*rows, row("all", answers)])


def row(name: str, answers: list[Answer]) -> str:
    """One line of the table."""
    reported = sum(answer.is_reported for answer in answers)
    at_token = sum(bool(answer.hits) for answer in answers)
    told, single = sum(answer.is_told for answer in answers), sum(answer.is_single for answer in answers)
    return f"{name:<48} {len(answers):>5}  {reported:>8}  {at_token:>8}  {told:>4}  {single:>6}"


def misses(answers: Iterable[Answer]) -> Iterator[str]:
    """What was not told at its place, and what was told more than once."""
    for answer in answers:
        if not (answer.is_told and answer.is_single):
            yield miss(answer)


def miss(answer: Answer) -> str:
    """One of them: the place, before and after, and all that was said."""
    edit, (line, column) = answer.edit, answer.place
    fault = "NOT REPORTED" if not answer.problems else "ELSEWHERE" if not answer.hits else "OTHER CODE" if not answer.is_told else "SEVERAL"
    places = ", ".join(f"{row}:{col}" for row, col in sorted(answer.places)[:8])
    said = "".join(
        f"    {each.file}:{each.line}:{each.column} {each.severity} {each.code} {each.text} | {each.hint}\n" for each in answer.problems[:6]
    )
    more = f"    and {len(answer.problems) - 6} more\n" if len(answer.problems) > 6 else ""
    old, new = (shortened(text.replace("\n", "\\n"), 110) for text in (edit.old, edit.new))
    return f"{fault} [{answer.kind}] {edit.file}:{line}:{column}\n    before `{old}`\n    after  `{new}`\n    expected at {places}\n{said}{more}"
