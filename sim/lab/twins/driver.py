"""A whole game between bots as one function: what `sim/table/drive.py` does for bot games, over integers alone.

Kernel style, so that it runs interpreted and compiled as the same text. Each side is played by its head. A game works in
vectors that are handed in, so that nothing is made anew between games:

t the tables; seen[party] the tables as that side may know them; start the state before the first draw; s the state;
log the ledger (length 0: none is kept); acts what was done (length 0: not kept); known[party] how many cells behind the public
ones its head may know, then those cells, as `mask` says; masks[party], mems[party], keys[party] mask, memory and key of its bot;
styles[party] STYLE_*; out a bot's answer; asked[party] proposals it was asked about; found numbers of the finished game, R_*.
"""

from sim.bots.caretaker import decide_caretaker
from sim.bots.conceder import decide_conceder
from sim.bots.hardliner import decide_hardliner
from sim.bots.memory import MEM_SIZE, OUT_A, OUT_B, OUT_C, OUT_CELLS, OUT_KIND, OUT_SIZE, SAYS_NOTHING
from sim.bots.random_legal import decide_random_legal
from sim.bots.tit_for_tat import decide_tit_for_tat
from sim.bots.tradeoff import decide_tradeoff
from sim.kernel.acts import do_act, may_act
from sim.kernel.chance import MASK, mixed
from sim.kernel.codes import (
    ACT_ACCEPT,
    ACT_AGREE,
    ACT_ANSWER,
    ACT_BREAK,
    ACT_COURSE,
    ACT_DECIDE,
    ACT_DONE,
    ACT_GROUNDWORK,
    ACT_HOLD,
    ACT_KEEP_BACK,
    ACT_LEVER,
    ACT_LINK,
    ACT_OFFER,
    ACT_REOPEN,
    ACT_SUBMIT,
    ACT_SUGGEST,
    ACT_UNLINK,
    ALLOWED,
)
from sim.kernel.flow import begin_game
from sim.kernel.layout import (
    ACCEPTED,
    ALLIANCE,
    ANSWER_COUNTER,
    ANSWER_REFRAME,
    ARGUMENT,
    BOUND,
    C_PARTY,
    CHOICES,
    EFFICIENCY,
    ENDING,
    EVENT_PLAYED,
    FAILED,
    INITIATIVE_STATUS,
    JOINT,
    LEVEL,
    MAX_CARDS,
    MAX_ISSUES,
    MAX_PARTIES,
    N_CHOICES,
    N_PROPOSALS,
    OVER,
    P_A,
    P_AGREED,
    P_B,
    P_KIND,
    PROPOSAL_WIDTH,
    PROPOSALS,
    PUBLIC_END,
    RATIFIED,
    ROUND,
    SCRATCH,
    SIDE,
    STATE_SIZE,
    UNSET,
    USES,
    UTILITY,
    VOTES,
    WAITING,
)
from sim.kernel.ledger import jot
from sim.kernel.tables import (
    T_HEAD,
    T_N_COURSES,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_PARTIES,
    T_SEAT_PARTY,
    WORK_OFFERS,
    WORK_OPENING,
)
from sim.kernel.turn import work_now

STYLE_RANDOM_LEGAL, STYLE_CONCEDER, STYLE_TRADEOFF, STYLE_HARDLINER, STYLE_TIT_FOR_TAT, STYLE_CARETAKER = range(6)

MOST_ACTS = 20_000  # of one game; more is a fault of a bot
DONE, NOBODY = range(2)  # an act was done; nobody had one
SAID_NOTHING, WAS_REFUSED, NO_END, NO_MOVER = range(2, 6)  # faults: of a bot that must act, of one whose act a rule bars, of the game

ASKED_SIZE = MAX_CARDS * 4 + MAX_ISSUES * MAX_ISSUES * 4  # every proposal that there can be

# --- the row of an act in `acts`, behind a first cell that counts them ---
ACTS_HEAD = 1
Y_SEAT, Y_KIND, Y_A, Y_B, Y_C, Y_ROWS = range(6)  # Y_ROWS: rows of the ledger up to its end
Y_CELLS = 6
ACT_WIDTH = Y_CELLS + MAX_ISSUES

