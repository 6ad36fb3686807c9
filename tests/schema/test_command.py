"""`nemawashi schema`: prints the schema, or writes it for an editor."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sim.loading.schema import schema
from tui.commands.schema import command
from tui.desk import Desk
from tui.troubles import Stop, sentences_of


def called(*arguments: str) -> Result:
    """The command called by itself."""
    return CliRunner().invoke(command, arguments, obj=Desk())


def test_it_prints_the_schema_and_nothing_else() -> None:
    assert json.loads(called("--lang", "en").output) == schema()
    assert json.loads(called("--lang", "ja").output) == schema("ja")


def test_it_writes_one_file_and_says_how_to_use_it(tmp_path: Path) -> None:
    found = called("--write", str(tmp_path), "--lang", "en")
    assert [path.name for path in tmp_path.iterdir()] == ["nemawashi.schema.json"]
    content = (tmp_path / "nemawashi.schema.json").read_bytes()
    assert json.loads(content) == schema()
    assert content.startswith(b'{\n  "$schema"') and content.endswith(b"}\n") and "論点".encode() in content
    assert str(tmp_path / "nemawashi.schema.json") in found.output.replace("\n", "")
    assert "  # yaml-language-server: $schema=nemawashi.schema.json" in found.output.splitlines()


def test_written_again_it_is_the_same(tmp_path: Path) -> None:
    called("--write", str(tmp_path))
    before = (tmp_path / "nemawashi.schema.json").read_bytes()
    called("--write", str(tmp_path))
    assert (tmp_path / "nemawashi.schema.json").read_bytes() == before


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("as it was", encoding="utf-8")
    stopped = called("--write", str(tmp_path / name), "--lang", "en").exception
    assert isinstance(stopped, Stop)
    lines, code = sentences_of(stopped, Desk(language="en")) or ([], 0)
    assert code == 2 and str(tmp_path / name) in lines[0]
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "as it was"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "nemawashi.schema.json").mkdir()
    trouble = called("--write", str(tmp_path)).exception
    assert isinstance(trouble, OSError)
    lines, code = sentences_of(trouble, Desk(language="en")) or ([], 0)
    assert code == 1 and "nemawashi.schema.json" in lines[0]
