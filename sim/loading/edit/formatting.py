"""One layout for rule files: two spaces a step, lists two under their key, no spaces at line ends, no two blank lines in a row.

Order, comments, quotes, braces and the lines in braces stay as they are; so does the meaning, or nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from sim.loading.digests import rules_digest, text_digest
from sim.loading.edit.overlay_file import CannotEdit
from sim.loading.edit.splice import BLOCKS, STEP, WIDEST, Piece, all_pieces, pieces_of
from sim.loading.node import Node, Plain, plain
from sim.loading.reading import tree_of

COMMENT = re.compile(r"(?m)(?:^|(?<=[ \t]))#.*$")
BEFORE_COMMENT = re.compile(r"[ \t]+(?=#)")
OWN_LINE = re.compile(r"[ \t]*#")
TAB_BESIDE = re.compile(r"[ \t]*\t[ \t]*(?=#|$)|(?<=[:\-])[ \t]*\t[ \t]*", re.MULTILINE)
DOCUMENT = re.compile(r"(?m)^(?=(?:---|\.\.\.)[ \t]*(?:#.*)?$)")
MARK = "#document"
"""The marks around a document are comments to the library, which would move the comments beside them otherwise."""
NOTHING = re.compile(r"(?!)")
BLANK_LINES = re.compile(r"\n{3,}")
AWKWARD = ("#", "\t", "\n")


@dataclass(frozen=True, slots=True)
class Kept:
    """Letters that stay as they are. indent: of the line of their key, or their dash; own: of their own line, -1 if it is the same.

    is_prose: spaces at line ends, or blank lines, may be part of a text; gap: in front of the comment behind it, "" for none;
    under_comment: that comment stands behind the key above.
    """

    text: str
    indent: int
    own: int
    is_prose: bool
    gap: str
    under_comment: bool = False


@dataclass(slots=True)
class Masked:
    """A text with words in place of all that must not be laid out anew. kept: what stands for each word; pattern: any of them."""

    text: str
    kept: dict[str, Kept] = field(default_factory=dict)
    pattern: re.Pattern[str] = NOTHING


def formatted(text: str, name: str) -> str:
    """The text in the one layout. Raises Broken where it cannot be read, CannotEdit where something would be lost."""
    before = tree_of(text, name)
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    masked = masked_of(lined)
    is_one_piece = pieces_of(masked.text).pairs is None  # all of it in braces
    laid_out = masked.text if is_one_piece else with_comments_in_place(masked.text, laid_out_anew(masked.text))
    if comments_in(laid_out) != comments_in(masked.text):
        raise CannotEdit("fmt-comments", file=name)
    after = unmasked(tidied(laid_out).replace(f"\n{MARK}", "\n").removeprefix(MARK), masked)
    if not is_same(before, tree_of(after, name)):
        raise CannotEdit("fmt-meaning", file=name)
    return after


def is_same(before: Node, after: Node) -> bool:
    """Whether two trees say the same: by their digests, and value by value in the same order."""
    digests = (rules_digest([node], None) + text_digest([node], None) for node in (before, after))
    return len(set(digests)) == 1 and ordered(plain(before)) == ordered(plain(after))


def ordered(value: Plain) -> object:
    """A value in which the order of keys counts."""
    if isinstance(value, dict):
        return [(key, ordered(item)) for key, item in value.items()]
    return [ordered(item) for item in value] if isinstance(value, list) else value


# --- what is not laid out anew ---


def masked_of(text: str) -> Masked:
    """Words in place of braces, of texts over several lines, and of texts that look like a comment."""
    masked, word, root = Masked(text), "piece", pieces_of(text)
    while word in text:
        word += "_"
    found = sorted(to_mask(root, text), key=lambda piece: piece.start)
    for number, piece in reversed(list(enumerate(found))):
        name = f"{word}{number:05}"
        masked.kept[name] = kept_of(piece, text)
        masked.text = masked.text[: piece.start] + name + masked.text[piece.end :]
    masked.text = DOCUMENT.sub(MARK, TAB_BESIDE.sub(" ", masked.text))
    masked.pattern = re.compile(f"(.*?)({word}[0-9]{{5}})(.*)") if found else NOTHING
    return masked


def kept_of(piece: Piece, text: str) -> Kept:
    """A piece with where it stood."""
    line, letters, prose = line_at(text, piece.start), text[piece.start : piece.end], is_prose(piece, text)
    behind = gap_in(line_at(text, piece.end)[piece.end - text.rfind("\n", 0, piece.end) - 1 :])
    if line[: piece.column].strip():
        return Kept(letters, indent_of(line), -1, prose, behind)
    above = text.rfind("\n", 0, piece.start)
    while above > 0 and (not line_at(text, above).strip() or OWN_LINE.match(line_at(text, above))):
        above = text.rfind("\n", 0, above)
    key = line_at(text, max(above, 0))
    beside = COMMENT.search(key)
    gap = behind if beside is None else gap_in(key[len(key[: beside.start()].rstrip()) :])
    return Kept(letters, indent_of(key), piece.column, prose, gap, beside is not None)


def gap_in(rest: str) -> str:
    """The space in front of a comment with which a line ends."""
    hit = BEFORE_COMMENT.match(rest)
    return hit.group().replace("\t", " ") if hit is not None else ""


def line_at(text: str, offset: int) -> str:
    """The line in which a letter stands; of a line end, the line before it."""
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(text)]


def to_mask(piece: Piece, text: str) -> Iterator[Piece]:
    """The outermost pieces that stay as they are."""
    if piece.has_braces:
        yield piece
    elif piece.pairs is None and piece.items is None:
        if piece.quote in BLOCKS or any(letter in text[piece.start : piece.end] for letter in AWKWARD):
            yield piece
    for _, value in piece.pairs or () if not piece.has_braces else ():
        yield from to_mask(value, text)
    for item in piece.items or () if not piece.has_braces else ():
        yield from to_mask(item, text)


def is_prose(piece: Piece, text: str) -> bool:
    """Whether spaces at line ends, or blank lines, may be part of a text."""
    singles = (each for each in all_pieces(piece) if each.pairs is None and each.items is None)
    return any("\n" in text[each.start : each.end] for each in singles)


def unmasked(text: str, masked: Masked) -> str:
    """The pieces back in their places; their further lines move with the first."""
    return masked.pattern.sub(lambda hit: put_back(masked.kept[hit.group(2)], hit.group(1), hit.group(3)), text)


def put_back(kept: Kept, front: str, rest: str) -> str:
    """A line with a piece in place of its word: on the line of its key, or on its own below, as it was."""
    steps = indent_of(front) - kept.indent
    first, *more = kept.text.split("\n") if kept.is_prose else tidied(kept.text).removesuffix("\n").split("\n")
    whole = "\n".join([first, *(shifted(line, steps) for line in more)])
    rest = kept.gap + rest.lstrip() if kept.gap and rest.lstrip().startswith("#") else rest
    if kept.own < 0 or not front.strip():
        return f"{front}{whole}{rest}"
    whole = f"\n{' ' * max(kept.own + steps, 1)}{whole}"
    return f"{front.rstrip()}{rest}{whole}" if kept.under_comment else f"{front.rstrip()}{whole}{rest}"


def shifted(line: str, steps: int) -> str:
    """A line moved to the right, or to the left as far as it goes."""
    if not line.strip():
        return line
    return " " * steps + line if steps >= 0 else line[min(-steps, indent_of(line)) :]


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


# --- the layout ---


def laid_out_anew(text: str) -> str:
    """The text as the library writes it that keeps comments. Single values are words to it, so that none is written differently."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.resolver import VersionedResolver

    class Words(VersionedResolver):
        """A reader to which nothing is a number, a date or a switch."""

        @property
        def versioned_resolver(self) -> dict[str, object]:
            return {}

    yaml, out = YAML(), StringIO()
    yaml.Resolver = Words
    yaml.preserve_quotes, yaml.width = True, WIDEST
    yaml.indent(mapping=STEP, sequence=2 * STEP, offset=STEP)
    try:
        yaml.dump(yaml.load(text), out)
    except YAMLError as trouble:
        raise CannotEdit("fmt-library", what=str(trouble).split("\n")[0]) from trouble
    return out.getvalue()


