records-open = Games to resume
records-finished = Finished games
records-reading = Being read...
records-none = No unfinished game here. Start one from the first screen.
records-none-finished = No finished game here yet. Play one to its end.
records-unreadable = cannot be read whole
