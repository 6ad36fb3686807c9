"""explain: a page for every code of the checker - what is wrong, why it matters, an example, the way out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps
from tui.wording import HERE

PAGES = HERE / "explain.yaml"
WRITTEN = re.compile(r"(?:nw)?[ -]?([0-9]{1,3})", re.IGNORECASE | re.ASCII)
CELLS = 88
MOST_NEAR = 6
VISIBLE = str.maketrans({"\t": "→   ", "\0": "␀"})


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say about a code. title, cause, mend: by language; wrong, right: lines of a rule file."""

    code: str
    title: Mapping[str, str]
    cause: Mapping[str, str]
    wrong: str
    right: str
    mend: Mapping[str, str]

    @property
    def family(self) -> str:
        """The digit that codes of one kind share."""
        return self.code[2]


@click.command("explain", help=helps("help-explain"))
@click.argument("codes", nargs=-1)
@as_json
@lang
@click.pass_obj
def command(desk: Desk, codes: tuple[str, ...], as_json: bool, language: str) -> int:
    """The pages of the codes named, or a list of all."""
    wanted = [pages()[code] for code in dict.fromkeys(map(code_of, codes))] if codes else list(pages().values())
    if as_json:
        write_json({"pages": [to_json(desk, page) for page in wanted]})
    elif codes:
        show_pages(desk, wanted)
    else:
        show_list(desk, wanted)
    return DONE


@lru_cache(maxsize=1)
def pages() -> dict[str, Page]:
    """Every page by its code, in their order."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = yaml.load(PAGES.read_text(encoding="utf-8"), Loader=loader)
    return {code: Page(code=code, **page) for code, page in found.items()}


def code_of(written: str) -> str:
    """The code that people write as NW303, nw303 or 303."""
    number = WRITTEN.fullmatch(written.strip())
    code = f"NW{int(number[1]):03}" if number else written.strip().upper()
    if code not in pages():
        from tui.troubles import Stop

        near = near_codes(number[1] if number else "", code)
        raise Stop("explain-near" if near else "explain-unknown", code=written, near=" ".join(near))
    return code


def near_codes(digits: str, code: str) -> list[str]:
    """What may have been meant: codes that begin with the digits written, else one or two a slip away, else the next of the same kind."""
    from sim.errors import closest

    begun = [known for known in pages() if len(digits) == 2 and known[2:].startswith(digits)]
    alike = [known for known in pages() if digits and known[2] == code[2]]
    found = begun or closest(code, alike) or closest(code, pages())
    return list(found) or sorted(sorted(alike, key=lambda known: abs(int(known[2:]) - int(code[2:])))[:MOST_NEAR])


def show_pages(desk: Desk, wanted: list[Page]) -> None:
    """The pages as text, an empty line between."""
    from tui import console

    for number, page in enumerate(wanted):
        if number:
            console.put()
        for line in lines_of(desk, page):
            console.put(line)


def lines_of(desk: Desk, page: Page) -> list[str]:
    """One page: its title, the cause, the wrong and the right lines, the way out."""
    from tui.screen.ink import wrapped

    title = desk.say("explain-title", code=page.code, title=page.title[desk.language])
    return [
        title,
        desk.say("explain-kind", kind=desk.say(f"explain-family-{page.family}")),
        "",
        *wrapped(page.cause[desk.language], CELLS),
        "",
        desk.say("explain-wrong"),
        *as_block(page.wrong),
        desk.say("explain-right"),
        *as_block(page.right),
        "",
        desk.say("explain-mend"),
        *wrapped(page.mend[desk.language], CELLS),
    ]


def as_block(text: str) -> list[str]:
    """Lines of a rule file, set in; what cannot be seen, or told from spaces, is shown by a sign."""
    return [f"    {line.translate(VISIBLE)}" for line in text.splitlines()]


def show_list(desk: Desk, wanted: list[Page]) -> None:
    """All codes with their titles, by kind."""
    from tui import console

    for number, family in enumerate(dict.fromkeys(page.family for page in wanted)):
        if number:
            console.put()
        console.put(desk.say("explain-group", digit=family, kind=desk.say(f"explain-family-{family}")))
        for page in wanted:
            if page.family == family:
                console.put(f"  {page.code}  {page.title[desk.language]}")


def to_json(desk: Desk, page: Page) -> dict[str, object]:
    """A page for programs."""
    return {
        "code": page.code,
        "family": desk.say(f"explain-family-{page.family}"),
        "title": page.title,
        "cause": page.cause,
        "wrong": page.wrong,
        "right": page.right,
        "mend": page.mend,
    }
