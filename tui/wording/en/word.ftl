# Single words and names.
word-side = { $name }
word-bot = { $name } (bot)
word-table = the table
word-seat = { $side }, { $seat }
word-of-side = { $name } ({ $side })
word-nothing = nothing
word-nobody = nobody
word-none = none
word-yes = yes
word-no = no
word-lean-yes = leans yes
word-lean-no = leans no

word-step-news = News
word-step-demand = Demand
word-step-response = Response
word-step-talks = Talks
word-step-home = Home
word-step-resolve = Resolve
word-step-end = End

word-band-high = high
word-band-middle = middle
word-band-low = low

word-origin-source = source
word-origin-assumption = assumption
word-origin-house = house rule

word-cause-drift = Drift
word-cause-play = Acts
word-cause-income = Income
word-cause-answer = Answer
word-cause-vote = The vote
word-cause-met = Demand met
word-cause-unmet = Demand not met
word-cause-score = Scoring

word-number-capital = Capital of { $name }
word-number-tokens = Tokens of { $name }
word-number-utility = Value for { $name }
word-number-final-utility = Final value for { $name }
word-number-gains = Joint work of { $name }
word-number-side = Side score of { $name }
word-number-failed = Lost votes of { $name }
word-number-yes-weight = Yes weight of { $name }
word-number-named-right = Posture named by { $name }
word-number-credibility = Credibility of { $name }
word-number-now-sum = Joint value at the end
word-number-start-sum = Joint value at the start
word-number-best-sum = Largest joint value within the locks
word-number-efficiency = Efficiency
word-number-alliance = Alliance index
word-number-joint = Joint score
word-number-ratified = Ratified packages
word-number-round = Round
word-number-agenda = Agenda points of seat { $name }
word-number-seat = Score of seat { $name }
word-number-seat-tokens = Tokens of seat { $name }

word-answer-0 = no answer yet
word-answer-1 = accepted in principle
word-answer-2 = countered
word-answer-3 = held
word-answer-4 = reframed

word-effect-add = { $name } { $amount }
word-effect-softened = { $name } { $amount } ({ $asked } asked)
word-effect-set = { $name } to { $amount }
word-effect-unknown = { $name } moves
word-effect-group = the group named { $amount }
word-effect-posture = priorities may turn
word-effect-demand = a demand
word-effect-withdraw = the second demand of the round leaves
word-effect-deadline = a deadline moves
word-effect-reveal = a card of joint work is turned up
word-effect-card = a news card is called in
word-effect-clue = a clue
word-effect-grant = one free use
word-effect-block = something is barred
word-effect-price = a price changes
word-effect-vote = support that counts in the vote
word-effect-choice = a choice
word-effect-lever = another lever works
word-effect-initiative = joint work changes
word-effect-other = more
word-effect-when = { $effect } if { $when }
word-effect-later = { $effect }, { $rounds ->
    [one] a round later
   *[other] { $rounds } rounds later
}
word-effect-chance = { $effect } with a chance of { $chance } in 100
word-effect-in-step = { $effect }, in { $step }
word-effect-none = no change of a number

word-style-random-legal = any legal act
word-style-conceder = conceder
word-style-tradeoff = trade-off seeker
word-style-caretaker = caretaker
word-style-hardliner = hardliner
word-style-tit-for-tat = tit for tat
