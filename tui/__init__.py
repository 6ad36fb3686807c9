"""What people see and type: commands, plain mode, and all sentences (in `wording`). Never rules of the game."""
