"""Signs that are drawn: one cell wide everywhere, or plain ASCII for terminals that draw box rules two cells wide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """mark: chosen row; less, more: of a value; point: forecast; dot: empty cell of a strip; band: of uncertainty; done: a step."""

    mark: str
    less: str
    more: str
    point: str
    dot: str
    band: str
    done: str
    rule: str
    heavy: str
    minus: str
    bar: str
    edge: str = "|"


DRAWN = Signs(mark="▸", less="◂", more="▸", point="◊", dot="∙", band="=", done="✓", rule="─", heavy="━", minus="−", bar="━")
ASCII = Signs(mark=">", less="<", more=">", point="#", dot=".", band="=", done="v", rule="-", heavy="=", minus="-", bar="#")


def signs_of(drawn: bool) -> Signs:
    """The set that a terminal can show."""
    return DRAWN if drawn else ASCII
