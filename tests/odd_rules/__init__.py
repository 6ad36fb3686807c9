"""Rules that are written in an unusual way and are right all the same."""
