"""Tables of the entries of a pack: issues, postures, meters, bodies, levers, acts, initiatives, cards."""

from __future__ import annotations

from collections.abc import Sequence

from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import shape_entries as kinds
from sim.loading.choices import pick_of
from sim.loading.documents import place_of
from sim.loading.names import (
    ACTOR,
    AT_OCCASION,
    BODY,
    EFFECTS,
    JUDGED,
    KEPT,
    PICKED,
    PICKED_ISSUE,
    SINCE,
    VOTES,
    Context,
)
from sim.loading.pools import place_of_node
from sim.loading.selection import issue_of, listed
from sim.loading.targets import Wrong, cells_of, of_key
from sim.loading.weights import weights_of
from sim.loading.writer import Writer

UNBOUNDED = 1_000_000_000


def write_entries(w: Writer) -> None:
    """Every kind in turn. Rules and modifiers are written by `write_rules`."""
    write_counts(w)
    write_bounds(w)
    write_issues(w)
    write_postures(w)
    write_meters(w)
    write_counters(w)
    write_bodies(w)
    write_levers(w)
    write_acts(w)
    write_initiatives(w)
    write_events(w)
    write_demands(w)
    write_requests(w)


def write_counts(w: Writer) -> None:
    """How many of each kind."""
    play, table = w.play, w.t
    counts: dict[int, Sequence[object]] = {
        t.T_N_PARTIES: play.parties,
        t.T_N_ISSUES: play.issues,
        t.T_N_TRACKS: play.tracks,
        t.T_N_METERS: play.meters,
        t.T_N_COURSES: play.courses,
        t.T_N_GROUPS: play.groups,
        t.T_N_LEVERS: play.levers,
        t.T_N_ACTS: play.acts,
        t.T_N_INITIATIVES: play.initiatives,
        t.T_N_FAMILIES: play.pack.pack.families,
        t.T_N_EVENTS: play.events,
        t.T_N_CARDS: play.demands,
        t.T_N_POSTURES: play.postures,
        t.T_N_ENDINGS: play.pack.scoring.endings,
    }
    for cell, entries in counts.items():
        table[cell] = len(entries)
    last = [*w.names.cells.values(), *(at + len(play.parties) - 1 for at in w.names.per_party.values())]
    table[t.T_N_CELLS] = max(last, default=s.METER - 1) + 1 - s.METER
    table[t.T_N_ROUNDS] = play.scenario.scenario.rounds


def write_bounds(w: Writer) -> None:
    """Lowest and highest value of every cell; only meters, supports, capital and credibility have any."""
    table = w.t
    table[t.T_LOW : t.T_LOW + s.STATE_END] = [-UNBOUNDED] * s.STATE_END
    table[t.T_HIGH : t.T_HIGH + s.STATE_END] = [UNBOUNDED] * s.STATE_END
    for start, count, low, high in (
        (s.SUPPORT, s.MAX_GROUPS, 0, 100),
        (s.HIDDEN_SUPPORT, s.MAX_GROUPS, 0, 100),
        (s.CREDIBILITY, s.MAX_CARDS, 0, 100),
        (s.CAPITAL, s.MAX_PARTIES, 0, w.play.procedure.capital.max),
        (s.TOKENS, s.MAX_PARTIES, 0, UNBOUNDED),
    ):
        table[t.T_LOW + start : t.T_LOW + start + count] = [low] * count
        table[t.T_HIGH + start : t.T_HIGH + start + count] = [high] * count


def mask_of(parties: list[str], names: dict[str, int]) -> int:
    """Bit per party of a list of ids."""
    return sum(1 << names[party] for party in parties if party in names)


