"""What happened, told in sentences: changes with one cause on one line, the votes of a body on one line, the rest one by one.

Changes of numbers in Resolve are not told as they come: they are kept for the round report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sim.kernel import layout as s
from sim.kernel.codes import ACT_BREAK
from sim.table import happened as h
from sim.table.foreseen import of_missed
from sim.table.view import View
from tui.plain.effects import effects_text
from tui.plain.names import Names, signed
from tui.plain.phrases import asks_text, card_of, clue_text, requester
from tui.plain.report import report

GAME = 99  # LastingBegan.until of what holds to the end
STEP_MARK = 1000  # and from here on: the round in which the step ends


@dataclass(slots=True)
class Telling:
    """Tells one viewer. own: shown ids whose lines the viewer has typed. kept: changes of Resolve, for the report."""

    names: Names
    view: View
    own: frozenset[str] = frozenset()
    in_resolve: bool = False
    round: int = 0
    offers: int = 0
    kept: list[h.Happened] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    numbers: list[h.NumberChanged] = field(default_factory=list)
    votes: list[h.GroupVoted] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    shown_work: list[h.GroundworkShown] = field(default_factory=list)

    def tell(self, events: Iterable[h.Happened]) -> list[str]:
        """The events as lines."""
        for event in events:
            self.one(event)
        self.flush()
        told, self.lines = self.lines, []
        return told

    def one(self, event: h.Happened) -> None:
        """One event: kept, gathered with others, or told."""
        if self.in_resolve and isinstance(event, h.NumberChanged | h.LevelChanged):
            self.kept.append(event)
        elif isinstance(event, h.NumberChanged):
            if not is_bookkeeping(event):
                self.gather_number(event)
        elif isinstance(event, h.GroupVoted):
            self.votes.append(event)
        elif isinstance(event, h.CardDrawn):
            self.drawn.append(event.card)
        elif isinstance(event, h.GroundworkShown):
            self.shown_work.append(event)
        else:
            self.flush(keep_votes=isinstance(event, h.WordHeard))
            told = TELL.get(type(event))
            if told is not None:
                self.lines += told(self, event)

    def report(self) -> list[str]:
        """The round report, if something was kept for one."""
        self.flush()
        if not self.kept:
            return []
        kept, self.kept = self.kept, []
        return report(self.names, self.view, self.round, kept)

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the viewer's language."""
        return self.names.say(code, **facts)

    def gather_number(self, event: h.NumberChanged) -> None:
        """Changes with one cause belong together."""
        if self.numbers and not same_cause(self.numbers[-1], event):
            self.flush()
        self.numbers.append(event)

    def flush(self, keep_votes: bool = False) -> None:
        """Tell what was gathered."""
        if self.numbers:
            changes = self.names.listed([number_text(self.names, change) for change in self.numbers])
            cause = cause_text(self.names, self.numbers[0]) or self.say("word-cause-play")
            self.lines.append(self.say("tell-numbers", cause=cause, changes=changes))
            self.numbers = []
        if self.drawn:
            cards = [self.names.scenario.demands[card].id for card in self.drawn]
            self.lines.append(self.say("tell-drawn", cards=self.names.listed(cards)))
            self.drawn = []
        if self.shown_work:
            groups = [self.groundwork(event) for event in self.shown_work]
            self.lines.append(self.say("tell-groundwork", groups=self.names.listed(groups)))
            self.shown_work = []
        if self.votes and not keep_votes:
            self.flush_votes()

    def flush_votes(self) -> None:
        """The votes of each body on a line."""
        groups = self.names.scenario.groups
        for party in dict.fromkeys(groups[vote.group].party for vote in self.votes):
            said = [self.vote(vote) for vote in self.votes if groups[vote.group].party == party]
            self.lines.append(self.say("tell-votes", side=self.names.party(party), votes=self.names.listed(said)))
        self.votes = []

    def vote(self, event: h.GroupVoted) -> str:
        """The vote of one group."""
        group = self.names.scenario.groups[event.group]
        return self.say("tell-vote-yes" if event.yes else "tell-vote-no", group=self.names.text(group.short), weight=group.weight)

    def groundwork(self, event: h.GroundworkShown) -> str:
        """Groundwork on one group."""
        return self.say("tell-groundwork-group", group=self.names.text(self.names.scenario.groups[event.group].short), steps=event.steps)


