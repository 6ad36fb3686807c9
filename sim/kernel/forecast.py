"""How the bodies at home are expected to vote on a package, and the cheapest groundwork with which they carry it.

Questions only: the package stands in the work vector `w` (see `workspace.py`), what is believed of the
other sides too. A majority may be any condition on the yes groups, so the cheapest one is found by taking
the dearest groups out of a full house one after the other, as long as the condition holds.
"""

from sim.kernel.appraise import bonus_of, quota_holds
from sim.kernel.expressions import (
    OP_AT,
    OP_CELL,
    OP_CHANGES,
    OP_END,
    OP_LOWERS,
    OP_NUM,
    OP_RAISES,
    OP_TABLE,
    OP_TO,
    evaluate,
    holds,
)
from sim.kernel.layout import (
    CAPITAL,
    DELTA,
    GROUP_SHIFT,
    GROUP_SUPPORT,
    GROUP_YES,
    JUDGED,
    KNOWN_MOOD,
    L_A,
    L_KIND,
    LAST_BLOCK_PACKAGE,
    LAST_VOTE,
    LASTING,
    LASTING_WIDTH,
    LEVEL,
    MAX_GROUPS,
    MAX_ISSUES,
    MAX_LEVELS,
    N_LASTING,
    PARTY_YES_WEIGHT,
    SCRATCH,
    UNSET,
)
from sim.kernel.ledger import jot
from sim.kernel.tables import (
    T_CODE,
    T_GROUNDWORK_NEEDS_EXPR,
    T_GROUP_MAX,
    T_GROUP_PARTY,
    T_GROUP_POINT,
    T_GROUP_REFUSES_EXPR,
    T_GROUP_SHIFT_EXPR,
    T_MOOD,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_PARTIES,
    T_OPEN_MOOD_EXPR,
    T_QUOTA_EXPR,
    T_SIDE_MAX,
    T_STEP_PRICE_EXPR,
    T_STEP_SIZE_EXPR,
    T_SUPPORT_CELL,
    T_YES_AT,
)
from sim.kernel.workspace import (
    MAJORITIES,
    NEVER_YES,
    W_BARS,
    W_BASE,
    W_BIT,
    W_COST,
    W_GAIN,
    W_GUESS,
    W_HAS_BONUS,
    W_LACK,
    W_LIFTED,
    W_MAJORITY,
    W_MARGIN,
    W_MARK,
    W_MOVED,
    W_N_MOVED,
    W_N_READ,
    W_PACKAGE,
    W_PARTY_GAIN,
    W_PRICE,
    W_PURSE,
    W_READ,
    W_STEP_SIZE,
    W_STEPS,
    W_STEPS_USED,
    W_VALUE_OF,
)

MOOD_ZERO = 100  # KNOWN_MOOD is mood + this
MOST_READ = 16  # issues that a majority may ask about and still be remembered


def know_groups(t, s, w, party, own_margin, other_margin):
    """Note support and known mood of every group as `party` sees them, and the margins wanted for unknown moods."""
    moods = holds(t, s, t[T_OPEN_MOOD_EXPR])
    for group in range(t[T_N_GROUPS]):
        side = t[T_GROUP_PARTY + group]
        support = s[t[T_SUPPORT_CELL + group]]
        if support == UNSET:
            support = w[W_GUESS + group]
        margin = own_margin if side == party else other_margin
        if margin > t[T_MOOD + side]:
            margin = t[T_MOOD + side]
        if not moods:
            margin = 0
        elif side == party and s[KNOWN_MOOD + group] > 0:
            support += s[KNOWN_MOOD + group] - MOOD_ZERO
            margin = 0
        w[W_BASE + group] = support
        w[W_MARGIN + group] = margin
        w[W_HAS_BONUS + group] = 0
    for side in range(t[T_N_PARTIES]):
        w[W_PURSE + side] = s[CAPITAL + side]
    note_what_lasts(t, s, w)
    forget_majorities(t, w)


