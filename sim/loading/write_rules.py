"""Tables of standing rules and modifiers, and of the procedure, the scoring and what a scenario opens."""

from __future__ import annotations

from sim.errors import Problem, did_you_mean
from sim.kernel import codes as act
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import shape_entries as kinds
from sim.loading.documents import place_of
from sim.loading.effects import TARGET, EffectCompiler, Wrong, pick_of
from sim.loading.expressions import Call, Num, Op, Tree, parse
from sim.loading.names import Context
from sim.loading.selection import hint_for
from sim.loading.shape_base import Term
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
SCORING = Context(allows=frozenset({"scoring"}))
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


def declare_rules(w: Writer) -> list[tuple[kinds.Rule | kinds.Meter, str | None]]:
    """The standing rules in the order in which they act: thresholds of meters, then the pack's rules by place.

    A rule with several points has a row for each. Bundles have rows too, for their uses.
    """
    rows: list[tuple[kinds.Rule | kinds.Meter, str | None]] = []
    rows += [(meter, "resolve.settle") for meter in w.play.meters if meter.each_resolve is not None]
    for rule in w.play.rules:
        points: list[str | None] = list(rule.at or [None])
        rows += [(rule, point) for point in points]
    for index, (entry, point) in enumerate(rows):
        if isinstance(entry, kinds.Rule) and point is None and entry.crossed is None:
            w.names.bundles[entry.id] = index
    return rows


def write_rules(w: Writer, rows: list[tuple[kinds.Rule | kinds.Meter, str | None]]) -> None:
    """One row a rule and point."""
    w.t[t.T_N_RULES] = len(rows)
    for index, (entry, point) in enumerate(rows[: s.MAX_RULES]):
        owner = w.words.named(entry, index)
        for cell in (t.T_RULE_POINT, t.T_RULE_WHEN_EXPR, t.T_RULE_CHANCE_EXPR, t.T_RULE_CROSSED, t.T_RULE_BY):
            w.t[cell + index] = s.UNSET
        w.t[t.T_RULE_CAUSE + index] = w.cause(owner, "rule", entry)
        if point is not None:
            w.t[t.T_RULE_POINT + index] = point_of(w, entry, point)
        if isinstance(entry, kinds.Meter):
            w.t[t.T_RULE_LIST + index] = w.effects(entry.node.get("each_resolve"), owner, "rule")
        else:
            write_rule(w, entry, index)


def point_of(w: Writer, entry: kinds.Rule | kinds.Meter, point: str) -> int:
    """Number of a point; NW202 where the steps have none of this name."""
    if point in w.names.points:
        return w.names.points[point]
    node = place_of(entry, "at")
    w.pools.problems.append(node.problem("NW202", f"there is no point `{point}` in the steps", hint_for(point, w.names.points)))
    return s.UNSET


def write_rule(w: Writer, rule: kinds.Rule, index: int) -> None:
    """Condition, chance, what may be picked, the threshold watched, the effects."""
    allows = frozenset({"judged", "body", "modifier"}) if rule.at else frozenset({"modifier"})
    context = Context(allows=allows)
    w.t[t.T_RULE_FIRST + index] = 1 if rule.first else 0
    w.t[t.T_RULE_WHEN_EXPR + index] = w.program(rule.when, rule, "when", context, rule.id)
    w.t[t.T_RULE_CHANCE_EXPR + index] = w.program(rule.chance, rule, "chance", context, rule.id)
    pick, arg = pick_of(w.compiler, rule.node.get("pick"))
    w.t[t.T_RULE_PICK + index], w.t[t.T_RULE_PICK_ARG + index] = pick, arg
    if rule.pick is not None and rule.pick.by is not None:
        w.t[t.T_RULE_BY + index] = w.names.parties.get(rule.pick.by, s.UNSET)
    if rule.id in w.names.bundles:
        w.t[t.T_RULE_LIST + index] = w.bundle(rule.id, rule.node)
    else:
        owner = w.words.named(rule, index)
        w.t[t.T_RULE_LIST + index] = w.effects(rule.node.get("effects"), owner, "rule", context)
    if rule.crossed is not None:
        write_crossing(w, rule, index)


def write_crossing(w: Writer, rule: kinds.Rule, index: int) -> None:
    """The cell watched, the line, and the direction."""
    cell = w.names.cells.get(rule.crossed or "")
    if cell is None:
        node = place_of(rule, "crossed")
        w.pools.problems.append(node.problem("NW202", f"there is no meter `{rule.crossed}`", hint_for(rule.crossed, w.names.cells)))
        return
    w.t[t.T_RULE_CROSSED + index] = cell
    w.t[t.T_RULE_CROSSED_AT + index] = rule.up if rule.up is not None else rule.down or 0
    w.t[t.T_RULE_CROSSED_UP + index] = 1 if rule.up is not None else 0
    w.t[t.T_WATCHED + cell] = 1


