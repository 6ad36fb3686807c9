"""Step 4, Talks: opening side by side, offers in turn, closing moves (rules 4.1-4.19)."""

from sim.kernel.clues import give_clue
from sim.kernel.codes import (
    ABOVE_LOCK,
    ACCORD_STANDS,
    ACT_ACCEPT,
    ACT_BREAK,
    ACT_HOLD,
    ACT_OFFER,
    ACT_PROBE,
    ALLOWED,
    CHOICE_FIRST,
    GAME_OVER,
    NO_CAPITAL,
    NO_OFFERS_LEFT,
    NO_SUCH_ISSUE,
    NO_TOKEN,
    NOT_BOUND,
    NOT_NOW,
    NOT_THIS_SEAT,
    NOTHING_TO_ACCEPT,
    OWN_OFFER,
    PROBE_USED,
    SAME_OFFER,
    VOTE_BARRED,
)
from sim.kernel.expressions import evaluate
from sim.kernel.lasting import find_lasting, lasting_sum
from sim.kernel.layout import (
    ACCEPTED,
    ACCORD,
    ARGUMENT,
    BOUND,
    CAPITAL,
    CTX_PARTY,
    HOLDS,
    LAST_BLOCK_VOTE,
    LAST_PRICE_PROBE,
    MAX_ISSUES,
    N_CHOICES,
    OFFERS_MADE,
    OPENER,
    OVER,
    PROBES,
    PROPOSER,
    SPEAKER,
    STANDING,
    SUGGESTED,
    SUGGESTED_BY,
    UNSET,
)
from sim.kernel.ledger import jot, put
from sim.kernel.levers import has_token, spend_token
from sim.kernel.locks import may_propose, may_stand, same_package
from sim.kernel.tables import (
    T_HEAD,
    T_N_ISSUES,
    T_N_PARTIES,
    T_OFFERS,
    T_PLAY_CAUSE,
    T_PROBE_FREE_EXPR,
    T_PROBE_PRICE,
    T_PROBE_ROUND,
    T_PROBE_TOKENS,
    T_SEAT_PARTY,
    T_SEAT_TRACKS,
    WORK_CLOSING,
    WORK_OFFERS,
    WORK_OPENING,
)
from sim.kernel.turn import may_lead, may_speak, pay, stop_waiting, wait_for, work_now


def give_word(t, s, log, party):
    """A party has the word."""
    put(t, s, log, SPEAKER, party, 0, t[T_PLAY_CAUSE])
    wait_for(t, s, log, 1 << party, t[T_PLAY_CAUSE])


def next_speaker(t, s):
    """The party behind the speaker, in the order of the list."""
    return (s[SPEAKER] + 1) % t[T_N_PARTIES]


def open_in_turn(t, s, log):
    """The opener of the round has the word in the opening or the closing.

    Rule 4.1: Talks have an opening, offers and a closing; in the opening and in the closing the side that opens the round comes first,
    then the others in turn.
    """
    give_word(t, s, log, s[OPENER])


def end_in_turn(t, s, log):
    """A party is done with its part of the opening or closing; the next has the word, or all are done."""
    following = next_speaker(t, s)
    if following == s[OPENER]:
        wait_for(t, s, log, 0, t[T_PLAY_CAUSE])
    else:
        give_word(t, s, log, following)


def open_offers(t, s, log):
    """The opener of the round has the word in the offers (rule 4.3)."""
    put(t, s, log, HOLDS, 0, 0, t[T_PLAY_CAUSE])
    give_word(t, s, log, s[OPENER])


def may_offer(t, s, seat, bound):
    """ALLOWED, or why a seat may not offer the package in ARGUMENT; bound: bit per party, 0 for all (rules 4.5-4.8).

    Rule 4.3: Offers are made in turn, the side that opens the round first, a limited number in all; an offer binds the sides it names,
    or all, and the package on the table is not offered again.
    """
    code = may_lead(t, s, seat, ACT_OFFER, WORK_OFFERS)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    everyone = (1 << t[T_N_PARTIES]) - 1
    if bound < 0 or bound > everyone or (bound != 0 and (bound | (1 << party)) == 1 << party):
        return NOT_BOUND
    if s[OFFERS_MADE] >= t[T_OFFERS]:
        return NO_OFFERS_LEFT
    if find_lasting(s, LAST_BLOCK_VOTE, 0) != UNSET:
        return VOTE_BARRED
    if s[PROPOSER] != UNSET and same_package(t, s, ARGUMENT, STANDING):
        return SAME_OFFER
    return may_propose(t, s, ARGUMENT)


