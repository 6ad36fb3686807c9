now-title = Now: { $step }
now-thinking = { $seat } is thinking; look around meanwhile, every key works.
now-over = The game is over: Enter shows the result, and nothing changes any more.
now-watch = { $side } is next; Enter lets it act, a lets the bots go on by themselves.
now-read-news = Read what has happened; nothing to decide, and the game waits until you go on.
now-read-demand = A demand has come: read it, then go on; nothing is answered for you.
now-read-vote = The votes are counted: Enter shows them group by group, and nothing can be changed now.
now-read-report = The round is over: Enter shows what moved and why, then the next round begins.
now-read-end = The last round is over: Enter shows the statement and the result, and nothing changes any more.
now-draw-own = { $who }: play one of { $cards } cards from your hand (Enter opens them); until then the game waits, and no card is chosen for you.
now-draw-other = { $side } chooses a demand; draft or look around meanwhile, nothing of yours changes until it comes.
now-lever-own = { $who }: one lever or none (Enter opens them), then F9; without a lever the step ends as it stands.
now-lever-other = { $side } may play a lever; look around meanwhile, nothing is asked of you now.
now-answer-own = { $who }: { $demands } to answer, { $points } course points (Enter opens the sheet), F9 there sends all; an answer left out is sent as hold.
now-answer-other = { $side } answers; draft or look around meanwhile, demands stay open until the answers are in.
now-opening-own = { $who }, opening of the talks: { $acts ->
    [none] nothing is open here
   *[other] { $acts }
} (p), then F9 passes the word; what is left out waits for the next round.
now-opening-other = { $side } has the word in the opening; draft or look around meanwhile, your turn comes next.
now-offers-own = { $who }, offer { $next } of { $offers }: offer, accept, hold or break off; { $holds } holds in a row end the offers, and levels and demands then stay.
now-offers-other = { $side } has the word, offer { $next } of { $offers }; draft or look around meanwhile, { $holds } holds in a row end the offers.
now-last-own = { $who }, all { $offers } offers are made: accept, hold or break off; without acceptance the offers end, and levels and demands stay.
now-last-other = { $side } answers the last offer; look around meanwhile, without acceptance levels and demands stay.
now-closing-own = { $who }, closing of the talks: { $moves ->
    [none] no executive move is open; F9 goes on, and levels stay as agreed.
   *[other] one executive move (p; { $price } capital of { $capital }) or none, then F9; without a move no level changes by it.
}
now-closing-other = { $side } may make an executive move; look around meanwhile, nothing is asked of you now.
now-home-own = { $who }, unseen by the other side: groundwork with { $capital } capital (Enter opens the sheet), then submit or keep back; kept back, the accord lapses.
now-home-other = { $side } prepares the vote unseen; look around meanwhile, the vote comes when every side has decided.
now-name-own = { $who }: name the posture of the other side once (p), or F9; a wrong name or none changes nothing.
now-name-other = { $side } may name a posture; look around meanwhile, the next round begins then.
now-choice-own = { $who }: { $label } asks for a choice (Enter or p opens it); until it is made the game waits, and nothing is chosen for you.
now-choice-other = { $side } decides on { $label }; look around meanwhile, the game goes on then.
now-pick-own = { $who }: { $label } lets you postpone one open demand (Enter or p opens it), or F9; without it every deadline stays.
now-pick-other = { $side } may postpone a demand; look around meanwhile, without it every deadline stays.
now-reframe-own = { $who }: { $offered } is offered in place of { $demand }; take it or decline it (Enter or p); until then the game waits.
now-reframe-other = { $side } answers the reframe of { $demand }; look around meanwhile, until then { $demand } asks what it asked.
now-more = ... l shows all of it
