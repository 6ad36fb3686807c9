"""The Scenario value from what the writers left: named entries in the order of the tables."""

from __future__ import annotations

from sim import domain as d
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import shape_entries as kinds
from sim.loading.documents import place_of
from sim.loading.pools import place_of_node
from sim.loading.selection import issue_of
from sim.loading.shape_scenario import History as HistoryShape
from sim.loading.where import places_of
from sim.loading.wording import Words, text
from sim.loading.writer import Writer

PICKS = {t.PICK_DEMAND: "demand", t.PICK_GROUP: "group", t.PICK_ISSUE: "issue"}


def issues_of(w: Writer) -> tuple[d.Issue, ...]:
    """Issues with their levels and payoffs."""
    found = []
    for index, issue in enumerate(w.play.issues):
        levels = tuple(level_of(w, issue, k, name) for k, name in enumerate(issue.levels))
        payoff = tuple(tuple(issue.payoff.get(party, [])) for party in w.names.parties)
        found.append(
            d.Issue(
                **w.words.of(issue, index),
                track=w.names.tracks.get(issue.track, 0),
                levels=levels,
                start=w.t[t.T_ISSUE_START + index],
                payoff=payoff,
                moved_by=tuple(w.names.parties[p] for p in issue.moved_by if p in w.names.parties),
                demandeur=tuple(w.names.parties[p] for p in issue.demandeur if p in w.names.parties),
            )
        )
    return tuple(found)


def level_of(w: Writer, issue: kinds.Issue, index: int, name: str) -> d.Level:
    """A level; its texts stand under `issue.level`."""
    key = f"{issue.id}.{name}"
    node = place_of(issue, "levels", index)
    simple = w.words.simple(key, index, place_of_node(node))
    return d.Level(name, index, simple.label, simple.short, place=simple.place, phrase=w.words.phrase(key))


def cells_of(w: Writer) -> tuple[tuple[d.Meter, ...], tuple[d.Meter, ...], tuple[d.Meter, ...]]:
    """Meters, courses and counters with their cells and bounds."""
    names, table = w.names, w.t

    def cell(entry: kinds.Meter | kinds.Course | kinds.Counter, index: int, at: int, kind: str, **more: object) -> d.Meter:
        return d.Meter(**w.words.of(entry, index), cell=at, low=table[t.T_LOW + at], high=table[t.T_HIGH + at], kind=kind, **more)  # type: ignore[arg-type]

    meters = tuple(cell(m, k, names.cells[m.id], "meter", good=m.good) for k, m in enumerate(w.play.meters))
    courses = tuple(
        cell(c, k, names.cells[c.id], "course", good="up", party=names.parties.get(c.party, 0), word=c.word or c.id)
        for k, c in enumerate(w.play.courses)
    )
    counters = tuple(
        cell(c, k, names.per_party.get(c.id, names.cells.get(c.id, 0)), "counter", words=words_of(w, c.id, c.words))
        for k, c in enumerate(w.play.counters)
    )
    return meters, courses, counters


def parties_of(w: Writer) -> tuple[d.Party, ...]:
    """The sides, with the meters they watch by position."""
    places = {meter.id: place for place, meter in enumerate(w.play.meters)}
    return tuple(
        d.Party(
            **w.words.of(party, k), adjective=text(party.adjective), watch=tuple(places[meter] for meter in party.watch if meter in places)
        )
        for k, party in enumerate(w.play.parties)
    )


def words_of(w: Writer, owner: str, words: dict[str, int]) -> tuple[tuple[int, d.Text], ...]:
    """(lowest value, word) of a counter or group, rising."""
    pairs = sorted((least, word) for word, least in words.items())
    return tuple((least, w.words.simple(f"{owner}.{word}", 0, d.Place("", 0, 0)).label) for least, word in pairs)


def groups_of(w: Writer) -> tuple[d.Group, ...]:
    """Constituencies of all bodies, in the order of the parties."""
    found = []
    for index, (body, group) in enumerate(w.play.groups):
        points = tuple(w.t[t.T_GROUP_POINT + index * s.MAX_ISSUES + issue] for issue in range(len(w.play.issues)))
        words = tuple(word for _, word in words_of(w, group.id, group.words))
        party = w.names.parties[body.id]
        cell = w.names.group_cell[index]
        found.append(d.Group(**w.words.of(group, index), party=party, weight=group.weight, support_cell=cell, points=points, words=words))
    return tuple(found)


def bodies_of(w: Writer) -> tuple[d.Body, ...]:
    """Bodies that vote."""
    found = []
    for body in w.play.bodies:
        party = w.names.parties.get(body.id, 0)
        found.append(d.Body(**w.words.of(body, party), party=party, quota=w.t[t.T_QUOTA_EXPR + party], mood=w.t[t.T_MOOD + party]))
    return tuple(found)


