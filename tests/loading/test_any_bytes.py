"""Whatever the bytes are: a tree, problems, or both; never anything else."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.errors import Problem
from sim.loading.expressions import parse
from sim.loading.node import Node
from sim.loading.reading import Reading, read_bytes
from sim.loading.shape import LISTS, shaped
from sim.loading.shape_base import Shape
from sim.loading.shape_scenario import Scenario

PIECES = st.sampled_from(
    [
        *("a", "b: ", ": ", "- ", "\n", "  ", "\t", '"', "'", "{", "}", "[", "]", ",", "#", "&x", "*x", "!t", "|", ">", "%", "---", "..."),
        *("yes", "true", "1", "0,7", "12:30", "1e3", "id: x", "関税", "：", "\u3000", "\ufeff", "\r\n", "\r", "\\", "\x00", "\u2028", "<<"),
    ]
)
SIGNS = st.sampled_from(
    [
        *("a", "m_x", "1", "23", " ", "+", "-", "*", "/", "//", "(", ")", ",", "==", "<", ">=", "and", " or ", "not ", " at least "),
        *(" limited to ", "..", "min(", "=", "%", "３", "\n", "ａ", '"', "?"),
    ]
)


def keeps_its_promise(reading: Reading) -> bool:
    """A tree or at least one problem; every problem inside the file and with a text."""
    said = all(problem.line >= 1 and problem.column >= 1 and problem.text for problem in reading.problems)
    return said and (reading.node is not None or len(reading.problems) > 0)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_explained(content: bytes) -> None:
    assert keeps_its_promise(read_bytes(content, "f.yaml"))


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_like_yaml_is_read_or_explained(text: str) -> None:
    assert keeps_its_promise(read_bytes(text.encode("utf-8", "surrogatepass"), "f.yaml"))


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from([*LISTS.values(), Scenario]))
def test_any_tree_is_an_entry_or_explained(text: str, model: type[Shape]) -> None:
    node = read_bytes(text.encode(), "f.yaml").node
    assume(node is not None)
    assert node is not None
    found, problems = shaped(node, model)
    assert (found is None) == any(problem.severity == "error" for problem in problems)


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=60), st.lists(SIGNS, max_size=15).map("".join)))
def test_any_text_is_an_expression_or_explained(text: str) -> None:
    found = parse(text, Node(text, "f.yaml", 1, 1))
    assert not isinstance(found, Problem) or (found.column >= 1 and found.text)
