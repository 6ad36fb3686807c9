"""Tables of the procedure: who begins, how much of everything, prices, chances, limits."""

from __future__ import annotations

from sim.domain import Forced
from sim.kernel import chance
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.documents import place_of
from sim.loading.names import ACTOR, ANYWHERE, EFFECTS, GROUP, JUDGED, MOVE, PICKED, Context
from sim.loading.selection import hint_for
from sim.loading.shape_base import Shape
from sim.loading.shape_procedure import News
from sim.loading.shape_scenario import Forced as ForcedShape
from sim.loading.write_entries import scaled_deadline
from sim.loading.writer import Writer

PURPOSES = {
    "posture": chance.FOR_POSTURE,
    "agenda": chance.FOR_AGENDA,
    "mood": chance.FOR_MOOD,
    "surprise": chance.FOR_SURPRISE,
    "surprise_kind": chance.FOR_SURPRISE_KIND,
    "surprise_pick": chance.FOR_SURPRISE_PICK,
    "event": chance.FOR_EVENT,
    "initiative": chance.FOR_INITIATIVE,
    "second_demand": chance.FOR_SECOND_DEMAND,
    "demand": chance.FOR_DEMAND,
    "request": chance.FOR_REQUEST,
    "clue_issue": chance.FOR_CLUE_ISSUE,
    "clue_false": chance.FOR_CLUE_FALSE,
    "clue_band": chance.FOR_CLUE_BAND,
    "chance": chance.FOR_CHANCE,
}
ROLLS = ("surprise", "surprise_kind", "second_demand", "clue_false", "chance")  # written 1..n, drawn 0..n-1
FOR_IDS = ("posture", "event", "initiative", "demand", "clue_issue")  # draws that give an entry
MOVES = Context(allows=frozenset({MOVE, JUDGED, ACTOR}))
GROUPS = Context(allows=frozenset({JUDGED, GROUP}))


def write_procedure(w: Writer) -> None:
    """Every part; a part left out is not played."""
    procedure = w.play.procedure
    owner = w.part("procedure", procedure)
    w.t[t.T_PLAY_CAUSE] = w.cause(owner, "play", None)
    w.t[t.T_PACKAGE_SIZE_EXPR] = w.program(procedure.package_size, procedure, "package_size", owner="package_size")
    for index, name in enumerate(procedure.order[: s.MAX_PARTIES]):
        w.t[t.T_ORDER + index] = w.names.parties.get(name, 0)
    w.t[t.T_N_OPENERS] = min(len(procedure.opener), s.MAX_PARTIES * 4) or 1
    for index, name in enumerate(procedure.opener[: s.MAX_PARTIES * 4]):
        w.t[t.T_OPENERS + index] = w.names.parties.get(name, 0)
    w.t[t.T_OFFERS] = procedure.offers
    w.t[t.T_LINKS_MAX] = procedure.links.max if procedure.links else 0
    write_income(w)
    write_news(w)
    write_demand_step(w)
    write_levers_and_clues(w)
    write_moves(w)
    write_home(w)


def write_income(w: Writer) -> None:
    """Political capital and tokens."""
    capital, tokens = w.play.procedure.capital, w.play.procedure.tokens
    start = w.play.scenario.start.capital
    part = w.part("capital", capital)
    for party_id, party in w.names.parties.items():
        default = capital.start if isinstance(capital.start, int) else capital.start.get(party_id, 0)
        w.t[t.T_CAPITAL_START + party] = start.get(party_id, default)
        node = place_of(capital, "income", party_id)
        context = Context(own=party)
        w.t[t.T_INCOME_EXPR + party] = w.compiler.compiled(capital.income.get(party_id, 0), node, context, "income", w.source_of(capital))
        w.t[t.T_INCOME_CAUSE + party] = w.cause(part, "income", capital, "income", party_id)
    w.t[t.T_TOKENS_EXTRA_EXPR] = s.UNSET
    w.t[t.T_TOKENS_CAUSE] = w.cause(w.part("tokens", tokens), "income", tokens)
    if tokens is not None:
        w.t[t.T_TOKENS_SEAT], w.t[t.T_TOKENS_SIDE], w.t[t.T_TOKENS_BELOW] = tokens.seat, tokens.side, tokens.seats_below
        w.t[t.T_TOKENS_EXTRA_EXPR] = w.program(tokens.extra, tokens, "extra", Context(allows=frozenset({ACTOR})), "tokens")


def write_news(w: Writer) -> None:
    """Cards and initiatives of a round."""
    news, initiatives = w.play.procedure.news, w.play.procedure.initiatives
    holder: Shape = news or w.play.procedure
    w.t[t.T_NEWS_CARDS_EXPR] = w.program(news.cards if news else 0, holder, "cards", owner="news.cards")
    if news is not None and w.t[t.T_NEWS_CARDS_EXPR] != s.UNSET:
        refuse_many_cards(w, news)
    w.t[t.T_TURN_UP] = news.turn_up if news else 0
    w.t[t.T_INIT_PER_ROUND] = initiatives.per_round if initiatives else 1
    w.t[t.T_FAMILY_BEST] = initiatives.best if initiatives else 3
    w.t[t.T_LEAST_DELAY] = initiatives.least_delay if initiatives else 1


