# Meters: the sheet of all numbers of relations, what moved them and what they trigger.
meter-title = Meters: all { $count }
meter-compact = Meters
meter-courses = Courses
meter-counters = Counters
meter-sides = Sides
meter-head-name = Meter
meter-head-value = Value
meter-head-now = now
meter-head-drift = drift
meter-head-next = next
meter-head-does = what it triggers
meter-short-value = val
meter-drift = { $drift }/R
meter-capital = Capital { $side }
meter-tokens = { $tokens ->
    [one] 1 action token of the side
   *[other] { $tokens } action tokens of the side
}
meter-about = About it
meter-of = { $name } { $value }
meter-why = w shows every amount it is made of.
meter-made = { $start ->
    [none] {""}
   *[other] At the start { $start }.{" "}
}{ $moved ->
    [none] Not moved in this round.
   *[other] This round { $moved }: { $parts }.
}
meter-change = { $label } { $amount }
meter-change-asked = { $label } { $amount } ({ $asked } asked)
meter-holds = { $text } (holds now)
meter-ends = ends: { $text }
meter-reading = Also read by: { $names }.
meter-nothing = No rule on the table compares it with a number.
meter-called = { $word }
meter-use-of = { $name ->
    [none] { $effects }
   *[other] { $name }: { $effects }
}
meter-use-each = { $text }, each round
meter-use-lock = { $term } may be proposed
meter-use-cap = highest level of { $name }
meter-use-rise = { $name } may rise
meter-use-lever = { $name } may be played
meter-use-price = price of { $name }
meter-use-act = { $name } may be done
meter-use-initiative = { $name } may be proposed
meter-use-modifier = { $name } works
meter-use-drift = drift of { $name }
meter-use-income = income of { $name }
meter-use-quota = approval of { $name }
meter-use-score = side score of { $name }
meter-use-ending = ending: { $name }
meter-use-chance = chance: { $name }
meter-use-second = chance of a second demand
meter-use-ahead = next demand shown ahead
meter-use-size = size of a package
meter-use-tokens = one more action token a seat
meter-use-cards = number of news cards
meter-use-wrong = clues that may be wrong
meter-use-probe = one more probe, free
meter-use-move = executive moves
meter-use-breach = moves against the other side
meter-use-step = support a step of groundwork brings
meter-use-steps = price of groundwork
meter-use-ground = groups that groundwork moves
meter-use-stays = support that stays after a vote
meter-use-alliance = alliance index at the end
meter-use-joint = joint score at the end
