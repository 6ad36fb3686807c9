"""What the tests of the composer share: the way to it, the draft, a game with an offer on the table."""

from __future__ import annotations

import re
from pathlib import Path

from tests.screen.driving import Driver, app_on
from tests.screen.sheets import bring
from tui.screen.app import NemawashiApp
from tui.screen.faces.composer import ComposerFace

TO_OFFERS = ("enter", "enter", "f9", "f9")  # news, demand, response, the opening of the talks
TO_THEIR_OFFER = ("us demand dm08", "jp answer dm08 counter T1", "jp done", "us offer T1=1 T2=3")
OWN_NUMBER = re.compile(r"[+−]\d+\.\d")


def composer(driver: Driver) -> ComposerFace:
    """The composer, which must be the face on top."""
    face = driver.app.screen
    assert isinstance(face, ComposerFace), driver.grid()
    return face


def levels(driver: Driver) -> dict[str, int]:
    """What the draft names: level by issue."""
    play = driver.app.play
    assert play is not None
    return {play.game.scenario.issues[issue].id: level for issue, level in enumerate(play.draft.now.levels) if level is not None}


def title(driver: Driver) -> str:
    """The title of the ladder."""
    return composer(driver).pane("ladder").page.title


def answered(tmp_path: Path, side: str = "jp", seats: str | None = None) -> NemawashiApp:
    """A game in which the US has made an offer and Japan has the word."""
    return bring(app_on(tmp_path, "spring-short", side, seats=seats), *TO_THEIR_OFFER)
