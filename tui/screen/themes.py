"""Four themes. Colour is a second channel only: every sign and word is there without it."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark", dark=True, primary="#7fc8ff", secondary="#ffb870", accent="#9fd6a8", success="#8fd694", warning="#ffd866", error="#ff8f8f",
    foreground="#e6e6e6", background="#14171c", surface="#1c2027", panel="#242a33", variables={"foreground-muted": "#9aa4b2"},
)  # fmt: skip
LIGHT = Theme(
    name="light", dark=False, primary="#004a8f", secondary="#8a3d00", accent="#1c5d2b", success="#1b5e20", warning="#6b4e00", error="#a31515",
    foreground="#1a1a1a", background="#fbfaf7", surface="#f0eee8", panel="#e5e2da", variables={"foreground-muted": "#5a5f66"},
)  # fmt: skip
CONTRAST = Theme(
    name="contrast", dark=True, primary="#66d9ff", secondary="#ffd75f", accent="#ffffff", success="#5fff87", warning="#ffff5f", error="#ff9f9f",
    foreground="#ffffff", background="#000000", surface="#000000", panel="#101010", variables={"foreground-muted": "#c8c8c8"},
)  # fmt: skip
MONO = Theme(
    name="mono", dark=True, primary="#e0e0e0", secondary="#e0e0e0", accent="#e0e0e0", success="#e0e0e0", warning="#e0e0e0", error="#e0e0e0",
    foreground="#e0e0e0", background="#101010", surface="#101010", panel="#181818", variables={"foreground-muted": "#a8a8a8"},
)  # fmt: skip
THEMES = (DARK, LIGHT, CONTRAST, MONO)
