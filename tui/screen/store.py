"""What the program remembers between runs about how a person likes it: language, theme, signs, motion, the screen check."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path


@dataclass(slots=True)
class Likes:
    """language: "" for that of the surroundings. drawn: signs by terminal name, True drawn, False ASCII; a name that is missing was not asked."""

    language: str = ""
    theme: str = "dark"
    motion: bool = False
    hints: bool = True
    drawn: dict[str, bool] = field(default_factory=dict)

    def save(self) -> None:
        """Keep it; where that is not possible, it lasts for this run."""
        try:
            place = likes_file()
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        except OSError:
            return


def likes_file() -> Path:
    """Where it is kept."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("nemawashi", appauthor=False)) / "likes.json"


def load() -> Likes:
    """What was kept; whatever cannot be read is as it is on the first day."""
    try:
        found = json.loads(likes_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Likes()
    if not isinstance(found, dict):
        return Likes()
    first = Likes()
    known = {each.name: found[each.name] for each in fields(Likes) if isinstance(found.get(each.name), type(getattr(first, each.name)))}
    known["drawn"] = {str(name): value is True for name, value in known.get("drawn", {}).items()}
    return Likes(**known)
