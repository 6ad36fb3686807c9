"""Reads rules in a process of its own: the libraries that read rule files stay out of the program, which starts and stays small.

`python -m tui.apart scenario NAME`, `text` (on standard input), `scenarios NAME ...`, `records PATH ...`: answers are pickled, one
behind the other, on standard output. Only a process that this program has started itself is ever listened to. Where none can be
started, the work is done here.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from sim.domain import Scenario

Answer = tuple[str, object]  # "done" and a value, "broken" and problems, "odd" and a word: the text carries no rules
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Known:
    """What is said of a record. round, rounds: where it stands; people: seats of persons; is_over: None where it cannot be read."""

    path: Path
    scenario: str = ""
    round: int = 0
    rounds: int = 0
    people: tuple[str, ...] = ()
    is_over: bool | None = None


_begun: dict[str, subprocess.Popen[bytes]] = {}


def begin(name: str) -> None:
    """Begin to read a scenario that will be wanted soon."""
    process = started("scenario", name)
    if process is not None:
        _begun[name] = process


def scenario(name: str) -> Scenario:
    """A scenario by id, path or folder. Raises Broken."""
    process = _begun.pop(name, None) or started("scenario", name)
    return cast("Scenario", value_of(next(answers(process), None) or answer_to("scenario", [name])))


def scenario_of_text(text: str) -> Scenario:
    """The scenario that a record carries. Raises Broken, ValueError."""
    process = started("text")
    if process is None or process.stdin is None:
        return cast("Scenario", value_of(of_text(text)))
    try:
        process.stdin.write(text.encode())
        process.stdin.close()
    except OSError:
        pass  # it has ended early: there is no answer, and the work is done here
    return cast("Scenario", value_of(next(answers(process), None) or of_text(text)))


def scenarios(names: Sequence[str]) -> Iterator[tuple[str, Scenario | None]]:
    """Scenarios by name as they are read; None for one that cannot be played."""
    for name, (kind, found) in zip(names, each("scenarios", names), strict=False):
        yield name, cast("Scenario", found) if kind == "done" else None


def records(paths: Sequence[Path]) -> Iterator[Known]:
    """What is said of records, as they are read."""
    for _, found in each("records", [str(path) for path in paths]):
        yield cast(Known, found)


def each(kind: str, words: Sequence[str]) -> Iterator[Answer]:
    """An answer for each word; from this process where the other one gives none."""
    count = 0
    for answer in answers(started(kind, *words)):
        count += 1
        yield answer
    for word in words[count:]:
        yield answer_to(kind, [word])


def started(*words: str) -> subprocess.Popen[bytes] | None:
    """The process; None where none can be started."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "tui.apart", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
    except (OSError, ValueError):
        return None


def answers(process: subprocess.Popen[bytes] | None) -> Iterator[Answer]:
    """The answers of a process, as they come."""
    if process is None or process.stdout is None:
        return
    try:
        while True:
            yield pickle.load(process.stdout)
    except (EOFError, pickle.UnpicklingError, AttributeError, ImportError):
        return
    finally:
        for stream in (process.stdin, process.stdout):
            if stream is not None and not stream.closed:
                stream.close()
        process.wait()


def value_of(answer: Answer) -> object:
    """The value of an answer. Raises what kept the other process from giving one."""
    from sim.errors import Broken, Problem

    kind, found = answer
    if kind == "broken":
        raise Broken(cast("tuple[Problem, ...]", found))
    if kind == "odd":
        raise ValueError(str(found))
    return found


# --- in the other process ---


def answer_to(kind: str, words: Sequence[str]) -> Answer:
    """The answer to one question."""
    return known(Path(words[0])) if kind == "records" else of_name(words[0])


def of_name(name: str) -> Answer:
    """A scenario by name."""
    from sim.errors import Broken
    from sim.loading import load

    try:
        return "done", load.scenario(name)
    except Broken as broken:
        return "broken", broken.problems


def of_text(text: str) -> Answer:
    """A scenario that a record carries."""
    from sim.errors import Broken
    from sim.loading.load import from_resolved

    try:
        return "done", from_resolved(text)
    except Broken as broken:
        return "broken", broken.problems
    except ValueError as error:
        return "odd", str(error)


def known(path: Path) -> Answer:
    """What can be said of a record; whatever is wrong with it is told when it is opened."""
    from sim.table.keeping import replay_record
    from sim.table.record import read_record

    try:
        found = read_record(path)
        game = replay_record(found)
    except Exception:  # a damaged record is shown as such, whatever the damage
        return "done", Known(path)
    bots = dict(found.header.bots or {})
    people = tuple(seat.id for seat in game.seating.seats if game.seating.head_of(seat.party).id not in bots)
    return "done", Known(path, game.scenario.id, game.round, game.scenario.rounds, people, game.is_over)


def main(words: Sequence[str], out: BinaryIO) -> None:
    """Answer and end."""
    if words[0] == "text":
        pickle.dump(of_text(sys.stdin.buffer.read().decode()), out)
        return
    for word in words[1:]:
        pickle.dump(answer_to(words[0], [word]), out)
        out.flush()


if __name__ == "__main__":
    import tui.apart  # values are pickled under the name by which the program knows them

    tui.apart.main(sys.argv[1:], sys.stdout.buffer)
