"""The ten views of the debrief, in the order of their digits, and the list from which one is chosen."""

from __future__ import annotations

from tui.screen.ink import Page, Span, fit, row
from tui.screen.look import Look
from tui.screen.pages import debrief_frontier as front
from tui.screen.pages import debrief_home as home
from tui.screen.pages import debrief_outcome as out
from tui.screen.pages import debrief_talks as talks
from tui.screen.pages.debrief_parts import View

VIEWS = (
    View("outcome", out.outcome_table, out.outcome_chart, out.outcome_behind),
    View("offers", talks.offers_table, talks.offers_chart, front.offer_behind),
    View("frontier", front.frontier_table, front.frontier_chart, front.frontier_behind),
    View("votes", home.votes_table, home.votes_chart, home.vote_behind),
    View("concessions", talks.concessions_table, talks.concessions_chart, talks.concession_behind),
    View("meters", home.meters_table, home.meters_chart, home.meter_behind),
    View("links", talks.links_table),
    View("left", out.left_table, out.left_chart, out.left_behind),
    View("process", talks.process_table, talks.process_chart, talks.process_behind),
    View("hidden", home.hidden_table),
)
DIGITS = "1234567890"


def view_list(look: Look, cells: int) -> Page:
    """The views with the digits that choose them."""
    rows = [
        row(" ", Span(digit, "key"), " ", fit(look.say(f"views-name-{view.name}"), cells - 4), key=view.name)
        for digit, view in zip(DIGITS, VIEWS, strict=True)
    ]
    return Page(look.say("views-list"), tuple(rows))


def view_of(name: str) -> View:
    """A view by its name."""
    return next((view for view in VIEWS if view.name == name), VIEWS[0])
