"""Whether a pack and a scenario make sense together: one question each, every fault told, nothing raised."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.errors import Problem
from sim.kernel import layout as s
from sim.loading.documents import place_of
from sim.loading.points import NEEDED, points_of
from sim.loading.selection import Play, hint_for
from sim.loading.shape_base import Labelled

Question = Callable[[Play], Iterator[Problem]]


def owner(entry: Labelled) -> str:
    """What an entry is, with its id."""
    return f"{entry.called} `{entry.id}`"


def counts_fit_the_table(play: Play) -> Iterator[Problem]:
    """The kernel's bounds are kept."""
    limits = (
        ("issues", play.issues, s.MAX_ISSUES),
        ("postures", play.postures, s.MAX_POSTURES),
        ("levers", play.levers, s.MAX_CARDS),
        ("initiatives", play.initiatives, s.MAX_CARDS),
        ("events", play.events, s.MAX_CARDS),
        ("demands", play.demands, s.MAX_CARDS),
        ("acts", play.acts, s.MAX_CARDS),
        ("parties", play.parties, s.MAX_PARTIES),
        ("tracks", play.tracks, s.MAX_TRACKS),
        ("rules", play.rules, s.MAX_RULES - len(play.meters)),
        ("meters, courses and counters", [*play.meters, *play.courses, *play.counters], s.MAX_METERS - s.MAX_PARTIES),
        ("groups", [group for _, group in play.groups], s.MAX_GROUPS),
    )
    for word, entries, most in limits:
        if len(entries) > most:
            yield entries[most].node.problem("NW330", f"too many {word}: {len(entries)}", f"{most} at most")


def levels_fit(play: Play) -> Iterator[Problem]:
    """Levels are unique, few enough, and every list has one number for each."""
    for issue in play.issues:
        count = len(issue.levels)
        node = place_of(issue, "levels")
        if count > s.MAX_LEVELS:
            yield node.problem("NW330", f"{owner(issue)} has {count} levels", f"{s.MAX_LEVELS} at most")
        seen: set[str] = set()
        for index, name in enumerate(issue.levels):
            if name in seen:
                yield place_of(issue, "levels", index).problem(
                    "NW201", f"{owner(issue)} has the level `{name}` twice", "rename one of them"
                )
            seen.add(name)
        for word, columns in (("payoff", issue.payoff), ("effects", issue.effects)):
            for key, numbers in columns.items():
                if len(numbers) != count:
                    text = f"{owner(issue)} has {count} levels, but `{word}.{key}` has {len(numbers)} numbers"
                    yield place_of(issue, word, key).problem("NW301", text, f"give one number for each of: {', '.join(issue.levels)}")


def levels_exist(play: Play) -> Iterator[Problem]:
    """Start, locks and start values of the scenario name levels of their issue."""
    for issue in play.issues:
        named = [("start", issue.start, place_of(issue, "start"))]
        named += [("locks", level, place_of(issue, "locks", level)) for level in issue.locks]
        for word, level, node in named:
            if level not in issue.levels:
                make = node.problem if word == "start" else node.problem_of_key
                yield make("NW203", f"`{level}` is not a level of {owner(issue)}", hint_for(level, issue.levels))
    known = {issue.id: issue for issue in play.pack.issues}
    for issue_id, level in play.scenario.start.levels.items():
        node = place_of(play.scenario, "start", "levels", issue_id)
        if issue_id not in known:
            yield node.problem_of_key("NW202", f"there is no issue `{issue_id}`", hint_for(issue_id, known))
        elif level not in known[issue_id].levels:
            yield node.problem("NW203", f"`{level}` is not a level of {owner(known[issue_id])}", hint_for(level, known[issue_id].levels))


