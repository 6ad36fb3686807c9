"""Machine code from disk, called without numba: an object file, the symbol of its entry, and how it is called."""

from __future__ import annotations

import ctypes
from typing import Any

ARGUMENTS = 17  # of `play_and_count`


class Machine:
    """Loaded code. Calls let other threads run. Raises ValueError for an object file that cannot be used here."""

    def __init__(self, code: bytes, symbol: str) -> None:
        import llvmlite.binding as llvm

        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        target = llvm.Target.from_default_triple().create_target_machine()
        self._engine: Any = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target)
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()
        address = self._engine.get_function_address(symbol)
        if not address:
            raise ValueError(f"no function `{symbol}` in the code")
        word = ctypes.c_int64
        self._entry = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *[word] * ARGUMENTS)(address)

    def call(self, *words: int) -> int:
        """What the entry returns. words: integers and addresses of vectors, which must stay alive meanwhile."""
        result, fault = ctypes.c_int64(), ctypes.c_void_p()
        status = self._entry(ctypes.byref(result), ctypes.byref(fault), *words)
        if status != 0:
            raise RuntimeError(f"compiled code stopped with {status}")
        return result.value
