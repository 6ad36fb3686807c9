"""The program in a real terminal: tmux draws it, keys are sent to it, and what a person would see is read back."""
