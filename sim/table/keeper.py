"""Writes a record, line by line, each on the disk before it shows. Holds the file's lock while it is open."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from sim.table.locking import lock
from sim.table.record import (
    CANNOT_WRITE,
    CHANGED_LINE,
    DISK_FULL,
    HEAD_LINES,
    OPEN_ELSEWHERE,
    Header,
    Line,
    Recorded,
    RecordError,
    head_of,
    recorded,
    sealed,
)

FULL = (errno.ENOSPC, errno.EDQUOT)
SUFFIX = ".jsonl"


class Keeper:
    """An open record. A line that could not be written whole is taken out again, and the act has not happened."""

    def __init__(self, path: Path, file: BinaryIO, digest: str, size: int) -> None:
        self.path = path
        self.digest = digest
        self._file = file
        self._size = size

    @classmethod
    def create(cls, path: Path, header: Header, resolved: str, lines: Sequence[Line] = ()) -> Keeper:
        """Start a record; `lines` are written with the header. Raises RecordError; a file that is there stays as it is."""
        head, digest = head_of(header, resolved)
        for line in lines:
            text, digest = sealed(line.to_json(), digest)
            head.append(text)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("xb", buffering=0)
        except OSError as error:
            raise cannot_write(path, error) from error
        keeper = cls(path, file, digest, 0)
        try:
            keeper._take_lock()
            keeper._write("".join(f"{text}\n" for text in head))
        except RecordError:
            file.close()
            path.unlink(missing_ok=True)  # a file of ours that holds nothing yet
            raise
        flush_folder(path.parent)
        return keeper

    @classmethod
    def resume(cls, path: Path, upto: int | None = None) -> tuple[Keeper, Recorded]:
        """Open a record to go on with it, and what it holds. A torn last line is cut off.

        upto: go on behind so many actions and cut off the rest; needed where a line was changed. Raises RecordError.
        """
        try:
            file = path.open("r+b", buffering=0)
        except OSError as error:
            raise cannot_write(path, error) from error
        keeper = cls(path, file, "", 0)
        try:
            keeper._take_lock()
            content = file.read()
            found = recorded(content, str(path))
            changed = next((trouble for trouble in found.troubles if trouble.code == CHANGED_LINE), None)
            if changed is not None and upto is None:
                raise RecordError(CHANGED_LINE, changed.facts)
            keeper._go_on(found if upto is None else cut(content, found, upto), content)
        except RecordError:
            file.close()
            raise
        return keeper, found

    def _take_lock(self) -> None:
        """Lock the file. Raises RecordError `open-elsewhere`."""
        try:
            lock(self._file)
        except OSError as error:
            self._file.close()
            raise RecordError(OPEN_ELSEWHERE, {"file": str(self.path)}) from error

    def _go_on(self, found: Recorded, content: bytes) -> None:
        """Cut off what is behind the sound lines, and give the last of them its line end where that is missing."""
        self.digest, self._size = found.digest, found.size
        try:
            self._file.truncate(self._size)
            self._file.seek(self._size)
        except OSError as error:
            raise cannot_write(self.path, error) from error
        if not content[: self._size].endswith(b"\n"):
            self._write("\n")

    def append(self, line: Line) -> None:
        """Put a line on the disk. Raises RecordError where it cannot be written; then it is not in the record."""
        text, digest = sealed(line.to_json(), self.digest)
        self._write(f"{text}\n")
        self.digest = digest

    def _write(self, text: str) -> None:
        """Write and flush to the disk, or leave the file as it was."""
        data = text.encode("utf-8")
        try:
            written = 0
            while written < len(data):
                written += self._file.write(data[written:]) or 0
            os.fsync(self._file.fileno())
        except OSError as error:
            with suppress(OSError):  # what cannot be cut off now is a torn line to the next reader
                self._file.truncate(self._size)
                self._file.seek(self._size)
            raise cannot_write(self.path, error) from error
        self._size += len(data)

    def close(self) -> None:
        """Close the file and give up the lock."""
        self._file.close()

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def cut(content: bytes, found: Recorded, upto: int) -> Recorded:
    """The record without what comes behind the first `upto` sound actions (those before the start not counted)."""
    before = sum(line.n == 0 for line in found.lines)
    keep = HEAD_LINES + min(len(found.lines), before + max(0, upto))
    return recorded(b"".join(content.splitlines(keepends=True)[:keep]), "")


def cannot_write(path: Path, error: OSError) -> RecordError:
    """What is said when the disk is full, or the file cannot be written for another reason."""
    code = DISK_FULL if error.errno in FULL else CANNOT_WRITE
    return RecordError(code, {"file": str(path), "reason": error.strerror or ""})


def flush_folder(folder: Path) -> None:
    """Make a new file's name last, where the platform can."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def records_folder() -> Path:
    """Where records live unless told otherwise: the platform's data folder."""
    from platformdirs import user_data_dir  # only where records are kept, so that playing without one needs no folder

    return Path(user_data_dir("nemawashi", appauthor=False)) / "records"


def next_path(folder: Path, scenario: str) -> Path:
    """A name that is free: the scenario and the next number."""
    taken = {path.name for path in folder.glob(f"{scenario}-*{SUFFIX}")} if folder.is_dir() else set()
    number = 1
    while f"{scenario}-{number:04d}{SUFFIX}" in taken:
        number += 1
    return folder / f"{scenario}-{number:04d}{SUFFIX}"
