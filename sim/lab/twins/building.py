"""Reads the sources of the rules, the bots and the driver, and makes a compiled twin of every function in them.

The text of a function is not changed: each file is run in a namespace of its own, in which every function stands behind
the compiler and every import from another such file is the twin there. Constants are globals, so the compiler writes them in.
Nothing here needs numba; `making.py` brings the compiler.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sim

ROOT = Path(sim.__file__).resolve().parent.parent
DRIVER = "sim.lab.twins.driver"
OURS = ("sim.kernel.", "sim.bots.", DRIVER)
Namespace = dict[str, Any]


def path_of(module: str, root: Path = ROOT) -> Path:
    """The file of a module under a root."""
    return root.joinpath(*module.split(".")).with_suffix(".py")


def imports_of(tree: ast.Module) -> list[ast.ImportFrom]:
    """The imports of a file from files that are compiled too."""
    return [node for node in tree.body if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OURS)]


def functions_of(tree: ast.Module) -> list[str]:
    """Names of the functions of a file; those that lay out its constants, which begin with `_`, are left out."""
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


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


def namespaces(texts: dict[str, str], twin_of: Callable[[Any], Any], root: Path = ROOT) -> dict[str, Namespace]:
    """Every module as a namespace in which each function is what `twin_of` makes of it."""
    found: dict[str, Namespace] = {}
    for module, text in texts.items():
        found[module] = namespace_of(module, text, path_of(module, root), found, twin_of)
    return found


def namespace_of(module: str, text: str, path: Path, found: dict[str, Namespace], twin_of: Callable[[Any], Any]) -> Namespace:
    """One module as a namespace, on top of those that it imports."""
    tree = ast.parse(text, str(path))
    inner = imports_of(tree)
    space: Namespace = {"__name__": f"twins.{module}", "__file__": str(path)}
    for node in inner:
        for name in node.names:
            space[name.asname or name.name] = found[node.module or ""][name.name]
    tree.body = [node for node in tree.body if node not in inner]
    exec(compile(tree, str(path), "exec", dont_inherit=True), space)
    for name in functions_of(tree):
        space[name] = twin_of(space[name])
    return space


def count_functions(texts: dict[str, str]) -> int:
    """How many functions there are to compile."""
    return sum(
        isinstance(node, ast.FunctionDef) and not node.name.startswith("_") for text in texts.values() for node in ast.parse(text).body
    )
