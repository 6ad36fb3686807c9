"""Mutants of the functions that say whether an act is allowed: one a line and kind, as code objects."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType

ROOT = Path(__file__).resolve().parents[2]
KERNEL = ROOT / "sim" / "kernel"
ALLOWED, OTHER = "ALLOWED", 7  # the code of what is allowed, and any other one
CODES = ("ALLOWED",)


@dataclass(frozen=True, slots=True)
class LineMutant:
    """A function of the kernel with one line changed. what: in words."""

    file: str
    line: int
    function: str
    what: str
    module: str
    code: CodeType

    @property
    def name(self) -> str:
        """Where it is, and what was done."""
        return f"{self.file}:{self.line} {self.function}: {self.what}"

    def apply(self) -> None:
        """Put the changed code in place of the function's own, in this process."""
        function = getattr(import_module(self.module), self.function)
        assert isinstance(function, FunctionType)
        function.__code__ = self.code


def line_mutants() -> Iterator[LineMutant]:
    """Every mutant of every `may_` of the kernel."""
    for path in sorted(KERNEL.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("may_"):
                yield from of_function(path, node)


def of_function(path: Path, function: ast.FunctionDef) -> Iterator[LineMutant]:
    """The mutants of one function."""
    for at, node in enumerate(ast.walk(function)):
        for what, change in changes_of(node):
            changed = copy.deepcopy(function)
            target = next(each for place, each in enumerate(ast.walk(changed)) if place == at)
            new = change(target)
            tree = Replaced(target, new).visit(changed)
            module = f"sim.kernel.{path.stem}"
            line = getattr(node, "lineno", function.lineno)
            yield LineMutant(str(path.relative_to(ROOT)), line, function.name, what, module, compiled(tree, path, module))


class Replaced(ast.NodeTransformer):
    """A tree with one node replaced."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The new node in place of the old one."""
        return self.new if node is self.old else super().visit(node)


def changes_of(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], ast.AST]]]:
    """What can be done to a node."""
    if isinstance(node, ast.If):
        yield "condition negated", negated
        yield "condition never holds", never
    elif isinstance(node, ast.Return) and node.value is not None:
        value = ast.unparse(node.value)
        if value != ALLOWED:
            yield f"returns {ALLOWED}, not {value}", lambda _: ast.Return(ast.Constant(0))
        if value == ALLOWED or not value.isupper():
            yield f"returns a refusal, not {value}", lambda _: ast.Return(ast.Constant(OTHER))
    elif isinstance(node, ast.Assign | ast.AugAssign | ast.Expr) and not is_docstring(node):
        yield f"deleted: {ast.unparse(node)}", lambda _: ast.Pass()
    elif isinstance(node, ast.For):
        yield "loop never runs", emptied


def is_docstring(node: ast.AST) -> bool:
    """Whether a statement is a text that stands by itself."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def negated(node: ast.AST) -> ast.AST:
    """An `if` whose condition is negated."""
    assert isinstance(node, ast.If)
    return ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def never(node: ast.AST) -> ast.AST:
    """An `if` whose condition never holds."""
    assert isinstance(node, ast.If)
    return ast.If(ast.Constant(False), node.body, node.orelse)


def emptied(node: ast.AST) -> ast.AST:
    """A loop over nothing."""
    assert isinstance(node, ast.For)
    return ast.For(node.target, ast.Tuple([], ast.Load()), node.body, node.orelse)


def compiled(function: ast.AST, path: Path, module: str) -> CodeType:
    """The code of a changed function, with the names of its module."""
    assert isinstance(function, ast.FunctionDef)
    tree = ast.fix_missing_locations(ast.Module([function], []))
    names = dict(vars(import_module(module)))
    exec(compile(tree, str(path), "exec"), names)
    made = names[function.name]
    assert isinstance(made, FunctionType)
    return made.__code__
