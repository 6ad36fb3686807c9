"""A record: JSON Lines, one line for the header, one for the rules, then one an accepted action, each with a digest.

The digest of a line is the SHA-256 of the digest before it and the text of the line, so that a line that was changed is
found and named. A line is on the disk before it shows. What is wrong with a record is a code with facts; the sentences
are in `tui/wording`. Never here: the game, or whether an action is allowed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 1
KIND = "nemawashi-record"
HEAD_LINES = 2  # header and rules
DIGEST_MARK = ',"digest":"'
DIGEST_LENGTH = 64

# What can be wrong with a record.
NOT_A_RECORD = "not-a-record"
NEWER_FORMAT = "newer-format"
TORN_LINE = "torn-line"
CHANGED_LINE = "changed-line"
OTHER_ENGINE = "other-engine"
OTHER_RULES = "other-rules"
OTHER_TEXTS = "other-texts"
LINE_REFUSED = "line-refused"
LINE_UNREADABLE = "line-unreadable"
OPEN_ELSEWHERE = "open-elsewhere"
DISK_FULL = "disk-full"
CANNOT_WRITE = "cannot-write"
CANNOT_READ = "cannot-read"
RECORD_FACTS: Mapping[str, tuple[str, ...]] = {
    NOT_A_RECORD: ("file", "line"),
    NEWER_FORMAT: ("file", "format", "known"),
    TORN_LINE: ("file", "line"),
    CHANGED_LINE: ("file", "line"),
    OTHER_ENGINE: ("then", "now", "scenario"),
    OTHER_RULES: ("then", "now", "scenario"),
    OTHER_TEXTS: ("then", "now", "scenario"),
    LINE_REFUSED: ("n", "text", "code"),
    LINE_UNREADABLE: ("n", "text", "code", "column"),
    OPEN_ELSEWHERE: ("file",),
    DISK_FULL: ("file", "reason"),
    CANNOT_WRITE: ("file", "reason"),
    CANNOT_READ: ("file", "reason"),
}
RECORD_CODES: tuple[str, ...] = tuple(RECORD_FACTS)


class RecordError(Exception):
    """A record that cannot be used, or written. code: one of RECORD_CODES; facts: file, line of the file, ..."""

    def __init__(self, code: str, facts: Mapping[str, str | int] | None = None) -> None:
        self.code = code
        self.facts: dict[str, str | int] = dict(facts or {})
        super().__init__(code, self.facts)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about a record that its reader should be told. line: of the file, from 1, 0 for the whole file."""

    code: str
    line: int
    facts: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Header:
    """The first line. seats: what each player seat holds; bots: style by shown seat id; languages: by shown seat id."""

    scenario: str
    engine: str
    rules: str
    texts: str
    seats: tuple[tuple[str, ...], ...]
    seed: int
    seed_known: bool = False
    practice: bool = False
    bots: Mapping[str, str] | None = None
    languages: Mapping[str, str] | None = None

    def to_json(self) -> dict[str, Any]:  # a JSON object holds anything
        """The header as a JSON object, without its digest."""
        return {
            "record": KIND,
            "format": FORMAT,
            "engine": self.engine,
            "rules": self.rules,
            "texts": self.texts,
            "scenario": self.scenario,
            "seats": [list(held) for held in self.seats],
            "bots": dict(self.bots or {}),
            "languages": dict(self.languages or {}),
            "seed": self.seed,
            "seed_known": self.seed_known,
            "practice": self.practice,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """A recorded action. n: from 1, 0 for a draw decided before the start; round, step: when; text: in the notation."""

    n: int
    round: int
    step: str
    text: str

    def to_json(self) -> dict[str, str | int]:
        """The line as a JSON object, without its digest."""
        return {"n": self.n, "round": self.round, "step": self.step, "line": self.text}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record as read. resolved: the rules it was played by; lines: those before the first fault; size: bytes they fill.

    troubles: what was found wrong, in the order of the file. digest: of the last sound line.
    """

    header: Header
    resolved: str
    lines: tuple[Line, ...]
    troubles: tuple[Trouble, ...]
    digest: str
    size: int

    @property
    def is_whole(self) -> bool:
        """True when nothing is wrong with it."""
        return not self.troubles


def chained(before: str, body: str) -> str:
    """Digest of a line behind another. body: the text of the line without its own digest."""
    return hashlib.sha256((before + body).encode("utf-8")).hexdigest()


def sealed(value: Mapping[str, Any], before: str) -> tuple[str, str]:
    """A line of the file with its digest, and that digest."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))[:-1]
    digest = chained(before, body)
    return f'{body}{DIGEST_MARK}{digest}"}}', digest


def head_of(header: Header, resolved: str) -> tuple[list[str], str]:
    """The first two lines of a record, and the digest that the next is chained to."""
    first, digest = sealed(header.to_json(), "")
    second, digest = sealed({"resolved": resolved}, digest)
    return [first, second], digest


@dataclass(frozen=True, slots=True)
class Checked:
    """A line of a file: its number, what it says (None where it is no line of a record), and whether its digest holds."""

    number: int
    value: Mapping[str, Any] | None
    holds: bool
    end: int


def checked_lines(content: bytes) -> Iterator[Checked]:
    """Every line with its digest checked. A line behind a changed one is checked against either of its two digests."""
    before = {""}
    at = 0
    for number, raw in enumerate(content.split(b"\n"), 1):
        at += len(raw) + 1
        if at > len(content) and not raw:
            return
        body, digest = parts_of(raw)
        honest = {chained(previous, body) for previous in before}
        holds = digest in honest
        yield Checked(number, value_of(raw), holds, min(at, len(content)))
        before = {digest} if holds else {digest, *honest}


def parts_of(raw: bytes) -> tuple[str, str]:
    """A line without its digest, and its digest; "" for one that has none. An editor may have changed the line ends."""
    text = raw.removesuffix(b"\r").decode("utf-8", "replace")
    body, mark, tail = text.rpartition(DIGEST_MARK)
    whole = mark and len(tail) == DIGEST_LENGTH + 2 and tail.endswith('"}')
    return (body, tail[:DIGEST_LENGTH]) if whole else (text, "")


def value_of(raw: bytes) -> Mapping[str, Any] | None:
    """The JSON object in a line; None where it holds none."""
    try:
        value = json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def read_record(path: Path) -> Recorded:
    """Read and check a record. Raises RecordError for what is none, is newer, or cannot be read; the rest is told in `troubles`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecordError(CANNOT_READ, {"file": str(path), "reason": error.strerror or ""}) from error
    return recorded(content, str(path))


def recorded(content: bytes, file: str) -> Recorded:
    """The record in the bytes of a file. Raises RecordError as `read_record`."""
    lines = list(checked_lines(content))
    header = header_in(lines, file)
    if len(lines) < HEAD_LINES or (len(lines) == HEAD_LINES and not lines[1].holds):
        raise RecordError(NOT_A_RECORD, {"file": file, "line": HEAD_LINES})
    troubles: list[Trouble] = []
    sound: list[Line] = []
    end = lines[1]
    for line in lines:
        entry = entry_in(line) if line.number > HEAD_LINES else None
        if not line.holds or (line.number > HEAD_LINES and entry is None):
            torn = line is lines[-1] and not content.endswith(b"\n")
            troubles.append(Trouble(TORN_LINE if torn else CHANGED_LINE, line.number, {"file": file, "line": line.number}))
        elif entry is not None and not troubles:
            sound.append(entry)
            end = line
    digest = str((end.value or {}).get("digest", ""))
    return Recorded(header, resolved_in(lines[1]), tuple(sound), tuple(troubles), digest, end.end)


def header_in(lines: list[Checked], file: str) -> Header:
    """The header of a record. Raises RecordError where the first line is none, or of a newer format."""
    value = lines[0].value if lines else None
    if value is None or value.get("record") != KIND or not isinstance(value.get("format"), int):
        raise RecordError(NOT_A_RECORD, {"file": file, "line": 1})
    if value["format"] > FORMAT:
        raise RecordError(NEWER_FORMAT, {"file": file, "format": int(value["format"]), "known": FORMAT})
    try:
        return Header(
            scenario=str(value["scenario"]),
            engine=str(value["engine"]),
            rules=str(value["rules"]),
            texts=str(value["texts"]),
            seats=tuple(tuple(str(id_) for id_ in held) for held in value["seats"]),
            seed=int(value["seed"]),
            seed_known=bool(value["seed_known"]),
            practice=bool(value["practice"]),
            bots={str(seat): str(style) for seat, style in value["bots"].items()},
            languages={str(seat): str(language) for seat, language in value["languages"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(NOT_A_RECORD, {"file": file, "line": 1}) from error


def resolved_in(line: Checked) -> str:
    """The rules in the second line, "" where it is damaged."""
    resolved = (line.value or {}).get("resolved")
    return resolved if isinstance(resolved, str) else ""


def entry_in(line: Checked) -> Line | None:
    """The action of a line, None where it is none."""
    value = line.value or {}
    n, round_, step, text = (value.get(key) for key in ("n", "round", "step", "line"))
    if isinstance(n, int) and isinstance(round_, int) and isinstance(step, str) and isinstance(text, str):
        return Line(n, round_, step, text)
    return None


def differences(header: Header, rules: str, texts: str, engine: str) -> tuple[Trouble, ...]:
    """What is not as it was when the record was made: engine, rules, texts. Explained, not refused."""
    pairs = ((OTHER_ENGINE, header.engine, engine), (OTHER_RULES, header.rules, rules), (OTHER_TEXTS, header.texts, texts))
    return tuple(Trouble(code, 1, {"then": then, "now": now, "scenario": header.scenario}) for code, then, now in pairs if then != now)
