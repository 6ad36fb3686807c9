"""Random-legal: any allowed act. A kind that suits the moment and its arguments are drawn; refused draws are drawn again."""

from sim.bots.common import (
    ASKED_AGREE,
    ASKED_ANSWER,
    ASKED_CLOSING,
    ASKED_DEMAND,
    ASKED_HOME,
    ASKED_NAME,
    ASKED_NOTHING,
    ASKED_OFFERS,
    ASKED_OPENING,
    ASKED_OPTION,
    ASKED_POSTPONE,
    ASKED_REFRAME,
    ASKED_STEP,
    asked_of,
    begin_answer,
    may_say,
    next_unanswered,
    proposal_for,
    roll,
    say,
    say_least,
)
from sim.bots.memory import OUT_CELLS, OUT_KIND, OUT_REASON, SAYS_NOTHING
from sim.bots.reasons import WHY_CHANCE
from sim.kernel.codes import (
    ACT_ACCEPT,
    ACT_AGREE,
    ACT_ANSWER,
    ACT_BREAK,
    ACT_CHOOSE,
    ACT_CONSULT,
    ACT_COURSE,
    ACT_DECIDE,
    ACT_DECLINE,
    ACT_DEMAND,
    ACT_DONE,
    ACT_GROUNDWORK,
    ACT_GUESS,
    ACT_HOLD,
    ACT_INITIATIVE,
    ACT_KEEP_BACK,
    ACT_LEVER,
    ACT_LINK,
    ACT_OFFER,
    ACT_PACK,
    ACT_POSTPONE,
    ACT_PROBE,
    ACT_REOPEN,
    ACT_SUBMIT,
    ACT_TAKE,
    ACT_UNLINK,
    ALLOWED,
)
from sim.kernel.demand import hand_at
from sim.kernel.demands import demand_at
from sim.kernel.layout import (
    ANSWER_ACCEPT,
    ANSWER_REFRAME,
    C_ROW,
    CHOICES,
    COURSE_POINTS,
    D_ISSUE,
    LEVEL,
    MAX_HAND,
    MAX_ISSUES,
    N_DEMANDS,
    REFRAMED,
    UNSET,
)
from sim.kernel.tables import (
    E_TARGET,
    PICK_DEMAND,
    PICK_NONE,
    T_COURSE_PARTY,
    T_DEMAND_OF,
    T_LEVER_PARTY,
    T_LEVER_PICK,
    T_N_ACTS,
    T_N_COURSES,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_POSTURES,
    T_SEAT_PARTY,
    T_TOP,
)

TRIES = 6


def roll_or_none(mem, key, count):
    """A number below the count; UNSET when there is nothing to choose from."""
    return UNSET if count < 1 else roll(mem, key, count)


def draw_lever(t, m, mem, key, party, out):
    """A lever of the party, and something for it to be about."""
    lever = roll_or_none(mem, key, t[T_N_LEVERS])
    for _ in range(t[T_N_LEVERS]):
        if t[T_LEVER_PARTY + lever] == party:
            break
        lever = (lever + 1) % t[T_N_LEVERS]
    picked = UNSET
    if lever != UNSET and t[T_LEVER_PICK + lever] == PICK_DEMAND:
        picked = roll_or_none(mem, key, m[N_DEMANDS])
    elif lever != UNSET and t[T_LEVER_PICK + lever] != PICK_NONE:
        picked = roll(mem, key, t[T_N_GROUPS] if t[T_N_GROUPS] > t[T_N_ISSUES] else t[T_N_ISSUES])
    say(out, ACT_LEVER, lever, picked, UNSET, WHY_CHANCE)


