"""Bytes of one rule file -> a tree of nodes, or problems: text first, then the strict subset of YAML.

Never a meaning of a key, never a traceback: whatever the bytes are, the answer is a tree, problems, or both.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sim.errors import Broken, Fix, Problem
from sim.loading import faults
from sim.loading.building import Builder, TooBroken
from sim.loading.node import Node
from sim.loading.scalars import STRANGE

LARGEST_FILE = 2_000_000
BOM = "\ufeff"
INDENTED_ODDLY = re.compile(r"(?:(?<=[\r\n])|\A) *[\t\u3000][ \t\u3000]*(?=\S)")
BLANK_WITH_TAB = re.compile(r"(?:(?<=[\r\n])|\A)[ \t]*\t[ \t]*(?=[\r\n]|\Z)")
DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?=%)")
LINE_END = re.compile(r"\r\n|\n|\r")
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: the tree (None if it cannot be read as one), what is wrong with it, and its text."""

    path: str
    node: Node | None
    problems: tuple[Problem, ...]
    text: str = ""


def read_file(path: Path, shown: str = "") -> Reading:
    """Read a file. shown: how problems name it, default the path."""
    name = shown or str(path)
    content = content_of(path, name)
    return Reading(name, None, (content,)) if isinstance(content, Problem) else read_bytes(content, name)


def content_of(path: Path, name: str) -> bytes | Problem:
    """The bytes of a plain file of bearable size."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return not_a_file(name, stat.S_ISDIR(status.st_mode))
        if status.st_size > LARGEST_FILE:
            return too_large(name, status.st_size)
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as trouble:
        return unreadable(name, trouble)
    if (after.st_mtime_ns, after.st_size) != (status.st_mtime_ns, status.st_size):
        text, hint = "the file changed while it was read", "wait until it is saved, and try again"
        return Problem(name, 1, 1, "error", "NW029", text, hint)
    return content if len(content) <= LARGEST_FILE else too_large(name, len(content))


def not_a_file(name: str, is_folder: bool) -> Problem:
    """A folder, a pipe or a device stands where a file is expected."""
    text = "this is a folder, not a file" if is_folder else "this is not an ordinary file"
    return Problem(name, 1, 1, "error", "NW026", text, "name a YAML file")


def too_large(name: str, size: int) -> Problem:
    """More bytes than any rule file has."""
    text = f"the file is too large: {size} bytes; the most is {LARGEST_FILE}"
    return Problem(name, 1, 1, "error", "NW023", text, "split it: every *.yaml of the folder belongs to the pack")


def unreadable(name: str, trouble: OSError | ValueError) -> Problem:
    """The system refuses to open or read the file."""
    number = trouble.errno if isinstance(trouble, OSError) else None
    if number == errno.ELOOP:
        return Problem(name, 1, 1, "error", "NW025", "this link leads back to itself", "put the file itself here")
    reasons = {errno.ENOENT: "there is no such file", errno.EACCES: "reading this file is not permitted"}
    reasons |= {errno.ENOTDIR: "there is no such file", errno.ENAMETOOLONG: "the name of the file is too long"}
    text = reasons.get(number or 0, "the file cannot be read")
    return Problem(name, 1, 1, "error", "NW020", text, "check the name and the rights of the file")


def read_bytes(content: bytes, name: str) -> Reading:
    """Read the bytes of a file called `name`."""
    text = text_of(content, name)
    return Reading(name, None, (text,)) if isinstance(text, Problem) else read_text(text, name)


def text_of(content: bytes, name: str) -> str | Problem:
    """UTF-8, with or without a byte-order mark at the start; no NUL."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(name, 1, 1, "error", "NW021", "the file is saved as UTF-16", "save it as UTF-8")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as trouble:
        return not_utf8(content[: trouble.start], name)
    if "\0" in text:
        line, column = place_of(text, text.index("\0"))
        hint = "it may be no text file at all; save it again as UTF-8 text"
        return Problem(name, line, column, "error", "NW022", "a NUL byte stands here", hint)
    return text.removeprefix(BOM)


def marked_text(path: Path, name: str) -> tuple[str, str]:
    """The byte-order mark that a file begins with, or "", and its text. Raises Broken where it cannot be read."""
    content = content_of(path, name)
    if isinstance(content, Problem):
        raise Broken([content])
    text = text_of(content, name)
    if isinstance(text, Problem):
        raise Broken([text])
    return BOM if content.startswith(BOM.encode()) else "", text