def levers_of(w: Writer) -> tuple[d.Lever, ...]:
    """Levers with what their user may name."""
    found = []
    for index, lever in enumerate(w.play.levers):
        pick, arg = w.t[t.T_LEVER_PICK + index], w.t[t.T_LEVER_PICK_ARG + index]
        choice: tuple[int, ...] = ()
        if pick == t.PICK_ISSUE:
            choice = tuple(issue for issue in range(len(w.play.issues)) if arg >> issue & 1)
        elif pick == t.PICK_GROUP:
            choice = tuple(k for k, party in enumerate(w.names.group_party) if party == arg)
        party = w.names.lever_party[index]
        found.append(d.Lever(**w.words.of(lever, index), party=party, pick=PICKS.get(pick, ""), pick_from=choice, word=lever.word or ""))
    return tuple(found)


def acts_of(w: Writer) -> tuple[d.Act, ...]:
    """Acts of the pack."""
    return tuple(
        d.Act(**w.words.of(act, k), party=w.t[t.T_ACT_PARTY + k], consent=bool(act.consent), word=act.word or act.id)
        for k, act in enumerate(w.play.acts)
    )


def cards_of(w: Writer) -> tuple[tuple[d.Initiative, ...], tuple[d.Event, ...], tuple[d.DemandCard, ...], tuple[d.RequestCard, ...]]:
    """Initiatives, events, demand cards, requests."""
    parties, table = list(w.names.parties), w.t
    initiatives = tuple(
        d.Initiative(
            **w.words.of(card, k),
            family=table[t.T_INIT_FAMILY + k],
            track=table[t.T_INIT_TRACK + k],
            cost=tuple(card.cost.get(p, 0) for p in parties),
            gain=tuple(card.gain.get(p, 0) for p in parties),
            delay=card.delay,
        )
        for k, card in enumerate(w.play.initiatives)
    )
    events = tuple(
        d.Event(**w.words.of(card, k), tag=card.tag or "", fixed=table[t.T_EVENT_FIXED + k]) for k, card in enumerate(w.play.events)
    )
    in_play = set(w.names.issues)
    demands = tuple(
        d.DemandCard(
            **w.words.of(card, k),
            issue=w.names.issues[issue_of(card, in_play)],
            asks=table[t.T_CARD_ASKS + k],
            deadline=table[t.T_CARD_DEADLINE + k],
            state=str(card.state or ""),
        )
        for k, card in enumerate(w.play.demands)
    )
    requests = tuple(request_of(w, k) for k in range(table[t.T_N_REQUESTS]))
    return initiatives, events, demands, requests


def request_of(w: Writer, index: int) -> d.RequestCard:
    """One card of the request deck, named after its issue and level."""
    deck = w.play.requests[0]
    issue, asks = w.t[t.T_REQUEST_ISSUE + index], w.t[t.T_REQUEST_ASKS + index]
    base = w.words.named(deck, index)
    name = f"{w.play.issues[issue].id}={asks}"
    return d.RequestCard(name, index, base.label, base.short, source=base.source, place=base.place, issue=issue, asks=asks)


def seats_of(w: Writer) -> tuple[d.Seat, ...]:
    """Seats with their agendas, whose points are formulas; none where the scenario closes them."""
    found = []
    is_closed = w.play.scenario.open.get("agenda") == 0
    for index, seat in enumerate(w.play.seats):
        party = w.names.parties.get(seat.party, s.UNSET)
        agendas = [] if is_closed else seat.agendas
        drawn = tuple(d.Agenda(**w.words.of(agenda, k), formula=w.agendas[seat.id, agenda.id]) for k, agenda in enumerate(agendas))
        tracks = tuple(w.names.tracks[track] for track in seat.tracks if track in w.names.tracks)
        found.append(d.Seat(**w.words.of(seat, index), party=party, head=seat.head, tracks=tracks, agendas=drawn))
    return tuple(found)


def statement_of(w: Writer) -> tuple[d.Paragraph, ...]:
    """Paragraphs of the joint statement."""
    found = []
    for index, entry in enumerate(w.play.pack.statement):
        found.append(
            d.Paragraph(
                **w.words.of(entry, index),
                text=text(entry.text) or d.Text("", ""),
                issues=tuple(w.names.issues[i] for i in entry.issues or [] if i in w.names.issues),
                when=w.paragraphs[entry.id],
                initiatives=entry.initiatives,
                otherwise=entry.otherwise,
                standing=entry.standing,
                continues=entry.continues,
            )
        )
    return tuple(found)


