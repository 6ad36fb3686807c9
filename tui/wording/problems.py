"""Messages about rule files in Japanese. The English stands where the fault is found, in sim/loading, and is the key.

`problems.ja.yaml` holds every English sentence with {0}, {1}, ... where the source puts something in, and the Japanese with
the same numbers. What was put in is often a sentence or a word of the catalogue itself and is translated in turn; in the
Japanese, `{0:raw}` keeps it as it stands (ids, lists of ids, what a person should type), and `{0:list}` takes it for several
items with "; " between them.

`python -m tui.wording.problems` prints the sentences that have no Japanese yet, ready to be filled in.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sim.errors import Problem

CATALOGUE = Path(__file__).resolve().parent / "problems.ja.yaml"
HOLE = re.compile(r"\{(\d+)(:raw|:list)?\}")
FRONT, BACK = "90", "91"
"""The holes before and behind a piece that is set behind or before another text."""
QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"|\{[^{}]*\}|\[[^\[\]]*\]")
"""What is never translated: names, texts and examples of rule files."""
CODE = re.compile(r"(`[^`]*`)")
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
JOINT = re.compile(r"; | \| |(?<=[?.]) ")
BETWEEN = {"; ": "。", " | ": " | ", " ": "。"}
SEMICOLON = re.compile(r";(?= |$)")
RUN = re.compile(r"[A-Za-z] (?=[A-Za-z])|;(?= |$)")
MOST_READINGS = 200
PER_WORD, PER_JOINT = 100, 1
"""What a reading costs: for an English word that is left, and for a part that may be two messages."""
FEWEST_WORDS = 2
"""A sentence with fewer words of its own is taken for what a text says only if the rest of it is understood too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence with holes and its Japanese. literals: its own text around the holes. holes: their numbers."""

    japanese: str
    literals: tuple[str, ...]
    holes: tuple[str, ...]
    quoted: tuple[bool, ...]
    longest: str
    weight: int
    is_weak: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """plain: sentences without holes. sentences: the others, those with the most text of their own first."""

    plain: dict[str, str]
    sentences: tuple[Sentence, ...]


def in_language(problem: Problem, language: str) -> Problem:
    """The problem with its text and its hint in a language."""
    return replace(problem, text=sentence(problem.text, language), hint=sentence(problem.hint, language))


def sentence(text: str, language: str) -> str:
    """A message in a language; English where nobody has translated it."""
    if language != "ja":
        return text
    found, _ = translated(text)
    return text if found == text else spaced(found)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue, read when the first message is translated."""
    found = japanese()
    plain = {english: text for english, text in found.items() if not HOLE.search(english) and is_whole(english)}
    others = [readable(english, text) for english, text in found.items() if english not in plain]
    return Catalogue(plain, tuple(sorted(others, key=lambda each: (-each.weight, len(each.holes)))))


