"""Pictures of screens for the documents, as SVG without foreign fonts: `python -m tests.screen.pictures` draws them anew."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests.screen.driving import Driver, drive
from tests.screen.snapshots import app_of, keys_at_once, shots

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WANTED = ("table-en", "response-en", "response-ja", "composer-en", "composer-ja", "home-en", "home-ja", "vote-en", "vote-ja")
FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)
NUMBERED = re.compile(r"terminal-\d+")


def main() -> None:
    """Draw them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for shot in shots():
        if shot.file.stem not in WANTED:
            continue

        async def script(driver: Driver, keys: tuple[str, ...] = shot.keys, name: str = shot.file.stem) -> None:
            await driver.press(*keys)
            svg = driver.app.export_screenshot(title="Nemawashi")
            plain = NUMBERED.sub("terminal", FONTS.sub("", svg)).replace(
                "Fira Code", "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK JP"
            )
            lines = (line.rstrip() for line in plain.splitlines() if line.strip())
            (PICTURES / f"{name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")

        with tempfile.TemporaryDirectory() as folder, keys_at_once():
            drive(app_of(shot, Path(folder)), script, shot.size)


if __name__ == "__main__":
    main()
