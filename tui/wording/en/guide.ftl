# The guiding line: who has the word; what can be done; what follows if nothing is done.
guide-you = Your turn
guide-side = Turn of { $side }
guide-act-lever = a lever
guide-act-probe = a probe
guide-act-initiative = joint work
guide-act-agree = a word on what is proposed
guide-act-link = links
guide-act-pack = other acts
guide-act-consult = one consult
guide-over = The game is over: `debrief` looks back, `quit` leaves, and nothing changes any more.

guide-draw-own = { $who }: play one of { $cards ->
    [one] 1 card
   *[other] { $cards } cards
} in hand (`demands` lists them); until then the game waits, and no card is chosen for you.
guide-draw-other = { $side } chooses a demand; look around meanwhile, nothing of yours changes until it comes.
guide-lever-own = { $who }: one lever or none, then `done`; without a lever the step ends as it stands.
guide-lever-other = { $side } may play a lever; look around meanwhile, nothing is asked of you now.
guide-answer-own = { $who }: { $demands ->
    [0] no demand to answer
    [one] 1 demand to answer
   *[other] { $demands } demands to answer
}, { $points ->
    [0] no course points
    [one] 1 course point
   *[other] { $points } course points
}{ $acts ->
    [none] {""}
   *[other] , { $acts }
}; `done` sends all: an answer left out is sent as hold, points left over are lost.
guide-answer-other = { $side } answers; look around meanwhile, demands stay open until the answers are in.
guide-opening-own = { $who }, opening of the talks: { $acts ->
    [none] nothing is open here
   *[other] { $acts }
}; `done` passes the word, and what is left out waits for the next round.
guide-opening-other = { $side } has the word in the opening; look around meanwhile, your turn comes at `done`.
guide-offers-own = { $who }, offer { $next } of { $offers }: offer, accept, hold or break off; { $holds } holds in a row end the offers, and levels and demands then stay.
guide-offers-other = { $side } has the word, offer { $next } of { $offers }; look around meanwhile, { $holds } holds in a row end the offers.
guide-last-own = { $who }, all { $offers } offers are made: accept, hold or break off; without acceptance the offers end, and levels and demands stay.
guide-last-other = { $side } answers the last offer; look around meanwhile, without acceptance levels and demands stay.
guide-closing-own = { $who }, closing of the talks: { $moves ->
    [none] no executive move is open; `done` goes on, and levels stay as agreed.
   *[other] one executive move ({ $price } capital of { $capital }) or none, then `done`; without a move no level changes by it.
}
guide-closing-other = { $side } may make an executive move; look around meanwhile, nothing is asked of you now.
guide-home-own = { $who }, unseen by the other side: { $acts ->
    [none] {""}
   *[other] { $acts },{" "}
}groundwork ({ $capital } capital), then `submit` or `keep back`; kept back, the accord lapses and groundwork is not paid.
guide-home-other = { $side } prepares the vote unseen; look around meanwhile, the vote comes when every side has decided.
guide-name-own = { $who }: name the posture of the other side once (`guess NAME`), or `done`; a wrong name or none changes nothing.
guide-name-other = { $side } may name a posture; look around meanwhile, the next round begins then.
guide-choice-own = { $who }: { $label } asks for a choice; until it is made the game waits, and nothing is chosen for you.
guide-choice-other = { $side } decides on { $label }; look around meanwhile, the game goes on then.
guide-pick-own = { $who }: { $label } lets you postpone one open demand (`postpone NAME`), or `done`; without it every deadline stays.
guide-pick-other = { $side } may postpone a demand; look around meanwhile, without it every deadline stays.
guide-reframe-own = { $who }: { $offered } is offered in place of { $demand }; `take { $demand }` or `decline { $demand }`; until then the game waits.
guide-reframe-other = { $side } answers the reframe of { $demand }; look around meanwhile, until then { $demand } asks what it asked.
