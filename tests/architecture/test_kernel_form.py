"""The kernel is plain functions over integers: written so that a later issue can compile the same text."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from tests.architecture.trees import KERNEL, docstrings, functions, shown, tree_of

FILES = sorted(KERNEL.glob("*.py"))
LAYOUTS = {"layout.py", "tables.py", "workspace.py"}  # offsets are counted out when they are imported
WRITERS = {"put", "jot", "evaluate"}  # the one way to write, the scratch space, the stack of an expression
BUILTINS = {"abs", "len", "min", "max", "range"}


def targets_of(node: ast.AST) -> list[ast.expr]:
    """What a statement assigns to, tuples taken apart."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []
    return [part for target in targets for part in (target.elts if isinstance(target, ast.Tuple | ast.List) else [target])]


def writes_to(node: ast.AST, name: str) -> bool:
    """True when a statement assigns to an element of a name."""
    return any(isinstance(part, ast.Subscript) and ast.unparse(part.value) == name for part in targets_of(node))


def test_the_state_is_written_in_one_way() -> None:
    found = [
        f"{shown(path, node)} in {function.name}"
        for path in FILES
        for function in functions(path)
        for node in ast.walk(function)
        if function.name not in WRITERS and (writes_to(node, "s") or isinstance(node, ast.Delete))
    ]
    assert found == []


def test_no_other_part_of_the_engine_writes_to_a_state() -> None:
    kept = {"put", "jot", "evaluate"}
    assert {function.name for path in FILES for function in functions(path) if function.name in WRITERS} == kept


def test_the_kernel_only_reads_the_tables_of_rules() -> None:
    found = [
        shown(path, node)
        for path in FILES
        for function in functions(path)
        for node in ast.walk(function)
        if path.name != "audience.py" and writes_to(node, "t")
    ]
    assert found == []


NOT_IN_THE_KERNEL = (
    ast.ClassDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.Try,
    ast.Raise,
    ast.Assert,
    ast.With,
    ast.Dict,
    ast.Set,
    ast.DictComp,
    ast.SetComp,
    ast.ListComp,
    ast.GeneratorExp,
    ast.JoinedStr,
    ast.Yield,
    ast.Starred,
    ast.Div,
    ast.Global,
    ast.Nonlocal,
)


@pytest.mark.parametrize("path", [path for path in FILES if path.name not in LAYOUTS], ids=lambda path: path.name)
def test_functions_are_plain(path: ast.AST) -> None:
    tree = tree_of(path)  # type: ignore[arg-type]  # a path, by the parameters above
    told = docstrings(tree)
    odd = [node for node in ast.walk(tree) if isinstance(node, NOT_IN_THE_KERNEL)]
    odd += [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and (node.decorator_list or node.args.defaults)]
    odd += [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float | str | bytes | complex) and id(node) not in told
    ]
    assert [f"line {getattr(node, 'lineno', 0)}: {type(node).__name__}" for node in odd] == []


def test_no_two_functions_share_a_name() -> None:
    names = Counter(function.name for path in FILES for function in functions(path) if function.name != "_take")
    assert [name for name, count in names.items() if count > 1] == []


def calls() -> dict[str, set[str]]:
    """Which kernel functions each kernel function calls."""
    ours = {function.name: function for path in FILES for function in functions(path)}
    return {
        name: {
            node.func.id
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ours
        }
        for name, function in ours.items()
    }


def test_nothing_calls_itself_even_round_a_corner() -> None:
    left = calls()
    while left:
        leaves = {name for name, called in left.items() if not called & left.keys()}
        assert leaves, f"these call each other in a ring: {sorted(left)}"
        left = {name: called for name, called in left.items() if name not in leaves}


def test_only_functions_that_a_compiler_knows_are_called() -> None:
    ours = {function.name for path in FILES for function in functions(path)}
    found = [
        f"{shown(path, node)} {ast.unparse(node.func)}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and (not isinstance(node.func, ast.Name) or node.func.id not in ours | BUILTINS)
    ]
    assert found == []


def test_kernel_files_import_each_other_without_a_ring() -> None:
    left = {
        path.stem: {
            node.module.rpartition(".")[2]
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("sim.kernel.")
        }
        for path in FILES
    }
    while left:
        leaves = {name for name, imported in left.items() if not imported & left.keys()}
        assert leaves, f"these import each other in a ring: {sorted(left)}"
        left = {name: imported for name, imported in left.items() if name not in leaves}
