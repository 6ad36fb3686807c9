"""The tables of domain.md 3.14, recomputed from the rule files: what is there to gain by trading across issues.

Numbers stand here as they are printed there, in tenths of a point. An exact half may be printed either way (145.55 as
145.5 or 145.6), so a number agrees when it is at most five hundredths away.
"""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from sim.analysis.bargaining import misreading, nash
from sim.analysis.missed import best_no_worse
from sim.analysis.ratification import ratification
from sim.analysis.space import FrontierPoint, Outcome, Space, points, status_quo
from sim.analysis.yardsticks import all_middle, half_way, own_max, sum_max, track_by_track

from . import alliance

POSTURES = ("dealmaker", "burden_sharer", "industrialist", "restrainer")


class Row(NamedTuple):
    """One line of a table: utilities as `US/Japan=sum`, outcomes as package codes, the rest in per cent."""

    posture: str
    caps: Mapping[str, int]
    status_quo: str
    all_middle: str
    middle: str
    sum_max: str
    nash: str
    package: str
    gain: str
    shares: str


START, NONE = alliance.START_CAPS, alliance.NO_CAPS

POTENTIAL = (
    Row("dealmaker", START, "27.0/26.9=53.9", "53.7/55.2=108.9", "222233222222", "76.4/70.2=146.6", "76.4/70.2=146.6", "141445343233", "34.6", "76.9/82.2"),
    Row("burden_sharer", START, "17.0/26.9=43.9", "55.3/53.8=109.1", "322233222222", "82.9/64.1=147.0", "78.4/68.4=146.8", "543441323233", "34.8", "81.2/80.1"),
    Row("industrialist", START, "33.6/26.9=60.5", "57.7/50.6=108.3", "222223222222", "84.1/61.5=145.5", "77.7/66.8=144.4", "111424343233", "34.4", "78.2/78.2"),
    Row("restrainer", START, "23.5/26.9=50.4", "56.2/53.8=110.0", "322233222222", "84.0/56.8=140.8", "74.6/65.2=139.9", "543441343233", "28.0", "77.9/76.4"),
    Row("dealmaker", NONE, "27.0/26.9=53.9", "53.7/55.2=108.9", "222233222222", "71.8/79.9=151.7", "71.8/79.9=151.7", "141445344434", "39.3", "71.8/79.9"),
    Row("burden_sharer", NONE, "17.0/26.9=43.9", "55.3/53.8=109.1", "322233222222", "80.1/75.1=155.2", "75.5/79.4=154.9", "544451324444", "42.2", "75.5/79.4"),
    Row("industrialist", NONE, "33.6/26.9=60.5", "57.7/50.6=108.3", "222223222222", "79.8/70.1=149.9", "79.8/70.1=149.9", "111414344344", "38.4", "79.8/70.1"),
    Row("restrainer", NONE, "23.5/26.9=50.4", "56.2/53.8=110.0", "322233222222", "81.8/66.6=148.4", "77.5/70.8=148.3", "544454344434", "34.9", "77.5/70.8"),
)  # fmt: skip

MISREADING = {  # true posture: U/J of the Nash package made for each assumed posture, in the order of POSTURES
    "dealmaker": ("76.4/70.2", "54.1/68.4", "75.3/66.8", "64.0/65.2"),
    "burden_sharer": ("58.3/70.2", "78.4/68.4", "49.2/66.8", "80.7/65.2"),
    "industrialist": ("71.6/70.2", "60.2/68.4", "77.7/66.8", "66.0/65.2"),
    "restrainer": ("54.6/70.2", "70.6/68.4", "49.3/66.8", "74.6/65.2"),
}


class AcrossTracks(NamedTuple):
    """One line of the table on trade across tracks: joint sums, a package code, and gains in per cent."""

    posture: str
    by_track: str
    package: str
    half_way: str
    nash: str
    over_tracks: str
    over_half_way: str


ACROSS_TRACKS = (
    AcrossTracks("dealmaker", "134.1", "111444342111", "132.4", "146.6", "9.3", "10.7"),
    AcrossTracks("burden_sharer", "109.2", "111345342111", "129.2", "146.8", "34.4", "13.6"),
    AcrossTracks("industrialist", "133.9", "111445342111", "136.7", "144.4", "7.8", "5.7"),
    AcrossTracks("restrainer", "118.2", "112344342111", "126.3", "139.9", "18.4", "10.8"),
)


class Ratifiable(NamedTuple):
    """One line of the table of packages that pass in one vote from the start."""

    posture: str
    utilities: str
    package: str
    of_nash: str


RATIFIABLE = (
    Ratifiable("dealmaker", "74.0/71.9=145.9", "141444343233", "99.5"),
    Ratifiable("burden_sharer", "66.5/73.9=140.5", "441441323233", "95.7"),
    Ratifiable("industrialist", "77.7/66.8=144.4", "111424343233", "100.0"),
    Ratifiable("restrainer", "66.8/70.2=137.1", "513441343233", "98.0"),
)


