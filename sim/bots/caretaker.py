"""Caretaker: no new commitments. Answers are holds, nothing is linked, offered or agreed, free options are taken."""

from sim.bots.common import (
    ASKED_ANSWER,
    ASKED_DEMAND,
    ASKED_HOME,
    ASKED_OPTION,
    asked_of,
    begin_answer,
    make_safe,
    next_unanswered,
    say,
    say_facts,
    say_least,
)
from sim.bots.memory import OUT_A, OUT_KIND, OUT_REASON, SAYS_NOTHING
from sim.bots.reasons import WHY_FREE_OPTION, WHY_NO_COMMITMENT, WHY_SMALLEST_ASK
from sim.kernel.appraise import weight
from sim.kernel.codes import ACT_ANSWER, ACT_DEMAND, ACT_KEEP_BACK, ACT_SUBMIT
from sim.kernel.demand import hand_at
from sim.kernel.demands import gap_of
from sim.kernel.layout import ACCEPTED, ANSWER_HOLD, MAX_HAND, POSTURE, UNSET
from sim.kernel.tables import T_CARD_ISSUE, T_DEMAND_OF, T_SEAT_PARTY


def ask_of_card(t, m, party, card):
    """How much a demand card weighs for its own side: weight of the issue times what is missing."""
    return weight(t, m[POSTURE + party], t[T_CARD_ISSUE + card]) * gap_of(t, m, card)


def say_smallest_ask(t, m, party, out):
    """Of the cards in hand that ask for something, the one that weighs least."""
    least = UNSET
    for k in range(MAX_HAND):
        card = m[hand_at(t) + k]
        if card != UNSET and gap_of(t, m, card) > 0:
            if least == UNSET or ask_of_card(t, m, party, card) < ask_of_card(t, m, party, least):
                least = card
    say(out, ACT_DEMAND, least, UNSET, UNSET, WHY_SMALLEST_ASK)
    say_facts(out, least, UNSET, UNSET)


def say_word_at_home(m, party, out):
    """What its side accepted goes to the vote; anything else is kept back."""
    kind = ACT_SUBMIT if (m[ACCEPTED] >> party) & 1 == 1 else ACT_KEEP_BACK
    say(out, kind, UNSET, UNSET, UNSET, WHY_NO_COMMITMENT)


def decide_caretaker(t, m, mem, key, seat, out):
    """The act that commits to least. mem and key are not used."""
    begin_answer(out)
    party = t[T_SEAT_PARTY + seat]
    asked = asked_of(t, m, seat)
    if asked == ASKED_DEMAND:
        say_smallest_ask(t, m, party, out)
    elif asked == ASKED_ANSWER and party == t[T_DEMAND_OF] and next_unanswered(m) != UNSET:
        say(out, ACT_ANSWER, next_unanswered(m), ANSWER_HOLD, UNSET, WHY_NO_COMMITMENT)
    elif asked == ASKED_HOME:
        say_word_at_home(m, party, out)
    else:
        say_least(t, m, seat, out)
        if out[OUT_KIND] != SAYS_NOTHING:
            out[OUT_REASON] = WHY_FREE_OPTION if asked == ASKED_OPTION else WHY_NO_COMMITMENT
            say_facts(out, out[OUT_A] if asked == ASKED_OPTION else UNSET, UNSET, UNSET)
    make_safe(t, m, seat, out)
