"""Why: a number with its terms as a table, the sum below them, what alone would turn it, and the chosen term in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from rich.cells import cell_len

from sim.kernel import tables as k
from sim.kernel.layout import STEP_DEMAND
from sim.table.reason import CAP, GAIN, GROUP_YES, LEAST_GAIN, MOOD, OF_ISSUE, PRICE, QUOTA, TERM, UTILITY, VOTE, Reason
from tui.plain.names import points
from tui.plain.why import IN_HUNDREDTHS, sentence_of, turn_line
from tui.screen.ink import BLANK, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.reach import reachable
from tui.screen.pages.rule_lines import rule_of, standing_at

AMOUNT, PLACE, ORIGIN = 8, 22, 10  # cells; the label has the rest
MOST_SENTENCE, MOST_DETAIL = 3, 3  # lines
ABOUT = (VOTE, QUOTA, GAIN, LEAST_GAIN, UTILITY, CAP, PRICE)  # reasons that are known by the entry they are about
TAGS = (("A[0-9]*", "article"), ("S", "fact"), ("D", "design"))  # source tags and what they stand for
WHOLE = "whole"  # key of the row of the sum


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the trail. name: as it was asked; hundredths: whether amounts are hundredths of points; is_term: of the level above."""

    name: str
    reason: Reason
    hundredths: bool
    is_term: bool = False

    @classmethod
    def of(cls, name: str, reason: Reason) -> Level:
        """A number that was asked by its name."""
        return cls(name, reason, reason.code in IN_HUNDREDTHS)

    @property
    def terms(self) -> str:
        """The package that it was asked for, as it was named."""
        head, *rest = self.name.split()
        return " ".join(rest[1:] if head == "vote" else rest)


def amount_text(look: Look, amount: int, hundredths: bool, is_term: bool = True) -> str:
    """An amount as the table has it: exact, so that the terms add up to the digit."""
    sign = "-" if amount < 0 else "+" if is_term and amount > 0 else ""
    size = abs(amount)
    return look.drawn(f"{sign}{size // 100}.{size % 100:02d}" if hundredths else f"{sign}{size}")


def with_minus(look: Look, text: str) -> str:
    """A text with the minus of its numbers as it is drawn; hyphens stay what they are."""
    return re.sub(r"(?<![A-Za-z0-9])-(?=[\d ])", look.signs.minus, text)


def shown_amount(look: Look, level: Level) -> str:
    """The number as the screens have it."""
    if level.hundredths:
        return look.drawn(points(level.reason.amount))
    return look.signed(level.reason.amount) if level.is_term else look.drawn(str(level.reason.amount))


def label_of(look: Look, reason: Reason) -> str:
    """What a node is in a few words."""
    names = look.names
    if reason.code == OF_ISSUE and reason.what:
        return names.entry(reason.what)
    if reason.code == GROUP_YES:
        group = names.find(reason.what.removeprefix("vote "))
        facts = dict(reason.facts)
        name = names.text(group.short) if group is not None else reason.what
        return look.say("reason-group", name=name, weight=facts.get("weight", 0), value=facts.get("value", 0))
    if reason.code == TERM and reason.written:
        return with_names(look, reason)
    if reason.code == MOOD:
        facts = dict(reason.facts)
        return (
            with_minus(look, sentence_of(names, reason, False)) if facts.get("low") != facts.get("high") else look.say("reason-mood-known")
        )
    return with_minus(look, sentence_of(names, reason, False))


def with_names(look: Look, reason: Reason) -> str:
    """A formula with the names and values of the numbers it reads in place of their ids."""
    text = reason.written
    for name, value in reason.facts:
        entry = look.names.find(name)
        if entry is not None:
            text = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w.])", f"{look.names.text(entry.short)} {value}", text)
    return with_minus(look, text)


def place_text(place: str) -> str:
    """A place for its column: the file without its folder, cut at the left."""
    text = place.rsplit("/", 1)[-1]
    if cell_len(text) <= PLACE:
        return text
    while cell_len(text) > PLACE - 1:
        text = text[1:]
    return f"…{text}"