def forget_majorities(t, w):
    """No verdict on a yes set is known yet. Bits of the groups, and which issues each majority asks about."""
    for party in range(t[T_N_PARTIES]):
        bit = 1
        for group in range(t[T_N_GROUPS]):
            if t[T_GROUP_PARTY + group] == party:
                w[W_BIT + group] = bit
                bit = bit << 1
        w[W_N_READ + party] = UNSET
        if bit <= MAJORITIES:
            note_issues_read(t, w, party, t[T_QUOTA_EXPR + party])
        for bits in range(MAJORITIES):
            w[W_MAJORITY + party * MAJORITIES + bits] = 0


def note_issues_read(t, w, party, program):
    """W_READ: the issues whose level in the package a majority asks for; none is kept when it asks about more."""
    count = 0
    number = UNSET
    at = T_CODE + program
    while program != UNSET and t[at] != OP_END:
        op = t[at]
        if op == OP_NUM or op == OP_CELL or op == OP_TABLE or op == OP_AT:
            at += 1
            known = GROUP_YES <= t[at] < GROUP_YES + MAX_GROUPS or t[at] == PARTY_YES_WEIGHT
            if (op == OP_CELL or op == OP_AT) and t[at] >= SCRATCH and not known:
                return
        elif op == OP_TO or op == OP_CHANGES or op == OP_RAISES or op == OP_LOWERS:
            if number == UNSET or count >= MOST_READ:
                return
            w[W_READ + party * MAX_ISSUES + count] = number
            count += 1
        number = t[at] if op == OP_NUM else UNSET
        at += 1
    w[W_N_READ + party] = count


def mark_package(w, party):
    """W_MARK: the levels that the party's majority asks about, as one number."""
    mark = 0
    for k in range(w[W_N_READ + party]):
        mark = mark * MAX_LEVELS + w[W_PACKAGE + w[W_READ + party * MAX_ISSUES + k]]
    w[W_MARK] = 4 * mark


def majority_stands(t, s, w, party, bits):
    """Whether the yes set `bits` carries the party's body; remembered where only votes and named levels matter."""
    cell = W_MAJORITY + party * MAJORITIES + bits
    remembers = w[W_N_READ + party] != UNSET
    if remembers and w[cell] > w[W_MARK] and w[cell] < w[W_MARK] + 4:
        return w[cell] == w[W_MARK] + 2
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party:
            jot(s, GROUP_YES + group, 1 if bits & w[W_BIT + group] != 0 else 0)
    stands = quota_holds(t, s, party)
    if remembers:
        w[cell] = w[W_MARK] + (2 if stands else 1)
    return stands


def note_what_lasts(t, s, w):
    """Which groups some card adds to, whether packages are barred, and what a step of groundwork buys now."""
    w[W_BARS] = 0
    for row in range(s[N_LASTING]):
        at = LASTING + row * LASTING_WIDTH
        if s[at + L_KIND] == LAST_VOTE:
            w[W_HAS_BONUS + s[at + L_A]] = 1
        elif s[at + L_KIND] == LAST_BLOCK_PACKAGE:
            w[W_BARS] = 1
    w[W_STEP_SIZE] = evaluate(t, s, t[T_STEP_SIZE_EXPR])


def look_at_package(t, s, w):
    """Make the package of the work vector the judged one, with every party's gain as believed."""
    moved = 0
    steps = 0
    for issue in range(t[T_N_ISSUES]):
        now = s[LEVEL + issue]
        level = w[W_PACKAGE + issue]
        if level == now:
            jot(s, JUDGED + issue, UNSET)
        else:
            jot(s, JUDGED + issue, level)
            w[W_MOVED + moved] = issue
            moved += 1
            steps += level - now if level > now else now - level
    w[W_N_MOVED] = moved
    w[W_STEPS_USED] = steps
    for party in range(t[T_N_PARTIES]):
        gain = 0
        for k in range(moved):
            issue = w[W_MOVED + k]
            gain += w[W_GAIN + (party * MAX_ISSUES + issue) * MAX_LEVELS + w[W_PACKAGE + issue]]
        w[W_PARTY_GAIN + party] = gain
        jot(s, DELTA + party, gain)


