"""Syntax trees of our own source, read once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KERNEL = ROOT / "sim" / "kernel"


@lru_cache(maxsize=512)
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def python_files(*folders: str) -> list[Path]:
    """Every Python file below some folders of the checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def shown(path: Path, node: ast.AST) -> str:
    """`file:line`, as a failure names it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions of a file, inner ones too."""
    yield from (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef))


def docstrings(tree: ast.Module) -> set[int]:
    """Identities of the nodes that are docstrings."""
    owners = (node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef))
    firsts = (node.body[0] for node in owners if node.body)
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)}


def strings(path: Path) -> Iterator[ast.Constant]:
    """The text constants of a file, docstrings left out."""
    tree = tree_of(path)
    told = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def imports(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """Full names of the modules that a file imports, wherever the import stands."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
