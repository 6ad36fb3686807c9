"""Closing of Talks: one issue by one level without a vote."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.table.actions import plain
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R18, RULE_4_12, RULE_6_1, RULE_6_2


def closing(**start: int) -> Table:
    """Round 2, the closing; the US side has the word, then Japan."""
    return table(round_=2, start=start).to("closing")


@RULE_4_12
def test_a_move_costs_two_and_enters_into_force_in_resolve() -> None:
    game = closing()
    assert game.effect_of("us decide T1=1") == {"us.capital": -2}
    assert game.to("draw", 3)["T1"] == 1


@RULE_4_12
def test_it_is_paid_with_two() -> None:
    game = closing().put({"us.capital": 1})
    assert game.says("us decide T1=1") == "no-capital"
    assert game.put({"us.capital": 2}).says("us decide T1=1") == "allowed"


GIVES = {"us": {"T1", "T3", "F1", "F2", "F3", "F4", "D4"}, "jp": {"D1", "D2", "D3", "D4", "T2", "T4"}}


def of_moves(game: Table, party: str, code: str) -> set[str]:
    """Issues whose next level up meets this answer of the rules."""
    return {issue.id for issue in game.scenario.issues if game.says(f"{party} decide {issue.id}={issue.start + 1}") == code}


@RULE_4_12
def test_whose_issue_is_whose_to_give() -> None:
    game = closing()
    assert of_moves(game, "us", "allowed") == GIVES["us"]
    assert of_moves(game, "us", "not-yours-to-move") == GIVES["jp"] - {"D4"}
    game.play("us done")
    assert of_moves(game, "jp", "allowed") == GIVES["jp"]
    assert of_moves(game, "jp", "not-yours-to-move") == GIVES["us"] - {"D4"}


@RULE_4_12
@pytest.mark.parametrize("issue", [-1, 12])
def test_there_must_be_such_an_issue(issue: int) -> None:
    game = closing()
    assert game.says(plain("us", codes.ACT_DECIDE, issue, 1)) == "no-such-issue"
    assert game.says(plain("us", codes.ACT_REOPEN, issue, 1)) == "no-such-issue"


@RULE_4_12
def test_one_level_only() -> None:
    game = closing(T1=1)
    assert game.says("us decide T1=3") == "one-level-only"
    assert game.says("us decide T1=1") == "one-level-only"
    assert game.says("us decide T1=2") == "allowed"


@RULE_4_12
def test_one_move_a_round() -> None:
    game = closing().play("us decide T1=1")
    assert game.says("us decide T3=1") == "move-used"
    assert game.to("closing", 3).play("jp done").says("us decide T3=1") == "allowed"


@RULE_4_12
def test_it_serves_the_other_side() -> None:
    game = closing(T1=2)
    assert game.says("us decide T1=1") == "not-for-them"
    assert game.play("us done").says("jp decide D2=1") == "allowed"


@RULE_4_12
def test_a_step_down_may_serve_the_other_side_too() -> None:
    assert closing(D4=4).says("us decide D4=3") == "allowed"
    assert closing(D4=4).play("us done").says("jp decide D4=3") == "not-for-them"


@RULE_4_12
def test_it_must_serve_it_and_not_leave_it_as_it_was() -> None:
    assert closing(T3=3).says("us decide T3=4") == "above-lock"
    assert closing(T3=3, m_protection=30).says("us decide T3=4") == "allowed"


@RULE_4_12
@pytest.mark.parametrize(("issue", "free", "bound"), [("D1", 2, 3), ("D3", 2, 3)])
def test_from_some_levels_on_only_a_vote_will_do(issue: str, free: int, bound: int) -> None:
    assert closing(**{issue: free - 1}).play("us done").says(f"jp decide {issue}={free}") == "allowed"
    assert closing(**{issue: bound - 1}).play("us done").says(f"jp decide {issue}={bound}") == "needs-vote"


@RULE_4_12
def test_locks_hold() -> None:
    game = closing(F2=1, m_protection=74).put({"m_protection": 75})
    assert game.says("us decide F2=2") == "above-lock"
    assert closing(F4=1, markers=2).says("us decide F4=2") == "may-not-rise"
    assert closing(F4=1, markers=1).says("us decide F4=2") == "allowed"


@RULE_4_12
def test_an_issue_of_the_accord_is_not_moved() -> None:
    game = table(round_=2).to("offers").play("us offer T1=2 F1=1", "jp accept")
    assert game.says("us decide T1=1") == "in-the-accord"
    assert game.says("us decide F1=2") == "in-the-accord"
    assert game.says("us decide T3=1") == "allowed"


@RULE_4_12
def test_without_an_accord_the_issues_on_the_table_are_free() -> None:
    game = table(round_=2).to("offers").play("us offer T1=2", "jp break")
    assert game.says("us decide T1=1") == "allowed"


@RULE_4_12
def test_what_one_side_has_moved_the_other_leaves() -> None:
    game = closing().play("us decide D4=1", "us done")
    assert game.says("jp decide D4=1") == "issue-moved"
    assert game.says("jp decide D2=1") == "allowed"


@RULE_4_12
def test_what_one_side_has_moved_is_not_broken_by_the_other() -> None:
    game = closing(D4=2).play("us decide D4=3", "us done")
    assert game.says("jp reopen D4=1") == "issue-moved"


@RULE_4_12
@pytest.mark.parametrize(("card", "issue", "level"), [("ev10", "T3", 1), ("ev12", "F1", 2)])
def test_a_card_may_make_one_step_up_free_for_the_round(card: str, issue: str, level: int) -> None:
    game = table(round_=2, news={2: card}).to("closing").put({"us.capital": 0})
    assert game.effect_of(f"us decide {issue}={level}") == {}
    later = table(round_=2, news={2: card}).to("closing", 3).play("jp done").put({"us.capital": 0})
    assert later.says(f"us decide {issue}={level}") == "no-capital"


@RULE_4_12
def test_a_free_step_is_up_and_on_its_issue_only() -> None:
    game = table(round_=2, news={2: "ev12"}, start={"D4": 4}).to("closing").put({"us.capital": 0})
    assert game.says("us decide T1=1") == "no-capital"
    assert game.says("us decide D4=3") == "no-capital"


@R18
def test_a_step_against_the_other_side_is_a_breach() -> None:
    game = closing(T1=2)
    assert game.says("us reopen T1=1") == "allowed"
    assert game.says("us reopen F1=0") == "allowed"
    assert game.says("us reopen T3=1") == "not-against-them"


@R18
def test_a_breach_obeys_locks_and_the_accord_too() -> None:
    game = table(round_=2, start={"T1": 2}).to("offers").play("us offer T1=3", "jp accept")
    assert game.says("us reopen T1=1") == "in-the-accord"
    assert closing(D2=1).play("us done").says("jp reopen D2=2") == "not-against-them"


@R18
def test_a_breach_may_pass_the_level_from_which_a_vote_is_needed() -> None:
    game = closing(D3=4)
    assert game.play("us done").says("jp reopen D3=3") == "allowed"


@RULE_6_1
def test_the_package_comes_first_then_the_moves_of_the_us_side_then_of_japan() -> None:
    game = table(round_=2).to("offers").play("us offer F4=2", "jp accept", "us decide T1=1", "us done", "jp decide D2=1", "jp done")
    game.put({group.id: 100 for group in game.scenario.groups}).play("us submit", "jp submit")
    levels = [game.names.of_cell(row[2]) for row in game.rows if row[0] == 2 and game.names.of_cell(row[2]) in ("F4", "T1", "D2")]
    assert levels == ["F4", "T1", "D2"]


@RULE_6_1
def test_moves_are_made_whatever_becomes_of_the_package() -> None:
    game = table(round_=2, start={"jp_coalition": 10}).to("offers").play("us offer F4=2", "jp accept", "us decide T1=1")
    game.to("draw", 3)
    assert (game["F4"], game["T1"]) == (1, 1)


@RULE_6_2
def test_half_of_every_shift_stays_after_a_move() -> None:
    game = closing().play("us decide T1=1").to("draw", 3)
    stays = {group.id: game.by("vote").get(group.id, 0) for group in game.scenario.groups}
    assert stays == {
        "us_president": 2,
        "us_congress": 1,
        "us_base": -2,
        "us_industry": -3,
        "us_importers": 3,
        "us_security": 0,
        "jp_coalition": 2,
        "jp_opposition": 3,
        "jp_business": 3,
        "jp_public": 2,
        "jp_farm": 1,
        "jp_bases": 0,
    }


@RULE_6_2
def test_the_half_of_a_package_and_the_half_of_a_move_add_up() -> None:
    game = table(posture="dealmaker", round_=2, start={"T1": 2}).to("offers").play("us offer T2=1", "jp accept", "us decide T1=3")
    game.to("home").carried()
    assert game.by("vote")["jp_opposition"] == -2 + 3  # -3 of T2 and half of it, +5 of T1 and half of it
    assert game.by("vote")["us_president"] == 3 - 2  # +6.00 and half of it, -3.90 and half of it