def origin_text(look: Look, reason: Reason) -> str:
    """Where a term comes from, in one word."""
    return look.say(f"word-origin-{reason.origin}") if reason.origin else ""


def trail_row(look: Look, trail: Sequence[Level], cells: int) -> Row:
    """From where one has come, the newest at the right; what is too long is cut at the left."""
    parts = [f"{trail_name(look, level.reason)} {shown_amount(look, level)}" for level in trail]
    text = " > ".join(parts)
    while cell_len(text) > cells - 4 and len(parts) > 1:
        parts.pop(0)
        text = "… > " + " > ".join(parts)
    return row(" ", Span(f"{text} >" if cell_len(text) <= cells - 4 else fit(text, cells - 3), "soft", "do:back"))


def trail_name(look: Look, reason: Reason) -> str:
    """What a level of the trail is called: the entry it is about, where there is one."""
    name = look.names.text(reason.text)
    return name if name and reason.code in ABOUT else label_of(look, reason)


def why_rows(look: Look, level: Level, chosen: str, cells: int) -> list[Row]:
    """The whole page of a number, without its trail."""
    reason = level.reason
    said = wrapped(with_minus(look, sentence_of(look.names, reason, level.hundredths)), cells - 3)
    rows = [row(" ", Span(text, "strong")) for text in said[:MOST_SENTENCE]]
    rows += terms_rows(look, level, cells)
    rows += detail(look, level, chosen, cells)
    return reachable([*rows, *below(look, level, cells)])


def terms_rows(look: Look, level: Level, cells: int) -> list[Row]:
    """The terms, a rule, the sum; one row where there are no parts."""
    reason = level.reason
    label = cells - AMOUNT - PLACE - ORIGIN - 7
    rows = [term_row(look, child, f"term{at}", label_of(look, child), level, label) for at, child in enumerate(reason.children)]
    if rows:
        rows.append(row("  ", Span(look.signs.rule * (label + AMOUNT), "line")))
    name = look.say("reason-sum" if reason.children else "reason-amount")
    return [*rows, term_row(look, reason, WHOLE, name, level, label)]


def term_row(look: Look, reason: Reason, key: str, label: str, level: Level, cells: int) -> Row:
    """A term: what it is, its amount, its place, where it comes from."""
    amount = amount_text(look, reason.amount, level.hundredths, is_term=key != WHOLE)
    return row(
        "  ", Span(fit(label, cells), "strong" if key == WHOLE else ""), Span(fit(amount, AMOUNT, right=True), "strong" if key == WHOLE else ""),
        "  ", Span(fit(place_text(reason.place), PLACE), "soft", f"place:{key}" if reason.place else ""),
        "  ", fit(origin_text(look, reason), ORIGIN), key=key,
    )  # fmt: skip


def below(look: Look, level: Level, cells: int) -> list[Row]:
    """What a draw has to do with it, how far it is an estimate, and what alone would turn it."""
    reason, names = level.reason, look.names
    texts = [text for text in (chance_text(look, reason), estimate_text(look, reason)) if text]
    texts += [with_minus(look, turn_line(names, turn, level.hundredths)) for turn in reason.turns]
    if not reason.turns and asks_for_turns(reason):
        texts.append(look.say("reason-no-turn"))
    rows = [BLANK] if texts else []
    for number, text in enumerate(texts):
        first, *more = paragraph(text, cells, "  ")
        rows += [Row(first.line, f"turn{number}"), *more]
    return rows


def asks_for_turns(reason: Reason) -> bool:
    """Whether single changes were looked for."""
    if reason.code == QUOTA:
        return dict(reason.facts).get("passes") in ("yes", "no")
    return reason.code in (VOTE, CAP) or (reason.code == TERM and any(child.facts for child in reason.children))


