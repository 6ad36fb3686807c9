"""Step 4, Talks: the opening with its probes, proposals and links, the offers, and moves without a vote."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import ACCORD, SUGGESTED, UNSET
from sim.kernel.tables import T_OPEN_EXPR, T_PROBE_TOKENS
from sim.table.actions import offer, suggest
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import (
    RULE_4_1,
    RULE_4_2,
    RULE_4_3,
    RULE_4_4,
    RULE_4_5,
    RULE_4_6,
    RULE_4_7,
    RULE_4_8,
    RULE_4_9,
    RULE_4_10,
    RULE_4_11,
    RULE_4_13,
)


def offers(**words: object) -> Table:
    """Round 1, the offers; Japan has the word."""
    return table(**words).to("offers")  # type: ignore[arg-type]


@RULE_4_1
def test_japan_opens_odd_rounds_and_the_us_side_even_ones() -> None:
    game = table()
    assert [game.to(place, number).waits_for for number in (1, 2, 3) for place in ("opening", "offers", "closing")] == [
        *[("jp",)] * 3,
        *[("us",)] * 3,
        *[("jp",)] * 3,
    ]


@RULE_4_1
def test_in_opening_and_closing_the_word_passes_once() -> None:
    game = table().to("opening").play("jp done")
    assert game.waits_for == ("us",)
    assert game.play("us done").is_at("offers", 1)
    game.play("jp break").play("jp done")
    assert game.waits_for == ("us",)
    assert game.play("us done").is_at("draw", 2)


@RULE_4_2
def test_a_probe_is_paid_with_what_there_is() -> None:
    game = table().to("opening").put({"jp.capital": 0, "jp.tokens": 1})
    assert game.says("jp probe capital") == "no-capital"
    assert game.says("jp probe token") == "allowed"
    game.put({"jp.capital": 1, "jp.tokens": 0})
    assert game.says("jp probe token") == "no-token"
    assert game.says("jp probe capital") == "allowed"


@RULE_4_2
def test_where_a_pack_takes_no_token_for_it_a_token_is_none() -> None:
    game = table().to("opening")
    game.t[T_PROBE_TOKENS] = 0
    assert game.says("jp probe token") == "no-token"


@RULE_4_2
def test_a_probe_passes_no_word_and_the_other_side_sees_only_that() -> None:
    game = table().to("opening").play("jp probe token")
    assert game.waits_for == ("jp",)
    assert game.says("jp probe token") == "probe-used"


@RULE_4_3
def test_offers_alternate_and_there_are_four_in_all() -> None:
    game = offers().play("jp offer T1=1")
    assert game.waits_for == ("us",)
    game.play("us offer T2=1", "jp offer T1=2", "us offer T2=2")
    assert game.says("jp offer T1=3") == "no-offers-left"
    assert game.says("jp accept") == "allowed"


@RULE_4_3
def test_a_refused_offer_does_not_count() -> None:
    game = offers()
    assert game.says("jp offer T1=5") == "above-lock"
    game.play("jp offer T1=1", "us offer T2=1", "jp offer T1=2", "us offer T2=2")
    assert game.says("jp accept") == "allowed"


@RULE_4_3
@pytest.mark.parametrize(
    ("bound", "code"), [(-1, "not-bound"), (4, "not-bound"), (2, "not-bound"), (1, "allowed"), (3, "allowed"), (0, "allowed")]
)
def test_an_offer_binds_the_other_side_too(bound: int, code: str) -> None:
    package = (None,) * 4 + (1,) + (None,) * 7
    assert offers().says(offer("jp", package, bound)) == code


@RULE_4_4
def test_a_new_offer_takes_the_place_of_the_one_before() -> None:
    game = offers().play("jp offer T1=1", "us offer T2=1 T1=1", "jp accept").to("home")
    assert game.package == {"T1": 1, "T2": 1}


@RULE_4_4
def test_earlier_acceptances_lapse() -> None:
    game = offers().play("jp offer T1=1", "us offer T2=1")
    assert game.says("us accept") == "not-your-turn"
    assert game.play("jp hold").says("us accept") == "own-offer"


@RULE_4_4
def test_the_same_offer_is_not_made_twice() -> None:
    game = offers().play("jp offer T1=1")
    assert game.says("us offer T1=1") == "same-offer"
    assert game.says("us offer T1=1 T2=1") == "allowed"


@RULE_4_5
@pytest.mark.parametrize("level", [6, 31, -2])
def test_there_must_be_such_a_level(level: int) -> None:
    package = (None,) * 4 + (level,) + (None,) * 7
    game = offers()
    assert game.says(offer("jp", package)) == "no-such-level"


@RULE_4_6
def test_a_package_changes_something() -> None:
    game = offers()
    assert game.says(offer("jp", (None,) * 12)) == "empty-package"
    assert game.says("jp offer T1=0 F4=1") == "empty-package"


@RULE_4_6
def test_steps_down_count_like_steps_up() -> None:
    game = offers(start={"D1": 4, "T2": 3})
    assert game.says("jp offer D1=0 T2=1") == "allowed"
    assert game.says("jp offer D1=0 T2=0") == "too-large"


@RULE_4_7
def test_while_votes_are_barred_nothing_is_offered() -> None:
    game = offers(start={"m_cabinet": 25}, round_=5, news={5: "ev33"})
    assert game.says("jp offer T1=1") == "vote-barred"
    assert game.to("offers", 6).says("us offer T1=1") == "allowed"


@RULE_4_8
def test_a_link_holds_both_issues_together() -> None:
    game = table().to("opening").play("jp link T1 T2", "us agree link T1 T2").to("offers")
    assert game.says("jp offer T1=1") == "link-broken"
    assert game.says("jp offer T2=1") == "link-broken"
    assert game.says("jp offer T1=1 T2=1") == "allowed"
    assert game.says("jp offer D2=1") == "allowed"


@RULE_4_8
def test_a_link_binds_an_offer_on_the_table_too() -> None:
    game = offers().play("jp offer T1=1", "us link T1 T2", "jp agree link T1 T2")
    assert game.says("us accept") == "link-broken"


@RULE_4_9
def test_with_the_last_acceptance_there_is_an_accord_and_no_more_offers() -> None:
    game = offers().play("jp offer T1=1 T2=1", "us accept")
    assert game.is_at("closing", 1)
    assert game.s[ACCORD] == 1
    assert game.to("home").package == {"T1": 1, "T2": 1}


@RULE_4_9
def test_without_an_offer_nothing_is_accepted() -> None:
    assert offers().says("jp accept") == "nothing-to-accept"


@RULE_4_9
def test_the_next_round_begins_without_an_offer() -> None:
    game = offers().play("jp offer T1=1", "us break").to("offers", 2)
    assert game.says("us accept") == "nothing-to-accept"
    assert game.says("us offer T1=1") == "allowed"


@RULE_4_10
def test_a_hold_passes_the_word_and_uses_no_offer() -> None:
    game = offers().play("jp hold")
    assert game.waits_for == ("us",)
    game.play("us offer T1=1", "jp hold", "us offer T1=2", "jp offer T1=3", "us offer T2=1")
    assert game.says("jp offer T2=2") == "no-offers-left"


@RULE_4_10
def test_two_holds_in_a_row_end_the_offers() -> None:
    assert offers().play("jp hold", "us hold").is_at("closing", 1)


@RULE_4_10
def test_holds_that_an_offer_parts_do_not() -> None:
    game = offers().play("jp hold", "us offer T1=1", "jp hold")
    assert game.is_at("offers", 1)
    assert game.play("us hold").is_at("closing", 1)


@RULE_4_10
def test_the_answer_to_the_last_offer_ends_them() -> None:
    game = offers().play("jp offer T1=1", "us offer T2=1", "jp offer T1=2", "us offer T2=2", "jp hold")
    assert game.is_at("closing", 1)
    assert game.to("draw", 2).votes_held == 0


@RULE_4_11
def test_a_break_ends_the_offers_without_an_accord() -> None:
    game = offers().play("jp offer T1=1", "us break")
    assert game.is_at("closing", 1)
    assert game.to("draw", 2).votes_held == 0


@RULE_4_13
def test_a_track_seat_shows_its_own_side_a_package() -> None:
    game = table(seats={"us": 4, "jp": 4}).to("opening").play("jp.meti suggest T1=2 T2=1")
    at = SUGGESTED + 32
    package = [UNSET] * 4 + [2, 1] + [UNSET] * 6
    assert game.knows("jp")[at : at + 12] == package
    assert game.knows("jp.mofa")[at : at + 12] == package
    assert game.knows("us")[at : at + 12] == [UNSET] * 12
    assert game.waits_for == ("jp",)


@RULE_4_13
def test_a_suggestion_may_come_at_any_time_before_the_accord() -> None:
    game = table(seats={"us": 4, "jp": 4}).to("opening")
    assert game.says("us.def suggest D2=1") == "allowed"
    assert game.to("offers").says("us.def suggest D2=1") == "allowed"
    assert game.to("closing").says("us.def suggest D2=1") == "not-now"
    assert game.to("response", 2).says("us.def suggest D2=1") == "not-now"


@RULE_4_13
def test_after_the_accord_nothing_is_suggested() -> None:
    game = table(seats={"us": 4, "jp": 4}).to("opening")
    game.s[ACCORD] = 1
    assert game.says("us.def suggest D2=1") == "accord-stands"


@RULE_4_13
def test_who_suggests() -> None:
    game = table(seats={"us": 4, "jp": 4}).to("opening")
    assert game.says("us suggest D2=1") == "not-this-seat"
    assert table().to("opening").says("us suggest D2=1") == "not-this-seat"
    assert game.without_tracks("us.def").says("us.def suggest D2=1") == "not-this-seat"


@RULE_4_13
def test_what_is_suggested_may_be_above_a_lock_but_must_exist() -> None:
    game = table(seats={"us": 4, "jp": 4}).to("opening")
    assert game.says("us.def suggest T1=5") == "allowed"
    assert game.says(suggest("us.def", (None,) * 12)) == "no-such-issue"
    assert game.says(suggest("us.def", (9,) + (None,) * 11)) == "no-such-issue"


@RULE_4_13
def test_a_suggestion_is_gone_with_the_round() -> None:
    game = table(seats={"us": 4, "jp": 4}).to("opening").play("us.def suggest D2=1").to("opening", 2)
    assert game.s[SUGGESTED : SUGGESTED + 12] == [UNSET] * 12


@RULE_4_2
def test_what_a_scenario_keeps_shut_is_not_open() -> None:
    game = table("spring-short").to("opening", 4)
    assert game.says("jp probe token") == "not-open-yet"
    assert game.play("jp link T1 T2").says("us agree link T1 T2") == "allowed"
    game.t[T_OPEN_EXPR + codes.ACT_AGREE] = game.t[T_OPEN_EXPR + codes.ACT_PROBE]
    assert game.says("us agree link T1 T2") == "not-open-yet"
