"""What was left on the table: how much more both sides could have had, and with which outcome."""

from sim.analysis.frontier import frontier
from sim.analysis.space import FrontierPoint, Outcome, Space, no_worse, points


def best_no_worse(space: Space, outcome: Outcome) -> FrontierPoint:
    """The allowed outcome with the largest sum of points among those no worse for any party than `outcome`; exact.

    Of several, the lexicographically smallest. `outcome` itself, allowed or not, where nothing allowed is better.
    """
    now = FrontierPoint(outcome, points(space, outcome))
    better = [point for point in frontier(space) if no_worse(point.points, now.points) and point.points != now.points]
    return min(better, key=lambda point: (-point.joint, point.outcome), default=now)


def distance_to_frontier(space: Space, outcome: Outcome) -> int:
    """The largest joint gain, in hundredths, that leaves no party worse off; 0 means the outcome is efficient."""
    return best_no_worse(space, outcome).joint - sum(points(space, outcome))
