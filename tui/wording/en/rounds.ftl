rounds-title = Round { $round }: what moved, and why
rounds-due = What falls due
rounds-drift = Next News, drift: { $parts }
rounds-nothing-due = Nothing falls due.
rounds-guide = Read what moved; nothing to decide, and the next round begins when you go on.
rounds-now = Now: Resolve