def with_comments_in_place(before: str, after: str) -> str:
    """Comments on lines of their own, indented like the line they were indented like before: the next one, or the one above."""
    old, new = before.split("\n"), after.split("\n")
    rows = [row for row, line in enumerate(old) if OWN_LINE.match(line)]
    here = [row for row, line in enumerate(new) if OWN_LINE.match(line)]
    if len(rows) != len(here):
        return after
    for then, now in zip(rows, here, strict=True):
        for step in (1, -1):
            model, now_model = neighbour(old, then, step), neighbour(new, now, step)
            if model is not None and now_model is not None and indent_of(old[then]) == model:
                new[now] = " " * now_model + new[now].lstrip()
                break
    return "\n".join(new)


def neighbour(lines: list[str], row: int, step: int) -> int | None:
    """The indentation of the nearest line with something else than a comment, above or below."""
    row += step
    while 0 <= row < len(lines):
        if lines[row].strip() and not OWN_LINE.match(lines[row]):
            return indent_of(lines[row])
        row += step
    return None


def comments_in(text: str) -> list[str]:
    """All comments in their order."""
    return [hit.group().rstrip() for hit in COMMENT.finditer(text)]


def tidied(text: str) -> str:
    """No spaces at line ends, at most one blank line in a row, one line end at the end."""
    lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    return BLANK_LINES.sub("\n\n", lines).strip("\n") + "\n"
