"""Plain functions to machine code: numba translates each once, and all are optimised together in one module.

numba alone would link the code of all callees into each function, optimise the sum and make machine code of it; with hundreds
of small functions that takes many minutes, and only the entry is ever called. Here a function that is no entry keeps its plain
translation, and the entry links each of them once. Vectors are addresses: a numba array is seven words at every call, and asks
at every index whether it counts from the end, which a rule never does. Leans on inner parts of numba, so its version is
pinned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FunctionType
from typing import Any

from sim.lab.twins import LISTS, VECTORS, parameters_of, twins_of

OPTIONS = {"error_model": "numpy", "_nrt": False, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def libraries_below(library: Any) -> list[Any]:
    """Every library that a library leans on, directly or through others, each once."""
    found: dict[int, Any] = {}
    waiting = list(library._linking_libraries)
    while waiting:
        each = waiting.pop()
        if id(each) not in found:
            found[id(each)] = each
            waiting += each._linking_libraries
    return list(found.values())


class NoEnvironment:
    """The code generator without what only a function that Python calls would need."""

    def __init__(self, codegen: Any) -> None:
        self._codegen = codegen

    def __getattr__(self, name: str) -> Any:
        return getattr(self._codegen, name)

    def set_env(self, env_name: str, env: Any) -> None:
        """Nothing: no function here is called by Python."""


def library_classes(entry: str) -> tuple[type, type]:
    """The libraries of an inner function and of the entry."""
    base: Any = import_module("numba.core.codegen").JITCodeLibrary

    class Inner(base):  # type: ignore[misc]  # numba has no types for it
        """A translation that waits to be linked."""

        @property
        def codegen(self) -> Any:
            return NoEnvironment(self._codegen)

        def _optimize_functions(self, ll_module: Any) -> None:
            ll_module.data_layout = self._codegen._data_layout

        def finalize(self) -> None:
            self._raise_if_finalized()
            self._finalized = True

        def get_pointer_to_function(self, name: str) -> int:
            self._ensure_finalized()
            return 0

    class Entry(base):  # type: ignore[misc]
        """All translations together, optimised once."""

        @property
        def codegen(self) -> Any:
            return NoEnvironment(self._codegen)

        def finalize(self) -> None:
            self._linking_libraries = libraries_below(self)
            super().finalize()

        def _optimize_final_module(self) -> None:
            # What nobody else can call may be changed to the marrow: results in registers, no status to ask for.
            for function in self._final_module.functions:
                if not function.is_declaration and entry not in function.name:
                    function.linkage = "internal"
            super()._optimize_final_module()

    return Inner, Entry


@contextmanager
def linked_once(entry: str) -> Iterator[None]:
    """While this holds, the function named `entry` is compiled with all its callees; others are only translated."""
    cpu_target: Any = import_module("numba.core.registry").cpu_target

    inner, whole = library_classes(entry)
    codegen = cpu_target.target_context.codegen()

    def create_library(name: str, **options: Any) -> Any:
        kind = whole if name.rpartition(".")[2] == entry else inner
        return kind(codegen, name, **options)

    codegen.create_library = create_library
    try:
        yield
    finally:
        del codegen.create_library


def teach_length() -> None:
    """Let compiled code ask for the length of a vector: it stands in the cell before the first one."""
    pointer: Any = import_module("numba").types.CPointer
    overload: Any = import_module("numba.extending").overload

    @overload(len)
    def length(vector):  # type: ignore[no-untyped-def]  # numba wants the same words as in the answer
        if isinstance(vector, pointer):
            return lambda vector: vector[-1]
        return None


def types_of(function: FunctionType) -> tuple[Any, ...]:
    """What numba takes the parameters of a function for, by their names."""
    types: Any = import_module("numba").types
    vector = types.CPointer(types.int64)
    kinds = {**dict.fromkeys(VECTORS, vector), **dict.fromkeys(LISTS, types.CPointer(vector))}
    return tuple(kinds.get(name, types.int64) for name in parameters_of(function))


def machine_code(entry: FunctionType, told: Callable[[int, int], None]) -> tuple[bytes, str]:
    """An object file with the entry and all that it calls, and the symbol of the entry.

    told: how many functions are translated, of how many. The symbol follows numba's calling convention: a place for the
    result, a place for a fault, then the arguments; it returns 0.
    """
    njit: Any = import_module("numba").njit
    teach_length()

    def compile_(function: FunctionType) -> Any:
        return njit(types_of(function), **OPTIONS)(function)

    with linked_once(entry.__name__):
        (twin,) = twins_of([entry], compile_, told)
        (found,) = twin.overloads.values()
        return found.library._get_compiled_object(), found.fndesc.mangled_name
