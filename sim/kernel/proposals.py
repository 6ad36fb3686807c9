"""What needs the other side's word in Talks: initiatives, links, acts by consent (rules 4.14-4.18)."""

from sim.kernel.codes import (
    ACT_AGREE,
    ACT_INITIATIVE,
    ACT_LINK,
    ACT_PACK,
    ACT_UNLINK,
    ALLOWED,
    ALREADY_LINKED,
    ALREADY_PROPOSED,
    CHOICE_FIRST,
    GAME_OVER,
    NEEDS_NOT_MET,
    NO_CAPITAL,
    NO_SUCH_ISSUE,
    NO_SUCH_PROPOSAL,
    NOT_FACE_UP,
    NOT_LINKED,
    NOT_NOW,
    NOT_OPEN_YET,
    NOT_THIS_SEAT,
    ONE_INITIATIVE,
    ONE_PER_ROUND,
    OTHER_CANNOT_PAY,
    OWN_PROPOSAL,
    TABLE_FULL,
    TOO_MANY_LINKS,
)
from sim.kernel.effects import run
from sim.kernel.expressions import holds
from sim.kernel.lasting import lasting_sum
from sim.kernel.layout import (
    ACT_ROUND,
    CAPITAL,
    CTX_PARTY,
    INITIATIVE_GAIN,
    INITIATIVE_READY,
    INITIATIVE_STATUS,
    K_A,
    K_B,
    K_BY,
    KIND_PLAY,
    LAST_COST,
    LAST_GAIN,
    LAST_PRICE_FAMILY,
    LINK_WIDTH,
    LINKS,
    MAX_LINKS,
    MAX_PARTIES,
    MAX_PROPOSALS,
    N_CHOICES,
    N_LINKS,
    N_PROPOSALS,
    NEW_INITIATIVE,
    OVER,
    P_A,
    P_AGREED,
    P_B,
    P_BY,
    P_KIND,
    PROPOSAL_WIDTH,
    PROPOSALS,
    PROPOSE_ACT,
    PROPOSE_INITIATIVE,
    PROPOSE_LINK,
    PROPOSE_UNLINK,
    ROUND,
    UNSET,
)
from sim.kernel.ledger import jot, put
from sim.kernel.tables import (
    T_ACT_CAUSE,
    T_ACT_CONSENT,
    T_ACT_LIST,
    T_ACT_NEEDS_EXPR,
    T_ACT_PARTY,
    T_ACT_PER_ROUND,
    T_ACT_PRICE,
    T_HEAD,
    T_INIT_CAUSE,
    T_INIT_COST,
    T_INIT_FAMILY,
    T_INIT_GAIN,
    T_INIT_NEEDS_EXPR,
    T_INIT_PER_ROUND,
    T_LINKS_MAX,
    T_N_ACTS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_PARTIES,
    T_OPEN_EXPR,
    T_PLAY_CAUSE,
    T_SEAT_PARTY,
    WORK_OFFERS,
    WORK_OPENING,
)
from sim.kernel.turn import may_lead, pay, work_now


def proposal_at(row):
    """Offset of a proposal that waits for consent."""
    return PROPOSALS + row * PROPOSAL_WIDTH


def find_proposal(s, kind, a, b):
    """Row of a proposal, or UNSET."""
    for row in range(s[N_PROPOSALS]):
        at = proposal_at(row)
        if s[at + P_KIND] == kind and s[at + P_A] == a and s[at + P_B] == b:
            return row
    return UNSET


def propose(t, s, log, party, kind, a, b):
    """A proposal stands until the end of the offers, or until all have agreed."""
    at = proposal_at(s[N_PROPOSALS])
    cause = t[T_PLAY_CAUSE]
    put(t, s, log, at + P_KIND, kind, 0, cause)
    put(t, s, log, at + P_A, a, 0, cause)
    put(t, s, log, at + P_B, b, 0, cause)
    put(t, s, log, at + P_BY, party, 0, cause)
    put(t, s, log, at + P_AGREED, 1 << party, 0, cause)
    put(t, s, log, N_PROPOSALS, s[N_PROPOSALS] + 1, 0, cause)


