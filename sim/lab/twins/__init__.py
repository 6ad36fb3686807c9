"""Compiled twins of the rules and the bots: the same functions, the same numbers, many times faster. Needs numba (extra `lab`)."""
