"""Many games: bots play them, results are counted. Interpreted here, over processes; nothing of a screen, no sentences."""
