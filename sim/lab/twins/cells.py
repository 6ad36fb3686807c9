"""Two types for the compiler: Cells, a vector of integers, and Sheet, a vector of such vectors. Each is one pointer.

An array of numba is seven numbers, and would be handed on as seven arguments in every call. Here the length stands in the
cell before the first one, so that one pointer is enough; a Sheet holds the addresses of its rows. Indexes are never
negative in the rules, so nothing is wrapped around. Imported only where the twins are compiled.
"""

from __future__ import annotations

import operator
from typing import Any

from llvmlite import ir
from numba.core import types
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import lower_builtin, models, register_model

WORD = ir.IntType(64)


class CellsType(types.Type):  # type: ignore[misc]  # numba has no types of its own
    """A vector of integers."""

    def __init__(self) -> None:
        super().__init__(name="Cells")


class SheetType(types.Type):  # type: ignore[misc]
    """A vector of vectors."""

    def __init__(self) -> None:
        super().__init__(name="Sheet")


CELLS, SHEET = CellsType(), SheetType()


@register_model(CellsType)
@register_model(SheetType)
class OnePointer(models.PrimitiveModel):  # type: ignore[misc]
    """Both are the address of their first cell."""

    def __init__(self, manager: Any, kind: Any) -> None:
        super().__init__(manager, kind, WORD.as_pointer())


@infer_global(operator.getitem)
class Reads(AbstractTemplate):  # type: ignore[misc]
    """A cell of a vector is a number, a row of a sheet is a vector."""

    def generic(self, args: Any, kws: Any) -> Any:
        """The types of `vector[index]`."""
        if isinstance(args[0], CellsType):
            return signature(types.int64, args[0], types.int64)
        return signature(CELLS, args[0], types.int64) if isinstance(args[0], SheetType) else None


@infer_global(operator.setitem)
class Writes(AbstractTemplate):  # type: ignore[misc]
    """Only numbers are written."""

    def generic(self, args: Any, kws: Any) -> Any:
        """The types of `vector[index] = value`."""
        return signature(types.none, args[0], types.int64, types.int64) if isinstance(args[0], CellsType) else None


@infer_global(len)
class Lengths(AbstractTemplate):  # type: ignore[misc]
    """The length of a vector."""

    def generic(self, args: Any, kws: Any) -> Any:
        """The types of `len(vector)`."""
        return signature(types.int64, args[0]) if isinstance(args[0], CellsType) else None


@lower_builtin(operator.getitem, CellsType, types.Integer)  # type: ignore[misc]
def read_cell(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    """The code of `vector[index]`."""
    return builder.load(builder.gep(args[0], [args[1]], inbounds=True))


@lower_builtin(operator.setitem, CellsType, types.Integer, types.Integer)  # type: ignore[misc]
def write_cell(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    """The code of `vector[index] = value`."""
    builder.store(args[2], builder.gep(args[0], [args[1]], inbounds=True))
    return context.get_dummy_value()


@lower_builtin(operator.getitem, SheetType, types.Integer)  # type: ignore[misc]
def read_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    """The code of `sheet[index]`."""
    return builder.inttoptr(builder.load(builder.gep(args[0], [args[1]], inbounds=True)), WORD.as_pointer())


@lower_builtin(len, CellsType)  # type: ignore[misc]
def length(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    """The code of `len(vector)`."""
    return builder.load(builder.gep(args[0], [ir.Constant(WORD, -1)], inbounds=True))
