"""What a seeker does in Talks beside the package: joint work, levers, probes, words of consent, moves of its own."""

from sim.bots.beliefs import knows_enough
from sim.bots.common import may_plain, say, say_facts
from sim.bots.homework import look_at_standing
from sim.bots.memory import B_INIT_WORTH, B_LEVER_WORTH, B_PLAN, B_PROPOSED
from sim.bots.reasons import (
    WHY_CALM_PAYS,
    WHY_JOINT_WORK,
    WHY_LEVER_PAYS,
    WHY_LINK_HARMLESS,
    WHY_MOVE_HELPS,
    WHY_NOTHING_TO_DO,
    WHY_WANTS_TO_KNOW,
)
from sim.bots.seeking import common_gain, make_plan, set_aims
from sim.bots.worth import CAPITAL_UNIT, SIDE_POINT, list_worth, play_context
from sim.kernel.clues import read_by
from sim.kernel.codes import ACT_AGREE, ACT_DECIDE, ACT_DONE, ACT_INITIATIVE, ACT_LEVER, ACT_PROBE, ALLOWED
from sim.kernel.forecast import expect_home, know_groups
from sim.kernel.lasting import lasting_sum
from sim.kernel.layout import (
    ACCORD,
    CAPITAL,
    INITIATIVE_STATUS,
    KIND_PLAY,
    LAST_GAIN,
    LEVEL,
    MAX_ISSUES,
    MAX_LEVELS,
    MAX_PARTIES,
    N_PROPOSALS,
    NEW_INITIATIVE,
    P_A,
    P_AGREED,
    P_B,
    P_KIND,
    PLAYED_STEP,
    PLAYED_TALKS,
    PROBES,
    PROPOSE_ACT,
    PROPOSE_INITIATIVE,
    PROPOSE_LINK,
    ROUND,
    UNSET,
)
from sim.kernel.levers import price_of
from sim.kernel.moves import move_price
from sim.kernel.proposals import cost_of, price_to, proposal_at
from sim.kernel.resolve import delay_of
from sim.kernel.search import note_caps, note_gains_of_levels
from sim.kernel.tables import (
    PICK_NONE,
    T_ACT_LIST,
    T_INIT_GAIN,
    T_INIT_PER_ROUND,
    T_LEVER_PARTY,
    T_LEVER_PICK,
    T_MOVED_BY,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_PARTIES,
    T_N_ROUNDS,
    T_PROBE_ROUND,
)
from sim.kernel.workspace import W_CAP, W_COST, W_GAIN

LEVER_LEAST = 20  # a lever must be worth so much more than its price
LEVER_CAPITAL = 6  # capital with which a lever is thought of at all
LEVER_RESERVE = 4  # capital that stays after a lever
WORK_RESERVE = 2  # capital that stays after joint work is agreed
MOVE_LEAST = 100  # a move by decision must bring so much more than its price


def best_lever(t, m, mem, party, seat):
    """The own lever, of those that pick nothing, whose worth is most above its price; or UNSET."""
    best = UNSET
    most = LEVER_LEAST
    for lever in range(t[T_N_LEVERS]):
        if t[T_LEVER_PARTY + lever] == party and t[T_LEVER_PICK + lever] == PICK_NONE and mem[B_LEVER_WORTH + lever] > most:
            price = price_of(t, m, lever)
            worth = mem[B_LEVER_WORTH + lever] - price * CAPITAL_UNIT
            if worth > most and (price == 0 or m[CAPITAL + party] - price >= LEVER_RESERVE):
                if may_plain(t, m, seat, ACT_LEVER, lever, UNSET) == ALLOWED:
                    best = lever
                    most = worth
    return best


def say_lever(t, m, mem, party, seat, out):
    """Play a lever that pays, one a round and with capital in hand; True when there is one."""
    if m[PLAYED_STEP + party] + m[PLAYED_TALKS + party] > 0 or m[CAPITAL + party] < LEVER_CAPITAL:
        return False
    lever = best_lever(t, m, mem, party, seat)
    if lever == UNSET:
        return False
    say(out, ACT_LEVER, lever, UNSET, UNSET, WHY_LEVER_PAYS)
    say_facts(out, lever, price_of(t, m, lever), mem[B_LEVER_WORTH + lever])
    return True


