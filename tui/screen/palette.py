"""The command palette: every command that works on the face below it, in the language of who looks, with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.screen.commands import shown
from tui.screen.face import Face


class Everything(Provider):
    """Commands of the face, then what the program itself offers."""

    def found(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Name, explanation and what it does."""
        face = self.screen
        if not isinstance(face, Face):
            return
        for each in face.commands():
            if each.name != "palette" and face.is_open(each.name):
                keys = " ".join(shown(key) for key in each.keys[:2])
                yield f"{face.say(f'key-{each.name}-more')}  {keys}", "", partial(face.run, each.name)
        yield from self.of_program(face)

    def of_program(self, face: Face) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Themes and signs."""
        for theme in ("dark", "light", "contrast", "mono"):
            yield face.say(f"palette-theme-{theme}"), "", partial(face.ours.choose_theme, theme)
        yield face.say("palette-signs-drawn"), "", partial(face.ours.choose_signs, True)
        yield face.say("palette-signs-ascii"), "", partial(face.ours.choose_signs, False)

    async def discover(self) -> Hits:
        """What is listed before anything is typed."""
        for name, text, run in self.found():
            yield DiscoveryHit(name, run, help=text or None)

    async def search(self, query: str) -> Hits:
        """What fits what was typed."""
        matcher = self.matcher(query)
        for name, text, run in self.found():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=text or None)
