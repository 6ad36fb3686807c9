"""Every code has a sentence in both languages, uses only facts it is given, and none stands there for nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent

from sim.bots import STYLES
from sim.bots.reasons import REASONS
from sim.kernel.layout import LAST_WAIVE_TOKEN
from sim.table.debrief_story import ACCORD, LAPSED, OPEN, RATIFIED, REFUSED
from sim.table.facts import STEPS, fact_names
from sim.table.foreseen import VERB_WORDS
from sim.table.reason import ASSUMPTION, CODES, HOUSE, SOURCE
from sim.table.record import RECORD_CODES
from sim.table.refusals import TABLE_REFUSALS
from sim.table.words import NOTATION_CODES
from tui.commands.menu import ITEMS
from tui.plain.acts import ACT_WORDS, ANSWER_WORDS, FACTS
from tui.plain.guide import NAMED_ACTS, STATES
from tui.plain.menus import FOLDED
from tui.plain.names import BANDS
from tui.plain.why import OF_ISSUE_FORMS, SURE, TURNS, WHY_FACTS
from tui.program import COMMANDS
from tui.wording import HERE, LANGUAGES, bare_lines, bundle_of, say

TUI = HERE.parent
FILES = sorted(path.stem for path in (HERE / "en").glob("*.ftl"))
NOT_LITERAL = "?"

TABLE_FACTS = {
    "no-such-seat": {"seat"},
    "no-such-seating": {"party", "seats", "most"},
    "no-such-line": {"line"},
    "not-your-act": {"line", "seat"},
    "acts-came-after": {"line"},
    "chance-decided": {"line"},
    "others-saw-it": {"line"},
    "it-revealed": {"line"},
    "no-such-draw": {"draw"},
    "too-many-forced": {"most"},
    "no-such-number": {"name", "near"},
    "not-yours-to-know": {"what"},
}
RECORD_FACTS = {"file", "line", "upto", "format", "known", "then", "now", "scenario", "n", "text", "code", "column", "reason"}
GUIDE_FACTS = {
    "who",
    "side",
    "cards",
    "demands",
    "points",
    "next",
    "offers",
    "holds",
    "price",
    "capital",
    "acts",
    "moves",
    "label",
    "demand",
    "offered",
}


def messages(language: str, name: str) -> dict[str, fluent.Message]:
    """The sentences of one file by code."""
    resource = FluentParser().parse((HERE / language / f"{name}.ftl").read_text(encoding="utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, fluent.Junk)]
    assert not junk, f"{language}/{name}.ftl cannot be read: {junk[0][:80]}"
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, fluent.Message)}


def variables(message: fluent.Message) -> set[str]:
    """The facts that a sentence uses."""
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, fluent.VariableReference):
            found.add(node.id.name)
        if isinstance(node, fluent.BaseNode):
            for value in vars(node).values():
                for item in value if isinstance(value, list) else [value]:
                    walk(item)

    walk(message)
    return found


def every(language: str) -> dict[str, set[str]]:
    """Every code of a language with the facts that its sentence uses."""
    return {code: variables(message) for name in FILES for code, message in messages(language, name).items()}


USED = {language: every(language) for language in LANGUAGES}


def calls() -> Iterator[tuple[Path, int, str, set[str] | None]]:
    """(file, line, code or prefix*, names of the facts given; None where they come from a variable) of every sentence asked for."""
    for path in sorted(TUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node) in ("say", "Stop", "plainly"):
                for code in codes_of(node):
                    given = (
                        None if any(word.arg is None for word in node.keywords) else {str(word.arg) for word in node.keywords} - {"exit"}
                    )
                    yield path, node.lineno, code, given


def name_of(node: ast.Call) -> str:
    """The name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""


def codes_of(node: ast.Call) -> list[str]:
    """The codes that a call may name: literal, one of two, or a prefix with `*`."""
    for argument in node.args[:2]:
        found = literal_codes(argument)
        if found:
            return found
    return []


