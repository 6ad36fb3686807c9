# The views of the debrief on the screen.
views-list = Views
views-name-outcome = Outcome
views-name-offers = Offers by round
views-name-frontier = Frontier
views-name-votes = Votes at home
views-name-concessions = Concessions
views-name-meters = Meters by round
views-name-links = Links used
views-name-left = Left over
views-name-process = How we worked
views-name-hidden = What was hidden

views-head-title = Debrief
views-head-key = key { $seed }
views-head-rules = rules { $rules }
views-head-all = ALL
views-head-bots = ALL, bots: { $bots }
views-reckoned = The debrief is being reckoned. Esc goes back; it will be here when you return.
views-not-over = The debrief opens when the game is over: it tells what is hidden until then.
views-table-only = With more than two sides there is no drawing; the table below says all of it.

views-head-start = Start
views-head-asked = Asked
views-head-agreed = Agreed
views-head-real = In fact
views-head-to-real = { $side }/f.
views-head-round = R
views-head-by = By
views-head-package = Package
views-head-short = Short
views-head-moved = Moved
views-head-changed = This swap
views-head-swaps = Swaps
views-head-home = { $side } home
views-head-homes = Home
views-head-link = Link
views-head-link-made = Agreed
views-head-link-ended = Ended
views-head-link-offers = Offers
views-head-step = Step
views-head-acts = Acts
views-head-line = Line and reason
views-head-meter = Number
views-head-weight = Wt
views-head-support = Supp
views-head-mood = Mood
views-head-shift = Shift
views-head-groundwork = Ground
views-head-bonus = Bonus
views-head-vote = Value

views-from-to = { $issue } { $before } > { $after }
views-nothing-moved = Nothing moved.
views-no-moves = No level entered into force.
views-no-links = No link was agreed.
views-held = held

views-outcome-chart-start = What the end brought against the status quo
views-outcome-chart-real = What the end brought against what really happened
views-outcome-start = Issues; values against the status quo
views-outcome-real = Issues; values against what really happened
views-outcome-both = Issues; values against the status quo, then against what happened in fact (f.)
views-bar-scale = One sign is { $points } points.
views-level-worth = { $when }: { $level } ({ $at })
views-asked-most = Asked at most: { $level }
views-why-real = In reality: { $why }

views-offers-chart = Offers: what each would have brought
views-offers-key = Letters: value for { $marks }; * where they meet.
views-offers-table = Offers; what each fell short of the frontier by
views-offer-by = R{ $round } { $side }
views-offer-head = Offer of { $side } in round { $round }, line { $line }:
views-offer-worth = Value, and gain against the status quo: { $at }
views-offer-short = Short of the frontier by { $short }: what both sides together could have had beside it.
views-offer-fate = What became of it: { $fate }

views-frontier-chart = Value for { $across } (across), { $up } (up)
views-frontier-chart-many = Frontier
views-frontier-table = Places and offers, the same as text
views-frontier-count = { $count } outcomes on the frontier: none can be bettered for all at once.
views-mark-dot = { $mark } frontier
views-mark-offer = { $mark } offer of { $side }
views-axes = Across: { $across }. Up: { $up }.
views-against-start = Against the status quo:

views-votes-chart = Votes; the bar stands at { $line }
views-votes-table = Votes; the parts add up to the value
views-vote-of = { $group }, round { $round }: { $package }
views-vote-sum = Together { $value }; yes from { $line } on ({ $margin }): { $says }.

views-concessions-chart = What each round's changes brought
views-concessions-table = Levels that entered into force
views-by-package = package
views-line-of = Round { $round }, line { $line }
views-brought = It brought: { $gains }
views-moved-package = Part of a ratified package.
views-moved-decide = { $side } decided it alone.
views-moved-reopen = { $side } reopened it.

views-meters-chart = Meters from their lowest to their highest value
views-meters-key = o the start, digits the end of that round
views-meters-table = Numbers at the end of each round (0: start)
views-change = R{ $round } { $before } > { $after }  { $amount }  { $cause }

views-links-table = Links: two issues in a package together or not at all

views-left-chart = The way to what was possible
views-left-key = E the end, digits so many swaps, { $mark } frontier
views-left-table = Packages no worse for anyone, swap by swap
views-left-note = The last columns say whether the body at home would have passed it as the game ended.
views-home-yes = passes
views-home-no = fails
views-home-count = { $passing } of { $bodies }
views-home-open = open
views-left-after = After { $swaps ->
    [one] one swap
   *[other] { $swaps } swaps
}, against the end:
views-left-brings = More than was reached: { $gains }
views-left-groundwork = Groundwork for { $price } capital would have carried it.
views-left-groundwork-none = No groundwork within reach would have carried it.

views-process-chart = Acts by step and side
views-process-table = Acts, and why the bots moved
views-reasons = Why the bots moved
views-line-in = Line { $line }, round { $round }, { $step }

views-hidden-table = What was hidden, and what really happened
views-key-close = Close
views-key-next = Open
views-behind-title = Behind this row