def shift_expected(t, s, w, group):
    """Issue shift of a group under the package looked at."""
    if t[T_GROUP_SHIFT_EXPR + group] != UNSET:
        return evaluate(t, s, t[T_GROUP_SHIFT_EXPR + group])
    shift = 0
    row = T_GROUP_POINT + group * MAX_ISSUES
    for k in range(w[W_N_MOVED]):
        issue = w[W_MOVED + k]
        shift += t[row + issue] * (w[W_PACKAGE + issue] - s[LEVEL + issue])
    return shift


def price_of_yes(t, s, w, group):
    """Groundwork that a yes of the group costs: 0, a price, or NEVER_YES and what it is short of."""
    shift = shift_expected(t, s, w, group)
    value = w[W_BASE + group] + shift
    if w[W_HAS_BONUS + group] == 1:
        value += bonus_of(t, s, group)
    w[W_VALUE_OF + group] = value
    w[W_STEPS + group] = 0
    short = t[T_YES_AT] + w[W_MARGIN + group] - value
    if t[T_GROUP_REFUSES_EXPR + group] != UNSET and evaluate(t, s, t[T_GROUP_REFUSES_EXPR + group]) != 0:
        return NEVER_YES + (short if short > 0 else 0) + 10
    if short <= 0:
        return 0
    jot(s, GROUP_SHIFT, shift)
    jot(s, GROUP_SUPPORT, w[W_BASE + group])
    size = w[W_STEP_SIZE]
    if size <= 0:  # a pack without groundwork, or a step that buys nothing now
        return NEVER_YES + short
    steps = (short + size - 1) // size
    if steps * size > t[T_GROUP_MAX] or not holds(t, s, t[T_GROUNDWORK_NEEDS_EXPR]):
        return NEVER_YES + short
    w[W_STEPS + group] = steps
    return steps * evaluate(t, s, t[T_STEP_PRICE_EXPR])


def dearest_left(t, w, party):
    """Group of the party with the highest price among those not tried yet, or UNSET."""
    best = UNSET
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party and w[W_LIFTED + group] == 2:
            if best == UNSET or w[W_PRICE + group] > w[W_PRICE + best]:
                best = group
    return best


def thin_out(t, s, w, party, bits):
    """From a full house, let the dearest groups go as long as the majority stands."""
    while True:
        group = dearest_left(t, w, party)
        if group == UNSET:
            return
        w[W_LIFTED + group] = 0
        if majority_stands(t, s, w, party, bits & ~w[W_BIT + group]):
            bits = bits & ~w[W_BIT + group]
        else:
            w[W_LIFTED + group] = 1


def expect_home(t, s, w, party):
    """Note the capital that a party's home needs for the package looked at, and what it lacks."""
    w[W_COST + party] = 0
    w[W_LACK + party] = 0
    bits = 0
    full = 0
    mark_package(w, party)
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party:
            price = price_of_yes(t, s, w, group)
            w[W_PRICE + group] = price
            w[W_LIFTED + group] = 0
            full = full | w[W_BIT + group]
            if price == 0:
                bits = bits | w[W_BIT + group]
    if majority_stands(t, s, w, party, bits):
        return
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party and w[W_PRICE + group] > 0:
            w[W_LIFTED + group] = 2  # in the house, not tried yet
    if not majority_stands(t, s, w, party, full):
        w[W_LACK + party] = NEVER_YES
        return
    thin_out(t, s, w, party, full)
    add_up_home(t, w, party)


def add_up_home(t, w, party):
    """Price of the groups that the majority needs, against capital and the limit of the side."""
    cost = 0
    points = 0
    lack = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party and w[W_LIFTED + group] == 1:
            if w[W_PRICE + group] >= NEVER_YES:
                lack += 3 + w[W_PRICE + group] - NEVER_YES
            else:
                cost += w[W_PRICE + group]
                points += w[W_STEPS + group] * w[W_STEP_SIZE]
    if points > t[T_SIDE_MAX]:
        lack += points - t[T_SIDE_MAX]
    if cost > w[W_PURSE + party]:
        lack += cost - w[W_PURSE + party]
    w[W_COST + party] = cost
    w[W_LACK + party] = lack
