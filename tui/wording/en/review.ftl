review-title-offer = Offer this package?
review-title-suggest = Suggest this package to your side?
review-title-keep = Keep this package for Talks?
review-link = Link { $letter }: { $first } with { $second }, both inside.
review-rest = { $count ->
    [one] The other issue stays as it is.
   *[other] The other { $count } issues stay as they are.
}
review-worth = For you:
review-you = this package
review-table = on the table
review-none = no accord
review-home = At home: { $verdict }.
review-vote = One package, one vote. { $size ->
    [none] { $steps } level steps used.
   *[other] { $steps } of { $size } level steps used.
}
review-later = Nothing is sent now. { $why }
review-offer = Offer
review-suggest = Suggest
review-keep = Keep for Talks
review-edit = Keep editing
