"""A package under judgement in a search: what it is worth, how far it is from being carried, whether it is the best so far."""

from sim.kernel.forecast import expect_home, look_at_package
from sim.kernel.lasting import package_is_barred
from sim.kernel.layout import LEVEL, MAX_LEVELS
from sim.kernel.tables import T_N_ISSUES, T_N_PARTIES
from sim.kernel.workspace import (
    W_BARS,
    W_BODIES,
    W_CAPITAL_WORTH,
    W_COST,
    W_EXTRA,
    W_FAIR,
    W_FLOOR,
    W_FOUND,
    W_FOUND_CARRIED,
    W_FOUND_COST,
    W_FOUND_GAIN,
    W_FOUND_WORTH,
    W_LACK,
    W_MOVED,
    W_N_MOVED,
    W_NODES,
    W_PACKAGE,
    W_PARTY_GAIN,
    W_SHARE,
)

LACK_WORTH = 40  # what a point of support, or a unit of capital, that is lacking takes off a worth


def plain_worth(t, s, w):
    """Worth of the package looked at, before what it costs at home."""
    worth = 0
    for party in range(t[T_N_PARTIES]):
        worth += w[W_SHARE + party] * w[W_PARTY_GAIN + party] // 100
    for k in range(w[W_N_MOVED]):
        issue = w[W_MOVED + k]
        at = W_EXTRA + issue * MAX_LEVELS
        worth += w[at + w[W_PACKAGE + issue]] - w[at + s[LEVEL + issue]]
    return worth


def expect_homes(t, s, w):
    """Forecast the bodies that are asked about; True when all can carry the package."""
    carried = True
    for party in range(t[T_N_PARTIES]):
        if (w[W_BODIES] >> party) & 1 == 1:
            expect_home(t, s, w, party)
            if w[W_LACK + party] > 0:
                carried = False
        else:
            w[W_COST + party] = 0
            w[W_LACK + party] = 0
    return carried


def cost_of_homes(t, w):
    """What the groundwork of all sides is worth."""
    total = 0
    for party in range(t[T_N_PARTIES]):
        total += w[W_COST + party]
    return total * w[W_CAPITAL_WORTH]


def keep_found(t, w, worth):
    """The package looked at is the best so far."""
    w[W_FOUND_WORTH] = worth
    for issue in range(t[T_N_ISSUES]):
        w[W_FOUND + issue] = w[W_PACKAGE + issue]
    for party in range(t[T_N_PARTIES]):
        w[W_FOUND_GAIN + party] = w[W_PARTY_GAIN + party]
        w[W_FOUND_COST + party] = w[W_COST + party]


def below_floor(t, w, party):
    """How much the package looked at leaves a party below its floor, or below its fair part of all gains; else 0."""
    floor = w[W_FLOOR + party]
    if w[W_FAIR + party] > 0:
        total = 0
        for side in range(t[T_N_PARTIES]):
            total += w[W_PARTY_GAIN + side]
        if total * w[W_FAIR + party] // 100 > floor:
            floor = total * w[W_FAIR + party] // 100
    below = floor - w[W_PARTY_GAIN + party]
    return below if below > 0 else 0


def shortfall(t, w):
    """How far the package looked at is from being carried by all and from the floors, as a worth to be taken off."""
    total = 0
    for party in range(t[T_N_PARTIES]):
        total += w[W_LACK + party] * LACK_WORTH + 2 * below_floor(t, w, party)
    return total


def try_package(t, s, w):
    """Judge W_PACKAGE; keep it when it is better than the best so far. Counts a node.

    One that all can carry is better than any other; else the one nearest to it, by worth less shortfall.
    """
    w[W_NODES] -= 1
    look_at_package(t, s, w)
    if w[W_N_MOVED] == 0 or (w[W_BARS] == 1 and package_is_barred(t, s)):
        return False
    expect_homes(t, s, w)
    worth = plain_worth(t, s, w) - cost_of_homes(t, w)
    short = shortfall(t, w)
    carried = 1 if short == 0 and worth > 0 else 0
    if carried < w[W_FOUND_CARRIED]:
        return False
    if carried == w[W_FOUND_CARRIED] and worth - short <= w[W_FOUND_WORTH]:
        return False
    w[W_FOUND_CARRIED] = carried
    keep_found(t, w, worth - short)
    return True
