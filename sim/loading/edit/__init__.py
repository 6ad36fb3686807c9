"""Rule files written by programs: single values, overlays, the layout of a file. Never a file that the program came with."""
