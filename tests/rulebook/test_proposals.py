"""What needs the other side's word in Talks: initiatives, links, the return to talks."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import MAX_LINKS, MAX_PROPOSALS, N_LINKS, N_PROPOSALS
from sim.kernel.tables import T_ACT_CONSENT, T_ACT_NEEDS_EXPR, T_ACT_PARTY, T_ACT_PER_ROUND
from sim.table.actions import plain
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import RULE_4_14, RULE_4_15, RULE_4_16, RULE_4_17, RULE_4_18


def opening(**words: object) -> Table:
    """Round 1, the opening; Japan has the word. in01, in02, in04, in06 and in10 lie open."""
    return table(turned_up={1: "in02"}, **words).to("opening")  # type: ignore[arg-type]


def full(game: Table) -> Table:
    """The same with as many proposals as the table holds."""
    game.s[N_PROPOSALS] = MAX_PROPOSALS
    return game


@RULE_4_14
def test_an_initiative_is_proposed_agreed_and_paid_by_both() -> None:
    game = opening()
    assert game.effect_of("jp initiative in10") == {}
    assert game.effect_of("us agree in10") == {"us.capital": -1, "jp.capital": -1}
    assert game.initiatives("agreed") == ["in10"]


@RULE_4_14
def test_only_what_lies_open_is_proposed() -> None:
    game = opening()
    assert game.says("jp initiative in12") == "not-face-up"
    assert game.says(plain("jp", codes.ACT_INITIATIVE, -1)) == "not-face-up"
    assert game.says(plain("jp", codes.ACT_INITIATIVE, 16)) == "not-face-up"
    game.play("jp initiative in10", "us agree in10")
    assert game.says("jp initiative in10") == "not-face-up"


@RULE_4_14
def test_one_new_initiative_a_round() -> None:
    game = opening(start={"T4": 2}).play("jp initiative in10", "us agree in10")
    assert game.says("jp initiative in01") == "one-initiative"
    assert game.to("opening", 2).says("us initiative in01") == "allowed"


@RULE_4_14
def test_its_prerequisite_holds() -> None:
    game = opening()
    assert game.says("jp initiative in01") == "needs-not-met"
    assert game.put({"T4": 1}).says("jp initiative in01") == "allowed"


@RULE_4_14
def test_who_proposes_can_pay() -> None:
    game = opening().put({"jp.capital": 0})
    assert game.says("jp initiative in10") == "no-capital"
    assert game.put({"jp.capital": 1}).says("jp initiative in10") == "allowed"


@RULE_4_14
def test_it_is_proposed_once_and_while_there_is_room() -> None:
    assert opening().play("jp initiative in10").says("jp initiative in10") == "already-proposed"
    assert full(opening()).says("jp initiative in10") == "table-full"


@RULE_4_18
def test_the_other_side_agrees_without_having_the_word() -> None:
    game = opening().play("jp initiative in10")
    assert game.waits_for == ("jp",)
    assert game.says("us agree in10") == "allowed"
    assert game.says("jp agree in10") == "own-proposal"
    assert game.says("us agree in01") == "no-such-proposal"
    assert game.says(plain("us", codes.ACT_AGREE, -1)) == "no-such-proposal"
    assert game.says(plain("us", codes.ACT_AGREE, 1)) == "no-such-proposal"


@RULE_4_18
def test_it_may_still_be_agreed_during_the_offers_and_lapses_behind_them() -> None:
    game = opening().play("jp initiative in10").to("offers")
    assert game.says("us agree in10") == "allowed"
    assert game.to("closing").says("us agree in10") == "not-now"
    assert game.to("opening", 2).says("us agree in10") == "no-such-proposal"


@RULE_4_18
def test_agreeing_belongs_to_talks() -> None:
    assert table().to("response").says("us agree in10") == "not-now"


@RULE_4_18
def test_what_has_changed_since_is_asked_again() -> None:
    game = opening(start={"T4": 1}).play("jp initiative in01", "jp initiative in10").put({"T4": 0})
    assert game.says("us agree in01") == "needs-not-met"
    game.play("us agree in10")
    assert game.put({"T4": 1}).says("us agree in01") == "one-initiative"


@RULE_4_18
def test_all_must_be_able_to_pay() -> None:
    game = opening().play("jp initiative in10").put({"us.capital": 0})
    assert game.says("us agree in10") == "no-capital"
    game.put({"us.capital": 1, "jp.capital": 0})
    assert game.says("us agree in10") == "other-cannot-pay"
    assert game.put({"jp.capital": 1}).says("us agree in10") == "allowed"


@RULE_4_15
def test_a_link_is_proposed_in_opening_or_offers_and_agreed() -> None:
    game = opening()
    assert game.says("jp link T1 T2") == "allowed"
    game.to("offers").play("jp link T1 T2", "us agree link T1 T2")
    assert game.says("jp offer T1=1") == "link-broken"
    assert game.waits_for == ("jp",)
    assert game.to("closing").says("jp link D1 D2") == "not-now"


@RULE_4_15
def test_a_link_that_is_only_proposed_binds_nobody() -> None:
    game = opening().play("jp link T1 T2").to("offers")
    assert game.says("jp offer T1=1") == "allowed"


@RULE_4_15
@pytest.mark.parametrize(("a", "b"), [(0, 0), (-1, 3), (3, -1), (12, 3), (3, 12)])
def test_a_link_is_of_two_issues(a: int, b: int) -> None:
    assert opening().says(plain("jp", codes.ACT_LINK, a, b)) == "no-such-issue"


@RULE_4_15
def test_a_link_is_made_once_whichever_way_round() -> None:
    game = opening().play("jp link T1 T2")
    assert game.says("jp link T1 T2") == "already-proposed"
    assert game.says("jp link T2 T1") == "already-proposed"
    game.play("us agree link T1 T2")
    assert game.says("jp link T1 T2") == "already-linked"
    assert game.says("jp link T2 T1") == "already-linked"


@RULE_4_15
def test_three_links_a_side() -> None:
    game = opening()
    for pair in ("D1 D2", "T1 T2", "F1 F2"):
        game.play(f"jp link {pair}", f"us agree link {pair}")
    assert game.says("jp link D3 D4") == "too-many-links"
    assert game.play("jp done").says("us link D3 D4") == "allowed"


@RULE_4_15
def test_links_need_room_on_the_table() -> None:
    assert full(opening()).says("jp link T1 T2") == "table-full"
    game = opening()
    game.s[N_LINKS] = MAX_LINKS
    assert game.says("jp link T1 T2") == "too-many-links"


@RULE_4_16
def test_a_link_ends_by_consent() -> None:
    game = opening().play("jp link T1 T2", "us agree link T1 T2", "jp unlink T2 T1")
    assert game.says("jp unlink T1 T2") == "already-proposed"
    assert game.says("jp unlink T2 T1") == "already-proposed"
    game.play("us agree unlink T1 T2").to("offers")
    assert game.says("jp offer T1=1") == "allowed"


@RULE_4_16
def test_a_link_holds_over_the_rounds() -> None:
    game = opening().play("jp link T1 T2", "us agree link T1 T2").to("offers", 3)
    assert game.says("jp offer T1=1") == "link-broken"


@RULE_4_16
def test_of_two_links_only_the_one_named_ends() -> None:
    game = opening().play("jp link T1 T2", "us agree link T1 T2", "jp link D1 D2", "us agree link D1 D2")
    game.play("jp unlink T1 T2", "us agree unlink T1 T2").to("offers")
    assert game.says("jp offer T1=1") == "allowed"
    assert game.says("jp offer D1=1") == "link-broken"


@RULE_4_16
def test_what_is_not_linked_is_not_unlinked() -> None:
    assert opening().says("jp unlink T1 T2") == "not-linked"
    game = opening().play("jp link T1 T2", "us agree link T1 T2")
    assert full(game).says("jp unlink T1 T2") == "table-full"


@RULE_4_17
def test_the_return_to_talks_is_agreed_and_paid_by_both() -> None:
    game = opening().put({"friction": 4})
    assert game.effect_of("jp calm") == {}
    assert game.effect_of("us agree calm") == {"us.capital": -1, "jp.capital": -1, "friction": -3}


@RULE_4_17
def test_friction_never_falls_below_0() -> None:
    assert "friction" not in opening().play("jp calm").effect_of("us agree calm")


@RULE_4_17
def test_the_return_to_talks_comes_once_a_round() -> None:
    game = opening().play("jp calm", "us agree calm")
    assert game.says("jp calm") == "one-per-round"
    assert game.to("opening", 2).says("us calm") == "allowed"


@RULE_4_17
def test_the_return_to_talks_has_its_price() -> None:
    game = opening().put({"jp.capital": 0})
    assert game.says("jp calm") == "no-capital"
    assert game.put({"jp.capital": 1}).says("jp calm") == "allowed"


@RULE_4_17
def test_the_return_to_talks_is_proposed_once_and_while_there_is_room() -> None:
    assert opening().play("jp calm").says("jp calm") == "already-proposed"
    assert full(opening()).says("jp calm") == "table-full"


@RULE_4_17
def test_an_act_that_is_none_or_another_sides() -> None:
    game = opening()
    game.t[T_ACT_PARTY] = 0
    assert game.says("jp calm") == "not-open-yet"
    game.t[T_ACT_PARTY] = 1
    assert game.says("jp calm") == "allowed"
    game.play("jp done")
    assert game.says(plain("us", codes.ACT_PACK, 1)) == "not-open-yet"
    assert game.says(plain("us", codes.ACT_PACK, -1)) == "not-open-yet"


@RULE_4_17
def test_an_act_may_be_done_as_often_as_one_likes() -> None:
    game = opening()
    game.t[T_ACT_PER_ROUND] = 0
    assert game.play("jp calm", "us agree calm").says("jp calm") == "allowed"


@RULE_4_17
def test_an_act_may_have_a_condition() -> None:
    game = opening()
    game.t[T_ACT_NEEDS_EXPR] = game.program("m_leader_trust >= 35")
    assert game.put({"m_leader_trust": 34}).says("jp calm") == "needs-not-met"
    assert game.put({"m_leader_trust": 35}).says("jp calm") == "allowed"


@RULE_4_17
def test_an_act_that_needs_no_consent_happens_at_once() -> None:
    game = opening().put({"friction": 4})
    game.t[T_ACT_CONSENT] = 0
    assert game.effect_of("jp calm") == {"jp.capital": -1, "friction": -3}
    assert game.says("jp calm") == "one-per-round"