def payoffs_are_points(play: Play) -> Iterator[Problem]:
    """Payoffs lie in 0..100, each party has them, and each reaches 100 somewhere."""
    parties = [party.id for party in play.parties]
    for issue in play.issues:
        for party in parties:
            if party not in issue.payoff:
                yield place_of(issue, "payoff").problem_of_key(
                    "NW105", f"{owner(issue)} has no payoff for `{party}`", f"add `{party}: [...]`"
                )
        for party, numbers in issue.payoff.items():
            node = place_of(issue, "payoff", party)
            if party not in parties:
                yield node.problem_of_key("NW202", f"there is no party `{party}`", hint_for(party, parties))
                continue
            for level, number in enumerate(numbers):
                if not 0 <= number <= 100:
                    at = place_of(issue, "payoff", party, level)
                    yield at.problem("NW306", f"the payoff {number} of {owner(issue)} is outside 0..100", "use 0 to 100")
            if numbers and max(numbers) < 100:
                text = f"no level of {owner(issue)} is worth 100 to `{party}` (the best is {max(numbers)})"
                yield node.problem("NW306", text, "give the best level 100; the weight says how much the issue counts", "warning")


def weights_sum_to_hundred(play: Play) -> Iterator[Problem]:
    """Every posture spreads 100 over the core issues; each party has one."""
    core = {issue.id for issue in play.pack.issues if not issue.optional}
    known = {issue.id for issue in play.pack.issues}
    for posture in play.postures:
        node = place_of(posture, "weights")
        for issue in posture.weights:
            if issue not in known:
                yield place_of(posture, "weights", issue).problem_of_key("NW202", f"there is no issue `{issue}`", hint_for(issue, known))
        total = sum(posture.weights.values())
        if total != 100 and set(posture.weights) <= core:
            yield node.problem_of_key(
                "NW303", f"the weights of {owner(posture)} sum to {total}, not 100", f"{difference(100 - total)} in all"
            )
    for party in play.parties:
        if not any(posture.party == party.id for posture in play.postures):
            yield party.node.problem("NW105", f"party `{party.id}` has no posture", "add one with its weights to `postures`")


def difference(amount: int) -> str:
    """What has to change, in words."""
    return f"add {amount}" if amount > 0 else f"take away {-amount}"


def votes_sum_to_hundred(play: Play) -> Iterator[Problem]:
    """The groups of each body have 100 votes, and each party has a body."""
    parties = [party.id for party in play.parties]
    for body in play.bodies:
        if body.id not in parties:
            yield place_of(body, "id").problem("NW202", f"there is no party `{body.id}`", hint_for(body.id, parties))
        total = sum(group.weight for group in body.groups)
        if total != 100:
            node = place_of(body, "groups")
            yield node.problem_of_key(
                "NW304", f"the weights of the groups of `{body.id}` sum to {total}, not 100", f"{difference(100 - total)} in all"
            )
    for party in play.parties:
        if not any(body.id == party.id for body in play.bodies):
            yield party.node.problem("NW105", f"party `{party.id}` has no body at home", "add one to `bodies`")


def references_exist(play: Play) -> Iterator[Problem]:
    """Tracks, parties, families, tags, issues and neighbours that entries name."""
    parties = [party.id for party in play.parties]
    tracks = [track.id for track in play.tracks]
    families = [family.id for family in play.pack.pack.families]
    tags = [tag.id for tag in play.pack.pack.tags]
    issues = [issue.id for issue in play.pack.issues]
    pairs: list[tuple[Labelled, str, object, list[str]]] = []
    pairs += [(issue, "track", issue.track, tracks) for issue in play.pack.issues]
    pairs += [(family, "track", family.track, tracks) for family in play.pack.pack.families]
    pairs += [(posture, "party", posture.party, parties) for posture in play.postures]
    pairs += [
        (posture, "neighbour", posture.neighbour, [p.id for p in play.postures if p.party == posture.party]) for posture in play.postures
    ]
    pairs += [(course, "party", course.party, parties) for course in play.courses]
    pairs += [(lever, "party", lever.party, parties) for lever in play.pack.levers]
    pairs += [(act, "party", act.party, parties) for act in play.pack.acts]
    pairs += [(seat, "party", seat.party, [*parties, "none"]) for seat in play.seats]
    pairs += [(card, "family", card.family, families) for card in play.pack.initiatives]
    pairs += [(card, "tag", card.tag, tags) for card in play.pack.events]
    pairs += [(card, "issue", card.issue, issues) for card in play.pack.demands]
    pairs += [(card, "instead", card.instead, issues) for card in play.pack.demands]
    for entry, key, value, known in pairs:
        if value is not None and value not in known:
            yield place_of(entry, key).problem(
                "NW202", f"{owner(entry)} names the {key} `{value}`, which does not exist", hint_for(value, known)
            )


