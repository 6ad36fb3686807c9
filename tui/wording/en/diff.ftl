# What two rule sets say differently.
diff-help = Show what two scenarios, or two packs, say differently.
diff-help-names = two scenarios or two packs, by id, path or folder.
diff-help-texts = Show the texts that differ too, not only their number.
diff-several = { $name } holds several scenarios or packs. Name one of: { $known }
diff-packs-only = One of the two is a pack without a scenario, so only the packs are compared.
diff-head = { $count ->
    [one] 1 change in meaning
   *[other] { $count } changes in meaning
}
diff-same-meaning = No change in meaning.
diff-renames = { $count ->
    [one] 1 id has another name
   *[other] { $count } ids have another name
}
diff-texts = and { $count ->
    [one] 1 text
   *[other] { $count } texts
} (--texts shows them)
diff-texts-head = { $count ->
    [one] 1 text
   *[other] { $count } texts
}
diff-changed = { $path }: { $old } -> { $new }
diff-added = { $path }: new, { $new }
diff-removed = { $path }: gone, was { $old }
diff-renamed = { $path }: { $old } -> { $new }
diff-moved = { $path }: another order, moved: { $ids }
diff-place = { $place }, { $origin }
diff-place-scenario = { $place }, { $origin }, in the scenario
diff-effects = What it does at the opening:
diff-effects-none = no effect: packages, agreement zone, frontier, Nash package and what homes ratify stay the same
diff-effects-postures = { $postures }
diff-effects-same = the same: { $what }
diff-effects-unknown = none
diff-effect-packages = packages that may be proposed: { $old } -> { $new }
diff-effect-zone = packages that leave no side worse off (agreement zone): { $old } -> { $new }
diff-effect-frontier = packages on the Pareto frontier: { $old } -> { $new }
diff-effect-nash = Nash package: { $old } -> { $new }
diff-effect-best = best package that both homes ratify: { $old } -> { $new }
diff-measure-packages = packages
diff-measure-zone = agreement zone
diff-measure-frontier = frontier
diff-measure-nash = Nash package
diff-measure-best = best ratified package
diff-effect-homes = packages that every home ratifies: { $old } -> { $new }
diff-measure-homes = what homes ratify
