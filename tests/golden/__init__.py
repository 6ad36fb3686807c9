"""Golden transcripts: nothing changed unnoticed. Two kinds, both plain text made to be read in a diff.

told/         a game as the engine tells it: line of notation, what happened by it, what the next seat may see and do
transcripts/  the same kind of game as plain mode shows it, in English and Japanese (`*.ja.txt`)

Both are played from `scripts/`, on shipped scenarios or on those of `scenarios/`, where a test sets start values and draws.
A test that fails shows the difference. Where it is meant, write the files anew, read what changed, and say which rule or
sentence it was:

    python -m tests.golden            # all of them; takes pytest's options, such as -k broken_off
"""
