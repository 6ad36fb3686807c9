# Every act: what it does. Sentences stand behind the line of notation that does it.
act-done = end this part
act-demand = ask { $asks }, due in { $deadline ->
    [one] 1 round
   *[other] { $deadline } rounds
}; if unmet: { $effects }
act-lever = { $label }{ $picked ->
    [none] {""}
   *[other] , on { $picked }
}; { $price } capital{ $credibility ->
    [none] {""}
   *[other] , credibility { $credibility }
}: { $effects }
act-answer-accept = accept in principle: { $effects }; unmet at its deadline, the penalty counts more than once
act-answer-counter = link it with { $what }: { $effects }
act-answer-hold = give no answer for now: { $effects }
act-answer-reframe = offer { $what } instead, answered at once: { $effects }
act-take = { $name } asks what was offered from now on
act-decline = { $name } stays as it was
act-course = { $points }; each point: { $effects }
act-choose = { $label }; { $price } capital: { $effects }
act-postpone = { $name ->
    [none] let it pass
   *[other] put { $name } off by a round
}
act-probe = one clue, for { $token ->
    [token] an action token
   *[capital] { $price } capital
}
act-initiative = propose { $label }; { $price } capital when agreed: { $effects }
act-link = from then on a package names { $first } and { $second } both or neither, once agreed
act-unlink = end the link of { $first } with { $second }, once agreed
act-link-what = the link of { $first } with { $second }
act-unlink-what = the end of the link of { $first } with { $second }
act-pack = { $label }; { $price } capital: { $effects }
act-agree = agree to { $what }; { $price } capital
act-offer = offer { $package }
act-accept = accept { $package }
act-hold = say neither yes nor no; uses no offer
act-break = end the offers of this round
act-decide = { $term } by executive move, now { $now }; { $price } capital
act-reopen = { $term } alone, against the other side, now { $now }; { $price } capital
act-suggest = show the own side { $package }
act-consult = learn the mood of { $group }
act-groundwork = { $steps ->
    [0] no step on { $group }
    [one] 1 step on { $group }; { $price } capital
   *[other] { $steps } steps on { $group }; { $price } capital
}
act-submit = let the accord go to the vote
act-keep-back = keep the accord back: it lapses, groundwork is not paid
act-guess = { $label }. { $brief }
act-undo = take line { $line } back
act-force = decide a draw
act-rewind = go back behind line { $line }