def is_bookkeeping(event: h.NumberChanged) -> bool:
    """Whether a counter counts or resets by itself; it can be looked at, but is no news."""
    return event.cause is not None and event.cause.kind == "counter"


def same_cause(one: h.NumberChanged, other: h.NumberChanged) -> bool:
    """Whether two changes come from one entry, at one line."""
    if one.number != other.number or (one.cause is None) != (other.cause is None):
        return False
    if one.cause is None or other.cause is None:
        return True
    if one.cause.kind == other.cause.kind == "drift":
        return True
    return (one.cause.kind, one.cause.id) == (other.cause.kind, other.cause.id)


def cause_text(names: Names, event: h.NumberChanged) -> str:
    """Why a number changed."""
    return names.cause(event.cause)


def number_text(names: Names, event: h.NumberChanged) -> str:
    """One change of a number; what was asked, where modifiers made something else of it."""
    name = names.number(event.name)
    if event.modified:
        return names.say("tell-number-softened", name=name, before=event.before, after=event.after, asked=signed(event.asked))
    return names.say("tell-number", name=name, before=event.before, after=event.after)


Lines = Sequence[str]


def round_began(tale: Telling, event: h.RoundBegan) -> Lines:
    """The report of the round before, then the new one."""
    told = tale.report()
    tale.in_resolve, tale.round, tale.offers = False, event.round, 0
    return [*told, "", tale.say("tell-round", round=event.round, rounds=tale.view.rounds)]


def step_began(tale: Telling, event: h.StepBegan) -> Lines:
    """A step, by number and name."""
    tale.in_resolve, tale.round = event.step == s.STEP_RESOLVE, event.round
    return [tale.say("tell-step", number=event.step + 1, step=tale.names.step(event.step))]


def act_done(tale: Telling, event: h.ActDone) -> Lines:
    """The line of somebody else's act; a breaking off is told whose ever it is, since nothing else tells of it."""
    if event.action.kind == ACT_BREAK:
        return [tale.say("tell-broken", side=tale.names.player(tale.names.seating.named(event.action.seat).party))]
    if event.action.seat in tale.own:
        return []
    return [tale.say("tell-act", seat=tale.names.seat(event.action.seat), line=event.line)]


def level_changed(tale: Telling, event: h.LevelChanged) -> Lines:
    """Outside Resolve, where levels are told in the report."""
    before, after = tale.names.level(event.issue, event.before), tale.names.level(event.issue, event.after)
    return [tale.say("tell-level", issue=tale.names.issue(event.issue), before=before, after=after)]


def event_played(tale: Telling, event: h.EventPlayed) -> Lines:
    """A news card with its text."""
    card = tale.names.scenario.events[event.card]
    brief = [tale.say("tell-event-brief", text=line) for line in card.brief.get(tale.names.language, ())]
    return [tale.say("tell-event", label=tale.names.text(card.label)), *brief]


def card_called(tale: Telling, event: h.CardCalled) -> Lines:
    """A card that comes in a later round."""
    return [tale.say("tell-called", round=event.round, label=tale.names.text(tale.names.scenario.events[event.card].label))]


def initiative_moved(tale: Telling, event: h.InitiativeMoved) -> Lines:
    """Joint work that was turned up, agreed or completed."""
    card = tale.names.scenario.initiatives[event.card]
    label = tale.names.text(card.label)
    if event.status == 1:
        seen = next((each for each in tale.view.initiatives if each.index == event.card), None)
        costs = seen.cost if seen is not None else card.cost
        price = tale.names.listed([f"{tale.names.party(party)} {cost}" for party, cost in enumerate(costs)])
        return [tale.say("tell-turned-up", id=card.id, label=label, price=price)]
    return [tale.say("tell-agreed" if event.status == 2 else "tell-completed", id=card.id, label=label)]


def demand_came(tale: Telling, event: h.DemandCame) -> Lines:
    """A new demand, and what follows if it stays unmet."""
    card = card_of(tale.names, event.name)
    asks = asks_text(tale.names, tale.view, event.issue, event.level, card)
    unmet = effects_text(tale.names, of_missed(tale.view.known, card, event.issue))
    came = tale.say("tell-demand", name=event.name, side=tale.names.player(event.by), asks=asks, due=event.due)
    return [came, tale.say("tell-demand-unmet", effects=unmet)]


