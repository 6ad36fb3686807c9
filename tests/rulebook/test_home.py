"""Step 5, Home: consulting, groundwork, the reveal, the vote, and what follows at once."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import ACCORD, GROUNDWORK, HOME, KNOWN_MOOD, SHOWN_GROUNDWORK, UNSET, WORD
from sim.table.actions import plain
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import RULE_5_1, RULE_5_2, RULE_5_3, RULE_5_4, RULE_5_5, RULE_5_6, RULE_5_7, RULE_5_8, RULE_5_9, RULE_6_2

LOSS_OF_JAPAN = {"jp_coalition": -2, "jp_opposition": -2, "jp_business": -2, "jp_public": -2, "jp_farm": -2, "jp_bases": -2}
LOSS_OF_US = {"us_president": -2, "us_congress": -2, "us_base": -2, "us_industry": -2, "us_importers": -2, "us_security": -2}


def home(package: str = "D2=1 T1=1", **words: object) -> Table:
    """Round 1, Home, with an accord on a package."""
    return table(**words).accord(package)  # type: ignore[arg-type]


@RULE_5_1
def test_without_an_accord_the_step_is_empty() -> None:
    game = table().to("closing").play("jp done", "us done")
    assert game.is_at("draw", 2)


@RULE_5_1
def test_both_sides_prepare_side_by_side() -> None:
    assert home().waits_for == ("us", "jp")


@RULE_5_2
def test_a_side_consults_one_of_its_groups_and_learns_its_mood() -> None:
    game = home(moods={"jp_farm": -3})
    assert game.effect_of("jp consult jp_farm") == {}
    farm = KNOWN_MOOD + game.names.index("jp_farm")
    assert (game.knows("jp")[farm], game.knows("us")[farm]) == (97, UNSET)
    assert game.says("jp consult jp_bases") == "already-consulted"


@RULE_5_2
def test_a_side_consults_its_own_groups() -> None:
    game = home()
    assert game.says("jp consult us_base") == "not-your-group"
    assert game.says(plain("jp", codes.ACT_CONSULT, -1)) == "not-your-group"
    assert game.says(plain("jp", codes.ACT_CONSULT, 12)) == "not-your-group"


@RULE_5_2
def test_it_may_consult_again_in_the_next_round() -> None:
    game = home().play("jp consult jp_farm").to("offers", 2).accord("T1=1")
    assert game.says("jp consult jp_farm") == "allowed"


@RULE_5_3
def test_a_step_of_groundwork_adds_three_and_is_paid_when_the_vote_is_held() -> None:
    game = home()
    assert game.effect_of("jp groundwork jp_opposition=4") == {}
    game.play("jp submit", "us submit")
    assert game.votes(1, ["jp_opposition"]) == [(40 - 4 + 5 + 12, 1)]
    assert game.at_end_of(1)["jp.capital"] == 9 - 4 + 1


@RULE_5_3
@pytest.mark.parametrize(("momentum", "size"), [(29, 2), (30, 3), (59, 3), (60, 4)])
def test_momentum_sets_the_size_of_a_step(momentum: int, size: int) -> None:
    game = home().put({"m_momentum": momentum}).play("jp groundwork jp_farm=1", "jp submit", "us submit")
    assert game.votes(1, ["jp_farm"]) == [(48 + 1 + size, 0 if 49 + size < 50 else 1)]


@RULE_5_3
def test_steps_can_be_changed_until_the_word_is_said() -> None:
    game = home().play("jp groundwork jp_opposition=4", "jp groundwork jp_opposition=1", "jp groundwork jp_farm=1")
    game.play("jp submit", "us submit")
    assert game.votes(1, ["jp_opposition", "jp_farm"]) == [(44, 0), (52, 1)]
    assert game.at_end_of(1)["jp.capital"] == 9 - 2


@RULE_5_3
def test_groundwork_works_on_own_groups_only() -> None:
    game = home()
    assert game.says("jp groundwork us_base=1") == "not-your-group"
    assert game.says(plain("jp", codes.ACT_GROUNDWORK, 12, 1)) == "not-your-group"


@RULE_5_3
def test_groundwork_is_sealed_until_the_vote() -> None:
    game = home().play("jp groundwork jp_opposition=4", "jp submit")
    group = game.names.index("jp_opposition")
    assert (game.knows("jp")[GROUNDWORK + group], game.knows("us")[GROUNDWORK + group]) == (4, UNSET)
    assert game.knows("us")[SHOWN_GROUNDWORK + group] == 0
    assert game.knows("us")[HOME + 1] == UNSET
    game.play("us submit")
    assert game.noted(1, SHOWN_GROUNDWORK, "jp_opposition") == 4


@RULE_5_3
def test_it_is_paid_from_what_there_is() -> None:
    game = home().put({"jp.capital": 3})
    assert game.says("jp groundwork jp_opposition=4") == "no-capital"
    game.play("jp groundwork jp_opposition=3")
    assert game.says("jp groundwork jp_farm=1") == "no-capital"
    assert game.play("jp groundwork jp_opposition=2").says("jp groundwork jp_farm=1") == "allowed"


@RULE_5_3
@pytest.mark.parametrize(("package", "price"), [("D2=3 T2=0 F4=2", 1), ("D2=3 F4=1", 2), ("D2=2 D3=1 F4=1", 2), ("D1=1 D2=2", 1)])
def test_a_group_that_loses_much_costs_double(package: str, price: int) -> None:
    game = home(package).play("jp groundwork jp_opposition=1")
    assert game.spent("jp") == price


@RULE_5_4
@pytest.mark.parametrize(("momentum", "steps"), [(60, 3), (50, 4), (20, 6)])
def test_a_group_takes_twelve_at_most_in_whole_steps(momentum: int, steps: int) -> None:
    game = home().put({"m_momentum": momentum, "jp.capital": 12})
    assert game.says(f"jp groundwork jp_opposition={steps}") == "allowed"
    assert game.says(f"jp groundwork jp_opposition={steps + 1}") == "group-limit"
    assert game.says(plain("jp", codes.ACT_GROUNDWORK, game.names.index("jp_opposition"), -1)) == "group-limit"


@RULE_5_4
@pytest.mark.parametrize(("momentum", "first", "second"), [(60, 3, 1), (50, 4, 2), (20, 6, 3)])
def test_a_side_places_eighteen_at_most_in_whole_steps(momentum: int, first: int, second: int) -> None:
    game = home().put({"m_momentum": momentum, "jp.capital": 12}).play(f"jp groundwork jp_opposition={first}")
    assert game.says(f"jp groundwork jp_farm={second}") == "allowed"
    assert game.says(f"jp groundwork jp_farm={second + 1}") == "side-limit"


@RULE_5_4
def test_the_other_sides_groundwork_does_not_count() -> None:
    game = home().put({"us.capital": 12, "jp.capital": 12}).play("us groundwork us_base=4", "us groundwork us_congress=2")
    assert game.says("jp groundwork jp_farm=4") == "allowed"


@RULE_5_4
def test_a_group_below_20_cannot_be_moved() -> None:
    game = home().put({"jp_farm": 19})
    assert game.says("jp groundwork jp_farm=1") == "group-unmoved"
    assert game.says("jp groundwork jp_farm=0") == "allowed"
    assert game.put({"jp_farm": 20}).says("jp groundwork jp_farm=1") == "allowed"


@RULE_5_5
@pytest.mark.parametrize("lines", [("jp keep back", "us submit"), ("us submit", "jp keep back"), ("us keep back", "jp keep back")])
def test_kept_back_by_one_side_the_accord_lapses_and_nothing_is_paid(lines: tuple[str, str]) -> None:
    game = home().play("jp groundwork jp_opposition=4").play(*lines)
    assert game.votes_held == 0
    assert game.at_end_of(1)["jp.capital"] == 9
    assert (game["D2"], game["T1"]) == (0, 0)
    assert game.by("jp") == {}


@RULE_5_5
def test_groundwork_of_a_lapsed_accord_does_not_come_back() -> None:
    game = home().play("jp groundwork jp_opposition=4", "jp keep back", "us submit").to("offers", 2).accord("D2=1 T1=1")
    assert game.spent("jp") == 0
    game.play("jp submit", "us submit")
    assert game.votes(2, ["jp_opposition"])[0][0] == 41


@RULE_5_5
@pytest.mark.parametrize("word", ["submit", "keep back"])
def test_without_an_accord_there_is_no_word_to_say(word: str) -> None:
    game = home()
    game.s[ACCORD] = 0
    assert game.says(f"jp {word}") == "no-accord"


@RULE_5_6
def test_a_vote_barred_by_a_card_is_not_held() -> None:
    game = table(round_=5, start={"m_cabinet": 25}).accord("D2=1").play("jp groundwork jp_opposition=1")
    game.bar_votes().play("jp submit", "us submit")
    assert game.votes_held == 0
    assert game.at_end_of(5)["jp.capital"] == 9


@RULE_5_7
def test_support_mood_shift_groundwork_and_bonus_make_the_vote_value() -> None:
    game = table(news={1: "ev30"}, moods={"jp_public": 3}).accord("D1=1 T1=1").play("jp groundwork jp_public=1", "jp submit", "us submit")
    assert game.votes(1, ["jp_public"]) == [(44 + 3 - 2 + 4 + 3 + 2, 1)]


@RULE_5_7
@pytest.mark.parametrize(("support", "yes"), [(45, 0), (46, 1)])
def test_from_50_on_a_group_says_yes(support: int, yes: int) -> None:
    assert home("T1=1").put({"jp_public": support}).play("jp submit", "us submit").votes(1, ["jp_public"]) == [(support + 4, yes)]


@RULE_5_7
@pytest.mark.parametrize(
    ("package", "gain", "value"), [("T1=1", 300, 55), ("T2=5 T1=1", 2700, 72), ("F4=2", -64, 51), ("F4=3 F1=3", -200, 50)]
)
def test_the_white_house_follows_the_utility_of_its_posture(package: str, gain: int, value: int) -> None:
    game = home(package, posture="dealmaker")
    assert game.gain("us") == gain
    assert game.play("jp submit", "us submit").votes(1, ["us_president"]) == [(value, 1)]


@RULE_5_7
@pytest.mark.parametrize(("package", "gain", "value", "yes"), [("T1=3", -570, 94, 0), ("T1=2 F1=2", -135, 99, 1)])
def test_the_white_house_refuses_a_clear_loss_whatever_its_support(package: str, gain: int, value: int, yes: int) -> None:
    game = home(package, posture="dealmaker").put({"us_president": 100})
    assert game.gain("us") == gain
    assert game.play("jp submit", "us submit").votes(1, ["us_president"]) == [(value, yes)]


@RULE_5_7
def test_a_loss_of_three_is_not_yet_a_clear_loss() -> None:
    game = home("F3=2 F2=2 T2=1", posture="dealmaker", start={"T2": 0}).put({"us_president": 100})
    assert game.refuses_at(-300) is False
    assert game.refuses_at(-301) is True


@RULE_5_7
@pytest.mark.parametrize(("support", "word"), [(41, "cold"), (42, "open"), (51, "open"), (52, "keen")])
def test_others_hear_a_word_of_the_white_house(support: int, word: str) -> None:
    game = home("T1=1", posture="dealmaker").put({"us_president": support}).play("jp submit", "us submit")
    assert game.scenario.groups[0].words[game.s[WORD]].en == word


def ratifies(party: str, **support: int) -> bool:
    """Whether the body of a side approves a package on T1 when the groups stand like this; groups left out say no."""
    game = table(start={"m_diet": 42}).accord("T1=1")
    game.put({group.id: 0 for group in game.scenario.groups}).put({name: value for name, value in support.items() if name[0] != "m"})
    game.put({name: value for name, value in support.items() if name[0] == "m"}).play("jp submit", "us submit")
    return game.ratified_by(party, 1)


@RULE_5_7
def test_quota_of_japan() -> None:
    assert ratifies("jp", jp_coalition=90, jp_opposition=90, jp_farm=90)  # 58
    assert not ratifies("jp", jp_coalition=90, jp_opposition=90)  # 48
    assert not ratifies("jp", jp_opposition=90, jp_business=90, jp_public=90, jp_farm=90)  # 64 without the ruling parties
    assert not ratifies("jp", jp_coalition=90, jp_business=90, jp_public=90)  # 58 without the opposition


@RULE_5_7
def test_with_a_firm_footing_in_the_diet_the_opposition_is_not_needed() -> None:
    assert ratifies("jp", jp_coalition=90, jp_business=90, jp_public=90, m_diet=50)
    assert not ratifies("jp", jp_coalition=90, jp_business=90, jp_public=90, m_diet=49)


@RULE_5_7
def test_quota_of_japan_is_51() -> None:
    assert ratifies_with_weights(jp_coalition=26, jp_opposition=25)
    assert not ratifies_with_weights(jp_coalition=26, jp_opposition=24)


def ratifies_with_weights(**weights: int) -> bool:
    """Whether Japan's body approves where only these groups say yes, with these weights."""
    game = table().accord("T1=1").put(dict.fromkeys(LOSS_OF_JAPAN, 0)).weigh(weights).put(dict.fromkeys(weights, 90))
    return game.play("jp submit", "us submit").ratified_by("jp", 1)


