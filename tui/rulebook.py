"""The players' rulebook, printed from the sentences that stand beside the rules: `python -m tui.rulebook SCENARIO`.

A mechanism's sentence stands in the docstring of the kernel function that carries it, as `Rule 4.9: ...`; its Japanese
stands in wording/rulebook.ja.yaml. The rules of a pack and its words come from the rule files of the scenario.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sim.kernel
from sim.domain import LANGUAGES, Scenario
from sim.errors import Broken
from sim.kernel import tables
from tui.wording import HERE, say

CHAPTERS = 8
RULE = re.compile(r"Rule (\d+)\.(\d+): (.+)", re.DOTALL)
NUMBERS = (
    ("rounds", tables.T_N_ROUNDS),
    ("offers", tables.T_OFFERS),
    ("links", tables.T_LINKS_MAX),
    ("demand-draw", tables.T_DEMAND_DRAW),
    ("second-draw", tables.T_SECOND_DRAW),
    ("plain-deadline", tables.T_PLAIN_DEADLINE),
    ("accepted-unmet", tables.T_ACCEPTED_UNMET),
    ("levers-own", tables.T_LEVERS_OWN),
    ("levers-talks", tables.T_LEVERS_TALKS),
    ("probes", tables.T_PROBE_ROUND),
    ("probe-price", tables.T_PROBE_PRICE),
    ("initiatives", tables.T_INIT_PER_ROUND),
    ("move-price", tables.T_MOVE_PRICE),
    ("consults", tables.T_CONSULTS),
    ("group-max", tables.T_GROUP_MAX),
    ("side-max", tables.T_SIDE_MAX),
    ("yes-at", tables.T_YES_AT),
    ("best", tables.T_FAMILY_BEST),
)
FORMULAS = (
    ("package-size", tables.T_PACKAGE_SIZE_EXPR),
    ("step-size", tables.T_STEP_SIZE_EXPR),
    ("step-price", tables.T_STEP_PRICE_EXPR),
    ("stays", tables.T_STAYS_EXPR),
)


@dataclass(frozen=True, slots=True, order=True)
class Mechanism:
    """A numbered rule of the kernel: chapter and number, its English sentence, and `file:line` of its function."""

    chapter: int
    number: int
    sentence: str
    place: str

    @property
    def key(self) -> str:
        """The number as it is written: 4.9."""
        return f"{self.chapter}.{self.number}"


def mechanisms(folder: Path | None = None) -> tuple[Mechanism, ...]:
    """Every numbered rule of the kernel, in the order of the numbers. folder: of the kernel's files."""
    where = folder or Path(next(iter(sim.kernel.__path__)))
    found = [rule for path in sorted(where.glob("*.py")) for rule in rules_in(path)]
    return tuple(sorted(found))


def rules_in(path: Path) -> Iterator[Mechanism]:
    """The numbered rules in the docstrings of one file."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
                found = RULE.fullmatch(paragraph.strip())
                if found:
                    sentence = " ".join(found[3].split())
                    yield Mechanism(int(found[1]), int(found[2]), sentence, f"{path.name}:{node.lineno}")


def japanese() -> dict[str, str]:
    """The Japanese sentences of the mechanisms, by number."""
    import yaml

    whole = yaml.safe_load((HERE / "rulebook.ja.yaml").read_text(encoding="utf-8"))
    return {str(number): str(sentence) for number, sentence in whole.items()}


def rulebook(scenario: Scenario, language: str) -> str:
    """The rulebook of a scenario in one language, as Markdown."""
    parts = [
        f"# {say(language, 'rulebook-title')}",
        say(language, "rulebook-made", id=scenario.id),
        say(language, "rulebook-model"),
        f"## {say(language, 'rulebook-mechanisms')}",
        say(language, "rulebook-mechanisms-intro"),
        *chapters(language),
        *rules_of_pack(scenario, language),
        *numbers(scenario, language),
        *words(scenario, language),
    ]
    return "\n\n".join(parts) + "\n"


def chapters(language: str) -> Iterator[str]:
    """A heading and a list for each step."""
    rules = mechanisms()
    told = japanese() if language == "ja" else {rule.key: rule.sentence for rule in rules}
    for chapter in range(CHAPTERS):
        yield f"### {say(language, f'rulebook-chapter-{chapter}')}"
        yield "\n".join(f"- **{rule.key}** {told[rule.key]}" for rule in rules if rule.chapter == chapter)


def rules_of_pack(scenario: Scenario, language: str) -> Iterator[str]:
    """The rules that stand in the rule files, with their sources."""
    if not scenario.rulebook:
        return
    yield f"## {say(language, 'rulebook-pack', scenario=scenario.label[language])}"
    yield say(language, "rulebook-pack-intro")
    yield say(language, "rulebook-sources")
    for rule in scenario.rulebook:
        yield f"**{rule.id} {rule.label[language]}**\n{rule.text[language]} [{', '.join(rule.source)}]"


def numbers(scenario: Scenario, language: str) -> Iterator[str]:
    """What the mechanisms leave to the pack, as a table."""
    yield f"## {say(language, 'rulebook-numbers')}"
    yield say(language, "rulebook-numbers-intro")
    head = (say(language, "rulebook-number-column"), say(language, "rulebook-value-column"))
    rows = [(say(language, f"rulebook-number-{key}"), str(scenario.tables[cell])) for key, cell in NUMBERS]
    rows += [(say(language, f"rulebook-number-{key}"), formula(scenario, scenario.tables[cell])) for key, cell in FORMULAS]
    rows += [
        (
            say(language, "rulebook-number-income", party=party.label[language]),
            formula(scenario, scenario.tables[tables.T_INCOME_EXPR + party.index]),
        )
        for party in scenario.parties
    ]
    yield "\n".join(f"| {label} | {value} |" for label, value in [head, ("---", "---"), *rows])


def formula(scenario: Scenario, program: int) -> str:
    """A formula as it is written in the rule file."""
    found = scenario.formulas.get(program)
    return f"`{found.text}`" if found else "0"


def words(scenario: Scenario, language: str) -> Iterator[str]:
    """The words of the glossary that have a definition."""
    defined = [f"- **{word.label[language]}** {word.text[language]}" for word in scenario.glossary if word.text]
    if defined:
        yield f"## {say(language, 'rulebook-words')}"
        yield "\n".join(defined)


def main(arguments: list[str] | None = None) -> int:
    """Print the rulebook of a scenario, or write it: 0 done, 1 the scenario cannot be played."""
    from sim.loading import load

    parser = argparse.ArgumentParser(prog="python -m tui.rulebook", description="Print the players' rulebook of a scenario.")
    parser.add_argument("scenario", help="id, path or folder of a scenario")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language to print")
    parser.add_argument("--write", metavar="DIR", type=Path, help="write rules.LANG.md of every language into this folder instead")
    given = parser.parse_args(arguments)
    try:
        scenario = load.scenario(given.scenario)
    except Broken as broken:
        print(broken, file=sys.stderr)
        return 1
    if given.write is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream, whatever the console
        print(rulebook(scenario, given.lang), end="")
        return 0
    for language in LANGUAGES:
        (given.write / f"rules.{language}.md").write_text(rulebook(scenario, language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
