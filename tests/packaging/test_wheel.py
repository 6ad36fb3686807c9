"""What is installed plays: wheel and source archive carry rules and seeds, and a bot game runs from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel built from it as an installer would."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Python of a new environment that holds the wheel; the libraries it needs are lent by the one that runs the tests."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    wheel = next(built.glob("*.whl"))
    run([sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet", str(wheel)], folder)
    own = Path(run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def run(command: list[str], folder: Path, **more: str) -> str:
    """What a command prints; it must end well. It runs in a folder, and knows nothing of the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONUTF8": "1", "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), **more}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=300
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def data_files(*folders: str) -> set[str]:
    """The files of the checkout that a player's installation needs."""
    return {path.relative_to(ROOT).as_posix() for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()}


def test_the_wheel_carries_rules_seeds_and_sentences(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    assert {f"sim/_data/{name}" for name in data_files("rules", "seeds")} <= names
    assert {name for name in data_files("tui/wording") if name.endswith((".ftl", ".yaml"))} <= names
    assert "sim/loading/grammar.lark" in names


def test_the_wheel_puts_nothing_else_beside_the_packages(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sim", "tui"}


def test_the_source_archive_carries_everything_but_the_record_of_work(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        name for name in data_files("rules", "seeds", "sim", "tui", "tests", "docs", "benchmarks", "examples") if "__pycache__" not in name
    }
    assert wanted - names == set()
    assert {"README.md", "LICENSE", "CHANGELOG.md", "ARCHITECTURE.md", "pyproject.toml"} <= names


def test_what_runs_is_what_was_installed(installed: Path, tmp_path: Path) -> None:
    place = run([str(installed), "-c", "import sim, sys; print(sim.__path__[0])"], tmp_path).strip()
    assert Path(place).is_relative_to(installed.parents[1])


def test_the_shipped_rules_are_clean_where_they_are_installed(installed: Path, tmp_path: Path) -> None:
    run([str(installed.with_name("nemawashi")), "check"], tmp_path)


def test_a_bot_game_is_played_from_another_folder(installed: Path, tmp_path: Path) -> None:
    record = tmp_path / "game.jsonl"
    nemawashi = str(installed.with_name("nemawashi"))
    said = run([nemawashi, "play", "spring-short", "--as", "none", "--seed", "1", "--plain", "--record", str(record)], tmp_path)
    assert "not a forecast" in said
    checked = json.loads(run([nemawashi, "replay", str(record), "--check", "--json"], tmp_path))
    assert checked["is_over"] is True
    assert checked["troubles"] == []