@RULE_5_7
def test_quota_of_the_us_side() -> None:
    assert ratifies("us", us_president=90, us_congress=90, us_security=90)  # 56
    assert not ratifies("us", us_president=90, us_congress=90)  # 48
    assert not ratifies("us", us_congress=90, us_base=90, us_industry=90, us_importers=90)  # 62 without the President
    assert ratifies("us", us_president=90, us_base=90, us_security=90)  # 56 without Congress


@RULE_5_7
def test_quota_of_the_us_side_is_55() -> None:
    game = table().accord("T1=1").put(dict.fromkeys(LOSS_OF_US, 0)).put({"us_president": 90, "us_base": 90})
    assert game.weigh({"us_base": 25}).play("jp submit", "us submit").ratified_by("us", 1)
    game = table().accord("T1=1").put(dict.fromkeys(LOSS_OF_US, 0)).put({"us_president": 90, "us_base": 90})
    assert not game.weigh({"us_base": 24}).play("jp submit", "us submit").ratified_by("us", 1)


ASKS_CONGRESS = [
    ({"T1": 3}, "T1=4", True),
    ({"T1": 2}, "T1=3", False),
    ({"F2": 2, "m_protection": 50}, "F2=3", True),
    ({"F2": 1, "m_protection": 50}, "F2=2", False),
    ({"F3": 3, "post_norms": 8}, "F3=4", True),
    ({"F3": 2}, "F3=3", False),
    ({"T1": 4}, "T1=4 D2=1", False),
    ({"F3": 4, "T1": 5}, "D2=1", False),
    ({"T1": 5, "m_tariff": 10}, "T1=4", True),
]


