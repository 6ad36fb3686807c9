"""The lab plays what the table plays: the same cells, the same rows of the ledger. The long run is `python -m tests.lab.equal`."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from sim.bots.memory import MEM_SIZE, OUT_SIZE
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel.masking import mask
from sim.lab import playing as p
from sim.lab import results as r
from sim.lab.players import CompiledPlayers, Desk, compiled_players
from sim.lab.sweep import STYLE_NAMES, Sweep, all_pairs
from tests.bots.playing import SHIPPED
from tests.lab import equal
from tests.lab.generated import rule_file
from tests.properties.worlds import THREE, scenario_of

SHORT = ("spring-short", "lantern-coast", THREE)
WANTED = any(os.environ.get(name, "") not in ("", "0") for name in ("NEMAWASHI_LAB_TESTS", "NEMAWASHI_THOROUGH"))
FEW = 12  # compiled games of each scenario


def own_pairs(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """Every style once on each side, no two games with the same pair."""
    turned = STYLE_NAMES[1:] + STYLE_NAMES[:1]
    return tuple((one, *[other] * (len(scenario.parties) - 1)) for one, other in zip(STYLE_NAMES, turned, strict=True))


def own_sweep(name: str) -> tuple[Scenario, Sweep]:
    """A scenario and a sweep of six games with all styles."""
    scenario = scenario_of(name)
    return scenario, Sweep(equal.setting_of(scenario), own_pairs(scenario), 11)


def few_of(name: str) -> tuple[int, ...]:
    """Games of such a sweep in which every style plays once; of the long scenarios only one."""
    return (4,) if name in ("spring-2025", "spring-90") else (0, 2, 4)


# --- interpreted, at the table, from its lines ---


@pytest.mark.parametrize("name", SHORT, ids=lambda name: name.rsplit("/", 1)[-1])
def test_the_lab_plays_what_the_table_plays(name: str) -> None:
    scenario, sweep = own_sweep(name)
    found = equal.Tally()
    for index in range(len(sweep.pairs)):
        found.add(equal.compare(scenario, sweep, index, None, None))
    assert found.differences == []
    assert found.games == 6 and found.stopped == 0 and found.rows > 1000


@pytest.mark.parametrize("name", ["spring-2025", "spring-90"])
def test_the_long_scenarios_too(name: str) -> None:
    scenario, sweep = own_sweep(name)
    assert equal.compare(scenario, sweep, 5, None, None).differences == []


def test_rules_made_at_random_are_played_alike(tmp_path_factory: pytest.TempPathFactory) -> None:
    scenario, sweep, _ = equal.prepared(str(rule_file(4, tmp_path_factory.mktemp("rules"))))
    assert scenario.house, "the file changes nothing"
    for index in range(4):
        assert equal.compare(scenario, sweep, index, None, None).differences == []


def test_a_difference_would_be_seen() -> None:
    cells, rows = [1, 2, 3], [(0, 1), (2, 3)]
    one = equal.Played(cells, rows, [7])
    assert equal.differences("x", one, equal.Played(cells, rows, [])) == []
    for other in (
        equal.Played([1, 2, 4], rows, [7]),
        equal.Played(cells, [(0, 1), (2, 4)], [7]),
        equal.Played(cells, rows[:1], [7]),
        equal.Played(cells, [*rows, (4, 5)], [7]),
        equal.Played(cells, rows, [8]),
    ):
        assert len(equal.differences("x", one, other)) == 1


def test_another_seed_of_the_draws_is_another_game() -> None:
    _, sweep = own_sweep("lantern-coast")
    other = Sweep(sweep.setting, sweep.pairs, 12)
    assert equal.differences("seeds", equal.interpreted(sweep, 0), equal.interpreted(other, 0)) != []


# --- compiled ---


@pytest.fixture(scope="module")
def fast() -> Iterator[CompiledPlayers]:
    """Players on kept machine code."""
    pytest.importorskip("numba", reason="the extra `lab` is not installed")
    if not WANTED:
        pytest.skip("compiled games are tested with NEMAWASHI_LAB_TESTS=1, as .ci/run does: making the code takes 40 s")
    players = compiled_players(2) or made()
    yield players
    players.close()


def made() -> CompiledPlayers:
    """Players on code that is made now."""
    from sim.lab.compiling import Compiling

    compiling = Compiling().start()
    assert compiling.wait(600), compiling.failed
    players = compiled_players(2)
    assert players is not None
    return players


@pytest.mark.slow
@pytest.mark.parametrize("name", equal.SCENARIOS, ids=lambda name: name.rsplit("/", 1)[-1])
def test_machine_code_plays_what_the_interpreter_plays(name: str, fast: CompiledPlayers) -> None:
    scenario = scenario_of(name)
    sweep, desk = equal.sweep_of(scenario), Desk(len(scenario.parties), equal.ROWS)
    found = equal.Tally()
    for index in range(FEW):
        found.add(equal.compare(scenario, sweep, index, fast, desk))
    assert found.differences == [] and found.compiled == FEW


@pytest.mark.slow
def test_the_number_of_threads_changes_nothing(fast: CompiledPlayers) -> None:
    assert equal.threads_agree("lantern-coast", 1000) == []


@pytest.mark.slow
def test_a_log_that_is_full_counts_what_it_left_out(fast: CompiledPlayers) -> None:
    _, sweep = own_sweep("lantern-coast")
    small, large = Desk(2, 100), Desk(2, equal.ROWS)
    parts = [fast.part(sweep, 0, 1, desk) for desk in (small, large, Desk(2))]
    logs = [desk.log.values() for desk in (small, large)]
    assert logs[0][0] == 100 and logs[0][0] + logs[0][1] == logs[1][0] and logs[1][1] == 0
    assert small.s.values()[: s.SCRATCH] == large.s.values()[: s.SCRATCH]
    assert parts[0].results == parts[1].results == parts[2].results


# --- what compiled code would read in silence ---


class Cells(dict[int, int]):
    """A vector that knows its own cells only: no index from the end, none behind it, none that is made by writing."""

    def __setitem__(self, at: int, value: int) -> None:
        if at not in self:
            raise IndexError(at)
        super().__setitem__(at, value)


def cells_of(values: list[int]) -> Cells:
    """A list as such a vector."""
    return Cells(enumerate(values))


def test_such_a_vector_refuses_what_a_list_would_take() -> None:
    cells = cells_of([5, 6])
    with pytest.raises(KeyError):
        cells[-1]
    with pytest.raises(IndexError):
        cells[-1] = 3
    cells[1] += 1
    assert len(cells) == 2 and cells[1] == 7


@pytest.mark.parametrize("name", equal.SCENARIOS, ids=lambda name: name.rsplit("/", 1)[-1])
def test_no_index_counts_from_the_end(name: str) -> None:
    _, sweep = own_sweep(name)
    for index in few_of(name):
        found = equal.interpreted(sweep, index, cells_of, 6000)
        assert found.result[r.R_FAULT] == 0 and found.result[r.R_DECISIONS] > 10


# --- the mask that is kept up ---


def watched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every mask is compared with the whole mask whenever it has caught up; how often, is counted."""
    seen: list[int] = []
    whole = [0] * s.STATE_SIZE
    renew = p.renew_mask

    def renewed(t: list[int], state: list[int], viewer: int, m: list[int]) -> None:
        changed = state[s.N_CHANGED]
        renew(t, state, viewer, m)
        mask(t, state, viewer, whole)
        assert m[: s.SCRATCH] == whole[: s.SCRATCH], f"behind an act that changed {changed} cells"
        seen.append(changed)

    monkeypatch.setattr(p, "renew_mask", renewed)
    return seen