def demand_changed(tale: Telling, event: h.DemandChanged) -> Lines:
    """What a demand says now."""
    seen = next((each for each in tale.view.demands if each.name == event.name), None)
    if seen is None:
        return []
    asks = asks_text(tale.names, tale.view, seen.issue, event.level, seen.card)
    answer = tale.say(f"word-answer-{event.answer}")
    return [tale.say("tell-demand-changed", name=event.name, answer=answer, asks=asks, due=event.due)]


def demand_left(tale: Telling, event: h.DemandLeft) -> Lines:
    """A demand that was met, missed or withdrawn."""
    return [tale.say(f"tell-demand-{event.how}", name=event.name)]


def demand_shown(tale: Telling, event: h.DemandShown) -> Lines:
    """The demand of the next round, shown ahead."""
    card = tale.names.scenario.demands[event.card]
    asks = asks_text(tale.names, tale.view, card.issue, None if card.asks == s.UNSET else card.asks, event.card)
    return [tale.say("tell-ahead", name=card.id, asks=asks)]


def request_moved(tale: Telling, event: h.RequestMoved) -> Lines:
    """A request that was turned up or met."""
    card = tale.names.scenario.requests[event.card]
    term = tale.names.term(card.issue, card.asks)
    if event.is_met:
        return [tale.say("tell-request-met", term=term)]
    return [tale.say("tell-request", side=tale.names.party(requester(tale.view)), term=term)]


def choice_asked(tale: Telling, event: h.ChoiceAsked) -> Lines:
    """Somebody has to choose."""
    return [tale.say("tell-choice", side=tale.names.player(event.party), label=tale.names.entry(event.entry))]


def proposed(tale: Telling, event: h.Proposed) -> Lines:
    """Something that waits for the other side's word."""
    side = tale.names.player(event.by)
    if event.kind in (s.PROPOSE_LINK, s.PROPOSE_UNLINK):
        code = "tell-proposed-link" if event.kind == s.PROPOSE_LINK else "tell-proposed-unlink"
        return [tale.say(code, side=side, first=tale.names.issue(event.a), second=tale.names.issue(event.b))]
    if event.kind == s.PROPOSE_INITIATIVE:
        return [tale.say("tell-proposed-initiative", side=side, label=tale.names.text(tale.names.scenario.initiatives[event.a].label))]
    return [tale.say("tell-proposed-act", side=side, label=tale.names.text(tale.names.scenario.acts[event.a].label))]


def link_moved(tale: Telling, event: h.LinkMoved) -> Lines:
    """A link that was agreed or has ended."""
    code = "tell-linked" if event.is_in_force else "tell-unlinked"
    return [tale.say(code, first=tale.names.issue(event.a), second=tale.names.issue(event.b))]


def offer_tabled(tale: Telling, event: h.OfferTabled) -> Lines:
    """An offer with its number in the round."""
    side, package = tale.names.player(event.party), tale.names.package(event.levels)
    tale.offers += 1
    return [tale.say("tell-offer", made=tale.offers, offers=tale.view.offers, side=side, package=package)]


def accord_reached(tale: Telling, event: h.AccordReached) -> Lines:
    """The accord."""
    return [tale.say("tell-accord", package=tale.names.package(event.levels))]


def word_heard(tale: Telling, event: h.WordHeard) -> Lines:
    """What is heard of a group that shows a word only."""
    group = tale.names.scenario.groups[event.group]
    if not 0 <= event.word < len(group.words):
        return []
    return [tale.say("tell-word", group=tale.names.text(group.short), word=tale.names.text(group.words[event.word]))]


def body_voted(tale: Telling, event: h.BodyVoted) -> Lines:
    """The result of a body."""
    code = "tell-body-yes" if event.approves else "tell-body-no"
    return [tale.say(code, side=tale.names.party(event.party), weight=event.yes_weight)]


def package_passed(tale: Telling, event: h.PackagePassed) -> Lines:
    """A package that was ratified."""
    return [tale.say("tell-passed", package=tale.names.package(event.levels))]


