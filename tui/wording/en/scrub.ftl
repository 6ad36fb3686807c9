# The replay: the game again, line by line.
scrub-lines = Lines
scrub-round = R{ $round }
scrub-start = the game begins
scrub-unseen = { $step }
scrub-agenda = Agenda as it stood, round { $round }
scrub-changed = What this line changed
scrub-nothing = Nothing that was to be seen.
scrub-drawn = Drawn: { $draw } (one of { $sides })
scrub-at = line { $line } of { $lines }  R{ $round } { $step }
scrub-as = seen as { $seat }
scrub-as-all = seen: all
scrub-branch-title = Play on from here?
scrub-branch = A new game begins behind line { $line }: the same draws, the same bots, other choices if you like.
scrub-branch-kept = This game stays in its record as it is. The new one has a record of its own.
scrub-branch-act = Play on from here
scrub-branch-stay = Stay in the replay
scrub-branch-end = Nothing is left to play behind this line. Go back to an earlier one first.
