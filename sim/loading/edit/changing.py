"""Other values in a rule file, one by one: in an overlay where it says the value already, else as a new line of `set`;
in a scenario or a pack where the value stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.loading.checking import SCENARIO
from sim.loading.edit.overlay_file import OVERLAY, CannotEdit, Sheet
from sim.loading.edit.splice import Piece, Rows, pieces_of, reads_as, single, single_at, with_block, with_line, with_pair, with_piece
from sim.loading.node import Node, Plain, place, plain
from sim.loading.overlay_work import Applied, target
from sim.loading.overlays import example_below
from sim.loading.paths import Spot, Trees, spots
from sim.loading.reading import tree_of

SET, FROM, TO = "set", "from", "to"
OF_PACK = "scenario.pack"
"""With another pack nothing is as it was, so that is no matter of one value."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value that was changed. old, new: as they are written; place: where the new one stands; old_place: the old one.

    was_here: the old value stood in the same file; is_same: it was this value already, so nothing was changed.
    """

    path: str
    old: str
    new: str
    place: str
    old_place: str
    was_here: bool = True
    is_same: bool = False


def with_values(sheet: Sheet, wanted: Sequence[tuple[str, str]], with_from: bool = False) -> tuple[Sheet, tuple[Edit, ...]]:
    """The file with other values, by path, and what became of each. with_from: an overlay notes what it takes the place of."""
    if with_from and sheet.kind != OVERLAY:
        raise CannotEdit("from-needs-overlay", file=sheet.found.shown)
    edits: list[Edit] = []
    for path, value in wanted:
        sheet, edit = with_value(sheet, path, value, with_from)
        edits.append(edit)
    return sheet, tuple(edits)


def with_value(sheet: Sheet, path: str, value: str, with_from: bool) -> tuple[Sheet, Edit]:
    """The file with one other value."""
    if sheet.kind == SCENARIO and path == OF_PACK:
        raise CannotEdit("by-hand", path=path, place=sheet.found.shown)
    node = sheet.node()
    line = set_line(sheet, node, path) if sheet.kind == OVERLAY else None
    if line is not None:
        return in_set(sheet, node, path, value, line, with_from)
    spot = spot_of(sheet, sheet.trees(node), path)
    if spot.node.path == sheet.found.shown:
        return in_place(sheet, node, path, value, spot.node)
    if sheet.kind != OVERLAY:
        raise CannotEdit("elsewhere", path=path, place=place(spot.node), file=sheet.found.shown)
    return in_new_line(sheet, node, path, value, spot.node, with_from)


def spot_of(sheet: Sheet, trees: Trees, path: str) -> Spot:
    """Where a path leads. Raises CannotEdit where it leads nowhere, to several places, or to more than one value."""
    work = Applied(trees)
    spot = target(work, path, Node(path, sheet.found.shown, 1, 1))
    if spot is None:
        raise CannotEdit("several-places" if spots(trees, path) else "no-place", work.problems[0], path=path)
    if isinstance(spot.node.value, dict | list):
        raise CannotEdit("not-one-value", path=path, example=example_below(spot, path).strip("`"))
    return spot


def set_line(sheet: Sheet, node: Node, path: str) -> str | None:
    """The key of `set` that leads where a path leads, if there is one."""
    lines = node.get(SET)
    if lines is None or not isinstance(lines.value, dict):
        return None
    if path in lines.value:
        return path
    meant = [(spot.file, spot.steps) for spot in spots(sheet.ground, path)[:1]]
    return next((key for key in lines.value if meant and [(spot.file, spot.steps) for spot in spots(sheet.ground, key)[:1]] == meant), None)


def in_set(sheet: Sheet, node: Node, path: str, value: str, key: str, with_from: bool) -> tuple[Sheet, Edit]:
    """Another value for what `set` says already; what it notes of the base is kept, or mended."""
    lines = node.get(SET)
    assert lines is not None
    old = lines.get(key)
    assert old is not None
    base = spot_of(sheet, sheet.ground, path).node
    own = old.get(TO) if isinstance(old.value, dict) else old
    if own is None or isinstance(own.value, dict | list):
        raise CannotEdit("by-hand", path=path, place=place(old))
    before = old.get(FROM)
    if with_from and before is not None and before.value != base.value:
        sheet, _ = in_place(sheet, node, f"{path}.{FROM}", str(base.value), before)
        return in_set(sheet, sheet.node(), path, value, key, True)
    if with_from and before is None:
        return with_from_before(sheet, node, path, value, base, own)
    return in_place(sheet, node, path, value, own)


def with_from_before(sheet: Sheet, node: Node, path: str, value: str, base: Node, own: Node) -> tuple[Sheet, Edit]:
    """`{from: ..., to: ...}` in place of a single value."""
    piece = piece_of(sheet, own, path)
    new, wanted = written_like(value, piece.quote, True)
    pair: dict[str, Plain] = {FROM: plain(base), TO: wanted}
    text = with_piece(sheet.text, piece, f"{{{FROM}: {written_again(base, True)}, {TO}: {new}}}")
    sheet = sure(sheet, text, with_leaf(node, own, pair), path)
    return sheet, Edit(path, own.written, new, place(own), place(own), is_same=False)


def in_place(sheet: Sheet, node: Node, path: str, value: str, old: Node) -> tuple[Sheet, Edit]:
    """Another value where one stands, in its quotes."""
    piece = piece_of(sheet, old, path)
    new, wanted = written_like(value, piece.quote, piece.in_braces)
    edit = Edit(path, old.written, new, place(old), place(old), is_same=wanted == old.value)
    if edit.is_same:
        return sheet, edit
    return sure(sheet, with_piece(sheet.text, piece, new), with_leaf(node, old, wanted), path), edit


def in_new_line(sheet: Sheet, node: Node, path: str, value: str, base: Node, with_from: bool) -> tuple[Sheet, Edit]:
    """A new line of `set`; the block is begun where there is none."""
    root = pieces_of(sheet.text)
    block = root.get(SET)
    in_braces = with_from or root.has_braces or (block is not None and block.has_braces)
    new, wanted = written_like(value, base.written[:1] if base.quoted else "", in_braces)
    if wanted == base.value:
        return sheet, Edit(path, base.written, new, place(base), place(base), False, True)
    pair: Plain = {FROM: plain(base), TO: wanted} if with_from else wanted
    entry = f"{{{FROM}: {written_again(base, True)}, {TO}: {new}}}" if with_from else new
    text = with_set(sheet.text, root, block, single(path, "", in_braces), entry)
    whole, lines = plain(node), node.get(SET)
    assert isinstance(whole, dict)
    before = plain(lines) if lines is not None and isinstance(lines.value, dict) else {}
    assert isinstance(before, dict)
    sheet = sure(sheet, text, {**whole, SET: {**before, path: pair}}, path)
    after = sheet.node().get(SET)
    line = after.get(path) if after is not None else None
    return sheet, Edit(path, base.written, new, place(line) if line is not None else sheet.found.shown, place(base), False)


def with_set(text: str, root: Piece, block: Piece | None, key: str, value: str) -> str:
    """The text with one more line in its block `set`."""
    if block is None:
        return with_block(text, root, SET, key, value)
    if block.pairs is None:
        front = " " * (root.column + 2)
        return with_line(text, block.start, f"{front}{key}: {value}")
    return with_pair(text, block, key, value)


def written_like(value: str, quote: str, in_braces: bool) -> tuple[str, str | int]:
    """A value as it is written beside or in place of another, and as it is read."""
    new = single(value, quote, in_braces)
    return new, value if new != value or quote else reads_as(new)


def written_again(base: Node, in_braces: bool) -> str:
    """A value of the base as it is written here."""
    if base.quoted:
        return single(str(base.value), base.written[:1], in_braces)
    return base.written or single(str(base.value), "", in_braces)


def piece_of(sheet: Sheet, node: Node, path: str) -> Piece:
    """The letters of a single value."""
    found = single_at(pieces_of(sheet.text), Rows.of(sheet.text).offset(node.line, node.column))
    if found is None:
        raise CannotEdit("by-hand", path=path, place=place(node))
    return found


def with_leaf(node: Node, leaf: Node, new: Plain) -> Plain:
    """The plain values of a tree with another one at a place."""
    match node.value:
        case dict() as entries:
            return {key: with_leaf(item, leaf, new) for key, item in entries.items()}
        case list() as items:
            return [with_leaf(item, leaf, new) for item in items]
        case single_value:
            return new if (node.line, node.column) == (leaf.line, leaf.column) else single_value


def sure(sheet: Sheet, text: str, wanted: Plain, path: str) -> Sheet:
    """The file with a new text, which must be read as exactly what was wanted, all else as before."""
    if plain(tree_of(text, sheet.found.shown)) != wanted:
        raise CannotEdit("by-hand", path=path, place=sheet.found.shown)
    return replace(sheet, text=text)
