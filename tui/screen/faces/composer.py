"""The composer: puts a package together with a few keys, and shows on every key what it does. Drafts are sent in Talks only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from sim.kernel import codes as c
from sim.table.actions import Action, plain
from tui.screen.bars import Key
from tui.screen.commands import VALUES, Command, command
from tui.screen.drafts import Draft as Kept
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.ladder import Ladder
from tui.screen.look import Look
from tui.screen.pages.composer import NOW, SENT, TABLE, Draft, Levels, ladder, other_parties
from tui.screen.pages.composer_effect import effect, home_note, is_stacked, strips
from tui.screen.pages.composer_rules import no_level, no_link, not_now, not_sent, reach, sending
from tui.screen.pane import Pane

LEAST_EFFECT = 7  # lines of effect and strips, title included
MOST_EFFECT = 24
OTHER_LINES = 5  # head, title and titles of the ladder, hint, key bar


class ComposerFace(GameFace):
    """One package, issue by issue. issue: the row it opens on."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        command("main", "f9 ctrl+enter ctrl+j enter", 90), *VALUES, command("least", "home"), command("most", "end"),
        command("as-table", "space", 30), command("leave-out", "delete backspace", 45), command("link", "k", 55),
        command("versus", "v", 48), command("undraft", "z", 50), command("redraft", "Z", 10), command("drafts", "a", 25),
        command("swap", "x", 15), command("swap-strips", "tab"),
    )  # fmt: skip
    FIRST_FOCUS = "ladder"
    DEFAULT_CSS = """
    ComposerFace #below { height: 7; }
    ComposerFace #effect { width: 34; }
    ComposerFace.wide #effect { width: 52; }
    ComposerFace.public #effect { width: 1fr; }
    """

    def __init__(self, issue: str = "") -> None:
        super().__init__()
        self.first = issue
        self.base = NOW
        self.link_from: int | None = None
        self.body = 0

    def panes(self) -> ComposeResult:
        """The ladder; below it what the package does."""
        yield Ladder("ladder")
        with Horizontal(id="below"):
            yield Pane("effect")
            yield Pane("strips")

    def on_mount(self) -> None:
        """Begin with their offer where one is on the table and nothing has been drafted."""
        look = self.look()
        offer = look.view.offer
        if offer is not None and not offer.is_accord and offer.by != look.party and self.draft.is_empty:
            self.draft.put(offer.levels)
        self.pane("ladder").chosen = self.first

    # --- what is drawn ---

    @property
    def draft(self) -> Kept:
        """The draft at work."""
        return self.play.draft.now

    def drawn(self, look: Look) -> Draft:
        """The draft as it is drawn."""
        return Draft(self.draft.levels, self.base, self.against(look), self.play.draft.at + 1, self.theirs(look), self.link_from, self.body)

    def against(self, look: Look) -> Levels:
        """The package that the own gain is measured against."""
        nothing: Levels = (None,) * len(look.view.issues)
        if self.base == TABLE and look.view.offer is not None:
            return look.view.offer.levels
        return self.play.sent.get(look.seat, nothing) if self.base == SENT else nothing

    def theirs(self, look: Look) -> Levels:
        """What the other side's standing offer changes, against the own one that was sent last; else against the levels in force."""
        offer, sent = look.view.offer, self.play.sent.get(look.seat)
        if offer is None or offer.by == look.party:
            return ()
        before = sent if sent is not None else tuple(issue.level for issue in look.view.issues)
        return tuple(level if level != was else None for level, was in zip(offer.levels, before, strict=True))

    def below(self, look: Look) -> int:
        """Lines for effect and strips: what a line for every issue leaves."""
        return max(LEAST_EFFECT, min(self.size.height - len(look.view.issues) - OTHER_LINES, MOST_EFFECT))

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Ladder, effect, strips. A sentence of several lines takes room from the effect."""
        look = self.look()
        draft = self.drawn(look)
        lines = self.below(look)
        self.query_one("#below").styles.height = lines - max(len(self.hint_lines()) - 1, 0)
        self.pane("strips").display = look.is_own
        self.set_class(not look.is_own, "public")
        ladder_pane = self.query_one("#ladder", Ladder)
        ladder_pane.heads, page = ladder(look, self.size.width, draft)
        yield "ladder", page
        yield "effect", effect(look, self.pane("effect").size.width, draft, lines)
        if look.is_own:
            yield "strips", strips(look, self.pane("strips").size.width, draft, lines)

    def hint(self) -> str:
        """What a link waits for; the hint of the first game; else what is short at home."""
        look = self.look()
        if self.link_from is not None:
            return self.say("composer-link-second", issue=look.names.issue(self.link_from))
        if self.draft.is_empty:
            return super().hint() or self.say("composer-empty")
        return super().hint() or home_note(look, self.draft.levels, self.size.width - 2)

    def label(self, name: str) -> str:
        """The main act is the review; less and more stand together."""
        return self.say({"main": "composer-review", "less": "composer-change"}[name]) if name in ("main", "less") else super().label(name)

    def bar(self) -> list[Command]:
        """The commands of the key bar."""
        return [each for each in super().bar() if each.name != "more"]

    def key_of(self, command: Command) -> Key:
        """A command for the key bar; less and more by the signs of their arrows."""
        key = super().key_of(command)
        return Key("more", f"{self.signs.less}{self.signs.more}", key.label, key.weight) if command.name == "less" else key

    # --- the chosen issue ---

    @property
    def issue(self) -> int:
        """The chosen issue."""
        return self.index_of(self.pane("ladder").chosen)

    def index_of(self, id_: str) -> int:
        """An issue by its id."""
        return next((entry.index for entry in self.look().names.scenario.issues if entry.id == id_), 0)

    def put(self, issue: int, level: int | None) -> None:
        """Change the draft."""
        self.draft.set(issue, level)

    def put_level(self, issue: int, level: int) -> None:
        """Name a level, or say why it cannot be named."""
        look = self.look()
        if level in reach(look, issue):
            self.put(issue, level)
        else:
            self.tell(no_level(look, issue, level))

    def step(self, by: int, issue: int) -> None:
        """The next level up or down; the one in force leaves the issue out."""
        look = self.look()
        now, named = look.view.issues[issue].level, self.draft.levels[issue]
        level = now if named is None else named
        further = [each for each in reach(look, issue) if (each - level) * by > 0]
        if not further:
            self.tell(no_level(look, issue, level + by))
            return
        wanted = min(further) if by > 0 else max(further)
        self.put(issue, None if wanted == now else wanted)

    def typed_other(self, word: str) -> bool:
        """A digit names a level by its number; a key that does nothing now says why."""
        if len(word) == 1 and word.isascii() and word.isdigit():
            self.said = ""
            self.put_level(self.issue, int(word))
            self.draw()
            return True
        closed = {"space": "composer-no-offer", "z": "composer-no-undo", "Z": "composer-no-redo"}
        if word == "k":
            self.tell(no_link(self.look(), self.issue))
        elif word in closed:
            self.tell(self.say(closed[word]))
        return word == "k" or word in closed

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on an arrow or on a level."""
        self.said = ""
        id_, _, level = what.partition(":")
        if kind in ("less", "more"):
            self.step(1 if kind == "more" else -1, self.index_of(id_))
        elif kind == "set":
            self.put_level(self.index_of(id_), int(level))
        self.draw()

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a row is no sending: it changes nothing."""

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Undo and the like only where there is something to undo; linking where links are in play."""
        look = self.look()
        if name == "undraft":
            return bool(self.draft.past)
        if name == "redraft":
            return bool(self.draft.future)
        if name == "as-table":
            return look.view.offer is not None
        if name == "link":
            return self.link_from is not None or not no_link(look, self.issue)
        if name == "versus":
            return look.is_own
        if name == "swap":
            return look.is_own and not is_stacked(look, self.below(look))
        if name == "swap-strips":  # once on each body, then the focus goes on
            pane = self.focused_pane
            return pane is not None and pane.id == "strips" and self.is_open("swap") and self.body < len(other_parties(look))
        return super().is_open(name)

    def do_less(self) -> None:
        """One level down."""
        self.step(-1, self.issue)

    def do_more(self) -> None:
        """One level up."""
        self.step(1, self.issue)

    def do_least(self) -> None:
        """The lowest level allowed."""
        self.put(self.issue, min(reach(self.look(), self.issue)))

    def do_most(self) -> None:
        """The highest level allowed."""
        self.put(self.issue, max(reach(self.look(), self.issue)))

    def do_as_table(self) -> None:
        """The level on the table."""
        offer = self.look().view.offer
        if offer is not None:
            self.put(self.issue, offer.levels[self.issue])

    def do_leave_out(self) -> None:
        """Leave the issue as it is."""
        self.put(self.issue, None)

    def do_undraft(self) -> None:
        """One change back."""
        self.draft.undo()

    def do_redraft(self) -> None:
        """One change forward."""
        self.draft.redo()

    def do_versus(self) -> None:
        """Measure the own gain against something else: what there is of now, the table, what was sent."""
        look = self.look()
        found = [NOW]
        found += [TABLE] if look.view.offer is not None else []
        found += [SENT] if look.seat in self.play.sent else []
        self.base = found[(found.index(self.base) + 1) % len(found)] if self.base in found else NOW
        if len(found) == 1:
            self.tell(self.say("composer-no-base"))

    def do_swap(self) -> None:
        """Another side's body."""
        self.body = (self.body + 1) % (1 + len(other_parties(self.look())))

    do_swap_strips = do_swap

    def do_drafts(self) -> None:
        """All drafts."""
        from tui.screen.faces.drafts import DraftsFace

        self.link_from = None
        self.app.push_screen(DraftsFace(), lambda _: self.draw())

    def do_link(self) -> None:
        """First one issue, then the other: from then on both or neither."""
        if self.link_from is None:
            self.link_from = self.issue
            return
        first, second = sorted((self.link_from, self.issue))
        self.link_from = None
        if first == second:
            return
        look = self.look()
        held = any({link.a, link.b} == {first, second} for link in look.view.links)
        if self.act(plain(look.seat, c.ACT_UNLINK if held else c.ACT_LINK, first, second)):
            self.tell(self.say("composer-unlinked" if held else "composer-linked"))

    def do_back(self) -> None:
        """Stop linking; else back to the table. The draft stays."""
        if self.link_from is not None:
            self.link_from = None
        else:
            self.dismiss(None)

    def do_main(self) -> None:
        """Look at it once more, then send it."""
        from tui.screen.faces.review import ReviewFace

        look, levels = self.look(), self.draft.levels
        self.link_from = None
        refused = not_sent(look, levels)
        if refused:
            self.tell(refused)
            return
        action = sending(look, levels)
        later = not_now(look, levels) if action is None else ""
        self.app.push_screen(ReviewFace(levels, action, later), lambda wanted: self.reviewed(action) if wanted else None)

    def reviewed(self, action: Action | None) -> None:
        """Send it once the review is put away; what can only be kept is kept."""
        self.call_later(self.send, action)

    def send(self, action: Action | None) -> None:
        """Send it, begin anew, and go back to the table."""
        if action is None:
            self.dismiss(None)
            return
        if not self.act(action):
            return
        if action in self.play.queue:  # the word has passed on meanwhile
            self.play.queue.clear()
            self.tell(self.say("composer-not-sent", why=not_now(self.look(), self.draft.levels)))
            return
        self.play.sent[action.seat] = action.package or ()
        self.play.clear_draft(action.seat)
        self.dismiss(None)