def write_modifiers(w: Writer) -> None:
    """Modifiers in the order in which they apply."""
    context = Context(allows=frozenset({"modifier"}))
    modifiers = w.play.pack.modifiers
    w.t[t.T_N_MODIFIERS] = len(modifiers)
    for index, modifier in enumerate(modifiers[: t.MAX_MODIFIERS]):
        owner = w.words.named(modifier, index)
        w.t[t.T_MOD_OF + index] = modified_cell(w, modifier)
        w.t[t.T_MOD_WAY + index] = {None: 0, "up": 1, "down": 2}[modifier.way]
        w.t[t.T_MOD_KINDS + index] = sum(1 << KINDS[kind] for kind in modifier.kinds or [])
        w.t[t.T_MOD_ABOUT + index] = sum(1 << w.names.issues[issue] for issue in modifier.about or [] if issue in w.names.issues)
        if modifier.about and not w.t[t.T_MOD_ABOUT + index]:
            w.t[t.T_MOD_ABOUT + index] = 1 << (s.MAX_ISSUES - 1)
        w.t[t.T_MOD_PART + index] = 1 if modifier.part == "target" else 0
        w.t[t.T_MOD_WHEN_EXPR + index] = w.program(modifier.when, modifier, "when", context, modifier.id)
        w.t[t.T_MOD_AMOUNT_EXPR + index] = w.program(modifier.amount, modifier, "amount", context, modifier.id)
        w.t[t.T_MOD_CAUSE + index] = w.cause(owner, "modifier", modifier, "amount")
        write_from(w, modifier, index)


def modified_cell(w: Writer, modifier: kinds.Modifier) -> int:
    """What a modifier is of."""
    if modifier.of in ("any", "price"):
        return t.OF_ANY if modifier.of == "any" else t.OF_PRICE
    node = place_of(modifier, "of")
    match = TARGET.fullmatch(modifier.of)
    effects = EffectCompiler(w.compiler, w.words.named(modifier, 0), "modifier", Context())
    try:
        found = effects.targets(match.group(1), match.group(2) or "", node) if match else []
    except Wrong as wrong:
        w.pools.problems.append(wrong.problem)
        return t.OF_PRICE
    return found[0][1] if found else t.OF_PRICE


def write_from(w: Writer, modifier: kinds.Modifier, index: int) -> None:
    """The entries a modifier names as causes; those out of play never come."""
    names = w.names
    pools = {s.KIND_EVENT: names.events, s.KIND_LEVER: names.levers, s.KIND_DEMAND: names.demands, s.KIND_INITIATIVE: names.initiatives}
    codes = []
    for position, name in enumerate(modifier.from_ or []):
        hits = [kind * s.MAX_CARDS + pool[name] for kind, pool in pools.items() if name in pool]
        if not hits and not w.names.is_absent(name, "events", "levers", "demands", "initiatives"):
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


def sum_of_terms(w: Writer, terms: list[Term], owner: str, context: Context = SCORING) -> int:
    """Program of lines of points; UNSET without any."""
    tree = tree_of_terms(w, terms)
    return s.UNSET if tree is None else w.compiler.of_tree(tree, terms[0].node, context, owner)


def write_scoring(w: Writer) -> None:
    """Side scores, efficiency, alliance, joint and seat scores, endings."""
    scoring = w.play.pack.scoring
    for party_id, party in w.names.parties.items():
        w.t[t.T_SIDE_EXPR + party] = sum_of_terms(w, scoring.side.get(party_id, []), f"side.{party_id}", Context(party, SCORING.allows))
    w.t[t.T_EFFICIENCY_EXPR] = w.program(scoring.efficiency, scoring, "efficiency", SCORING, "efficiency")
    w.t[t.T_ALLIANCE_EXPR] = w.program(scoring.alliance, scoring, "alliance", SCORING, "alliance")
    w.t[t.T_JOINT_EXPR] = sum_of_terms(w, scoring.joint, "joint")
    w.t[t.T_JOINT_MAX] = 1_000_000 if scoring.joint_max is None else scoring.joint_max
    w.t[t.T_SEAT_EXPR] = sum_of_terms(w, scoring.seat, "seat")
    w.t[t.T_NO_WINNER_EXPR] = w.program(scoring.no_winner, scoring, "no_winner", SCORING, "no_winner")
    for index, ending in enumerate(scoring.endings[: t.MAX_ENDINGS]):
        w.t[t.T_ENDING_EXPR + index] = w.program(ending.when, ending, "when", SCORING, ending.id)
    w.t[t.T_SCORE_CAUSE] = w.cause(w.part("scoring", scoring), "score", None)


def write_open(w: Writer) -> None:
    """What a scenario opens when; everything else is open from the start."""
    for kind in range(t.MAX_ACT_KINDS):
        w.t[t.T_OPEN_EXPR + kind] = s.UNSET
    for cell in OPENED_WORKS.values():
        w.t[cell] = s.UNSET
    root = w.play.doc.node
    opened = root.get("open") if root is not None else None
    words = {act_entry.word or act_entry.id for act_entry in w.play.acts} | {entry.id for entry in w.play.pack.acts}
    words |= {entry.word for entry in w.play.pack.acts if entry.word}
    for word, raw in w.play.scenario.open.items():
        node = (opened.get(word) if opened is not None else None) or w.play.scenario.node
        program = w.compiler.compiled(raw, node, Context(), f"open.{word}")
        if word in OPENED_ACTS:
            for kind in OPENED_ACTS[word]:
                w.t[t.T_OPEN_EXPR + kind] = program
        elif word in OPENED_WORKS:
            w.t[OPENED_WORKS[word]] = program
        elif word not in SWITCHES and word not in words:
            known = [*OPENED_ACTS, *OPENED_WORKS, *SWITCHES, *words]
            hint = did_you_mean(word, known) or hint_for(word, known)
            w.pools.problems.append(node.problem_of_key("NW101", f"nothing is called `{word}` here", hint))
