"""One screen a file: which panes it has, and what its commands do."""
