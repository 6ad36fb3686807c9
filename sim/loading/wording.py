"""Entries of the files as named values of the domain: labels, shorts, briefs, places."""

from __future__ import annotations

from typing import Any

from sim.domain import Named, Place, Text
from sim.loading import shape_entries as kinds
from sim.loading.node import Node
from sim.loading.pools import NO_TEXT, place_of_node
from sim.loading.shape_base import Entry, Labelled, Lines
from sim.loading.shape_base import Text as TextShape

RULE_ID = "id"


def text(shape: TextShape | None) -> Text | None:
    """A text of a file as a value."""
    return None if shape is None else Text(shape.en, shape.ja, shape.ja_narrow or "")


def lines(shape: Lines | None) -> dict[str, tuple[str, ...]]:
    """Lines of text by language."""
    return {} if shape is None else {"en": tuple(shape.en), "ja": tuple(shape.ja)}


def place_of_id(node: Node) -> Place:
    """Where an entry begins: at its id."""
    own = node.get(RULE_ID) or node
    return place_of_node(own)


class Words:
    """Texts of entries, in the entry itself or under its id in `texts`; titles of rules serve entries without one."""

    def __init__(self, texts: dict[str, kinds.Texts], rulebook: list[kinds.RuleText]) -> None:
        self.texts = texts
        self.rules = {rule.id: rule for rule in rulebook}

    def of(self, entry: Labelled, index: int, key: str = "") -> dict[str, Any]:
        """The fields that every named value has. key: where its texts stand, its id unless told otherwise."""
        more = self.texts.get(key or entry.id)
        label = text(entry.label) or (text(more.label) if more else None) or self.title_of(entry)
        short = text(entry.short) or (text(more.short) if more else None) or label
        brief = lines(entry.brief) or (lines(more.brief) if more else {})
        note = text(entry.note) or (text(more.note) if more else None)
        return {
            "id": entry.id,
            "index": index,
            "label": label,
            "short": short,
            "brief": brief,
            "note": note,
            "source": tuple(entry.source),
            "rule": entry.rule or "",
            "place": place_of_id(entry.node),
            "idea": tuple(entry.idea) if isinstance(entry, Entry) else (),
            "claims": tuple(entry.claims),
        }

    def title_of(self, entry: Labelled) -> Text:
        """The title of the rule an entry carries, else its id."""
        rule = self.rules.get(entry.rule or "") or self.rules.get(entry.id)
        return (text(rule.label) if rule else None) or Text(entry.id, entry.id)

    def named(self, entry: Labelled, index: int) -> Named:
        """An entry as no more than a named value."""
        return Named(**self.of(entry, index))

    def phrase(self, key: str) -> Text | None:
        """The phrase of a level in the joint statement."""
        more = self.texts.get(key)
        return text(more.phrase) if more else None

    def simple(self, key: str, index: int, place: Place) -> Named:
        """Something whose texts stand only under its id in `texts`."""
        more = self.texts.get(key)
        label = (text(more.label) if more else None) or Text(key, key)
        short = (text(more.short) if more else None) or label
        return Named(key.rpartition(".")[2], index, label, short, place=place)


def empty_named(name: str, place: Place, source: tuple[str, ...] = (), rule: str = "", label: Text = NO_TEXT) -> Named:
    """A named value for a part of the procedure, which has no entry of its own."""
    return Named(name, 0, label if label != NO_TEXT else Text(name, name), Text(name, name), source=source, rule=rule, place=place)
