"""The marks of the rulebook's tests."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """`rule` and `claim` stand in pyproject.toml; this one is used here only."""
    config.addinivalue_line("markers", "reference: an outcome that was worked out beforehand, by hand or by another program")
    config.addinivalue_line("markers", "data: a number of the pack as the brief of the game gives it")
