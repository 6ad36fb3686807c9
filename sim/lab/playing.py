"""A game between bots from the first draw to the last score, in the style of the kernel: integers only, nothing allocated.

The same order of questions as `sim.table.drive.play_out`: first the word on what is proposed, then whoever must act. What
runs here interpreted over lists runs compiled over arrays; both give what the table gives, on state and ledger.
"""

from sim.bots.caretaker import decide_caretaker
from sim.bots.conceder import decide_conceder
from sim.bots.hardliner import decide_hardliner
from sim.bots.memory import B_ROLLS, MEM_SIZE, OUT_A, OUT_B, OUT_C, OUT_CELLS, OUT_KIND, SAYS_NOTHING
from sim.bots.random_legal import decide_random_legal
from sim.bots.tit_for_tat import decide_tit_for_tat
from sim.bots.tradeoff import decide_tradeoff
from sim.kernel.acts import do_act, may_act
from sim.kernel.chance import MASK, keyed, mixed
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
    ACCORD,
    ANSWER_COUNTER,
    ANSWER_REFRAME,
    ARGUMENT,
    C_PARTY,
    CHOICES,
    LEVEL,
    MAX_CARDS,
    MAX_ISSUES,
    MAX_PARTIES,
    N_CHANGED,
    N_CHOICES,
    N_PROPOSALS,
    OVER,
    P_A,
    P_AGREED,
    P_B,
    P_KIND,
    PROPOSAL_WIDTH,
    PROPOSALS,
    PROPOSE_ACT,
    PROPOSE_INITIATIVE,
    PROPOSE_LINK,
    RATIFIED,
    ROUND,
    STANDING,
    UNSET,
    WAITING,
)
from sim.kernel.masking import renew_mask
from sim.kernel.tables import (
    T_HEAD,
    T_ISSUE_TRACK,
    T_N_COURSES,
    T_N_ISSUES,
    T_N_PARTIES,
    WORK_OFFERS,
    WORK_OPENING,
)
from sim.kernel.turn import work_now
from sim.lab.counts import count_results
from sim.lab.results import (
    FAULT_ENDLESS,
    FAULT_REFUSED,
    FAULT_SILENT,
    R_ACCORDS,
    R_CROSS,
    R_DECISIONS,
    R_FAULT,
    R_INDEX,
    R_PAIR,
    ROW_SIZE,
    write_row,
)

# Styles by number, in the order of `sim.bots.STYLES`.
STYLE_RANDOM_LEGAL, STYLE_CONCEDER, STYLE_TRADEOFF, STYLE_HARDLINER, STYLE_TIT_FOR_TAT, STYLE_CARETAKER = range(6)

# What one game is played with: `game`.
J_SEED_LOW, J_SEED_HIGH = range(2)
J_STYLE = 2
J_KEY = J_STYLE + MAX_PARTIES
J_TRACKS = J_KEY + MAX_PARTIES  # bit per track of the accord that goes to the vote
GAME_SIZE = J_TRACKS + 1

# What a sweep is played with: `sweep`.
V_LOW, V_HIGH, V_N_PAIRS = range(3)  # seed of the sweep; pairs of styles, which take turns
V_PAIRS = 3  # MAX_PARTIES styles each
MAX_PAIRS = 64
SWEEP_SIZE = V_PAIRS + MAX_PAIRS * MAX_PARTIES

# Which proposals a side was asked about this round, `heard`: a cell for each that there can be.
HEARD_LINKS = 2 * MAX_CARDS
HEARD_SIZE = HEARD_LINKS + 2 * MAX_ISSUES * MAX_ISSUES

MOST_ACTS = 20_000  # of one game; more is a fault of a bot

# Purposes of the draws from the seed of a sweep.
DRAW_GAME_LOW, DRAW_GAME_HIGH, DRAW_BOT_LOW, DRAW_BOT_HIGH = 100, 101, 102, 110


def word_of_sweep(sweep, index, purpose):
    """32 bits for one game of a sweep and one purpose."""
    return keyed(sweep[V_LOW], sweep[V_HIGH], index >> 24, purpose, index & 0xFFFFFF)


def set_game(t, sweep, index, game):
    """Seed, styles and keys of the game of an index; pairs of styles take turns."""
    pair = index % sweep[V_N_PAIRS]
    game[J_SEED_LOW] = word_of_sweep(sweep, index, DRAW_GAME_LOW)
    game[J_SEED_HIGH] = word_of_sweep(sweep, index, DRAW_GAME_HIGH)
    for party in range(t[T_N_PARTIES]):
        game[J_STYLE + party] = sweep[V_PAIRS + pair * MAX_PARTIES + party]
        low = word_of_sweep(sweep, index, DRAW_BOT_LOW + party)
        high = word_of_sweep(sweep, index, DRAW_BOT_HIGH + party)
        game[J_KEY + party] = mixed(mixed(low & MASK) ^ high)
    return pair


