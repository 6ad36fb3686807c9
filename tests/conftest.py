"""How hypothesis looks: the same in every plain run and without a clock, so that a busy machine does not turn main red.

NEMAWASHI_THOROUGH=1 looks anew each time.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile("thorough" if os.environ.get("NEMAWASHI_THOROUGH", "") not in ("", "0") else "same")
