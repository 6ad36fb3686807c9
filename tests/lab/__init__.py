"""Many games and their counts."""