def do_offer(t, s, log, seat, bound):
    """The package becomes the standing offer.

    Rule 4.4: A new offer takes the place of the one before; earlier acceptances lapse, and the word passes to the next side.
    """
    party = t[T_SEAT_PARTY + seat]
    cause = t[T_PLAY_CAUSE]
    for issue in range(t[T_N_ISSUES]):
        put(t, s, log, STANDING + issue, s[ARGUMENT + issue], s[ARGUMENT + issue], cause)
    everyone = (1 << t[T_N_PARTIES]) - 1
    put(t, s, log, PROPOSER, party, 0, cause)
    put(t, s, log, BOUND, everyone if bound == 0 else bound | (1 << party), 0, cause)
    put(t, s, log, ACCEPTED, 1 << party, 0, cause)
    put(t, s, log, OFFERS_MADE, s[OFFERS_MADE] + 1, 0, cause)
    put(t, s, log, HOLDS, 0, 0, cause)
    give_word(t, s, log, next_speaker(t, s))


def may_accept(t, s, seat):
    """ALLOWED, or why a seat may not accept the standing offer.

    Rule 4.9: A side bound by the offer of another accepts it; when all have accepted, the package is the accord of the round, and
    nothing is offered after it.
    """
    code = may_lead(t, s, seat, ACT_ACCEPT, WORK_OFFERS)
    if code != ALLOWED:
        return code
    if s[PROPOSER] == UNSET:
        return NOTHING_TO_ACCEPT
    party = t[T_SEAT_PARTY + seat]
    if (s[ACCEPTED] >> party) & 1 == 1:
        return OWN_OFFER
    if (s[BOUND] >> party) & 1 == 0:
        return NOT_BOUND
    return may_propose(t, s, STANDING)


def do_accept(t, s, log, seat):
    """With the last acceptance the package is the accord (rule 4.9)."""
    party = t[T_SEAT_PARTY + seat]
    cause = t[T_PLAY_CAUSE]
    put(t, s, log, ACCEPTED, s[ACCEPTED] | (1 << party), 0, cause)
    put(t, s, log, HOLDS, 0, 0, cause)
    if s[ACCEPTED] & s[BOUND] == s[BOUND]:
        put(t, s, log, ACCORD, 1, 1, cause)
        wait_for(t, s, log, 0, cause)
    else:
        pass_word(t, s, log)


def pass_word(t, s, log):
    """The next party speaks, or the answers to the last offer are in (rule 4.10)."""
    following = next_speaker(t, s)
    if s[OFFERS_MADE] >= t[T_OFFERS] and following == s[PROPOSER]:
        wait_for(t, s, log, 0, t[T_PLAY_CAUSE])
    else:
        give_word(t, s, log, following)


def may_hold(t, s, seat):
    """ALLOWED, or why a seat may not hold.

    Rule 4.10: A hold passes the word and uses no offer; the offers end when all sides have held in a row, or when the last offer has
    been answered.
    """
    return may_lead(t, s, seat, ACT_HOLD, WORK_OFFERS)


def do_hold(t, s, log, seat):
    """The word passes, or every party has held in a row (rule 4.10)."""
    put(t, s, log, HOLDS, s[HOLDS] + 1, 0, t[T_PLAY_CAUSE])
    if s[HOLDS] >= t[T_N_PARTIES]:
        wait_for(t, s, log, 0, t[T_PLAY_CAUSE])
    else:
        pass_word(t, s, log)


def may_break(t, s, seat):
    """ALLOWED, or why a seat may not break off.

    Rule 4.11: The side with the word may break off; the offers of the round end without an accord.
    """
    return may_lead(t, s, seat, ACT_BREAK, WORK_OFFERS)


