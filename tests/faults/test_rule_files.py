"""Rule files of any bytes, links, pipes and overlays of any form: one clear line, an exit code, no traceback, no hang.

What might hang or end the interpreter runs in a process of its own, with a limit to its computing time.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.loading.helpers import SEED, minimal
from tests.properties.worlds import thorough
from tests.tui.conftest import streams, text_of
from tui import cli, wording

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ja")
COMPUTING_SECONDS, WAITING_SECONDS = 8, 120  # five are too many; three more for a slow machine
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


def apart(_: pytest.MonkeyPatch, *arguments: str, languages: tuple[str, ...] = LANGUAGES) -> list[tuple[int, str]]:
    """The same in a process of its own, which is stopped when it computes for too long or waits for ever."""
    done = subprocess.run(
        [sys.executable, "-c", APART.format(languages=languages), *arguments],
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


def told_once(
    runs: list[tuple[int, str]], place: tuple[str, int], code: str, result: int = 1, languages: tuple[str, ...] = LANGUAGES
) -> None:
    """One thing was said, in every language, in lines that one can read; file and line are right."""
    assert len(runs) == len(languages)
    for language, (said, text) in zip(languages, runs, strict=True):
        ((name, line, number, sentence),) = heads(text)
        assert (name, line, number, said) == (*place, code, result)
        assert "Traceback" not in text
        assert [letter for letter in text if not letter.isprintable() and letter != "\n"] == []
        assert (JAPANESE.search(sentence) is not None) == (language == "ja")
        assert max(map(len, text.splitlines())) < LONGEST_LINE


# --- bytes ---

LAUGHS = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True))


def with_price(price: str) -> bytes:
    """A scenario with an event that has a long condition."""
    event = EVENT.format("long").replace("effects", f'needs: "{price} > 0", effects')
    return f"{SEED}add:\n  events:\n    {event}".encode()


BYTES: dict[str, tuple[bytes, str, int]] = {
    "nothing": (b"", "NW027", 1),
    "a mark alone": (b"\xef\xbb\xbf", "NW027", 1),
    "comments alone": (b"# one\n\n# two\n", "NW027", 1),
    "UTF-16, low byte first": (("\ufeff" + SEED).encode("utf-16-le"), "NW021", 1),
    "UTF-16, high byte first": (("\ufeff" + SEED).encode("utf-16-be"), "NW021", 1),
    "Latin-1": (SEED.encode() + b"# fa\xe7ade\n", "NW021", 3),
    "Shift JIS": (SEED.encode() + "# 日本\n".encode("cp932"), "NW021", 3),
    "a letter cut in two": (SEED.encode() + b"# \xe6\x97", "NW021", 3),
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
    "line ends of Windows": (f"{SEED}colour: red\n".replace("\n", "\r\n").encode(), "NW101", 3),
    "line ends of the old Mac": (f"{SEED}colour: red\n".replace("\n", "\r").encode(), "NW101", 3),
    "a tab": (SEED.encode() + b"start:\n\tmeters: {m_calm: 30}\n", "NW001", 4),
}
LARGE: dict[str, tuple[Callable[[], bytes], str, int]] = {
    "50 MB": (lambda: b"#" * 50_000_000, "NW023", 1),
    "two million brackets": (lambda: b"[" * 2_000_000, "NW024", 1),
    "400,000 braces": (lambda: b"{a: " * 400_000, "NW024", 1),
    "brackets that are closed": (lambda: b"nemawashi: 1\nissues: " + b"[" * 5000 + b"]" * 5000 + b"\n", "NW024", 2),
    "a line of 1 MB": (lambda: SEED.encode() + b"colour: " + b"x" * 1_000_000 + b"\n", "NW101", 3),
    "a text of 1 MB that stays open": (lambda: SEED.encode() + b'colour: "' + b"x" * 1_000_000 + b"\n", "NW004", 3),
    "a key of 1 MB": (lambda: SEED.encode() + b"x" * 1_000_000 + b": 1\n", "NW005", 3),
    "1 MB of spaces": (lambda: SEED.encode() + b" " * 1_000_000 + b"x: 1\n", "NW005", 3),
    "1 MB of colons": (lambda: SEED.encode() + b"a: " * 300_000 + b"\n", "NW003", 3),
    "100,000 tabs": (lambda: b"\ta: 1\n" * 100_000, "NW001", 1),
    "100,000 documents": (lambda: b"---\n" * 100_000, "NW006", 2),
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


@pytest.mark.parametrize("name", list(BYTES))
def test_a_scenario_of_any_bytes(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, code, line = BYTES[name]
    own.write_bytes(content)
    told_once(called(monkeypatch, "check", str(own)), ("own.yaml", line), code)


@pytest.mark.parametrize("name", ANYWHERE)
def test_a_file_of_a_pack_of_any_bytes(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, code, line = BYTES[name]
    (own.parent / "minimal" / "zz.yaml").write_bytes(content)
    told_once(called(monkeypatch, "check", str(own)), ("zz.yaml", line), code)


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_or_deep(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told in one language, in turn; in both when thorough."""
    make, code, line = LARGE[name]
    own.write_bytes(make())
    languages = LANGUAGES if thorough() else (LANGUAGES[list(LARGE).index(name) % 2],)
    told_once(apart(monkeypatch, "check", str(own), languages=languages), ("own.yaml", line), code, languages=languages)


