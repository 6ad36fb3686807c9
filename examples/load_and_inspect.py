"""Load a scenario and look into it: everything wrong is said at once; every number knows where it stands."""

import sys

from sim.errors import Broken
from sim.loading import load


def main(name: str = "lantern-coast") -> int:
    """Print issues, levels and what each level is worth to each party; or every problem of the files."""
    try:
        scenario = load.scenario(name)
    except Broken as broken:
        print(broken)
        return 1
    print(f"{scenario.label['en']}: {scenario.rounds} rounds, rules {scenario.rules_digest}")
    for issue in scenario.issues:
        print(f"{issue.id} {issue.label['en']}  ({issue.place})")
        for level in issue.levels:
            worth = ", ".join(f"{party.id} {issue.payoff[party.index][level.index]}" for party in scenario.parties)
            print(f"   {level.index} {level.label['en']}: {worth}")
    for posture in scenario.postures:
        print(f"{posture.id}: " + " ".join(f"{issue.id}={posture.weights[issue.index]}" for issue in scenario.issues))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
