"""What all entries have in common: the strict base model, ids, texts, expressions, raw effects, source tags."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, PrivateAttr, WithJsonSchema
from pydantic_core import PydanticCustomError

from sim.loading.node import Node

ID = r"^[A-Za-z][A-Za-z0-9_]*$"
NAME = r"^[A-Za-z][A-Za-z0-9_-]*$"
LEVEL = r"^[a-z][a-z0-9_]*$"
DOTTED = r"^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$"

NOWHERE = Node("", "", 1, 1)


def expression(value: Any) -> int | str:
    """A number, or the text of an expression; digits in quotes are neither."""
    if type(value) is int:
        return value
    if type(value) is str and re.fullmatch(r"\s*[+-]?\d+\s*", value):
        raise PydanticCustomError("quoted_number", "number in quotes")
    if type(value) is str and value.strip():
        return value
    raise PydanticCustomError("expression_type", "an expression")


def raw_effects(value: Any) -> Any:
    """One map or a list of maps, left as they are."""
    if isinstance(value, dict) or (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
        return value
    raise PydanticCustomError("effects_type", "effects")


def as_list(value: Any) -> Any:
    """One word stands for a list of one."""
    return [value] if isinstance(value, str) else value


Id: TypeAlias = Annotated[str, Field(pattern=ID)]
FileName: TypeAlias = Annotated[str, Field(pattern=NAME)]
LevelId: TypeAlias = Annotated[str, Field(pattern=LEVEL)]
Point: TypeAlias = Annotated[str, Field(pattern=DOTTED)]
"""A point of the step order or an occasion: resolve.due, lever.played, start."""
Expr: TypeAlias = Annotated[
    int | str,
    PlainValidator(expression),
    WithJsonSchema({"type": ["integer", "string"]}),
]
"""An amount or condition as written; sim.loading.expressions reads it."""
Effects: TypeAlias = Annotated[Any, PlainValidator(raw_effects), WithJsonSchema({"type": ["object", "array"]})]
"""Raw maps; the effect compiler reads them from the nodes."""
Words: TypeAlias = Annotated[str, Field(min_length=1)]
Tag: TypeAlias = Literal["A1", "A2", "A3", "A4", "A5", "A6", "A7", "S", "O", "D"]
Percent: TypeAlias = Annotated[int, Field(ge=0, le=100)]
Count: TypeAlias = Annotated[int, Field(ge=0)]
Round: TypeAlias = Annotated[int, Field(ge=1)]
One: TypeAlias = Annotated[int, Field(ge=1, le=1)]
"""A number that stands in the file so that people can read it; the mechanism knows no other."""


class Shape(BaseModel):
    """A map of a rule file. `node` is the place it was read from."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=False)

    called: ClassVar[str] = ""
    _node: Node = PrivateAttr(default_factory=lambda: NOWHERE)

    @property
    def node(self) -> Node:
        """Where it was read from."""
        return self._node


class Text(Shape):
    """One text in both languages; ja_narrow where room is short."""

    called = "text"
    en: Words
    ja: Words
    ja_narrow: Words | None = None


class Lines(Shape):
    """Lines of text in both languages; one line may stand without a list."""

    called = "text"
    en: Annotated[list[Words], BeforeValidator(as_list)]
    ja: Annotated[list[Words], BeforeValidator(as_list)]


class Labelled(Shape):
    """Something with a name people see. Texts may also stand under its id in `texts`."""

    id: Id
    label: Text | None = None
    short: Text | None = None
    brief: Lines | None = None
    note: Text | None = None
    source: list[Tag] = Field(default_factory=list)
    rule: Id | None = None
    claims: list[Count] = Field(default_factory=list)


class Entry(Labelled):
    """An entry of a list: it says where it comes from. rule, claims: which rule, which claims of the article it carries.

    idea: tags of an idea that is not reported as such; it never counts as a source.
    """

    source: list[Tag]
    idea: list[Tag] = Field(default_factory=list)


class Selectable(Entry):
    """An entry that a scenario may leave out. optional: in play only where a scenario brings it in with `with`."""

    optional: bool = False


class Pick(Shape):
    """What the user of a lever names: a group, a demand or an issue; `picked` stands for it."""

    called = "choice"
    group: Id | None = None
    demand: Literal["open"] | None = None
    issue: Annotated[list[Id], BeforeValidator(as_list), Field(min_length=1)] | None = None


class RulePick(Shape):
    """The open demand that a party may name when a rule comes; it may let the offer pass. same_track: of the initiative's track."""

    called = "choice"
    demand: Literal["open", "same_track"]
    by: Id
    optional: Literal[True]


class Term(Shape):
    """Points that count when a condition holds."""

    called = "line of points"
    add: Expr
    when: Expr | None = None
