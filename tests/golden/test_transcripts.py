"""Games as plain mode shows them: one side in each language, both sides at one keyboard, no agreement, every ending."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from sim.loading import load
from tests.golden.comparing import compare
from tests.tui.conftest import Nemawashi, Run

pytestmark = pytest.mark.golden

HERE = Path(__file__).resolve().parent
THREE = HERE.parent / "packs" / "three.yaml"
FIRST_ROUND = {"en": "Round 1 of ", "ja": "第1回（全"}
DEBRIEF = {"en": "1 Outcome", "ja": "1 結果"}
TYPED_LAST = "> quit"
SEED_LINE = {"en": "Seed ", "ja": "乱数の種 "}
REFUSALS = ("Not done.", "Not read", "受け付けられません", "読み取れません")


@dataclass(frozen=True)
class Case:
    """A transcript. script: the lines typed; scenario: id, or a file beside this one; ending: its words, "" for none yet.

    side: who types; bot: style of the other side; whole: with the opening, where one side is played, and with the debrief.
    """

    name: str
    script: str
    scenario: str
    ending: str = ""
    seed: int = 1
    language: str = "en"
    whole: bool = False
    side: str = "both"
    bot: str = ""

    def arguments(self) -> tuple[str, ...]:
        """The command that plays it."""
        own = HERE / "scenarios" / self.scenario
        scenario = str(own) if own.is_file() else self.scenario
        bot = ("--bot", self.bot) if self.bot else ()
        return ("play", scenario, "--as", self.side, *bot, "--seed", str(self.seed), "--lang", self.language)


CASES = (
    Case("worked_round", "worked_round", "worked.yaml"),
    Case("worked_round.ja", "worked_round", "worked.yaml", language="ja"),
    Case("agreement", "agreement", "spring-short", seed=7),
    Case("failed_vote", "failed_vote", "spring-short", seed=7),
    Case("broken_off", "broken_off", "spring-short", seed=7),
    Case("kept_back", "kept_back", "spring-short", seed=7),
    Case("moves", "moves", "worked.yaml"),
    Case("three", "three", str(THREE), "Three voices", seed=5),
    Case("japan", "japan", "spring-short", seed=11, whole=True, side="jp", bot="tradeoff"),
    Case("us.ja", "us", "spring-short", seed=11, language="ja", whole=True, side="us", bot="conceder"),
    Case("drift_apart", "quiet", "drift_apart.yaml", "Drift apart"),
    Case("friction", "quiet", "friction.yaml", "Friction economy"),
    Case("wide", "wide", "wide.yaml", "Wide settlement", whole=True),
    Case("wide.ja", "wide", "wide.yaml", "包括的合意", language="ja", whole=True),
    Case("norms", "quiet", "norms.yaml", "Keeper of norms"),
    Case("region", "quiet", "region.yaml", "Region holds"),
    Case("investors", "quiet", "investors.yaml", "Investors' peace"),
    Case("workshop", "workshop", "workshop.yaml", "Workshop alliance"),
    Case("shared_load", "quiet", "shared_load.yaml", "Shared load"),
    Case("continues", "quiet", "continues.yaml", "Work continues"),
    Case("whole_game", "whole_game", "spring-short", seed=11),
    Case("whole_game.ja", "whole_game", "spring-short", seed=11, language="ja", whole=True),
)


def played(nemawashi: Nemawashi, case: Case) -> Run:
    """The script of a case, typed."""
    script = (HERE / "scripts" / f"{case.script}.txt").read_text(encoding="utf-8")
    run = nemawashi(*case.arguments(), lines=script)
    assert run.code == 0, run.err
    return run


def shown(run: Run, case: Case, data: Path) -> str:
    """What is shown from the first round, or from the first line, to the end that the case wants. data: where records lie."""
    lines = run.out.replace(str(data), "DATA").splitlines()
    ends = [TYPED_LAST, SEED_LINE[case.language]] if case.whole else [TYPED_LAST, DEBRIEF[case.language]]
    first = 0 if case.bot else next(at for at, line in enumerate(lines) if line.startswith(FIRST_ROUND[case.language]))
    last = next((at for at, line in enumerate(lines) if line.startswith(tuple(ends))), len(lines))
    return "\n".join(lines[first:last]).rstrip() + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_game_is_shown_as_before(nemawashi: Nemawashi, own_data_folder: Path, case: Case) -> None:
    found = shown(played(nemawashi, case), case, own_data_folder)
    compare(HERE / "transcripts" / f"{case.name}.txt", found)
    assert case.ending in found
    assert not any(refusal in found for refusal in REFUSALS)


def test_every_ending_has_its_transcript() -> None:
    labels = {ending.label.en for ending in load.scenario("spring-2025").endings}
    assert labels <= {case.ending for case in CASES}


def test_the_worked_round_ends_as_it_was_worked_out() -> None:
    text = (HERE / "transcripts" / "worked_round.txt").read_text(encoding="utf-8")
    assert "Japan approves, with a yes weight of 66." in text
    assert "US approves, with a yes weight of 84." in text
    assert "Tariffs 71 to 63 (T1 -8)" in text
    assert "Cabinet 33 to 37 (D2 +1, T1 +2, T2 +1)" in text
