# Why an act is refused: what is in the way, and what would work. Facts: sim/table/facts.py; ids come as names.
refused-frame = Not done. { $what }

refused-not-now = This has no place in the step { $step }. `help` lists what can be done now.
refused-not-your-turn = The word is with { $waited }.
refused-not-this-seat = Only { $head } does this for the side. Begin the line with `{ $head }`.
refused-not-open-yet = This act opens in a later round of this scenario, or not at all.
refused-choice-first = { $card ->
    [none] { $party } has to answer first.
   *[other] { $party } has to decide first: { $card }.
}
refused-game-over = The game is over. `debrief` looks back on it.
refused-no-capital = It costs { $price } capital and { $capital } is left.
refused-no-token = No action token is left in this round.
refused-not-in-hand = { $demand } is not among the cards drawn. `demands` lists them.
refused-no-gap = { $demand } asks for no more than is in force already. Play another card of the hand.
refused-not-your-lever = { $lever } belongs to the other side.
refused-lever-played = { $lever } has been played in this round. It may be played again in the next.
refused-lever-slot-used = The lever of this step has been played. The next chance is in the next step that has one.
refused-lever-barred = { $lever } is barred for now.
refused-needs-not-met = { $entry } needs something that does not hold yet. `why { $id }` shows what.
refused-wrong-pick = { $pick ->
    [demand] { $lever } is played on an open demand: write its name behind the lever.
    [group] { $lever } is played on a group: write its name behind the lever.
    [issue] { $lever } is played on an issue: write its name behind the lever.
   *[none] { $lever } is played on nothing: leave the last word out.
}
refused-no-such-demand = { $demand } is not open here. `demands` lists what is.
refused-already-answered = { $demand } has had its answer in this round.
refused-not-a-lower-level = A reframe offers less on { $issue } than the { $asked } asked for.
refused-no-such-issue = This issue does not fit here. A counter links another issue than the one asked about.
refused-nothing-to-decide = Nothing waits for this answer.
refused-too-many-points = { $limit } strategy points come each round, at most { $each } on one course; { $placed } are placed.
refused-no-points = Name at least one course with a point: `course NAME=1`.
refused-not-a-course = That course belongs to the other side.
refused-no-such-option = The card has no such option.
refused-probe-used = The probe of this round has been made.
refused-not-face-up = That initiative is not on the table. `demands` lists those that are.
refused-one-initiative = { $limit ->
    [one] One new initiative a round; it has been agreed.
   *[other] { $limit } new initiatives a round; they have been agreed.
}
refused-other-cannot-pay = Both sides pay for this, and the other side has too little capital.
refused-already-linked = { $first } and { $second } are linked already.
refused-not-linked = { $first } and { $second } are not linked.
refused-too-many-links = A side has at most { $limit } links. Unlink another pair first.
refused-already-proposed = This has been proposed and waits for the other side.
refused-no-such-proposal = Nothing of this kind waits for agreement.
refused-own-proposal = The own side has proposed this; the other side agrees or lets it pass.
refused-accord-stands = An accord stands in this round, and nothing else is offered after it.
refused-empty-package = Name at least one issue at another level than the one in force: `offer T1=1`.
refused-above-lock = { $issue } { $level } is above its lock { $cap }. Lower it, or leave the issue out.
refused-no-such-level = { $issue } has no level { $level }; its highest is { $top }.
refused-too-large = The package has { $steps } level steps and may have { $limit }. Take some out.
refused-link-broken = { $first } and { $second } are linked: name both or neither.
refused-package-barred = A card bars a package of this kind in this round.
refused-same-offer = This package is on the table already. Accept it, or change a level.
refused-not-bound = The offer does not bind this side, or binds nobody else.
refused-nothing-to-accept = No offer is on the table.
refused-own-offer = The own side has accepted this offer; the others answer it.
refused-move-used = One executive move a round; it has been made.
refused-not-yours-to-move = { $issue } is not moved by this side alone.
refused-one-level-only = An executive move is one level: { $issue } is at { $now }, not next to { $level }.
refused-needs-vote = { $issue } { $level } needs a vote at home, so it goes into a package.
refused-in-the-accord = { $issue } is part of the accord of this round.
refused-not-for-them = This move brings the other side nothing. An executive move serves the other side.
refused-not-against-them = This move costs the other side nothing, so it is no breach. `decide` may do it.
refused-no-accord = No accord stands, so nothing goes to a vote.
refused-already-consulted = { $limit ->
    [one] One group is consulted a round; that has been done.
   *[other] { $limit } groups are consulted a round; that has been done.
}
refused-not-your-group = { $group } belongs to the other side.
refused-group-limit = { $group } takes at most { $group_limit } points of groundwork; a step brings { $size }.
refused-side-limit = A side places at most { $side_limit } points of groundwork; a step brings { $size }.
refused-group-unmoved = { $group } cannot be moved by groundwork now.
refused-already-decided = The decision of this step has been made.
refused-not-your-naming = Naming the posture is not for this side.
refused-no-such-posture = The other side has no such posture.
refused-may-not-rise = { $issue } may not rise now.
refused-already-done = This part of the step is over.
refused-vote-barred = A card bars a vote in this round, so no package is offered.
refused-one-per-round = This is done once a round.
refused-must-choose = Play one of the cards in hand first. `demands` lists them.
refused-table-full = No room is left on the table for one more of these.
refused-no-offers-left = The { $limit } offers of this round have been made. Accept, hold or break off.
refused-issue-moved = { $issue } has been moved in this round.

refused-no-such-seat = No seat is called `{ $seat }`.
refused-no-such-seating = { $party ->
    [none] These seats cannot be shared out so.
   *[other] { $party } has 1 to { $most } seats, not { $seats }.
}
refused-no-such-act = The game knows no such act.
refused-no-such-line = The record has no line { $line }.
refused-not-your-act = Line { $line } is not an act of this side.
refused-acts-came-after = Other acts came after line { $line }, so it stands.
refused-chance-decided = A draw followed line { $line }, so it stands.
refused-others-saw-it = The other side has seen what line { $line } did, so it stands.
refused-it-revealed = Line { $line } showed something new, so it stands.
refused-not-the-facilitator = Only the facilitator does this.
refused-not-a-player = The table itself takes no part in the game.
refused-needs-a-reason = Write the reason at the end of the line.
refused-no-such-draw = No draw has this name or number.
refused-too-many-forced = No room is left for one more decided draw.
refused-no-such-number = No number is called `{ $name }`.{ $near ->
    [none] {""}
   *[other] {" "}Near it: { $near }
}
refused-not-yours-to-know = What `{ $what }` rests on is not known to this side before the end.
refused-game-not-over = This can be asked when the game is over.
