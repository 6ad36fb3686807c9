"""Styles of bots are written like the kernel, so that the lab can compile the same text."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.test_kernel_form import BUILTINS, NOT_IN_THE_KERNEL
from tests.architecture.trees import KERNEL, ROOT, docstrings, functions, python_files, shown, tree_of

PLAIN = {"__init__.py", "reasons.py", "memory.py"}  # the wrapper, the names of the reasons, the offsets
STYLES = [path for path in python_files("sim/bots") if path.name not in PLAIN]
KERNEL_FILES = sorted(KERNEL.glob("*.py"))


def names_of(paths: list[Path]) -> list[str]:
    """Names of all functions in some files."""
    return [function.name for path in paths for function in functions(path) if function.name != "_take"]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_functions_of_bots_are_plain(path: Path) -> None:
    tree = tree_of(path)
    told = docstrings(tree)
    odd = [node for node in ast.walk(tree) if isinstance(node, NOT_IN_THE_KERNEL)]
    odd += [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and (node.decorator_list or node.args.defaults)]
    odd += [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float | str | bytes) and id(node) not in told
    ]
    assert [f"line {getattr(node, 'lineno', 0)}: {type(node).__name__}" for node in odd] == []


def test_no_function_of_a_bot_has_the_name_of_another_or_of_the_kernel() -> None:
    counted = Counter(names_of(STYLES) + names_of(KERNEL_FILES))
    assert [name for name, count in counted.items() if count > 1] == []


def test_bots_call_only_what_a_compiler_knows() -> None:
    known = set(names_of(STYLES)) | set(names_of(KERNEL_FILES)) | BUILTINS
    found = [
        f"{shown(path, node)} {ast.unparse(node.func)}"
        for path in STYLES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id in known)
    ]
    assert found == []


def test_no_bot_calls_itself_even_round_a_corner() -> None:
    ours = {function.name: function for path in STYLES for function in functions(path)}
    left = {
        name: {node.func.id for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)} & set(ours)
        for name, function in ours.items()
    }
    while left:
        leaves = {name for name, called in left.items() if not called & left.keys()}
        assert leaves, f"these call each other in a ring: {sorted(left)}"
        left = {name: called for name, called in left.items() if name not in leaves}


def test_bots_import_only_the_kernel_and_each_other() -> None:
    outside = [
        f"{path.relative_to(ROOT)} imports {node.module}"
        for path in STYLES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith(("sim.kernel.", "sim.bots."))
    ]
    assert outside == []