def lists_of_parties_exist(play: Play) -> Iterator[Problem]:
    """`demandeur`, `moved_by`, costs and gains, `order` and `opener` name parties."""
    parties = [party.id for party in play.parties]
    lists: list[tuple[object, str, list[str]]] = []
    lists += [(issue, "demandeur", issue.demandeur) for issue in play.pack.issues]
    lists += [(issue, "moved_by", issue.moved_by) for issue in play.pack.issues]
    lists += [(play.procedure, "order", play.procedure.order), (play.procedure, "opener", play.procedure.opener)]
    for entry, key, names in lists:
        for index, name in enumerate(names):
            if name not in parties:
                node = place_of(entry, key, index)  # type: ignore[arg-type]
                yield node.problem("NW202", f"`{key}` names the party `{name}`, which does not exist", hint_for(name, parties))
    for card in play.pack.initiatives:
        for key, amounts in (("cost", card.cost), ("gain", card.gain)):
            for name in amounts:
                if name not in parties:
                    node = place_of(card, key, name)
                    yield node.problem_of_key("NW202", f"`{key}` of {owner(card)} names the party `{name}`", hint_for(name, parties))


def demands_ask_one_thing(play: Play) -> Iterator[Problem]:
    """A demand card asks for a level of its issue, or for a state."""
    tops = {issue.id: len(issue.levels) - 1 for issue in play.pack.issues}
    for card in play.pack.demands:
        if (card.asks is None) == (card.state is None):
            yield place_of(card, "id").problem("NW105", f"{owner(card)} needs either `asks` or `state`", "keep one of the two")
        elif card.asks is not None and not isinstance(card.asks, int):
            yield place_of(card, "asks").problem("NW103", f"`asks` of {owner(card)} must be a level number", "write e.g. `asks: 2`")
        elif isinstance(card.asks, int) and card.issue in tops and not 1 <= card.asks <= tops[card.issue]:
            text = f"{owner(card)} asks for level {card.asks} of `{card.issue}`, which has levels 0 to {tops[card.issue]}"
            yield place_of(card, "asks").problem("NW306", text, f"use 1 to {tops[card.issue]}")


def points_at_issues_exist(play: Play) -> Iterator[Problem]:
    """Points of groups and decks of requests name issues."""
    issues = [issue.id for issue in play.pack.issues]
    for _, group in play.groups:
        for name in group.points:
            if name not in issues:
                yield place_of(group, "points", name).problem_of_key(
                    "NW202", f"{owner(group)} has points on `{name}`, which is no issue", hint_for(name, issues)
                )
        if (group.shift is not None) and group.points:
            yield place_of(group, "points").problem_of_key("NW107", f"{owner(group)} has both `points` and `shift`", "keep one of the two")
    for deck in play.requests:
        for name in deck.deck:
            if name not in issues:
                yield place_of(deck, "deck", name).problem_of_key(
                    "NW202", f"the requests name `{name}`, which is no issue", hint_for(name, issues)
                )


def scenario_names_exist(play: Play) -> Iterator[Problem]:
    """Fixed cards, start values and postures of the scenario."""
    start, shape = play.scenario.start, play.scenario
    pairs = (
        ("fixed", shape.fixed, play.known.get("events", frozenset()), ()),
        ("meters", start.meters, play.known.get("meters", frozenset()), ("start",)),
        ("groups", start.groups, play.known["groups"], ("start",)),
        ("courses", start.courses, play.known.get("courses", frozenset()), ("start",)),
        ("counters", start.counters, play.known.get("counters", frozenset()), ("start",)),
        ("credibility", start.credibility, play.known.get("levers", frozenset()), ("start",)),
    )
    for key, values, known, above in pairs:
        for name in values:
            if name not in known:
                node = place_of(shape, *above, key, name)
                yield node.problem_of_key("NW202", f"`{key}` names `{name}`, which the pack does not have", hint_for(name, known))
    rounds = shape.scenario.rounds
    for name, round_ in shape.fixed.items():
        if round_ > rounds:
            node = place_of(shape, "fixed", name)
            yield node.problem("NW308", f"`{name}` is fixed for round {round_}, but the game has {rounds} rounds", f"use 1 to {rounds}")
    known = play.known.get("postures", frozenset())
    for index, name in enumerate(start.postures or []):
        if name not in known:
            node = place_of(shape, "start", "postures", index)
            yield node.problem("NW202", f"there is no posture `{name}`", hint_for(name, known))


