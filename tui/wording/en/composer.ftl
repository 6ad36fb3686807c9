composer-title = Package for { $side }, draft { $number }: { $steps }
composer-title-public = Package of { $side }: { $steps }
composer-steps = { $size ->
    [none] { $steps } level steps
   *[other] { $steps } of { $size } steps
}{ $over ->
    [over] , too many
   *[none] {""}
}
composer-link-count = , link { $letter } { $named } of 2
composer-legend = {" "}(* not as on table, < theirs)
composer-base-now = You against now
composer-base-table = You against the table
composer-base-sent = You against what you sent
composer-levels = Levels: (now) [draft] asked? x locked
composer-draft = Your draft
composer-you = You
composer-them = { $side } est.
composer-others = Others
composer-all = all sides
composer-review = Review, send
composer-change = Change
composer-effect = Effect
composer-public = Public table: nobody's own numbers stand here. In the package:
composer-total = Total
composer-on-table = On table
composer-no-accord = No accord
composer-pass = Would this draft pass?
composer-strip-signs = line | says yes, { $point } forecast, = band
composer-estimate = { $side } (est.)
composer-strips = { $side }: { $verdict }
composer-verdict = { $weight }, { $verdict }
composer-verdict-span = { $weight } ({ $low }-{ $high }), { $verdict }
composer-short = { $group } { $points } short
composer-way = At home { $short }: { $price } capital carries it; { $enough ->
    [yes] you have { $capital }.
   *[no] you have only { $capital }.
}
composer-way-short = Groundwork for { $price } capital carries it at home; { $enough ->
    [yes] you have { $capital }.
   *[no] you have only { $capital }.
}
composer-no-way = No groundwork within the rules carries it at home.
composer-sure = It passes at home whatever the moods are.
composer-likely = It likely passes at home; no groundwork makes it sure.
composer-make-sure = It likely passes at home; { $price } capital of { $capital } would make it sure.
composer-no-level = { $issue } has no further level in that direction.
composer-no-offer = No offer is on the table.
composer-no-undo = Nothing in this draft can be taken back.
composer-no-redo = Nothing in this draft can be brought back.
composer-no-base = So far there is only now to compare with: no offer stands and none was sent.
composer-no-link = No link can be proposed now.
composer-empty = The draft names nothing yet: choose an issue and press the right arrow.
composer-not-sent = Not sent. { $why } The draft is kept.
composer-read-first = Something waits to be read at the table first.
composer-link-second = { $issue } with which other issue? Move there and press k again; Esc stops.
composer-linked = Link proposed: a small letter until the other side agrees, then a capital.
composer-unlinked = End of the link proposed: the letter stays until the other side agrees.
composer-drafts = Your drafts
composer-drafts-full = There is room for five. Load one and change it.
composer-draft-steps = { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
composer-draft-empty = empty
composer-load = Load
composer-term-now = {""}, now { $level }
composer-suggested = { $seat } suggests { $package }
