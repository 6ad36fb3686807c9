"""No number of a game comes near the end of 64 bits: what could is refused when rules are read."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.expressions import divided, evaluate
from sim.loading import finding, load
from sim.loading.documents import procedure_in
from sim.loading.expressions import Call, Name, Num, Op, Tree
from sim.loading.ranges import Ranges
from sim.loading.selection import put_together
from sim.loading.sizes import LARGEST_STEP, Sizes, TooLarge
from tests.loading.test_meaning import EVENT, codes

NINE = "999999999"
LAST = 2**63 - 1


@pytest.mark.parametrize(
    ("amount", "is_good"),
    [
        (f"+{NINE} + 0", True),
        (f"{NINE} * 1000", True),
        (f"{NINE} * 1001", False),
        (f"{NINE} * {NINE}", False),
        (f"{NINE} * {NINE} / {NINE}", True),
        (f"{NINE} * {NINE} * 2 / {NINE}", False),
        (f"m_calm * {NINE} * 11", False),
        (f"m_calm * {NINE} * 9", True),
        (f"0 - m_calm * {NINE} * 11", False),
        (f"if(m_calm > 5, {NINE} * {NINE}, 0)", False),
        (f"max(0, {NINE} * {NINE}) limited to 0..5", True),
        (f"abs(0 - {NINE} * {NINE})", False),
        (f"{NINE} * {NINE} * {NINE} > 0", False),
        (f"{NINE} * {NINE} > 0", True),
        (f"-({NINE} * {NINE})", False),
        (f"{NINE} * {NINE} // {NINE}", True),
    ],
)
def test_an_amount_has_twelve_digits_and_each_step_eighteen(amount: str, is_good: bool, tmp_path: Path) -> None:
    more = "add:\n  events:\n" + EVENT.format(id="e_a", effects=f'{{m_calm: "{amount}"}}')
    assert codes(tmp_path, more) == ([] if is_good else [("NW306", 5)])


def test_named_values_are_measured_where_they_are_used(tmp_path: Path) -> None:
    head = "add:\n  values:\n    - {id: v_a, is: 999999999 * m_calm, source: [D]}\n    - {id: v_b, is: v_a * v_a, source: [D]}\n"
    assert codes(tmp_path, head) == [("NW306", 6)]
    fine = head.replace("v_a * v_a", "(v_a / 1000) * (v_a / 1000)")
    event = "  events:\n" + EVENT.format(id="e_a", effects="{m_calm: v_b}")
    assert codes(tmp_path, fine) == []
    assert codes(tmp_path, fine + event) == [("NW306", 8)]


def modifiers(count: int, factor: int) -> str:
    """So many modifiers, each of which makes an amount larger."""
    one = "    - {{id: x{k}, of: m_calm, amount: asked * {factor}, source: [D]}}\n"
    return "add:\n  modifiers:\n" + "".join(one.format(k=k, factor=factor) for k in range(count))


def test_what_passes_many_modifiers_stays_within_bounds(tmp_path: Path) -> None:
    assert codes(tmp_path, modifiers(3, 10)) == []
    assert [code for code, _ in codes(tmp_path, modifiers(6, 10))] == ["NW306", "NW306"]
    assert [code for code, _ in codes(tmp_path, modifiers(1, 999_999))] == ["NW306"]


# --- how often something is done ---


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("procedure.answers.accepted_unmet", 100),
        ("procedure.news.turn_up", 64),
        ("procedure.news.cards", 64),
        ("procedure.initiatives.best", 64),
        ("courses", 100),
    ],
)
def test_what_is_done_one_by_one_is_not_done_without_end(path: str, most: int, tmp_path: Path) -> None:
    courses = [f"courses.{course.id}.points" for course in load.scenario("spring-short").courses]
    paths = courses if path == "courses" else [path]
    for number, wanted in ((most, []), (most + 1, ["NW330"] * len(paths)), (999_999_999, ["NW330"] * len(paths))):
        place = tmp_path / f"n{number}.yaml"
        place.write_text(
            f"nemawashi: 1\nid: n{number}\nextends: spring-short\nset: {{{', '.join(f'{each}: {number}' for each in paths)}}}\n",
            encoding="utf-8",
        )
        assert [problem.code for problem in load.attempt(str(place))[1] if problem.severity == "error"] == wanted


@pytest.mark.parametrize(
    ("cards", "wanted"), [("1 + m_unpredict", ["NW330"]), ("(m_unpredict limited to 0..64)", []), ("64 + (m_unpredict >= 80)", ["NW330"])]
)
def test_a_formula_of_cards_is_held_to_what_can_come(cards: str, wanted: list[str], tmp_path: Path) -> None:
    place = tmp_path / "cards.yaml"
    place.write_text(f"nemawashi: 1\nid: c\nextends: spring-short\nset: {{procedure.news.cards: '{cards}'}}\n", encoding="utf-8")
    assert [problem.code for problem in load.attempt(str(place))[1] if problem.severity == "error"] == wanted


def test_more_clues_than_a_side_can_keep_are_not_counted_out(tmp_path: Path) -> None:
    place = tmp_path / "clues.yaml"
    event = "{id: e_clues, effects: {clue: us, times: 999999999}, source: [D], label: {en: E, ja: E}}"
    place.write_text(f"nemawashi: 1\nid: clues\nextends: spring-short\nadd: {{events: [{event}]}}\n", encoding="utf-8")
    scenario = load.scenario(str(place))
    t = scenario.tables
    rows = [t[at : at + k.EFFECT_WIDTH] for at in range(k.T_EFFECTS, k.T_EFFECTS + k.MAX_EFFECTS * k.EFFECT_WIDTH, k.EFFECT_WIDTH)]
    programs = [row[k.E_AMOUNT_EXPR] for row in rows if row[k.E_VERB] == k.VERB_CLUE]
    amounts = {evaluate(t, [0] * s.STATE_SIZE, program) for program in programs}
    assert max(amounts) == s.MAX_CLUES


# --- the ranges are true ---


def sizes() -> Sizes:
    """Sizes of the names of a shipped scenario."""
    place = finding.find_scenario("lantern-coast")
    assert isinstance(place, finding.Found)
    source = load.read(place)
    assert source.pack is not None and source.doc.scenario is not None
    procedure, _ = procedure_in(source.pack, source.doc)
    assert procedure is not None
    return Sizes(Ranges(put_together(source.pack, source.doc, source.doc.scenario, procedure), {}))


def grown(random: Random, names: list[str], depth: int) -> Tree:
    """A tree of numbers, names, operators and functions."""
    if depth == 0 or random.randrange(9) == 0:
        return Name(random.choice(names)) if random.randrange(3) == 0 else Num(random.choice((0, 1, -3, 100, 999_999_999, -999_999_999)))
    some = [grown(random, names, depth - 1) for _ in range(3)]
    if random.randrange(2):
        return Op("*", (some[0], some[1]))
    return random.choice(
        (
            Op(random.choice(("+", "-", "*", "*", "/", "//")), (some[0], some[1])),
            Op(random.choice(("<", "==", ">=", "and")), (some[0], some[1])),
            Op(random.choice(("neg", "not")), (some[0],)),
            Call(random.choice(("min", "max")), (some[0], some[1])),
            Call("if", (some[0], some[1], some[2])),
            Call("abs", (some[0],)),
        )
    )


def value_of(tree: Tree, known: dict[str, int]) -> int:
    """The value of a tree, as Python counts. Raises ZeroDivisionError."""
    match tree:
        case Num(value):
            return value
        case Name(name):
            return known[name]
        case Op(op, args) | Call(op, args):
            a, b, *more = [*(value_of(arg, known) for arg in args), 0]
    if op in ("/", "//") and b == 0:
        raise ZeroDivisionError
    plain = {"+": a + b, "-": a - b, "*": a * b, "neg": -a, "not": int(a == 0), "abs": abs(a), "min": min(a, b), "max": max(a, b)}
    tests = {"<": int(a < b), "==": int(a == b), ">=": int(a >= b), "and": int(a != 0 and b != 0), "if": b if a != 0 else (more or [0])[0]}
    return {**plain, **tests}[op] if op not in ("/", "//") else divided(a, b) if op == "/" else a // b


def test_no_value_is_ever_outside_the_range_it_was_promised() -> None:
    measured, random = sizes(), Random(63)
    meters = {meter.id: (meter.min, meter.max) for meter in measured.ranges.play.pack.meters}
    held, refused = 0, 0
    for _ in range(1500):
        tree = grown(random, list(meters), 5)
        known = {name: random.choice((low, high, random.randint(low, high))) for name, (low, high) in meters.items()}
        try:
            low, high = measured.of(tree)
            value = value_of(tree, known)
        except TooLarge:
            refused += 1
            continue
        except ZeroDivisionError:
            continue
        assert low <= value <= high, tree
        held += 1
    assert held > 500 and refused > 100


def test_a_step_may_be_doubled_and_rounded_within_64_bits() -> None:
    assert 2 * LARGEST_STEP + LARGEST_STEP <= LAST  # see `divided`