@RULE_5_7
@pytest.mark.parametrize(("start", "package", "asked"), ASKS_CONGRESS)
def test_far_steps_need_congress_too(start: dict[str, int], package: str, asked: bool) -> None:
    game = table(start=start, posture="restrainer").accord(package)
    game.put({group.id: 100 for group in game.scenario.groups}).put({"us_congress": 0}).without_refusal().play("jp submit", "us submit")
    assert game.ratified_by("us", 1) is not asked


@RULE_5_8
def test_approved_by_both_it_enters_into_force() -> None:
    game = home().carried()
    assert (game["D2"], game["T1"]) == (1, 1)
    assert game.rows_ratified == [1]


@RULE_5_8
def test_the_opposition_voting_yes_firms_the_footing_in_the_diet() -> None:
    assert home("T1=1").carried().by("diet_yes") == {"m_diet": 2}
    game = home("T1=1").put(dict.fromkeys((*LOSS_OF_JAPAN, *LOSS_OF_US), 100)).put({"jp_opposition": 0, "m_diet": 60})
    assert game.play("jp submit", "us submit").by("diet_yes") == {}


@RULE_5_8
@pytest.mark.parametrize(
    ("package", "thaws"),
    [("T1=1 T2=1", True), ("T1=1", True), ("T1=2", False), ("D2=2", False), ("D4=1", True)],
)
def test_a_package_both_gain_from_takes_a_marker_away(package: str, thaws: bool) -> None:
    game = home(package, start={"markers": 1}, posture="industrialist").without_refusal().carried()
    assert game["markers"] == (0 if thaws else 1)