def say_done(out):
    """The part of the step is over."""
    say(out, ACT_DONE, UNSET, UNSET, UNSET, WHY_NOTHING_TO_DO)


def say_lever_or_done(t, m, mem, party, seat, out):
    """The demanding side's own step."""
    if not say_lever(t, m, mem, party, seat, out):
        say_done(out)


def work_worth(t, m, mem, party, card):
    """What an initiative brings to all, less what it costs; own capital counts full, that of others half."""
    if m[ROUND] + delay_of(t, m, card) > t[T_N_ROUNDS]:
        return -1
    worth = mem[B_INIT_WORTH + card]
    for side in range(t[T_N_PARTIES]):
        gain = t[T_INIT_GAIN + card * MAX_PARTIES + side] + lasting_sum(m, LAST_GAIN, card, side)
        worth += gain * SIDE_POINT
        worth -= cost_of(t, m, card, side) * CAPITAL_UNIT // (1 if side == party else 2)
    return worth


def reserve_holds(t, m, party, price):
    """True when enough capital is left for the homes of this round after paying a price."""
    return m[CAPITAL + party] - price >= WORK_RESERVE or m[ROUND] >= t[T_N_ROUNDS]


def can_all_pay(t, m, party, card):
    """True when every side can pay an initiative now, and the own side keeps its reserve."""
    for side in range(t[T_N_PARTIES]):
        if cost_of(t, m, card, side) > m[CAPITAL + side]:
            return False
    return reserve_holds(t, m, party, cost_of(t, m, card, party))


def best_work(t, m, mem, party, seat):
    """The initiative worth most that may be proposed and paid, or UNSET."""
    best = UNSET
    most = 0
    for card in range(t[T_N_INITIATIVES]):
        if m[INITIATIVE_STATUS + card] == 1:
            worth = work_worth(t, m, mem, party, card)
            if worth > most and can_all_pay(t, m, party, card):
                if may_plain(t, m, seat, ACT_INITIATIVE, card, UNSET) == ALLOWED:
                    best = card
                    most = worth
    return best


def say_work(t, m, mem, party, seat, out):
    """Propose the best joint work, once a round; True when there is some."""
    if mem[B_PROPOSED] == 1 or m[NEW_INITIATIVE] >= t[T_INIT_PER_ROUND]:
        return False
    mem[B_PROPOSED] = 1
    card = best_work(t, m, mem, party, seat)
    if card == UNSET:
        return False
    say(out, ACT_INITIATIVE, card, UNSET, UNSET, WHY_JOINT_WORK)
    say_facts(out, card, cost_of(t, m, card, party), UNSET)
    return True


def say_probe(t, m, mem, party, seat, out):
    """Ask for a clue when a token pays for it and more is worth knowing; True when it is said."""
    if m[PROBES + party] > t[T_PROBE_ROUND] or knows_enough(t, mem, read_by(t, party)):
        return False
    if may_plain(t, m, seat, ACT_PROBE, 1, UNSET) != ALLOWED:
        return False
    say(out, ACT_PROBE, 1, UNSET, UNSET, WHY_WANTS_TO_KNOW)
    return True


def say_opening(t, m, mem, party, seat, out):
    """Consent, a lever, a probe, joint work, done."""
    if say_agreement(t, m, mem, party, seat, out) or say_lever(t, m, mem, party, seat, out):
        return
    if say_probe(t, m, mem, party, seat, out) or say_work(t, m, mem, party, seat, out):
        return
    say_done(out)


def link_is_harmless(t, m, mem, party, a, b):
    """True when by the plan both issues move, or neither."""
    make_plan(t, m, mem, party)
    return (mem[B_PLAN + a] != m[LEVEL + a]) == (mem[B_PLAN + b] != m[LEVEL + b])


