"""The text of a rule file in pieces, and edits of single pieces: everything outside them stays as it is, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from typing import Any

from sim.loading.reading import BLANK_WITH_TAB
from sim.loading.scalars import STRANGE, fault_of_word, is_integer

ENDS = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
GAP = re.compile(r"(?:[ \t\r\n]|(?<!\S)#[^\r\n]*)*")
"""What may stand between two values: spaces, line ends, comments."""
END_MARK = re.compile(r"(?m)^\.\.\.[ \t]*(?:#.*)?\s*\Z")
SINGLE, DOUBLE = "'", '"'
BLOCKS = ("|", ">")
SWITCH = "true"
STEP = 2
WIDEST = 2**31 - 1


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A value as it stands in a text. start, end: of its letters; word: of a single value; quote: of one in quotes, or `|`, `>`.

    in_braces: something around it is in braces; has_braces: it is a map or list in braces itself; column: from 0.
    pairs: of a map, key and value; items: of a list; both None for anything else.
    """

    start: int
    end: int
    column: int
    word: str = ""
    quote: str = ""
    in_braces: bool = False
    has_braces: bool = False
    pairs: tuple[tuple[Piece, Piece], ...] | None = None
    items: tuple[Piece, ...] | None = None

    def get(self, key: str) -> Piece | None:
        """The value under a key of a map."""
        return next((value for name, value in self.pairs or () if name.word == key), None)


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the lines of a text begin."""

    starts: tuple[int, ...]
    size: int

    @classmethod
    def of(cls, text: str) -> Rows:
        """Those of a text."""
        return cls((0, *(hit.end() for hit in ENDS.finditer(text))), len(text))

    def offset(self, line: int, column: int) -> int:
        """The letter at a line and a column, both from 1; the parser puts the end of a text one line too far."""
        return min(self.starts[line - 1] + column - 1, self.size) if line <= len(self.starts) else self.size


# --- reading ---


def pieces_of(text: str) -> Piece:
    """The text as a tree of pieces. Raises yaml.YAMLError where it is none."""
    import yaml

    cleaned = BLANK_WITH_TAB.sub(lambda hit: " " * len(hit.group()), STRANGE.sub("\ufffd", text))
    root = yaml.compose(cleaned, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return piece_of(root, Rows.of(cleaned), cleaned, False)


def piece_of(node: Any, rows: Rows, text: str, in_braces: bool) -> Piece:  # Any: nodes of PyYAML have no types
    """One node and all below."""
    first, last = node.start_mark, node.end_mark
    start, end = rows.offset(first.line + 1, first.column + 1), rows.offset(last.line + 1, last.column + 1)
    value = node.value
    if isinstance(value, str):
        quote = node.style or ""
        return Piece(start, end_of_block(text, start, end) if quote in BLOCKS else end, first.column, value, quote, in_braces)
    inside = in_braces or bool(node.flow_style)
    pairs = items = None
    if type(node).__name__ == "MappingNode":
        pairs = tuple((piece_of(key, rows, text, inside), piece_of(item, rows, text, inside)) for key, item in value)
    else:
        items = tuple(piece_of(item, rows, text, inside) for item in value)
    return Piece(start, end, first.column, "", "", in_braces, bool(node.flow_style), pairs, items)


def end_of_block(text: str, start: int, end: int) -> int:
    """The end of the last line with letters of a block of text."""
    return start + len(text[start:end].rstrip())


def all_pieces(piece: Piece) -> Iterator[Piece]:
    """A piece and all below, keys included."""
    yield piece
    for key, value in piece.pairs or ():
        yield key
        yield from all_pieces(value)
    for item in piece.items or ():
        yield from all_pieces(item)


def single_at(root: Piece, offset: int) -> Piece | None:
    """The single value that begins at a letter."""
    keys = {id(key) for piece in all_pieces(root) for key, _ in piece.pairs or ()}
    found = (piece for piece in all_pieces(root) if piece.start == offset and piece.pairs is None and piece.items is None)
    return next((piece for piece in found if id(piece) not in keys), None)


def last_letter(piece: Piece) -> int:
    """Where the last value of a piece ends."""
    if piece.has_braces:
        return piece.end
    if piece.pairs:
        key, value = piece.pairs[-1]
        return last_letter(value) if value.end > value.start else key.end + 1
    return last_letter(piece.items[-1]) if piece.items else piece.end


def line_end_of(text: str) -> str:
    """How lines of a text end."""
    hit = ENDS.search(text)
    return hit.group() if hit is not None else "\n"


def end_of_line(text: str, offset: int) -> int:
    """The end of the line in which a letter stands, in front of its line end."""
    hit = ENDS.search(text, offset)
    return hit.start() if hit is not None else len(text)


# --- writing single values ---


def single(value: str, quote: str = "", in_braces: bool = False) -> str:
    """A value as it has to be written, so that it is read as the same: in the quotes that stood there, else bare where it may be."""
    if quote == SINGLE:
        return emitted(value, SINGLE, in_braces)
    if quote:
        return emitted(value, DOUBLE, in_braces)
    if is_integer(value) or value == SWITCH or (fault_of_word(value, False) is None and emitted(value, "", in_braces) == value):
        return value
    return emitted(value, DOUBLE, in_braces)


def reads_as(written: str) -> str | int:
    """What a value without quotes is read as."""
    return int(written) if is_integer(written) else written


@lru_cache(maxsize=1024)
def emitted(value: str, quote: str, in_braces: bool) -> str:
    """A text as a YAML library writes it, on one line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    kinds = {DOUBLE: DoubleQuotedScalarString, SINGLE: SingleQuotedScalarString}
    map_ = CommentedMap({"k": kinds.get(quote if "\n" not in value else DOUBLE, str)(value)})
    if in_braces:
        map_.fa.set_flow_style()
    yaml, out = YAML(), StringIO()
    yaml.width = WIDEST
    yaml.dump(map_, out)
    text = out.getvalue().rstrip("\n")
    return text.removeprefix("{").removesuffix("}").removeprefix("k: ") if in_braces else text.removeprefix("k: ")


