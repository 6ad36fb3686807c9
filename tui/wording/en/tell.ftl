# What happened, one sentence each, in the past or present of the table.
tell-round = Round { $round } of { $rounds }.
tell-step = Step { $number } { $step }.
tell-act = { $seat }: { $line }
tell-numbers = { $cause }: { $changes }.
tell-number = { $name } { $before } to { $after }
tell-number-softened = { $name } { $before } to { $after } ({ $asked } asked)
tell-level = { $issue }: { $before } to { $after }, in force.
tell-event = News card: { $label }.
tell-event-brief = { $text }
tell-called = Called in for round { $round }: { $label }.
tell-turned-up = Joint work turned up: { $id } { $label }. Price: { $price }.
tell-agreed = Agreed: { $id } { $label }.
tell-completed = Completed: { $id } { $label }.
tell-demand = { $name }: { $side } asks { $asks } by round { $due }.
tell-demand-level = { $issue } at { $level } or more (now { $now })
tell-demand-state = { $issue }: { $state } (now { $now })
tell-demand-unmet = If unmet: { $effects }.
tell-demand-changed = { $name }: { $answer }; asks { $asks } by round { $due }.
tell-demand-met = { $name } is met and leaves the table.
tell-demand-missed = { $name } was not met by its deadline and leaves the table.
tell-demand-withdrawn = { $name } is withdrawn.
tell-ahead = Shown ahead for the next round: { $name } asks { $asks }.
tell-request = { $side } hopes for { $term }.
tell-request-met = The wish for { $term } is met.
tell-choice = { $side } decides: { $label }.
tell-proposed-initiative = { $side } proposes joint work: { $label }.
tell-proposed-link = { $side } proposes to link { $first } with { $second }.
tell-proposed-unlink = { $side } proposes to end the link of { $first } with { $second }.
tell-proposed-act = { $side } proposes: { $label }.
tell-linked = { $first } and { $second } are linked: a package names both or neither.
tell-unlinked = The link of { $first } with { $second } has ended.
tell-offer = Offer { $made } of { $offers } by { $side }: { $package }.
tell-broken = { $side } breaks off: nothing more is offered in this round, and there is no accord.
tell-accord = Accord: { $package }. Nothing else is offered in this round.
tell-sent = Every side submits the accord, so it goes to the vote.
tell-lapsed = The accord did not go to a vote and lapses. Levels stay, and groundwork is not paid.
tell-groundwork = Groundwork shown: { $groups }.
tell-groundwork-group = { $group } { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
tell-votes = Votes of { $side }: { $votes }.
tell-vote-yes = { $group } yes ({ $weight })
tell-vote-no = { $group } no ({ $weight })
tell-word = { $group } sounds { $word }.
tell-body-yes = { $side } approves, with a yes weight of { $weight }.
tell-body-no = { $side } does not approve; the yes weight is { $weight }.
tell-passed = Ratified: { $package }. It enters into force in Resolve.
tell-named-right = { $side } names the posture: { $posture }. That is right.
tell-named-wrong = { $side } names the posture: { $posture }. That is not it.
tell-ended = The last round is over.
tell-drawn = Cards drawn: { $cards }.
tell-clue = Clue: { $side } weighs { $issue } { $band }.
tell-clue-sure = Clue, certain: { $side } weighs { $issue } { $band }.
tell-mood = { $group }: mood { $mood }.
tell-posture = The priorities of your side have turned: { $posture }.
tell-lasting = { $cause }: { $what }, { $until }.
tell-until-round = to the end of round { $round }
tell-until-game = to the end of the game
tell-until-step = in this step
tell-lasting-0 = { $name } { $amount } in votes{ $issue ->
    [none] {""}
   *[other] {" "}on { $issue }
}
tell-lasting-1 = price of { $name } { $amount }
tell-lasting-2 = price of { $name } { $amount }
tell-lasting-3 = price of a probe { $amount }
tell-lasting-4 = price of an executive move on { $name } { $amount }
tell-lasting-5 = one use of { $name } is free
tell-lasting-6 = an executive move on { $name } is free
tell-lasting-7 = { $name } is barred
tell-lasting-8 = packages of one kind are barred
tell-lasting-9 = no vote is held
tell-lasting-10 = gain of { $name } { $amount }
tell-lasting-11 = price of { $name } { $amount }
tell-lasting-12 = { $name } takes { $amount } rounds more or less
tell-lasting-13 = one use of { $name } takes no token