def do_break(t, s, log, seat):
    """No more is offered in this round (rule 4.11)."""
    wait_for(t, s, log, 0, t[T_PLAY_CAUSE])


def probe_is_free(t, s, party):
    """True when a further probe costs nothing in this round."""
    jot(s, CTX_PARTY, party)
    return t[T_PROBE_FREE_EXPR] != UNSET and evaluate(t, s, t[T_PROBE_FREE_EXPR]) != 0


def probe_price(t, s):
    """Political capital that a probe costs now."""
    price = t[T_PROBE_PRICE] + lasting_sum(s, LAST_PRICE_PROBE, 0, UNSET)
    return price if price > 0 else 0


def may_probe(t, s, seat, with_token):
    """ALLOWED, or why a seat may not probe; one more where the pack gives it free (R8).

    Rule 4.2: In the opening a seat may probe, for political capital or an action token; its side learns one clue, the others see only
    that it probed.
    """
    code = may_speak(t, s, seat, ACT_PROBE, WORK_OPENING)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    limit = t[T_PROBE_ROUND] + (1 if probe_is_free(t, s, party) else 0)
    if s[PROBES + party] >= limit:
        return PROBE_USED
    if s[PROBES + party] >= t[T_PROBE_ROUND]:
        return ALLOWED
    if with_token == 1:
        return ALLOWED if has_token(s, seat, party) and t[T_PROBE_TOKENS] > 0 else NO_TOKEN
    return ALLOWED if probe_price(t, s) <= s[CAPITAL + party] else NO_CAPITAL


def do_probe(t, s, log, seat, with_token):
    """The side learns one clue; the others see only that it probed (R8)."""
    party = t[T_SEAT_PARTY + seat]
    cause = t[T_PLAY_CAUSE]
    if s[PROBES + party] < t[T_PROBE_ROUND]:
        if with_token == 1:
            spend_token(t, s, log, seat, party, cause)
        else:
            pay(t, s, log, party, probe_price(t, s), cause)
    put(t, s, log, PROBES + party, s[PROBES + party] + 1, 0, cause)
    give_clue(t, s, log, party, 0, False, cause)


def may_suggest(t, s, seat):
    """ALLOWED, or why a seat may not suggest the package in ARGUMENT.

    Rule 4.13: Before there is an accord a seat that leads a track may show its own side a package; the other sides do not see it.
    """
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] > 0:
        return CHOICE_FIRST
    work = work_now(t, s)
    if work != WORK_OPENING and work != WORK_OFFERS:
        return NOT_NOW
    if s[ACCORD] == 1:
        return ACCORD_STANDS
    party = t[T_SEAT_PARTY + seat]
    if t[T_HEAD + party] == seat or t[T_SEAT_TRACKS + seat] == 0:
        return NOT_THIS_SEAT
    if not holds_suggest(t, s):
        return NO_SUCH_ISSUE
    return ALLOWED


def holds_suggest(t, s):
    """True when the package in ARGUMENT names a level that exists on some issue."""
    named = 0
    for issue in range(t[T_N_ISSUES]):
        level = s[ARGUMENT + issue]
        if level != UNSET:
            named += 1
            code = may_stand(t, s, issue, level)
            if code != ALLOWED and code != ABOVE_LOCK:
                return False
    return named > 0


def do_suggest(t, s, log, seat):
    """Only the own side sees it."""
    party = t[T_SEAT_PARTY + seat]
    for issue in range(t[T_N_ISSUES]):
        put(t, s, log, SUGGESTED + party * MAX_ISSUES + issue, s[ARGUMENT + issue], 0, t[T_PLAY_CAUSE])
    put(t, s, log, SUGGESTED_BY + party, seat, 0, t[T_PLAY_CAUSE])


def end_part(t, s, log, party):
    """`done` in opening or closing passes on; elsewhere the party has finished its step."""
    work = work_now(t, s)
    if work == WORK_OPENING or work == WORK_CLOSING:
        end_in_turn(t, s, log)
    else:
        stop_waiting(t, s, log, party, t[T_PLAY_CAUSE])