def meters_start_inside(play: Play) -> Iterator[Problem]:
    """Meters and supports start within their bounds."""
    for meter in play.meters:
        if meter.min > meter.max:
            yield place_of(meter, "min").problem(
                "NW306", f"{owner(meter)} runs from {meter.min} to {meter.max}", "let `min` be smaller than `max`"
            )
        elif not meter.min <= meter.start <= meter.max:
            text = f"{owner(meter)} starts at {meter.start}, outside {meter.min}..{meter.max}"
            yield place_of(meter, "start").problem("NW306", text, f"use {meter.min} to {meter.max}")
        value = play.scenario.start.meters.get(meter.id)
        if value is not None and not meter.min <= value <= meter.max:
            node = place_of(play.scenario, "start", "meters", meter.id)
            yield node.problem(
                "NW306", f"{owner(meter)} starts at {value}, outside {meter.min}..{meter.max}", f"use {meter.min} to {meter.max}"
            )


def steps_are_complete(play: Play) -> Iterator[Problem]:
    """The step order has the points without which there is no game."""
    points = points_of(play.procedure)
    node = place_of(play.procedure, "steps")
    for name in NEEDED:
        if name not in points:
            step, _, point = name.partition(".")
            yield node.problem_of_key("NW105", f"`steps.{step}` lacks `{point}`", f"add `{point}` to `{step}`")
    for step in play.procedure.steps:
        if step not in ("news", "demand", "response", "talks", "home", "resolve"):
            at = place_of(play.procedure, "steps", step)
            yield at.problem_of_key("NW101", f"there is no step `{step}`", "the steps are news, demand, response, talks, home, resolve")


def parties_have_heads(play: Play) -> Iterator[Problem]:
    """Every party has exactly one seat that leads it."""
    for party in play.parties:
        heads = [seat for seat in play.seats if seat.party == party.id and seat.head]
        if not heads:
            yield party.node.problem("NW105", f"no seat leads the party `{party.id}`", "mark one of its seats with `head: true`")
        for seat in heads[1:]:
            yield place_of(seat, "head").problem_of_key(
                "NW201", f"{owner(seat)} is a second head of `{party.id}`", f"`{heads[0].id}` leads it already"
            )


def rules_are_told(play: Play) -> Iterator[Problem]:
    """A `rule:` names a rule of the rulebook."""
    known = [rule.id for rule in play.pack.rulebook]
    for entries in play.pack.lists.values():
        for entry in entries:
            if isinstance(entry, Labelled) and entry.rule is not None and entry.rule not in known:
                yield place_of(entry, "rule").problem(
                    "NW202", f"{owner(entry)} carries the rule `{entry.rule}`, which the rulebook lacks", hint_for(entry.rule, known)
                )


def seat_tables_name_seats(play: Play) -> Iterator[Problem]:
    """Seat tables name seats of the pack."""
    known = [seat.id for seat in play.pack.seats]
    for index, table in enumerate(play.procedure.seat_tables):
        named = [*table.seats, *(seat for seats in table.seats.values() for seat in seats), *table.others]
        for name in dict.fromkeys(named):
            if name not in known:
                node = place_of(play.procedure, "seat_tables", index)
                yield node.problem("NW202", f"the seat table for {table.players} names `{name}`, which is no seat", hint_for(name, known))


CHECKS: tuple[Question, ...] = (
    counts_fit_the_table,
    levels_fit,
    levels_exist,
    payoffs_are_points,
    weights_sum_to_hundred,
    votes_sum_to_hundred,
    references_exist,
    lists_of_parties_exist,
    demands_ask_one_thing,
    points_at_issues_exist,
    scenario_names_exist,
    meters_start_inside,
    steps_are_complete,
    parties_have_heads,
    rules_are_told,
    seat_tables_name_seats,
)


def checked(play: Play) -> list[Problem]:
    """All problems of meaning, in reading order."""
    return sorted({problem for question in CHECKS for problem in question(play)})
