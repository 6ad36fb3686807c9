# The round report.
report-title = Round { $round }: what moved, and why.
report-no-levels = Levels: none has changed.
report-levels = Levels: { $levels }.
report-level = { $issue } { $before } to { $after }
report-number = { $name } { $before } to { $after } ({ $parts })
report-support = Support: { $groups }.
report-group = { $name } { $before } to { $after }
report-due-demand = Due in round { $round }: { $name } asks { $asked }, { $met ->
    [yes] met as things stand
   *[no] not met as things stand
}.
report-due-initiative = Ready in round { $round }: { $label }.
report-due-naming = End of round { $round }: { $side } may name the posture of the other side.
report-note = Outcome of a game under stated assumptions, not a forecast.