def draw_package(t, m, mem, key, out):
    """One to three issues, each a level or two from where it stands."""
    say(out, ACT_OFFER, 0, UNSET, UNSET, WHY_CHANCE)
    for _ in range(1 + roll(mem, key, 3)):
        issue = roll(mem, key, t[T_N_ISSUES])
        level = m[LEVEL + issue] + 1 + roll(mem, key, 2) - 3 * (roll(mem, key, 4) // 3)
        if 0 <= level <= t[T_TOP + issue]:
            out[OUT_CELLS + issue] = level


def draw_answer(t, m, mem, key, party, out):
    """An answer to an open demand, a lever, a course, or the end of the step."""
    row = next_unanswered(m)
    kind = roll(mem, key, 6)
    if row != UNSET and party == t[T_DEMAND_OF] and kind < 4:
        how = ANSWER_ACCEPT + roll(mem, key, 4)
        issue = m[demand_at(row) + D_ISSUE]
        say(out, ACT_ANSWER, row, how, issue if how == ANSWER_REFRAME else roll(mem, key, t[T_N_ISSUES]), WHY_CHANCE)
        if how == ANSWER_REFRAME:
            out[OUT_CELLS] = roll(mem, key, t[T_TOP + issue] + 1)
    elif kind == 4:
        draw_lever(t, m, mem, key, party, out)
    elif t[T_N_COURSES] > 0 and m[COURSE_POINTS + party] == 0:
        draw_courses(t, mem, key, party, out)
    else:
        say(out, ACT_DONE, UNSET, UNSET, UNSET, WHY_CHANCE)


def draw_courses(t, mem, key, party, out):
    """One point on each of two courses of the party, which may be the same one."""
    say(out, ACT_COURSE, UNSET, UNSET, UNSET, WHY_CHANCE)
    for cell in range(MAX_ISSUES):
        out[OUT_CELLS + cell] = 0
    for _ in range(2):
        course = roll(mem, key, t[T_N_COURSES])
        if t[T_COURSE_PARTY + course] == party:
            out[OUT_CELLS + course] += 1


def draw_opening(t, m, mem, key, party, out):
    """Something of the opening, or its end."""
    kind = roll(mem, key, 10)
    if kind == 0:
        say(out, ACT_PROBE, roll(mem, key, 2), UNSET, UNSET, WHY_CHANCE)
    elif kind == 1:
        draw_lever(t, m, mem, key, party, out)
    elif kind == 2:
        say(out, ACT_INITIATIVE, roll_or_none(mem, key, t[T_N_INITIATIVES]), UNSET, UNSET, WHY_CHANCE)
    elif kind == 3:
        say(out, ACT_LINK, roll(mem, key, t[T_N_ISSUES]), roll(mem, key, t[T_N_ISSUES]), UNSET, WHY_CHANCE)
    elif kind == 4:
        say(out, ACT_UNLINK, roll(mem, key, t[T_N_ISSUES]), roll(mem, key, t[T_N_ISSUES]), UNSET, WHY_CHANCE)
    elif kind == 5:
        say(out, ACT_PACK, roll_or_none(mem, key, t[T_N_ACTS]), UNSET, UNSET, WHY_CHANCE)
    elif kind == 6:
        say(out, ACT_AGREE, proposal_for(t, m, party), UNSET, UNSET, WHY_CHANCE)
    else:
        say(out, ACT_DONE, UNSET, UNSET, UNSET, WHY_CHANCE)


def draw_offers(t, m, mem, key, party, out):
    """Accept, offer, hold, agree, or rarely break off."""
    kind = roll(mem, key, 12)
    if kind < 4:
        say(out, ACT_ACCEPT, UNSET, UNSET, UNSET, WHY_CHANCE)
    elif kind < 9:
        draw_package(t, m, mem, key, out)
    elif kind < 10:
        say(out, ACT_AGREE, proposal_for(t, m, party), UNSET, UNSET, WHY_CHANCE)
    elif kind < 11:
        say(out, ACT_HOLD, UNSET, UNSET, UNSET, WHY_CHANCE)
    else:
        say(out, ACT_BREAK, UNSET, UNSET, UNSET, WHY_CHANCE)


def draw_closing(t, m, mem, key, out):
    """A move of one issue by one level, or the end of the part."""
    kind = roll(mem, key, 6)
    issue = roll(mem, key, t[T_N_ISSUES])
    level = m[LEVEL + issue] + 1 - 2 * roll(mem, key, 2)
    if kind < 3:
        say(out, ACT_DECIDE, issue, level, UNSET, WHY_CHANCE)
    elif kind < 4:
        say(out, ACT_REOPEN, issue, level, UNSET, WHY_CHANCE)
    else:
        say(out, ACT_DONE, UNSET, UNSET, UNSET, WHY_CHANCE)


def draw_home(t, mem, key, out):
    """Consult, place a step or two, submit, or rarely keep back."""
    kind = roll(mem, key, 8)
    if kind < 1:
        say(out, ACT_CONSULT, roll(mem, key, t[T_N_GROUPS]), UNSET, UNSET, WHY_CHANCE)
    elif kind < 3:
        say(out, ACT_GROUNDWORK, roll(mem, key, t[T_N_GROUPS]), roll(mem, key, 4), UNSET, WHY_CHANCE)
    elif kind < 7:
        say(out, ACT_SUBMIT, UNSET, UNSET, UNSET, WHY_CHANCE)
    else:
        say(out, ACT_KEEP_BACK, UNSET, UNSET, UNSET, WHY_CHANCE)


def draw_word(t, m, mem, key, party, asked, out):
    """What a card, a demand or a naming asks for."""
    if asked == ASKED_OPTION:
        say(out, ACT_CHOOSE, roll(mem, key, t[m[CHOICES + C_ROW] + E_TARGET]), UNSET, UNSET, WHY_CHANCE)
    elif asked == ASKED_POSTPONE:
        row = roll(mem, key, m[N_DEMANDS] + 1) - 1
        say(out, ACT_POSTPONE, row, UNSET, UNSET, WHY_CHANCE)
    elif asked == ASKED_REFRAME:
        say(out, ACT_TAKE if roll(mem, key, 2) == 0 else ACT_DECLINE, m[REFRAMED], UNSET, UNSET, WHY_CHANCE)
    elif asked == ASKED_DEMAND:
        say(out, ACT_DEMAND, m[hand_at(t) + roll(mem, key, MAX_HAND)], UNSET, UNSET, WHY_CHANCE)
    elif asked == ASKED_NAME:
        say(out, ACT_GUESS, roll(mem, key, t[T_N_POSTURES]), UNSET, UNSET, WHY_CHANCE)
    elif asked == ASKED_AGREE and roll(mem, key, 2) == 0:
        say(out, ACT_AGREE, proposal_for(t, m, party), UNSET, UNSET, WHY_CHANCE)
    elif asked == ASKED_STEP and roll(mem, key, 2) == 0:
        draw_lever(t, m, mem, key, party, out)
    elif asked == ASKED_STEP:
        say(out, ACT_DONE, UNSET, UNSET, UNSET, WHY_CHANCE)


def draw_act(t, m, mem, key, party, asked, out):
    """One drawn act that suits what is asked."""
    if asked == ASKED_ANSWER:
        draw_answer(t, m, mem, key, party, out)
    elif asked == ASKED_OPENING:
        draw_opening(t, m, mem, key, party, out)
    elif asked == ASKED_OFFERS:
        draw_offers(t, m, mem, key, party, out)
    elif asked == ASKED_CLOSING:
        draw_closing(t, m, mem, key, out)
    elif asked == ASKED_HOME:
        draw_home(t, mem, key, out)
    else:
        draw_word(t, m, mem, key, party, asked, out)


def decide_random_legal(t, m, mem, key, seat, out):
    """Draw an act, at most TRIES times; else the one that commits to least."""
    begin_answer(out)
    asked = asked_of(t, m, seat)
    if asked == ASKED_NOTHING:
        return
    party = t[T_SEAT_PARTY + seat]
    for _ in range(TRIES):
        draw_act(t, m, mem, key, party, asked, out)
        if out[OUT_KIND] == SAYS_NOTHING or may_say(t, m, seat, out) == ALLOWED:
            return
        begin_answer(out)
    say_least(t, m, seat, out)
    out[OUT_REASON] = WHY_CHANCE