def drop_proposal(t, s, log, row):
    """A proposal is settled; those behind it move up."""
    last = proposal_at(s[N_PROPOSALS] - 1)
    cause = t[T_PLAY_CAUSE]
    for cell in range(proposal_at(row), last):
        put(t, s, log, cell, s[cell + PROPOSAL_WIDTH], 0, cause)
    for cell in range(last, last + PROPOSAL_WIDTH):
        put(t, s, log, cell, 0, 0, cause)
    put(t, s, log, N_PROPOSALS, s[N_PROPOSALS] - 1, 0, cause)


def lapse_proposals(t, s, log):
    """What was not agreed by the end of the offers lapses (rule 4.18)."""
    while s[N_PROPOSALS] > 0:
        drop_proposal(t, s, log, s[N_PROPOSALS] - 1)


def cost_of(t, s, card, party):
    """What an initiative costs a party now, in political capital."""
    cost = t[T_INIT_COST + card * MAX_PARTIES + party]
    cost += lasting_sum(s, LAST_COST, card, party)
    cost += lasting_sum(s, LAST_PRICE_FAMILY, t[T_INIT_FAMILY + card], UNSET)
    return cost if cost > 0 else 0


def may_start(t, s, card):
    """ALLOWED, or why an initiative cannot be agreed now (rule 4.14)."""
    if card < 0 or card >= t[T_N_INITIATIVES] or s[INITIATIVE_STATUS + card] != 1:
        return NOT_FACE_UP
    if s[NEW_INITIATIVE] >= t[T_INIT_PER_ROUND]:
        return ONE_INITIATIVE
    if not holds(t, s, t[T_INIT_NEEDS_EXPR + card]):
        return NEEDS_NOT_MET
    return ALLOWED


def may_initiative(t, s, seat, card):
    """ALLOWED, or why a seat may not propose this initiative.

    Rule 4.14: In the opening a head may propose an initiative that is face up and whose prerequisite holds. When all have agreed, all
    pay, its gains are fixed, and it is completed after its delay.
    """
    code = may_lead(t, s, seat, ACT_INITIATIVE, WORK_OPENING)
    if code != ALLOWED:
        return code
    code = may_start(t, s, card)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    if cost_of(t, s, card, party) > s[CAPITAL + party]:
        return NO_CAPITAL
    if find_proposal(s, PROPOSE_INITIATIVE, card, UNSET) != UNSET:
        return ALREADY_PROPOSED
    return ALLOWED if s[N_PROPOSALS] < MAX_PROPOSALS else TABLE_FULL


def do_initiative(t, s, log, seat, card):
    """It is proposed; nothing is paid until the others agree."""
    propose(t, s, log, t[T_SEAT_PARTY + seat], PROPOSE_INITIATIVE, card, UNSET)


def linked(s, a, b):
    """Row of the link between two issues, or UNSET."""
    for row in range(s[N_LINKS]):
        at = LINKS + row * LINK_WIDTH
        if (s[at + K_A] == a and s[at + K_B] == b) or (s[at + K_A] == b and s[at + K_B] == a):
            return row
    return UNSET


def links_by(s, party):
    """How many links in force a side has proposed."""
    count = 0
    for row in range(s[N_LINKS]):
        if s[LINKS + row * LINK_WIDTH + K_BY] == party:
            count += 1
    return count


def work_of_words(t, s):
    """The phase in which links and acts are proposed: opening or offers, whichever it is."""
    return WORK_OFFERS if work_now(t, s) == WORK_OFFERS else WORK_OPENING


def may_link(t, s, seat, a, b):
    """Rule 4.15: In the opening and during the offers a head may propose to link two issues, within the number a side has."""
    code = may_lead(t, s, seat, ACT_LINK, work_of_words(t, s))
    if code != ALLOWED:
        return code
    if a < 0 or b < 0 or a >= t[T_N_ISSUES] or b >= t[T_N_ISSUES] or a == b:
        return NO_SUCH_ISSUE
    if linked(s, a, b) != UNSET:
        return ALREADY_LINKED
    if links_by(s, t[T_SEAT_PARTY + seat]) >= t[T_LINKS_MAX] or s[N_LINKS] >= MAX_LINKS:
        return TOO_MANY_LINKS
    if find_proposal(s, PROPOSE_LINK, a, b) != UNSET or find_proposal(s, PROPOSE_LINK, b, a) != UNSET:
        return ALREADY_PROPOSED
    return ALLOWED if s[N_PROPOSALS] < MAX_PROPOSALS else TABLE_FULL


