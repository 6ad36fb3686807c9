"""One function of the kernel at a time, in the style of the kernel, with as many parameters as compiled code is called with."""

from __future__ import annotations

from sim.kernel.clues import give_clue
from sim.kernel.demands import place_card, place_plain
from sim.kernel.effects import queue_choice, set_timer
from sim.kernel.expressions import divided, evaluate
from sim.kernel.lasting import keep_for_a_while, lasting_sum
from sim.kernel.ledger import change, put, remember_for_undo, within
from sim.kernel.masking import renew_mask
from sim.kernel.proposals import add_link
from sim.lab.counts import count_points, count_times

(
    DIVIDED,
    FLOOR,
    REST,
    ABSOLUTE,
    KEEP,
    SUM_KEPT,
    CARD,
    PLAIN,
    TIMER,
    CHOICE,
    LINK,
    CLUE,
    CHANGE,
    PUT,
    WITHIN,
    REMEMBER,
    RENEW,
    EVALUATE,
    POINTS,
    TIMES,
) = range(20)


def exercise(t, s, m, log, counts, what, a, b, c, d, e, f, g, h, i, j, k):  # type: ignore[no-untyped-def]  # kernel style
    """Call what is asked for; its value, or 0."""
    if what == DIVIDED:
        return divided(a, b)
    if what == FLOOR:
        return a // b
    if what == REST:
        return a % b
    if what == ABSOLUTE:
        return abs(a)
    if what == KEEP:
        keep_for_a_while(t, s, log, a, b, c, d, e, f)
    elif what == SUM_KEPT:
        return lasting_sum(s, a, b, c)
    elif what == CARD:
        place_card(t, s, log, a, b, c)
    elif what == PLAIN:
        place_plain(t, s, log, a, b, c, d, e)
    elif what == TIMER:
        set_timer(t, s, log, a, b)
    elif what == CHOICE:
        queue_choice(t, s, log, a, b, c, d)
    elif what == LINK:
        add_link(t, s, log, a, b, c)
    elif what == CLUE:
        give_clue(t, s, log, a, b, c == 1, d)
    elif what == CHANGE:
        change(t, s, log, a, b, c)
    elif what == PUT:
        put(t, s, log, a, b, c, d)
    elif what == WITHIN:
        return within(t, a, b)
    elif what == REMEMBER:
        remember_for_undo(t, s, log, a, b, c)
    elif what == RENEW:
        renew_mask(t, s, a, m)
    elif what == EVALUATE:
        return evaluate(t, s, a)
    elif what == POINTS:
        count_points(counts, a, b)
    elif what == TIMES:
        count_times(counts, a, b)
    return 0