# --- the numbers of a finished game ---
R_CODE, R_ACTS, R_SEAT, R_REFUSAL, R_MARK, R_ACCORDS, R_VOTES, R_RATIFIED, R_ENDING, R_JOINT, R_EFFICIENCY, R_ALLIANCE, R_INITIATIVES = (
    range(13)
)
R_FAILED = 13
R_UTILITY = R_FAILED + MAX_PARTIES
R_SIDE = R_UTILITY + MAX_PARTIES
R_LEVELS = R_SIDE + MAX_PARTIES
R_EVENTS = R_LEVELS + MAX_ISSUES
R_USES = R_EVENTS + MAX_CARDS
FOUND_SIZE = R_USES + MAX_CARDS


def decide(style, t, m, mem, key, seat, out):
    """What a bot of a style says, into `out`."""
    if style == STYLE_RANDOM_LEGAL:
        decide_random_legal(t, m, mem, key, seat, out)
    elif style == STYLE_CONCEDER:
        decide_conceder(t, m, mem, key, seat, out)
    elif style == STYLE_TRADEOFF:
        decide_tradeoff(t, m, mem, key, seat, out)
    elif style == STYLE_HARDLINER:
        decide_hardliner(t, m, mem, key, seat, out)
    elif style == STYLE_TIT_FOR_TAT:
        decide_tit_for_tat(t, m, mem, key, seat, out)
    else:
        decide_caretaker(t, m, mem, key, seat, out)


def parties_to_move(t, s):
    """Bit per party: who must act before the game goes on."""
    if s[OVER] == 1:
        return 0
    if s[N_CHOICES] > 0:
        return 1 << s[CHOICES + C_PARTY]
    return s[WAITING]


def may_consent(t, s, party):
    """True when the word of a party on some proposal is still out."""
    if s[OVER] == 1 or s[N_CHOICES] > 0:
        return False
    work = work_now(t, s)
    if work != WORK_OPENING and work != WORK_OFFERS:
        return False
    for row in range(s[N_PROPOSALS]):
        if (s[PROPOSALS + row * PROPOSAL_WIDTH + P_AGREED] >> party) & 1 == 0:
            return True
    return False


def place_asked(kind, a, b):
    """Where `asked` keeps the round in which a party was asked about a proposal."""
    if b == UNSET:
        return kind * MAX_CARDS + a
    return 4 * MAX_CARDS + (kind * MAX_ISSUES + a) * MAX_ISSUES + b


def note_asked(s, asked, party):
    """Keep that a party was asked about all proposals that wait; True when one of them was new to it this round."""
    fresh = False
    for row in range(s[N_PROPOSALS]):
        at = PROPOSALS + row * PROPOSAL_WIDTH
        place = place_asked(s[at + P_KIND], s[at + P_A], s[at + P_B])
        if asked[party][place] != s[ROUND]:
            asked[party][place] = s[ROUND]
            fresh = True
    return fresh


def see(s, known, m):
    """Write what may be known of the state into a mask. known: the cells behind the public ones, how many first."""
    for cell in range(PUBLIC_END):
        m[cell] = s[cell]
    for cell in range(PUBLIC_END, SCRATCH):
        m[cell] = UNSET
    for k in range(1, known[0] + 1):
        m[known[k]] = s[known[k]]
    for cell in range(SCRATCH, STATE_SIZE):
        m[cell] = 0


def let_say(t, seen, s, known, masks, mems, keys, styles, party, out):
    """The bot of a party says something, on the mask of its seat alone."""
    seat = t[T_HEAD + party]
    see(s, known[party], masks[party])
    decide(styles[party], seen[party], masks[party], mems[party], keys[party], seat, out)


def is_bare(kind):
    """True for an act that takes no argument."""
    return kind == ACT_DONE or kind == ACT_ACCEPT or kind == ACT_HOLD or kind == ACT_BREAK or kind == ACT_SUBMIT or kind == ACT_KEEP_BACK


