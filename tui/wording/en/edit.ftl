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

# rules fmt
edit-fmt-shipped = { $file } came with the program and is left as it is. --check and --diff show what would change.
edit-fmt-written = { $file } is laid out anew.
edit-fmt-would = { $file } would change.
edit-fmt-done = files: { $files }, changed: { $changed }, not done: { $failed }
edit-fmt-checked = files: { $files }, to change: { $changed }, not possible: { $failed }
edit-fmt-comments = { $file } is left as it is: a comment would be lost or moved.
edit-fmt-meaning = { $file } is left as it is: it would mean something else.
edit-fmt-library = { $file } is left as it is: its form is not understood ({ $what }).

# rules new: the questions
edit-new-choice = { $number } { $name } - { $label }
edit-new-which = Which scenario do you start from? (Enter: { $default })
edit-new-which-wrong = Type a number from 1 to { $last }, or a name from the list.
edit-new-title = What is yours called? (Enter: { $default })
edit-new-own-title = { $label }, our version
edit-new-rounds = How many rounds? (Enter: { $default }, about { $minutes } minutes)
edit-new-rounds-wrong = Type a number from 1 to { $most }.
edit-new-bad-id = `{ $name }` cannot be an id. It begins with a letter and holds letters, digits, - and _ only.
edit-new-taken-id = `{ $name }` is the id of a scenario that came with the program. Choose another.
edit-new-not-empty = { $folder } is not empty. Name a new folder.
edit-new-refused = { $count ->
    [one] 1 error
   *[other] { $count } errors
} with these answers. Nothing was written.
edit-new-done = Written: { $file } and { $page }
edit-new-next = Open the first in an editor, then try: nemawashi check { $file }

# What stands in the file that rules new writes: comments, and a card as an example.
edit-new-how = Below stand examples, each one a change that works with these rules.
edit-new-marks = Two signs explain, like this line. One sign is an example: delete the sign and the space behind it to put it in force.
edit-new-set = set: one value each, by the way to it. Here: what a level is worth to a party, from 0 to 100.
edit-new-start = start: where a meter stands when the game begins.
edit-new-replace = replace: a whole value in place of another. Here: what an issue is called in Japanese.
edit-new-add = add: entries of your own. Here: an event card, in both languages.
    needs: when it may come. effects: what it does to the meters.
edit-new-remove = remove: what is left out. Here: an event card.
edit-new-only = only: what is in play; what is not named stays away. Here: fewer issues, for a shorter game.
edit-new-label-ja = { $label }（私たちの言い方）
edit-new-card-en = A question in the assembly
edit-new-card-ja = 議会での質問
edit-new-card-text-en = A member asks what has been achieved so far.
edit-new-card-text-ja = これまでの成果を問う質問が出た。
edit-new-readme =
    { $title }

    { $file } changes { $base }. Only what is different stands in it.
    The lines with one # are examples. Delete the # and the space behind it to put one in force.

    Four commands, to be typed in this folder:

      nemawashi check { $file }
          says what is wrong, where, and what to do about it

      nemawashi rules diff { $base } { $file }
          says what is different from the scenario you started from

      nemawashi why { $file } issues
          shows the values, where each stands, and what it replaced; name any part

      nemawashi play { $file }
          plays it
