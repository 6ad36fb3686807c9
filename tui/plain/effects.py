"""What an entry would do, in words: numbers with their sign, what was asked where it is softened, conditions, delays."""

from __future__ import annotations

from collections.abc import Sequence

from sim.kernel.layout import UNSET
from sim.table.foreseen import Foreseen
from tui.plain.names import Names, signed


def effects_text(names: Names, effects: Sequence[Foreseen]) -> str:
    """The effects of an entry in one line."""
    return names.listed([effect_text(names, effect) for effect in effects]) or names.say("word-effect-none")


def effect_text(names: Names, effect: Foreseen) -> str:
    """One effect."""
    text = bare(names, effect)
    if effect.chance is not None:
        text = names.say("word-effect-chance", effect=text, chance=effect.chance)
    if effect.later:
        text = names.say("word-effect-later", effect=text, rounds=effect.later)
    elif effect.step != UNSET:
        text = names.say("word-effect-in-step", effect=text, step=names.step(effect.step))
    return names.say("word-effect-when", effect=text, when=effect.when) if effect.when else text


def bare(names: Names, effect: Foreseen) -> str:
    """An effect without condition and delay."""
    if effect.group and effect.amount is not None:
        return names.say("word-effect-group", amount=signed(effect.amount))
    if effect.verb == "set" and effect.name is not None and effect.amount is not None:
        return names.say("word-effect-set", name=names.number(effect.name), amount=effect.amount)
    if effect.name is None or effect.verb not in ("add", "set"):
        return names.say(f"word-effect-{effect.verb if effect.name is None and effect.verb not in ('add', 'set') else 'other'}")
    if effect.amount is None or effect.asked is None:
        return names.say("word-effect-unknown", name=names.number(effect.name))
    if effect.amount != effect.asked:
        return names.say("word-effect-softened", name=names.number(effect.name), amount=signed(effect.amount), asked=signed(effect.asked))
    return names.say("word-effect-add", name=names.number(effect.name), amount=signed(effect.amount))
