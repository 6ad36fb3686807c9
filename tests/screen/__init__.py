"""The terminal: screens are driven through keys and clicks, and read as a grid of letters."""
