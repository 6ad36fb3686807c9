"""Tables of standing rules and modifiers, and of the procedure, the scoring and what a scenario opens."""

from __future__ import annotations

from sim.errors import Problem
from sim.kernel import codes as act
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import shape_entries as kinds
from sim.loading.documents import place_of
from sim.loading.expressions import Call, Num, Op, Tree, parse
from sim.loading.names import (
    ACTOR,
    ALLIANCE,
    AMOUNT,
    AT_OCCASION,
    EFFECTS,
    EFFICIENCY,
    ESCALATION,
    JOINT,
    LEVER,
    PICKED,
    PRICE,
    SEAT,
    SUMS,
    Context,
)
from sim.loading.selection import hint_for
from sim.loading.shape_base import Term
from sim.loading.targets import Wrong, cells_of, of_value
from sim.loading.writer import Writer

KINDS = {
    "event": s.KIND_EVENT,
    "lever": s.KIND_LEVER,
    "demand": s.KIND_DEMAND,
    "rule": s.KIND_RULE,
    "drift": s.KIND_DRIFT,
    "package": s.KIND_PACKAGE,
    "course": s.KIND_COURSE,
    "initiative": s.KIND_INITIATIVE,
}
SCORED = Context(allows=frozenset({SUMS, EFFICIENCY, ALLIANCE, JOINT}))
OPENED_ACTS = {
    "demand": (act.ACT_DEMAND,),
    "lever": (act.ACT_LEVER,),
    "answer": (act.ACT_ANSWER,),
    "course": (act.ACT_COURSE,),
    "choose": (act.ACT_CHOOSE,),
    "postpone": (act.ACT_POSTPONE,),
    "probe": (act.ACT_PROBE,),
    "initiative": (act.ACT_INITIATIVE,),
    "link": (act.ACT_LINK, act.ACT_UNLINK),
    "offer": (act.ACT_OFFER,),
    "decide": (act.ACT_DECIDE,),
    "reopen": (act.ACT_REOPEN,),
    "suggest": (act.ACT_SUGGEST,),
    "consult": (act.ACT_CONSULT,),
    "groundwork": (act.ACT_GROUNDWORK,),
    "guess": (act.ACT_GUESS,),
}
OPENED_WORKS = {
    "surprise": t.T_OPEN_SURPRISE_EXPR,
    "second_demand": t.T_OPEN_SECOND_EXPR,
    "clue": t.T_OPEN_CLUE_EXPR,
    "mood": t.T_OPEN_MOOD_EXPR,
}
SWITCHES = ("friction", "agenda")
NO_LIMIT = 1_000_000


def declare_rules(w: Writer) -> list[tuple[kinds.Rule | kinds.Meter, str | None]]:
    """The standing rules in the order in which they act: thresholds of meters, then the pack's rules by place.

    A rule with several points has a row for each. Bundles have rows too, for their uses.
    """
    rows: list[tuple[kinds.Rule | kinds.Meter, str | None]] = []
    rows += [(meter, "resolve.settle") for meter in w.play.meters if meter.each_resolve is not None]
    for rule in w.play.rules:
        points: list[str | None] = [*rule.at] if rule.at else [None]
        rows += [(rule, point) for point in points]
    for index, (entry, point) in enumerate(rows):
        if isinstance(entry, kinds.Rule) and point is None and entry.crossed is None:
            w.names.bundles[entry.id] = index
    return rows


def write_rules(w: Writer, rows: list[tuple[kinds.Rule | kinds.Meter, str | None]]) -> None:
    """One row a rule and point; a rule with several points has one list of effects for all of them."""
    w.t[t.T_N_RULES] = len(rows)
    lists: dict[str, int] = {}
    for index, (entry, point) in enumerate(rows[: s.MAX_RULES]):
        owner = w.words.named(entry, index)
        for cell in (t.T_RULE_POINT, t.T_RULE_WHEN_EXPR, t.T_RULE_CHANCE_EXPR, t.T_RULE_CROSSED, t.T_RULE_BY):
            w.t[cell + index] = s.UNSET
        w.t[t.T_RULE_CAUSE + index] = w.cause(owner, "rule", entry)
        if point is not None:
            w.t[t.T_RULE_POINT + index] = w.names.points.get(point, s.UNSET)
        if isinstance(entry, kinds.Meter):
            w.t[t.T_RULE_LIST + index] = w.effects(entry.node.get("each_resolve"), owner, "rule", point=str(point))
        else:
            write_rule(w, entry, index, point, lists)
    note_where_rules_come(w, min(len(rows), s.MAX_RULES))


