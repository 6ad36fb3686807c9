"""The sheets of a game by name: the file of each in `faces`, and its class. A sheet is imported when it is opened."""

from __future__ import annotations

# Sheets by name: file and class.
SHEETS = {
    "draw": ("draw", "DrawFace"),
    "response": ("response", "ResponseFace"),
    "home": ("home", "HomeFace"),
    "acts": ("acts", "ActsFace"),
    "composer": ("composer", "ComposerFace"),
    "vote": ("vote", "VoteFace"),
    "report": ("report", "ReportFace"),
    "end": ("ending", "EndFace"),
    "meters": ("texts", "MetersFace"),
    "demands": ("texts", "DemandsFace"),
    "clues": ("texts", "CluesFace"),
    "briefing": ("texts", "BriefingFace"),
    "log": ("texts", "LogFace"),
    "issue": ("texts", "IssueFace"),
    "replay": ("texts", "LogFace"),
    "type": ("texts", "LogFace"),
}
OWN_SHEETS = ("draw", "response", "home")  # where a seat acts unseen
