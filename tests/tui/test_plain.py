"""Plain mode: whole games by script, what is asked at every prompt, what a side may see, and how a game is left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.table.record import read_record
from tests.tui.conftest import Nemawashi, Run

ROUND_ONE = """\
us demand dm08
jp answer dm08 counter T1
jp done
us done
jp done
us offer D2=2 T1=1 T2=3
jp offer D2=1 T1=1 T2=1
us accept
us done
jp done
jp groundwork jp_opposition=4
jp submit
us submit
"""


def lines_of(path: Path, party: str = "") -> str:
    """The lines of a record as a script; of one side only."""
    lines = [line.text for line in read_record(path).lines if line.n > 0]
    return "".join(f"{line}\n" for line in lines if line.startswith(party))


def digest_of(nemawashi: Nemawashi, path: Path) -> str:
    """The final digest of a record."""
    return nemawashi("replay", str(path), "--check").out.split()[-1]


@pytest.fixture
def bots_game(nemawashi: Nemawashi, tmp_path: Path) -> Path:
    """The record of a short game between two bots."""
    path = tmp_path / "bots.jsonl"
    run = nemawashi("play", "spring-short", "--as", "none", "--bots", "tradeoff,conceder", "--seed", "11", "--record", str(path))
    assert run.code == 0
    return path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_script_plays_a_whole_game_for_both_sides(nemawashi: Nemawashi, bots_game: Path, tmp_path: Path, language: str) -> None:
    path = tmp_path / "both.jsonl"
    arguments = ("play", "spring-short", "--as", "both", "--seed", "11", "--lang", language, "--record", str(path))
    run = nemawashi(*arguments, lines=lines_of(bots_game))
    assert run.code == 0
    assert digest_of(nemawashi, path) == digest_of(nemawashi, bots_game)
    assert ("Joint statement" if language == "en" else "共同声明") in run.out


@pytest.mark.parametrize(("side", "bots"), [("jp", "tradeoff"), ("us", "conceder")])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_script_plays_a_whole_game_for_one_side(
    nemawashi: Nemawashi, bots_game: Path, tmp_path: Path, side: str, bots: str, language: str
) -> None:
    path = tmp_path / "one.jsonl"
    arguments = ("play", "spring-short", "--as", side, "--bot", bots, "--seed", "11", "--lang", language, "--record", str(path))
    run = nemawashi(*arguments, lines=lines_of(bots_game, side))
    assert run.code == 0
    assert digest_of(nemawashi, path) == digest_of(nemawashi, bots_game)


def test_the_name_of_the_own_side_may_be_left_out(nemawashi: Nemawashi, bots_game: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    script = lines_of(bots_game, "jp").replace("jp ", "")
    run = nemawashi("play", "spring-short", "--as", "jp", "--bot", "tradeoff", "--seed", "11", "--record", str(path), lines=script)
    assert run.code == 0
    assert digest_of(nemawashi, path) == digest_of(nemawashi, bots_game)


@pytest.mark.parametrize("scenario", ["spring-2025", "spring-90", "lantern-coast"])
def test_every_scenario_is_played_to_its_debrief(nemawashi: Nemawashi, scenario: str) -> None:
    run = nemawashi("play", scenario, "--as", "none", "--bot", "random_legal", "--seed", "5", "--lang", "ja")
    assert run.code == 0
    assert "効率的フロンティア" in run.out


def both(nemawashi: Nemawashi, lines: str, *more: str) -> Run:
    """Two sides at one keyboard."""
    return nemawashi("play", "spring-short", "--as", "both", "--seed", "7", *more, lines=lines)


def one(nemawashi: Nemawashi, lines: str, *more: str) -> Run:
    """Japan against a bot that takes on nothing."""
    return nemawashi("play", "spring-short", "--as", "jp", "--bot", "caretaker", "--seed", "7", *more, lines=lines)


def test_every_prompt_has_a_guiding_line(nemawashi: Nemawashi) -> None:
    lines = both(nemawashi, ROUND_ONE).lines
    typed = [at for at, line in enumerate(lines) if line.startswith("> ")]
    before = [lines[max(0, at - 2) : at] for at in typed]
    assert len(typed) == len(ROUND_ONE.splitlines())
    assert all(any(line.startswith(("Turn of ", "Nothing secret is above")) for line in pair) for pair in before)


def test_a_package_goes_into_force_and_the_report_says_why(nemawashi: Nemawashi) -> None:
    out = both(nemawashi, ROUND_ONE).out
    assert "Accord: D2 Same sum, T1 25/25/10, T2 Tracker." in out
    assert "Groundwork shown: Opposition 4 steps." in out
    assert "Ratified: D2 Same sum, T1 25/25/10, T2 Tracker." in out
    assert "Round 1: what moved, and why." in out
    assert "Tariffs 71 to 63 (T1 -8)" in out
    assert "Due in round 4: dm08 asks T2 Joint, not met as things stand." in out


def test_a_refused_act_says_what_would_work(nemawashi: Nemawashi) -> None:
    out = both(nemawashi, "us offer T1=1\nus demand dm99\nus demand dm03 now\n").out
    assert "Not done. This has no place in the step Demand. `help` lists what can be done now." in out
    assert "Not read, at character 11: `dm99` is not known here." in out
    assert "Not read, at character 16: `now` is one word too many." in out


def test_a_package_is_judged_before_it_is_offered(nemawashi: Nemawashi) -> None:
    out = one(nemawashi, "judge D2=1 T1=1\njudge T1=5\njudge T1=9\n").out
    assert "For you +8.2, for US " in out
    assert "Cheapest groundwork with which it likely passes: Opposition" in out
    assert "It may not be offered now. T1 Tariffs All off is above its lock Auto off." in out
    assert "`9` is no level of this issue" in out


def test_why_unfolds_to_the_rule_files(nemawashi: Nemawashi) -> None:
    out = one(nemawashi, "why m_tariff\nwhy capital.us\nwhy nothing\nwhy\n").out
    assert "+8  as written" in out
    assert re.search(r"Reciprocal rates announced, from 66 to 71  \[rules/alliance/events\.yaml:51:\d+, source\]", out)
    assert "No number is called `nothing`." in out
    assert "why NAME" in out


@pytest.mark.parametrize(
    "word", ["help", "issues", "issues T2", "meters", "values", "demands", "groups", "acts", "clues", "brief", "offer?", "state", "words"]
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_list_can_be_looked_at(nemawashi: Nemawashi, word: str, language: str) -> None:
    bare = len(one(nemawashi, "", "--lang", language).lines)
    run = one(nemawashi, f"{word}\n", "--lang", language)
    assert run.code == 0
    assert len(run.lines) > bare + 1


def test_numbers_pick_from_the_list_shown_last(nemawashi: Nemawashi) -> None:
    run = one(nemawashi, "1\n3\n9\n")
    answers = [line for line in run.lines if re.match(r"\d+ answer dm\d\d ", line)]
    assert any("accept in principle" in line for line in answers)
    assert re.search(r"^dm\d\d: (countered|held)", run.out, re.MULTILINE)
    assert "There is no item 9" in run.out


def test_a_package_is_put_together_by_numbers(nemawashi: Nemawashi) -> None:
    talks = "us demand dm08\njp done\nus done\njp done\n"
    run = both(nemawashi, talks + "1\n2\n2\n1\n")
    assert "Draft: nothing. Pick an issue, then a level." in run.out
    assert re.search(r"^1 send: offer D2=1$", run.out, re.MULTILINE)
    assert "Offer 1 of 4 by US: D2 Same sum." in run.out


def test_the_language_changes_at_a_prompt(nemawashi: Nemawashi) -> None:
    out = one(nemawashi, "lang ja\nlang en\nlang fr\n").out
    assert "あなたの番です" in out
    assert out.count("Your turn:") == 3
    assert "Languages: en ja" in out


def test_full_width_lines_are_read(nemawashi: Nemawashi) -> None:
    run = both(nemawashi, "ｕｓ　ｄｅｍａｎｄ　ｄｍ０８\n", "--lang", "ja")
    assert "dm08：" in run.out


def test_a_last_act_is_taken_back(nemawashi: Nemawashi) -> None:
    out = both(nemawashi, ROUND_ONE.replace("jp submit\n", "jp undo\nundo\njp submit\n")).out
    assert "is taken back." in out
    assert "Acts: Capital of Japan" not in out  # the groundwork is gone, so nothing is paid


def test_an_act_that_others_saw_stands(nemawashi: Nemawashi) -> None:
    out = one(nemawashi, "done\nundo\n").out
    assert re.search(r"Not done\. (The other side has seen|Other acts came after|A draw followed)", out)


def test_a_curtain_stands_before_secret_steps(nemawashi: Nemawashi) -> None:
    out = both(nemawashi, ROUND_ONE).out
    assert out.count("Please hand over to: US.") == 4  # two draws, home before and behind Japan
    assert out.count("Please hand over to: Japan.") == 1
    assert out.index("Public table.") < out.index("Step 4 Talks.")


def test_the_public_table_shows_nothing_of_a_sheet(nemawashi: Nemawashi) -> None:
    run = both(nemawashi, ROUND_ONE.replace("us done\n", "us done\nissues\nbrief\nclues\nwhy utility\n", 1))
    talks = run.out[run.out.index("Step 4 Talks.") : run.out.index("Step 5 Home.")]
    assert "your weight" not in talks
    assert "Your posture" not in talks
    assert "For you" not in talks
    assert "is not known to this side before the end" in talks


def test_the_own_sheet_opens_behind_a_curtain(nemawashi: Nemawashi) -> None:
    run = both(nemawashi, "us demand dm08\njp done\nsheet\nus\nbrief\ntable\nbrief\n")
    sheet = run.out[run.out.index("> brief") :]
    assert sheet.count("Your posture (US)") == 1


def test_no_seed_before_the_end(nemawashi: Nemawashi, bots_game: Path) -> None:
    seed = "7391846205"
    script = "help\nstate\nacts\nbrief\nclues\nwhy m_tariff\nwhy capital\nwhy seed\ndone\nundo\noffer X9=1\nsave\n"
    run = one(nemawashi, script, "--seed", seed)
    assert seed not in run.out + run.err
    finished = nemawashi("play", "spring-short", "--as", "none", "--seed", seed)
    assert finished.out.count(seed) == 1
    assert finished.out.rstrip().splitlines()[-1].startswith(f"Seed {seed}")


def test_a_side_never_reads_the_other_posture_before_the_end(nemawashi: Nemawashi) -> None:
    for seed in ("1", "2", "3", "4"):
        out = one(nemawashi, "state\nbrief\nclues\nwhy utility.us\nwhy gain.us T1=1\njudge T1=1\ndone\n", "--seed", seed).out
        assert "Your posture (US)" not in out
        assert "Posture of US" not in out


# --- how a game is left ---


def test_the_end_of_the_input_leaves_a_record_to_resume(nemawashi: Nemawashi, tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    half = both(nemawashi, "".join(f"{line}\n" for line in ROUND_ONE.splitlines()[:6]), "--record", str(path))
    assert half.code == 0
    assert half.lines[-1] == f"The input has ended before the game; everything accepted is kept. Go on with: nemawashi resume {path}"
    rest = nemawashi("resume", str(path), lines="".join(f"{line}\n" for line in ROUND_ONE.splitlines()[6:]))
    assert "The game goes on at round 1, Talks, behind line 6." in rest.out
    assert "On the table, by US: D2 +15%, T1 25/25/10, T2 Joint." in rest.out
    assert "Ratified: D2 Same sum" in rest.out
    whole = tmp_path / "whole.jsonl"
    both(nemawashi, ROUND_ONE, "--record", str(whole))
    assert digest_of(nemawashi, path) == digest_of(nemawashi, whole)


def test_quit_keeps_everything(nemawashi: Nemawashi, own_data_folder: Path) -> None:
    run = one(nemawashi, "save\nquit\n")
    (record,) = (own_data_folder / "records").iterdir()
    assert run.code == 0
    assert f"Everything accepted so far is kept in {record}" in run.out
    assert run.lines[-1].endswith(f"nemawashi resume {record}")
    assert "behind line" in nemawashi("resume", lines="quit\n").out


def test_a_bot_remembers_when_a_game_is_resumed(nemawashi: Nemawashi, bots_game: Path, tmp_path: Path) -> None:
    script = lines_of(bots_game, "jp").splitlines()
    path = tmp_path / "game.jsonl"
    arguments = ("play", "spring-short", "--as", "jp", "--bot", "tradeoff", "--seed", "11", "--record", str(path))
    nemawashi(*arguments, lines="".join(f"{line}\n" for line in script[:5]))
    for at in range(5, len(script), 5):
        nemawashi("resume", str(path), lines="".join(f"{line}\n" for line in script[at : at + 5]))
    assert digest_of(nemawashi, path) == digest_of(nemawashi, bots_game)


def test_a_finished_game_is_not_resumed(nemawashi: Nemawashi, bots_game: Path) -> None:
    run = nemawashi("resume", str(bots_game))
    assert run.code == 2
    assert f"nemawashi debrief {bots_game}" in run.err


def test_an_unfinished_game_has_no_debrief(nemawashi: Nemawashi) -> None:
    one(nemawashi, "quit\n")
    assert nemawashi("debrief").code == 2


def test_a_record_is_never_overwritten(nemawashi: Nemawashi, bots_game: Path) -> None:
    before = bots_game.read_bytes()
    run = one(nemawashi, "quit\n", "--record", str(bots_game))
    assert run.code == 2
    assert "exists already" in run.err
    assert bots_game.read_bytes() == before


# --- more seats ---


def test_several_seats_a_side(nemawashi: Nemawashi) -> None:
    script = "sheet jp.meti\n\n\nsheet jp.none\njp.mod suggest T1=1\nquit\n"
    run = nemawashi("play", "spring-2025", "--as", "both", "--seats", "us:4,jp:4", "--seed", "3", lines=f"us\n{script}")
    assert run.code == 0
    assert "Please hand over to: Japan, Economy and Trade Minister." in run.out
    assert "Your secret agenda: " in run.out
    assert "No seat at this keyboard is called `jp.none`." in run.out


def test_one_side_of_several_seats_against_a_bot(nemawashi: Nemawashi) -> None:
    run = nemawashi(
        "play", "spring-2025", "--as", "jp", "--bot", "caretaker", "--seats", "jp:2", "--seed", "3", lines="jp.meti probe token\nus done\n"
    )
    assert "You are Japan, Prime Minister." in run.out
    assert "You are Japan, Economy and Trade Minister." in run.out
    assert "US (bot) is not played at this keyboard." in run.out


def test_a_scenario_of_three_sides(nemawashi: Nemawashi) -> None:
    path = Path(__file__).resolve().parents[1] / "packs" / "three.yaml"
    run = nemawashi("play", str(path), "--as", "none", "--bot", "random_legal", "--seed", "3")
    assert run.code == 0
    assert "2 Frontier" in run.out
