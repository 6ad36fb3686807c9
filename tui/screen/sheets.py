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
    "debrief": ("debrief", "DebriefFace"),
    "meters": ("meters", "MetersFace"),
    "demands": ("demands", "DemandsFace"),
    "clues": ("clues", "CluesFace"),
    "briefing": ("briefing", "BriefingFace"),
    "log": ("loglist", "LogFace"),
    "issue": ("issue", "IssueFace"),
    "replay": ("replay", "ReplayFace"),
    "type": ("lines", "LineFace"),
}
OWN_SHEETS = ("draw", "response", "home")  # where a seat acts unseen
