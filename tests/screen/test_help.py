"""Help is made from the commands: every command has its sentences, and what works on a face is told there."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import tui.screen.faces
from tests.screen.driving import Driver, app_alone, app_on, drive, no_line_is_too_wide
from tui.screen import commands
from tui.screen.commands import Command, shown
from tui.screen.face import Face
from tui.screen.overlay import Ask
from tui.wording import LANGUAGES, has

OF_THEIR_OWN = ("sheet", "lab")  # told by the `run` of their faces


def faces() -> list[type[Face]]:
    """Every face there is."""
    for found in pkgutil.iter_modules(tui.screen.faces.__path__):
        import_module(f"tui.screen.faces.{found.name}")
    import_module("tui.lab.faces")

    def below(kind: type[Face]) -> list[type[Face]]:
        return [kind, *(each for sub in kind.__subclasses__() for each in below(sub))]

    return [*below(Face), Ask]


def every_command() -> set[str]:
    """Names of all commands: of the table of commands, and of every face."""
    found: set[str] = set()
    for value in vars(commands).values():
        each = value if isinstance(value, tuple) else (value,)
        found |= {one.name for one in each if isinstance(one, Command)}
    return found | {each.name for face in faces() for each in face.COMMANDS_HERE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_sentences(language: str) -> None:
    missing = [name for name in sorted(every_command()) if not (has(language, f"key-{name}") and has(language, f"key-{name}-more"))]
    assert missing == []


def test_every_command_can_be_done() -> None:
    """A command that a face names is one that it knows how to do, or one whose doing is told by its own `run`."""
    missing = [
        f"{face.__name__} {each.name}"
        for face in faces()
        for each in face.COMMANDS_HERE
        if not hasattr(face, f"do_{each.name.replace('-', '_')}") and not each.name.startswith(OF_THEIR_OWN)
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_tells_every_command_that_works(tmp_path: Path, language: str) -> None:
    async def script(driver: Driver) -> None:
        face = driver.app.face
        wanted = {shown(each.keys[0]): driver.app.face.say(f"key-{each.name}-more") for each in face.commands() if face.is_open(each.name)}
        await driver.press("?")
        text = ""
        for _ in range(6):
            text += driver.grid()
            no_line_is_too_wide(driver.lines(), 80)
            await driver.press("pagedown")
        assert [key for key, sentence in wanted.items() if key not in text or sentence[:20] not in text] == []
        assert {"en": "While an input method is on", "ja": "日本語入力がオン"}[language] in text

    drive(app_on(tmp_path, "spring-2025", "jp", language=language), script)


def test_a_command_is_done_from_help(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("?")
        await driver.click("All meters")
        assert driver.face == "HelpFace"
        await driver.click("All meters")
        assert driver.face == "MetersFace"
        await driver.press("escape", "f1")
        assert driver.face == "HelpFace"
        await driver.press("escape")
        assert driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_what_cannot_be_done_now_is_said_to_be_closed(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("?")
        assert driver.sees("Accept the offer on the table (not now)", "Every act, its price and effect")
        assert not driver.sees("seat 3")

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_help_of_a_box_and_of_the_first_face(tmp_path: Path) -> None:
    async def boxed(driver: Driver) -> None:
        driver.app.show_why("m_tariff")
        await driver.settle()
        await driver.press("?")
        assert driver.sees("Read the line of the rule file")
        await driver.press("escape")
        assert driver.face == "WhyFace"

    async def first(driver: Driver) -> None:
        await driver.press("?")
        assert driver.sees("Start the first game", "Everywhere") and not driver.sees("Why is this number")
        await driver.press("enter")

    drive(app_on(tmp_path, "spring-2025", "jp"), boxed)
    drive(app_alone(), first)
