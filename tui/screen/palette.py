"""The command palette: every command that works on the face below it, in the language of who looks, with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rich.text import Text
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.widgets.option_list import Option

from tui.screen.commands import shown
from tui.screen.face import Face, GameFace
from tui.screen.faces.curtain import CurtainFace
from tui.screen.overlay import Ask, Overlay
from tui.screen.themes import THEMES
from tui.wording import LANGUAGES

Offered = tuple[str, Callable[[], object]]  # name with its key, and what it does
KEPT_SCREENS = 999  # files of screens that get a number of their own


class Everything(Provider):
    """Commands of the face, then what the program itself offers. No seat is offered what another one may do."""

    @property
    def face(self) -> Face | None:
        """The face below the palette."""
        return self.screen if isinstance(self.screen, Face) else None

    def offered(self) -> Iterator[Offered]:
        """Name, and what it does."""
        face = self.face
        if face is not None:
            yield from of_face(face)
            yield from of_program(face)

    async def discover(self) -> Hits:
        """What is listed before anything is typed."""
        for name, run in self.offered():
            yield DiscoveryHit(Text(name), run, text=name)

    async def search(self, query: str) -> Hits:
        """What fits what was typed."""
        matcher = self.matcher(query)
        for name, run in self.offered():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, marked(name, query), run, text=name)


def of_face(face: Face) -> Iterator[Offered]:
    """The commands of a face that work now; where it calls one by a word of its own, with that."""
    for each in face.commands():
        if each.name == "palette" or not face.is_open(each.name):
            continue
        text, label = face.say(f"key-{each.name}-more"), face.label(each.name)
        if label != face.say(f"key-{each.name}"):
            text = face.say("helping-labelled", label=label, text=text)
        yield f"{text}   {' '.join(shown(key) for key in each.keys[:2])}", partial(face.run, each.name)


def of_program(face: Face) -> Iterator[Offered]:
    """What the program offers anywhere; a question and the curtain wait for their answer alone."""
    ours = face.ours
    if not isinstance(face, Ask | CurtainFace):
        if isinstance(face, GameFace) and not isinstance(face, Overlay) and not face.is_open("type") and not face.look().view.is_over:
            yield face.say("palette-type"), partial(ours.show_sheet, "type")
        if ours.play is None or not ours.play.wants_curtain():
            yield face.say("palette-write"), partial(write_screen, face)
        yield face.say("palette-about"), partial(show_about, face)
    for language in LANGUAGES:
        if language != language_of(face):
            yield face.say(f"palette-language-{language}"), partial(ours.switch_language, language)
    for theme in THEMES:
        if theme.name != ours.theme:
            yield face.say(f"palette-theme-{theme.name}"), partial(ours.choose_theme, theme.name)
    drawn = ours.signs.rule != "-"
    yield face.say("palette-signs-ascii" if drawn else "palette-signs-drawn"), partial(ours.choose_signs, not drawn)
    yield face.say("palette-hints-off" if ours.likes.hints else "palette-hints-on"), partial(turn_hints, face)
    yield face.say("palette-motion-off" if ours.likes.motion else "palette-motion-on"), partial(turn_motion, face)


def marked(name: str, query: str) -> Text:
    """A name with the part that was typed underlined."""
    text = Text(name)
    at = name.casefold().find(query.casefold())
    if at >= 0 and query:
        text.stylize("bold underline", at, at + len(query))
    return text


def language_of(face: Face) -> str:
    """The language of who looks."""
    play = face.ours.play
    return play.names.language if play is not None else face.ours.desk.language


# --- what the program does ---


def show_about(face: Face) -> None:
    """What the game rests on."""
    from tui.screen.faces.about import AboutFace

    face.app.push_screen(AboutFace())


def turn_hints(face: Face) -> None:
    """Hints of the first game on or off, kept for the next time."""
    likes = face.ours.likes
    likes.hints = not likes.hints
    likes.save()
    face.tell(face.say("palette-hints-are-on" if likes.hints else "palette-hints-are-off"))


def turn_motion(face: Face) -> None:
    """Motion on or off, kept for the next time."""
    likes = face.ours.likes
    likes.motion = not likes.motion
    likes.save()
    face.tell(face.say("palette-motion-is-on" if likes.motion else "palette-motion-is-off"))


def write_screen(face: Face) -> None:
    """The screen as text in a file of the data folder, the next free number."""
    from tui.desk import data_folder

    folder = data_folder() / "screens"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, face.name_here)
        path.write_text(screen_text(face), encoding="utf-8")
    except OSError as trouble:
        face.tell(face.say("palette-not-written", why=str(trouble.strerror or trouble)))
        return
    face.tell(face.say("palette-written", path=str(path)))


def free_name(folder: Path, name: str) -> Path:
    """The first file that is not there yet; the last one is written over."""
    paths = (folder / f"{name}-{number}.txt" for number in range(1, KEPT_SCREENS + 1))
    return next((path for path in paths if not path.exists()), folder / f"{name}-{KEPT_SCREENS}.txt")


def screen_text(face: Face) -> str:
    """What a face shows, as lines of text."""
    strips = face._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips).rstrip() + "\n"


# --- the palette itself ---


class Palette(CommandPalette):
    """The toolkit's palette in the language of who looks, with signs that every terminal has."""

    DEFAULT_CSS = """
    Palette #--input { border: none; border-top: solid $foreground-muted; }
    Palette #--input.--list-visible { border: none; border-top: solid $foreground-muted; }
    Palette CommandList { border: none; border-bottom: solid $foreground-muted; }
    """

    def __init__(self, face: Face) -> None:
        super().__init__({Everything}, placeholder=face.say("palette-search"), id="--command-palette")
        self.none = face.say("palette-none")

    def on_mount(self) -> None:
        """A plain sign in place of the picture; the cursor does not blink."""
        self.query_one(SearchIcon).icon = ">"
        self.query_one(CommandInput).cursor_blink = False

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Nothing fits: it is said at once."""
        self._stop_no_matches_countdown()
        if search_value:
            self.query_one(CommandList).add_option(Option(Text(self.none), disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)