def note_where_rules_come(w: Writer, count: int) -> None:
    """How many rules each point and occasion has, and where those with thresholds stand: most points have none."""
    crossing = [index for index in range(count) if w.t[t.T_RULE_CROSSED + index] != s.UNSET]
    w.t[t.T_FIRST_CROSSING] = min(crossing, default=0)
    w.t[t.T_END_CROSSING] = max(crossing, default=-1) + 1
    for index in range(count):
        point = w.t[t.T_RULE_POINT + index]
        if point != s.UNSET:
            w.t[t.T_RULES_AT + 2 * point + w.t[t.T_RULE_FIRST + index]] += 1


def write_rule(w: Writer, rule: kinds.Rule, index: int, point: str | None, lists: dict[str, int]) -> None:
    """Condition, chance, what may be picked, the threshold watched, the effects."""
    places = [AT_OCCASION.get(name, frozenset()) for name in rule.at or [""]]
    context = EFFECTS.with_places(*frozenset.intersection(*places))
    w.t[t.T_RULE_FIRST + index] = 1 if rule.first else 0
    w.t[t.T_RULE_WHEN_EXPR + index] = w.program(rule.when, rule, "when", context, rule.id)
    w.t[t.T_RULE_CHANCE_EXPR + index] = w.program(rule.chance, rule, "chance", context, rule.id)
    if rule.pick is not None:
        w.t[t.T_RULE_PICK + index] = t.PICK_TRACK_DEMAND if rule.pick.demand == "same_track" else t.PICK_DEMAND
        w.t[t.T_RULE_BY + index] = w.names.parties.get(rule.pick.by, s.UNSET)
        context = context.with_places(*PICKED)
    if rule.id in w.names.bundles:
        lists[rule.id] = w.bundle(rule.id, rule.node)
    elif rule.id not in lists:
        owner, only = w.words.named(rule, index), rule.at or []
        lists[rule.id] = w.effects(rule.node.get("effects"), owner, "rule", context, only[0] if len(only) == 1 else "")
    w.t[t.T_RULE_LIST + index] = lists[rule.id]
    if rule.crossed is not None:
        write_crossing(w, rule, index)


def write_crossing(w: Writer, rule: kinds.Rule, index: int) -> None:
    """The cell watched, the line, and the direction."""
    cell = w.names.cells.get(rule.crossed or "")
    if cell is None:
        return
    w.t[t.T_RULE_CROSSED + index] = cell
    w.t[t.T_RULE_CROSSED_AT + index] = rule.up if rule.up is not None else rule.down or 0
    w.t[t.T_RULE_CROSSED_UP + index] = 1 if rule.up is not None else 0
    w.t[t.T_WATCHED + cell] = 1


