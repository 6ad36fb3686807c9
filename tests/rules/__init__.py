"""Tools for people who change rules."""
