"""Every screen is as it was when somebody last looked at it. `python -m tests.screen.snapshots` draws them anew."""

from __future__ import annotations

import pytest
from textual.color import Color

from tests.screen.driving import no_line_is_too_wide
from tests.screen.snapshots import GRIDS, Shot, shots, taken
from tui.screen.themes import CONTRAST, THEMES

SHOTS = list(shots())


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.file.stem)
def test_a_screen_is_as_it_was(shot: Shot) -> None:
    grid = taken(shot)
    no_line_is_too_wide(grid.splitlines(), shot.size[0])
    assert len(grid.splitlines()) <= shot.size[1]
    assert grid == shot.file.read_text(encoding="utf-8")


def test_no_picture_is_kept_that_nobody_takes() -> None:
    assert {path.name for path in GRIDS.glob("*.txt")} == {shot.file.name for shot in SHOTS}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_its_background(theme: object) -> None:
    """Contrast by WCAG: 4.5 for text and rules, 7 for the text of the high-contrast theme."""
    from textual.theme import Theme

    assert isinstance(theme, Theme)
    names = {"primary": theme.primary, "secondary": theme.secondary, "accent": theme.accent, "success": theme.success, "warning": theme.warning, "error": theme.error, "foreground": theme.foreground, "muted": theme.variables["foreground-muted"]}  # fmt: skip
    least = 7.0 if theme is CONTRAST else 4.5
    ground = Color.parse(str(theme.background))
    assert {
        name: contrast(Color.parse(str(ink)), ground) for name, ink in names.items() if contrast(Color.parse(str(ink)), ground) < least
    } == {}


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 2)


def luminance(colour: Color) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