def is_pair(kind):
    """True for an act that takes a and b."""
    return kind == ACT_LEVER or kind == ACT_LINK or kind == ACT_UNLINK or kind == ACT_DECIDE or kind == ACT_REOPEN or kind == ACT_GROUNDWORK


def cells_of(t, out):
    """How many cells of its argument an act uses."""
    kind = out[OUT_KIND]
    if kind == ACT_OFFER or kind == ACT_SUGGEST:
        return t[T_N_ISSUES]
    if kind == ACT_COURSE:
        return t[T_N_COURSES]
    return 1 if kind == ACT_ANSWER and out[OUT_B] == ANSWER_REFRAME else 0


def tidy(t, out):
    """What an act does not use is UNSET, as the table reads it."""
    for cell in range(cells_of(t, out), MAX_ISSUES):
        out[OUT_CELLS + cell] = UNSET
    kind = out[OUT_KIND]
    if kind == ACT_ANSWER:
        if out[OUT_B] != ANSWER_COUNTER and out[OUT_B] != ANSWER_REFRAME:
            out[OUT_C] = UNSET
        return
    out[OUT_C] = UNSET
    if not is_pair(kind):
        out[OUT_B] = UNSET
    if is_bare(kind) or kind == ACT_COURSE or kind == ACT_SUGGEST:
        out[OUT_A] = UNSET
    if kind == ACT_OFFER and out[OUT_A] < 0:
        out[OUT_A] = 0


def put_argument(s, out):
    """The package or the points of an act where the rules read them."""
    for cell in range(MAX_ISSUES):
        jot(s, ARGUMENT + cell, out[OUT_CELLS + cell])


def note_act(log, acts, seat, out):
    """Keep an act that was done; one for which there is no room is counted all the same."""
    if len(acts) == 0:
        return
    at = ACTS_HEAD + acts[0] * ACT_WIDTH
    acts[0] += 1
    if at + ACT_WIDTH > len(acts):
        return
    acts[at + Y_SEAT] = seat
    acts[at + Y_KIND] = out[OUT_KIND]
    acts[at + Y_A] = out[OUT_A]
    acts[at + Y_B] = out[OUT_B]
    acts[at + Y_C] = out[OUT_C]
    acts[at + Y_ROWS] = log[0] if len(log) > 0 else 0
    for cell in range(MAX_ISSUES):
        acts[at + Y_CELLS + cell] = out[OUT_CELLS + cell]


def is_last_word(t, s, seat, kind):
    """True when an act makes the standing offer the accord."""
    accepted = s[ACCEPTED] | (1 << t[T_SEAT_PARTY + seat])
    return kind == ACT_ACCEPT and accepted & s[BOUND] == s[BOUND]


def carry_out(t, s, log, acts, party, out, found):
    """Do what a bot said; DONE, or WAS_REFUSED where a rule is in the way."""
    seat = t[T_HEAD + party]
    tidy(t, out)
    put_argument(s, out)
    code = may_act(t, s, seat, out[OUT_KIND], out[OUT_A], out[OUT_B], out[OUT_C])
    found[R_SEAT] = seat
    if code != ALLOWED:
        found[R_REFUSAL] = code
        return WAS_REFUSED
    if is_last_word(t, s, seat, out[OUT_KIND]):
        found[R_ACCORDS] += 1
    put_argument(s, out)
    do_act(t, s, log, seat, out[OUT_KIND], out[OUT_A], out[OUT_B], out[OUT_C])
    found[R_ACTS] += 1
    note_act(log, acts, seat, out)
    return DONE


def ask_consent(t, seen, s, log, acts, known, masks, mems, keys, styles, out, asked, found):
    """Ask those whose word on a proposal is out, each once a proposal; DONE when one of them agreed."""
    movers = parties_to_move(t, s)
    for party in range(t[T_N_PARTIES]):
        if may_consent(t, s, party) and note_asked(s, asked, party) and (movers >> party) & 1 == 0:
            let_say(t, seen, s, known, masks, mems, keys, styles, party, out)
            if out[OUT_KIND] == ACT_AGREE:
                return carry_out(t, s, log, acts, party, out, found)
    return NOBODY


