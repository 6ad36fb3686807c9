"""Rule files of any size, made to measure how the time of a game grows: so many rounds, issues, groups a side, events."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

PARTIES = ("us", "jp")
SOURCE = ["D"]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a scenario is."""

    rounds: int = 3
    issues: int = 4
    groups: int = 2  # a side
    events: int = 8

    def times(self, what: str, factor: int) -> Size:
        """The same with one part larger."""
        return replace(self, **{what: getattr(self, what) * factor})


def label(text: str) -> dict[str, str]:
    """A text in both languages."""
    return {"en": text, "ja": text}


def shares(count: int) -> list[int]:
    """100 in so many whole parts."""
    return [100 // count + (1 if n < 100 % count else 0) for n in range(count)]


def issues(size: Size) -> list[dict[str, Any]]:
    """Half of them asked for by each side, four levels each."""
    rising, falling = [0, 42, 75, 100], [100, 85, 45, 0]
    return [
        {
            "id": f"i{n}",
            "track": "defense" if n % 2 else "trade",
            "demandeur": [PARTIES[n % 2]],
            "moved_by": [PARTIES[1 - n % 2]],
            "label": label(f"Issue {n}"),
            "start": "l0",
            "levels": ["l0", "l1", "l2", "l3"],
            "payoff": {PARTIES[n % 2]: rising, PARTIES[1 - n % 2]: falling},
            "source": SOURCE,
        }
        for n in range(size.issues)
    ]


def texts(size: Size) -> dict[str, Any]:
    """A label for every level."""
    return {
        f"i{n}.l{level}": {"label": label(f"{n}-{level}"), "phrase": label(f"{n}, {level}")}
        for n in range(size.issues)
        for level in range(4)
    }


def weights(size: Size, heavy_first: bool) -> dict[str, int]:
    """Weights of one side: the issues that it asks for weigh more than the others."""
    parts = shares(size.issues)
    for n in range(0, size.issues - 1, 2):
        shift = parts[n] // 2
        heavy, light = (n, n + 1) if heavy_first else (n + 1, n)
        parts[heavy] += shift
        parts[light] -= shift
    return {f"i{n}": part for n, part in enumerate(parts)}


def body(size: Size, party: str) -> dict[str, Any]:
    """Groups that each care for two issues."""
    own = [
        {
            "id": f"{party}_g{n}",
            "weight": weight,
            "start": 50 + n % 5,
            "points": {f"i{(2 * n) % size.issues}": 4, f"i{(2 * n + 1) % size.issues}": -4},
            "label": label(f"Group {n}"),
        }
        for n, weight in enumerate(shares(size.groups))
    ]
    return {"id": party, "quota": "yes_weight >= 60", "groups": own, "source": SOURCE}


def events(size: Size) -> list[dict[str, Any]]:
    """Cards that move the one meter."""
    return [
        {
            "id": f"ev{n}",
            "needs": f"trust >= {n % 7}",
            "effects": {"trust": -3 + n % 7 or 1},
            "label": label(f"Event {n}"),
            "source": SOURCE,
        }
        for n in range(size.events)
    ]


PROCEDURE: dict[str, Any] = {
    "source": SOURCE,
    "package_size": 6,
    "order": ["us", "jp"],
    "opener": ["us", "jp"],
    "offers": 4,
    "capital": {"start": 3, "max": 6, "income": {"us": 2, "jp": 2}},
    "steps": {
        "news": ["drift", "income", "card"],
        "talks": ["levers", "offers", "moves"],
        "home": ["consult", "reveal", "vote", "result"],
        "resolve": ["force", "shifts", "settle", "show"],
    },
    "news": {"cards": 1},
    "levers": {"talks": 1},
    "vote": {"yes_at": 50, "stays": "shift / 2"},
    "seat_tables": [{"players": 2, "seats": {"s_us": ["s_us"], "s_jp": ["s_jp"]}}],
}
SCORING: dict[str, Any] = {
    "source": SOURCE,
    "side": {party: [{"add": f"utility({party}) / 100"}] for party in PARTIES},
    "efficiency": "100 * (now_sum - start_sum) / (best_sum - start_sum at least 1) limited to 0..100",
    "alliance": "trust",
    "joint": [{"add": "(efficiency + alliance) / 2"}],
    "endings": [{"id": "M_all", "when": "1 == 1", "label": label("The end"), "source": SOURCE}],
}


def pack_of(size: Size) -> dict[str, Any]:
    """The rule pack as one file holds it."""
    tracks = ["defense", "trade"]
    return {
        "nemawashi": 1,
        "pack": {
            "id": "growing",
            "label": label("Growing"),
            "tracks": [{"id": each, "label": label(each)} for each in tracks],
            "parties": [{"id": each, "label": label(each)} for each in PARTIES],
        },
        "issues": issues(size),
        "texts": texts(size),
        "postures": [
            {"id": f"p_{party}", "party": party, "label": label(party), "weights": weights(size, party == "us"), "source": SOURCE}
            for party in PARTIES
        ],
        "meters": [{"id": "trust", "min": 0, "max": 100, "start": 60, "good": "up", "label": label("Trust"), "source": SOURCE}],
        "bodies": [body(size, party) for party in PARTIES],
        "events": events(size),
        "seats": [
            {"id": f"s_{party}", "party": party, "head": True, "tracks": tracks, "label": label(party), "source": SOURCE}
            for party in PARTIES
        ],
        "procedure": PROCEDURE,
        "scoring": SCORING,
    }


def write_scenario(folder: Path, size: Size) -> Path:
    """A scenario of this size in a folder of its own; its path."""
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    head = {"id": "growing", "rounds": size.rounds, "label": label("Growing"), "short": label("Growing"), "source": SOURCE}
    for path, whole in (("scenario.yaml", {"nemawashi": 1, "scenario": head}), ("rules/growing.yaml", pack_of(size))):
        (folder / path).write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder
