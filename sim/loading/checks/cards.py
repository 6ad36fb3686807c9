"""Levers and acts, initiatives, events, demand cards and requests."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem
from sim.loading.checks.common import Question, called, id_place, ids, unknown_keys, unknown_value
from sim.loading.documents import place_of
from sim.loading.selection import Play


def cards_name_what_exists(play: Play) -> Iterator[Problem]:
    """Parties, families, tags and issues of levers, acts and cards."""
    pack, parties = play.pack, ids(play.parties)
    families, tags, issues = ids(pack.pack.families), ids(pack.pack.tags), ids(pack.issues)
    for lever in pack.levers:
        yield from unknown_value(play, lever, "party", "party", parties)
    for act in pack.acts:
        yield from unknown_value(play, act, "party", "party", parties)
        if isinstance(act.price, dict):
            yield from unknown_keys(play, act, ("price",), "party", parties)
    for initiative in pack.initiatives:
        yield from unknown_value(play, initiative, "family", "family", families)
        yield from unknown_keys(play, initiative, ("cost",), "party", parties)
        yield from unknown_keys(play, initiative, ("gain",), "party", parties)
    for event in pack.events:
        yield from unknown_value(play, event, "tag", "tag", tags)
    for card in pack.demands:
        yield from unknown_value(play, card, "issue", "issue", issues)
        yield from unknown_value(play, card, "instead", "issue", issues)
    for family in pack.pack.families:
        yield from unknown_value(play, family, "track", "track", ids(play.tracks))


def levers_keep_their_word(play: Play) -> Iterator[Problem]:
    """A measure is kept by being played; an announcement needs a credibility to win or lose."""
    for lever in play.pack.levers:
        if lever.kept is not None and lever.measure:
            text = f"{called(lever)} has both `measure` and `kept`"
            yield place_of(lever, "kept").problem_of_key("NW108", text, "keep one of the two: a measure is carried out by being played")
        elif lever.kept is not None and lever.credibility is None:
            text = f"`kept` of {called(lever)} means nothing without `credibility`"
            yield place_of(lever, "kept").problem_of_key("NW108", text, "add e.g. `credibility: 60`, or delete `kept`")
        if isinstance(lever.price, int) and lever.price < 0:
            node = place_of(lever, "price")
            text = f"a price cannot be negative: {called(lever)} would pay `{lever.party}` {-lever.price} for using it"
            hint = f"write `price: {-lever.price}`; if a gain is meant, write it as an effect under `user`"
            yield node.problem("NW307", text, hint, fixes=node.to_write(-lever.price))
        if lever.price == 0 and lever.target is None and lever.user is None and lever.escalation == 0 and not lever.measure:
            yield id_place(lever).problem("NW105", f"{called(lever)} does nothing", "add `target` or `user`")


def demands_ask_one_thing(play: Play) -> Iterator[Problem]:
    """A demand card asks for a level of its issue, and of the one instead, or for a state."""
    tops = {issue.id: len(issue.levels) - 1 for issue in play.pack.issues}
    for card in play.pack.demands:
        if (card.asks is None) == (card.state is None):
            both = card.asks is not None
            text = f"{called(card)} has both `asks` and `state`" if both else f"{called(card)} needs either `asks` or `state`"
            place = place_of(card, "state").problem_of_key if both else id_place(card).problem_of_key
            yield place("NW108" if both else "NW105", text, "keep one of the two" if both else "add e.g. `asks: 2`")
        elif card.asks is not None and not isinstance(card.asks, int):
            yield place_of(card, "asks").problem("NW103", f"`asks` of {called(card)} must be a level number", "write e.g. `asks: 2`")
        for issue in (card.issue, card.instead):
            if isinstance(card.asks, int) and issue in tops and not 1 <= card.asks <= tops[issue]:
                text = f"{called(card)} asks for level {card.asks} of `{issue}`, which has levels 0 to {tops[issue]}"
                yield place_of(card, "asks").problem("NW306", text, f"use 1 to {tops[issue]}")


def requests_ask_for_levels(play: Play) -> Iterator[Problem]:
    """A deck carries the id of its party, and asks for levels that exist."""
    tops = {issue.id: len(issue.levels) - 1 for issue in play.pack.issues}
    for deck in play.requests:
        yield from unknown_value(play, deck, "id", "party", ids(play.parties))
        yield from unknown_keys(play, deck, ("deck",), "issue", tops)
        for issue, asks in deck.deck.items():
            if issue in tops and not 1 <= asks <= tops[issue]:
                text = f"{called(deck)} asks for level {asks} of `{issue}`, which has levels 0 to {tops[issue]}"
                yield place_of(deck, "deck", issue).problem("NW306", text, f"use 1 to {tops[issue]}")


QUESTIONS: tuple[Question, ...] = (cards_name_what_exists, levers_keep_their_word, demands_ask_one_thing, requests_ask_for_levels)