def ask_mover(t, seen, s, log, acts, known, masks, mems, keys, styles, out, found):
    """Let the first party that must act do so."""
    movers = parties_to_move(t, s)
    for party in range(t[T_N_PARTIES]):
        if (movers >> party) & 1 == 1:
            let_say(t, seen, s, known, masks, mems, keys, styles, party, out)
            if out[OUT_KIND] == SAYS_NOTHING:
                found[R_SEAT] = t[T_HEAD + party]
                return SAID_NOTHING
            return carry_out(t, s, log, acts, party, out, found)
    return NO_MOVER


def play_on(t, seen, s, log, acts, known, masks, mems, keys, styles, out, asked, found):
    """From the first decision to the end; DONE, or the fault that stopped the game."""
    for _ in range(MOST_ACTS):
        if s[OVER] == 1:
            return DONE
        code = ask_consent(t, seen, s, log, acts, known, masks, mems, keys, styles, out, asked, found)
        if code == NOBODY:
            code = ask_mover(t, seen, s, log, acts, known, masks, mems, keys, styles, out, found)
        if code != DONE:
            return code
    return NO_END


def state_mark(s):
    """A number of 32 bits of every cell of the game: equal states, equal marks."""
    mark = 0
    for cell in range(SCRATCH):
        mark = mixed(mark ^ (s[cell] & MASK))
    return mark


def count_cells(s, found, to, from_, count):
    """Copy a run of cells of the state into the numbers of the game."""
    for k in range(count):
        found[to + k] = s[from_ + k]


def count_game(t, s, found):
    """The numbers of a finished game."""
    found[R_MARK] = state_mark(s)
    found[R_VOTES] = s[VOTES]
    found[R_RATIFIED] = s[RATIFIED]
    found[R_ENDING] = s[ENDING]
    found[R_JOINT] = s[JOINT]
    found[R_EFFICIENCY] = s[EFFICIENCY]
    found[R_ALLIANCE] = s[ALLIANCE]
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 3:
            found[R_INITIATIVES] += 1
    count_cells(s, found, R_FAILED, FAILED, MAX_PARTIES)
    count_cells(s, found, R_UTILITY, UTILITY, MAX_PARTIES)
    count_cells(s, found, R_SIDE, SIDE, MAX_PARTIES)
    count_cells(s, found, R_LEVELS, LEVEL, MAX_ISSUES)
    count_cells(s, found, R_EVENTS, EVENT_PLAYED, MAX_CARDS)
    count_cells(s, found, R_USES, USES, MAX_CARDS)


def clear_table(t, start, s, log, acts, mems, out, asked, found):
    """Everything as before a first game."""
    for cell in range(STATE_SIZE):
        s[cell] = start[cell]
    for cell in range(FOUND_SIZE):
        found[cell] = 0
    for cell in range(OUT_SIZE):
        out[cell] = UNSET
    for party in range(t[T_N_PARTIES]):
        for cell in range(MEM_SIZE):
            mems[party][cell] = 0
        for cell in range(ASKED_SIZE):
            asked[party][cell] = 0
    if len(log) > 0:
        log[0] = 0
        log[1] = 0
    if len(acts) > 0:
        acts[0] = 0


def play_game(t, seen, start, s, log, acts, known, masks, mems, keys, styles, out, asked, low, high, found):
    """One game from its seed to its numbers."""
    clear_table(t, start, s, log, acts, mems, out, asked, found)
    begin_game(t, s, log, low, high)
    found[R_CODE] = play_on(t, seen, s, log, acts, known, masks, mems, keys, styles, out, asked, found)
    count_game(t, s, found)


def play_range(t, seen, start, s, log, acts, known, masks, mems, keys, styles, out, asked, seeds, founds, first, last):
    """The games of a range of indexes; keys, seeds and founds by index. The vectors hold the last game when it returns."""
    for index in range(first, last):
        play_game(
            t, seen, start, s, log, acts, known, masks, mems, keys[index], styles, out, asked, seeds[index][0], seeds[index][1], founds[index]
        )