def test_aliases_of_aliases_are_not_multiplied(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text(f'a: &a ["lol"]\n{LAUGHS}', encoding="utf-8")
    for code, text in apart(monkeypatch, "check", str(own)):
        assert (code, "NW006" in {number for _, _, number, _ in heads(text)}) == (1, True)
        assert len(text) < 10_000


# --- links, pipes, rights ---


def to_a_folder(path: Path) -> None:
    """A link to a folder without rules."""
    (path.parents[1] / "bare").mkdir()
    path.symlink_to(path.parents[1] / "bare")


ODD_FILES: dict[str, tuple[Callable[[Path], None], str, str, int]] = {
    "a link to itself": (lambda path: path.symlink_to(path.name), "NW025", "NW020", 2),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "NW020", "NW020", 2),
    "a link to a folder": (to_a_folder, "NW026", "NW020", 2),
    "a folder": (Path.mkdir, "NW026", "NW020", 2),
    "a pipe": (lambda path: os.mkfifo(path), "NW026", "NW026", 1),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "NW026", "NW026", 1),
}
"""By what stands in place of a file: how it is made, its code in a pack, its code and the exit code where it is named itself."""


@pytest.mark.skipif(not HAS_LIMITS, reason="needs links and pipes")
@pytest.mark.parametrize("what", ODD_FILES)
def test_what_is_no_file(what: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, in_pack, by_name, result = ODD_FILES[what]
    monkeypatch.chdir(own.parent)
    make(own.parent / "odd.yaml")
    told_once(apart(monkeypatch, "check", "odd.yaml"), ("zero" if what == "a device" else "odd.yaml", 1), by_name, result)
    own.with_name("odd.yaml").rename(own.parent / "minimal" / "odd.yaml")
    told_once(apart(monkeypatch, "check", str(own)), ("odd.yaml", 1), in_pack)


@pytest.mark.skipif(not HAS_LIMITS or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.chmod(0)
    told_once(called(monkeypatch, "check", str(own)), ("own.yaml", 1), "NW020")


@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "a\nb.yaml", "own.yaml/x", "\u202egnol.yaml", "nowhere/", "\0.yaml"])
def test_a_name_that_leads_nowhere(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parent)
    for code, text in called(monkeypatch, "check", name):
        ((_, line, number, _),) = heads(text)
        assert (code, line, number) == (2, 1, "NW020")
        assert [letter for letter in text if not letter.isprintable() and letter != "\n"] == []


