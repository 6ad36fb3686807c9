"""The composer: puts a package together with a few keys, and shows on every key what it does. Drafts are sent in Talks only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from sim.domain import Package
from sim.kernel import codes as c
from sim.kernel import tables as k
from sim.table.actions import Action, offer, plain, suggest
from tui.plain.judge import why_closed
from tui.screen.commands import VALUES, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.look import Look
from tui.screen.pages.composer import BASELINES, NOW, SENT, TABLE, Draft, Levels, appraised, effect, home_note, ladder
from tui.screen.pages.strips import passing
from tui.screen.pane import Pane

LEAST_EFFECT = 7  # lines of effect and strips, title included


class ComposerFace(GameFace):
    """One package, issue by issue. issue: the row it opens on."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        command("main", "f9 ctrl+enter ctrl+j enter", 90), *VALUES, command("least", "home"), command("most", "end"),
        command("as-table", "space", 30), command("leave-out", "delete backspace", 60), command("link", "k", 40),
        command("versus", "v", 35), command("undraft", "z", 50), command("redraft", "Z", 20), command("drafts", "a", 25),
        command("swap", "x", 15),
    )  # fmt: skip
    FIRST_FOCUS = "ladder"
    DEFAULT_CSS = """
    ComposerFace #ladder { height: 1fr; }
    ComposerFace #below { height: 8; }
    ComposerFace #effect { width: 36; }
    ComposerFace.wide #below { height: 16; }
    ComposerFace.wide #effect { width: 44; }
    """

    def __init__(self, issue: str = "") -> None:
        super().__init__()
        self.first = issue
        self.base = NOW
        self.copied: Levels | None = None
        self.link_from: int | None = None
        self.swapped = False

    def panes(self) -> ComposeResult:
        """The ladder; below it what the package does."""
        yield Pane("ladder")
        with Horizontal(id="below"):
            yield Pane("effect")
            yield Pane("strips")

    def on_mount(self) -> None:
        """Begin with their offer where one is on the table and nothing has been drafted."""
        look = self.look()
        standing = look.view.offer
        if standing is not None and not standing.is_accord and standing.by != look.party and self.play.draft.now.is_empty:
            self.play.draft.now.put(standing.levels)
        if standing is not None and standing.by != look.party:
            self.copied = standing.levels
        self.pane("ladder").chosen = self.first

    @property
    def drawn(self) -> Draft:
        """The draft as it is drawn."""
        drafts = self.play.draft
        return Draft(drafts.now.levels, self.base, self.against(), drafts.at + 1, self.copied, self.link_from)

    def against(self) -> Levels:
        """The package that the own gain is measured against."""
        view = self.look().view
        nothing: Levels = (None,) * len(view.issues)
        if self.base == TABLE and view.offer is not None:
            return view.offer.levels
        return self.play.sent.get(self.play.seat, nothing) if self.base == SENT else nothing

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Ladder, effect, strips."""
        look, draft = self.look(), self.drawn
        issues = len(look.view.issues)
        self.query_one("#below").styles.height = max(LEAST_EFFECT, min(self.size.height - issues - 6, 16))
        yield "ladder", ladder(look, self.size.width, draft)
        yield "effect", effect(look, self.pane("effect").size.width, draft)
        strips = passing(look, self.pane("strips").size.width, draft.levels, other=self.swapped)
        yield "strips", strips

    def hint(self) -> str:
        """The hint of the first game; else the verdict at home."""
        return super().hint() or home_note(self.look(), self.drawn)

    # --- the chosen issue ---

    @property
    def issue(self) -> int:
        """The chosen issue."""
        chosen = self.pane("ladder").chosen
        return next((entry.index for entry in self.look().names.scenario.issues if entry.id == chosen), 0)

    def reach(self, look: Look, issue: int) -> tuple[int, ...]:
        """Levels of an issue that a package may name now."""
        space = look.options.offer if look.options is not None else None
        return space.levels[issue] if space is not None else look.view.issues[issue].allowed

    def put(self, issue: int, level: int | None) -> None:
        """Change the draft."""
        self.play.draft.now.set(issue, level)

    def step(self, by: int, issue: int | None = None) -> None:
        """The next level up or down; the one in force leaves the issue out."""
        look = self.look()
        at = self.issue if issue is None else issue
        now = look.view.issues[at].level
        level = self.play.draft.now.levels[at]
        level = now if level is None else level
        further = [each for each in self.reach(look, at) if (each - level) * by > 0]
        if not further:
            self.tell(self.why_no_further(look, at, level + by))
            return
        wanted = min(further) if by > 0 else max(further)
        self.put(at, None if wanted == now else wanted)

    def why_no_further(self, look: Look, issue: int, level: int) -> str:
        """Why a level cannot be named: there is none, or something is in the way."""
        count = len(look.names.scenario.issues[issue].levels)
        if not 0 <= level < count:
            return self.say("composer-no-level", issue=look.names.issue(issue))
        alone = tuple(level if each == issue else None for each in range(len(look.view.issues)))
        code = appraised(look.view.known, alone).code
        return (
            why_closed(look.names, look.view, Package(alone), code)
            if code
            else self.say("composer-no-level", issue=look.names.issue(issue))
        )

    def typed_other(self, word: str) -> bool:
        """A digit names a level by its number."""
        if not (len(word) == 1 and word.isascii() and word.isdigit()):
            return False
        look, level = self.look(), int(word)
        if level in self.reach(look, self.issue):
            self.said = ""
            self.put(self.issue, level)
            self.draw()
        else:
            self.tell(self.why_no_further(look, self.issue, level))
        return True

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on an arrow or on a level."""
        ids = {entry.id: entry.index for entry in self.look().names.scenario.issues}
        id_, _, level = what.partition(":")
        if kind in ("less", "more"):
            self.step(1 if kind == "more" else -1, ids[id_])
        elif kind == "set":
            look = self.look()
            if int(level) in self.reach(look, ids[id_]):
                self.put(ids[id_], int(level))
            else:
                self.tell(self.why_no_further(look, ids[id_], int(level)))
        self.draw()

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a row is no sending: it changes nothing."""

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Undo and the like only where there is something to undo; linking where links are in play."""
        now = self.play.draft.now
        if name == "undraft":
            return bool(now.past)
        if name == "redraft":
            return bool(now.future)
        if name == "as-table":
            return self.look().view.offer is not None
        if name == "link":
            options = self.look().options
            return options is not None and any(option.is_open for kind in (c.ACT_LINK, c.ACT_UNLINK) for option in options.of_kind(kind))
        return super().is_open(name)

    def do_less(self) -> None:
        """One level down."""
        self.step(-1)

    def do_more(self) -> None:
        """One level up."""
        self.step(1)

    def do_least(self) -> None:
        """The lowest level allowed."""
        self.put(self.issue, min(self.reach(self.look(), self.issue)))

    def do_most(self) -> None:
        """The highest level allowed."""
        self.put(self.issue, max(self.reach(self.look(), self.issue)))

    def do_as_table(self) -> None:
        """The level on the table."""
        standing = self.look().view.offer
        if standing is not None:
            self.put(self.issue, standing.levels[self.issue])

    def do_leave_out(self) -> None:
        """Leave the issue as it is."""
        self.put(self.issue, None)

    def do_undraft(self) -> None:
        """One change back."""
        self.play.draft.now.undo()

    def do_redraft(self) -> None:
        """One change forward."""
        self.play.draft.now.redo()

    def do_versus(self) -> None:
        """Measure the own gain against something else."""
        self.base = BASELINES[(BASELINES.index(self.base) + 1) % len(BASELINES)]

    def do_swap(self) -> None:
        """The other side's body."""
        self.swapped = not self.swapped

    def do_drafts(self) -> None:
        """All drafts."""
        from tui.screen.faces.drafts import DraftsFace

        self.app.push_screen(DraftsFace(), lambda _: self.draw())

    def do_link(self) -> None:
        """First one issue, then the other: from then on both or neither."""
        if self.link_from is None:
            self.link_from = self.issue
            self.tell(self.say("composer-link-second", issue=self.look().names.issue(self.issue)))
            return
        first, second = sorted((self.link_from, self.issue))
        self.link_from = None
        if first == second:
            return
        held = any((link.a, link.b) in ((first, second), (second, first)) for link in self.look().view.links)
        if self.act(plain(self.play.seat, c.ACT_UNLINK if held else c.ACT_LINK, first, second)):
            self.tell(self.say("composer-linked"))

    def do_back(self) -> None:
        """Stop linking; else back to the table. The draft stays."""
        if self.link_from is not None:
            self.link_from = None
        else:
            self.dismiss(None)

    def do_main(self) -> None:
        """Look at it once more, then send it."""
        from tui.screen.faces.review import ReviewFace

        look, levels = self.look(), self.play.draft.now.levels
        if self.play.draft.now.is_empty:
            self.tell(self.say("composer-empty"))
            return
        found = appraised(look.view.known, levels)
        if found.code:
            self.tell(self.say("composer-not-sent", why=why_closed(look.names, look.view, Package(levels), found.code)))
            return
        self.app.push_screen(ReviewFace(self.drawn, self.sending(look)), self.reviewed)

    def sending(self, look: Look) -> Action | None:
        """The act that sends the draft now; None while it can only be kept."""
        levels, options = self.play.draft.now.levels, look.options
        if options is None or look.stop is not None:
            return None
        if options.offer is not None and look.view.work == k.WORK_OFFERS and options.offer.contains(levels):
            return offer(options.seat, levels)
        if options.suggestion is not None and options.suggestion.contains(levels):
            return suggest(options.seat, levels)
        return None

    def reviewed(self, wanted: object) -> None:
        """Send it, and begin anew."""
        action = self.sending(self.look()) if wanted else None
        if action is None:
            return
        levels = self.play.draft.now.levels
        if self.act(action):
            self.play.sent[action.seat] = levels
            self.play.clear_draft(action.seat)
            self.dismiss(None)
