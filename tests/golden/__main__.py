"""`python -m tests.golden [pytest options]`: write every transcript anew and name those that changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.golden.comparing import WRITES

HERE = Path(__file__).resolve().parent


def kept() -> dict[str, str]:
    """The transcripts as they stand."""
    paths = (path for folder in ("told", "transcripts") for path in sorted((HERE / folder).glob("*.txt")))
    return {f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8") for path in paths}


def main() -> int:
    """Write, then say what is new."""
    before = kept()
    os.environ[WRITES] = "write"
    code = pytest.main([str(HERE), *sys.argv[1:]])
    changed = [name for name, text in kept().items() if before.get(name) != text]
    print("\n".join(["Changed:", *changed]) if changed else "Nothing has changed.")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
