"""The joint statement says what was agreed and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings

from sim.kernel import layout as s
from sim.table.game import Game
from sim.table.known import Known
from sim.table.statement import issues_behind, sentences, statement_of, written
from tests.table_view.games import FULL, SHORT, games, known_of, new_game


def with_levels(levels: Mapping[str, int], initiatives: tuple[str, ...] = (), name: str = FULL) -> Known:
    """A game in which these levels are in force and these initiatives agreed."""
    game = new_game(name, 1)
    m = game.mask_for("table")
    for issue in game.scenario.issues:
        m[s.LEVEL + issue.index] = levels.get(issue.id, issue.start)
    for entry in game.scenario.initiatives:
        m[s.INITIATIVE_STATUS + entry.index] = 2 if entry.id in initiatives else 0
    return Known(-1, tuple(m), game.tables_of("table"), game.scenario, game.seating)


def ids(known: Known) -> list[str]:
    """Ids of the paragraphs printed."""
    return [each.paragraph.id for each in statement_of(known)]


def test_with_nothing_agreed_it_says_that_talks_go_on() -> None:
    assert ids(with_levels({})) == ["head", "rules_1", "nothing"]


def test_levels_above_their_start_are_listed_in_both_languages() -> None:
    printed = statement_of(with_levels({"D2": 1, "D4": 2, "T1": 2}))
    assert [each.paragraph.id for each in printed] == ["head", "defense", "economy", "rules_1"]
    english, japanese = written(printed, "en"), written(printed, "ja")
    assert english[1] == (
        "On defense, they agreed: host-nation support keeps its total and shifts to facilities and training; "
        "US ships will be repaired regularly in Japanese yards."
    )
    assert japanese[1].startswith("防衛分野では、次の点で一致した。（1）")
    assert "（2）" in japanese[1]
    assert "（1）" not in japanese[2]


def test_rules_wording_goes_on_in_one_sentence() -> None:
    english = written(statement_of(with_levels({"F4": 3})), "en")
    assert english[-1] == (
        "They repeated their support for a free and open Indo-Pacific and opposed attempts to change the situation by force "
        "or coercion and affirmed international law, including the law of the sea."
    )
    assert len(english) == 2


def test_a_level_below_its_start_gives_no_sentence() -> None:
    assert ids(with_levels({"F1": 0, "F2": 0})) == ["head", "rules_1", "nothing"]


def test_agreed_initiatives_are_named_and_count() -> None:
    printed = statement_of(with_levels({}, ("in04", "in10")))
    assert [each.paragraph.id for each in printed] == ["head", "rules_1", "joint_work"]
    assert len(printed[-1].phrases) == 2


def test_standing_wording_does_not_count_as_agreed() -> None:
    assert ids(with_levels({"F4": 0})) == ["head", "rules_0", "nothing"]
    assert "nothing" not in ids(with_levels({"F4": 2}))


def test_a_short_game_speaks_of_its_own_issues_only() -> None:
    printed = statement_of(with_levels({"T1": 1}, name=SHORT))
    assert [each.paragraph.id for each in printed] == ["head", "economy", "rules_1"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(games())
def test_everybody_reads_the_same_text(game: Game) -> None:
    texts = {
        (written(statement_of(known_of(game, viewer)), "en"), written(statement_of(known_of(game, viewer)), "ja"))
        for viewer in (*(seat.id for seat in game.seating.seats), "table")
    }
    assert len(texts) == 1
    for english, japanese in texts:
        assert not any("{L}" in line for line in (*english, *japanese))


def test_a_sentence_keeps_the_paragraphs_that_went_into_it() -> None:
    known = with_levels({"D2": 1, "F4": 3})
    printed = statement_of(known)
    found = sentences(printed, "en")
    assert tuple(each.text for each in found) == written(printed, "en")
    assert [[part.paragraph.id for part in each.printed] for each in found] == [["head"], ["defense"], ["rules_1", "rules_2", "rules_3"]]


def test_a_paragraph_names_the_issues_that_it_rests_on() -> None:
    known = with_levels({"D2": 1, "D4": 2, "F4": 2})
    ids_ = [issue.id for issue in known.scenario.issues]
    behind = {each.paragraph.id: [ids_[issue] for issue in issues_behind(known, each)] for each in statement_of(known)}
    assert behind == {"head": [], "defense": ["D2", "D4"], "rules_1": ["F4"], "rules_2": ["F4"]}
