"""What panes show: pure functions from a Look to a Page. No Textual here, so every page can be read and tested as text."""