def not_utf8(good: bytes, name: str) -> Problem:
    """The place of the first byte that is no UTF-8."""
    before = good.decode("utf-8").removeprefix(BOM)
    line, column = place_of(before, len(before))
    return Problem(name, line, column, "error", "NW021", "this character is not UTF-8", "save the file as UTF-8")


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def read_text(text: str, name: str) -> Reading:
    """Scan, then parse; a file whose indentation cannot be trusted is not parsed."""
    problems = [*strange_characters(text, name), *odd_indentation(text, name), *directive(text, name)]
    if any(problem.code in {"NW001", "NW006"} for problem in problems):
        return Reading(name, None, tuple(sorted(problems)), text)
    cleaned = STRANGE.sub("\ufffd", text)
    if "\t" in cleaned:
        cleaned = BLANK_WITH_TAB.sub("", cleaned)
    node, found = parse(cleaned, name)
    return Reading(name, node, tuple(sorted(set(problems + found))), text)


def tree_of(text: str, name: str) -> Node:
    """The tree of a text without errors. Raises Broken where there are some."""
    reading = read_text(text, name)
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if errors or reading.node is None:
        raise Broken(errors)
    return reading.node


def strange_characters(text: str, name: str) -> list[Problem]:
    """Characters that cannot be seen and change what is read, the first of each line."""
    if STRANGE.search(text) is None:
        return []
    hits = ((row, STRANGE.search(line)) for row, line in enumerate(LINE_END.split(text), 1))
    found = ((row, hit) for row, hit in hits if hit is not None)
    return [invisible(name, row, hit) for row, hit in islice(found, faults.MOST_PROBLEMS)]


def invisible(name: str, row: int, hit: re.Match[str]) -> Problem:
    """NW009 of a character that cannot be seen."""
    message = f"an invisible character (U+{ord(hit.group()):04X}) stands here"
    return Problem(name, row, hit.start() + 1, "error", "NW009", message, "delete it")


def odd_indentation(text: str, name: str) -> Iterator[Problem]:
    """Tabs, or spaces of full width, in front of a line: one message for all lines of a file."""
    hits = list(INDENTED_ODDLY.finditer(text))
    if not hits:
        return
    line, column = place_of(text, hits[0].end() - len(hits[0].group().lstrip(" ")))
    what = "a TAB" if "\t" in hits[0].group() else "a space of full width"
    lines = [str(place_of(text, hit.start())[0]) for hit in hits[1 : MOST_NAMED + 1]]
    more = f" and {len(hits) - 1 - len(lines)} more" if len(hits) - 1 > len(lines) else ""
    also = f"; the same on line {', '.join(lines)}{more}" if lines else ""
    message = f"this line is indented with {what}; only spaces are allowed"
    hint, fixes = as_neighbours(text, line, hits[0].group()) if not also else (f"write two spaces for each step{also}", ())
    yield Problem(name, line, column, "error", "NW001", message, hint, fixes)


def as_neighbours(text: str, line: int, found: str) -> tuple[str, tuple[Fix, ...]]:
    """The indentation of the next line, or of the one before, in place of the one found."""
    lines = LINE_END.split(text)
    for other, where in ((line, "as on the next line"), (line - 2, "as on the line before")):
        if 0 <= other < len(lines) and lines[other].strip() and not lines[other].lstrip(" ").startswith(("\t", "\u3000", "-", "#")):
            width = len(lines[other]) - len(lines[other].lstrip(" "))
            if not width:
                continue
            return f"write {width} spaces in its place, {where}", (Fix(line, 1, found, " " * width),)
    return "write two spaces for each step", ()


def directive(text: str, name: str) -> Iterator[Problem]:
    """`%YAML` and its like in front of the file."""
    hit = DIRECTIVE.match(text)
    if hit is not None:
        line, _ = place_of(text, hit.end())
        message = "a line that begins with % is not used in rule files"
        yield Problem(name, line, 1, "error", "NW006", message, "delete the line; a file begins with `nemawashi: 1`")


def parse(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a text, with every problem found on the way."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = Builder(name, text)
    try:
        parser = loader(text)
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except TooBroken:
        return None, builder.problems
    except yaml.YAMLError as trouble:
        return None, [*builder.problems, faults.explain(trouble, text, name)]
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(name, 1, 1, "error", "NW027", "the file is empty", "begin with `nemawashi: 1`"))
    return builder.root, builder.problems
