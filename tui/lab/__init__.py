"""The balance lab in the terminal: many games between bots, shown as they come, and again when a rule file is saved."""
