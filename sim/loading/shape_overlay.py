"""An overlay: what a facilitator changes in a scenario and its pack, without a copy of either."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sim.loading.shape_base import FileName, Lines, Shape, Tag, Text, Words, as_list

OF_HEAD = ("id", "label", "short", "brief", "minutes", "players", "source")
"""Keys that take the place of those of the scenario's head."""
OF_SCENARIO = ("start", "mood", "fixed", "only", "out", "with", "open", "procedure", "weights", "forced", "lesson", "history")
"""Keys that mean the same as in a scenario, and take the place of what it says, key by key."""


class Overlay(Shape):
    """An overlay file.

    extends: a scenario or another overlay, by id or path; base_digest: of the rules it was written against.
    set: single values by path, or {from, to}; replace: whole values by path; add: entries by kind or by the path of a list or
    map; remove: paths of entries and keys.
    """

    called = "overlay"
    nemawashi: int
    extends: Words
    id: FileName
    label: Text | None = None
    short: Text | None = None
    brief: Lines | None = None
    minutes: Annotated[int, Field(ge=1)] | None = None
    players: Words | None = None
    source: list[Tag] | None = None
    base_digest: Words | None = None
    set: dict[str, Any] = Field(default_factory=dict)
    replace: dict[str, Any] = Field(default_factory=dict)
    add: dict[str, Any] = Field(default_factory=dict)
    remove: Annotated[list[str], BeforeValidator(as_list)] = Field(default_factory=list)
    start: Any = None
    mood: Any = None
    fixed: Any = None
    only: Any = None
    out: Any = None
    with_: Any = Field(default=None, alias="with")
    open: Any = None
    procedure: Any = None
    weights: Any = None
    forced: Any = None
    lesson: Any = None
    history: Any = None


OVERLAY_KEYS = tuple(field.alias or name for name, field in Overlay.model_fields.items())