def japanese() -> dict[str, str]:
    """The Japanese of every English sentence, as it stands in the file."""
    import yaml

    whole = yaml.load(CATALOGUE.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    return {str(english): str(text) for english, text in whole.items()}


def is_whole(english: str) -> bool:
    """Whether it stands by itself; what begins or ends with a space or a comma is put behind or before something."""
    return english[0] not in " ;,:" and english[-1] != " "


def readable(english: str, text: str) -> Sentence:
    """A sentence of the catalogue, ready to be recognised."""
    if english[0] in " ;,:":
        english, text = f"{{{FRONT}}}{english}", text if f"{{{FRONT}}}" in text else f"{{{FRONT}}}{text}"
    if english[-1] == " ":
        english, text = f"{english}{{{BACK}}}", text if f"{{{BACK}}}" in text else f"{text}{{{BACK}}}"
    holes = tuple(hole[1] for hole in HOLE.finditer(english))
    literals = tuple(HOLE.sub("\0", english).split("\0"))
    quoted = tuple("".join(literals[:place]).count("`") % 2 == 1 for place in range(len(literals)))
    is_weak = len(WORD.findall(QUOTED.sub("", HOLE.sub("", english)))) < FEWEST_WORDS
    return Sentence(text, literals, holes, quoted, max(literals, key=len), sum(map(len, literals)), is_weak)


@lru_cache(maxsize=4096)
def translated(text: str) -> tuple[str, int]:
    """The best Japanese of a message, and its cost."""
    known = catalogue()
    if text in known.plain:
        return known.plain[text], 0
    best = (text, foreign(text))
    for reading in itertools.chain(readings(text, known), joined(text)) if best[1] else ():
        if reading[1] < best[1]:
            best = reading
        if best[1] == 0:
            break
    return best


def foreign(text: str) -> int:
    """The cost of leaving a text in English: its words outside quotes."""
    return PER_WORD * len(WORD.findall(QUOTED.sub("", text)))


def readings(text: str, known: Catalogue) -> Iterator[tuple[str, int]]:
    """The text as each sentence that fits it, the most particular first."""
    near = [each for each in known.sentences if each.longest in text]
    for strict in (True, False) if text.count("`") % 2 else (True,):
        for each in near:
            for parts in itertools.islice(splits(text, each, 0, 0, strict), MOST_READINGS):
                if text not in parts:
                    found, left = filled(each.japanese, dict(zip(each.holes, parts, strict=True)))
                    if left < PER_WORD or not each.is_weak:
                        yield found, left


def splits(text: str, known: Sentence, start: int, place: int, strict: bool) -> Iterator[list[str]]:
    """What may stand in the holes of a sentence from one of its literals on. strict: quotes open and close where it has them."""
    literal = known.literals[place]
    if place == 0:
        if text.startswith(literal):
            yield from splits(text, known, len(literal), 1, strict)
        return
    is_last = place == len(known.literals) - 1
    at = max(len(text) - len(literal), 0) if is_last else text.find(literal, start)
    while at >= start and text.startswith(literal, at):
        part = text[start:at]
        if not strict or (text.count("`", 0, at) % 2 == known.quoted[place] and not (known.quoted[place] and "`" in part)):
            behind = iter([[]]) if is_last else splits(text, known, at + len(literal), place + 1, strict)
            yield from ([part, *rest] for rest in behind)
        at = -1 if is_last else text.find(literal, at + 1)


def filled(text: str, parts: dict[str, str]) -> tuple[str, int]:
    """The Japanese of a sentence with its holes filled, and its cost."""
    kinds = {hole[1]: "quoted" if is_quoted(text, hole.start()) else hole[2] or "" for hole in HOLE.finditer(text)}
    own = {number: of_hole(part, kinds.get(number, "")) for number, part in parts.items()}
    return HOLE.sub(lambda hole: own[hole[1]][0] if hole[1] in own else hole[0], text), sum(cost for _, cost in own.values())


def of_hole(part: str, kind: str) -> tuple[str, int]:
    """What stands in a hole, in Japanese, and its cost."""
    if kind == "quoted":
        return part, 0
    if kind == ":raw":
        return part, runs(part)
    if kind == ":list":
        items = [translated(item) for item in part.split("; ")]
        return "、".join(item for item, _ in items), sum(cost for _, cost in items)
    said, cost = translated(part)
    return said, cost + PER_JOINT * len(SEMICOLON.findall(QUOTED.sub("", part)))


def runs(text: str) -> int:
    """The cost of keeping a text as it stands: words that follow each other are rather English than ids."""
    return PER_WORD * len(RUN.findall(QUOTED.sub("", text)))


def is_quoted(text: str, at: int) -> bool:
    """Whether a place of a sentence lies between backquotes, double quotes or square brackets."""
    return text.count("`", 0, at) % 2 == 1 or text.count('"', 0, at) % 2 == 1 or text.count("[", 0, at) > text.count("]", 0, at)


def joined(text: str) -> Iterator[tuple[str, int]]:
    """The text as two messages set one behind the other, for each place where that may be."""
    masked = QUOTED.sub(lambda quoted: "_" * len(quoted.group()), text)
    for joint in JOINT.finditer(masked):
        (first, left), (second, right) = translated(text[: joint.start()]), translated(text[joint.end() :])
        yield f"{first}{BETWEEN[joint.group()]}{second}", left + right + PER_JOINT


def spaced(text: str) -> str:
    """A text with a space between backquotes and the words around them."""
    parts = CODE.split(text)
    for place in range(1, len(parts), 2):
        parts[place] = (" " if parts[place - 1][-1:].isalnum() else "") + parts[place] + (" " if parts[place + 1][:1].isalnum() else "")
    return "".join(parts)


# --- what the catalogue must hold ---

NOT_FOR_PEOPLE = {"EXAMPLES", "TEXT_EXAMPLE", "TRIAL", "SPELLINGS"}
"""Names of constants that hold pieces of YAML or of words."""


def strings() -> dict[str, str]:
    """Every string of the sources, with the file and line it stands at first."""
    found: dict[str, str] = {}
    for path in sources():
        for node, texts in strings_of(ast.parse(path.read_text(encoding="utf-8"))):
            for text in texts:
                found.setdefault(text, f"{path.name}:{node.lineno}")
    return found


def lacking() -> dict[str, str]:
    """The English sentences without Japanese, with their places."""
    known, words = japanese(), names_of_kinds()
    return {text: place for text, place in strings().items() if (is_for_people(text) or text in words) and text not in known}


def names_of_kinds() -> set[str]:
    """Words that are put into sentences: what entries are called, and what is given to a function as its `what`."""
    nodes = [node for path in sources() for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    places = {node.name: at for node in nodes if isinstance(node, ast.FunctionDef) if (at := place_of_what(node)) is not None}
    found: list[ast.expr] = []
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id="called")]):
                found.append(node.value)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in places:
                found += node.args[places[name] : places[name] + 1]
    return {text for value in found for text in forms(value) if text not in ("", "\0")}


def place_of_what(function: ast.FunctionDef) -> int | None:
    """Where among its arguments a function takes `what`."""
    names = [arg.arg for arg in function.args.args if arg.arg != "self"]
    return names.index("what") if "what" in names else None


def left_over() -> list[str]:
    """What is translated and stands in the sources no longer."""
    found = strings()
    return [text for text in japanese() if text not in found]


