# Why a bot moved as it did; told after the game only. Facts: sim/bots/reasons.py, with names in place of indexes.
bot-nothing-to-do = nothing was left to do in this part
bot-plan-refused = what it had planned was not allowed at that moment ({ $kind }: { $refusal })
bot-drawn-by-chance = this style draws by chance among what is allowed
bot-no-new-commitment = this style takes on nothing new
bot-smallest-ask = { $demand } asks least
bot-free-option = the option that costs nothing
bot-best-option = the option that looked best, at a price of { $price }
bot-heaviest-ask = { $demand } asks for what weighs most on its side
bot-means-to-meet-it = { $issue } at { $level } is within what it was ready to agree
bot-offers-less = { $issue } at { $level } was as far as it would go
bot-asks-in-return = for { $issue } it wanted { $linked } in return
bot-holds-out = it saw nothing to give on { $issue }
bot-less-is-welcome = { $issue } at { $level } still brought something
bot-less-is-nothing = less on { $issue } brought too little
bot-balances-courses = { $course } was the course furthest behind
bot-lever-pays = { $lever } looked worth { $worth } for a price of { $price }
bot-wants-to-know = one more clue about the other side was worth it
bot-joint-work-pays = { $initiative } brings more than its price of { $own_price }
bot-link-does-no-harm = tying { $issue } to { $linked } did no harm
bot-calm-pays = calm was worth its price of { $price }
bot-most-for-all = of the packages it expected to pass at home this one brought most together: own { $own_gain }, other side by its estimate { $their_gain }, groundwork { $cost }
bot-more-for-them = it gave more to find agreement: own { $own_gain }, other side by its estimate { $their_gain }, groundwork { $cost }
bot-good-for-all = the package was good for both by its estimate: own { $own_gain }, other side { $their_gain }, groundwork { $cost }
bot-last-chance = it was the last chance of the round: own { $own_gain }, other side by its estimate { $their_gain }, groundwork { $cost }
bot-nothing-passes = it found no package that both homes would carry and that was worth offering
bot-too-little = the package brought too little: own { $own_gain }, other side by its estimate { $their_gain }
bot-reaches-target = the package reached its aim of { $target } with { $own_gain }
bot-above-target = the offer brought { $own_gain }, above its aim of { $target }
bot-below-target = the offer brought { $own_gain }, below its aim of { $target }
bot-move-helps = moving { $issue } to { $level } alone was worth { $price } capital
bot-mood-matters = the vote hung on the mood of { $group }
bot-makes-majority = { $group } with { $steps ->
    [one] 1 step
   *[other] { $steps } steps
} made the majority likely
bot-expects-yes = it expected its home to approve, for { $cost } capital of groundwork
bot-expects-no = it expected its home to refuse
bot-more-time = { $issue } needed more time
bot-reads-posture = clues and demands pointed to { $posture }
bot-lesson = it said what the first game has written for this side
bot-stands-firm = this reaches the high target it holds to the end: own { $own_gain } of { $target } asked
bot-answers-a-step = the other side had given, so it gave as much: own { $own_gain } of { $target } asked
bot-waits-for-a-step = it waits for a step of the other side: own { $own_gain } of { $target } asked
