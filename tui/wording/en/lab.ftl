# The balance lab: what many games between bots show.
lab-title = Balance lab
lab-facts = seed { $seed }  rules { $rules }
lab-games = { $games ->
    [one] 1 game
   *[other] { $games } games
}
lab-games-more = { $games } games and counting
lab-games-of = { $games } of { $wanted } games
lab-games-stopped = stopped after { $games } of { $wanted } games
lab-mix = { $styles } styles, { $pairs } pairs
lab-mix-one = bots: { $style }
lab-mix-names = Bots: { $names }
lab-compiled = v{ $version } compiled
lab-interpreted = v{ $version } interpreted
lab-not-people = bots under assumptions, not people
lab-slow-no-extra = Interpreted, so fewer games a second: the compiler is not installed (pip install "nemawashi[lab]").
lab-slow-no-folder = Interpreted, so fewer games a second: the folder for machine code cannot be written ({ $detail }).
lab-slow-not-compiled = Interpreted, so fewer games a second, as asked (--no-compile).
lab-slow-failed = Interpreted, so fewer games a second: making machine code failed ({ $detail }).
lab-slow-beginning = Interpreted meanwhile: machine code is being made, once for this version of the program.
lab-slow-compiling = Interpreted meanwhile: machine code is being made, { $done } of { $of } parts; then it goes on compiled.
lab-slow-cut-short = Making machine code takes longer than this run did. To finish it once, leave the screen of the lab open, or run with --more.
lab-broken = The figures are of the last good version. First problem now: { $problem }
lab-unchanged = Saved: no change in meaning, so the figures stay.
lab-changed = Saved: rules were { $before }; { $changed } of { $of } games end differently.
lab-loading = Reading the rules ...
lab-no-games-yet = No games yet.
lab-legend = { $bar } up to the lower end of the 95 percent interval, { $band } up to its upper end; on a strip 0 to { $top }: { $point } mean, { $band } middle half of the games.

lab-share = { $share } % ± { $half }
lab-percent = { $share } %
lab-at-most = at most { $share } %
lab-at-least = at least { $share } %
lab-count = { $count } of { $of }
lab-mean = { $mean } ± { $half }
lab-about = about { $value }
lab-quartiles = quartiles { $low }, { $middle }, { $high }
lab-listed = { $first }, { $rest }
lab-joined = { $first } { $rest }
lab-was = was { $before }
lab-same = same in all
lab-level = level
lab-never = never
lab-round = round { $round }

lab-page-overview = Overview
lab-page-endings = Endings, scores
lab-page-levels = Levels
lab-page-cards = Cards
lab-page-bots = Bots
lab-page-findings = Findings

lab-from-games = From { $games } games
lab-exact = Exact, before anybody plays
lab-exact-postures = { $count ->
    [one] one combination of postures
   *[other] over { $count } combinations of postures
}
lab-exact-coming = being reckoned ...
lab-exact-packages = Packages
lab-exact-zone = In the zone
lab-exact-homes = Every home ratifies
lab-exact-frontier = On the frontier
lab-exact-nash = Nash package
lab-exact-fair = Kalai-Smorodinsky
lab-no-zone = no package is better for all
lab-with-postures = with { $postures }

lab-measure-agreement = Games with an accord
lab-measure-ratification = Ratified a package
lab-measure-votes = Votes that failed
lab-measure-efficiency = Joint efficiency
lab-measure-room = Room left, points
lab-measure-joint = Joint score
lab-measure-alliance = Alliance score
lab-measure-ahead = Ahead
lab-measure-accords = Accords a game
lab-measure-packages = Ratified a game
lab-measure-initiatives = Joint work a game
lab-measure-side = Side score { $side }
lab-measure-utility = Value for { $side }
lab-measure-failed = Lost votes { $side }

lab-head-endings = Endings
lab-head-scores = Scores
lab-axis = strips 0 to { $top }: middle half of the games, and the mean
lab-head-efficiency = Joint efficiency, share of games
lab-head-first = Round of the first ratified package, share of games
lab-head-counts = How often a game
lab-head-levels = Level of each issue at the end
lab-levels-note = One bar an issue, as wide as all games: { $dot } stayed at the level of the start, a digit is the number of the level.
lab-start-level = { $level } (start)
lab-head-event = Events that came
lab-head-lever = Levers that were used
lab-head-initiative = Joint work that was completed
lab-seen = { $seen } of { $of } seen
lab-bots-note = Rows: the style of { $side }. Columns: the style of { $other }. Mean of the games of that pair.
lab-head-joint = Joint score
lab-head-own = Side score of { $side }
lab-head-findings = Findings, worst first
lab-findings-coming = Findings come when the games are over.
lab-findings-none = Nothing stands out in these games.
lab-finding-nw701 = { $names } is ahead in most deals.
lab-finding-nw702 = { $names } was never settled.
lab-finding-nw703 = The event { $names } never came.
lab-finding-nw704 = Many games end without any ratified package.
lab-finding-nw705 = Many games ratify a package in the first round already.
lab-finding-nw706 = The lever { $names } was never used.
lab-finding-always = The lever { $names } was used in every game.
lab-finding-nw707 = Many votes fail.
lab-finding-nw708 = The style "{ $names }" is ahead of each other one in most games.
lab-finding-perhaps = Perhaps: { $text }
lab-finding-share = { $share }; worth saying above { $limit } %.
lab-finding-more = Not clear yet: about { $games } more games may decide.
lab-finding-unsure = Not clear: it lies at the limit itself.
lab-which-rest = and { $count } more
lab-quiet = Not seen in these games, which are too few to call it never: { $what }. About { $games } more games would do.
lab-quiet-nw702 = { $count ->
    [one] 1 level
   *[other] { $count } levels
}
lab-quiet-nw703 = { $count ->
    [one] 1 event
   *[other] { $count } events
}
lab-quiet-nw706 = { $count ->
    [one] 1 lever (never or always)
   *[other] { $count } levers (never or always)
}

