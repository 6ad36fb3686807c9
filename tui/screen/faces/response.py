"""Response: every demand gets its answer here, points and a lever are chosen; all of it is sent at once."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table.parts import DemandSeen
from tui.screen.faces.own import FIXED, OwnSheet
from tui.screen.ink import Page
from tui.screen.look import Look
from tui.screen.pages import response as pages
from tui.screen.pages.choosing import change_lever, lever_page
from tui.screen.pane import Pane

MOST_DEMANDS = 4  # rows at a glance; more of them scroll
LEAST_LEVER = 2  # lines for the lever


class ResponseFace(OwnSheet):
    """The sheet of step 3."""

    FIRST_FOCUS = "asked"
    WORKS = (k.WORK_ANSWER,)
    DEFAULT_CSS = """
    ResponseFace #lever { height: 1fr; }
    """

    def panes(self) -> ComposeResult:
        """Demands, answers, courses, lever, Now."""
        for id in ("asked", "answers", "courses", "lever"):
            yield Pane(id)
        yield Pane("now", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """All panes, the lines shared out between them."""
        look, plan, cells = self.look(), self.plan, self.size.width
        asked = pages.demands_page(look, plan, cells)
        yield "asked", asked
        courses = pages.courses_page(look, plan, cells)
        now = pages.now_page(look, plan, cells, self.acts())
        taken = FIXED + max(len(self.hint_lines()), 1) + self.lines_of(look, asked) + len(now.rows) + 1
        taken += len(courses.rows) + 1 if courses is not None else 0
        lever = max(len(lever_page(look, plan, cells, 0).rows), LEAST_LEVER)
        answers = pages.answers_page(look, plan, self.demand(), cells, self.size.height - taken - lever - 2)
        left = self.size.height - taken - (len(answers.rows) + 1 if answers.rows else 0)
        self.set_lines("asked", self.lines_of(look, asked))
        self.set_lines("answers", len(answers.rows) + 1 if answers.rows else 0)
        self.set_lines("courses", len(courses.rows) + 1 if courses is not None else 0)
        self.set_lines("now", len(now.rows) + 1)
        yield "answers", answers
        if courses is not None:
            yield "courses", courses
        yield "lever", lever_page(look, plan, cells, left - 1)
        yield "now", now

    def lines_of(self, look: Look, asked: Page) -> int:
        """Lines of the demands."""
        return min(len(asked.rows), (2 * MOST_DEMANDS if look.is_wide else MOST_DEMANDS) + 1) + 1

    def demand(self) -> DemandSeen | None:
        """The demand that the answers speak of."""
        return pages.demand_named(self.look(), self.pane("asked").chosen)

    # --- choosing ---

    def step(self, pane: str, key: str, by: int) -> None:
        """Another answer, link, offer, number of points, lever."""
        look, plan, demand = self.look(), self.plan, self.demand()
        if pane == "asked":
            asked = pages.demand_named(look, key)
            if asked is not None:
                pages.step_answer(look, plan, asked, by)
        elif pane == "answers" and demand is not None:
            pages.step_what(look, plan, demand, pages.HOWS[int(key) - 1], by)
        elif pane == "courses":
            pages.step_points(look, plan, self.course(key), by)
        elif pane == "lever":
            change_lever(look, plan, key, by)

    def course(self, id_: str) -> int:
        """A course by its id."""
        return next(entry.index for entry in self.play.names.scenario.courses if entry.id == id_)

    def change(self, pane: str, key: str) -> None:
        """Enter gives the answer of a row, and moves any other value on."""
        if pane == "answers":
            self.give(int(key))
        else:
            self.step(pane, key, 1)

    def give(self, number: int) -> None:
        """One of the four answers to the demand in focus; the same one again leaves it out."""
        demand = self.demand()
        if demand is not None:
            pages.set_answer(self.look(), self.plan, demand, pages.HOWS[number - 1])
            self.pane("answers").chosen = str(number)

    def typed_other(self, word: str) -> bool:
        """1 to 4 give an answer."""
        if word not in ("1", "2", "3", "4"):
            return False
        self.said = ""
        self.give(int(word))
        self.draw()
        return True

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on the number of an answer gives it."""
        if kind == "answer":
            self.give(int(what))
            self.draw()
        else:
            super().hit(pane, kind, what)

    # --- sending ---

    def label(self, name: str) -> str:
        """What the main act is here."""
        return self.say("response-send") if name == "main" else super().label(name)

    def do_main(self) -> None:
        """Send everything that is chosen, one line after the other, and end the step where the seat may."""
        if not self.may_send():
            return
        lines = pages.lines_to_send(self.look(), self.plan)
        if not lines:
            self.tell(self.say("response-nothing"))
            return
        self.act(*lines)
        self.settle()

    def moved(self, pane: Pane, key: str) -> None:
        """Another demand: the answers below are those to it."""
        if pane.id == "asked":
            demand = self.demand()
            how = self.plan.answers.get(demand.name, s.ANSWER_NONE) if demand is not None else s.ANSWER_NONE
            self.pane("answers").chosen = str(pages.HOWS.index(how) + 1) if how in pages.HOWS else self.pane("answers").chosen
