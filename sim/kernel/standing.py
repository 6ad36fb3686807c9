"""Standing rules of the pack: when their point or occasion comes, what they do, what they ask."""

from sim.kernel.chance import FOR_CHANCE, FOR_SURPRISE, succeeds
from sim.kernel.context import enter_context
from sim.kernel.effects import queue_choice, run
from sim.kernel.expressions import evaluate, holds
from sim.kernel.layout import (
    CHOICE_PICK,
    CROSSED,
    KIND_RULE,
    N_DEMANDS,
    ROUND,
    UNSET,
)
from sim.kernel.ledger import put
from sim.kernel.tables import (
    PICK_NONE,
    PICK_TRACK_DEMAND,
    T_COUNTER_CAUSE,
    T_COUNTER_CELL,
    T_COUNTER_PER_PARTY,
    T_COUNTER_POINT,
    T_COUNTER_RESETS,
    T_COUNTER_WHEN_EXPR,
    T_END_CROSSING,
    T_FIRST_CROSSING,
    T_N_COUNTERS,
    T_N_PARTIES,
    T_N_RULES,
    T_OPEN_SURPRISE_EXPR,
    T_RULE_BY,
    T_RULE_CAUSE,
    T_RULE_CHANCE_EXPR,
    T_RULE_CROSSED,
    T_RULE_FIRST,
    T_RULE_LIST,
    T_RULE_PICK,
    T_RULE_POINT,
    T_RULE_WHEN_EXPR,
    T_RULES_AT,
    WORK_SURPRISE,
)
from sim.kernel.turn import work_now


def rule_comes(t, s, log, rule, party, surprise):
    """True when the condition and the chance of a standing rule hold."""
    enter_context(s, KIND_RULE, rule, 0, party, UNSET, s[ROUND], UNSET)
    if not holds(t, s, t[T_RULE_WHEN_EXPR + rule]):
        return False
    chance = t[T_RULE_CHANCE_EXPR + rule]
    if chance == UNSET:
        return True
    if surprise:
        return holds(t, s, t[T_OPEN_SURPRISE_EXPR]) and succeeds(t, s, log, FOR_SURPRISE, evaluate(t, s, chance))
    return succeeds(t, s, log, FOR_CHANCE, evaluate(t, s, chance))


def apply_rule(t, s, log, rule, party, track):
    """Run a standing rule, or ask the party that may choose what it is about."""
    if t[T_RULE_PICK + rule] == PICK_NONE:
        run(t, s, log, t[T_RULE_LIST + rule], KIND_RULE, rule, party, UNSET, UNSET)
        return
    if s[N_DEMANDS] > 0:
        asked = track if t[T_RULE_PICK + rule] == PICK_TRACK_DEMAND else UNSET
        queue_choice(t, s, log, CHOICE_PICK, t[T_RULE_BY + rule], rule, asked)


def run_rules(t, s, log, point, first):
    """Standing rules of a point. first: those that come before the mechanism.

    Rule 0.10: Standing rules apply at their point of a step, after what happens there unless they say otherwise, in the order of the
    list.
    """
    if t[T_RULES_AT + 2 * point + first] == 0:
        return
    surprise = work_now(t, s) == WORK_SURPRISE
    for rule in range(t[T_N_RULES]):
        if t[T_RULE_POINT + rule] == point and t[T_RULE_FIRST + rule] == first and t[T_RULE_CROSSED + rule] == UNSET:
            if rule_comes(t, s, log, rule, UNSET, surprise):
                apply_rule(t, s, log, rule, UNSET, UNSET)


def run_occasion(t, s, log, occasion, party, track):
    """Standing rules of an occasion. party: whose lever, package or initiative it was, or UNSET."""
    count_occasion(t, s, log, occasion, party)
    if t[T_RULES_AT + 2 * occasion] + t[T_RULES_AT + 2 * occasion + 1] == 0:
        return
    for rule in range(t[T_N_RULES]):
        if t[T_RULE_POINT + rule] == occasion and rule_comes(t, s, log, rule, party, False):
            apply_rule(t, s, log, rule, party, track)


def count_occasion(t, s, log, occasion, party):
    """Counters of the pack that count this occasion."""
    for counter in range(t[T_N_COUNTERS]):
        if t[T_COUNTER_POINT + counter] == occasion and holds(t, s, t[T_COUNTER_WHEN_EXPR + counter]):
            cell = t[T_COUNTER_CELL + counter]
            if t[T_COUNTER_PER_PARTY + counter] == 1:
                cell += party
            put(t, s, log, cell, s[cell] + 1, s[cell] + 1, t[T_COUNTER_CAUSE + counter])


def reset_counters(t, s, log):
    """Counters that start again with every round."""
    for counter in range(t[T_N_COUNTERS]):
        if t[T_COUNTER_RESETS + counter] == 1:
            cells = t[T_N_PARTIES] if t[T_COUNTER_PER_PARTY + counter] == 1 else 1
            for k in range(cells):
                cell = t[T_COUNTER_CELL + counter] + k
                put(t, s, log, cell, 0, 0, t[T_COUNTER_CAUSE + counter])


def pay_crossings(t, s, log):
    """Run each rule as often as its threshold was crossed since the last point.

    Rule 0.11: A threshold is counted each time a single change passes it; its rule applies as often when the point of the step is over.
    """
    for rule in range(t[T_FIRST_CROSSING], t[T_END_CROSSING]):
        times = s[CROSSED + rule]
        if times == 0:
            continue
        put(t, s, log, CROSSED + rule, 0, 0, t[T_RULE_CAUSE + rule])
        for _ in range(times):
            run(t, s, log, t[T_RULE_LIST + rule], KIND_RULE, rule, UNSET, UNSET, UNSET)
