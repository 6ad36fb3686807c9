"""Overlays to begin with: the head of one, and a whole one that teaches by examples from the rules it extends."""

from __future__ import annotations

from collections.abc import Callable

Says = Callable[..., str]
"""A sentence for people, by its code and facts."""


def head(says: Says, name: str, extends: str, digest: str) -> str:
    """The beginning of an overlay: what it is, and over what."""
    comments = [f"# {line}" for code in ("edit-head-what", "edit-head-check") for line in says(code, base=extends).splitlines()]
    lines = [
        *comments,
        "nemawashi: 1",
        f"id: {name}",
        f"extends: {extends}",
        f'base_digest: "{digest}"  # {says("edit-head-digest", base=extends)}',
        "",
    ]
    return "\n".join([*lines, *(f"# {line}" for line in says("edit-head-set").splitlines())]) + "\n"
