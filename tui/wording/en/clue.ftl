# Clues: what is known of the other side's weights.
clue-title = Clues on { $side }
clue-title-all = Clues on the other sides
clue-left = postures left: { $left } of { $all }
clue-head-issue = Issue
clue-head-clue = Clue (weight)
clue-head-asked = Asked
clue-head-offered = Offered, accepted
clue-none = No clue yet. p, Probe: { $price } capital or { $tokens ->
    [one] an action token
   *[other] { $tokens } action tokens
} in Talks; some levers and cards bring one as well.
clue-none-ever = No clue yet. Some levers and cards bring one (p).
clue-public = Clues are each side's own; its sheet opens with the digit of its seat.
clue-public-postures = What clues leave possible is shown on each side's own sheet.
clue-band = { $band } { $round ->
    [0] start
   *[other] R{ $round }
} { $sure ->
    [yes] sure
   *[no] unsure
}
clue-follows = ({ $bands })
clue-or = /
clue-asked = { $name } { $level ->
    [none] {""}
   *[other] { $level }{" "}
}R{ $round }
clue-offered = offered { $level } R{ $round }
clue-agreed = accepted { $level } R{ $round }
clue-postures-title = Postures
clue-postures = Postures of { $side } still possible: what { $issue } weighs
clue-weighs = { $issue }: { $weight }
clue-bounds = { $issue } weighs between { $least } and { $most } of 100.
clue-gone = Ruled out by certain clues: { $names }.
clue-bands = High: { $high } or more of 100; middle: { $middle } or more; low: less. In brackets: what sure clues leave possible.
clue-naming = Your side may name the posture at the end of round { $round }.
clue-named = Your side has named: { $posture }. { $right ->
    [yes] That was right.
   *[no] That was not it.
}
