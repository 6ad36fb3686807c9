"""Transcripts are made by the same calls as the tests of plain mode."""

from tests.tui.conftest import nemawashi, no_fault_in_the_wording, own_data_folder

__all__ = ["nemawashi", "no_fault_in_the_wording", "own_data_folder"]
