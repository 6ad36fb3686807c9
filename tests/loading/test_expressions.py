"""Expressions: what binds stronger, where everything stands, and what a slip is told."""

import pytest

from sim.errors import Problem
from sim.loading.expressions import Call, Name, Num, Op, Tree, parse
from sim.loading.node import Node, node_at
from tests.loading.helpers import tree

A, B, C = Name("a"), Name("b"), Name("c")


def read(text: str) -> Tree | Problem:
    """An expression that begins in line 7, column 11."""
    return parse(text, Node(text, "f.yaml", 7, 11))


GOOD: dict[str, Tree] = {
    "a": A,
    "12": Num(12),
    "-3 / 2": Op("/", (Num(-3), Num(2))),
    "-a": Op("neg", (A,)),
    "a - b - c": Op("-", (Op("-", (A, B)), C)),
    "a + b * c": Op("+", (A, Op("*", (B, C)))),
    "a / b // c": Op("//", (Op("/", (A, B)), C)),
    "a or b and not c": Op("or", (A, Op("and", (B, Op("not", (C,)))))),
    "not a == b": Op("not", (Op("==", (A, B)),)),
    "2 - (a >= 4)": Op("-", (Num(2), Op(">=", (A, Num(4))))),
    "a - b // 20 at least 1": Call("max", (Op("-", (A, Op("//", (B, Num(20))))), Num(1))),
    "a at most 12 > b": Op(">", (Call("min", (A, Num(12))), B)),
    "delta(us) / 100 limited to -20..20": Call(
        "min", (Call("max", (Op("/", (Call("delta", (Name("us"),)), Num(100))), Num(-20))), Num(20))
    ),
    "if(a, b, max(c, 1))": Call("if", (A, B, Call("max", (C, Num(1))))),
    "to(F2) >= 3": Op(">=", (Call("to", (Name("F2"),)), Num(3))),
    "attack > orders": Op(">", (Name("attack"), Name("orders"))),
}


@pytest.mark.parametrize("text", GOOD)
def test_an_expression_is_a_tree(text: str) -> None:
    assert read(text) == GOOD[text]


def test_a_number_of_the_file_is_an_expression() -> None:
    assert parse(-4, Node(-4, "f.yaml", 1, 1)) == Num(-4)


def test_every_part_has_its_place_in_the_file() -> None:
    found = parse("m_x >= 60 and b", Node("m_x >= 60 and b", "f.yaml", 7, 11))
    assert isinstance(found, Op)
    left = found.args[0]
    assert isinstance(left, Op)
    assert [(part.line, part.column) for part in (found, left, *left.args)] == [(7, 21), (7, 15), (7, 11), (7, 18)]


def test_places_follow_the_lines_of_a_long_expression() -> None:
    node = node_at(tree("when: m_x > 3\n  and m_y = 2\n"), "when")
    assert node is not None
    found = parse(str(node.value), node)
    assert isinstance(found, Problem)
    assert (found.line, found.column) == (2, 11)


BAD = {
    "1 < a < 3": "7:17: error NW311: two comparisons cannot be chained\n      write `1 < a and a < 3`",
    "a and (b or 0 <= c + f(2) <= 3)": (
        "7:37: error NW311: two comparisons cannot be chained\n      write `0 <= c + f(2) and c + f(2) <= 3`"
    ),
    "a +": "7:13: error NW310: a value is missing after `+`\n      write a number or a name",
    "a b": "7:13: error NW310: an operator is missing between `a` and `b`\n"
    "      write +, -, *, /, a comparison, `and` or `or` between them",
    "a >= >= 3": "7:16: error NW310: a value is missing between `>=` and `>=`\n      write a number or a name",
    "min(a, (b + 1)": "7:14: error NW310: the `(` opened here is not closed\n      close it with `)`",
    "a)": "7:12: error NW310: this `)` closes nothing\n      delete it, or open it before",
    "a = 3": "7:13: error NW312: `=` is not part of an expression\n      write `==` to compare",
    "a & b": "7:13: error NW312: `&` is not part of an expression\n      write `and`",
    "a AND b": "7:13: error NW310: `AND` is not a word of the language\n      did you mean `and`?",
    "a, b": "7:12: error NW312: a comma does not fit here\n      a comma stands only inside the brackets of min, max, if and their like",
    "a limited to 2": "7:24: error NW310: the expression stops after `2`\n      write `at least 1`, `at most 9` or `limited to 1..9`",
    "a >= ３０": "7:16: error NW312: `３` is a character of full width\n      write `a >= 30`",
    "a＞＝3": "7:12: error NW312: `＞` is a character of full width\n      write `a>=3`",
    "a ≥ 3": "7:13: error NW312: `≥` is not part of an expression\n      write `>=`",
    "a > 3%": "7:15: error NW014: `3%` is no number\n      write 3: chances and votes are in per cent already",
    "or > 3": "7:11: error NW310: a value is missing before `or`\n      write a number or a name; the words of the language are no names",
    " ": "7:11: error NW310: an expression is missing here\n      write a number or a condition",
    "a / (2 - 2)": "7:16: error NW313: this divides by zero\n      write a divisor that is never 0",
    "a > 9999999999": "7:15: error NW306: the number 9999999999 is too large\n      the largest is 999999999",
}


@pytest.mark.parametrize("text", BAD)
def test_a_slip_is_told_at_its_column_with_a_way_out(text: str) -> None:
    assert str(read(text)) == f"f.yaml:{BAD[text]}"


def test_an_expression_nobody_can_read_is_refused() -> None:
    assert [str(read(text))[:24] for text in ("a" * 2000, "+".join("a" * 70), "-" * 100 + "a")] == ["f.yaml:7:11: error NW310"] * 3
