"""Without a command: the first screen; or a menu of numbers, where no screen can be drawn."""

from __future__ import annotations

from tui import console
from tui.cli import DONE
from tui.desk import Desk
from tui.wording import LANGUAGES

LEARN, NEW, RESUME, DEBRIEF, LIST, LANGUAGE, QUIT = ("learn", "new", "resume", "debrief", "list", "language", "quit")
ITEMS = (LEARN, NEW, RESUME, DEBRIEF, LIST, LANGUAGE, QUIT)
LEAVING = ("q", "quit", "exit")


def run(desk: Desk) -> int:
    """Open the screen where there is one; else show the menu until something is chosen."""
    from tui.seated import has_screen

    if has_screen():
        from tui.screen.run import run_alone

        return run_alone(desk)
    while True:
        console.put(desk.say("cli-menu-title"))
        console.put(desk.say("cli-menu-note"))
        wanted = picked(desk, [desk.say(f"cli-menu-{item}") for item in ITEMS], desk.say("cli-menu-prompt"))
        item = QUIT if wanted is None else ITEMS[wanted]
        if item == LANGUAGE:
            desk.language = LANGUAGES[(LANGUAGES.index(desk.language) + 1) % len(LANGUAGES)]
        else:
            return chosen(desk, item)


def picked(desk: Desk, texts: list[str], prompt: str) -> int | None:
    """The position of the text whose number was typed; None to leave."""
    for number, text in enumerate(texts, 1):
        console.put(f"{number} {text}")
    console.put(prompt)
    while (line := console.typed("> ")) is not None:
        word = line.strip().casefold()
        if word in LEAVING:
            return None
        if word.isascii() and word.isdigit() and 1 <= int(word) <= len(texts):
            return int(word) - 1
        console.put(desk.say("cli-menu-not-a-number"))
    return None


def chosen(desk: Desk, item: str) -> int:
    """Do what was chosen."""
    from tui.commands.play import first_game, set_table
    from tui.seated import play_plain

    if item == LEARN:
        return play_plain(desk, set_table(desk, first_game()))
    if item == NEW:
        return new_game(desk)
    if item == RESUME:
        from tui.commands.records import newest
        from tui.commands.resume import go_on

        return go_on(desk, newest(desk, finished=False), plain=True)
    if item == DEBRIEF:
        from tui.commands.debrief import look_back
        from tui.commands.records import newest

        return look_back(desk, newest(desk, finished=True))
    if item == LIST:
        from tui.commands.catalog import bots_known, packs_known, scenarios_known, show

        show(desk, scenarios_known(), packs_known(), bots_known())
    return DONE


def new_game(desk: Desk) -> int:
    """Choose a scenario and a side, then play."""
    from sim.loading import finding, load
    from tui.commands.play import BOTH, NONE, set_table
    from tui.seated import play_plain

    names = list(finding.shipped_scenarios())
    which = picked(desk, names, desk.say("cli-menu-which-scenario"))
    if which is None:
        return DONE
    parties = load.scenario(names[which]).parties
    texts = [party.short[desk.language] for party in parties] + [desk.say("cli-menu-both"), desk.say("cli-menu-none")]
    side = picked(desk, texts, desk.say("cli-menu-which-side"))
    if side is None:
        return DONE
    return play_plain(desk, set_table(desk, names[which], [*(party.id for party in parties), BOTH, NONE][side]))
