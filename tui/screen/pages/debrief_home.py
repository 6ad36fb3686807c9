"""Debrief: votes at home with all that was hidden, the meters by round with their causes, and what else was hidden or came about."""

from __future__ import annotations

from sim.kernel import tables as k
from sim.table.debrief_story import GroupVote, MeterRun
from sim.table.happened import NumberChanged
from tui.plain import debrief as plain
from tui.plain.ending import seat_line
from tui.plain.names import signed
from tui.plain.report import cause_short
from tui.screen.ink import BLANK, Page, Row, Span, fit, row
from tui.screen.look import Look
from tui.screen.pages.debrief_found import LaidOpen
from tui.screen.pages.debrief_parts import Column, Record, minus, tabled, told
from tui.screen.pages.strips import place

NAME, NUMBER = 12, 6
CELLS = {"weight": 4, "groundwork": 7}  # of the columns that differ
WIDE = 90  # cells from which names need not be narrow
PARTS = ("weight", "support", "mood", "shift", "groundwork", "bonus", "vote")


# --- 4 votes at home ---


def votes_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """A strip a group and vote: left of the line no, right of it yes."""
    rows: list[Row] = []
    for vote in laid.debrief.votes:
        passed = "yes" if vote.passed else "no"
        head = look.names.say("debrief-vote", round=vote.round, package=look.names.package(vote.levels), passed=passed)
        rows += told(look, [head], cells, ink="strong")
        rows += [strip_row(look, group, cells) for group in vote.groups]
    none = told(look, [look.names.say("debrief-no-votes")], cells) if not rows else []
    return Page(look.say("views-votes-chart", line=look.view.known.t[k.T_YES_AT]), (*rows, *none))


