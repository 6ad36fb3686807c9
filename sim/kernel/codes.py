"""Numbers of acts and of refusals; their words are in `sim/table` and `tui/wording`."""

# Kinds of act. The arguments a, b, c of each stand behind it; packages and points come in ARGUMENT.
(
    ACT_DONE,
    ACT_DEMAND,  # a card
    ACT_LEVER,  # a lever, b what it picks
    ACT_ANSWER,  # a row of the demand, b ANSWER_*, c issue or initiative; level in ARGUMENT
    ACT_TAKE,  # a row of the demand
    ACT_DECLINE,  # a row of the demand
    ACT_COURSE,  # points in ARGUMENT, one a course
    ACT_CHOOSE,  # a option
    ACT_POSTPONE,  # a row of the demand
    ACT_PROBE,  # a 0 capital, 1 token
    ACT_INITIATIVE,  # a initiative
    ACT_LINK,  # a, b issues
    ACT_UNLINK,  # a, b issues
    ACT_PACK,  # a act of the pack
    ACT_AGREE,  # a row of the proposal
    ACT_OFFER,  # package in ARGUMENT, a bit per party bound (0 = all)
    ACT_ACCEPT,
    ACT_HOLD,
    ACT_BREAK,
    ACT_DECIDE,  # a issue, b level
    ACT_REOPEN,  # a issue, b level
    ACT_SUGGEST,  # package in ARGUMENT
    ACT_CONSULT,  # a group
    ACT_GROUNDWORK,  # a group, b steps
    ACT_SUBMIT,
    ACT_KEEP_BACK,
    ACT_GUESS,  # a posture
) = range(27)
N_ACT_KINDS = 27

# Why an act is refused. ALLOWED is 0; the order is that of REFUSALS in sim/table/refusals.py.
(
    ALLOWED,
    NOT_NOW,
    NOT_YOUR_TURN,
    NOT_THIS_SEAT,
    NOT_OPEN_YET,
    CHOICE_FIRST,
    GAME_OVER,
    NO_CAPITAL,
    NO_TOKEN,
    NOT_IN_HAND,
    NO_GAP,
    NOT_YOUR_LEVER,
    LEVER_PLAYED,
    LEVER_SLOT_USED,
    LEVER_BARRED,
    NEEDS_NOT_MET,
    WRONG_PICK,
    NO_SUCH_DEMAND,
    ALREADY_ANSWERED,
    NOT_A_LOWER_LEVEL,
    NO_SUCH_ISSUE,
    NOTHING_TO_DECIDE,
    TOO_MANY_POINTS,
    NO_POINTS,
    NOT_A_COURSE,
    NO_SUCH_OPTION,
    PROBE_USED,
    NOT_FACE_UP,
    ONE_INITIATIVE,
    OTHER_CANNOT_PAY,
    ALREADY_LINKED,
    NOT_LINKED,
    TOO_MANY_LINKS,
    ALREADY_PROPOSED,
    NO_SUCH_PROPOSAL,
    OWN_PROPOSAL,
    ACCORD_STANDS,
    EMPTY_PACKAGE,
    ABOVE_LOCK,
    NO_SUCH_LEVEL,
    TOO_LARGE,
    LINK_BROKEN,
    PACKAGE_BARRED,
    SAME_OFFER,
    NOT_BOUND,
    NOTHING_TO_ACCEPT,
    OWN_OFFER,
    MOVE_USED,
    NOT_YOURS_TO_MOVE,
    ONE_LEVEL_ONLY,
    NEEDS_VOTE,
    IN_THE_ACCORD,
    NOT_FOR_THEM,
    NOT_AGAINST_THEM,
    NO_ACCORD,
    ALREADY_CONSULTED,
    NOT_YOUR_GROUP,
    GROUP_LIMIT,
    SIDE_LIMIT,
    GROUP_UNMOVED,
    ALREADY_DECIDED,
    NOT_YOUR_NAMING,
    NO_SUCH_POSTURE,
    MAY_NOT_RISE,
    ALREADY_DONE,
    VOTE_BARRED,
    ONE_PER_ROUND,
    MUST_CHOOSE,
    TABLE_FULL,
    NO_OFFERS_LEFT,
    ISSUE_MOVED,
) = range(71)
