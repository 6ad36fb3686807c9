"""From the events of the YAML parser to nodes: what the strict subset refuses is refused here, each at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sim.errors import Fix, Problem
from sim.loading import retyping, scalars
from sim.loading.faults import MOST_PROBLEMS
from sim.loading.node import Break, Node, Value

DEEPEST = 20
MANY_REPEATED = 3
MOST_EVENTS = 300_000  # beginnings and ends of lists count too; the largest file that is shipped has some 6,000
PLAIN_STYLES = (None, "")


class TooBroken(Exception):
    """The file is not worth reading on: too deep, a second document, or too many problems."""


@dataclass(slots=True)
class Key:
    """The key read last in a map; text "" = refused, its value is dropped."""

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(slots=True)
class Open:
    """A list or map being read."""

    value: list[Node] | dict[str, Node]
    line: int
    column: int
    in_braces: bool
    key: Key | None = None
    first_lines: dict[str, int] = field(default_factory=dict)
    repeated: list[Key] = field(default_factory=list)


class Builder:
    """Takes the events of one file in order; `root` is the tree once all have been taken."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[Open] = []
        self.documents = 0
        self.events = 0

    def take(self, event: Any) -> None:  # Any: PyYAML's events share no typed base with these fields
        """One event of the parser."""
        kind = type(event).__name__
        self.events += 1
        if self.events > MOST_EVENTS:
            self.report(
                event, "NW023", f"there are more than {MOST_EVENTS} values in this file", "split it, or see whether it is a rule file"
            )
            raise TooBroken
        if kind == "ScalarEvent":
            self.take_scalar(event)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            self.open(event, {} if kind == "MappingStartEvent" else [])
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self.close()
        elif kind == "AliasEvent":
            self.refuse(event, f"`*{event.anchor}` refers to another place of the file")
            self.put("", event.start_mark.line + 1, event.start_mark.column + 1, True, ())
        elif kind == "DocumentStartEvent":
            self.start_document(event)

    def start_document(self, event: Any) -> None:
        """One document a file."""
        self.documents += 1
        if event.version or event.tags:
            self.report(event, "NW006", "a line that begins with % is not used in rule files", "delete the line")
        if self.documents > 1:
            hint = "delete the line; a list key may stand in several files of a pack instead"
            self.report(event, "NW006", "a second document begins here; a file holds one", hint)
            raise TooBroken

    def take_scalar(self, event: Any) -> None:
        """A word, number or text: a key, or a value."""
        mark, text = event.start_mark, event.value
        line, column, quoted = mark.line + 1, mark.column + 1, event.style not in PLAIN_STYLES
        self.check_marks(event)
        if self.expects_key():
            self.stack[-1].key = self.key_of(event, text, line, column, quoted)
            return
        value = self.value_of(event, text, quoted)
        key = self.stack[-1].key if self.stack else None
        if text == "" and not quoted and key is not None:
            line, column = key.line, key.column
        self.put(value, line, column, quoted, self.breaks_of(event, mark.line + 1), self.written(event, quoted))

    def written(self, event: Any, quoted: bool) -> str:
        """A single value as it stands in the file."""
        return self.text[event.start_mark.index : event.end_mark.index] if quoted else str(event.value)

    def expects_key(self) -> bool:
        """Whether the next thing is a key of the map being read."""
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def key_of(self, event: Any, text: str, line: int, column: int, quoted: bool) -> Key:
        """A key, checked for itself; repeated keys are told when their value comes."""
        if text == "<<" and not quoted:
            self.report(event, "NW006", "`<<` takes over another entry; that is not used in rule files", "write the keys out")
            return Key("", line, column)
        if text == "":
            self.report(event, "NW103", "a key is missing in front of the colon", "write `key: value`")
        if quoted and scalars.STRANGE.search(text):
            self.text_of(event, text)
            return Key("", line, column)
        fault = None if quoted else scalars.fault_of_word(text, is_key=True)
        if fault is not None:
            self.report(event, *fault)
        return Key(text, line, column, quoted)

    def value_of(self, event: Any, text: str, quoted: bool) -> str | int:
        """A text, or a whole number if it stands without quotes."""
        if quoted:
            return self.text_of(event, str(text))
        if text == "":
            self.report_nothing(event)
            return ""
        fault = scalars.fault_of_word(text, is_key=False)
        if fault is not None:
            self.report(event, *fault)
            return str(text)
        return int(text) if scalars.is_integer(text) else str(text)

    def text_of(self, event: Any, text: str) -> str:
        """A text in quotes; a backslash may not bring in what cannot be seen."""
        hit = scalars.STRANGE.search(text)
        if hit is not None:
            what = f"this text holds an invisible character (U+{ord(hit.group()):04X})"
            self.report(event, "NW009", what, "delete the backslash and what belongs to it")
        return text

    def report_nothing(self, event: Any) -> None:
        """A key, or a dash, without a value: often `rank:1` or `0,7` inside braces."""
        top = self.stack[-1] if self.stack else None
        if top is None:
            return
        if top.key is None:
            self.report(event, "NW103", "nothing stands after this dash", "write the entry, or delete the dash")
            return
        problem = nothing_after(self.path, top)
        self.add(problem)
        if problem.code == "NW013":
            top.key = Key("", top.key.line, top.key.column)  # no key at all, but the rest of a number

    def breaks_of(self, event: Any, line: int) -> tuple[Break, ...]:
        """Where each line of a text over several lines begins, in the text and in the file."""
        if event.end_mark.line + 1 == line:
            return ()
        if event.style in ("|", ">"):
            return ((0, line, event.start_mark.column + 1),)
        return breaks_in(self.text[event.start_mark.index : event.end_mark.index], line, event.start_mark.column + 1)

    def open(self, event: Any, value: list[Node] | dict[str, Node]) -> None:
        """A list or map begins."""
        self.check_marks(event)
        mark = event.start_mark
        if self.expects_key():
            self.report(event, "NW103", "a key must be a word, not a list or a map", "write `key: value`")
            self.stack[-1].key = Key("", mark.line + 1, mark.column + 1)
            raise TooBroken
        if len(self.stack) >= DEEPEST:
            self.report(event, "NW024", f"this is nested more than {DEEPEST} levels deep", "an entry needs four at most")
            raise TooBroken
        self.stack.append(Open(value, mark.line + 1, mark.column + 1, bool(event.flow_style)))

    def close(self) -> None:
        """The list or map read last is complete."""
        done = self.stack.pop()
        self.tell_repeated(done)
        self.put(done.value, done.line, done.column, False, ())

    def put(self, value: Value, line: int, column: int, quoted: bool, breaks: tuple[Break, ...], written: str = "") -> None:
        """A value is complete: into the map or list around it, or the root."""
        if not self.stack:
            self.root = Node(value, self.path, line, column, 0, 0, quoted, breaks, written)
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            top.value.append(Node(value, self.path, line, column, 0, 0, quoted, breaks, written))
            return
        key = top.key or Key("", line, column)
        top.key = None
        if key.text and self.is_new(top, key):
            top.value[key.text] = Node(value, self.path, line, column, key.line, key.column, quoted, breaks, written)

    def is_new(self, top: Open, key: Key) -> bool:
        """A key may stand once in its map."""
        first = top.first_lines.setdefault(key.text, key.line)
        if isinstance(top.value, dict) and key.text in top.value:
            top.repeated.append(key)
            return False
        top.first_lines[key.text] = first
        return True

    def tell_repeated(self, done: Open) -> None:
        """NW106; many keys at once stand there because the line is missing that begins a new entry."""
        several = len(done.repeated) >= MANY_REPEATED
        for key in done.repeated[:1] if several else done.repeated:
            first = done.first_lines[key.text]
            text = f"the key `{scalars.shortened(key.text)}` appears twice; first on line {first}"
            hint = "delete one of the two; many programs would silently take the last"
            if several:
                text += f"; so do {len(done.repeated) - 1} more keys of this entry"
                hint = "a line is probably missing above: begin a new entry with `- id: ...`"
            self.add(Problem(self.path, key.line, key.column, "error", "NW106", text, hint))

    def check_marks(self, event: Any) -> None:
        """No anchors, no tags."""
        if event.anchor is not None:
            self.refuse(event, f"`&{event.anchor}` names a place of the file")
        if event.tag is not None:
            self.refuse(event, f"`{shown_tag(event.tag)}` tells programs how to read a value")

    def refuse(self, event: Any, what: str) -> None:
        """Anchors, references and tags."""
        self.report(event, "NW006", f"{what}; that is not used in rule files", "write the value itself here, in quotes if it is a text")

    def report(self, event: Any, code: str, text: str, hint: str) -> None:
        """A problem at the beginning of what the event stands for."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        word = getattr(event, "value", None)
        fixes = retyping.of_word(code, word, hint, line, column) if isinstance(word, str) else ()
        self.add(Problem(self.path, line, column, "error", code, text, hint, fixes))

    def add(self, problem: Problem) -> None:
        """Keep a problem; stop reading where nobody would read on."""
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooBroken


def nothing_after(path: str, top: Open) -> Problem:
    """The problem of a key without a value."""
    key = top.key or Key("", top.line, top.column)
    name = scalars.shortened(key.text)
    head, colon, tail = key.text.partition(":")
    if not key.quoted and colon and head and tail:
        text, hint = f"`{name}` is read as one word, not as key and value", f"write `{head}: {tail}` with a space after the colon"
        fix = Fix(key.line, key.column, key.text, f"{head}: {tail}", True)
        return Problem(path, key.line, key.column, "error", "NW002", text, hint, (fix,))
    if top.in_braces and key.text.isdigit() and isinstance(top.value, dict) and top.value:
        before = list(top.value.values())[-1]
        if isinstance(before.value, int):
            return decimal_comma(path, before, key.text)
    text, hint = f"nothing stands after `{name}:`", "write the value, or delete the key"
    return Problem(path, key.line, key.column, "error", "NW103", text, hint)


def decimal_comma(path: str, before: Node, digits: str) -> Problem:
    """NW013 of `0,7`: shares are whole per cents here."""
    text = f"`{before.value},{digits}` is read as the value {before.value} followed by a stray item {digits}"
    share = int((digits + "0")[:2]) if before.value == 0 and len(digits) <= 2 else None
    if share is None:
        return Problem(path, before.line, before.column, "error", "NW013", text, "numbers are whole here, without a comma")
    hint = f"did you mean {share}? numbers are whole here, and a share of 0.{digits} is written {share}"
    fix = Fix(before.line, before.column, f"0,{digits}", str(share))
    return Problem(path, before.line, before.column, "error", "NW013", text, hint, (fix,))


def shown_tag(tag: str) -> str:
    """A tag as people write it."""
    return "!!" + tag.removeprefix("tag:yaml.org,2002:") if tag.startswith("tag:yaml.org,2002:") else tag


def breaks_in(raw: str, line: int, column: int) -> tuple[Break, ...]:
    """(offset, line, column) of each written line of a text whose lines are joined by spaces."""
    found: list[Break] = []
    offset = 0
    for row, written in enumerate(raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        text = written.strip(" \t")
        start = column if row == 0 else 1 + len(written) - len(written.lstrip(" \t"))
        if row == 0 and raw[:1] in ('"', "'"):
            text, start = text[1:], start + 1
        if text:
            found.append((offset, line + row, start))
            offset += len(text) + 1
    return tuple(found)
