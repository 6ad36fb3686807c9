# Where a number comes from.
why-node = { $amount }  { $sentence }
why-placed = { $line }  [{ $place }{ $origin ->
    [none] {""}
   *[other] , { $origin }
}]
why-start-value = at the start
why-in-round = in round { $round }
why-change = { $label ->
    [none] an act
   *[other] { $label }
}, from { $before } to { $after }
why-asked = as written
why-modifier = { $label } made { $after } of { $before }
why-bound = the number reached its limit
why-number = { $label }
why-term = { $written ->
    [none] { $label }
   *[other] { $label ->
        [none] { $written }
       *[other] { $label }: { $written }
    }
}
why-limit = { $written ->
    [none] the limit of the formula
   *[other] the limit: { $written }
}
why-vote-sure = vote of { $label }; yes begins at { $line }, so the margin is { $margin }
why-mood-sure = mood
why-of-issue = { $label }
why-of-issue-points = { $label } { $before } -> { $after }: { $points } a level x { $steps }
why-of-issue-payoff = { $label } { $level }: weight { $weight } x payoff { $payoff }
why-of-issue-step = { $label } { $before } -> { $after }: weight { $weight } x { $step }
why-gain = what the package brings { $label }
why-least-gain = what the package brings { $label } at least; it may be { $low } to { $high }
why-vote = likely vote of { $label }; yes begins at { $line }, so the margin is { $margin }; it may be { $low } to { $high }
why-support = support
why-mood = mood; it may be { $low } to { $high }
why-shift = shift by the package{ $written ->
    [none] {""}
   *[other] : { $written }
}
why-groundwork = groundwork placed
why-bonus = support that counts in the vote only
why-quota = likely yes weight of { $label }, { $least } to { $most }; approved if { $written }
why-group-yes = { $label }, weight { $weight }, likely value { $value }
why-cap = { $written ->
    [none] highest level that may be proposed on { $label }
   *[other] cap: { $written }
}
why-top = highest level there is
why-lock = lock: { $written }
why-price = price of { $label } now
why-free = a free use
why-lasting = { $label }
why-utility = value of the levels in force for { $label }
why-score = { $label }{ $written ->
    [none] {""}
   *[other] : { $written }
}
why-turn-number = It would turn with { $name } at { $after } in place of { $before }: then { $result }.
why-turn-level = It would turn with { $name } at level { $after } in place of { $before }: then { $result }.
why-turn-groundwork = It would turn with groundwork on { $name }, { $after } steps in place of { $before }, for { $price } capital: then { $result }.
