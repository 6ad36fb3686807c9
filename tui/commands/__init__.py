"""One command a file: parse, call, print. Heavy imports stand inside the functions."""
