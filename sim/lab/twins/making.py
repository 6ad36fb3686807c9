"""Compiles the twins to one piece of machine code: `python -m sim.lab.twins.making ROOT FILE`, a process of its own.

numba reads and types every function. Left alone it would optimise each one together with all that it calls, over and over;
here the functions are kept as they come, put into one module, and optimised once. For that a few methods of the compiler
are replaced, which is why nothing else runs in this process. It tells how far it is, a line at a time: `done all`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llvmlite.binding as llvm
import numba
from numba import _dynfunc
from numba.core import codegen, cpu, event, types
from numba.core.dispatcher import Dispatcher

from sim.lab.twins.building import DRIVER, count_functions, namespaces, sources
from sim.lab.twins.cells import CELLS, SHEET
from sim.lab.twins.machine import ENTRY, target_machine

OPTIONS = {"nogil": True, "error_model": "numpy", "boundscheck": False, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
SPEED = 2  # level of optimisation
A_STEP = 25  # functions between two lines of progress
SHEETS = {"seen", "known", "masks", "mems", "keys", "asked", "seeds", "founds"}
NUMBERS = {"first", "last"}


class Listening(event.Listener):  # type: ignore[misc]  # numba has no types of its own
    """Counts the functions that are compiled."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self.done, self.tell = 0, tell

    def on_start(self, event: Any) -> None:
        """Nothing to count yet."""

    def on_end(self, event: Any) -> None:
        """One function more."""
        self.done += 1
        self.tell(self.done)


def keep_as_it_comes(kept: list[Any]) -> None:
    """Let the compiler keep every function by itself: not optimised, not linked, not loaded; and one twin a function."""

    def finalize(self: Any) -> None:
        self._finalized = True
        kept.append(self)

    def executable(self: Any, library: Any, fndesc: Any, env: Any) -> Any:
        return _dynfunc.make_function(fndesc.lookup_module(), fndesc.qualname, "never called", 1, env, (library,))

    def for_numbers(self: Any, args: Any, kws: Any) -> Any:
        return as_it_was(self, tuple(types.int64 if isinstance(arg, types.Integer | types.Boolean) else as_number(arg) for arg in args), kws)

    as_it_was = Dispatcher.get_call_template
    codegen.CPUCodeLibrary.finalize = finalize
    codegen.CPUCodeLibrary._optimize_functions = lambda self, module: None
    cpu.CPUContext.get_executable = executable
    Dispatcher.get_call_template = for_numbers


def as_number(kind: Any) -> Any:
    """The type under which an argument is handed on: truth and written numbers are numbers like all others."""
    return types.int64 if isinstance(kind, types.IntegerLiteral | types.BooleanLiteral) else kind


def kind_of(name: str) -> Any:
    """Type of an argument of the entry by its name."""
    return types.int64 if name in NUMBERS else SHEET if name in SHEETS else CELLS


def lowered(root: Path, tell: Callable[[int, int], None]) -> tuple[Any, str, list[str]]:
    """One module with every function in it, the name of the entry there, and how its arguments are written."""
    texts, kept = sources(root), []
    keep_as_it_comes(kept)
    all_ = count_functions(texts)
    event.register("numba:compile", Listening(lambda done: tell(done, all_) if done % A_STEP == 0 else None))
    spaces = namespaces(texts, lambda function: numba.njit(function, **OPTIONS), root)
    entry = spaces[DRIVER][ENTRY]
    names = entry.py_func.__code__.co_varnames[: entry.py_func.__code__.co_argcount]
    kinds = tuple(map(kind_of, names))
    entry.compile(kinds)
    module = llvm.parse_assembly("")
    for library in kept:
        module.link_in(library._final_module, preserve=True)
    return module, entry.overloads[kinds].fndesc.llvm_func_name, ["i64" if kind is types.int64 else "ptr" for kind in kinds]


def with_door(module: Any, inner: str, kinds: list[str]) -> None:
    """Add a plain function that anybody may call, and close everything else."""
    for thing in (*module.functions, *module.global_variables):
        if not thing.is_declaration:
            thing.linkage = "internal"
    outside = ", ".join(f"{kind} %{place}" for place, kind in enumerate(kinds))
    door = f"""
        declare i32 @{inner}(ptr, ptr, {", ".join(kinds)})
        define i32 @{ENTRY}({outside}) {{
            %result = alloca ptr
            %fault = alloca ptr
            %code = call i32 @{inner}(ptr %result, ptr %fault, {outside})
            ret i32 %code
        }}"""
    module.get_function(inner).linkage = "external"
    module.link_in(llvm.parse_assembly(door))
    module.get_function(inner).linkage = "internal"


def machine_code(module: Any) -> bytes:
    """The module, optimised as a whole, as an object file."""
    machine = target_machine(SPEED)
    module.triple = machine.triple
    module.data_layout = str(machine.target_data)
    tuning = llvm.create_pipeline_tuning_options(speed_level=SPEED)
    builder = llvm.create_pass_builder(machine, tuning)
    builder.getModulePassManager().run(module, builder)
    module.verify()
    code: bytes = machine.emit_object(module)
    return code


def main() -> None:
    """Compile what stands under a root into a file."""
    root, out = Path(sys.argv[1]), Path(sys.argv[2])

    def tell(done: int, all_: int) -> None:
        print(done, all_, flush=True)

    module, inner, kinds = lowered(root, tell)
    with_door(module, inner, kinds)
    out.write_bytes(machine_code(module))


if __name__ == "__main__":
    main()
