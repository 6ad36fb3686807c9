"""Games as the engine tells them: the worked round, an agreement, three ways to have none, moves alone, every ending."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from sim.loading import load
from sim.table.game import Game
from tests.golden.comparing import compare
from tests.golden.telling import told

pytestmark = pytest.mark.golden

HERE = Path(__file__).resolve().parent
THREE = HERE.parent / "packs" / "three.yaml"
QUIT = "quit"  # a word of plain mode, at the end of a script that stops in the middle of a game


@dataclass(frozen=True)
class Case:
    """A transcript. scenario: id, or a file beside this one; script: its own name unless given; ending: id, "" for none yet."""

    name: str
    scenario: str
    script: str = ""
    seed: int = 1
    ending: str = ""

    def played(self) -> str:
        """The transcript as it is now."""
        own = HERE / "scenarios" / self.scenario
        script = (HERE / "scripts" / f"{self.script or self.name}.txt").read_text(encoding="utf-8")
        game = Game.new(load.scenario(str(own) if own.is_file() else self.scenario), self.seed)
        return told(game, [line for line in script.splitlines() if line != QUIT])


ENDINGS = (
    Case("drift_apart", "drift_apart.yaml", "quiet", ending="E8"),
    Case("friction", "friction.yaml", "quiet", ending="E7"),
    Case("wide", "wide.yaml", ending="E1"),
    Case("norms", "norms.yaml", "quiet", ending="E6"),
    Case("region", "region.yaml", "quiet", ending="E5"),
    Case("investors", "investors.yaml", "quiet", ending="E3"),
    Case("workshop", "workshop.yaml", ending="E4"),
    Case("shared_load", "shared_load.yaml", "quiet", ending="E2"),
    Case("continues", "continues.yaml", "quiet", ending="E0"),
)
CASES = (
    Case("worked_round", "worked.yaml"),
    Case("agreement", "spring-short", seed=7),
    Case("failed_vote", "spring-short", seed=7),
    Case("broken_off", "spring-short", seed=7),
    Case("kept_back", "spring-short", seed=7),
    Case("moves", "worked.yaml"),
    *ENDINGS,
    Case("lantern", "lantern-coast", seed=5, ending="G1"),
    Case("three", str(THREE), seed=5, ending="Z_song"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_game_is_told_as_before(case: Case) -> None:
    found = case.played()
    compare(HERE / "told" / f"{case.name}.txt", found)
    assert f"GameEnded {case.ending}" in found if case.ending else "GameEnded" not in found


def test_every_ending_of_the_alliance_is_told() -> None:
    endings = load.scenario("spring-2025").endings
    assert {ending.id for ending in endings} == {case.ending for case in ENDINGS}


def test_the_worked_round_is_told_as_it_was_worked_out() -> None:
    found = next(case for case in CASES if case.name == "worked_round").played()
    assert "GroundworkShown jp_opposition 4" in found
    assert "BodyVoted us yes 84, jp yes 66" in found
    assert "PackagePassed D2=1 T1=1 T2=1 T4=1" in found
    assert "m_tariff 71>63" in found


def test_moves_alone_are_told() -> None:
    found = next(case for case in CASES if case.name == "moves").played()
    assert "LevelChanged T4 0>1" in found
    assert "LevelChanged F1 1>0" in found