def refuse_many_cards(w: Writer, news: News) -> None:
    """NW330: cards of a round are turned one by one, and a game must go on; more than there can be would come to nothing."""
    most = w.compiler.most(news.cards, place_of(news, "cards"))
    if most > s.MAX_CARDS:
        text = f"`cards` may be {most}; no more than {s.MAX_CARDS} cards can come in a round"
        w.pools.problems.append(
            place_of(news, "cards").problem("NW330", text, f"hold it to bounds, e.g. `(m_x limited to 0..{s.MAX_CARDS})`")
        )


def write_demand_step(w: Writer) -> None:
    """Who demands of whom, how cards come, what answers do."""
    demand, answers, table = w.play.procedure.demand, w.play.procedure.answers, w.t
    for cell in (t.T_DEMAND_BY, t.T_DEMAND_OF, t.T_SECOND_CHANCE_EXPR, t.T_AHEAD_EXPR, t.T_MET_LIST, t.T_PLAIN_LIST, t.T_DECLINED_LIST):
        table[cell] = s.UNSET
    for k in range(5):
        table[t.T_ANSWER_LIST + k] = s.UNSET
    if demand is not None:
        owner = w.part("demand", demand)
        table[t.T_DEMAND_BY], table[t.T_DEMAND_OF] = w.names.parties.get(demand.by, 0), w.names.parties.get(demand.of, 0)
        table[t.T_DEMAND_DRAW] = min(demand.draw, s.MAX_HAND)
        if demand.second is not None:
            table[t.T_SECOND_DRAW] = min(demand.second.draw, s.MAX_HAND)
            table[t.T_SECOND_CHANCE_EXPR] = w.program(demand.second.chance, demand.second, "chance", owner="demand.second.chance")
        table[t.T_AHEAD_EXPR] = w.program(demand.ahead, demand, "ahead", owner="demand.ahead")
        renewed = [w.names.issues[issue] for issue in demand.renewed if issue in w.names.issues]
        table[t.T_N_RENEWED] = len(renewed)
        table[t.T_RENEWED : t.T_RENEWED + len(renewed)] = renewed
        context = EFFECTS.with_places(*PICKED)
        table[t.T_MET_LIST] = w.effects(demand.node.get("met"), owner, "met", context, "resolve.due")
        table[t.T_PLAIN_DEADLINE] = scaled_deadline(w, demand.plain.deadline)
        table[t.T_PLAIN_LIST] = w.effects(demand.plain.node.get("unmet"), owner, "unmet", context, "resolve.due")
    if answers is not None:
        owner = w.part("answers", answers)
        context = Context(table[t.T_DEMAND_OF] if table[t.T_DEMAND_OF] != s.UNSET else None, EFFECTS.allows | PICKED)
        for k, key in enumerate(("", "accept", "counter", "hold", "reframe")):
            table[t.T_ANSWER_LIST + k] = w.effects(answers.node.get(key) if key else None, owner, "answer", context, "response.answer")
        table[t.T_DECLINED_LIST] = w.effects(answers.node.get("declined"), owner, "answer", context, "response.answer")
    table[t.T_ACCEPTED_UNMET] = answers.accepted_unmet if answers else 1


def write_levers_and_clues(w: Writer) -> None:
    """Lever slots, credibility, bands of weights, probes, naming."""
    levers, clues, naming, table = w.play.procedure.levers, w.play.procedure.clues, w.play.procedure.naming, w.t
    table[t.T_FRICTION_CELL] = table[t.T_CLUE_WRONG_EXPR] = table[t.T_PROBE_FREE_EXPR] = s.UNSET
    table[t.T_NAMING_BY] = table[t.T_NAMING_OF] = table[t.T_NAMING_LIST] = s.UNSET
    table[t.T_CREDIBILITY_CAUSE] = w.cause(w.part("levers", levers), "rule", levers)
    if levers is not None:
        table[t.T_LEVERS_OWN], table[t.T_LEVERS_TALKS] = levers.own_step, levers.talks
        table[t.T_MEASURE_GAIN], table[t.T_KEPT_GAIN], table[t.T_BROKEN_LOSS] = levers.measure, levers.kept, -levers.broken
        table[t.T_JUDGED_AFTER] = levers.judged
        closed = w.play.scenario.open.get("friction") == 0
        if levers.escalation is not None and not closed:
            table[t.T_FRICTION_CELL] = w.names.cells.get(levers.escalation, s.UNSET)
            table[t.T_FRICTION_CAUSE] = w.cause(w.part("levers", levers), "rule", levers, "escalation")
    if clues is not None:
        table[t.T_BAND_HIGH], table[t.T_BAND_MIDDLE] = clues.bands.high, clues.bands.middle
        table[t.T_CLUE_WRONG_EXPR] = w.program(clues.wrong, clues, "wrong", owner="clues.wrong")
        if clues.probe is not None:
            table[t.T_PROBE_PRICE], table[t.T_PROBE_ROUND] = clues.probe.price, clues.probe.per_round
            table[t.T_PROBE_TOKENS] = clues.probe.or_tokens or 0
            table[t.T_PROBE_FREE_EXPR] = w.program(
                clues.probe.free, clues.probe, "free", Context(allows=frozenset({ACTOR})), "clues.probe.free"
            )
    if naming is not None:
        by = w.names.parties.get(naming.by, 0)
        table[t.T_NAMING_BY], table[t.T_NAMING_OF] = by, (by + 1) % len(w.names.parties)
        table[t.T_NAMING_ROUND] = naming.round
        table[t.T_NAMING_LIST] = w.effects(
            naming.node.get("right"), w.part("naming", naming), "naming", Context(by, EFFECTS.allows), "resolve.show"
        )


