"""`why` at the opening: how a number comes out before anybody has played, and what turns the vote on a package."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from itertools import product
from pathlib import Path
from random import Random

import pytest

from sim.domain import Package, Scenario
from sim.kernel import tables as k
from sim.loading import load
from sim.study.opening import opening, posture_pairs
from sim.study.why import postures_named, turning, why
from sim.table.appraisal import appraise
from sim.table.reason import HOUSE, Reason
from tests.properties.why_rules import Checked, is_sound
from tests.study.places import FULL, THREE, three_towns
from tui import cli

DEMO = "tests/bad_rules/demo"
DIET = ("jp_diet", "--package", "plus50+golden")


def run(*arguments: str) -> tuple[list[str], str, int]:
    """What `why` prints line by line, what it complains of, and its exit code."""
    written = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(each, encoding="utf-8", write_through=True) for each in written)
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.run(["why", *arguments])
    said, complained = (each.getvalue().decode("utf-8") for each in written)
    return said.splitlines(), complained, code


def number_there(place: str) -> str:
    """What stands in a file at `file:line:column`, to the end of its line."""
    file, line, column = place.rsplit(":", 2)
    return Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1 :]


# --- the example worked by hand: 58, three levels at -8, two at +4 ---


def test_the_diet_says_no_by_eight_points() -> None:
    lines, _, code = run(DEMO, *DIET)
    assert code == 0
    amounts = [line.split()[0] for line in lines[1:9]]
    assert amounts == ["42", "+58", "0", "-16", "-24", "+8", "0", "0"]
    assert "yes begins at 50, so the margin is -8" in lines[1]
    assert "-8 a level x 3" in lines[5] and "+4 a level x 2" in lines[6]
    assert "would not be ratified" in lines[-1] and "host_support" in lines[-1] and "plus20" in lines[-1]


def test_the_smallest_change_brings_the_diet_to_its_line() -> None:
    scenario = load.scenario(DEMO)
    turn = turning(scenario, "plus50+golden")
    assert (turn.passes, turn.by_body) == (False, (True, False))
    assert turn.change is not None
    assert (scenario.issues[turn.change.issue].id, turn.change.level, turn.change.steps) == ("host_support", 2, 1)
    assert turn.change.loss == -300  # 60 x (75 - 100) + 40 x (45 - 0), in hundredths, is brought, not lost
    assert why(scenario, "jp_diet", "plus20+golden").amount == 50
    assert turning(scenario, "plus20+golden").passes


def test_every_number_of_the_diet_stands_at_its_place() -> None:
    reason = why(load.scenario(DEMO), "jp_diet", "plus50+golden")
    support, _, shift, _, _ = reason.children
    host, steel = shift.children
    found = [number_there(node.place).split(",")[0].split("}")[0] for node in (support, host, steel)]
    assert found == ["58", "-8", "+4"]
    is_sound(reason, Checked(load.scenario(DEMO)))


@pytest.mark.parametrize(
    ("name", "package", "amount", "parts"),
    [
        ("gain.us", "plus50+golden", 4200, [6000, -1800]),  # 60 x 100, 40 x (55 - 100)
        ("gain.jp", "plus50+golden", 800, [-4000, 4800]),  # 40 x (0 - 100), 60 x (80 - 0)
        ("gain.jp", "", 0, []),
        ("quota.us", "plus50+golden", 100, [55, 45]),  # 48 + 15 - 2 and 57 + 3 - 6
        ("quota.jp", "plus50+golden", 42, [0, 42]),
        ("jp", "plus50+golden", 42, [0, 42]),
        ("vote us_congress", "host_support=3,steel_stake=2", 61, [48, 0, 13, 0, 0]),
        ("utility.us", "", 4000, [0, 4000]),
        ("utility.jp", "", 4000, [4000, 0]),
        ("utility.jp", "plus50+golden", 4800, [0, 4800]),
        ("income.us", "", 2, []),
        ("drift.trust", "", 0, []),
        ("cap.host_support", "", 3, [3]),
        ("joint_fund", "plus50", 3, [3]),
    ],
)
def test_numbers_worked_by_hand(name: str, package: str, amount: int, parts: list[int]) -> None:
    scenario = load.scenario(DEMO)
    reason = why(scenario, name, package)
    assert (reason.amount, [part.amount for part in reason.children]) == (amount, parts)
    is_sound(reason, Checked(scenario))


def test_named_values_and_the_chance_of_a_second_demand() -> None:
    scenario = load.scenario(FULL)
    chance = why(scenario, "second_chance")
    assert (chance.amount, [part.amount for part in chance.children]) == (58, [45, 10, 3])  # m_protection 70, m_tariff 65
    assert [why(scenario, "congress_asked", package).amount for package in ("", "T1=3", "T1=4", "T1=3,F2=0")] == [0, 0, 1, 0]
    lines, _, code = run(FULL, "congress_asked", "--package", "T1=4")
    assert code == 0 and lines[1].split()[0] == "1"


@pytest.mark.parametrize("name", [FULL, "lantern-coast", THREE])
def test_without_a_package_nothing_changes(name: str) -> None:
    scenario = load.scenario(name)
    for party in scenario.parties:
        gain = why(scenario, f"gain.{party.id}")
        assert (gain.amount, gain.children) == (0, ())
    for group in scenario.groups:
        vote = {part.code: part.amount for part in why(scenario, f"vote {group.id}").children}
        assert vote["support"] == scenario.tables[k.T_GROUP_START + group.index]
        assert not any(amount for code, amount in vote.items() if code != "support")


# --- what the command takes and gives ---


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("jp_diett", "--package", "plus50"), ("`jp_diett`", "jp_diet")),
        (("trusty",), ("`trusty`", "trust")),
        (("jp_diet", "--package", "plus5O"), ("`plus5O`", "plus50")),
        (("jp_diet", "--package", "host_suport=1"), ("`host_suport=1`", "host_support")),
        (("jp_diet", "--package", "host_support=plus60"), ("`host_support=plus60`", "host_support=plus50")),
        (("gain", "--package", "plus50"), ("`gain`", "gain.us gain.jp")),
        (("cap.host_suport",), ("`cap.host_suport`",)),
        ((*DIET, "--posture", "us=sheild"), ("`us=sheild`", "shield")),
        ((*DIET, "--posture", "us=works"), ("`us=works`", "works")),
    ],
)
def test_what_nothing_is_called_is_wrong_usage(arguments: tuple[str, ...], told: tuple[str, ...]) -> None:
    lines, err, code = run(DEMO, *arguments, "--lang", "en")
    assert (code, lines) == (2, [])
    assert all(each in err for each in told), err


def test_a_posture_changes_what_a_package_is_worth() -> None:
    scenario = load.scenario(FULL)
    for posture in (posture for posture in scenario.postures if posture.party == 0):
        own = postures_named(scenario, {scenario.parties[0].id: posture.id})
        gain = why(scenario, f"gain.{scenario.parties[0].id}", "T1=2", own)
        assert gain.amount == posture.weights[4] * (68 - 80)  # payoffs of T1, levels 2 and 0
        lines, _, code = run(FULL, gain.what, "--package", "T1=2", "--posture", f"us={posture.id}")
        assert code == 0 and posture.label.en in lines[0]
    default, _, _ = run(FULL, "gain.us", "--package", "T1=2")
    first, _, _ = run(FULL, "gain.us", "--package", "T1=2", "--posture", f"us={scenario.postures[posture_pairs(scenario)[0][0]].id}")
    assert default == first


def test_programs_get_the_same_tree() -> None:
    lines, _, code = run(DEMO, *DIET, "--json")
    found = json.loads("\n".join(lines))
    assert code == 0 and found["package"] == ["host_support=plus50", "steel_stake=golden"]
    reason = why(load.scenario(DEMO), "jp_diet", "plus50+golden")
    assert amounts_of(found["reason"]) == [node.amount for node in reason.walk()]
    assert [(turn["what"], turn["after"], turn["result"]) for turn in found["reason"]["turns"]] == [("host_support", 2, 50)]


def amounts_of(node: dict[str, object]) -> list[int]:
    """The amounts of a tree as programs read it, from the top."""
    parts = node["parts"]
    assert isinstance(parts, list) and isinstance(node["amount"], int)
    return [node["amount"], *(amount for part in parts for amount in amounts_of(part))]


def test_japanese_has_the_same_numbers_in_its_own_words() -> None:
    english, _, _ = run(DEMO, *DIET, "--lang", "en")
    japanese, _, code = run(DEMO, *DIET, "--lang", "ja")
    assert code == 0 and len(english) == len(japanese)
    assert [line.strip().split("\u3000")[0] for line in japanese[1:9]] == [line.split()[0] for line in english[1:9]]
    assert "国会" in japanese[1] and "駐留経費負担" in japanese[5] and "plus20" in japanese[-1]
    assert all(any("\u3040" <= sign <= "\u9fff" for sign in line) for line in japanese)


# --- the verdict, and what turns it ---


def packages(scenario: Scenario, count: int) -> list[Package]:
    """Packages of up to three issues that may be proposed at the opening."""
    known, random = opening(scenario, posture_pairs(scenario)[0]), Random(count)
    found: list[Package] = []
    while len(found) < count:
        named = random.sample(range(len(scenario.issues)), random.randrange(1, min(4, len(scenario.issues))))
        levels = [random.randrange(len(issue.levels)) if issue.index in named else None for issue in scenario.issues]
        if known.bench().code_to_propose(levels) == 0:
            found.append(Package(tuple(levels)))
    return found


def terms(scenario: Scenario, package: Package) -> str:
    """A package as it is typed."""
    return ",".join(f"{scenario.issues[issue].id}={level}" for issue, level in package.named())


@pytest.mark.parametrize("name", [DEMO, FULL, "spring-short", "lantern-coast", THREE])
def test_the_verdict_is_the_forecast_of_the_table_and_the_change_turns_it(name: str) -> None:
    scenario = load.scenario(name)
    known, turned = opening(scenario, posture_pairs(scenario)[0]), 0
    for package in packages(scenario, 12):
        found = turning(scenario, terms(scenario, package))
        assert found.by_body == says(scenario, terms(scenario, package))
        assert found.by_body == tuple(body.passes is not None and body.passes[0] for body in appraise(known, package).bodies)
        assert found.passes is all(found.by_body)
        if found.change is not None:
            then = says(scenario, terms(scenario, found.change.package))
            assert all(then) is not found.passes
            turned += 1
        for body, change in enumerate(found.changes):
            assert change is None or says(scenario, terms(scenario, change.package))[body] is not found.by_body[body]
    assert turned


def says(scenario: Scenario, package: str) -> tuple[bool, ...]:
    """Which bodies pass a package, by the reasons of their quotas."""
    return tuple(dict(why(scenario, party.id, package).facts)["passes"] == "yes" for party in scenario.parties)


def test_no_cheaper_change_of_the_demo_turns_the_vote() -> None:
    scenario = load.scenario(DEMO)
    names = [[level.id for level in issue.levels] for issue in scenario.issues]
    weights = [posture.weights for posture in scenario.postures]

    def value(levels: tuple[int, ...]) -> int:
        return sum(weights[party][issue.index] * issue.payoff[party][levels[issue.index]] for party in (0, 1) for issue in scenario.issues)

    for levels in product(range(4), range(4)):
        if levels == (0, 0):
            continue
        found = turning(scenario, f"{names[0][levels[0]]}+{names[1][levels[1]]}")
        near = [other for other in product(range(4), range(4)) if sum(a != b for a, b in zip(levels, other, strict=True)) == 1]
        losses = [value(levels) - value(other) for other in near if other != (0, 0) and passes_by_hand(other) != found.passes]
        assert found.passes is passes_by_hand(levels)
        assert (None if found.change is None else found.change.loss) == min(losses, default=None), levels


def passes_by_hand(levels: tuple[int, ...]) -> bool:
    """Whether both homes of the demo pass levels: 60 of 100 at home, a group says yes from 50 on."""
    host, steel = levels
    us = 55 * (48 + 5 * host - steel >= 50) + 45 * (57 + host - 3 * steel >= 50)
    jp = 58 * (58 - 8 * host + 4 * steel >= 50) + 42 * (46 - host + 5 * steel >= 50)
    return us >= 60 and jp >= 60


@pytest.mark.parametrize(
    ("quota", "weavers", "turns"),
    [
        ("yes_weight >= 100 and z_peace >= 55", "shift: 1", [("z_peace", 55, 100)]),
        ("yes_weight >= 100 and z_peace >= 55", "shift: 1, refuses: z_peace >= 60", [("z_peace", 55, 100)]),
        ("yes_weight >= 100 and z_peace >= 55", "shift: 1, refuses: z_peace >= 55", []),  # with that peace they would refuse
        ("yes_weight >= 60 and z_peace >= 55", "shift: 1, refuses: z_peace >= 55", [("z_peace", 55, 60)]),  # nor are they needed
    ],
)
def test_a_number_turns_a_quota_only_if_the_votes_then_carry_it(
    quota: str, weavers: str, turns: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    reason = why(three_towns(tmp_path, weavers, quota), "cx", "Q1=1")
    assert (reason.amount, dict(reason.facts)["passes"]) == (100, "no")
    assert [(turn.what, turn.after, turn.result) for turn in reason.turns] == turns


# --- overlays ---

CHANGES = {
    "bodies.jp.groups.jp_farm.points.T1": "+3",
    "bodies.jp.groups.jp_farm.start": "44",
    "issues.T1.payoff.jp.cap15": "50",
    "bodies.jp.quota": "yes_weight >= 70",
}


OLD_QUOTA = "yes_weight >= 51 and says_yes(jp_coalition) and (says_yes(jp_opposition) or m_diet >= 50)"
OVERLAID = re.compile(r"(?P<place>\S+house\.yaml:\d+:\d+) \((?P<old>.*?), (?P<was>\S+:\d+:\d+)\)")
"""A place in the overlay, with what stood there before and where."""


@pytest.fixture
def house(tmp_path: Path) -> str:
    """An overlay over the full game."""
    path = tmp_path / "house.yaml"
    lines = "".join(f"  {name}: {value}\n" for name, value in CHANGES.items())
    path.write_text(f"nemawashi: 1\nid: house\nextends: spring-2025\nset:\n{lines}", encoding="utf-8")
    return str(path)


def placed_nodes(reason: Reason) -> dict[str, Reason]:
    """The nodes that an overlay has changed, by code."""
    return {node.code: node for node in reason.walk() if "house.yaml" in node.place}


def test_a_number_of_an_overlay_is_placed_there_with_what_it_took_the_place_of(house: str) -> None:
    scenario = load.scenario(house)
    vote = placed_nodes(why(scenario, "jp_farm", "T1=cap15"))
    gain = placed_nodes(why(scenario, "gain.jp", "T1=cap15"))
    quota = placed_nodes(why(scenario, "quota.jp", "T1=cap15"))
    assert set(vote) == {"support", "of-issue"} and set(gain) == {"of-issue"} and set(quota) == {"quota"}
    for node, old, new in (
        (vote["support"], "48", "44"),
        (vote["of-issue"], "+1", "+3"),
        (gain["of-issue"], "44", "50"),
        (quota["quota"], OLD_QUOTA, "yes_weight >= 70"),
    ):
        (found,) = OVERLAID.finditer(node.place)
        assert number_there(found["place"]).startswith(new)
        assert (found["old"], number_there(found["was"])[: len(old)]) == (old, old)
        assert node.origin == HOUSE
    assert vote["support"].amount == 44 and vote["of-issue"].amount == 6 and gain["of-issue"].amount == 22 * 50


def test_the_overlay_leaves_the_base_and_every_other_place_alone(house: str) -> None:
    base, own = why(load.scenario(FULL), "jp_farm", "T1=cap15"), why(load.scenario(house), "jp_farm", "T1=cap15")
    assert (base.amount, own.amount) == (50, 50)  # 48 + 2 x 1 and 44 + 2 x 3
    assert "house" not in str(base)
    lines, _, code = run(house, "jp_farm", "--package", "T1=cap15", "--lang", "en")
    assert code == 0
    assert [("house rule" in line, "house.yaml" in line) for line in lines[2:6]] == [
        (True, True),
        (False, False),
        (False, False),
        (True, True),
    ]
    is_sound(own, Checked(load.scenario(house)))