@pytest.mark.parametrize("name", [*SHIPPED, THREE], ids=lambda name: name.rsplit("/", 1)[-1])
def test_a_mask_that_is_kept_up_is_the_mask(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, sweep = own_sweep(name)
    seen = watched(monkeypatch)
    for index in few_of(name):
        equal.interpreted(sweep, index, rows=6000)
    assert len(seen) > 60 and max(seen) > 20


def test_a_list_of_changes_that_is_full_gives_the_whole_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    _, sweep = own_sweep("lantern-coast")
    seen = watched(monkeypatch)
    renew = p.renew_mask

    def overflowing(t: list[int], state: list[int], viewer: int, m: list[int]) -> None:
        for k in range(s.MAX_CHANGED):  # as if so many cells had changed that the last ones found no room
            state[s.CHANGED + k] = s.ROUND
        state[s.N_CHANGED] = s.MAX_CHANGED
        renew(t, state, viewer, m)

    monkeypatch.setattr(p, "renew_mask", overflowing)
    equal.interpreted(sweep, 0)
    assert set(seen) == {s.MAX_CHANGED}


# --- a game leaves nothing behind ---


def test_vectors_that_were_used_before_change_nothing() -> None:
    _, sweep = own_sweep("lantern-coast")
    setting, rows = sweep.setting, range(len(sweep.pairs))

    def results(junk: int) -> list[list[int]]:
        found = [[junk] * r.ROW_SIZE for _ in rows]
        masks, memories = [[junk] * s.STATE_SIZE for _ in setting.seen], [[junk] * MEM_SIZE for _ in setting.seen]
        spare = ([junk] * p.HEARD_SIZE, [junk] * p.GAME_SIZE, [junk] * OUT_SIZE)
        before = (setting.t, setting.seen, setting.empty, setting.blanks, sweep.vector)
        p.play_range(*before, 0, len(rows), [junk] * s.STATE_SIZE, masks, memories, [], *spare, found)
        return found

    assert results(0) == results(77)


def test_all_styles_are_played_here() -> None:
    assert {style for pair in own_pairs(scenario_of("lantern-coast")) for style in pair} == set(STYLE_NAMES)
    assert set(equal.everybody(2)) == set(all_pairs(STYLE_NAMES, 2)) and len(equal.everybody(2)) == 36
