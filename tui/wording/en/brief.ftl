# The briefing in six chapters.
brief-note = chapter { $at } of { $count }
brief-close = Close
brief-tab-1 = Story
brief-tab-2 = Your side
brief-tab-3 = At home
brief-tab-4 = Asked
brief-tab-5 = A round
brief-tab-6 = Words
brief-chapter-1 = The story
brief-chapter-2 = What your side wants
brief-chapter-3 = Who must agree
brief-chapter-4 = What is asked and told
brief-chapter-5 = A round
brief-chapter-6 = Words
brief-seats = At the table: { $seats }. { $rounds ->
    [one] One round is
   *[other] { $rounds } rounds are
} played.
brief-posture = { $side }: { $label }{ $origin ->
    [none] {""}
   *[other] {" "}({ $origin })
}
brief-head-issue = Issue
brief-head-weight = Weight
brief-head-now = In force
brief-head-best = Best for you
brief-worth = The levels in force are worth { $value } of 100 to you. Every level counts weight times payoff; without an accord nothing changes: 0.
brief-others = How { $side } weighs the issues is secret: { $count ->
    [one] only one posture is still possible
   *[other] { $count } postures are still possible
}, and { $clues ->
    [0] there is no clue yet
    [one] one clue is known
   *[other] { $clues } clues are known
}.
brief-bodies = Whatever is agreed goes to a vote at home on every side. A group says yes from { $line } on; the weights of those that do add up.
brief-approves = { $side } approves with { $what }.
brief-and = {"; "}
brief-or = {" "}or{" "}
brief-weight = a yes weight of { $amount } or more
brief-group = yes from { $group }
brief-number = { $name } { $amount } or more
brief-any = either { $what }
brief-not = "{ $what }" does not hold
brief-weighs = weight { $weight }
brief-support = support { $support }
brief-sounds = sounds { $word }
brief-mood = Each group has a hidden mood of up to { $band } points either way; a consult shows it.
brief-asked = On the table, in hand and running
brief-told = What you know of the other side
brief-rounds = Round { $round } of { $rounds }. Each round has six steps.
brief-step-news = An event card is turned up, meters drift, and each side receives capital.
brief-step-demand = The asking side puts a demand on the table; by chance a second one follows.
brief-step-response = The asked side answers each demand: accept, counter, hold or reframe. Courses and a lever go with it.
brief-step-talks = Levers and probes first, then offers in turn, at most { $offers }. A package is accepted or answered as a whole.
brief-step-home = Unseen by the other side: groundwork, then the accord is submitted or kept back.
brief-step-resolve = The groups vote. What passes is in force, the meters move, and what is due is judged.
