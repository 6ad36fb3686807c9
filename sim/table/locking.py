"""One process at a time may write a record: a lock on the open file, by the means of the platform."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

LOCKED_BYTE = 2**30  # far behind the end of any record, since a lock on Windows keeps readers from the byte

if sys.platform == "win32":
    import msvcrt

    def lock(file: BinaryIO) -> None:
        """Take the lock. Raises OSError where another process has it."""
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0, os.SEEK_END)

else:
    import fcntl

    def lock(file: BinaryIO) -> None:
        """Take the lock; it ends when the file is closed. Raises OSError where another process has it."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
