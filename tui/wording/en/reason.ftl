# Why, as a table: what is asked, its terms, the chosen one in full.
reason-title = Why { $amount }{ $chance ->
    [yes] {" "}in 100
   *[no] {""}
}?
reason-lines-title = { $place }
reason-sum = Sum
reason-amount = Amount
reason-group = { $name } { $value }, weight { $weight }
reason-mood-known = mood, as consulted
reason-chance = A draw: second demand of round { $round }, { $odds } in 100. { $came ->
    [came] It came.
    [none] It did not come.
   *[ahead] Not drawn yet.
}
reason-postures = An estimate: { $count } postures are still possible, and the number is reckoned with each of them.
reason-no-turn = No single change would turn this.
reason-points = { $points } a level, from level { $before } to { $after }.
reason-weighed = Weight { $weight } times { $step } payoff.
reason-payoff = Weight { $weight } times payoff { $payoff }.
reason-of-rule = Rule { $rule } { $label }.
reason-source = { $place }{ $tags ->
    [none] {""}
   *[other] {" "}[{ $tags }]{ $what ->
        [none] {""}
       *[other] : { $what }
    }
}
reason-tag-article = the article
reason-tag-fact = a public fact
reason-tag-design = a design choice
reason-rule = { $rule } { $label }
reason-term = { $sentence }.
reason-one-line = Of the file of a scenario one line is shown during play; the whole of it after the end.
reason-no-text = This game does not carry the text of { $place }.
reason-key-why = Next number
reason-key-next = Open