def pays_to_agree(t, m, mem, party, row):
    """True when the proposal in this row brings more than it costs."""
    at = proposal_at(row)
    kind = m[at + P_KIND]
    price = price_to(t, m, row, party)
    if kind == PROPOSE_INITIATIVE:
        return work_worth(t, m, mem, party, m[at + P_A]) > 0 and reserve_holds(t, m, party, price)
    if kind == PROPOSE_ACT:
        play_context(m, KIND_PLAY, UNSET, party)
        return list_worth(t, m, mem, party, t[T_ACT_LIST + m[at + P_A]]) // 10 > price * CAPITAL_UNIT
    if kind == PROPOSE_LINK:
        return link_is_harmless(t, m, mem, party, m[at + P_A], m[at + P_B])
    return True


def why_agreed(kind):
    """The reason for agreeing to a kind of proposal."""
    if kind == PROPOSE_INITIATIVE:
        return WHY_JOINT_WORK
    if kind == PROPOSE_ACT:
        return WHY_CALM_PAYS
    return WHY_LINK_HARMLESS


def say_agreement(t, m, mem, party, seat, out):
    """Agree to a proposal of another side that pays or does no harm; True when there is one."""
    for row in range(m[N_PROPOSALS]):
        at = proposal_at(row)
        if (m[at + P_AGREED] >> party) & 1 == 0 and may_plain(t, m, seat, ACT_AGREE, row, UNSET) == ALLOWED:
            if pays_to_agree(t, m, mem, party, row):
                kind = m[at + P_KIND]
                say(out, ACT_AGREE, row, UNSET, UNSET, why_agreed(kind))
                if kind == PROPOSE_INITIATIVE:
                    say_facts(out, m[at + P_A], price_to(t, m, row, party), UNSET)
                elif kind == PROPOSE_ACT:
                    say_facts(out, price_to(t, m, row, party), UNSET, UNSET)
                else:
                    say_facts(out, m[at + P_A], m[at + P_B], UNSET)
                return True
    return False


def capital_for_home(t, m, mem, party):
    """Capital that the home is expected to need for the accord of this round."""
    if m[ACCORD] == 0:
        return 0
    look_at_standing(t, m, mem)
    know_groups(t, m, mem, party, 2, 0)
    expect_home(t, m, mem, party)
    return mem[W_COST + party]


def move_worth(t, m, mem, party, issue, level):
    """What a lone move brings to all above its price; nothing when the own side would lose by it."""
    own = mem[W_GAIN + (party * MAX_ISSUES + issue) * MAX_LEVELS + level]
    total = common_gain(t, mem, issue, level) - common_gain(t, mem, issue, m[LEVEL + issue])
    if own < 0:
        return 0
    return total - move_price(t, m, issue, level) * CAPITAL_UNIT


def say_closing_move(t, m, mem, party, seat, out):
    """Decide the own move that helps most, or be done."""
    set_aims(t, m, mem, party, 0)
    note_caps(t, m, mem)
    note_gains_of_levels(t, m, mem)
    best = UNSET
    best_level = UNSET
    most = MOVE_LEAST
    left = m[CAPITAL + party] - capital_for_home(t, m, mem, party)
    for issue in range(t[T_N_ISSUES]):
        if (t[T_MOVED_BY + issue] >> party) & 1 == 1:
            for way in (1, -1):
                level = m[LEVEL + issue] + way
                if level < 0 or level > mem[W_CAP + issue] or move_price(t, m, issue, level) > left:
                    continue
                worth = move_worth(t, m, mem, party, issue, level)
                if worth > most and may_plain(t, m, seat, ACT_DECIDE, issue, level) == ALLOWED:
                    best = issue
                    best_level = level
                    most = worth
    if best == UNSET:
        say_done(out)
        return
    say(out, ACT_DECIDE, best, best_level, UNSET, WHY_MOVE_HELPS)
    say_facts(out, best, best_level, move_price(t, m, best, best_level))
