# Plain mode: what the program says beside the game.
plain-welcome = { $label }. { $rounds ->
    [one] 1 round
   *[other] { $rounds } rounds
}, { $issues } issues.
plain-you = You are { $seat }.
plain-seat-bot = { $seat } is played by a bot ({ $style }).
plain-shared = Several sides share this keyboard; what is secret stands behind a curtain line.
plain-watch = Bots play; you look on.
plain-how = Type a line, a number, or help. Every act is kept at once in { $record }
plain-how-unkept = Type a line, a number, or help. This game is not kept.
plain-resumed = The game goes on at round { $round }, { $step }, behind line { $lines }.

plain-on-table = On the table, by { $side }: { $package }.

plain-item = { $line }: { $what }
plain-pick = Type a number of this list, 0 for the first list, or a line.
plain-fold-answer = answer { $name } ...
plain-fold-lever = lever ... ({ $count })
plain-fold-initiative = joint work ... ({ $count })
plain-fold-link = link ... ({ $count })
plain-fold-unlink = unlink ... ({ $count })
plain-fold-decide = executive move ... ({ $count })
plain-fold-reopen = reopen ... ({ $count })
plain-fold-consult = consult ... ({ $count })
plain-fold-guess = name the posture ... ({ $count })
plain-fold-offer = put an offer together ...
plain-fold-groundwork = groundwork ...
plain-fold-course = course points ...
plain-send = send: { $line }
plain-draft = Draft: { $package }. Pick an issue, then a level.
plain-draft-issue = { $issue }, now { $now }
plain-draft-moved = { $issue }, now { $now }, in the draft { $level }
plain-leave-out = leave it out
plain-ground-group = { $group }: { $size } points a step for { $price } capital, up to { $most } steps, { $placed } placed
plain-budget = Capital not yet placed: { $budget }.

plain-no-item = There is no item { $number }; the list has { $most }.
plain-not-yours = { $seat } is not played at this keyboard.
plain-undone = Line { $line } is taken back.
plain-nothing-to-undo = There is no act of this side to take back.
plain-curtain = Please hand over to: { $seat }.
plain-curtain-how = Nothing secret is above this line. { $seat }: press Enter, or type `{ $id }`.
plain-put-away = Press Enter to put this sheet away.
plain-no-such-sheet = No seat at this keyboard is called `{ $name }`. Seats: { $known }
plain-sheet-closed = Public table.
plain-why-what = Write what it is about: why NAME. Names stand in brackets in `meters` and `groups`; also `why utility`, `why cap.ISSUE`, `why vote GROUP ISSUE=LEVEL`.
plain-languages = Languages: { $known }. Write: lang en
plain-kept = Everything accepted so far is kept in { $record }
plain-not-kept = This game is not kept.
plain-no-debrief-yet = The debrief opens when the game is over.
plain-left = You leave the game; everything accepted is kept. Go on with: nemawashi resume { $record }
plain-left-unkept = You leave the game. It was not kept.
plain-ended-input = The input has ended before the game; everything accepted is kept. Go on with: nemawashi resume { $record }
plain-ended-input-unkept = The input has ended before the game. It was not kept.
plain-help =
    A line of notation does an act; the name of your side may be left out: `offer D2=1 T1=1`, `accept`, `done`.
    A number picks from the list shown last; 0 shows the list with what each act does.
    Look around, as often as you like: issues, issues ISSUE, offer?, meters, values, demands, groups, acts, clues, brief, state, words.
    judge ISSUE=LEVEL ...: what a package brings, and whether it would pass at home.
    why NAME: where a number comes from. undo: take the last act back while nothing has followed from it.
    lang en, lang ja: language. save: where the game is kept. sheet, table: own sheet and public table, where two sides share the keyboard. quit: leave.
