"""Reads the sources of the rules, the bots and the driver, and makes a compiled twin of every function in them.

The text of a function is not changed: each file is run in a namespace of its own, in which every function stands behind
`numba.njit` and every import from another such file is the twin there. Constants are globals, so the compiler writes them in.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import sim

ROOT = Path(sim.__file__).resolve().parent.parent
DRIVER = "sim.lab.twins.driver"
OURS = ("sim.kernel.", "sim.bots.", DRIVER)
OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "boundscheck": False}

Namespace = dict[str, Any]


def path_of(module: str, root: Path = ROOT) -> Path:
    """The file of a module under a root."""
    return root.joinpath(*module.split(".")).with_suffix(".py")


def imports_of(tree: ast.Module) -> list[ast.ImportFrom]:
    """The imports of a file from files that are compiled too."""
    return [node for node in tree.body if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OURS)]


def sources(root: Path = ROOT, first: str = DRIVER) -> dict[str, str]:
    """Text of every file that the driver needs, by module; a file stands behind those that it imports."""
    found: dict[str, str] = {}

    def read(module: str) -> None:
        text = path_of(module, root).read_text(encoding="utf-8")
        for node in imports_of(ast.parse(text)):
            if node.module is not None and node.module not in found:
                read(node.module)
        found[module] = text

    read(first)
    return found


def namespaces(texts: dict[str, str], root: Path = ROOT, compiled: bool = True) -> dict[str, Namespace]:
    """Every module as a namespace, its functions compiled when they are first called; compiled=False: as they stand."""
    found: dict[str, Namespace] = {}
    for module, text in texts.items():
        found[module] = namespace_of(module, text, path_of(module, root), found, compiled)
    return found


def namespace_of(module: str, text: str, path: Path, found: dict[str, Namespace], compiled: bool) -> Namespace:
    """One module as a namespace, on top of those that it imports."""
    tree = ast.parse(text, str(path))
    inner = imports_of(tree)
    space: Namespace = {"__name__": f"twins.{module}", "__file__": str(path)}
    for node in inner:
        for name in node.names:
            space[name.asname or name.name] = found[node.module or ""][name.name]
    tree.body = [node for node in tree.body if node not in inner]
    exec(compile(tree, str(path), "exec", dont_inherit=True), space)
    if compiled:
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                space[node.name] = twin_of(space[node.name])
    return space


def twin_of(function: Any) -> Any:
    """A function behind the compiler."""
    import numba  # type: ignore[import-not-found]  # an extra

    return numba.njit(function, **OPTIONS)


def count_functions(texts: dict[str, str]) -> int:
    """How many functions there are to compile."""
    return sum(
        isinstance(node, ast.FunctionDef) and not node.name.startswith("_") for text in texts.values() for node in ast.parse(text).body
    )


def signature() -> tuple[Any, ...]:
    """Types of the arguments of `play_range`."""
    from numba import int64

    line, sheet = int64[::1], int64[:, ::1]
    return (line, sheet, line, line, line, line, sheet, sheet, sheet, line, line, sheet, sheet, sheet, int64, int64)