def book_of(words: Words, w: Writer) -> tuple[tuple[d.Word, ...], tuple[d.RuleText, ...]]:
    """Glossary and rulebook."""
    glossary = tuple(
        d.Word(**words.of(entry, k), kind=entry.kind or "term", text=text(entry.text)) for k, entry in enumerate(w.play.pack.glossary)
    )
    rulebook = tuple(
        d.RuleText(**words.of(entry, k), text=text(entry.text) or d.Text("", "")) for k, entry in enumerate(w.play.pack.rulebook)
    )
    return glossary, rulebook


def history_of(shape: HistoryShape | None, w: Writer) -> d.History | None:
    """What really happened, on the issues in play."""
    if shape is None:
        return None
    empty = d.Text("", "")
    named = [(issue.levels, shape.levels.get(issue.id)) for issue in w.play.issues]
    levels = [known.index(name) if name in known else s.UNSET for known, name in named]
    return d.History(
        label=text(shape.label) or empty,
        note=text(shape.note) or empty,
        as_of=text(shape.as_of) or empty,
        levels=tuple(levels),
        why=tuple(text(shape.why.get(issue.id)) for issue in w.play.issues),
        events=tuple(d.Happening(event.date, text(event.text) or empty, tuple(event.cards)) for event in shape.events),
        questions=tuple(text(question) or empty for question in shape.questions),
        goals=tuple(text(goal) or empty for goal in shape.goals),
    )


def seat_tables_of(w: Writer) -> tuple[d.SeatTable, ...]:
    """Who holds which seats."""
    return tuple(
        d.SeatTable(table.players, tuple((seat, tuple(holds)) for seat, holds in table.seats.items()))
        for table in w.play.procedure.seat_tables
    )


def scenario_of(w: Writer, history: HistoryShape | None, forced: tuple[d.Forced, ...], files: tuple[str, ...]) -> d.Scenario:
    """The frozen value of everything. Digests and the resolved text are added by `load`."""
    play, words = w.play, w.words
    meters, courses, counters = cells_of(w)
    initiatives, events, demands, requests = cards_of(w)
    glossary, rulebook = book_of(words, w)
    seats, statement = seats_of(w), statement_of(w)
    head, pack = play.scenario.scenario, play.pack.pack
    values = tuple(words.named(value, k) for k, value in enumerate(play.pack.values))
    endings = play.pack.scoring.endings
    rules = {rule.id: rule for rule in play.rules}
    return d.Scenario(
        id=head.id,
        pack=pack.id,
        label=text(head.label) or d.Text(head.id, head.id),
        brief={"en": tuple(head.brief.en), "ja": tuple(head.brief.ja)} if head.brief else {},
        rounds=head.rounds,
        minutes=head.minutes or 0,
        players=head.players or "",
        tutorial=head.tutorial,
        parties=parties_of(w),
        tracks=tuple(d.Track(**words.of(track, k)) for k, track in enumerate(play.tracks)),
        issues=issues_of(w),
        postures=tuple(
            d.Posture(
                **words.of(posture, k),
                party=w.t[t.T_POSTURE_PARTY + k],
                weights=tuple(w.t[t.T_WEIGHT + k * s.MAX_ISSUES + issue] for issue in range(len(play.issues))),
            )
            for k, posture in enumerate(play.postures)
        ),
        meters=meters,
        courses=courses,
        counters=counters,
        bodies=bodies_of(w),
        groups=groups_of(w),
        levers=levers_of(w),
        acts=acts_of(w),
        families=tuple(words.named(family, k) for k, family in enumerate(pack.families)),
        initiatives=initiatives,
        tags=tuple(words.named(tag, k) for k, tag in enumerate(pack.tags)),
        events=events,
        demands=demands,
        requests=requests,
        seats=seats,
        seat_tables=seat_tables_of(w),
        rules=tuple(words.named(rule, k) for k, rule in enumerate(rules.values())),
        modifiers=tuple(words.named(modifier, k) for k, modifier in enumerate(play.pack.modifiers)),
        endings=tuple(d.Ending(**words.of(ending, k), text=text(ending.text)) for k, ending in enumerate(endings)),
        statement=statement,
        glossary=glossary,
        rulebook=rulebook,
        values=values,
        value_programs=w.values,
        options=w.pools.options,
        causes=tuple(w.pools.causes),
        formulas=w.pools.formulas,
        forced=forced,
        lesson=tuple((line.party, line.says, line.answers or "") for line in play.scenario.lesson),
        history=history_of(history, w),
        tables=tuple(w.t),
        files=files,
        short=text(head.short),
        source=tuple(head.source),
        pack_label=text(pack.label) or d.Text(pack.id, pack.id),
        place=place_of_node(head.node.get("id") or head.node),
        places=places_of(w.play),
    )
