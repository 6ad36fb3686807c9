"""What is needed of llvmlite to load compiled twins and to call them; numba itself is only needed to compile."""

from __future__ import annotations

import ctypes
from typing import Any

import llvmlite.binding as llvm

ENTRY = "play_range"
ADDRESSES, NUMBERS = 15, 2  # arguments of the entry


def target_machine(speed: int) -> Any:
    """This machine, with everything it can do."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_default_triple()
    features = llvm.get_host_cpu_features().flatten()
    return target.create_target_machine(cpu=llvm.get_host_cpu_name(), features=features, opt=speed, codemodel="jitdefault", jit=True)


class Twins:
    """Machine code in memory. play_range(*addresses, first, last): 0, and the interpreter is free for others meanwhile."""

    def __init__(self, code: bytes) -> None:
        self._engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target_machine(2))
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()
        kinds = [ctypes.c_void_p] * ADDRESSES + [ctypes.c_int64] * NUMBERS
        self.play_range = ctypes.CFUNCTYPE(ctypes.c_int32, *kinds)(self._engine.get_function_address(ENTRY))
