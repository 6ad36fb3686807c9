"""Help: all keys of the face below, made from its commands. Enter on one does it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tui.screen.commands import EVERYWHERE, NEXT, Command, command, shown
from tui.screen.face import Face
from tui.screen.ink import Page
from tui.screen.pages.help import LIST, OF_LISTS, Told, Words, help_rows
from tui.screen.pages.reach import END
from tui.screen.pane import Pane

ABOUT = {each.name for each in EVERYWHERE}


class HelpFace(Face):
    """All keys. face: whose they are."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("help", "? f1", 0))
    FIRST_FOCUS = "body"

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.below = face

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of who looks."""
        return self.below.say(code, **facts)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The commands of the face, those of every face, and what every list has."""
        face = self.below
        own = {each.name for each in face.COMMANDS_HERE}
        here = [self.told(each) for each in face.commands() if each.name in own and each.name not in ABOUT and self.is_worth(each)]
        everywhere = [self.told(each) for each in face.commands() if each.name in ABOUT and face.is_open(each.name)]
        cells = min(self.size.width, 110)
        yield "body", Page(self.say("face-help"), tuple(help_rows(here, everywhere, self.words(), cells)), self.title_below())

    def words(self) -> Words:
        """The words of the page."""
        return Words(
            here=self.say("helping-here"), everywhere=self.say("helping-everywhere"), in_lists=self.say("helping-lists"),
            lists=[(self.say(f"helping-keys-{name}"), self.say(f"helping-{name}")) for name in OF_LISTS],
            notes=[self.say("helping-input-method"), self.say("helping-run")],
        )  # fmt: skip

    def title_below(self) -> str:
        """What the face below is called, where it has a name."""
        from tui.wording import has

        code = f"face-{self.below.name_here}"
        return self.say(code) if has("en", code) else ""

    def is_worth(self, command: Command) -> bool:
        """Whether a command is told: it works now, or it is one that the key bar has at times."""
        return self.below.is_open(command.name) or command.weight > 0

    def told(self, command: Command) -> Told:
        """A command with its keys and its sentence; where the face calls it by another word, with that."""
        text, label = self.say(f"key-{command.name}-more"), self.below.label(command.name)
        if label != self.say(f"key-{command.name}"):
            text = self.say("helping-labelled", label=label, text=text)
        if not self.below.is_open(command.name):
            text = self.say("helping-closed", text=text)
        return Told(command.name, "  ".join(shown(key) for key in command.keys), text, self.below.is_open(command.name))

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """There is no help for help."""
        return name != "help" and super().is_open(name)

    def do_next(self) -> None:
        """Do what is chosen, on the face below."""
        name, below = self.pane("body").chosen, self.below
        if name == END or name.startswith(LIST):
            return
        self.dismiss(None)
        if name != "back":
            self.app.call_later(below.run, name)

    do_main = do_next

    def chose(self, pane: Pane, key: str) -> None:
        """A second click."""
        self.do_next()
