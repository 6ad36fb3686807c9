"""Exact questions about a negotiation, answered in whole numbers: what could be had, by whom, and what was missed.

Everything is a plain function of a `Space` (of a `Body` for votes), imported from the file that holds it. Nothing here
knows a game in progress, a pack, or who may see an answer.

space          Space, points, status_quo, up_to: what is asked about
frontier       frontier: what nobody can better for one without loss to another
zone           agreement_zone: what nobody would refuse
bargaining     nash, kalai_smorodinsky, misreading: what theory calls fair
yardsticks     sum_max, own_max, all_middle, half_way, track_by_track: what to compare with
missed         best_no_worse, distance_to_frontier: what was left on the table
swaps          chain_of_swaps: how to get there in small steps
shares         efficiency_percent, fair_share_percent: how much was reached
pleasing       pleasing, at_least: how many outcomes would do for one group or party
votes          Group, Body, votes_on: who says yes at home
ratification   ratification: whether it passes, and with how much groundwork
"""
