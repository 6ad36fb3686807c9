composer-title = Package, draft { $number }: { $steps } of { $size } steps
composer-base-now = You against now
composer-base-table = You against the table
composer-base-sent = You against what you sent
composer-levels = Levels: (now) [draft] asked? x locked
composer-draft = Your draft
composer-you = You
composer-them = { $side } est.
composer-others = Others
composer-effect = Effect
composer-public = Public table: nobody's own numbers stand here.
composer-total = Total
composer-on-table = On table
composer-home = At home { $weight }: { $verdict }{ $way ->
    [none] .
   *[other] . { $way }
}
composer-way = Groundwork that carries it: { $steps } steps, { $price } capital of { $capital }.
composer-way-none = No groundwork you can pay for carries it.
composer-no-level = There is no further level of { $issue } in that direction.
composer-empty = The draft names nothing yet: choose an issue and press the right arrow.
composer-not-sent = Not sent. { $why } The draft is kept.
composer-link-second = { $issue } with which other issue? Move there and press k again; Esc stops.
composer-linked = Proposed; it holds once the other side agrees.
composer-drafts = Your drafts
