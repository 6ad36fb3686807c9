# The demand draw, for the side that demands.
draw-title = Your draw: play one of { $count ->
    [one] 1 card
   *[other] { $count } cards
}
draw-title-second = A second demand: play one of { $count ->
    [one] 1 card
   *[other] { $count } cards
}
draw-title-played = Played in this round
draw-card = Card
draw-asks = Asks
draw-now = Now
draw-due = Due
draw-unmet = If unmet by then
draw-round = R{ $round }
draw-others = Cards that are not played go under the pile; the other side sees them only in the debrief.
draw-worth = { $name } for your side
draw-worth-none = The card for your side
draw-worth-level = { $before } to { $after } is worth { $gain } to you (weight { $weight }). When met: { $effects }.
draw-worth-state = It asks for a state, not a level. When met: { $effects }.
draw-if-unmet = If unmet in R{ $round }: { $effects }.
draw-no-gap = What this card asks for holds already, so it cannot be played. Choose another card.
draw-chance = A second demand in this round: { $chance } in 100{ $parts ->
    [none] {""}
   *[other] {" "}= { $parts }
}.
draw-chance-part = { $amount } ({ $name })
draw-lever-later = One lever, or none, once the demand is on the table.
draw-lever-closed = No lever is open in this round.
draw-guide = { $who }: play one of { $cards ->
    [one] 1 card
   *[other] { $cards } cards
}; until you do the game waits, and no card is chosen for you.
draw-guide-lever = { $who }: one lever or none, then F9; without a lever the step ends as it stands. Left after this: { $capital } capital.
draw-guide-seat = { $head } plays the card and the lever for your side; until then the game waits. You may look around.
draw-play = Play { $name }
draw-send = Send
