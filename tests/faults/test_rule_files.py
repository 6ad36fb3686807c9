"""Rule files of any bytes, links, pipes and overlays of any form: one clear line, an exit code, no traceback, no hang.

What might hang or end the interpreter runs in a process of its own, with a limit to its computing time.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.loading.helpers import SEED, minimal
from tests.tui.conftest import streams, text_of
from tui import cli, wording

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ja")
COMPUTING_SECONDS, WAITING_SECONDS = 5, 60
HEAD = re.compile(r"^(\S.*):(\d+):(\d+): (error|warning|info) (NW\d{3}): (.*)$")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
HAS_LIMITS = hasattr(os, "mkfifo")
LONGEST_LINE = 400
EVENT = '- {{id: e_{0}, effects: {{m_calm: +1}}, label: {{en: "Sun", ja: "晴れ"}}, source: [D]}}\n'


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Answers and records stay in the folder of the test; a fault of the wording is an error."""
    for name in ("CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))

    def stop(language: str, code: str, what: str) -> None:
        raise AssertionError(f"wording {language} {code}: {what}")

    monkeypatch.setattr(wording, "fault", stop)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The scenario of the smallest pack."""
    return minimal(tmp_path / "rules of mine")


def called(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[tuple[int, str]]:
    """Exit code and all text of a call in this process, in every language."""
    found = []
    for language in LANGUAGES:
        out, err = streams()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = cli.run([*arguments, "--lang", language])
        found.append((code, text_of(out) + text_of(err)))
    return found


APART = """
import sys
from tui import cli
for language in {languages}:
    code = cli.run([*sys.argv[1:], "--lang", language])
    print("\\f", code, sep="", end="\\f", flush=True)
"""


def limited() -> None:
    """A limit to the computing time of a process that begins."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (COMPUTING_SECONDS * len(LANGUAGES),) * 2)


def apart(_: pytest.MonkeyPatch, *arguments: str) -> list[tuple[int, str]]:
    """The same in a process of its own, which is stopped when it computes for too long or waits for ever."""
    done = subprocess.run(
        [sys.executable, "-c", APART.format(languages=LANGUAGES), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=WAITING_SECONDS,
        preexec_fn=limited if HAS_LIMITS else None,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode("utf-8")[-2000:]
    parts = done.stdout.decode("utf-8").split("\f")
    return [(int(code), text) for text, code in zip(parts[::2], parts[1::2], strict=False)]


def heads(text: str) -> list[tuple[str, int, str, str]]:
    """File, line, code and sentence of every problem that was told."""
    found = (HEAD.match(line) for line in text.splitlines())
    return [(Path(hit[1]).name, int(hit[2]), hit[5], hit[6]) for hit in found if hit is not None]


def told_once(runs: list[tuple[int, str]], place: tuple[str, int], code: str, result: int = 1) -> None:
    """One thing was said, in both languages, in lines that one can read; file and line are right."""
    assert len(runs) == len(LANGUAGES)
    for language, (said, text) in zip(LANGUAGES, runs, strict=True):
        ((name, line, number, sentence),) = heads(text)
        assert (name, line, number, said) == (*place, code, result)
        assert "Traceback" not in text
        assert [letter for letter in text if not letter.isprintable() and letter != "\n"] == []
        assert (JAPANESE.search(sentence) is not None) == (language == "ja")
        assert max(map(len, text.splitlines())) < LONGEST_LINE


# --- bytes ---

LAUGHS = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True))
BYTES: dict[str, tuple[bytes, str, int]] = {
    "nothing": (b"", "NW027", 1),
    "a mark alone": (b"\xef\xbb\xbf", "NW027", 1),
    "comments alone": (b"# one\n\n# two\n", "NW027", 1),
    "empty lines": (b"\r\n" * 1000, "NW027", 1),
    "a word": (b"hello\n", "NW103", 1),
    "a list": (b"- a\n- b\n", "NW103", 1),
    "UTF-16, low byte first": (("\ufeff" + SEED).encode("utf-16-le"), "NW021", 1),
    "UTF-16, high byte first": (("\ufeff" + SEED).encode("utf-16-be"), "NW021", 1),
    "Latin-1": (SEED.encode() + b"# fa\xe7ade\n", "NW021", 3),
    "Shift JIS": (SEED.encode() + "# 日本\n".encode("cp932"), "NW021", 3),
    "a letter cut in two": (SEED.encode() + b"# \xe6\x97", "NW021", 3),
    "half a pair as bytes": (SEED.encode() + b"# \xed\xa0\x80\n", "NW021", 3),
    "half a pair behind a backslash": (SEED.encode() + b'brief: {en: "\\ud800", ja: "x"}\n', "NW008", 3),
    "a NUL": (SEED.encode() + b"start: {\0}\n", "NW022", 3),
    "every byte": (bytes(range(256)) * 64, "NW021", 3),
    "a mark twice": ("\ufeff\ufeff".encode() + SEED.encode(), "NW009", 1),
    "a mark in the middle": (f"{SEED}\ufeffstart: {{meters: {{m_calm: 30}}}}\n".encode(), "NW009", 3),
    "a bell in a comment": (SEED.encode() + b"# \x07\n", "NW009", 3),
    "another line end": (f"{SEED}# a\u2028b\n".encode(), "NW009", 3),
    "a quote that stays open": (SEED.encode() + b'brief: {en: "abc\n', "NW004", 3),
    "a directive": (b"%YAML 1.2\n---\n" + SEED.encode(), "NW006", 1),
    "a second document": (SEED.encode() + b"---\n" + SEED.encode(), "NW006", 3),
    "a merged entry": (SEED.encode() + b"<<: {a: 1}\n", "NW006", 3),
    "a list for a key": (SEED.encode() + b"? [a]\n: 1\n", "NW103", 3),
    "digits of full width": (f"{SEED}start: {{meters: {{m_calm: ３０}}}}\n".encode(), "NW103", 3),
    "a number of 5,000 digits": (SEED.encode() + b"start: {meters: {m_calm: " + b"9" * 5000 + b"}}\n", "NW306", 3),
    "a number with an exponent": (SEED.encode() + b"start: {meters: {m_calm: 1e400}}\n", "NW103", 3),
    "line ends of Windows": (f"{SEED}colour: red\n".replace("\n", "\r\n").encode(), "NW101", 3),
    "line ends of the old Mac": (f"{SEED}colour: red\n".replace("\n", "\r").encode(), "NW101", 3),
    "a tab": (SEED.encode() + b"start:\n\tmeters: {m_calm: 30}\n", "NW001", 4),
}
LARGE: dict[str, tuple[Callable[[], bytes], str, int]] = {
    "50 MB": (lambda: b"#" * 50_000_000, "NW023", 1),
    "two million brackets": (lambda: b"[" * 2_000_000, "NW024", 1),
    "400,000 braces": (lambda: b"{a: " * 400_000, "NW024", 1),
    "500,000 dashes": (lambda: b"- " * 500_000 + b"a\n", "NW024", 1),
    "blocks in blocks": (lambda: b"".join(b" " * depth + b"a:\n" for depth in range(1900)), "NW024", 21),
    "brackets that are closed": (lambda: b"nemawashi: 1\nissues: " + b"[" * 5000 + b"]" * 5000 + b"\n", "NW024", 2),
    "question marks": (lambda: b"? " * 200_000, "NW103", 1),
    "a line of 1 MB": (lambda: SEED.encode() + b"colour: " + b"x" * 1_000_000 + b"\n", "NW101", 3),
    "a text of 1 MB": (lambda: SEED.encode() + b'colour: "' + b"x" * 1_000_000 + b'"\n', "NW101", 3),
    "a text of 1 MB that stays open": (lambda: SEED.encode() + b'colour: "' + b"x" * 1_000_000 + b"\n", "NW004", 3),
    "a key of 1 MB": (lambda: SEED.encode() + b"x" * 1_000_000 + b": 1\n", "NW005", 3),
    "1 MB of spaces": (lambda: SEED.encode() + b" " * 1_000_000 + b"x: 1\n", "NW005", 3),
    "1 MB of quotes": (lambda: SEED.encode() + b"colour: " + b'"a" ' * 250_000 + b"\n", "NW004", 3),
    "1 MB of colons": (lambda: SEED.encode() + b"a: " * 300_000 + b"\n", "NW003", 3),
    "100,000 tabs": (lambda: b"\ta: 1\n" * 100_000, "NW001", 1),
    "100,000 documents": (lambda: b"---\n" * 100_000, "NW006", 2),
    "100,000 directives": (lambda: b"%\n" * 100_000, "NW006", 1),
    "a number of 1 MB": (lambda: SEED.encode() + b"start: {meters: {m_calm: " + b"9" * 1_000_000 + b"}}\n", "NW306", 3),
    "an expression of 100,000 signs": (lambda: with_price("1 + " * 25_000 + "1"), "NW310", 5),
    "an expression of brackets": (lambda: with_price("(" * 50_000 + "1" + ")" * 50_000), "NW310", 5),
    "10,000 entries": (
        lambda: (f"{SEED}add:\n  events:\n" + "".join("    " + EVENT.format(i) for i in range(10_000))).encode(),
        "NW330",
        68,
    ),
}
ANYWHERE = [name for name, (content, code, _) in BYTES.items() if code != "NW101" and SEED.encode() not in content]
RAW = {"a mark twice", "a mark in the middle", "a bell in a comment", "another line end"}
"""What is shown of the line as it stands in the file."""


def odd(names: Iterable[str], slips: Iterable[str], reason: str) -> list[object]:
    """The names as parameters; those of the slips are known to fail."""
    mark = pytest.mark.xfail(strict=True, reason=reason)
    return [pytest.param(name, marks=[mark] if name in slips else []) for name in names]


def with_price(price: str) -> bytes:
    """A scenario with an event that has a long condition."""
    event = EVENT.format("long").replace("effects", f'needs: "{price} > 0", effects')
    return f"{SEED}add:\n  events:\n    {event}".encode()


SHOWN_RAW = "excerpt in tui/problems.py shows signs of a rule file that steer a terminal"


@pytest.mark.parametrize("name", odd(BYTES, RAW, SHOWN_RAW))
def test_a_scenario_of_any_bytes(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, code, line = BYTES[name]
    own.write_bytes(content)
    told_once(called(monkeypatch, "check", str(own)), ("own.yaml", line), code)


@pytest.mark.parametrize("name", ANYWHERE)
def test_a_file_of_a_pack_of_any_bytes(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, code, line = BYTES[name]
    (own.parent / "minimal" / "zz.yaml").write_bytes(content)
    told_once(called(monkeypatch, "check", str(own)), ("zz.yaml", line), code)


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_or_deep(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, code, line = LARGE[name]
    own.write_bytes(make())
    told_once(apart(monkeypatch, "check", str(own)), ("own.yaml", line), code)


def test_aliases_of_aliases_are_not_multiplied(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text(f'a: &a ["lol"]\n{LAUGHS}', encoding="utf-8")
    for code, text in apart(monkeypatch, "check", str(own)):
        assert (code, "NW006" in {number for _, _, number, _ in heads(text)}) == (1, True)
        assert len(text) < 10_000
