"""diff: what two scenarios, or two packs, say differently, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui import console
from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk, language_of
from tui.wording import say

if TYPE_CHECKING:
    from sim.loading.checking import Target
    from sim.loading.diff import Change, Diff
    from sim.loading.load import Read
    from sim.loading.node import Plain
    from sim.study.change import Effect

LONGEST_VALUE = 120

HERE = language_of(None)
HELP = f"{say(HERE, 'diff-help')}\n\nBEFORE, AFTER: {say(HERE, 'diff-help-names')}"


@click.command("diff", help=HELP)
@click.argument("before")
@click.argument("after")
@click.option("--texts", is_flag=True, help=say(HERE, "diff-help-texts"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, before: str, after: str, texts: bool, as_json: bool, language: str) -> int:
    """Every difference in meaning, texts counted apart; then what it does."""
    from sim.loading.diff import differences

    targets = target_of(before), target_of(after)
    old, new = read_both(*targets)
    found = differences(old, new)
    effects = effects_of(old, new, found)
    if as_json:
        write_json({"before": before, "after": after, **to_json(found), "effects": [effect_to_json(effect) for effect in effects]})
    else:
        if targets[0].kind != targets[1].kind:
            console.put(desk.say("diff-packs-only"))
        show_changes(desk, found, texts)
        show_effects(desk, effects)
    return DONE


def effects_of(before: Read, after: Read, found: Diff) -> tuple[Effect, ...]:
    """What the difference does, exactly: asked of two scenarios that differ in meaning."""
    from sim.loading.load import compiled
    from sim.study.change import effects

    if not (found.meaning or found.renames) or before.doc.node is None or after.doc.node is None:
        return ()
    old, new = compiled(before)[0], compiled(after)[0]
    return effects(old, new) if old is not None and new is not None else ()


def show_effects(desk: Desk, effects: tuple[Effect, ...]) -> None:
    """Each measure that changes, by postures; those that stay are only named."""
    if not effects:
        return
    console.put("")
    console.put(desk.say("diff-effects"))
    if all(effect.is_same for effect in effects):
        console.put("  " + desk.say("diff-effects-none"))
        return
    for postures in dict.fromkeys(effect.postures for effect in effects):
        changed = [effect for effect in effects if effect.postures == postures and not effect.is_same]
        same = [effect for effect in effects if effect.postures == postures and effect.is_same and effect.before is not None]
        console.put("  " + desk.say("diff-effects-postures", postures=", ".join(postures)))
        for effect in changed:
            old, new = effect.before or desk.say("diff-effects-unknown"), effect.after or desk.say("diff-effects-unknown")
            console.put("    " + desk.say(f"diff-effect-{effect.measure}", old=old, new=new))
        if same and changed:
            console.put(
                "    " + desk.say("diff-effects-same", what=", ".join(desk.say(f"diff-measure-{effect.measure}") for effect in same))
            )
        elif same:
            console.put("    " + desk.say("diff-effects-none"))


def effect_to_json(effect: Effect) -> dict[str, object]:
    """One measure for programs."""
    return {"measure": effect.measure, "postures": list(effect.postures), "before": effect.before, "after": effect.after}


# --- reading ---


def target_of(name: str) -> Target:
    """The one scenario or pack that a name leads to. Raises Broken where there is none, Stop where there are several."""
    from sim.errors import Broken, Problem
    from sim.loading.checking import targets_of
    from tui.troubles import Stop

    found = targets_of(name)
    if isinstance(found, Problem):
        raise Broken([found])
    if len(found) > 1:
        raise Stop("diff-several", name=name, known=", ".join(target.found.shown for target in found))
    return found[0]


def read_both(*targets: Target) -> tuple[Read, Read]:
    """Both as documents. Raises Broken with the problems of both where one cannot be played."""
    from sim.errors import Broken
    from sim.loading.checking import look_at

    errors = [problem for target in dict.fromkeys(targets) for problem in look_at(target).problems if problem.severity == "error"]
    if errors:
        raise Broken(errors)
    before, after = (read_one(target) for target in targets)
    return before, after


def read_one(target: Target) -> Read:
    """A scenario with its pack, or a pack without any scenario."""
    from sim.loading.checking import SCENARIO
    from sim.loading.documents import ScenarioDoc, read_pack
    from sim.loading.load import Read, read

    found = target.found
    if target.kind == SCENARIO:
        return read(found)
    return Read(found, ScenarioDoc(found.path, None, None, ()), read_pack(found.path, found.shown), ())


# --- showing ---


def show_changes(desk: Desk, found: Diff, with_texts: bool) -> None:
    """The changes in meaning, ids with another name, and texts, which are only counted unless they are asked for."""
    console.put(desk.say("diff-head", count=len(found.meaning)) if found.meaning else desk.say("diff-same-meaning"))
    show_each(desk, found.meaning)
    if found.renames:
        console.put(desk.say("diff-renames", count=len(found.renames)))
        show_each(desk, found.renames)
    if found.texts:
        console.put(desk.say("diff-texts-head" if with_texts else "diff-texts", count=len(found.texts)))
        show_each(desk, found.texts if with_texts else ())


def show_each(desk: Desk, changes: tuple[Change, ...]) -> None:
    """What is different, and where it stands."""
    for change in changes:
        console.put("  " + sentence(desk, change))
        origin = desk.say(f"word-origin-{change.origin}")
        code = "diff-place-scenario" if change.by_scenario else "diff-place"
        console.put("      " + desk.say(code, place=change.after or change.before, origin=origin))


def sentence(desk: Desk, change: Change) -> str:
    """A change in one line."""
    from sim.loading.diff import ADDED, MOVED, REMOVED, RENAMED

    path, old, new = change.path, written(change.old), written(change.new)
    if change.kind == ADDED:
        return desk.say("diff-added", path=path, new=new)
    if change.kind == REMOVED:
        return desk.say("diff-removed", path=path, old=old)
    if change.kind == RENAMED:
        return desk.say("diff-renamed", path=path, old=old, new=new)
    if change.kind == MOVED:
        return desk.say("diff-moved", path=path, ids=", ".join(change.moved))
    return desk.say("diff-changed", path=path, old=old, new=new)


def written(value: Plain | None) -> str:
    """A value in one line, as it might stand in a file."""
    from sim.loading.scalars import shortened

    return shortened(flow(value), LONGEST_VALUE)


def flow(value: Plain | None) -> str:
    """A value in one line, in full."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    return "" if value is None else " ".join(str(value).split())


def to_json(found: Diff) -> dict[str, object]:
    """The same for programs, texts with the rest."""
    return {
        "same_meaning": not found.meaning,
        "same": found.is_same,
        "renames": len(found.renames),
        "texts": len(found.texts),
        "changes": [change_to_json(change) for change in found.changes],
    }


def change_to_json(change: Change) -> dict[str, object]:
    """One change; `moved` only where something moved."""
    found: dict[str, object] = {
        "path": change.path,
        "kind": change.kind,
        "old": change.old,
        "new": change.new,
        "before": change.before,
        "after": change.after,
        "origin": change.origin,
        "is_text": change.is_text,
        "by_scenario": change.by_scenario,
    }
    return found | ({"moved": list(change.moved)} if change.moved else {})
