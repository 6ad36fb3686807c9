# Acts: everything that may be done, with price and effect.
deeds-title = Acts: { $count } open
deeds-of = Acts: { $name }
deeds-means = capital { $capital }, tokens { $tokens }
deeds-price = Cost
deeds-belief = Cred.
deeds-does = Does now, or why it is closed (x)
deeds-asked = Asked of you
deeds-asked-card = Asked of you: { $card }
deeds-asked-reframe = Offered for { $demand }: { $offered }
deeds-sheets = On a sheet of its own
deeds-cards = Demand cards in hand
deeds-levers = Levers
deeds-joint = Joint work: both agree, both pay
deeds-learn = Learn
deeds-other = Other acts
deeds-links = Links
deeds-moves = Executive moves
deeds-step = This step
deeds-none = Nothing can be done from here now. Look around; your turn is told at the table.
deeds-opens = opens its sheet { $sign }
deeds-opens-in = opens in { $step } (step { $number })
deeds-opens-part = not in this part of { $step }
deeds-opens-lever = opens in the own step and in Talks
deeds-forms = { $count } forms { $sign }
deeds-needs = Needs { $needs }
deeds-both = { $first } and { $second }
deeds-either = { $first } or { $second }
deeds-level = { $how ->
    [from] { $term } or more
    [above] more than { $term }
    [to] { $term } or less
    [below] less than { $term }
    [is-not] another level than { $term }
   *[is] { $term }
} (now { $now })
deeds-number = { $how ->
    [from] { $name } { $amount } or more
    [above] { $name } above { $amount }
    [to] { $name } { $amount } or less
    [below] { $name } below { $amount }
    [is-not] { $name } other than { $amount }
   *[is] { $name } { $amount }
} (now { $now })
deeds-now = now { $level }
deeds-does-probe = one clue
deeds-does-consult = shows its mood
deeds-does-link = a package names both or neither
deeds-does-unlink = ends the link, once agreed
deeds-does-agree = it then holds for both
deeds-kind-answer = Answer the demands
deeds-kind-course = Place course points
deeds-kind-offer = Offer a package
deeds-kind-suggest = Suggest a package
deeds-kind-groundwork = Groundwork at home
deeds-kind-consult = Consult a group
deeds-kind-guess = Name the posture
deeds-kind-link = Link two issues
deeds-kind-unlink = End a link
deeds-kind-decide = Executive move
deeds-kind-reopen = Move against them
deeds-name-choose = { $what }
deeds-name-postpone = { $what ->
    [none] Let it pass
   *[other] Put { $what } off
}
deeds-name-take = Take it for { $what }
deeds-name-decline = Decline; { $what } stays
deeds-name-agree = Agree: { $what }
deeds-name-probe = { $token ->
    [token] Probe, for a token
   *[capital] Probe
}
deeds-name-accept = Accept the offer
deeds-name-hold = Hold
deeds-name-break = Break off
deeds-name-submit = Submit the accord
deeds-name-keep-back = Keep the accord back
deeds-name-done = Done with this part
deeds-lever-on = { $label }: { $on }
deeds-pair = { $first } with { $second }
deeds-about = About it
deeds-about-sheet = This is put together on a sheet of its own; Enter opens it.
deeds-about-forms = Enter shows what it can be done with; Esc comes back.
deeds-uses = { $uses ->
    [0] Not played yet.
    [one] Played once, last in R{ $last }.
   *[other] Played { $uses } times, last in R{ $last }.
}{ $announced ->
    [none] {""}
   *[other] {" "}Judged at the end of R{ $announced }.
}
deeds-source = { $origin ->
    [none] {""}
   *[other] Numbers: { $origin }.{" "}
}{ $tags ->
    [none] {""}
   *[other] Tags { $tags }.{" "}
}{ $place }
deeds-read-first = There is something to read at the table first.
deeds-ask = Do this? It cannot be taken back.
deeds-do-decide = Decide
deeds-do-reopen = Reopen
deeds-do-break = Break off
deeds-do-keep-back = Keep back
deeds-do-guess = Name it
deeds-do-accept = Accept
deeds-do-submit = Submit
deeds-key-open = Open
deeds-key-do = Do it
deeds-key-closed = Why closed