def strip_row(look: Look, vote: GroupVote, cells: int) -> Row:
    """One group: strip, margin, word."""
    line = look.view.known.t[k.T_YES_AT]
    half = max(4, min(18, (cells - NAME - 14) // 2))
    strip = [look.signs.dot] * (2 * half)
    strip[place(vote.value - line, half)] = look.signs.point
    word = look.names.say("word-yes" if vote.yes else "word-no")
    return row(
        " ", fit(look.narrow(look.names.scenario.groups[vote.group].short), NAME - 1), " ",
        "".join(strip[:half]) + look.signs.edge + "".join(strip[half:]), fit(look.signed(vote.value - line), 5, right=True), " ",
        Span(word, "good" if vote.yes else "bad"),
    )  # fmt: skip


def votes_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Every vote: its groups with the parts of their value, then the results of the bodies."""
    names = look.names
    columns = [
        Column(names.say("debrief-head-group"), NAME),
        *(Column(look.say(f"views-head-{part}"), CELLS.get(part, NUMBER), right=True) for part in PARTS),
    ]
    columns.append(Column(""))
    rows: list[Row] = []
    for number, vote in enumerate(laid.debrief.votes):
        passed = "yes" if vote.passed else "no"
        rows += told(
            look, [names.say("debrief-vote", round=vote.round, package=names.package(vote.levels), passed=passed)], cells, ink="strong"
        )
        rows += tabled(columns, [group_record(look, number, group) for group in vote.groups], cells)
        results = [
            names.say("tell-body-yes" if yes else "tell-body-no", side=names.party(party), weight=weight)
            for party, yes, weight in vote.bodies
        ]
        rows += [*told(look, results, cells), BLANK]
    return Page(look.say("views-votes-table"), tuple(rows or told(look, [names.say("debrief-no-votes")], cells)))


def group_record(look: Look, number: int, vote: GroupVote) -> Record:
    """How one group voted; the parts add up to its value."""
    group = look.names.scenario.groups[vote.group]
    parts = [str(vote.support), *(look.signed(each) for each in (vote.mood, vote.shift, vote.groundwork, vote.bonus))]
    word = look.names.say("word-yes" if vote.yes else "word-no")
    inks = {len(PARTS) + 1: "good" if vote.yes else "bad"}
    return Record(
        (look.narrow(group.short), str(group.weight), *parts, str(vote.value), f" {word}"),
        f"vote {number} {vote.group}",
        (group.id,),
        inks=inks,
    )


def vote_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """A group's vote taken apart."""
    _, number, index = key.split()
    held = laid.debrief.votes[int(number)]
    vote = next(each for each in held.groups if each.group == int(index))
    names, line = look.names, look.view.known.t[k.T_YES_AT]
    heads = ("support", "mood", "shift", "groundwork", "bonus")
    parts = [signed(each) for each in (vote.mood, vote.shift, vote.groundwork, vote.bonus)]
    lines = [
        look.say(
            "views-vote-of", group=names.text(names.scenario.groups[vote.group].label), round=held.round, package=names.package(held.levels)
        )
    ]
    lines += [f"  {names.say(f'debrief-head-{head}')} {part}" for head, part in zip(heads, [str(vote.support), *parts], strict=True)]
    says = names.say("word-yes" if vote.yes else "word-no")
    lines.append(look.say("views-vote-sum", value=vote.value, line=line, margin=signed(vote.value - line), says=says))
    return [minus(look, text) for text in lines]


# --- 6 meters ---


def meters_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Every meter, course and counter at the start and at the end of each round."""
    runs = laid.debrief.meters
    rounds = max((len(run.by_round) for run in runs), default=0)
    width = 5 if cells >= 22 + 5 * (rounds + 1) else 4
    columns = [
        Column(look.say("views-head-meter")),
        *(Column(title, width, right=True) for title in ("0", *map(str, range(1, rounds + 1)))),
    ]
    records = [Record((run_name(look, run), str(run.start), *map(str, run.by_round)), f"meter {run.cell}", (run.what,)) for run in runs]
    return Page(look.say("views-meters-table"), tuple(tabled(columns, records, cells)))


def run_name(look: Look, run: MeterRun) -> str:
    """A meter by its words."""
    found = look.names.find(run.what.partition(".")[0])
    word = look.narrow(found.short) if found is not None else run.what
    party = run.what.partition(".")[2]
    return look.names.say("word-of-side", name=word, side=look.names.party_of_id(party)) if party else word


def meters_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """A line a meter from its lowest to its highest value: where it began, and where each round left it."""
    kept = [run for run in laid.debrief.meters if len({run.start, *run.by_round}) > 1]
    if not kept:
        return Page(look.say("views-meters-chart"), tuple(told(look, [look.say("views-no-moves")], cells)))
    name = NAME if cells < WIDE else 2 * NAME
    rows = [meter_strip(look, run, name, max(cells - name - 10, 12)) for run in kept]
    return Page(look.say("views-meters-chart"), (row(" ", Span(look.say("views-meters-key"), "soft")), *rows))


def meter_strip(look: Look, run: MeterRun, name: int, room: int) -> Row:
    """One meter: `o` where it began, the digit of the round where each round left it, the last one on top."""
    numbers = (run.start, *run.by_round)
    low, high = min(numbers), max(numbers)
    line = [look.signs.dot] * room
    for number, each in enumerate(numbers):
        line[(each - low) * (room - 1) // (high - low)] = "o" if number == 0 else str(number)[-1]
    return row(
        " ", fit(run_name(look, run), name - 1), " ", Span(fit(str(low), 4, right=True), "soft"), " ", "".join(line),
        Span(fit(str(high), 4, right=True), "soft"),
    )  # fmt: skip


def meter_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """Every change of a number, with its round and cause."""
    cell = int(key.split()[1])
    run = next(run for run in laid.debrief.meters if run.cell == cell)
    rounds = {entry.number: entry.round for entry in laid.entries}
    changes = [change for change in laid.debrief.changes if change.cell == cell]
    lines = [run_name(look, run)]
    lines += [change_line(look, change, rounds.get(change.number, 1)) for change in changes] or [look.say("views-nothing-moved")]
    return [minus(look, text) for text in lines]


def change_line(look: Look, change: NumberChanged, round_: int) -> str:
    """One change."""
    amount, cause = signed(change.after - change.before), cause_short(look.names, change.cause)
    return look.say("views-change", round=round_, before=change.before, after=change.after, amount=amount, cause=cause)


# --- 0 what was hidden, and what really happened ---


def hidden_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Postures, clues, moods, agendas; then what really happened, and questions to talk about."""
    texts = list(plain.secrets(look.names, laid.debrief))[1:]
    texts += [seat_line(look.names, drawn) for drawn in laid.debrief.agendas]
    rows = told(look, [text for text in texts if text], cells)
    real = list(plain.history(look.names))
    if real:
        title = look.names.text(look.names.scenario.history.label) if look.names.scenario.history is not None else ""
        rows += [BLANK, row(" ", Span(title, "strong")), *told(look, real[1:], cells)]
    return Page(look.say("views-hidden-table"), tuple(rows))