def test_a_file_that_changes_while_it_is_read(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played, real = own.parent / "minimal" / "play.yaml", os.stat

    def just_before(path: str | Path, *more: object, **others: object) -> os.stat_result:
        found: os.stat_result = real(path, *more, **others)  # type: ignore[arg-type]
        if path == played:
            played.write_text(played.read_text(encoding="utf-8") + "#", encoding="utf-8")
        return found

    monkeypatch.setattr(os, "stat", just_before)
    told_once(called(monkeypatch, "check", str(own)), ("play.yaml", 1), "NW029")
    monkeypatch.setattr(os, "stat", real)
    assert [code for code, _ in called(monkeypatch, "check", str(own))] == [0, 0]


# --- overlays ---

OVER = "nemawashi: 1\nid: house\nextends: "
BASE = f"{OVER}own.yaml\n"
DOTS = "meters.m_calm" + ".a" * 10_000
OVERLAYS: dict[str, tuple[str, str, int]] = {
    "itself": (OVER + "house.yaml\n", "NW602", 3),
    "a circle of two": (OVER + "round.yaml\n", "NW602", 3),
    "a circle of three": (OVER + "long.yaml\n", "NW602", 3),
    "five deep": (OVER + "four.yaml\n", "NW602", 3),
    "no such base": (OVER + "nowhere.yaml\n", "NW603", 3),
    "a base of 5,000 letters": (OVER + f"{'x' * 5000}\n", "NW603", 3),
    "a pack by its folder": (OVER + "minimal\n", "NW603", 3),
    "a pack by its id": (OVER + "lantern\n", "NW603", 3),
    "a file of a pack": (OVER + "minimal/play.yaml\n", "NW603", 3),
    "a base that is a pipe": (OVER + "pipe.yaml\n", "NW026", 1),
    "a base that is broken": (OVER + "broken.yaml\n", "NW024", 1),
    "an overlay below is broken": (OVER + "sett.yaml\n", "NW101", 4),
    "a base that is empty": ("nemawashi: 1\nid: house\nextends:\n", "NW103", 3),
    "set of a list": (f"{BASE}set: {{issues.P1.payoff.ax: 3}}\n", "NW606", 4),
    "set of nothing": (f"{BASE}set: {{meters.m_clam.start: 3}}\n", "NW601", 4),
    "set from another value": (f"{BASE}set: {{meters.m_calm.start: {{from: 1, to: 3}}}}\n", "NW605", 4),
    "set to null": (f"{BASE}set: {{meters.m_calm.start: null}}\n", "NW011", 4),
    "set as a list": (f"{BASE}set: []\n", "NW103", 4),
    "set to an endless expression": (f'{BASE}set: {{levers.ax_horn.price: "{"1 + " * 25_000}1"}}\n', "NW310", 4),
    "remove of nothing": (f"{BASE}remove: [events.e_snow]\n", "NW601", 4),
    "remove of an empty path": (f'{BASE}remove: [""]\n', "NW601", 4),
    "remove of a list": (f"{BASE}remove: [[a]]\n", "NW103", 4),
    "remove of a number": (f"{BASE}remove: [1]\n", "NW103", 4),
    "remove of 10,000 dots": (f"{BASE}remove: [{DOTS}]\n", "NW601", 4),
    "set of 10,000 dots": (f"{BASE}set:\n  {DOTS}: 3\n", "NW005", 5),
    "replace of a path into a value": (f"{BASE}replace: {{meters.m_calm.start.deep: 3}}\n", "NW601", 4),
    "add to a value": (f"{BASE}add: {{meters.m_calm.start: [3]}}\n", "NW600", 4),
    "add of an id that exists": (f"{BASE}add:\n  events:\n    {EVENT.format('rain')}", "NW201", 6),
    "add as a list": (f"{BASE}add: []\n", "NW103", 4),
    "start as a list": (f"{BASE}start: []\n", "NW103", 4),
    "mood as a list": (f"{BASE}mood: []\n", "NW103", 4),
    "label as a number": (f"{BASE}label: 3\n", "NW103", 4),
    "the id as a list": ("nemawashi: 1\nid: []\nextends: own.yaml\n", "NW103", 2),
    "the format as a list": ("nemawashi: []\nid: house\nextends: own.yaml\n", "NW103", 1),
    "a key of a pack": (f"{BASE}meters: []\n", "NW101", 4),
    "paths of another pack": (OVER + "lantern-coast\nset: {issues.D2.start: partial}\n", "NW601", 4),
}
OTHERS = {
    "round": "house", "long": "round", "one": "own", "two": "one", "three": "two", "four": "three", "sett": "own\nsett: 1",
}  # fmt: skip
"""What other overlays extend."""
PLACES = {"a circle of two": "round", "a circle of three": "round", "five deep": "one", "a base that is a pipe": "pipe"}
PLACES |= {"a base that is broken": "broken", "an overlay below is broken": "sett"}
"""Where a fault is told, if not in the overlay that was named."""
HEAVY = {"a base that is a pipe", "remove of 10,000 dots", "set of 10,000 dots", "set to an endless expression"}


@pytest.mark.parametrize("name", list(OVERLAYS))
def test_an_overlay_of_any_form(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, code, line = OVERLAYS[name]
    for other, base in OTHERS.items():
        own.with_name(f"{other}.yaml").write_text(f"nemawashi: 1\nid: {other}\nextends: {base}\n", encoding="utf-8")
    own.with_name("broken.yaml").write_text("[" * 50, encoding="utf-8")
    if name == "a base that is a pipe":
        os.mkfifo(own.with_name("pipe.yaml"))
    house = own.with_name("house.yaml")
    house.write_text(text, encoding="utf-8")
    call = apart if name in HEAVY else called
    told_once(call(monkeypatch, "check", str(house)), (f"{PLACES.get(name, 'house')}.yaml", line), code)


# --- the other commands ---

COMMANDS: dict[str, tuple[str, ...]] = {
    "play": ("play", "{bad}", "--plain"),
    "why": ("why", "{bad}", "meters.m_calm.start"),
    "rules show": ("rules", "show", "{bad}"),
    "rules diff": ("rules", "diff", "{bad}", "{own}"),
    "simulate": ("simulate", "{bad}", "--games", "2"),
}
TWO = f"{SEED.replace('rounds: 3', 'rounds: ３')}colour: red\n".encode()
BROKEN = {
    "two faults": (TWO, [("bad.yaml", 2, "NW103"), ("bad.yaml", 3, "NW101")]),
    "no text": (b"\x89PNG\r\n\x1a\n\0\0", [("bad.yaml", 1, "NW021")]),
    "nothing": (b"", [("bad.yaml", 1, "NW027")]),
    "too deep": (b"[" * 100_000, [("bad.yaml", 1, "NW024")]),
    "no base": (b"nemawashi: 1\nid: bad\nextends: nowhere\n", [("bad.yaml", 3, "NW603")]),
}


@pytest.mark.parametrize("what", BROKEN)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_check_says(command: str, what: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, wanted = BROKEN[what]
    bad = own.with_name("bad.yaml")
    bad.write_bytes(content)
    arguments = [word.format(bad=bad, own=own) for word in COMMANDS[command]]
    for (code, text), (checked, told) in zip(called(monkeypatch, *arguments), called(monkeypatch, "check", str(bad)), strict=True):
        assert [head[:3] for head in heads(text)] == [head[:3] for head in heads(told)] == wanted
        assert code == checked == 1
        assert "Traceback" not in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_it_in_the_language_asked_for(command: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = own.with_name("bad.yaml")
    bad.write_bytes(b"")
    arguments = [word.format(bad=bad, own=own) for word in COMMANDS[command]]
    _, (_, text) = called(monkeypatch, *arguments)
    ((_, _, _, sentence),) = heads(text)
    assert JAPANESE.search(sentence)


@pytest.mark.skipif(not HAS_LIMITS, reason="needs pipes")
def test_no_command_waits_for_a_pipe(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(own.with_name("bad.yaml"))
    for command in ("play", "why", "simulate"):
        for code, text in apart(monkeypatch, *(word.format(bad=own.with_name("bad.yaml")) for word in COMMANDS[command])):
            assert (code, [head[:3] for head in heads(text)]) == (2, [("bad.yaml", 1, "NW026")])
