"""Commands for people who change rules: what is different, what it does, what a number is worth."""