def write_modifiers(w: Writer) -> None:
    """Modifiers in the order in which they apply."""
    modifiers = w.play.pack.modifiers
    w.t[t.T_N_MODIFIERS] = len(modifiers)
    for index, modifier in enumerate(modifiers[: t.MAX_MODIFIERS]):
        owner = w.words.named(modifier, index)
        context = context_of_modifier(modifier)
        w.t[t.T_MOD_OF + index] = modified_cell(w, modifier)
        w.t[t.T_MOD_WAY + index] = {None: 0, "up": 1, "down": 2}[modifier.way]
        w.t[t.T_MOD_KINDS + index] = sum(1 << KINDS[kind] for kind in set(modifier.kinds or []))
        w.t[t.T_MOD_ABOUT + index] = sum(1 << w.names.issues[issue] for issue in set(modifier.about or []) if issue in w.names.issues)
        if modifier.about and not w.t[t.T_MOD_ABOUT + index]:
            w.t[t.T_MOD_ABOUT + index] = 1 << (s.MAX_ISSUES - 1)
        w.t[t.T_MOD_PART + index] = 1 if modifier.part == "target" else 0
        w.t[t.T_MOD_WHEN_EXPR + index] = w.program(modifier.when, modifier, "when", context, modifier.id)
        w.t[t.T_MOD_AMOUNT_EXPR + index] = w.program(modifier.amount, modifier, "amount", context.with_places(AMOUNT), modifier.id)
        w.t[t.T_MOD_CAUSE + index] = w.cause(owner, "modifier", modifier, "amount")
        write_from(w, modifier, index)


def context_of_modifier(modifier: kinds.Modifier) -> Context:
    """What a modifier may ask about: the price, and the lever or party at work where there always is one."""
    places = {PRICE, ESCALATION, ACTOR, LEVER} if modifier.of == "price" else set()
    if modifier.kinds == ["lever"]:
        places |= {ACTOR, LEVER}
    return EFFECTS.with_places(*places)


def modified_cell(w: Writer, modifier: kinds.Modifier) -> int:
    """What a modifier is of."""
    if modifier.of in ("any", "price"):
        return t.OF_ANY if modifier.of == "any" else t.OF_PRICE
    node = place_of(modifier, "of")
    try:
        found = cells_of(w.names, of_value(node), Context())
    except Wrong as wrong:
        w.pools.problems.append(wrong.problem)
        return s.UNSET
    if len(found) > 1:
        text = f"`{modifier.of}` stands for {len(found)} numbers; a modifier is of one"
        w.pools.problems.append(node.problem("NW203", text, "write one modifier for each, or `of: any`"))
    return found[0] if found else s.UNSET


def write_from(w: Writer, modifier: kinds.Modifier, index: int) -> None:
    """The entries a modifier names as causes; those out of play never come."""
    names = w.names
    pools = {s.KIND_EVENT: names.events, s.KIND_LEVER: names.levers, s.KIND_DEMAND: names.demands, s.KIND_INITIATIVE: names.initiatives}
    codes = []
    for position, name in enumerate(modifier.from_ or []):
        hits = [kind * s.MAX_CARDS + pool[name] for kind, pool in pools.items() if name in pool]
        if not hits and not names.is_absent(name, "events", "levers", "demands", "initiatives"):
            node = place_of(modifier, "from", position)
            known = [word for pool in pools.values() for word in pool]
            w.pools.problems.append(node.problem("NW202", f"there is no card or lever `{name}`", hint_for(name, known)))
        codes += hits
    if modifier.from_ and not codes:
        codes = [s.KIND_PLAY * s.MAX_CARDS + s.MAX_CARDS - 1]
    w.t[t.T_MOD_N_FROM + index] = min(len(codes), t.MAX_FROM)
    for k, code in enumerate(codes[: t.MAX_FROM]):
        w.t[t.T_MOD_FROM + index * t.MAX_FROM + k] = code


def tree_of_terms(w: Writer, terms: list[Term]) -> Tree | None:
    """Lines of points as one sum: an amount that counts when its condition holds."""
    tree: Tree | None = None
    for term in terms:
        amount = parse(term.add, place_of(term, "add"))
        condition = parse(term.when, place_of(term, "when")) if term.when is not None else None
        for part in (amount, condition):
            if isinstance(part, Problem):
                w.pools.problems.append(part)
        if isinstance(amount, Problem) or isinstance(condition, Problem):
            continue
        line: Tree = amount if condition is None else Call("if", (condition, amount, Num(0)), amount.line, amount.column)
        tree = line if tree is None else Op("+", (tree, line), line.line, line.column)
    return tree


def sum_of_terms(w: Writer, terms: list[Term], owner: str, context: Context, source: tuple[str, ...]) -> int:
    """Program of lines of points; UNSET without any."""
    tree = tree_of_terms(w, terms)
    return s.UNSET if tree is None else w.compiler.of_tree(tree, terms[0].node, context, owner, source)


