"""What a parameter is follows from its name. Here the syntax trees are read: vectors are used as vectors, numbers as numbers."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import lru_cache
from types import FunctionType
from typing import cast

import pytest

from sim.lab.machine import ARGUMENTS
from sim.lab.playing import play_and_count
from sim.lab.twins import LISTS, VECTORS, called_by, parameters_of, reached_from, rebuilt, twins_of

VECTOR, LIST, NUMBER = "vector", "list", "number"


@lru_cache(maxsize=1)
def reached() -> tuple[FunctionType, ...]:
    """Every function that is compiled."""
    return tuple(reached_from([cast(FunctionType, play_and_count)]))


@lru_cache(maxsize=1024)
def tree_of(function: FunctionType) -> ast.FunctionDef:
    """The syntax tree of a function."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(tree, ast.FunctionDef)
    return tree


def kind_of_name(name: str) -> str:
    """What the compiler takes a name for."""
    return VECTOR if name in VECTORS else LIST if name in LISTS else NUMBER


def kind_of(node: ast.expr) -> str:
    """What an expression is: a vector by name, one of a list, a list by name, or a number."""
    if isinstance(node, ast.Name):
        return kind_of_name(node.id)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in LISTS:
        return VECTOR
    return NUMBER


def calls_in(function: FunctionType) -> Iterator[tuple[ast.Call, FunctionType]]:
    """The calls of functions of ours."""
    for node in ast.walk(tree_of(function)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called = function.__globals__.get(node.func.id)
            if isinstance(called, FunctionType):
                yield node, called


def faults_of(function: FunctionType) -> Iterator[str]:
    """Every use of a name that does not fit what its name says."""
    tree = tree_of(function)
    allowed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            if kind_of(node.value) == NUMBER:
                yield f"{ast.unparse(node)}: `{ast.unparse(node.value)}` is indexed and no vector by its name"
            if isinstance(node.slice, ast.Slice):
                yield f"{ast.unparse(node)}: a slice"
            if kind_of(node.slice) != NUMBER:
                yield f"{ast.unparse(node)}: the index is no number"
            allowed.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called = function.__globals__.get(node.func.id)
            if node.func.id == "len" or isinstance(called, FunctionType):
                allowed |= {id(arg) for arg in node.args}
    for node, called in calls_in(function):
        yield from faults_of_call(node, called)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and kind_of_name(node.id) != NUMBER and (id(node) not in allowed or isinstance(node.ctx, ast.Store)):
            yield f"line {node.lineno}: `{node.id}` is used as a number, or is assigned to"


def faults_of_call(node: ast.Call, called: FunctionType) -> Iterator[str]:
    """Arguments that are not what the parameter is by its name, and vectors that are given twice."""
    given = [(kind_of(arg), ast.unparse(arg)) for arg in node.args]
    wanted = [kind_of_name(name) for name in parameters_of(called)]
    if node.keywords or [kind for kind, _ in given] != wanted:
        yield f"{ast.unparse(node)}: wants {wanted}"
    vectors = [text for kind, text in given if kind != NUMBER]
    if len(set(vectors)) != len(vectors):
        yield f"{ast.unparse(node)}: the same vector twice"


def test_every_use_of_a_name_fits_what_the_compiler_takes_it_for() -> None:
    found = [f"{function.__module__}.{function.__name__}: {fault}" for function in reached() for fault in faults_of(function)]
    assert found == []


def test_every_name_of_a_vector_is_used_as_one() -> None:
    parameters = {name for function in reached() for name in parameters_of(function)}
    assert parameters >= VECTORS | LISTS
    indexed = {
        node.value.id
        for function in reached()
        for node in ast.walk(tree_of(function))
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)
    }
    assert indexed == VECTORS | LISTS


def test_vectors_of_the_entry_are_all_different() -> None:
    names = parameters_of(cast(FunctionType, play_and_count))
    assert len(names) == ARGUMENTS and len(set(names)) == ARGUMENTS


def test_nothing_is_reached_that_lies_outside_kernel_bots_and_lab() -> None:
    modules = {function.__module__ for function in reached()}
    assert all(name.startswith(("sim.kernel.", "sim.bots.", "sim.lab.")) for name in modules)
    assert len(reached()) > 400


# --- the reading itself ---


def helper(t, s, a):  # type: ignore[no-untyped-def]  # kernel style
    """A function as the compiler knows them."""
    return t[a] + s[a]


def wrong_index(t, a):  # type: ignore[no-untyped-def]
    """Indexes a number."""
    return a[0]


def wrong_number(t, s):  # type: ignore[no-untyped-def]
    """Counts with a vector."""
    return t + 1


def wrong_call(t, s, a):  # type: ignore[no-untyped-def]
    """Gives a number where a vector is wanted."""
    return helper(t, a, a)


def wrong_twice(t, s, a):  # type: ignore[no-untyped-def]
    """Gives one vector twice."""
    return helper(s, s, a)


def wrong_name(t, s, a):  # type: ignore[no-untyped-def]
    """Gives a vector another name."""
    b = s
    return b


def wrong_one_of_many(t, masks, a):  # type: ignore[no-untyped-def]
    """Takes a list of vectors for a vector."""
    return helper(t, masks, a)


@pytest.mark.parametrize("function", [wrong_index, wrong_number, wrong_call, wrong_twice, wrong_name, wrong_one_of_many])
def test_a_wrong_use_is_found(function: FunctionType) -> None:
    assert list(faults_of(function)) != []


def test_a_right_use_is_not_found() -> None:
    assert list(faults_of(cast(FunctionType, helper))) == []


# --- twins ---


def test_callees_come_first_and_each_once() -> None:
    order = list(reached())
    place = {function: at for at, function in enumerate(order)}
    assert len(place) == len(order)
    assert all(place[called] < place[function] for function in order for called in called_by(function) if called is not function)


def test_a_twin_calls_twins_and_gives_the_same() -> None:
    made: list[str] = []
    told: list[int] = []

    def keep(function: FunctionType) -> FunctionType:
        made.append(function.__name__)
        return function

    (twin,) = twins_of([cast(FunctionType, right_call)], keep, lambda done, of: told.append(done))
    assert made == ["helper", "right_call"] and told == [0, 1, 2]
    assert twin([1, 2], [3, 4], 1) == right_call([1, 2], [3, 4], 1) == 6
    assert twin.__globals__["helper"] is not helper


def right_call(t, s, a):  # type: ignore[no-untyped-def]
    """As it should be."""
    return helper(t, s, a)


def test_a_twin_holds_the_constants_of_now() -> None:
    space = {"NUMBER": 5}
    exec("def number():\n    return NUMBER\n", space)
    twin = rebuilt(cast(FunctionType, space["number"]), {})
    space["NUMBER"] = 6
    assert twin() == 5
