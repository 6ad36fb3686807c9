"""The lab as lines of text: the same rows as on the screen, one page after the other, readable without colour."""

from __future__ import annotations

from collections.abc import Iterable

from tui.lab.figures import Figures
from tui.lab.pages import head
from tui.lab.pages.bots import bots
from tui.lab.pages.cards import cards
from tui.lab.pages.endings import endings
from tui.lab.pages.found import found
from tui.lab.pages.levels import levels
from tui.lab.pages.overview import overview
from tui.lab.pages.parts import Draw
from tui.lab.which import One
from tui.lab.words import Words
from tui.screen.ink import BLANK, Row, text_of
from tui.screen.signs import ASCII, DRAWN

CELLS = 100
MOST_LISTED = 30


def text_lines(figures: Figures, language: str, drawn: bool = True) -> list[str]:
    """Everything there is to say."""
    draw = Draw(figures, Words(language), DRAWN if drawn else ASCII, CELLS)
    lines = [text_of(head.title(draw)).strip(), text_of(head.under(draw)).strip()]
    lines.append(draw.say("lab-mix-names", names=draw.words.listed(map(draw.words.style, figures.styles))))
    lines += [text for text in (head.why_slow(draw), head.news(draw)) if text]
    if not figures.games:
        return [*lines, draw.say("lab-no-games-yet")]
    pages = (overview(draw), endings(draw), levels(draw, with_each=True), cards(draw), bots(draw), found(draw))
    for rows in pages:
        lines += ["", *plain(rows)]
    return [*lines, "", draw.say("lab-legend", top=figures.axis, band=draw.signs.band, point=draw.signs.point, bar=draw.signs.bar)]


def plain(rows: Iterable[Row]) -> list[str]:
    """Rows without inks."""
    return ["" if each == BLANK else text_of(each.line).rstrip() for each in rows]


def list_lines(figures: Figures, id: str, games: list[One], language: str) -> list[str]:
    """The games behind a figure."""
    words = Words(language)
    label = words.label(figures, id)
    lines = [words.say("lab-which", label=label, count=len(games), games=figures.games)]
    for each in games[:MOST_LISTED]:
        lines.append("  " + game_text(figures, words, id, each))
    if len(games) > MOST_LISTED:
        lines.append(words.say("lab-which-more", count=len(games) - MOST_LISTED))
    if not games:
        lines.append(words.say("lab-which-none"))
    else:
        lines.append(words.say("lab-which-replay", scenario=figures.scenario.id, index=games[0].index, seed=str(figures.found.sweep.seed)))
    return lines


def game_text(figures: Figures, words: Words, id: str, each: One) -> str:
    """A game in one line."""
    styles = words.listed(f"{party.id} {words.style(style)}" for party, style in zip(figures.scenario.parties, each.styles, strict=True))
    value = words.value(figures.measures[id], each.value)
    return words.say("lab-which-game", index=f"{each.index:>6}", value=f"{value:>5}" if value else "", seed=f"{each.seed:>20}", bots=styles)
