"""Two bots play on the screen without pauses, game after game; memory must stay flat: `python benchmarks/soak.py --minutes 30`.

Every act is drawn. The second half may take at most 5 percent more than the first. Exit code 1 when it takes more.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SIZE = (120, 40)
MOST = 1.05  # second half against the first
SETTLED = 0.1  # of the run: what is loaded in the beginning does not count


def memory() -> float:
    """Resident memory of this process in MB."""
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


async def soak(minutes: float, folder: Path) -> tuple[list[float], int, int]:
    """Memory once a second, games and acts."""
    from tui.commands.play import set_table
    from tui.desk import Desk
    from tui.screen.app import NemawashiApp
    from tui.screen.run import playing_of

    desk = Desk(language="en")
    app = NemawashiApp(desk)
    app.pace = 0.0
    found: list[float] = []
    games = acts = 0
    end = time.monotonic() + 60 * minutes
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while time.monotonic() < end:
            record = folder / f"game{games}.jsonl"
            seated = set_table(desk, "spring-2025", "none", bots="tradeoff,conceder", seed=games, record=record)
            app.play = playing_of(desk, seated)
            app.play.auto = True
            app.open_table()
            while app.play is not None and not app.play.game.is_over and time.monotonic() < end:
                await pilot.pause(1.0)
                found.append(memory())
            games, acts = games + 1, acts + len(seated.game.lines)
            app.play.stops.clear()
            while len(app.screen_stack) > 2:
                app.pop_screen()
                await pilot.pause()
            app.close_game()
            record.unlink()
    return found, games, acts


def main() -> int:
    """Run and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    minutes = parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        found, games, acts = asyncio.run(soak(minutes, Path(home)))
    kept = found[int(len(found) * SETTLED) :]
    first, second = mean(kept[: len(kept) // 2]), mean(kept[len(kept) // 2 :])
    print(f"{minutes:g} minutes, {games} games, {acts} acts: {first:.1f} MB in the first half, {second:.1f} MB in the second")
    print(f"ratio {second / first:.3f}, limit {MOST}")
    return 0 if second <= MOST * first else 1


if __name__ == "__main__":
    sys.exit(main())
