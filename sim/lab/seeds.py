"""Seeds by hashing, where no kernel is at hand."""

from __future__ import annotations

import hashlib


def seed_of(sweep: int, index: int, purpose: str) -> int:
    """A number of 64 bits for one game of a sweep and one purpose."""
    text = f"nemawashi {sweep} {index} {purpose}".encode()
    return int.from_bytes(hashlib.sha256(text).digest()[:8], "big")