def write_scoring(w: Writer) -> None:
    """Side scores, efficiency, alliance, joint and seat scores, endings; each may use those that come before it."""
    scoring = w.play.pack.scoring
    sums = Context(allows=frozenset({SUMS}))
    alliance = sums.with_places(EFFICIENCY)
    side = alliance.with_places(ALLIANCE)
    source = w.source_of(scoring)
    for party_id, party in w.names.parties.items():
        own = Context(party, side.allows)
        w.t[t.T_SIDE_EXPR + party] = sum_of_terms(w, scoring.side.get(party_id, []), f"side.{party_id}", own, source)
    w.t[t.T_EFFICIENCY_EXPR] = w.program(scoring.efficiency, scoring, "efficiency", sums, "efficiency")
    w.t[t.T_ALLIANCE_EXPR] = w.program(scoring.alliance, scoring, "alliance", alliance, "alliance")
    w.t[t.T_JOINT_EXPR] = sum_of_terms(w, scoring.joint, "joint", side, source)
    w.t[t.T_JOINT_MAX] = NO_LIMIT if scoring.joint_max is None else scoring.joint_max
    w.t[t.T_SEAT_EXPR] = sum_of_terms(w, scoring.seat, "seat", SCORED.with_places(SEAT), source)
    w.t[t.T_NO_WINNER_EXPR] = w.program(scoring.no_winner, scoring, "no_winner", SCORED, "no_winner")
    for index, ending in enumerate(scoring.endings[: t.MAX_ENDINGS]):
        w.t[t.T_ENDING_EXPR + index] = w.program(ending.when, ending, "when", SCORED, ending.id)
    w.t[t.T_SCORE_CAUSE] = w.cause(w.part("scoring", scoring), "score", None)


def write_readings(w: Writer) -> None:
    """Programs that the table reads: agendas, conditions of the joint statement, named values.

    The agendas of seats beside the table are data: they are checked, and not scored.
    """
    for seat in w.play.seats:
        party = w.names.parties.get(seat.party)
        for agenda in seat.agendas:
            program = sum_of_terms(w, agenda.points, agenda.id, Context(party, SCORED.allows), tuple(agenda.source or seat.source))
            w.agendas[seat.id, agenda.id] = s.UNSET if party is None or w.play.scenario.open.get("agenda") == 0 else program
    for entry in w.play.pack.statement:
        w.paragraphs[entry.id] = w.program(entry.when, entry, "when", owner=entry.id)
    for value in w.play.pack.values:
        w.values[value.id] = w.compiler.programs_of_values.get(value.id, s.UNSET)


def write_open(w: Writer) -> None:
    """What a scenario opens when; everything else is open from the start."""
    for kind in range(t.MAX_ACT_KINDS):
        w.t[t.T_OPEN_EXPR + kind] = s.UNSET
    for cell in OPENED_WORKS.values():
        w.t[cell] = s.UNSET
    root = w.play.doc.node
    opened = root.get("open") if root is not None else None
    words = {word for entry in w.play.pack.acts for word in (entry.word, entry.id) if word}
    for word, raw in w.play.scenario.open.items():
        node = (opened.get(word) if opened is not None else None) or w.play.scenario.node
        if word in words or word in SWITCHES:
            continue
        if word not in OPENED_ACTS and word not in OPENED_WORKS:
            known = [*OPENED_ACTS, *OPENED_WORKS, *SWITCHES, *words]
            w.pools.problems.append(node.problem_of_key("NW101", f"nothing is called `{word}` here", hint_for(word, known)))
            continue
        context = Context(allows=frozenset({ACTOR} if word in OPENED_ACTS else ()))
        program = w.compiler.compiled(raw, node, context, f"open.{word}")
        for cell in [t.T_OPEN_EXPR + kind for kind in OPENED_ACTS[word]] if word in OPENED_ACTS else [OPENED_WORKS[word]]:
            w.t[cell] = program