lab-about-title = What it means
lab-about-agreement = Games in which both sides accepted at least one package, whatever the votes at home said afterwards.
lab-about-ratification = Games in which at least one package passed at every home and entered into force.
lab-about-failed = Of all votes at home on an accord, those that did not ratify it; below a page, lost votes of one side a game.
lab-about-efficiency = What both reached together, as a share of the best they could have reached: 100 is on the frontier, 0 is no deal.
lab-about-room = Points that the best package of the end would still have brought both sides together. Little room: little was left on the table.
lab-about-joint = The score both sides share at the end.
lab-about-alliance = The score of the alliance at the end: meters, not payoffs.
lab-about-ahead = Games in which one side alone had the higher side score. Even styles on both sides play equally often, so a lead comes from the rules.
lab-about-side = The score of one side at the end. The two strips stand on one axis, so they can be held against each other.
lab-about-utility = What the levels in force at the end are worth to one side, 0 to 100.
lab-about-ending = The ending that the game told. Enter lists the games.
lab-about-level = The level at which the issue ended.
lab-about-event = Games in which the event came. "At most" means: not once in these games, so it is rarer than that; never that it is impossible.
lab-about-lever = Games in which the lever was used at least once.
lab-about-initiative = Games in which the joint work was completed.
lab-about-accords = Packages accepted by both sides, a game.
lab-about-packages = Packages that entered into force, a game.
lab-about-initiatives = Joint work completed, a game.
lab-about-exact-packages = Outcomes that the levels of all issues allow at the opening.
lab-about-exact-zone = Of them, those that leave no side worse off than no deal. Few make a narrow game, nearly all an easy one.
lab-about-exact-homes = Of the packages that may be proposed in round 1, those that every home would ratify, without groundwork.
lab-about-exact-frontier = Packages that cannot be made better for one side without making them worse for the other.
lab-about-exact-nash = The package with the largest product of both gains: one answer of theory to what is fair.
lab-about-exact-fair = The package that gives the worst-off side the largest part of what it could hope for: another answer.
lab-about-finding = A finding is clear only when its whole interval lies beyond its limit. Games are never stopped because a result looks good.
lab-sure-share = { $count } of { $of } games; 95 percent interval { $low } to { $high } %.
lab-sure-mean = 95 percent interval of the mean { $low } to { $high }; { $rest }.
lab-verdict-up = Up since the last save by { $low } to { $high }; { $changed } of { $of } games differ.
lab-verdict-down = Down since the last save: { $low } to { $high }; { $changed } of { $of } games differ.
lab-verdict-no-clear-change = No clear change since the last save: { $low } to { $high }; { $changed } of { $of } games differ.
lab-verdict-same-in-every-game = The same in every game as before the last save.

lab-which = { $label }: { $count } of { $games } games
lab-which-game = { $index } { $value }  seed { $seed }  { $bots }
lab-which-more = and { $count } more; --json lists them all
lab-which-none = No game of this run shows it.
lab-which-replay = One of them as a record: nemawashi lab { $scenario } --seed { $seed } --replay { $index }
lab-which-not = No games stand behind this figure.
lab-replay-written = Game { $index } is kept in { $record }. Go through it: nemawashi replay { $record }; look back on it: nemawashi debrief { $record }
lab-csv-written = { $games } games written to { $file }

lab-no-such-bot = There is no bot style `{ $name }`. { $near }
lab-did-you-mean = Did you mean `{ $near }`?
lab-styles-known = Styles: { $known }
lab-no-such-measure = Nothing is measured under `{ $name }`. { $near }
lab-measures-known = Write for example { $known }
lab-no-seconds = The seconds must be more than 0.
lab-no-index = Games are numbered from 0.
lab-games-or-time = Write --games or --seconds, not both.
lab-one-output = Only one of --json, --csv - and a list can go to standard output.
