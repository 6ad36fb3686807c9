# Demands: what is asked, hoped for, and running.
asked-title = Demands: { $count } open, { $unmet } unmet
asked-compact = Demands and requests
asked-none = No demand is open. News and the Demand step bring them.
asked-head-asks = Asks
asked-head-asked = Asked
asked-head-now = Now
asked-head-due = Due
asked-head-met = Would be
asked-head-answer = Answer
asked-head-unmet = If unmet
asked-due = R{ $round }
asked-met-yes = met
asked-met-no = unmet
asked-is-met = met as things stand
asked-answer-0 = none yet
asked-answer-1 = accepted
asked-answer-2 = countered
asked-answer-3 = held
asked-answer-4 = reframed
asked-linked = { $answer } { $issue }
asked-unmet = If unmet{ $times ->
    [1] {""}
   *[other] , counted { $times } times
}: { $effects }
asked-ahead = Shown ahead for the next round: { $name } asks { $term }. If unmet: { $effects }
asked-hand = Cards in hand
asked-requests = Requests of { $side }
asked-brings = no penalty; met: { $effects }
asked-brings-short = met: { $effects }
asked-runs = Running
asked-runs-none = Nothing runs. p shows joint work, links and other acts.
asked-open = Joint work that may be proposed: { $names } (p).
asked-timer = R{ $round } { $step }: { $what ->
    [none] what follows from { $cause }
   *[other] { $what }, from { $cause }
}
asked-then = If nothing is agreed
asked-if-nothing = If nothing is agreed until R{ $round }: { $effects }{ $doubled ->
    [yes] , counted more than once where it was accepted
   *[no] {""}
}; { $count ->
    [one] the demand then leaves
   *[other] these { $count } demands then leave
} the table.
asked-nothing-due = Every open demand is met as things stand.
asked-nothing = Nothing falls due.
asked-you = You
asked-other = They
asked-gave = { $name } { $answer }
asked-given = Answers   { $answers }
asked-working = Joint work   { $names }
asked-waiting = Proposals waiting   { $count }
asked-links = Links   { $names }