def write_issues(w: Writer) -> None:
    """Levels, payoffs, locks, what may move alone, and what a level does to the meters."""
    table, names = w.t, w.names
    rows = 0
    for index, issue in enumerate(w.play.issues):
        start = w.play.scenario.start.levels.get(issue.id, issue.start)
        table[t.T_TOP + index] = len(issue.levels) - 1
        table[t.T_ISSUE_START + index] = issue.levels.index(start) if start in issue.levels else 0
        table[t.T_ISSUE_TRACK + index] = names.tracks.get(issue.track, 0)
        table[t.T_MOVED_BY + index] = mask_of(issue.moved_by, names.parties)
        table[t.T_VOTE_FROM + index] = s.UNSET if issue.vote_from is None else issue.vote_from
        table[t.T_CAP_EXPR + index] = w.program(issue.cap, issue, "cap", owner=issue.id)
        table[t.T_MAY_RISE_EXPR + index] = w.program(issue.may_rise, issue, "may_rise", owner=issue.id)
        for level, name in enumerate(issue.levels[: s.MAX_LEVELS]):
            node = place_of(issue, "locks", name)
            program = w.compiler.compiled(issue.locks.get(name), node, owner=issue.id, source=tuple(issue.source))
            table[t.T_LOCK_EXPR + index * s.MAX_LEVELS + level] = program
            for party_id, party in names.parties.items():
                values = issue.payoff.get(party_id, [])
                at = t.T_PAYOFF + (party * s.MAX_ISSUES + index) * s.MAX_LEVELS + level
                table[at] = values[level] if level < len(values) else 0
        table[t.T_LEVEL_FIRST + index] = rows
        rows += write_level_rows(w, issue, index, rows)
        table[t.T_LEVEL_COUNT + index] = rows - table[t.T_LEVEL_FIRST + index]


def write_level_rows(w: Writer, issue: kinds.Issue, index: int, first: int) -> int:
    """One row a column of effects: cell, cause of the first number, totals by level. How many were written."""
    owner = w.words.named(issue, index)
    written = 0
    for key, totals in issue.effects.items():
        column = place_of(issue, "effects", key)
        try:
            cells = cells_of(w.names, of_key(key, column), Context())
        except Wrong as wrong:
            w.pools.problems.append(wrong.problem)
            continue
        for cell in cells:
            if first + written >= t.MAX_LEVEL_ROWS:
                w.pools.full(column, f"columns of `effects` in issues ({t.MAX_LEVEL_ROWS} at most)")
                return written
            causes = [w.pools.cause(owner, "issue", place_of_node(item)) for item in listed(column)]
            at = t.T_LEVEL_ROWS + (first + written) * t.LEVEL_ROW_WIDTH
            w.t[at : at + 2] = [cell, causes[0] if causes else 0]
            for level, total in enumerate(totals[: s.MAX_LEVELS]):
                w.t[at + 2 + level] = total
            written += 1
    return written


def write_postures(w: Writer) -> None:
    """Weights over the issues in play, neighbours, and which may be drawn."""
    table, names = w.t, w.names
    allowed = w.play.scenario.start.postures
    for index, posture in enumerate(w.play.postures):
        party = names.parties.get(posture.party, 0)
        own = [other.id for other in w.play.postures if other.party == posture.party]
        limited = allowed is not None and any(name in own for name in allowed)
        table[t.T_POSTURE_PARTY + index] = party
        table[t.T_POSTURES_OF + party] += 1
        table[t.T_POSTURE_DRAWN + index] = 1 if not limited or posture.id in (allowed or []) else 0
        table[t.T_POSTURE_NEIGHBOUR + index] = names.postures.get(posture.neighbour or posture.id, index)
        for issue, weight in enumerate(weights_of(posture, w.play.issues, w.play.scenario.weights.get(posture.id))):
            table[t.T_WEIGHT + index * s.MAX_ISSUES + issue] = weight


def bound(table: list[int], cell: int, low: int, high: int) -> None:
    """Bounds of one cell."""
    table[t.T_LOW + cell], table[t.T_HIGH + cell] = low, high


def write_meters(w: Writer) -> None:
    """Meters with drift, then courses with what a point does. All start values stand in T_METER_START."""
    table, start = w.t, w.play.scenario.start
    for index, meter in enumerate(w.play.meters):
        bound(table, s.METER + index, meter.min, meter.max)
        table[t.T_METER_START + index] = start.meters.get(meter.id, meter.start)
        drifts = meter.drift != 0
        table[t.T_DRIFT_EXPR + index] = w.program(meter.drift, meter, "drift", EFFECTS, meter.id) if drifts else s.UNSET
        table[t.T_DRIFT_CAUSE + index] = w.cause(w.words.named(meter, index), "drift", meter, "drift") if drifts else 0
    for index, course in enumerate(w.play.courses):
        cell = w.names.cells[course.id]
        owner = w.words.named(course, index)
        party = w.names.parties.get(course.party, 0)
        bound(table, cell, course.min, course.max)
        table[t.T_METER_START + cell - s.METER] = start.courses.get(course.id, course.start)
        table[t.T_COURSE_CELL + index] = cell
        table[t.T_COURSE_PARTY + index] = party
        table[t.T_COURSE_POINTS + index] = course.points
        table[t.T_COURSE_LIMIT + index] = course.points
        table[t.T_COURSE_LIST + index] = w.effects(course.node.get("per_point"), owner, "course", Context(party, EFFECTS.allows))
        table[t.T_COURSE_CAUSE + index] = w.cause(owner, "course", course, "points")


