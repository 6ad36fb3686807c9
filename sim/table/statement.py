"""The joint statement as data: which paragraphs are printed, with which phrases. Made from the levels in force.

Rules, in the order of the pack's paragraphs:
- a paragraph with `issues` is printed when a level of one of them stands above its start; {L} are the phrases of those levels
  (a level below or at its start gives none; a level without a phrase is named by issue and label);
- one with `initiatives` is printed when an initiative was agreed; {L} are the names of all agreed ones;
- one with `when` is printed when its condition holds; `standing` says that it does not count as something agreed;
- one with `otherwise` is printed when nothing that counts was printed; one without any of these keys always is, and never counts;
- `continues`: it goes on in the sentence before (English), or is simply the next sentence (Japanese).
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.domain import Paragraph, Scenario, Text
from sim.kernel import layout as s
from sim.kernel.layout import UNSET
from sim.table.bench import Bench
from sim.table.formulas import cells_of, tree_of
from sim.table.known import Known

LIST_MARK = "{L}"
JOINER = "; "
NUMERALS = ("（", "）")
LEAD = "… "
FULL_STOP = "."
COLON = {"en": ": ", "ja": "："}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing that a paragraph lists. issue and level, or initiative: indexes, UNSET where it is the other."""

    text: Text
    issue: int = UNSET
    level: int = UNSET
    initiative: int = UNSET


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph that is printed, with what its {L} stands for."""

    paragraph: Paragraph
    phrases: tuple[Phrase, ...]


def statement_of(known: Known) -> tuple[Printed, ...]:
    """The paragraphs that are printed for the levels in force; all they rest on is public."""
    bench = known.bench()
    found = [Printed(paragraph, phrases_of(known.scenario, bench, paragraph)) for paragraph in known.scenario.statement]
    holding = [each for each in found if holds(bench, each)]
    something = any(counts(each) for each in holding)
    return tuple(each for each in holding if not (each.paragraph.otherwise and something))


def holds(bench: Bench, printed: Printed) -> bool:
    """Whether a paragraph has something to list, where it lists, and its condition holds."""
    lists = printed.paragraph.issues or printed.paragraph.initiatives
    return bool(printed.phrases or not lists) and bench.holds(printed.paragraph.when)


def counts(printed: Printed) -> bool:
    """Whether a printed paragraph counts as something agreed."""
    paragraph = printed.paragraph
    if paragraph.otherwise:
        return False
    return bool(paragraph.issues or paragraph.initiatives or (paragraph.when != UNSET and not paragraph.standing))


def phrases_of(scenario: Scenario, bench: Bench, paragraph: Paragraph) -> tuple[Phrase, ...]:
    """What a paragraph lists."""
    found = [phrase_of(scenario, bench, issue) for issue in paragraph.issues]
    phrases = [phrase for phrase in found if phrase is not None]
    if paragraph.initiatives:
        agreed = (entry for entry in scenario.initiatives if bench.m[s.INITIATIVE_STATUS + entry.index] >= 2)
        phrases += [Phrase(entry.label, initiative=entry.index) for entry in agreed]
    return tuple(phrases)


def phrase_of(scenario: Scenario, bench: Bench, issue: int) -> Phrase | None:
    """The phrase of an issue's level in force; None where it does not stand above its start."""
    level = bench.m[s.LEVEL + issue]
    if level <= bench.m[s.START_LEVEL + issue]:
        return None
    entry = scenario.issues[issue]
    text = entry.levels[level].phrase or named(entry.label, entry.levels[level].label)
    return Phrase(text, issue, level)


def named(issue: Text, level: Text) -> Text:
    """An issue and the label of its level, where there is no phrase."""
    return Text(f"{issue.en}{COLON['en']}{level.en}", f"{issue.ja}{COLON['ja']}{level.ja}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the statement in one language, and the paragraphs that went into it."""

    text: str
    printed: tuple[Printed, ...]


def sentences(printed: tuple[Printed, ...], language: str) -> tuple[Sentence, ...]:
    """The statement sentence by sentence: a paragraph that continues another belongs to its sentence."""
    found: list[Sentence] = []
    for each in printed:
        text = each.paragraph.text[language].replace(LIST_MARK, listed(each.phrases, language))
        if each.paragraph.continues and found:
            before = found[-1]
            found[-1] = Sentence(gone_on(before.text, text, language), (*before.printed, each))
        else:
            found.append(Sentence(text, (each,)))
    return tuple(found)


def written(printed: tuple[Printed, ...], language: str) -> tuple[str, ...]:
    """The sentences as text in one language, put together from the pack's own words."""
    return tuple(each.text for each in sentences(printed, language))


def issues_behind(known: Known, printed: Printed) -> tuple[int, ...]:
    """The issues on whose levels a paragraph rests: those that it lists, and those that its condition reads."""
    listed_ = [phrase.issue for phrase in printed.phrases if phrase.issue != UNSET]
    if printed.paragraph.when == UNSET:
        return tuple(listed_)
    cells = cells_of(known.t, known.m, tree_of(known.t, printed.paragraph.when))
    read = (issue.index for issue in known.scenario.issues if s.LEVEL + issue.index in cells)
    return tuple(dict.fromkeys([*listed_, *read]))


def listed(phrases: tuple[Phrase, ...], language: str) -> str:
    """Phrases in a row: English with semicolons, Japanese numbered where there are several."""
    texts = [phrase.text[language] for phrase in phrases]
    if language != "ja":
        return JOINER.join(texts)
    if len(texts) < 2:
        return "".join(texts)
    return "".join(f"{NUMERALS[0]}{number}{NUMERALS[1]}{text}" for number, text in enumerate(texts, 1))


def gone_on(before: str, text: str, language: str) -> str:
    """A paragraph that goes on in the one before."""
    if language == "ja":
        return before + text
    return f"{before.removesuffix(FULL_STOP)} {text.removeprefix(LEAD)}"
