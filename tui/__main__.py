"""`python -m tui` is the command `nemawashi`."""

from tui.cli import main

main()
