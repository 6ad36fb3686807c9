# Two rule files that played the same seeds with the same bots, game for game.
compare-needs-scenario = { $name } is a pack without a scenario. Name a scenario or an overlay: games are played from it.
compare-other-sides = { $before } has { $first } sides and { $after } has { $second }, so the same bots cannot play both.
compare-head = { $before } -> { $after }: { $games ->
    [one] 1 game
   *[other] { $games } games
} each, seed { $seed }
compare-more-changes = and { $count } more; all of them: { $command }
compare-bots = Bots: { $bots }
compare-stopped = Stopped after { $done } of { $games } games. What follows counts those { $done }.
compare-stopped-attribute = Stopped: the changes behind this one were not played.
compare-nothing-played = Stopped before the first game of both was over.
compare-slow-no-extra = Played without the compiler, which is slow. To install it: pip install "nemawashi[lab]"
compare-slow-no-folder = Played without the compiler, which is slow: machine code cannot be kept in { $detail }
compare-slow-failed = Played without the compiler, which is slow: it stopped with { $detail }
compare-slow-compiling = The compiler was still at work, so these games were slow. The next run will be fast.
compare-same = Same in every game: all { $games ->
    [one] 1 game is
   *[other] { $games } games are
} alike, in every number at the end.
compare-changed = Games that changed: { $percent } ({ $count } of { $games })
compare-column-measure = Measure
compare-column-before = before
compare-column-after = after
compare-column-difference = change
compare-column-interval = 95 %
compare-column-verdict = verdict
compare-verdict-up = up
compare-verdict-down = down
compare-verdict-no-clear-change = no clear change
compare-verdict-same-in-every-game = same in every game
compare-maybe = ({ $what })
compare-of-agreement = Games with an accord
compare-of-ratification = Games with a package
compare-of-accords = Accords a game
compare-of-packages = Packages a game
compare-of-initiatives = Joint work completed
compare-of-joint = Joint score
compare-of-efficiency = Efficiency
compare-of-alliance = Alliance
compare-of-side = Score { $name }
compare-of-utility = Value { $name }
compare-of-failed = Votes failed { $name }
compare-of-ending = End: { $name }
compare-of-level = { $name }
compare-of-event = Event { $name }
compare-of-lever = Lever { $name }
compare-of-initiative = Work { $name }
compare-all-same = Same in every game: { $what }
compare-rest = { $count ->
    [one] 1 more measure shows no clear change
   *[other] { $count } more measures show no clear change
} (--json lists all).
compare-holm = (In parentheses: it would be clear alone, but not among the { $count } measures compared; Holm.)
compare-only-before = Only before: { $what }
compare-only-after = Only after: { $what }
compare-no-flip = No game flips: the ending, and whether something was ratified, are the same in every game.
compare-flip = The first game whose outcome flips: number { $number }, seed { $seed }, bots { $bots }
compare-lines-same = { $count ->
    [one] 1 line, the same in both
   *[other] { $count } lines, the same in both
}
compare-lines-more = { $left } and { $right } lines more
compare-lines-alike = Everything said is the same in both; what comes of it differs.
compare-end = end: { $ending }; packages: { $packages }
compare-replay = To write these two games as records, which replay and debrief open:
compare-attribute = Each change alone, and all together:
compare-attribute-none = There is no change in meaning to be taken apart.
compare-attribute-not-alone = cannot stand alone: { $why }
compare-attribute-no-overlay = cannot be made alone
compare-attribute-together = all together
compare-short-changed = changed
compare-short-agreement = accord
compare-short-ratification = package
compare-short-joint = joint
compare-short-efficiency = effic.
compare-short-side = { $name }
compare-note = Games between bots under stated assumptions, not people and not a forecast. Shares in per cent, scores in points.
