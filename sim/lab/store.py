"""Where machine code is kept between runs: one file a key, and the key names everything that went into it.

A key is the text of every file of the kernel and the bots and of what the lab compiles, the version of the compiler, and the
processor. A changed constant in any file gives another key, so old code is never found for new rules of play; rule *data* is no part of it. A
file carries its own checksum: one that is damaged counts as none. Two processes may write the same file, each whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

SIM = Path(__file__).resolve().parents[1]
PARTS = ("kernel", "bots")
OF_LAB = ("counts", "linking", "playing", "results", "twins")  # the other files of the lab never end up in the code
COMPILERS = ("numba", "llvmlite")
MOST_KEPT = 4
AN_HOUR = 3600 * 10**9
MARK = b"nemawashi machine code 1\n"


@dataclass(frozen=True, slots=True)
class Code:
    """An object file and the symbol of its entry."""

    code: bytes
    symbol: str


def sources() -> Iterator[Path]:
    """Every file that may end up in the code."""
    for part in PARTS:
        yield from sorted((SIM / part).rglob("*.py"))
    yield from (SIM / "lab" / f"{name}.py" for name in OF_LAB)


def version_of(package: str) -> str:
    """Version of an installed package, "" without it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def processor() -> str:
    """Name and abilities of the processor, as far as the compiler uses them; "" without the compiler."""
    try:
        import llvmlite.binding as llvm
    except ImportError:
        return ""
    return f"{llvm.get_host_cpu_name()} {llvm.get_host_cpu_features().flatten()}"


def key_now() -> str:
    """The key of the code that these sources give on this machine."""
    whole = hashlib.sha256()
    for path in sources():
        whole.update(f"{path.relative_to(SIM)}\0".encode())
        whole.update(path.read_bytes())
    made_by = [version_of(each) for each in COMPILERS]
    whole.update(json.dumps([made_by, sys.platform, platform.machine(), processor(), list(sys.version_info[:2])]).encode())
    return whole.hexdigest()[:32]


def folder() -> Path:
    """Where code is kept. NEMAWASHI_CODE names another folder."""
    from platformdirs import user_cache_dir

    named = os.environ.get("NEMAWASHI_CODE")
    return Path(named) if named else Path(user_cache_dir("nemawashi", appauthor=False)) / "code"


def place_of(key: str) -> Path:
    """The file of a key."""
    return folder() / f"{key}.code"


def read_code(key: str) -> Code | None:
    """The code of a key; None where there is none, or none that is whole."""
    try:
        whole = place_of(key).read_bytes()
    except OSError:
        return None
    mark, digest, rest = whole[: len(MARK)], whole[len(MARK) : len(MARK) + 32], whole[len(MARK) + 32 :]
    if mark != MARK or hashlib.sha256(rest).digest() != digest:
        return None
    symbol, _, code = rest.partition(b"\n")
    return Code(code, symbol.decode())


def write_code(key: str, found: Code) -> None:
    """Keep the code of a key; the oldest others go. Raises OSError where the folder cannot be written."""
    rest = found.symbol.encode() + b"\n" + found.code
    folder().mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder(), prefix="new-", delete=False) as file:
        file.write(MARK + hashlib.sha256(rest).digest() + rest)
    os.replace(file.name, place_of(key))
    make_room(place_of(key).stat().st_mtime_ns)


def make_room(now: int) -> None:
    """The oldest code goes, and what a process that was killed has left half written. now: time of the newest, nanoseconds."""
    kept = sorted(folder().glob("*.code"), key=lambda path: path.stat().st_mtime_ns)
    left = [path for path in folder().glob("new-*") if now - path.stat().st_mtime_ns > AN_HOUR]
    for path in kept[:-MOST_KEPT] + left:
        path.unlink(missing_ok=True)


def trouble() -> str:
    """Why the folder cannot be written, "" where it can. Creates it."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder()):
            return ""
    except OSError as fault:
        return fault.strerror or str(fault)