def write_counters(w: Writer) -> None:
    """Counters that the rules keep, one cell a party where they say so."""
    table = w.t
    counting = 0
    for counter in w.play.counters:
        per_party = counter.per == "party"
        first = w.names.per_party[counter.id] if per_party else w.names.cells[counter.id]
        low = 0 if counter.min is None else counter.min
        high = UNBOUNDED if counter.max is None else counter.max
        for cell in range(first, first + (len(w.names.parties) if per_party else 1)):
            bound(table, cell, low, high)
            table[t.T_METER_START + cell - s.METER] = w.play.scenario.start.counters.get(counter.id, counter.start)
        if counter.counts is None and counter.resets is None:
            continue
        context = Context(allows=AT_OCCASION.get(counter.counts or "", frozenset()))
        table[t.T_COUNTER_CELL + counting] = first
        table[t.T_COUNTER_PER_PARTY + counting] = 1 if per_party else 0
        table[t.T_COUNTER_POINT + counting] = w.names.points.get(counter.counts or "", s.UNSET)
        table[t.T_COUNTER_WHEN_EXPR + counting] = w.program(counter.when, counter, "when", context, counter.id)
        table[t.T_COUNTER_RESETS + counting] = 1 if counter.resets is not None else 0
        cause = w.cause(w.words.named(counter, counting), "counter", counter, "counts" if counter.counts is not None else "resets")
        table[t.T_COUNTER_CAUSE + counting] = cause
        counting += 1
    table[t.T_N_COUNTERS] = counting


def write_bodies(w: Writer) -> None:
    """Quotas, moods, and the groups with their points or their own rule."""
    table, names, scenario = w.t, w.names, w.play.scenario
    for party_cell in range(s.MAX_PARTIES):
        table[t.T_QUOTA_EXPR + party_cell] = table[t.T_FAILED_LIST + party_cell] = s.UNSET
    for body in w.play.bodies:
        party = names.parties.get(body.id)
        if party is None:
            continue
        context = Context(party, frozenset({JUDGED, VOTES, BODY}))
        table[t.T_QUOTA_EXPR + party] = w.program(body.quota, body, "quota", context, body.id)
        table[t.T_MOOD + party] = body.mood if scenario.mood is None else scenario.mood
        owner = w.words.named(body, party)
        table[t.T_FAILED_LIST + party] = w.effects(body.node.get("failed"), owner, "body", Context(party, EFFECTS.allows), "home.result")
    for index, (body, group) in enumerate(w.play.groups):
        party = names.parties[body.id]
        context = Context(party, frozenset({JUDGED}))
        table[t.T_GROUP_PARTY + index] = party
        table[t.T_GROUP_WEIGHT + index] = group.weight
        table[t.T_GROUP_START + index] = scenario.start.groups.get(group.id, group.start)
        table[t.T_SUPPORT_CELL + index] = names.group_cell[index]
        table[t.T_GROUP_SHIFT_EXPR + index] = w.program(group.shift, group, "shift", context, group.id)
        table[t.T_GROUP_REFUSES_EXPR + index] = w.program(group.refuses, group, "refuses", context, group.id)
        table[t.T_GROUP_CAUSE + index] = w.cause(w.words.named(group, index), "group", group)
        table[t.T_GROUP_N_WORDS + index] = min(len(group.words), 4)
        for k, least in enumerate(sorted(group.words.values())[:4]):
            table[t.T_GROUP_WORDS + index * 4 + k] = least
        for issue_id, points in group.points.items():
            if issue_id in names.issues:
                table[t.T_GROUP_POINT + index * s.MAX_ISSUES + names.issues[issue_id]] = points


