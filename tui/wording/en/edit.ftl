# Programs that write rule files: rules set, rules new, rules fmt.
edit-set-help = Change single values in a rule file of your own.
edit-set-help-values = the way to a value and what it shall be, e.g. issues.D1.start=plan
edit-set-help-into = The file: an overlay, which is begun if there is none, or a scenario or a file of a pack of your own.
edit-set-help-extends = What a new overlay extends; default: the first game.
edit-set-help-from = Note in an overlay what the value takes the place of, so that it is refused once the base says something else.
edit-fmt-help = Write rule files in one layout; what they mean stays the same.
edit-fmt-help-files = rule files of your own; the program's own with --check or --diff.
edit-fmt-help-check = Name the files that would change and write nothing; exit code 1 if there are any.
edit-fmt-help-diff = Show what would change and write nothing.
edit-new-help = Begin rules of your own: an overlay full of examples, in a folder of its own.
edit-new-help-folder = where to; default: a folder called like the new scenario.
edit-new-help-from = The scenario to start from.
edit-new-help-id = What the new scenario is called in files and commands.
edit-new-help-title = What players see as its name.
edit-new-help-rounds = How many rounds.

# What stands in a new overlay as comments.
edit-head-what = Changes to { $base }. Only what differs stands here; everything else comes from there.
edit-head-check = After an edit: nemawashi check with the name of this file.
edit-head-digest = of { $base } when this was written; check says so when it has changed
edit-head-set = set: single values, the way to each on the left, as nemawashi why shows it.

# rules set
edit-no-value = `{ $word }` is no PATH=VALUE. Write e.g. issues.D1.start=plan, in quotes where the value has spaces.
edit-no-place = `{ $path }` leads nowhere. { $hint }
edit-several-places = `{ $path }` leads to several places. { $hint }
edit-not-one-value = `{ $path }` holds several values. Name one of them, e.g. { $example }, or edit the file by hand.
edit-elsewhere = `{ $path }` stands in { $place }, not in { $file }. Name that file if it is yours, or an overlay.
edit-by-hand = `{ $path }` cannot be changed here without touching something else ({ $place }). Edit the file by hand.
edit-from-needs-overlay = --from is for overlays, and { $file } is none.
edit-extends-already = { $file } exists, so what it extends is settled. Leave --extends out.
edit-is-folder = { $file } is a folder. Name a file in it.
edit-no-rule-file = The name of a rule file ends in .yaml, and { $file } does not.
edit-shipped = { $file } came with the program and is left as it is. Name an overlay of your own, e.g. --into my_rules.yaml.
edit-set-changed = { $path }: { $old } -> { $new }
edit-set-place = { $place }
edit-set-place-base = { $place }, in place of { $base }
edit-set-same = { $path } is { $old } already ({ $place })
edit-set-nothing = { $file } was not written.
edit-set-written = { $file } is written.
edit-set-begun = { $file } is new.
edit-set-refused = { $count ->
    [one] 1 error
   *[other] { $count } errors
} with these values. { $file } was not written.
