"""The table: the one mutable object (`game.Game`), named actions, notation, options, records, undo, views and why.

Never rules: those are in `sim/kernel`. Never sentences for people: codes and facts only.
"""
