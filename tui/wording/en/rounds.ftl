# The round report on the screen.
rounds-title = Round { $round }: what moved, and why
rounds-levels = Levels
rounds-no-levels = none has changed
rounds-support-name = Support
rounds-support = { $groups ->
    [one] 1 group moved; s shows it
   *[other] { $groups } groups moved; s shows them
}
rounds-due = What falls due
rounds-next-drift = Round { $round }, News, drift:
rounds-next-income = Round { $round }, News, capital:
rounds-nothing-due = Nothing falls due.
rounds-guide = Read what moved and why; nothing to decide, and round { $round } begins when you do.
rounds-guide-end = Read what moved and why; nothing to decide, and the statement comes next.
rounds-now = Now: Resolve
rounds-go = Round { $round }
rounds-go-end = The end