def write_moves(w: Writer) -> None:
    """Executive moves and breaches."""
    move, breach = w.play.procedure.move, w.play.procedure.breach
    never = w.compiler.amount(0, w.play.procedure.node)
    w.t[t.T_MOVE_NEEDS_EXPR] = w.t[t.T_BREACH_NEEDS_EXPR] = never
    for party in range(s.MAX_PARTIES):
        w.t[t.T_BREACH_LIST + party] = s.UNSET
    if move is not None:
        w.t[t.T_MOVE_PRICE] = move.price
        w.t[t.T_MOVE_NEEDS_EXPR] = w.program(move.needs, move, "needs", MOVES, "move.needs")
    if breach is not None:
        w.t[t.T_BREACH_PRICE] = breach.price
        w.t[t.T_BREACH_NEEDS_EXPR] = w.program(breach.needs, breach, "needs", MOVES, "breach.needs")
        owner = w.part("breach", breach)
        for party in w.names.parties.values():
            effects = w.effects(breach.node.get("effects"), owner, "breach", Context(party, EFFECTS.allows), "talks.moves")
            w.t[t.T_BREACH_LIST + party] = effects


def write_home(w: Writer) -> None:
    """Consults, groundwork, vote."""
    consult, groundwork, vote = w.play.procedure.consult, w.play.procedure.groundwork, w.play.procedure.vote
    w.t[t.T_CONSULTS] = consult.per_round if consult else 0
    w.t[t.T_STEP_SIZE_EXPR] = w.t[t.T_STEP_PRICE_EXPR] = w.compiler.amount(0, w.play.procedure.node)
    w.t[t.T_GROUNDWORK_NEEDS_EXPR] = s.UNSET
    if groundwork is not None:
        w.t[t.T_STEP_SIZE_EXPR] = w.program(groundwork.step, groundwork, "step", ANYWHERE, "groundwork.step")
        w.t[t.T_STEP_PRICE_EXPR] = w.program(groundwork.price, groundwork, "price", GROUPS, "groundwork.price")
        w.t[t.T_GROUNDWORK_NEEDS_EXPR] = w.program(groundwork.needs, groundwork, "needs", GROUPS, "groundwork.needs")
        w.t[t.T_GROUP_MAX], w.t[t.T_SIDE_MAX] = groundwork.group_max, groundwork.side_max
    w.t[t.T_YES_AT] = vote.yes_at
    w.t[t.T_STAYS_EXPR] = w.program(vote.stays, vote, "stays", GROUPS, "vote.stays")
    w.t[t.T_STAYS_CAUSE] = w.cause(w.part("vote", vote), "vote", vote, "stays")


def forced_draws(w: Writer) -> tuple[Forced, ...]:
    """The draws that a scenario decides, in numbers of the kernel."""
    return tuple(draw for item in w.play.scenario.forced if (draw := forced_draw(w, item)) is not None)


def forced_draw(w: Writer, item: ForcedShape) -> Forced | None:
    """One of them; an id that cannot be drawn is a problem. Numbers have been checked."""
    names, index = w.names, item.index
    pools = dict(zip(FOR_IDS, (names.postures, names.events, names.initiatives, names.demands, names.issues), strict=True))
    if item.draw in pools:
        pool = pools[item.draw]
        if item.gives not in pool:
            if str(item.gives) not in names.lost:
                node = place_of(item, "gives")
                w.pools.problems.append(node.problem("NW202", f"`{item.gives}` cannot be drawn as {item.draw}", hint_for(item.gives, pool)))
            return None
        value = pool[str(item.gives)]
        return Forced(item.round, PURPOSES[item.draw], w.t[t.T_POSTURE_PARTY + value] if item.draw == "posture" else index, value)
    value = item.gives if isinstance(item.gives, int) else 0
    if item.draw in ROLLS:
        value -= 1
    if item.draw == "mood" and index < len(w.play.groups):
        value += w.t[t.T_MOOD + names.group_party[index]]
    return Forced(item.round, PURPOSES[item.draw], index, value)