def decide(style, t, m, mem, key, seat, out):
    """One act of a style."""
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


def is_pair_act(kind):
    """True for an act with two arguments."""
    if kind in (ACT_LEVER, ACT_LINK, ACT_UNLINK):
        return True
    return kind in (ACT_DECIDE, ACT_REOPEN, ACT_GROUNDWORK)


def is_bare_act(kind):
    """True for an act without arguments."""
    if kind in (ACT_DONE, ACT_ACCEPT, ACT_HOLD):
        return True
    return kind in (ACT_BREAK, ACT_SUBMIT, ACT_KEEP_BACK)


def take_argument(t, s, out):
    """Put package, points or level of an answer where the kernel reads them; what its kind does not use is UNSET."""
    kind = out[OUT_KIND]
    used = 0
    if kind in (ACT_OFFER, ACT_SUGGEST):
        used = t[T_N_ISSUES]
        out[OUT_A] = (out[OUT_A] if out[OUT_A] > 0 else 0) if kind == ACT_OFFER else UNSET
    elif kind == ACT_COURSE:
        used = t[T_N_COURSES]
        out[OUT_A] = UNSET
    elif kind == ACT_ANSWER and out[OUT_B] == ANSWER_REFRAME:
        used = 1
    for cell in range(MAX_ISSUES):
        s[ARGUMENT + cell] = out[OUT_CELLS + cell] if cell < used else UNSET
    if kind == ACT_ANSWER:
        if out[OUT_B] != ANSWER_COUNTER and out[OUT_B] != ANSWER_REFRAME:
            out[OUT_C] = UNSET
        return
    out[OUT_C] = UNSET
    if not is_pair_act(kind):
        out[OUT_B] = UNSET
    if is_bare_act(kind):
        out[OUT_A] = UNSET


def note_tracks(t, s, game):
    """J_TRACKS: tracks of the issues that the accord would change."""
    game[J_TRACKS] = 0
    for issue in range(t[T_N_ISSUES]):
        if s[STANDING + issue] != UNSET and s[STANDING + issue] != s[LEVEL + issue]:
            game[J_TRACKS] = game[J_TRACKS] | (1 << t[T_ISSUE_TRACK + issue])


def count_act(s, kind, ratified, game, result):
    """What is counted while the game goes on. ratified: packages ratified before the act."""
    result[R_DECISIONS] += 1
    if kind == ACT_ACCEPT and s[ACCORD] == 1:
        result[R_ACCORDS] += 1
    if s[RATIFIED] > ratified and game[J_TRACKS] & (game[J_TRACKS] - 1) != 0:
        result[R_CROSS] += 1


def show_all(t, s, masks):
    """Let the masks of all parties catch up with the state."""
    for party in range(t[T_N_PARTIES]):
        renew_mask(t, s, t[T_HEAD + party], masks[party])
    s[N_CHANGED] = 0


def carry_out(t, s, masks, log, seat, game, out, result):
    """Do what a bot said; False where a rule is in the way."""
    take_argument(t, s, out)
    kind = out[OUT_KIND]
    code = may_act(t, s, seat, kind, out[OUT_A], out[OUT_B], out[OUT_C])
    if code != ALLOWED:
        result[R_FAULT] = kind * 100_000 + code * 10 + FAULT_REFUSED
        return False
    ratified = s[RATIFIED]
    if kind == ACT_SUBMIT:
        note_tracks(t, s, game)
    do_act(t, s, log, seat, kind, out[OUT_A], out[OUT_B], out[OUT_C])
    count_act(s, kind, ratified, game, result)
    show_all(t, s, masks)
    return True


def ask(t, seen, masks, memories, game, party, out):
    """What the bot of a party says on its mask."""
    decide(game[J_STYLE + party], seen[party], masks[party], memories[party], game[J_KEY + party], t[T_HEAD + party], out)


def cell_of_proposal(kind, a, b):
    """Where `heard` keeps whether a proposal was asked about."""
    if kind == PROPOSE_INITIATIVE:
        return a
    if kind == PROPOSE_ACT:
        return MAX_CARDS + a
    return HEARD_LINKS + ((0 if kind == PROPOSE_LINK else MAX_ISSUES) + a) * MAX_ISSUES + b


def is_fresh(s, heard, party):
    """True when some proposal has not been put to a party this round; now it has."""
    fresh = False
    for row in range(s[N_PROPOSALS]):
        at = PROPOSALS + row * PROPOSAL_WIDTH
        cell = cell_of_proposal(s[at + P_KIND], s[at + P_A], s[at + P_B])
        if heard[cell] >> MAX_PARTIES != s[ROUND]:
            heard[cell] = s[ROUND] << MAX_PARTIES
        if (heard[cell] >> party) & 1 == 0:
            heard[cell] = heard[cell] | (1 << party)
            fresh = True
    return fresh


