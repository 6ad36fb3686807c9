# What can be looked at any time.
sheet-issue = { $issue }: now { $now }; { $more }.
sheet-issue-asked = asked { $level }
sheet-issue-table = on the table { $level }
sheet-issue-cap = may go up to { $index } { $level }
sheet-issue-weight = your weight { $weight }
sheet-level = { $index } { $short }: { $label }{ $open ->
    [yes] {""}
   *[no] {" "}(closed now)
}
sheet-utility = Value of the levels in force for you: { $value }.
sheet-meter = { $name } { $value } ({ $id }){ $drift ->
    [none] {""}
   *[other] , drift { $drift } a round
}
sheet-capital = Capital of { $side } { $capital }, { $income } next round; action tokens of the side { $tokens }.
sheet-demand = { $answer }; { $met ->
    [yes] met as things stand
   *[no] not met as things stand
}. If unmet{ $double ->
    [yes] {" "}(counts more than once)
   *[no] {""}
}: { $effects }.
sheet-hand = In hand, { $name }: asks { $asks }, due in { $deadline ->
    [one] 1 round
   *[other] { $deadline } rounds
}. If unmet: { $effects }.
sheet-no-demands = Nothing is asked, hoped for or running.
sheet-initiative-open = Joint work to propose, { $id } { $label }: price { $price }. When done: { $effects }.
sheet-initiative-closed = Joint work, not open yet, { $id } { $label }: price { $price }. When done: { $effects }.
sheet-initiative-agreed = Joint work agreed, { $id } { $label }: ready in round { $ready }. When done: { $effects }.
sheet-initiative-done = Joint work completed, { $id } { $label }.
sheet-timer = Round { $round }, { $step }: something follows from { $cause }.
sheet-body = { $side } approves if { $quota }.
sheet-group = { $name } ({ $id }): weight { $weight }, support { $support }, mood { $mood }.
sheet-group-word = { $name } ({ $id }): weight { $weight }, sounds { $word }.
sheet-lever = { $id }: { $label }; { $price } capital{ $credibility ->
    [none] {""}
   *[other] , credibility { $credibility }
}: { $effects }.{ $closed ->
    [none] {""}
   *[other] {" "}Closed: { $closed }
}
sheet-clue = Round { $round }. { $text }
sheet-no-clue = No clue yet. A probe in Talks brings one, and so do some levers and cards.
sheet-postures = Postures of { $side } still possible: { $left }.
sheet-posture = Your posture ({ $side }): { $label }. { $brief }
sheet-weights = Your weights, an assumption of the game: { $weights }.
sheet-agenda = Your secret agenda: { $label }.
sheet-size = A package may hold { $size } level steps; offers left in this round: { $left }.
sheet-space = { $issue }, now { $now }: { $levels }
sheet-space-closed = No offer can be made now.
sheet-word = { $word }: { $text }
sheet-value = { $name } ({ $id }): { $value }.
