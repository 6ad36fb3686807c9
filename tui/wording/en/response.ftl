# Response, the sheet of step 3: answers, points and a lever, sent together.
response-demands = Demands to answer: { $count }
response-demands-none = Demands
response-no-demand = No demand is open. What one asks, and until when, will stand here.
response-asks = Asks
response-now = Now
response-due = Due
response-unmet = If unmet
response-answer = Answer
response-round = R{ $round }
response-others = for another seat
response-short-0 = left out
response-short-1 = accept
response-short-2 = counter { $what }
response-short-3 = hold
response-short-4 = reframe { $what }
response-answers = Answers to { $name }
response-answers-none = Answers
response-how-1 = accept in principle
response-how-2 = counter
response-how-3 = hold
response-how-4 = reframe
response-does-1 = { $effects }; unmet in R{ $round }: counts { $times } times
response-does-2 = { $effects ->
    [none] no change; names one issue to link
   *[other] { $effects }; names a link
}
response-does-3 = { $effects }
response-does-4 = told at once; if declined: { $effects }
response-if-unmet = If unmet in R{ $round }: { $effects }
response-courses = Courses: { $points ->
    [one] 1 point
   *[other] { $points } points
} to place
response-left = left { $left }
response-course = now { $value }; a point: { $effects }
response-lever-title = Lever (one, or none)
response-lever-none = none
response-lever-on = on
response-lever-nobody = No lever can be played from this seat.
response-lever-about = { $price } capital{ $credibility ->
    [none] {""}
   *[other] , cred. { $credibility }
}: { $effects }
response-guide = { $who }: { $demands ->
    [0] no demand to answer
    [one] 1 demand to answer
   *[other] { $demands } demands to answer
}{ $points ->
    [0] {""}
    [one] , 1 course point
   *[other] , { $points } course points
}; F9 sends all{ $out ->
    [0] {""}
   *[other] , an answer left out is sent as hold
}{ $points ->
    [0] {""}
   *[other] , points left over are lost
}. Left after this: { $capital } capital.
response-guide-seat = { $who }: you may answer what belongs to your track; F9 sends it, and { $head } ends the step. What you leave out stays open.
response-values = Value
response-send = Send all
response-nothing = Nothing is chosen, so nothing was sent.
response-wait = The other side answers first; what is chosen here stays.