def write_levers(w: Writer) -> None:
    """Price, needs, credibility, pick, and the two parts of its effects."""
    table = w.t
    for index, lever in enumerate(w.play.levers):
        party = w.names.lever_party[index]
        owner = w.words.named(lever, index)
        pick, arg, places = pick_of(w.compiler, lever.pick)
        context = Context(party, EFFECTS.allows | {ACTOR}, "lever", index)
        kept = Context(party, frozenset({KEPT, SINCE} | places & {PICKED_ISSUE}), "lever", index)
        effects = context.with_places(*places)
        credibility = w.play.scenario.start.credibility.get(lever.id, lever.credibility)
        table[t.T_LEVER_PARTY + index] = party
        table[t.T_LEVER_PRICE_EXPR + index] = w.program(lever.price, lever, "price", context, lever.id)
        table[t.T_LEVER_NEEDS_EXPR + index] = w.program(lever.needs, lever, "needs", context, lever.id)
        table[t.T_LEVER_KEPT_EXPR + index] = w.program(lever.kept, lever, "kept", kept, lever.id)
        table[t.T_LEVER_CREDIBILITY + index] = s.UNSET if credibility is None else credibility
        table[t.T_LEVER_MEASURE + index] = 1 if lever.measure else 0
        table[t.T_LEVER_ESCALATION + index] = lever.escalation
        table[t.T_LEVER_PICK + index], table[t.T_LEVER_PICK_ARG + index] = pick, arg
        table[t.T_LEVER_TARGET_LIST + index] = w.effects(lever.node.get("target"), owner, "lever", effects, "talks.levers")
        table[t.T_LEVER_USER_LIST + index] = w.effects(lever.node.get("user"), owner, "lever", effects, "talks.levers")
        table[t.T_LEVER_CAUSE + index] = w.cause(owner, "lever", lever)


def mark_undoable_levers(w: Writer) -> None:
    """Levers that some effect takes back (`block: X, undo: true`) remember what they changed."""
    for row in range(t.T_EFFECTS, t.T_EFFECTS + w.pools.n_effects * t.EFFECT_WIDTH, t.EFFECT_WIDTH):
        if w.t[row + t.E_VERB] == t.VERB_BLOCK_LEVER and w.t[row + t.E_B] == 1:
            w.t[t.T_LEVER_UNDOABLE + w.t[row + t.E_A]] = 1


def write_acts(w: Writer) -> None:
    """Acts that the pack declares."""
    for index, act in enumerate(w.play.acts):
        owner = w.words.named(act, index)
        party = w.names.parties.get(act.party or "", s.UNSET)
        context = Context(None if party == s.UNSET else party, EFFECTS.allows | {ACTOR})
        w.t[t.T_ACT_PARTY + index] = party
        w.t[t.T_ACT_CONSENT + index] = 1 if act.consent else 0
        w.t[t.T_ACT_NEEDS_EXPR + index] = needs_of_act(w, act, context)
        for party_id, other in w.names.parties.items():
            price = act.price.get(party_id, 0) if isinstance(act.price, dict) else act.price
            w.t[t.T_ACT_PRICE + index * s.MAX_PARTIES + other] = price
        w.t[t.T_ACT_PER_ROUND + index] = act.per_round or 0
        w.t[t.T_ACT_LIST + index] = w.effects(act.node.get("effects"), owner, "act", context, "talks.levers")
        w.t[t.T_ACT_CAUSE + index] = w.cause(owner, "act", act)


def needs_of_act(w: Writer, act: kinds.Act, context: Context) -> int:
    """What an act needs, and when the scenario opens it; each is checked at its own place."""
    needs = w.program(act.needs, act, "needs", context, act.id)
    opened = next((name for name in (act.word, act.id) if name in w.play.scenario.open), None)
    if opened is None:
        return needs
    node = place_of(w.play.scenario, "open", opened)
    opens = w.compiler.compiled(w.play.scenario.open[opened], node, Context(allows=frozenset({ACTOR})), f"open.{opened}")
    return opens if act.needs is None else w.compiler.both(opens, needs, node)


