# What commands say about themselves: usage, files, ends of the work.
cli-no-such-command = There is no command `{ $name }`. Near it: { $near }
cli-stopped = Stopped.
cli-kept-over = The game is over and kept; look back on it with: nemawashi debrief { $record }
cli-kept = Everything accepted so far is kept. Go on with: nemawashi resume { $record }
cli-pipe-closed = The reader of the output has left, so the work ends here.
cli-disk-full = No room is left on the disk for { $file }. Make room, or name another place.
cli-system = { $file }: { $what }.
cli-fault = Something went wrong inside the program. A report with everything needed to find it is in { $report }
cli-fault-unreported = Something went wrong inside the program ({ $what }), and the report could not be written.
cli-broken = { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}; nothing was loaded
cli-not-a-party = `{ $name }` is no side of this scenario. Write one of: { $known }
cli-not-seats = `{ $name }` does not say how many seats a side has. Write for example { $example }
cli-not-a-bot = There is no bot style `{ $name }`. Styles: { $known }
cli-bots-count = Name one style, or one for each of the { $count } sides with a comma between.
cli-bot-needs-one = `--bot` is for the other side of a person. For several bots write --bots A,B.
cli-record-exists = { $file } exists already and is not overwritten. Name another file, or go on with: nemawashi resume { $file }
cli-no-record = No record of an unfinished game was found in { $folder }. Name a file, or begin with: nemawashi play
cli-no-finished = No record of a finished game was found in { $folder }. Name a file.
cli-not-over = The game in { $file } is not over. Go on with: nemawashi resume { $file }
cli-is-over = The game in { $file } is over. Look back on it with: nemawashi debrief { $file }
cli-no-such-line = The record has { $lines } lines; there is no line { $line }.
cli-no-such-name = Nothing in { $scenario } is called `{ $name }`. Near it: { $near }
cli-no-games = A run needs at least one game.
cli-no-jobs = A run needs at least one process.

cli-checked = { $targets ->
    [one] 1 pack or scenario
   *[other] { $targets } packs and scenarios
} checked: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}{ $notes ->
    [0] {""}
    [one] , 1 note (--notes shows it)
   *[other] , { $notes } notes (--notes shows them)
}
cli-fixed = { $count ->
    [one] 1 edit
   *[other] { $count } edits
} made in { $file }. The file as it was is { $kept }
cli-nothing-to-fix = There is nothing that could be mended without a change of meaning.
cli-more-problems = and { $count } more

cli-list-scenarios = Scenarios
cli-list-packs = Packs
cli-list-bots = Bots
cli-list-scenario = { $label }: { $issues } issues, { $rounds } rounds, sides { $sides }, { $players } players, about { $minutes } minutes
cli-list-first = { $line } (first game)
cli-list-broken = cannot be played: { $problems } problems, see nemawashi check { $name }

cli-why-rule = Rule { $rule }:
cli-why-number = { $path } = { $value }
cli-why-place = { $place }, { $origin }{ $tags }
cli-why-opening = At the opening, with { $postures }; hidden moods count as 0:
cli-why-passes = Both homes would ratify this package.
cli-why-fails = This package would not be ratified.
cli-why-turn = Smallest single change that turns it: { $issue } at { $level } ({ $worth } points for both sides together).
cli-why-no-turn = No change of a single level turns that.
cli-why-was = before that: { $old }
cli-why-scenario = the scenario says this in place of its pack

cli-progress = { $done } of { $games } games
cli-simulate-head = { $scenario }: { $games } games, seed { $seed }, bots { $bots }
cli-simulate-note = Outcome of games under stated assumptions, not a forecast. Intervals: 95 percent, Wilson.
cli-replay-head = { $scenario }, { $lines } lines, rules { $rules }
cli-replay-verified = Verified: { $lines } lines, final digest { $digest }
cli-menu-title = Nemawashi. A table game about demands and answers between two allies.
cli-menu-learn = Learn by playing: a first game against a bot
cli-menu-new = New game: choose scenario and side
cli-menu-resume = Resume the newest unfinished game
cli-menu-debrief = Look back on the newest finished game
cli-menu-list = Scenarios, packs and bots
cli-menu-language = 日本語
cli-menu-quit = Quit
cli-menu-prompt = Type a number.
cli-menu-which-scenario = Which scenario?
cli-menu-which-side = Which side do you play?
cli-menu-both = Both sides, two people at one keyboard
cli-menu-none = No side: two bots play, you look on
cli-menu-not-a-number = Type one of the numbers, or q to leave.
cli-menu-note = Simulation, not a forecast. Seats are roles, not persons.
