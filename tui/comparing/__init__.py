"""What `compare` shows: a table of measures, two games side by side, every change alone; and the same for programs."""