def write_initiatives(w: Writer) -> None:
    """Cost, gain, delay, and what completion brings."""
    table, names = w.t, w.names
    families = w.play.pack.pack.families
    face_up = w.play.procedure.news.face_up if w.play.procedure.news else []
    for index, card in enumerate(w.play.initiatives):
        owner = w.words.named(card, index)
        family = names.families.get(card.family, 0)
        table[t.T_INIT_FAMILY + index] = family
        table[t.T_INIT_TRACK + index] = names.tracks.get(families[family].track, 0) if families else 0
        table[t.T_INIT_NEEDS_EXPR + index] = w.program(card.needs, card, "needs", owner=card.id)
        for party_id, party in names.parties.items():
            table[t.T_INIT_COST + index * s.MAX_PARTIES + party] = card.cost.get(party_id, 0)
            table[t.T_INIT_GAIN + index * s.MAX_PARTIES + party] = card.gain.get(party_id, 0)
        table[t.T_INIT_DELAY + index] = card.delay
        table[t.T_INIT_LIST + index] = w.effects(card.node.get("effects"), owner, "initiative", point="resolve.ready")
        table[t.T_INIT_FACE_UP + index] = 1 if card.id in face_up else 0
        table[t.T_INIT_CAUSE + index] = w.cause(owner, "initiative", card)


def write_events(w: Writer) -> None:
    """Conditions, effects, and which are placed in a round."""
    for index, card in enumerate(w.play.events):
        owner = w.words.named(card, index)
        w.t[t.T_EVENT_NEEDS_EXPR + index] = w.program(card.needs, card, "needs", owner=card.id)
        w.t[t.T_EVENT_LIST + index] = w.effects(card.node.get("effects"), owner, "event", point="news.card")
        w.t[t.T_EVENT_FIXED + index] = w.play.scenario.fixed.get(card.id, 0)
        w.t[t.T_EVENT_CAUSE + index] = w.cause(owner, "event", card)


def scaled_deadline(w: Writer, rounds: int) -> int:
    """A deadline times the scale of the procedure, rounded half away from zero, at least one round."""
    scale = w.play.procedure.deadline_scale
    if scale is None:
        return rounds
    return max(1, (2 * rounds * scale.num + scale.den) // (2 * scale.den))


def write_demands(w: Writer) -> None:
    """Demand cards: the issue that is in play, level or state, deadline, penalty."""
    in_play = set(w.names.issues)
    for index, card in enumerate(w.play.demands):
        owner = w.words.named(card, index)
        w.t[t.T_CARD_ISSUE + index] = w.names.issues[issue_of(card, in_play)]
        w.t[t.T_CARD_ASKS + index] = card.asks if isinstance(card.asks, int) else s.UNSET
        w.t[t.T_CARD_STATE_EXPR + index] = w.program(card.state, card, "state", owner=card.id)
        w.t[t.T_CARD_DEADLINE + index] = scaled_deadline(w, card.deadline)
        w.t[t.T_CARD_UNMET_LIST + index] = w.effects(card.node.get("unmet"), owner, "demand", EFFECTS.with_places(*PICKED), "resolve.due")
        w.t[t.T_CARD_CAUSE + index] = w.cause(owner, "demand", card)


def write_requests(w: Writer) -> None:
    """The deck of requests, in the order of its issues; those of absent issues are left out."""
    deck = w.play.requests[0] if w.play.requests else None
    w.t[t.T_REQUEST_LIST] = s.UNSET
    if deck is None:
        return
    only, out = w.play.scenario.only.requests, w.play.scenario.out.requests or []
    is_in = {issue for issue in deck.deck if issue in w.names.issues and (only is None or issue in only) and issue not in out}
    cards = [(issue, asks) for issue, asks in deck.deck.items() if issue in is_in]
    party = w.names.parties.get(deck.id, 0)
    context = Context(party, EFFECTS.allows | {PICKED_ISSUE})
    w.t[t.T_N_REQUESTS] = len(cards)
    w.t[t.T_REQUEST_PARTY] = party
    w.t[t.T_REQUEST_SLOTS] = min(deck.slots, s.MAX_REQUESTS)
    w.t[t.T_REQUEST_LIST] = w.effects(deck.node.get("met"), w.words.named(deck, 0), "request", context, "resolve.due")
    for index, (issue, asks) in enumerate(cards):
        w.t[t.T_REQUEST_ISSUE + index] = w.names.issues[issue]
        w.t[t.T_REQUEST_ASKS + index] = asks
