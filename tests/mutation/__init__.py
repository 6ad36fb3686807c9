"""Mutants: each standing rule is deleted or negated in turn, and each line of each `may_`; a test must notice every one.

`python -m tests.mutation` (Linux and macOS: it forks). Not part of the suite: it takes many minutes.
"""