def word_is_out(s, party):
    """True when some proposal waits for the word of a party."""
    for at in range(s[N_PROPOSALS]):
        if (s[PROPOSALS + at * PROPOSAL_WIDTH + P_AGREED] >> party) & 1 == 0:
            return True
    return False


def consent(t, seen, s, masks, memories, log, heard, game, out, result):
    """Ask the heads whose word on a proposal is out, each once a proposal; True when one agreed."""
    if s[N_PROPOSALS] == 0 or s[N_CHOICES] > 0:
        return False
    work = work_now(t, s)
    if work != WORK_OPENING and work != WORK_OFFERS:
        return False
    for party in range(t[T_N_PARTIES]):
        if word_is_out(s, party) and is_fresh(s, heard, party) and (s[WAITING] >> party) & 1 == 0:
            ask(t, seen, masks, memories, game, party, out)
            if out[OUT_KIND] == ACT_AGREE:
                return carry_out(t, s, masks, log, t[T_HEAD + party], game, out, result)
    return False


def first_to_move(t, s):
    """The first party that must act; UNSET where there is none."""
    if s[N_CHOICES] > 0:
        return s[CHOICES + C_PARTY]
    for party in range(t[T_N_PARTIES]):
        if (s[WAITING] >> party) & 1 == 1:
            return party
    return UNSET


def act(t, seen, s, masks, memories, log, game, out, result):
    """Let the first party that must act do so; False, with a fault noted, where it cannot."""
    party = first_to_move(t, s)
    if party == UNSET:
        result[R_FAULT] = FAULT_SILENT
        return False
    ask(t, seen, masks, memories, game, party, out)
    if out[OUT_KIND] == SAYS_NOTHING:
        result[R_FAULT] = FAULT_SILENT
        return False
    return carry_out(t, s, masks, log, t[T_HEAD + party], game, out, result)


def set_out(t, empty, blanks, s, masks, memories, heard, game):
    """An empty table: state and masks as they are before the empty, nothing remembered."""
    for cell in range(N_CHANGED + 1):
        s[cell] = empty[cell]
    for cell in range(HEARD_SIZE):
        heard[cell] = 0
    for party in range(t[T_N_PARTIES]):
        copy_mask(blanks[party], masks[party])
        if game[J_STYLE + party] == STYLE_RANDOM_LEGAL:
            memories[party][B_ROLLS] = 0  # all that it remembers
        else:
            for cell in range(MEM_SIZE):
                memories[party][cell] = 0


def copy_mask(blank, m):
    """A mask of the empty table."""
    for cell in range(N_CHANGED + 1):
        m[cell] = blank[cell]


def play_game(t, seen, empty, blanks, s, masks, memories, log, heard, game, out, result):
    """Play one game to its end; its result tells what came of it."""
    set_out(t, empty, blanks, s, masks, memories, heard, game)
    for column in range(ROW_SIZE):
        result[column] = 0
    begin_game(t, s, log, game[J_SEED_LOW], game[J_SEED_HIGH])
    show_all(t, s, masks)
    for _ in range(MOST_ACTS):
        if s[OVER] == 1 or result[R_FAULT] != 0:
            break
        if not consent(t, seen, s, masks, memories, log, heard, game, out, result):
            if s[OVER] == 0 and result[R_FAULT] == 0:
                act(t, seen, s, masks, memories, log, game, out, result)
    if s[OVER] == 0 and result[R_FAULT] == 0:
        result[R_FAULT] = FAULT_ENDLESS
    write_row(t, s, result)


def play_range(t, seen, empty, blanks, sweep, first, count, s, masks, memories, log, heard, game, out, results):
    """Play `count` games of a sweep from index `first` on, one result each. Returns the acts submitted in all."""
    decisions = 0
    for k in range(count):
        if len(log) > 0:
            log[0] = 0
            log[1] = 0
        pair = set_game(t, sweep, first + k, game)
        play_game(t, seen, empty, blanks, s, masks, memories, log, heard, game, out, results[k])
        results[k][R_INDEX] = first + k
        results[k][R_PAIR] = pair
        decisions += results[k][R_DECISIONS]
    return decisions


def play_and_count(t, seen, empty, blanks, sweep, first, games, s, masks, memories, log, heard, game, out, results, counted, tallies):
    """As `play_range`; then the first `counted` results are counted, each with its pair of styles. Either number may be 0."""
    decisions = play_range(t, seen, empty, blanks, sweep, first, games, s, masks, memories, log, heard, game, out, results)
    count_results(t, results, 0, counted, tallies)
    return decisions
