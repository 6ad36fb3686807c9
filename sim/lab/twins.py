"""Compiled twins of plain functions: the same code objects, with every function they call replaced by its twin.

There is one source. A function of the kernel, of the bots or of the lab that is reached from an entry is rebuilt with a
namespace of its own, in which names stand for twins and for the constants that the module holds now. What a parameter is
follows from its name, as everywhere in the kernel: a few names are vectors, all others are integers.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any

VECTORS = frozenset(["t", "s", "m", "mem", "log", "out", "w", "result", "game", "sweep", "empty", "blank", "heard", "counts"])
LISTS = frozenset(["seen", "blanks", "masks", "memories", "results", "tallies"])  # a vector for each party, game or pair

Compile = Callable[[FunctionType], Any]


def names_in(code: CodeType) -> Iterator[str]:
    """Names that a code object, or one inside it, may ask its module for."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from names_in(constant)


def called_by(function: FunctionType) -> list[FunctionType]:
    """The functions of ours that a function names."""
    values = (function.__globals__.get(name) for name in names_in(function.__code__))
    return [value for value in values if isinstance(value, FunctionType)]


def reached_from(entries: list[FunctionType]) -> list[FunctionType]:
    """The entries and every function of ours that they call, callees first."""
    found: dict[FunctionType, None] = {}

    def walk(function: FunctionType) -> None:
        if function not in found:
            for called in called_by(function):
                walk(called)
            found[function] = None

    for entry in entries:
        walk(entry)
    return list(found)


def parameters_of(function: FunctionType) -> tuple[str, ...]:
    """Names of the parameters, in their order."""
    return function.__code__.co_varnames[: function.__code__.co_argcount]


def rebuilt(function: FunctionType, instead: dict[FunctionType, Any]) -> FunctionType:
    """A function with the same code and a namespace of its own. instead: what stands for each function that it calls."""
    space: dict[str, Any] = {"__builtins__": builtins, "__name__": function.__module__}
    for name in names_in(function.__code__):
        if name in function.__globals__:
            value = function.__globals__[name]
            space[name] = instead.get(value, value) if isinstance(value, FunctionType) else value
    plain = FunctionType(function.__code__, space, function.__name__)
    plain.__module__, plain.__qualname__ = function.__module__, function.__qualname__
    return plain


def twins_of(entries: list[FunctionType], compile_: Compile, told: Callable[[int, int], None]) -> list[Any]:
    """The twins of the entries. compile_: called once a function, callees first; told: how many are done, of how many."""
    order = reached_from(entries)
    twins: dict[FunctionType, Any] = {}
    for done, function in enumerate(order):
        told(done, len(order))
        twins[function] = compile_(rebuilt(function, twins))
    told(len(order), len(order))
    return [twins[entry] for entry in entries]