def posture_named(tale: Telling, event: h.PostureNamed) -> Lines:
    """A naming, right or not."""
    posture = tale.names.text(tale.names.scenario.postures[event.posture].label)
    code = "tell-named-right" if event.is_right else "tell-named-wrong"
    return [tale.say(code, side=tale.names.player(event.party), posture=posture)]


def clue_learned(tale: Telling, event: h.ClueLearned) -> Lines:
    """A clue of the own side."""
    return [clue_text(tale.names, event.clue.about, event.clue.issue, event.clue.band, event.clue.sure)]


def mood_learned(tale: Telling, event: h.MoodLearned) -> Lines:
    """The mood of a group that was consulted."""
    group = tale.names.scenario.groups[event.group]
    return [tale.say("tell-mood", group=tale.names.text(group.short), mood=signed(event.mood))]


def posture_moved(tale: Telling, event: h.PostureMoved) -> Lines:
    """Another posture of the own side."""
    return [tale.say("tell-posture", posture=tale.names.text(tale.names.scenario.postures[event.posture].label))]


def lasting_began(tale: Telling, event: h.LastingBegan) -> Lines:
    """Something that holds for a while."""
    issue = tale.names.scenario.issues[event.b].id if event.kind == s.LAST_VOTE and event.b != s.UNSET else "none"
    what = tale.say(f"tell-lasting-{event.kind}", name=lasting_name(tale.names, event), amount=signed(event.amount), issue=issue)
    cause = tale.names.cause(event.cause) or tale.say("word-cause-play")
    return [tale.say("tell-lasting", cause=cause, what=what, until=until_text(tale.names, event.until))]


def until_text(names: Names, until: int) -> str:
    """How long something holds."""
    if until >= STEP_MARK:
        return names.say("tell-until-step")
    return names.say("tell-until-game") if until >= GAME else names.say("tell-until-round", round=until)


def lasting_name(names: Names, event: h.LastingBegan) -> str:
    """What the lasting thing is about."""
    scenario = names.scenario
    if event.kind == s.LAST_VOTE:
        return names.text(scenario.groups[event.a].short)
    if event.kind in (s.LAST_PRICE_LEVER, s.LAST_GRANT_LEVER, s.LAST_BLOCK_LEVER, s.LAST_WAIVE_TOKEN):
        return names.text(scenario.levers[event.a].short)
    if event.kind == s.LAST_PRICE_FAMILY:
        return names.text(scenario.families[event.a].short)
    if event.kind in (s.LAST_PRICE_MOVE, s.LAST_GRANT_MOVE) and event.a != s.UNSET:
        return names.issue(event.a)
    if event.kind in (s.LAST_GAIN, s.LAST_COST, s.LAST_DELAY):
        return names.text(scenario.initiatives[event.a].short)
    return ""


def game_ended(tale: Telling, event: h.GameEnded) -> Lines:
    """The last report, then the end."""
    return [*tale.report(), "", tale.say("tell-ended")]


def plainly(code: str) -> Callable[[Telling, Any], Lines]:  # Any: every kind of event has its own function here
    """An event that is told by one sentence without facts."""
    return lambda tale, event: [tale.say(code)]


TELL: dict[type[h.Happened], Callable[[Telling, Any], Lines]] = {
    h.RoundBegan: round_began,
    h.StepBegan: step_began,
    h.ActDone: act_done,
    h.LevelChanged: level_changed,
    h.EventPlayed: event_played,
    h.CardCalled: card_called,
    h.InitiativeMoved: initiative_moved,
    h.DemandCame: demand_came,
    h.DemandChanged: demand_changed,
    h.DemandLeft: demand_left,
    h.DemandShown: demand_shown,
    h.RequestMoved: request_moved,
    h.ChoiceAsked: choice_asked,
    h.Proposed: proposed,
    h.LinkMoved: link_moved,
    h.OfferTabled: offer_tabled,
    h.AccordReached: accord_reached,
    h.AccordSent: plainly("tell-sent"),
    h.AccordLapsed: plainly("tell-lapsed"),
    h.WordHeard: word_heard,
    h.BodyVoted: body_voted,
    h.PackagePassed: package_passed,
    h.PostureNamed: posture_named,
    h.GameEnded: game_ended,
    h.ClueLearned: clue_learned,
    h.MoodLearned: mood_learned,
    h.PostureMoved: posture_moved,
    h.LastingBegan: lasting_began,
}
