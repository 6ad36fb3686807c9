"""Weights of a posture over the issues in play, in whole per cent that sum to 100."""

from __future__ import annotations

from sim.loading import shape_entries as kinds


def rounded_share(amount: int, factor: int, divisor: int) -> int:
    """amount x factor / divisor, rounded half away from zero; nothing here is negative."""
    return (2 * amount * factor + divisor) // (2 * divisor)


def with_remainder(weights: dict[str, int]) -> dict[str, int]:
    """The remainder to 100 goes to the largest weight, of equals to the first."""
    if not weights:
        return weights
    largest = max(weights, key=lambda issue: weights[issue])
    return {**weights, largest: weights[largest] + 100 - sum(weights.values())}


def weights_of(posture: kinds.Posture, issues: list[kinds.Issue], own: dict[str, int] | None = None) -> list[int]:
    """One weight an issue in play. Optional issues take their own share first; a selection is scaled up to 100.

    own: the weights a scenario gives this posture in place of those of the pack; taken as they are.
    """
    if own is not None:
        return [own.get(issue.id, 0) for issue in issues]
    optional = {issue.id: posture.pack_weight.get(issue.id, 0) for issue in issues if issue.optional}
    taken = sum(optional.values())
    weights = dict(posture.weights)
    if taken:
        weights = with_remainder({**{issue: rounded_share(w, 100 - taken, 100) for issue, w in weights.items()}, **optional})
    in_play = {issue.id: weights.get(issue.id, 0) for issue in issues}
    total = sum(in_play.values())
    if total not in (0, 100):
        in_play = with_remainder({issue: rounded_share(w, 100, total) for issue, w in in_play.items()})
    return [in_play[issue.id] for issue in issues]
