"""How many steps a second other projects reach with random moves on one core: `python -m benchmarks.peers`, `--json` for programs.

They are never a dependency: each is installed, at the version that peers/requirements.txt says, into an environment of its own in the
cache folder of this machine (some 900 MB, kept for the next time) or in `--env DIR`, and is driven there by a program of
peers/. Each is driven in the fastest way that was found, which `how` says; rows after a peer's first are for information. Median, lowest
and highest of several runs of a second of CPU time. What cannot be installed or fails is said in one line and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

FOLDER = Path(__file__).resolve().parent / "peers"
REQUIREMENTS = FOLDER / "requirements.txt"
RUNS = 5
PATIENCE = 1200.0
"""Seconds that making an environment, installing a peer or driving it may take."""
LONGEST = 200  # characters of a reason
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
QUIET = {"PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_VIDEODRIVER": "dummy", "MPLBACKEND": "Agg", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Rate:
    """What a peer reached. how: how it was driven; unit: steps or offers; per_second: the median of all runs."""

    name: str
    how: str
    unit: str
    per_second: float
    low: float
    high: float
    version: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A project to measure: the program that drives it and the packages that this needs."""

    name: str
    driver: str
    packages: tuple[str, ...]


PEERS = (
    Peer("OpenSpiel", "drive_openspiel.py", ("open-spiel",)),
    Peer("NegMAS", "drive_negmas.py", ("negmas",)),
    Peer("PettingZoo", "drive_pettingzoo.py", ("pettingzoo", "pygame", "chess", "rlcard")),
)


class LeftOut(Exception):
    """Why something cannot be measured here, in one line."""


def complain(line: str) -> None:
    """Say a line beside the figures, so that `--json` stays readable for programs."""
    print(line, file=sys.stderr)


def surroundings() -> dict[str, str]:
    """The environment variables of what is called: one thread, and nothing of the Python that calls."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    return kept | dict.fromkeys(ONE_THREAD, "1") | QUIET


def output_of(*command: str, at: Path) -> str:
    """What a program prints; LeftOut with its last words when it fails."""
    try:
        done = subprocess.run(
            command, cwd=at, env=surroundings(), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace",
            timeout=PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise LeftOut(f"not done after {PATIENCE:.0f} s") from None
    except OSError as fault:
        raise LeftOut(str(fault)) from None
    if done.returncode != 0:
        raise LeftOut((last_words(done.stderr) or last_words(done.stdout))[:LONGEST] or f"ended with code {done.returncode}")
    return done.stdout


def last_words(text: str) -> str:
    """The last line, or pip's last error, which its advice may follow."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or [""])[-1].removeprefix("ERROR: ")


def python_of(env: Path) -> Path:
    """The Python of an environment."""
    return env / "Scripts" / "python.exe" if os.name == "nt" else env / "bin" / "python"


def usual_place() -> Path:
    """The environment kept for this version of Python in the cache folder of this machine."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("nemawashi", appauthor=False)) / f"peers-{sys.version_info.major}.{sys.version_info.minor}"


def made(env: Path) -> Path:
    """The environment, made when it is not there yet; a folder that holds something else is not touched."""
    if not python_of(env).exists():
        try:
            env.mkdir(parents=True, exist_ok=True)
            if any(env.iterdir()):
                raise LeftOut(f"{env} is no environment of Python, and not empty")
        except OSError as fault:
            raise LeftOut(str(fault)) from None
        output_of(sys.executable, "-m", "venv", str(env), at=env)
    return env


def pinned(packages: tuple[str, ...]) -> list[str]:
    """The lines of the requirements that say at which version."""
    return [line for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines() if line.partition("==")[0] in packages]


def installed(peer: Peer, env: Path) -> None:
    """Install a peer alone, so that one that cannot be had leaves the others; quickly done when it is there."""
    pip = (str(python_of(env)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    wanted = pinned(peer.packages)
    try:
        output_of(*pip, "--constraint", str(REQUIREMENTS), *wanted, at=env)
    except LeftOut as why:
        # pip calls it a conflict as well when no index answers it
        reason = "no index answers, or none has the versions pinned" if "ResolutionImpossible" in str(why) else why
        raise LeftOut(f"pip could not install {', '.join(wanted)}: {reason}") from None


def rates_of(peer: Peer, env: Path, runs: int, say: Callable[[str], None]) -> list[Rate]:
    """What a peer reached, every way it was driven."""
    printed = output_of(str(python_of(env)), str(FOLDER / peer.driver), str(runs), at=env)
    try:
        found = json.loads(last_words(printed))
    except ValueError:
        raise LeftOut("its driver printed no figures") from None
    for reason in found["left_out"]:
        say(f"{peer.name}, left out in part: {reason}")
    return [rate_of(**entry) for entry in found["rates"]]


def rate_of(runs: list[float], **words: Any) -> Rate:
    """The figures of one way of driving."""
    return Rate(per_second=median(runs), low=min(runs), high=max(runs), **words)


def measured(env_dir: Path | None = None, runs: int = RUNS, say: Callable[[str], None] = complain) -> list[Rate]:
    """What every peer reached, the fastest way of each peer first; what is left out is said through `say`."""
    try:
        env = made((env_dir or usual_place()).resolve())
    except LeftOut as why:
        say(f"No peer was measured: {why}")
        return []
    found: list[Rate] = []
    for peer in PEERS:
        try:
            installed(peer, env)
            found += sorted(rates_of(peer, env, runs, say), key=lambda rate: -rate.per_second)
        except LeftOut as why:
            say(f"{peer.name} is left out: {why}")
    return found


def row(rate: Rate) -> str:
    """One line for people."""
    span = f"{rate.low:,.0f} to {rate.high:,.0f}"
    return f"{rate.name:42} {rate.per_second:>11,.0f} {rate.unit + '/s':8}  {span:24} {rate.version:8} {rate.how}"


def main() -> int:
    """Print the figures; 1 when there is none."""
    parser = argparse.ArgumentParser(description="Measure how many steps a second other projects reach with random moves on one core.")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--env", type=Path, metavar="DIR", help="the environment to use, made when it is not there; else one in the cache")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"timed runs of each (default {RUNS})")
    given = parser.parse_args()
    rates = measured(given.env, max(1, given.runs))
    print(json.dumps([asdict(rate) for rate in rates], indent=2) if given.json else "\n".join(map(row, rates)))
    return 0 if rates else 1


if __name__ == "__main__":
    sys.exit(main())