def do_link(t, s, log, seat, a, b):
    """The link is proposed."""
    propose(t, s, log, t[T_SEAT_PARTY + seat], PROPOSE_LINK, a, b)


def may_unlink(t, s, seat, a, b):
    """Rule 4.16: A link ends when all sides agree."""
    code = may_lead(t, s, seat, ACT_UNLINK, work_of_words(t, s))
    if code != ALLOWED:
        return code
    if linked(s, a, b) == UNSET:
        return NOT_LINKED
    if find_proposal(s, PROPOSE_UNLINK, a, b) != UNSET or find_proposal(s, PROPOSE_UNLINK, b, a) != UNSET:
        return ALREADY_PROPOSED
    return ALLOWED if s[N_PROPOSALS] < MAX_PROPOSALS else TABLE_FULL


def do_unlink(t, s, log, seat, a, b):
    """The end of the link is proposed."""
    propose(t, s, log, t[T_SEAT_PARTY + seat], PROPOSE_UNLINK, a, b)


def may_pack_act(t, s, seat, act):
    """ALLOWED, or why a seat may not do this act of the pack.

    Rule 4.17: Further acts of a pack are done in the opening, at their price; one that needs consent happens, and is paid, when all
    have agreed.
    """
    code = may_lead(t, s, seat, ACT_PACK, WORK_OPENING)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    if act < 0 or act >= t[T_N_ACTS] or (t[T_ACT_PARTY + act] != UNSET and t[T_ACT_PARTY + act] != party):
        return NOT_OPEN_YET
    if t[T_ACT_PER_ROUND + act] > 0 and s[ACT_ROUND + act] == s[ROUND]:
        return ONE_PER_ROUND
    if not holds(t, s, t[T_ACT_NEEDS_EXPR + act]):
        return NEEDS_NOT_MET
    if t[T_ACT_PRICE + act * MAX_PARTIES + party] > s[CAPITAL + party]:
        return NO_CAPITAL
    if find_proposal(s, PROPOSE_ACT, act, UNSET) != UNSET:
        return ALREADY_PROPOSED
    return ALLOWED if s[N_PROPOSALS] < MAX_PROPOSALS else TABLE_FULL


def do_pack_act(t, s, log, seat, act):
    """An act by consent is proposed; another happens at once."""
    party = t[T_SEAT_PARTY + seat]
    if t[T_ACT_CONSENT + act] == 1:
        propose(t, s, log, party, PROPOSE_ACT, act, UNSET)
        return
    pay(t, s, log, party, t[T_ACT_PRICE + act * MAX_PARTIES + party], t[T_ACT_CAUSE + act])
    carry_out_act(t, s, log, act, party)


def carry_out_act(t, s, log, act, party):
    """The effects of an act of the pack."""
    put(t, s, log, ACT_ROUND + act, s[ROUND], 0, t[T_ACT_CAUSE + act])
    run(t, s, log, t[T_ACT_LIST + act], KIND_PLAY, UNSET, party, UNSET, UNSET)


def price_to(t, s, row, party):
    """What a party pays when the proposal in this row is agreed."""
    at = proposal_at(row)
    if s[at + P_KIND] == PROPOSE_INITIATIVE:
        return cost_of(t, s, s[at + P_A], party)
    if s[at + P_KIND] == PROPOSE_ACT:
        return t[T_ACT_PRICE + s[at + P_A] * MAX_PARTIES + party]
    return 0


