"""Chains of swaps: nobody ever falls below the start, and no chain has more swaps."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.missed import best_no_worse
from sim.analysis.space import Outcome, Space, no_worse, points
from sim.analysis.swaps import Chain, Swap, chain_of_swaps

from .spaces import outcomes_of, spaces

PARTIES = st.sampled_from([2, 3])


def most_by_listing(space: Space, start: Outcome, end: Outcome) -> int:
    """The most swaps of any chain, by trying every sequence of groups of issues."""
    first = points(space, start)

    def from_here(at: Outcome) -> int:
        left = [issue for issue, level in enumerate(at) if level != end[issue]]
        if not left:
            return 0
        groups = [group for size in range(1, len(left) + 1) for group in combinations(left, size)]
        onward = [changed(at, end, group) for group in groups]
        return 1 + max(from_here(step) for step in onward if no_worse(points(space, step), first))

    return from_here(start)


def changed(at: Outcome, end: Outcome, group: tuple[int, ...]) -> Outcome:
    """`at`, with the levels of `end` on the issues of the group."""
    return tuple(end[issue] if issue in group else level for issue, level in enumerate(at))


def replayed(start: Outcome, end: Outcome, swaps: tuple[Swap, ...]) -> list[Outcome]:
    """The outcomes that a chain leads through, recomputed from the issues of its swaps."""
    reached = [start]
    for swap in swaps:
        reached.append(changed(reached[-1], end, swap.issues))
    return reached[1:]


@st.composite
def ways(draw: st.DrawFn) -> tuple[Space, Outcome, Outcome]:
    """A space, an outcome, and another that nobody likes less."""
    space = draw(PARTIES.flatmap(spaces))
    start = draw(outcomes_of(space))
    return space, start, best_no_worse(space, start).outcome


def chain_on(way: tuple[Space, Outcome, Outcome]) -> Chain:
    """The chain of a way; there is one."""
    chain = chain_of_swaps(*way)
    assert chain is not None
    return chain


@given(ways())
def test_a_chain_ends_where_it_should_and_changes_every_issue_once(way: tuple[Space, Outcome, Outcome]) -> None:
    _, start, end = way
    swaps = chain_on(way).swaps
    assert [swap.outcome for swap in swaps] == replayed(start, end, swaps)
    assert [start, *(swap.outcome for swap in swaps)][-1] == end
    assert sorted(issue for swap in swaps for issue in swap.issues) == differing(start, end)


def differing(start: Outcome, end: Outcome) -> list[int]:
    """The issues on which two outcomes differ."""
    return [issue for issue, level in enumerate(start) if level != end[issue]]


@given(ways())
def test_nobody_ever_falls_below_the_start(way: tuple[Space, Outcome, Outcome]) -> None:
    space, start, _ = way
    assert all(swap.points == points(space, swap.outcome) for swap in chain_on(way).swaps)
    assert all(no_worse(swap.points, points(space, start)) for swap in chain_on(way).swaps)


@given(ways())
def test_no_chain_has_more_swaps(way: tuple[Space, Outcome, Outcome]) -> None:
    assert len(chain_on(way).swaps) == most_by_listing(*way)


@given(PARTIES.flatmap(spaces), st.data())
def test_there_is_no_chain_to_what_somebody_likes_less(space: Space, data: st.DataObject) -> None:
    start, end = data.draw(outcomes_of(space)), data.draw(outcomes_of(space))
    goes = no_worse(points(space, end), points(space, start))
    assert (chain_of_swaps(space, start, end) is not None) == goes


def row_of_trades(pairs: int) -> Space:
    """Issues in pairs: of each, the first brings the first party 3 and costs the second 2; the other the reverse."""
    return Space(
        issues=tuple(f"i{number}" for number in range(2 * pairs)),
        parties=("a", "b"),
        worth=(((0, 3), (2, 0)) * pairs, ((2, 0), (0, 3)) * pairs),
        allowed=((0, 1),) * (2 * pairs),
        in_force=(0, 0) * pairs,
    )


def issues_of(chain: Chain | None) -> list[tuple[int, ...]]:
    """The issues of every swap."""
    return [swap.issues for swap in chain.swaps] if chain else []


def test_the_smallest_and_earliest_swap_comes_first() -> None:
    chain = chain_of_swaps(row_of_trades(2), (0, 0, 0, 0), (1, 1, 1, 1))
    assert issues_of(chain) == [(0, 1), (2, 3)]


def test_what_a_swap_brought_may_be_given_back() -> None:
    space = Space(("x", "y", "z"), ("a", "b"), (((0, 9), (5, 0), (2, 0)), ((3, 0), (0, 8), (0, 1))), ((0, 1),) * 3, (0,) * 3)
    chain = chain_of_swaps(space, (0, 0, 0), (1, 1, 1))
    assert issues_of(chain) == [(0, 1), (2,)]


def test_no_swap_of_the_finest_chain_is_found_greedily_up_to_sixteen_issues() -> None:
    chain = chain_of_swaps(row_of_trades(8), (0,) * 16, (1,) * 16)
    assert chain is not None
    assert chain.is_finest
    assert len(chain.swaps) == 14


def test_very_long_changes_say_that_a_finer_chain_may_exist() -> None:
    chain = chain_of_swaps(row_of_trades(10), (0,) * 20, (1,) * 20)
    assert chain is not None
    assert not chain.is_finest
    assert issues_of(chain)[:2] == [(0, 1), (2, 3)]
    assert chain.swaps[-1].outcome == (1,) * 20
