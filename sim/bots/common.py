"""What all styles share: what is asked of a seat now, how an answer is written, checked and made safe.

Kernel style: plain functions over integers. `m` is a mask, never the state; nothing here is hidden knowledge.
"""

from sim.bots.memory import (
    B_OWN_OFFERS,
    B_PLANNED,
    B_PROPOSED,
    B_ROLLS,
    B_ROUND,
    OUT_A,
    OUT_B,
    OUT_C,
    OUT_CELLS,
    OUT_FACTS,
    OUT_KIND,
    OUT_REASON,
    OUT_SIZE,
    SAYS_NOTHING,
)
from sim.bots.reasons import WHY_NOTHING_TO_DO, WHY_PLAN_REFUSED
from sim.kernel.acts import may_act
from sim.kernel.chance import MASK, mixed
from sim.kernel.codes import (
    ACT_CHOOSE,
    ACT_DECLINE,
    ACT_DEMAND,
    ACT_DONE,
    ACT_HOLD,
    ACT_KEEP_BACK,
    ACT_POSTPONE,
    ALLOWED,
)
from sim.kernel.demand import hand_at, hand_size
from sim.kernel.demands import demand_at, gap_of
from sim.kernel.layout import (
    ACCEPTED,
    ANSWER_NONE,
    ARGUMENT,
    BOUND,
    C_KIND,
    C_PARTY,
    C_ROW,
    CHOICE_OPTION,
    CHOICES,
    D_ANSWER,
    D_FROM,
    MAX_HAND,
    MAX_ISSUES,
    N_CHOICES,
    N_DEMANDS,
    N_PROPOSALS,
    OVER,
    P_AGREED,
    PROPOSAL_WIDTH,
    PROPOSALS,
    PROPOSER,
    REFRAMED,
    ROUND,
    UNSET,
)
from sim.kernel.tables import (
    E_TARGET,
    T_DEMAND_BY,
    T_HEAD,
    T_SEAT_PARTY,
    WORK_ANSWER,
    WORK_CLOSING,
    WORK_HOME,
    WORK_OFFERS,
    WORK_OPENING,
    WORK_SHOW,
)
from sim.kernel.turn import is_waited_for, work_now

(
    ASKED_NOTHING,
    ASKED_OPTION,  # a choice of a card
    ASKED_POSTPONE,
    ASKED_REFRAME,  # take or decline
    ASKED_DEMAND,  # a card in hand
    ASKED_STEP,  # own lever of the demanding side
    ASKED_ANSWER,
    ASKED_OPENING,
    ASKED_OFFERS,
    ASKED_CLOSING,
    ASKED_HOME,
    ASKED_NAME,  # the posture
    ASKED_AGREE,  # nobody waits for the seat, but a proposal does
) = range(13)


def asked_of(t, m, seat):
    """What is asked of a seat now, ASKED_*. Only the head of a party is asked."""
    party = t[T_SEAT_PARTY + seat]
    if m[OVER] == 1 or t[T_HEAD + party] != seat:
        return ASKED_NOTHING
    if m[N_CHOICES] > 0:
        if m[CHOICES + C_PARTY] != party:
            return ASKED_NOTHING
        return ASKED_OPTION if m[CHOICES + C_KIND] == CHOICE_OPTION else ASKED_POSTPONE
    if m[REFRAMED] != UNSET:
        return ASKED_REFRAME if m[demand_at(m[REFRAMED]) + D_FROM] == party else ASKED_NOTHING
    if not is_waited_for(m, party):
        return ASKED_AGREE if proposal_for(t, m, party) != UNSET else ASKED_NOTHING
    return asked_at_point(t, m, party)


def asked_at_point(t, m, party):
    """What is asked of a party that the game waits for, by the point of the procedure."""
    work = work_now(t, m)
    if party == t[T_DEMAND_BY] and hand_size(t, m) > 0:
        return ASKED_DEMAND
    if work == WORK_ANSWER:
        return ASKED_ANSWER
    if work == WORK_OPENING:
        return ASKED_OPENING
    if work == WORK_OFFERS:
        return ASKED_OFFERS
    if work == WORK_CLOSING:
        return ASKED_CLOSING
    if work == WORK_HOME:
        return ASKED_HOME
    if work == WORK_SHOW:
        return ASKED_NAME
    return ASKED_STEP


def proposal_for(t, m, party):
    """Row of the first proposal that waits for the word of a party, or UNSET."""
    work = work_now(t, m)
    if work != WORK_OPENING and work != WORK_OFFERS:
        return UNSET
    for row in range(m[N_PROPOSALS]):
        if (m[PROPOSALS + row * PROPOSAL_WIDTH + P_AGREED] >> party) & 1 == 0:
            return row
    return UNSET


def has_offer(m, party):
    """True when an offer of another stands that binds the party and that it has not accepted."""
    if m[PROPOSER] == UNSET or m[PROPOSER] == party:
        return False
    return (m[BOUND] >> party) & 1 == 1 and (m[ACCEPTED] >> party) & 1 == 0


