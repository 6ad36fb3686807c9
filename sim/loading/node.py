"""The tree a rule file is read into: values with the place they stand at. Never a meaning, never a default."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TypeAlias

from sim.errors import Fix, Problem

Value: TypeAlias = "str | int | list[Node] | dict[str, Node]"
Plain: TypeAlias = "str | int | list[Plain] | dict[str, Plain]"
Break: TypeAlias = tuple[int, int, int]
Fixes: TypeAlias = tuple[Fix, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value and its place; lines and columns from 1, columns in characters.

    key_line, key_column: the place of the key in front of a value of a map, else 0.
    quoted: it stood in quotes (or as a block of text), so it is text whatever it looks like.
    breaks: (offset in the value, line, column) for each line of a text over several lines.
    written: a single value as it stands in the file, with its quotes and signs.
    was: None for what stands as it was written first; of a house rule, what it took the place of, the latest first.
    """

    value: Value
    path: str
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    quoted: bool = False
    breaks: tuple[Break, ...] = ()
    written: str = ""
    was: tuple[str, ...] | None = None

    def spot(self, offset: int) -> tuple[int, int]:
        """Line and column of the character `offset` (from 0) of a text."""
        if not self.breaks:
            return self.line, self.column + offset + self.quoted
        row = bisect_right(self.breaks, (offset, self.line * 1_000_000, 0)) - 1
        start, line, column = self.breaks[max(row, 0)]
        return line, column + offset - start

    def problem(self, code: str, text: str, hint: str = "", severity: str = "error", fixes: Fixes = ()) -> Problem:
        """A fault of the value."""
        return Problem(self.path, self.line, self.column, severity, code, text, hint, fixes)

    def problem_at(self, offset: int, code: str, text: str, hint: str = "", fixes: Fixes = ()) -> Problem:
        """A fault at the character `offset` of a text."""
        line, column = self.spot(offset)
        return Problem(self.path, line, column, "error", code, text, hint, fixes)

    def problem_of_key(self, code: str, text: str, hint: str = "", severity: str = "error", fixes: Fixes = ()) -> Problem:
        """A fault of the key in front of the value; of the value where there is none."""
        line, column = (self.key_line, self.key_column) if self.key_line else (self.line, self.column)
        return Problem(self.path, line, column, severity, code, text, hint, fixes)

    def to_write(self, new: object, safe: bool = False) -> Fixes:
        """The edit that puts something else in place of a single value."""
        return (Fix(self.line, self.column, self.written, str(new), safe),) if self.written else ()

    def to_rename(self, key: str, new: str) -> Fixes:
        """The edit that gives the value another key."""
        return (Fix(self.key_line, self.key_column, key, new),) if self.key_line else ()

    def get(self, key: str) -> Node | None:
        """What stands under `key`, if this is a map that has it."""
        return self.value.get(key) if isinstance(self.value, dict) else None


def plain(node: Node) -> Plain:
    """The values alone, without places."""
    match node.value:
        case list() as items:
            return [plain(item) for item in items]
        case dict() as entries:
            return {key: plain(item) for key, item in entries.items()}
        case simple:
            return simple


def place(node: Node) -> str:
    """`file:line:column` of a value."""
    return f"{node.path}:{node.line}:{node.column}"


def line_seen_from(file: str, path: str, line: int) -> str:
    """`line 3`; as seen from another file `path, line 3`."""
    return f"line {line}" if path == file else f"{path}, line {line}"


def node_at(node: Node, *keys: str | int) -> Node | None:
    """Walk down by keys, by positions in a list, or by the id of an entry of a list."""
    found: Node | None = node
    for key in keys:
        found = child(found, key) if found is not None else None
    return found


def child(node: Node, key: str | int) -> Node | None:
    """One step down: a key of a map, a position of a list, or the id of an entry of a list."""
    match node.value:
        case dict() as entries:
            return entries.get(str(key))
        case list() as items if isinstance(key, int):
            return items[key] if -len(items) <= key < len(items) else None
        case list() as items:
            return next((item for item in items if id_of(item) == key), None)
    return None


def id_of(node: Node) -> str:
    """The id of an entry, "" where it has none."""
    own = node.get("id")
    return own.value if own is not None and isinstance(own.value, str) else ""
