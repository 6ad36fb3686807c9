# Home, the sheet of step 5: groundwork, forecast, consult, and the word on the accord.
home-groups = Groups at home
home-no-accord = No accord stands, so nothing goes to a vote in this round.
home-head-group = Group
home-head-weight = Wt
home-head-support = Support
home-head-shift = Shift
home-head-ground = Ground
home-head-vote = Vote
home-line-at = line at { $line }
home-about = { $group }: { $steps } of { $most } steps, { $price } capital each, +{ $size } a step. Side: { $used } of { $side } used.
home-forecast = Forecast
home-weight = { $side } { $weight }{ $quota ->
    [0] {""}
   *[other] {" "}of { $quota }
}{ $span ->
    [none] {""}
   *[other] {" "}({ $span })
}
home-condition = { $what }: { $holds }
home-number = { $name } { $amount }
home-not = not { $what }
home-or = {" "}or{" "}
home-open = open, likely { $likely }
home-result = Result: { $verdict }.
home-rests = It rests on { $group } at { $value }: { $margin ->
    [0] one point less turns it.
   *[other] { $margin } above the line.
}
home-short = { $group } is { $short } short; it alone would turn it.
home-other = { $body }: { $verdict } (estimate, groundwork unknown)
home-consult-title = Consult
home-consult = c shows the mood of { $group }, at no price; left in this round: { $left }.{ $told ->
    [none] {""}
   *[other] {" "}Known: { $told }.
}
home-consulted = Used. Known: { $told }. All other groups keep their band either way.
home-consult-closed = No group can be consulted in this round.
home-consult-seat = { $head } consults for your side.
home-mood = { $group }, mood { $mood }
home-guide = { $who }, unseen by the other side: place steps, then submit, or keep back: the accord then lapses unpaid. Capital { $capital }, then { $left }.
home-guide-seat = { $head } places groundwork and submits or keeps back for your side; until then the game waits. You may look around.
home-submit = Submit
home-ask-title = Submit the accord?
home-ask-placed = { $steps ->
    [none] No groundwork is placed.
   *[other] Groundwork: { $steps }; { $price } capital, paid when the vote is held.
}
home-ask-forecast = Forecast: { $body }, { $verdict }.
home-ask-final = The vote follows when every side has decided; this cannot be withdrawn.
home-ask-stay = Keep preparing
home-keep-title = Keep the accord back?
home-keep = It lapses for this round: levels stay as they are, nothing goes to a vote, and groundwork is not paid. This cannot be withdrawn.
home-keep-act = Keep back