WRITES = "edit"
"""The folder of `sim/loading` that writes files and says nothing about them."""


def sources() -> list[Path]:
    """The files in which messages about rule files are made."""
    import sim

    root = Path(next(iter(sim.__path__)))
    loading = [path for path in (root / "loading").rglob("*.py") if path.parent.name != WRITES]
    return [root / "errors.py", *sorted(loading), root / "study" / "findings.py"]


def is_for_people(text: str) -> bool:
    """Whether a string is English: a word of two letters outside quotes and a space, and no piece that only looks so."""
    words = WORD.findall(QUOTED.sub("", HOLE.sub("", text)))
    return " " in text and text[0] != "^" and any(len(word) > 1 for word in words) and text not in NO_MESSAGES


NO_MESSAGES = {"not {0}", "start: {0}", "picked demand", "picked group", "picked issue", "number in quotes"}
NO_MESSAGES |= {"zero one two three four five six seven eight nine ten eleven twelve"}
"""Strings with a space that nobody reads as English: formulas and YAML, and names the program itself gives to things."""


def strings_of(node: ast.AST) -> Iterator[tuple[ast.expr, list[str]]]:
    """The strings below a node that may be shown, each with its holes numbered; one with a choice inside gives several."""
    if isinstance(node, ast.JoinedStr | ast.Constant):
        texts = forms(node)
        if isinstance(node, ast.JoinedStr) or isinstance(node.value, str):
            yield node, [numbered(text) for text in texts]
    elif is_stripped(node):
        yield node.func.value, [numbered(text[2:]) for text in forms(node.func.value) if text.startswith("\0 ")]  # type: ignore[attr-defined]
    elif is_joining(node):
        yield node.func.value, [f"{{0}}{node.func.value.value}{{1}}"]  # type: ignore[attr-defined]
    for inner in parts_to_read(node):
        yield from strings_of(inner)


def parts_to_read(node: ast.AST) -> Iterable[ast.AST]:
    """What below a node may hold strings for people: no docstrings, types, patterns, and nothing a text is compared with."""
    match node:
        case ast.JoinedStr():
            return [inner for part in node.values if isinstance(part, ast.FormattedValue) and part.value for inner in holes_of(part.value)]
        case ast.Expr(value=ast.Constant()) | ast.Compare():
            return []
        case ast.Assign(targets=[ast.Name(id=name)]) if name in NOT_FOR_PEOPLE:
            return []
        case ast.AnnAssign():
            return [] if node.value is None or ast.unparse(node.annotation) == "TypeAlias" else [node.value]
        case ast.FunctionDef():
            return node.body
        case ast.Call(func=ast.Attribute(attr="join", value=ast.Constant())):
            return node.args
        case ast.Call(func=ast.Name(id="PydanticCustomError")):
            return []
        case ast.Call(func=ast.Attribute(attr=name)) if name in READING:
            return [node.func]
        case ast.Subscript():
            return [node.value]
    return ast.iter_child_nodes(node)


READING = {"compile", "search", "fullmatch", "findall", "sub", "split", "finditer", "match", "replace", "strip", "lstrip", "rstrip"}
READING |= {"rfind", "find", "partition", "rpartition", "startswith", "endswith", "cast"}
"""Calls whose strings are looked for, not shown."""


def is_joining(node: ast.AST) -> bool:
    """`" or ".join(...)`: a word set between the items of a list."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="join")):
            return True
    return False


def is_stripped(node: ast.AST) -> bool:
    """`f"{hint} ..." .strip()`: what is put in front may be empty, and the space after it goes too."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.JoinedStr(), attr="strip")):
            return True
    return False


def holes_of(value: ast.expr) -> list[ast.expr]:
    """What is put into a string and is not already part of it."""
    if isinstance(value, ast.IfExp):
        return [value.test, *holes_of(value.body), *holes_of(value.orelse)]
    return [] if isinstance(value, ast.Constant) else [*parts_of_string(value)] if isinstance(value, ast.JoinedStr) else [value]


def parts_of_string(value: ast.JoinedStr) -> list[ast.expr]:
    """What is put into a string inside a string."""
    return [inner for part in value.values if isinstance(part, ast.FormattedValue) for inner in holes_of(part.value)]


def forms(value: ast.expr) -> list[str]:
    """The texts an expression can give: a choice between strings gives both; anything unknown is a hole."""
    match value:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp():
            return [*forms(value.body), *forms(value.orelse)]
        case ast.JoinedStr():
            return ["".join(parts) for parts in itertools.product(*map(forms, value.values))]
        case ast.FormattedValue():
            return forms(value.value)
    return ["\0"]


def numbered(text: str) -> str:
    """A text with its holes numbered from 0."""
    numbers = itertools.count()
    return re.sub("\0", lambda _: f"{{{next(numbers)}}}", text)


def main() -> None:
    """Print what has no Japanese, as lines to be put into the catalogue, and what may be taken out of it."""
    for text, place in lacking().items():
        print(f"# {place}\n{quoted(text)}: ")
    for text in left_over():
        print(f"# no longer used: {quoted(text)}")


def quoted(text: str) -> str:
    """A text as a YAML key."""
    import json

    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