def next_unanswered(m):
    """Row of the first demand on the table that has no answer yet, or UNSET."""
    for row in range(m[N_DEMANDS]):
        if m[demand_at(row) + D_ANSWER] == ANSWER_NONE:
            return row
    return UNSET


def begin_answer(out):
    """Nothing is said yet."""
    for cell in range(OUT_SIZE):
        out[cell] = UNSET
    out[OUT_KIND] = SAYS_NOTHING
    out[OUT_REASON] = WHY_NOTHING_TO_DO


def say(out, kind, a, b, c, reason):
    """Write an act and its reason; cells and facts are added afterwards."""
    out[OUT_KIND] = kind
    out[OUT_A] = a
    out[OUT_B] = b
    out[OUT_C] = c
    out[OUT_REASON] = reason


def clear_cells(out):
    """No package, points or level in the answer."""
    for cell in range(MAX_ISSUES):
        out[OUT_CELLS + cell] = UNSET


def say_facts(out, first, second, third):
    """The numbers that the reason names."""
    out[OUT_FACTS] = first
    out[OUT_FACTS + 1] = second
    out[OUT_FACTS + 2] = third


def may_say(t, m, seat, out):
    """The answer of the rules to what stands in `out`, asked on the mask."""
    for cell in range(MAX_ISSUES):
        m[ARGUMENT + cell] = out[OUT_CELLS + cell]
    return may_act(t, m, seat, out[OUT_KIND], out[OUT_A], out[OUT_B], out[OUT_C])


def may_plain(t, m, seat, kind, a, b):
    """The answer of the rules to an act without a package."""
    for cell in range(MAX_ISSUES):
        m[ARGUMENT + cell] = UNSET
    return may_act(t, m, seat, kind, a, b, UNSET)


def make_safe(t, m, seat, out):
    """What a style says is asked of the rules once more; a refused plan gives way to a harmless act."""
    if out[OUT_KIND] == SAYS_NOTHING:
        return
    code = may_say(t, m, seat, out)
    if code == ALLOWED:
        return
    kind = out[OUT_KIND]
    begin_answer(out)
    say_least(t, m, seat, out)
    if out[OUT_KIND] != SAYS_NOTHING:
        out[OUT_REASON] = WHY_PLAN_REFUSED
        say_facts(out, kind, code, UNSET)


def say_least(t, m, seat, out):
    """The act that commits to least where something must be said; else nothing."""
    asked = asked_of(t, m, seat)
    if asked == ASKED_NOTHING or asked == ASKED_AGREE:
        return
    if asked == ASKED_OPTION:
        say_last_option(t, m, seat, out)
    elif asked == ASKED_POSTPONE:
        say(out, ACT_POSTPONE, UNSET, UNSET, UNSET, WHY_NOTHING_TO_DO)
    elif asked == ASKED_REFRAME:
        say(out, ACT_DECLINE, m[REFRAMED], UNSET, UNSET, WHY_NOTHING_TO_DO)
    elif asked == ASKED_DEMAND:
        say_first_card(t, m, out)
    elif asked == ASKED_OFFERS:
        say(out, ACT_HOLD, UNSET, UNSET, UNSET, WHY_NOTHING_TO_DO)
    elif asked == ASKED_HOME:
        say(out, ACT_KEEP_BACK, UNSET, UNSET, UNSET, WHY_NOTHING_TO_DO)
    else:
        say(out, ACT_DONE, UNSET, UNSET, UNSET, WHY_NOTHING_TO_DO)


def say_last_option(t, m, seat, out):
    """The last option of a card that can be paid: cards put the one without a price last."""
    option = t[m[CHOICES + C_ROW] + E_TARGET] - 1
    while option > 0 and may_plain(t, m, seat, ACT_CHOOSE, option, UNSET) != ALLOWED:
        option -= 1
    say(out, ACT_CHOOSE, option, UNSET, UNSET, WHY_NOTHING_TO_DO)
    say_facts(out, option, UNSET, UNSET)


def say_first_card(t, m, out):
    """The first card in hand that still asks for something."""
    for k in range(MAX_HAND):
        card = m[hand_at(t) + k]
        if card != UNSET and gap_of(t, m, card) > 0:
            say(out, ACT_DEMAND, card, UNSET, UNSET, WHY_NOTHING_TO_DO)
            return


def start_round(m, mem):
    """In a new round nothing is planned, offered or proposed yet."""
    if mem[B_ROUND] != m[ROUND]:
        mem[B_ROUND] = m[ROUND]
        for cell in (B_PLANNED, B_OWN_OFFERS, B_PROPOSED):
            mem[cell] = 0


def roll(mem, key, sides):
    """A number 0..sides-1 from the bot's own key and a count, never from the game's seed."""
    mem[B_ROLLS] += 1
    return (mixed(mixed(key & MASK) ^ (mem[B_ROLLS] * 0x9E3779B1 & MASK)) * sides) >> 32