@RULE_5_8
def test_markers_never_fall_below_0() -> None:
    assert home("T1=1").carried()["markers"] == 0


@RULE_5_9
def test_a_body_that_refuses_costs_its_own_side() -> None:
    game = home().put({"jp_coalition": 10}).play("jp submit", "us submit")
    assert game.by("jp") == {"m_cabinet": -3, "m_momentum": -2} | LOSS_OF_JAPAN
    assert game.by("us") == {}
    assert (game["D2"], game["T1"]) == (0, 0)


@RULE_5_9
def test_the_us_side_bears_its_own_loss() -> None:
    game = home().put(dict.fromkeys(LOSS_OF_JAPAN, 100)).put({"us_president": 10}).play("jp submit", "us submit")
    assert game.by("us") == {"m_us_support": -2, "m_momentum": -2} | LOSS_OF_US
    assert game.by("jp") == {}


@RULE_5_9
def test_if_both_refuse_both_lose() -> None:
    game = home().put({"jp_coalition": 10, "us_president": 10}).play("jp submit", "us submit")
    assert (game.by("jp")["m_momentum"], game.by("us")["m_momentum"]) == (-2, -2)


@RULE_5_9
def test_groundwork_is_paid_whether_the_vote_succeeds_or_not() -> None:
    game = home().put({"jp_coalition": 10}).play("jp groundwork jp_farm=2", "jp submit", "us submit")
    assert game.at_end_of(1)["jp.capital"] == 9 - 2


@RULE_6_2
def test_half_the_shift_stays_and_groundwork_does_not() -> None:
    game = home("D2=1 T1=1").put(dict.fromkeys(LOSS_OF_JAPAN, 90)).put(dict.fromkeys(LOSS_OF_US, 90))
    game.play("jp groundwork jp_farm=1", "jp submit", "us submit")
    stays = game.by("vote")
    assert [stays.get(group, 0) for group in LOSS_OF_JAPAN] == [1, 1, 3, 1, 1, 1]
    assert [stays.get(group, 0) for group in LOSS_OF_US] == [3, 1, -1, -3, 3, 1]


@RULE_6_2
def test_after_a_failed_vote_no_shift_stays() -> None:
    assert home().put({"jp_coalition": 10}).play("jp submit", "us submit").by("vote") == {}