# --- edits ---


def with_piece(text: str, piece: Piece, new: str) -> str:
    """Other letters in place of a piece."""
    return text[: piece.start] + new + text[piece.end :]


def with_pair(text: str, map_: Piece, key: str, value: str) -> str:
    """One more key at the end of a map, in its manner."""
    entry = f"{key}: {value}"
    if map_.has_braces:
        return with_pair_in_braces(text, map_, entry)
    column = map_.pairs[0][0].column if map_.pairs else map_.column
    return with_line(text, last_letter(map_), " " * column + entry)


def with_line(text: str, behind: int, line: str) -> str:
    """A line of its own behind the line in which a letter stands."""
    end = end_of_line(text, max(behind - 1, 0))
    return text[:end] + line_end_of(text) + line + text[end:]


def with_pair_in_braces(text: str, map_: Piece, entry: str) -> str:
    """One more key in braces: on the line of the last, or on its own where the closing brace stands on one."""
    if not map_.pairs:
        return text[: map_.start + 1] + entry + text[map_.start + 1 :]
    behind = last_letter(Piece(0, 0, 0, pairs=map_.pairs))
    gap = GAP.match(text, behind)
    comma = gap.end() if gap is not None and text.startswith(",", gap.end()) else -1
    last = comma + 1 if comma >= 0 else behind
    line_end = end_of_line(text, last)
    if line_end >= map_.end:
        return f"{text[:last]} {entry}{text[last:]}" if comma >= 0 else f"{text[:last]}, {entry}{text[last:]}"
    indent = " " * indent_of(text, map_.pairs[-1][0].start)
    new_line = f"{line_end_of(text)}{indent}{entry}{',' if comma >= 0 else ''}"
    return text[:last] + ("" if comma >= 0 else ",") + text[last:line_end] + new_line + text[line_end:]


def indent_of(text: str, offset: int) -> int:
    """How many spaces the line begins with in which a letter stands."""
    start = max((hit.end() for hit in ENDS.finditer(text, 0, offset)), default=0)
    return len(text[start:]) - len(text[start:].lstrip(" "))


def with_block(text: str, root: Piece, name: str, key: str, value: str) -> str:
    """A map of one key at the end of a file, under a name that the file did not have."""
    if root.has_braces:
        return with_pair_in_braces(text, root, f"{name}: {{{key}: {value}}}")
    eol, front = line_end_of(text), " " * root.column
    block = f"{front}{name}:{eol}{front}{' ' * STEP}{key}: {value}"
    end = END_MARK.search(text)
    if end is not None:
        return f"{text[: end.start()]}{block}{eol}{text[end.start() :]}"
    closed = not text or text.endswith(("\n", "\r"))
    return f"{text}{block}{eol}" if closed else f"{text}{eol}{block}"