def may_agree(t, s, seat, row):
    """ALLOWED, or why a seat may not agree to the proposal in this row.

    Rule 4.18: A head agrees to a proposal of another side at any time in the opening and during the offers; that does not pass the
    word. What is not agreed by the end of the offers lapses.
    """
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] > 0:
        return CHOICE_FIRST
    work = work_now(t, s)
    if work != WORK_OPENING and work != WORK_OFFERS:
        return NOT_NOW
    party = t[T_SEAT_PARTY + seat]
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    jot(s, CTX_PARTY, party)
    if not holds(t, s, t[T_OPEN_EXPR + ACT_AGREE]):
        return NOT_OPEN_YET
    if row < 0 or row >= s[N_PROPOSALS]:
        return NO_SUCH_PROPOSAL
    at = proposal_at(row)
    if (s[at + P_AGREED] >> party) & 1 == 1:
        return OWN_PROPOSAL
    if s[at + P_KIND] == PROPOSE_INITIATIVE:
        code = may_start(t, s, s[at + P_A])
        if code != ALLOWED:
            return code
    return may_be_paid(t, s, row, party)


def may_be_paid(t, s, row, party):
    """ALLOWED when every side can pay its part of a proposal."""
    if price_to(t, s, row, party) > s[CAPITAL + party]:
        return NO_CAPITAL
    for other in range(t[T_N_PARTIES]):
        if price_to(t, s, row, other) > s[CAPITAL + other]:
            return OTHER_CANNOT_PAY
    return ALLOWED


def do_agree(t, s, log, seat, row):
    """With the last side's word it is settled and paid."""
    at = proposal_at(row)
    party = t[T_SEAT_PARTY + seat]
    put(t, s, log, at + P_AGREED, s[at + P_AGREED] | (1 << party), 0, t[T_PLAY_CAUSE])
    if s[at + P_AGREED] != (1 << t[T_N_PARTIES]) - 1:
        return
    kind = s[at + P_KIND]
    a = s[at + P_A]
    b = s[at + P_B]
    by = s[at + P_BY]
    for side in range(t[T_N_PARTIES]):
        pay(t, s, log, side, price_to(t, s, row, side), t[T_PLAY_CAUSE])
    if kind == PROPOSE_INITIATIVE:
        start_initiative(t, s, log, a)
    elif kind == PROPOSE_LINK:
        add_link(t, s, log, a, b, by)
    elif kind == PROPOSE_UNLINK:
        drop_link(t, s, log, linked(s, a, b))
    else:
        carry_out_act(t, s, log, a, by)
    drop_proposal(t, s, log, row)


def start_initiative(t, s, log, card):
    """Agreed: its gains are fixed now, it is ready after its delay (rule 4.14)."""
    cause = t[T_INIT_CAUSE + card]
    put(t, s, log, NEW_INITIATIVE, s[NEW_INITIATIVE] + 1, 0, cause)
    put(t, s, log, INITIATIVE_STATUS + card, 2, 0, cause)
    put(t, s, log, INITIATIVE_READY + card, s[ROUND], 0, cause)
    for party in range(t[T_N_PARTIES]):
        gain = t[T_INIT_GAIN + card * MAX_PARTIES + party] + lasting_sum(s, LAST_GAIN, card, party)
        put(t, s, log, INITIATIVE_GAIN + card * MAX_PARTIES + party, gain, gain, cause)


def add_link(t, s, log, a, b, by):
    """From now on a package names both issues or neither (rule 4.8)."""
    if linked(s, a, b) != UNSET or s[N_LINKS] >= MAX_LINKS:
        return
    at = LINKS + s[N_LINKS] * LINK_WIDTH
    put(t, s, log, at + K_A, a, 0, t[T_PLAY_CAUSE])
    put(t, s, log, at + K_B, b, 0, t[T_PLAY_CAUSE])
    put(t, s, log, at + K_BY, by, 0, t[T_PLAY_CAUSE])
    put(t, s, log, N_LINKS, s[N_LINKS] + 1, 0, t[T_PLAY_CAUSE])


def drop_link(t, s, log, row):
    """A link ends; those behind it move up."""
    if row == UNSET:
        return
    last = LINKS + (s[N_LINKS] - 1) * LINK_WIDTH
    for cell in range(LINKS + row * LINK_WIDTH, last):
        put(t, s, log, cell, s[cell + LINK_WIDTH], 0, t[T_PLAY_CAUSE])
    for cell in range(last, last + LINK_WIDTH):
        put(t, s, log, cell, 0, 0, t[T_PLAY_CAUSE])
    put(t, s, log, N_LINKS, s[N_LINKS] - 1, 0, t[T_PLAY_CAUSE])