def literal_codes(argument: ast.expr) -> list[str]:
    """Codes in an expression."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "-" in argument.value:
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return [*literal_codes(argument.body), *literal_codes(argument.orelse)]
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        return [f"{argument.values[0].value}*"]
    return []


CALLS = tuple(calls())


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_codes(name: str) -> None:
    english, japanese = messages("en", name), messages("ja", name)
    assert list(english) == list(japanese)


def test_every_file_has_both_languages() -> None:
    assert sorted(path.stem for path in (HERE / "ja").glob("*.ftl")) == FILES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_begins_with_its_file(language: str) -> None:
    wrong = [code for name in FILES for code in messages(language, name) if code.partition("-")[0] != name]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_asked_for_exist_and_use_given_facts(language: str) -> None:
    used = USED[language]
    faults = []
    for path, line, code, given in CALLS:
        if code.endswith("*"):
            if not any(known.startswith(code[:-1]) for known in used):
                faults.append(f"{path.name}:{line}: no {code}")
        elif code not in used:
            faults.append(f"{path.name}:{line}: no {code}")
        elif given is not None and not used[code] <= given:
            faults.append(f"{path.name}:{line}: {code} needs {sorted(used[code] - given)}")
    assert faults == []


OF_ISSUE_MORE = {"points": {"steps"}, "payoff": {"level"}, "step": {"before", "after"}}
"""What the sentence about the part of an issue may name beside what chooses it."""


def expected() -> dict[str, set[str]]:
    """Codes that programs put together, with the facts they carry."""
    found: dict[str, set[str]] = {}
    for code, names in fact_names().items():
        if code != "allowed":
            found[f"refused-{code}"] = {*names, "id"} if "entry" in names else set(names)
    found |= {f"refused-{code}": TABLE_FACTS.get(code, set()) for code in TABLE_REFUSALS}
    found |= {f"notation-{code}": {"word"} for code in NOTATION_CODES}
    found |= {f"record-{code}": RECORD_FACTS for code in RECORD_CODES}
    found |= {f"bot-{reason.code}": set(reason.facts) for reason in REASONS}
    found |= {f"why-{code}": {"label", "written", *WHY_FACTS[code]} for code in CODES}
    found |= {f"why-{code}-sure": {"label", "written", *WHY_FACTS[code]} for code in SURE}
    found |= {f"why-of-issue-{form}": {"label", *facts, *OF_ISSUE_MORE[form]} for form, facts in OF_ISSUE_FORMS.items()}
    found |= {f"why-turn-{turn}": {"name", "before", "after", "result", "price"} for turn in TURNS}
    found |= {f"guide-{state}-{whose}": GUIDE_FACTS for state in STATES for whose in ("own", "other")}
    found |= {f"guide-act-{word}": set() for word in NAMED_ACTS.values()}
    found |= {f"word-step-{step}": set() for step in STEPS}
    found |= {f"word-band-{band}": set() for band in BANDS}
    found |= {f"word-answer-{answer}": set() for answer in range(5)}
    found |= {f"word-origin-{origin}": set() for origin in (SOURCE, ASSUMPTION, HOUSE)}
    found |= {f"word-style-{style.replace('_', '-')}": set() for style in STYLES}
    found |= {f"word-effect-{verb}": {"name", "amount"} for verb in {*VERB_WORDS.values(), "other"}}
    found |= {f"tell-lasting-{kind}": {"name", "amount", "issue"} for kind in range(LAST_WAIVE_TOKEN + 1)}
    found |= {f"tell-demand-{how}": {"name"} for how in ("met", "missed", "withdrawn")}
    found |= {f"judge-verdict-{verdict}": set() for verdict in ("yes", "no", "open")}
    found |= {f"debrief-fate-{fate}": set() for fate in (OPEN, ACCORD, LAPSED, REFUSED, RATIFIED)}
    found |= {f"cli-menu-{item}": set() for item in ITEMS}
    found |= {f"plain-fold-{word}": {"count"} for word in FOLDED.values()}
    found |= {f"help-{command}": set() for command in COMMANDS}
    return found | acts_expected()


def acts_expected() -> dict[str, set[str]]:
    """One sentence for every kind of act, and for every answer."""
    words = {word for word in ACT_WORDS.values() if word != "answer"} | {f"answer-{word}" for word in ANSWER_WORDS.values()}
    assert set(FACTS) <= set(ACT_WORDS)
    return {f"act-{word}": ACT_FACTS for word in words}


ACT_FACTS = {
    *("price", "asks", "deadline", "effects", "label", "picked", "credibility", "name", "what", "points", "token"),
    *("first", "second", "package", "term", "now", "group", "steps", "brief", "line"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence_and_uses_only_its_facts(language: str) -> None:
    used = USED[language]
    missing = sorted(set(expected()) - set(used))
    too_much = sorted(
        f"{code} needs {sorted(used[code] - facts)}" for code, facts in expected().items() if code in used and not used[code] <= facts
    )
    assert (missing, too_much) == ([], [])


def test_every_reason_has_its_facts_named() -> None:
    assert set(WHY_FACTS) == set(CODES)


def test_no_sentence_stands_there_for_nothing() -> None:
    prefixes = tuple(text for text in constants() if re.fullmatch(rf"({'|'.join(FILES)})-([a-z-]+-)?", text))
    known = constants() | set(expected())
    idle = [code for code in USED["en"] if code not in known and not code.startswith(prefixes)]
    assert idle == []


def constants() -> set[str]:
    """Every text in the code of `tui`."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(TUI.rglob("*.py")))
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_what_looks_like_a_code_is_one() -> None:
    """Codes that are kept in a variable first."""
    codes = {text for text in constants() if re.fullmatch(rf"({'|'.join(FILES)})-[a-z0-9-]*[a-z0-9]", text)}
    endings = {code.partition("-")[2] for code in USED["en"]} | {code.rpartition("number-")[2] for code in USED["en"]}
    assert codes - set(USED["en"]) - endings == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_bare_lines_are_what_fluent_reads(language: str) -> None:
    bundle = bundle_of(language, "help")
    for code, text in bare_lines(language, "help").items():
        message = bundle.get_message(code)
        assert message.value is not None
        assert bundle.format_pattern(message.value, {}) == (text, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_said_with_every_fact(language: str) -> None:
    for code, facts in expected().items():
        assert say(language, code, **{fact: 1 for fact in facts if fact in USED[language][code]})


def test_integers_are_plain_digits() -> None:
    assert "7391846205" in say("en", "debrief-seed", seed="7391846205", rules="r", lines=12345)
    assert "12345" in say("en", "debrief-seed", seed="1", rules="r", lines=12345)


def test_no_word_of_winning_or_losing() -> None:
    text = "\n".join((HERE / "en" / f"{name}.ftl").read_text(encoding="utf-8") for name in FILES).casefold()
    words = {word.strip(".,;:!?()`{}") for word in text.split()}
    assert words.isdisjoint({"win", "wins", "won", "lose", "loses", "loser", "winner", "cave", "threat", "victim", "betray"})
    assert "!" not in text.replace('{""}', "")


def test_serializer_keeps_every_file() -> None:
    for language in LANGUAGES:
        for name in FILES:
            source = (HERE / language / f"{name}.ftl").read_text(encoding="utf-8")
            assert FluentSerializer().serialize(FluentParser().parse(source))