def chance_text(look: Look, reason: Reason) -> str:
    """Purpose and odds of a draw, and what came of it as far as it has been drawn."""
    facts = dict(reason.facts)
    if "came" not in facts:
        return ""
    view = look.view
    if facts["came"]:
        came = "came"
    else:
        is_ahead = view.step < STEP_DEMAND or (view.step == STEP_DEMAND and view.work == k.WORK_DRAW)
        came = "ahead" if is_ahead and not view.is_over else "none"
    return look.say("reason-chance", round=facts.get("round", view.round), odds=reason.amount, came=came)


def estimate_text(look: Look, reason: Reason) -> str:
    """How many postures an estimate rests on."""
    count = dict(reason.facts).get("postures", 0)
    return look.say("reason-postures", count=count) if reason.kind == "estimate" and isinstance(count, int) and count > 1 else ""


# --- the chosen term in full ---


def detail(look: Look, level: Level, chosen: str, cells: int) -> list[Row]:
    """The chosen term in full; as high for every term, so that nothing jumps."""
    keys = [f"term{at}" for at in range(len(level.reason.children))]
    found = {key: detail_lines(look, level, key, cells) for key in (*keys, WHOLE)}
    lines = found.get(chosen, found[WHOLE])
    most = max(len(each) for each in found.values())
    if not most:
        return []
    rows = [row("  ", Span(text, "soft")) for text in lines]
    return [BLANK, *rows, *[BLANK] * (most - len(rows))]


def detail_lines(look: Look, level: Level, key: str, cells: int) -> list[str]:
    """One term: its sentence, what it is reckoned from, its rule, its tags and its place in full."""
    reason = node_at(level, key)
    parts = [] if key == WHOLE else [look.say("reason-term", sentence=with_minus(look, sentence_of(look.names, reason, level.hundredths)))]
    parts += [text for text in (reckoned(look, reason), rule_text(look, reason), source_text(look, reason)) if text]
    return wrapped(" ".join(parts), cells - 4)[:MOST_DETAIL] if parts else []


def node_at(level: Level, key: str) -> Reason:
    """The term of a row; the whole for any other row."""
    number = key.removeprefix("term")
    children = level.reason.children
    return children[int(number)] if key.startswith("term") and number.isdigit() and int(number) < len(children) else level.reason


def reckoned(look: Look, reason: Reason) -> str:
    """What the amount of an issue is the product of."""
    facts = dict(reason.facts)
    if reason.code != OF_ISSUE:
        return ""
    if "points" in facts:
        return look.say("reason-points", points=look.signed(int(facts["points"])), before=facts["before"], after=facts["after"])
    if "step" in facts:
        return look.say("reason-weighed", weight=facts["weight"], step=look.signed(int(facts["step"])))
    return look.say("reason-payoff", weight=facts["weight"], payoff=facts["payoff"]) if "payoff" in facts else ""


def rule_text(look: Look, reason: Reason) -> str:
    """The rule behind a term."""
    known = str(dict(reason.facts).get("rule") or "") or standing_at(look.names.scenario, reason.place)[1]
    rule = rule_of(look.names.scenario, known)
    return look.say("reason-of-rule", rule=rule.id, label=look.names.text(rule.label)) if rule is not None else ""


def source_text(look: Look, reason: Reason) -> str:
    """Origin with its source tags, and the place in full."""
    if not reason.place:
        return ""
    tags = standing_at(look.names.scenario, reason.place)[0]
    return look.say("reason-source", place=reason.place, tags=" ".join(tags) or "none", what=kinds_of(look, tags) or "none")


def kinds_of(look: Look, tags: Sequence[str]) -> str:
    """What source tags stand for."""
    found = [name for pattern, name in TAGS if any(fnmatch(tag, pattern) for tag in tags)]
    return look.names.listed([look.say(f"reason-tag-{name}") for name in found])


def title_of(look: Look, level: Level) -> str:
    """The question."""
    return look.say("reason-title", amount=shown_amount(look, level), chance="yes" if "came" in dict(level.reason.facts) else "no")
