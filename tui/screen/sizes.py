"""Sizes of a screen, in cells and lines: the least that is drawn, and from where on there is room for the wide arrangement."""

LEAST_CELLS, LEAST_LINES = 80, 24
WIDE_CELLS, WIDE_LINES = 110, 38