def tenths(printed: str) -> list[int]:
    """The numbers of a cell such as `76.4/70.2=146.6`, in tenths."""
    return [int(number.replace(".", "")) for number in printed.replace("=", "/").split("/")]


def agree(printed: str, hundredths: list[int]) -> bool:
    """Whether numbers are those of a cell, to one decimal."""
    pairs = zip(tenths(printed), hundredths, strict=True)
    return all(abs(10 * number - value) <= 5 for number, value in pairs)


def agrees_percent(printed: str, part: int, whole: int) -> bool:
    """Whether part / whole in per cent is the number of a cell, to one decimal."""
    return 2 * abs(tenths(printed)[0] * whole - 1000 * part) <= whole


def with_sum(space: Space, outcome: Outcome) -> list[int]:
    """Both utilities and their sum, in hundredths."""
    values = points(space, outcome)
    return [*values, sum(values)]


def nash_package(space: Space) -> FrontierPoint:
    """The Nash package from the status quo; there is one."""
    found = nash(space, status_quo(space))
    assert found is not None
    return found


@pytest.mark.parametrize("row", POTENTIAL, ids=lambda row: f"{row.posture}-{'start caps' if row.caps else 'no caps'}")
def test_the_integrative_potential(row: Row) -> None:
    space = alliance.space(row.posture, row.caps)
    middle, best = all_middle(space), nash_package(space)
    now, dominating = sum(points(space, middle)), best_no_worse(space, middle)
    assert agree(row.status_quo, with_sum(space, space.in_force))
    assert (agree(row.all_middle, with_sum(space, middle)), middle) == (True, alliance.outcome(row.middle))
    assert agree(row.sum_max, with_sum(space, sum_max(space).outcome))
    assert (agree(row.nash, with_sum(space, best.outcome)), best.outcome) == (True, alliance.outcome(row.package))
    assert agrees_percent(row.gain, dominating.joint - now, now)
    us, jp = row.shares.split("/")
    assert agrees_percent(us, best.points[0], own_max(space, 0).points[0])
    assert agrees_percent(jp, best.points[1], own_max(space, 1).points[1])


@pytest.mark.parametrize("true", POSTURES)
def test_the_cost_of_misreading_the_posture(true: str) -> None:
    table = misreading([alliance.space(posture) for posture in POSTURES])
    row = [list(values or ()) for values in table[POSTURES.index(true)]]
    assert list(map(agree, MISREADING[true], row)) == [True] * len(POSTURES)


@pytest.mark.parametrize("row", ACROSS_TRACKS, ids=lambda row: row.posture)
def test_trade_across_tracks_against_simpler_methods(row: AcrossTracks) -> None:
    space = alliance.space(row.posture)
    settled = track_by_track(space, alliance.tracks())
    by_track, between, best = (sum(points(space, outcome)) for outcome in (settled, half_way(space), nash_package(space).outcome))
    assert settled == alliance.outcome(row.package)
    assert agree("/".join((row.by_track, row.half_way, row.nash)), [by_track, between, best])
    assert agrees_percent(row.over_tracks, best - by_track, by_track)
    assert agrees_percent(row.over_half_way, best - between, between)


@pytest.mark.parametrize("row", RATIFIABLE, ids=lambda row: row.posture)
def test_a_good_package_passes_in_one_vote(row: Ratifiable) -> None:
    space, package = alliance.space(row.posture), alliance.outcome(row.package)
    us, jp = alliance.front("us", space, package), alliance.front("jp", space, package)
    assert agree(row.utilities, with_sum(space, package))
    assert agrees_percent(row.of_nash, sum(points(space, package)), nash_package(space).joint)
    assert ratification(us.body, package, space.in_force, us.rules).groundwork is not None
    assert ratification(jp.body, package, space.in_force, jp.rules).groundwork is not None


@pytest.mark.parametrize("posture", POSTURES)
def test_dominating_packages_bring_at_least_fifteen_percent(posture: str) -> None:
    space = alliance.space(posture)
    now = sum(points(space, all_middle(space)))
    assert 100 * (best_no_worse(space, all_middle(space)).joint - now) >= 15 * now


@pytest.mark.parametrize("posture", POSTURES)
def test_no_side_gets_more_than_85_percent_of_its_best_at_the_nash_point(posture: str) -> None:
    space = alliance.space(posture)
    best, most = nash_package(space).points, [own_max(space, party).points[party] for party in (0, 1)]
    assert [100 * value <= 85 * top for value, top in zip(best, most, strict=True)] == [True, True]


def test_the_weights_of_every_posture_sum_to_100() -> None:
    sums = {entry["id"]: sum(entry["weights"].values()) for entry in alliance.entries("postures")}
    assert sums == dict.fromkeys([*POSTURES, alliance.japan()], 100)
