"""Plain mode: the whole game as lines of text, for screen readers, pipes, scripts and tests."""
