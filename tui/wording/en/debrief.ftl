# After the end: statement, ending, scores, debrief.
debrief-statement = Joint statement
debrief-ending = Ending: { $label }. { $text }
debrief-side = { $side }: value { $utility }, joint work { $gains }, side score { $score }.
debrief-joint = Efficiency { $efficiency } in 100, alliance index { $alliance }, joint score { $joint } in 100.
debrief-seat = { $seat }: { $agenda ->
    [none] no secret agenda
   *[other] secret agenda "{ $agenda }", { $points } points
}; individual score { $score }{ $first ->
    [yes] , the highest
   *[no] {""}
}.
debrief-no-common = No common success: the joint score is too low for a highest score to count.
debrief-seed = Seed { $seed }, rules { $rules }, { $lines } lines.

debrief-outcome = 1 Outcome
debrief-head-issue = Issue
debrief-head-start = At start
debrief-head-asked = Asked
debrief-head-agreed = At the end
debrief-head-real = In reality
debrief-head-mark = Mark
debrief-head-what = What
debrief-head-group = Group
debrief-head-weight = Weight
debrief-head-support = Support
debrief-head-mood = Mood
debrief-head-shift = Shift
debrief-head-groundwork = Ground
debrief-head-bonus = Bonus
debrief-head-vote = Value
debrief-values-of = The columns of the sides say what the level at the end brought each against the start, in points of 100.
debrief-value-start = { $side }: { $start } at the start, { $reached } at the end; against the status quo { $gain }.
debrief-value-real = { $side }: { $real } by what really happened; against it { $gain }.
debrief-real-note = What really happened, as of { $as_of }. { $note }

debrief-frontier = 2 Frontier: { $count } outcomes of which none can be bettered for both
debrief-axes = Across: value for { $across }. Up: value for { $up }. Dots are the frontier.
debrief-mark-end = reached
debrief-mark-start = status quo
debrief-mark-real = what really happened
debrief-mark-nash = Nash solution
debrief-mark-kalai = Kalai-Smorodinsky solution
debrief-mark-most = largest sum
debrief-offer-marks = Offers: { $marks }.
debrief-fair-share = Product of both gains: { $share } percent of that of the Nash solution.

debrief-missed = 3 Left on the table
debrief-missed-none = Nothing: no outcome within the locks was better for one side without being worse for another.
debrief-missed-gain = { $gain } points for both together: { $at }. Swap by swap, nobody below what was reached:
debrief-swap = Swap { $number }: { $moved }. Gains: { $gains }.
debrief-missed-body = { $side }: yes weight { $weight } for the whole of it, { $verdict }.

debrief-offers = 4 Offers by round
debrief-no-offers = No offer was made.
debrief-offer = Round { $round }, { $side }: { $package }. Values { $at }; { $short } short of the frontier; { $fate }.
debrief-fate-open = not accepted
debrief-fate-accord = became the accord
debrief-fate-lapsed = accord, lapsed
debrief-fate-refused = accord, not ratified
debrief-fate-ratified = ratified
debrief-reason = Why: { $reason }

debrief-votes = 5 Votes by round
debrief-no-votes = No vote was held.
debrief-vote = Round { $round }: { $package }; { $passed ->
    [yes] ratified
   *[no] not ratified
}.

debrief-reasons = 6 Reasons of the bots
debrief-no-reasons = No bot took part, or its reasons were not kept.
debrief-reason-line = { $number } (round { $round }) { $line }: { $reason }

debrief-secrets = 7 What was hidden
debrief-posture = { $side }: { $label }{ $round ->
    [0] {""}
   *[other] {" "}from round { $round }
}.
debrief-clue = Clue of { $side }, round { $round }: { $issue } { $band }, { $true ->
    [yes] true
   *[no] not true
}.
debrief-moods = Moods: { $moods }. The others were 0.

debrief-history = 8 { $label }
debrief-history-issue = { $term }: { $level }.{ $why ->
    [none] {""}
   *[other] {" "}{ $why }
}
debrief-questions = Questions to talk about:
debrief-opening = At the opening, without groundwork, moods or levers:
debrief-opening-best = The best package that every home would have ratified: { $package } ({ $worth }). Proved: there is no better one.
debrief-opening-gap = The best package found that every home would have ratified: { $package } ({ $worth }). Another could bring at most { $gap } more for all together.
debrief-opening-none = No package would have been ratified everywhere. Proved.
debrief-opening-unknown = No package was found that would have been ratified everywhere; that there is none is not proved.
debrief-win-sets = Of { $count } packages that could have been proposed, ratified at home: { $homes }; everywhere: { $both }.
debrief-share = { $share } % ({ $low } to { $high } %)
debrief-turn = Smallest single change that would have carried it: { $term } ({ $worth } points for all together).
debrief-turn-none = No change of a single level would have carried it.
