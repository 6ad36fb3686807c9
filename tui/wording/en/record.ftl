# What can be wrong with a record, and the way out.
record-not-a-record = { $file } is no record of a game: line { $line } is not as it should be. Name another file.
record-newer-format = { $file } was written in format { $format }; this program reads up to { $known }. Use a newer program.
record-torn-line = Line { $line } of { $file } was cut off while it was written. It is left out; everything before it is kept.
record-changed-line = Line { $line } of { $file } has been changed or damaged. Everything before it is sound; to go on there: nemawashi resume { $file } --to { $upto }
record-changed-head = Line { $line } of { $file } has been changed or damaged. It says how and by which rules the game is played, so nothing behind it can be trusted; begin a new game.
record-other-engine = The record was made by version { $then } of the program; this is { $now }. The game may go on differently from here.
record-other-rules = The rules of { $scenario } have changed since ({ $then } then, { $now } now). The game goes on by the rules in its record.
record-other-texts = The texts of { $scenario } have changed since; the rules have not.
record-line-refused = The rules now refuse line { $n } of the record, `{ $text }` ({ $code }). Everything before it can be seen with: nemawashi replay { $file } --to { $upto }
record-line-unreadable = Line { $n } of the record cannot be read at character { $column }: `{ $text }`. Everything before it can be seen with: nemawashi replay { $file } --to { $upto }
record-open-elsewhere = { $file } is open in another program. Close the game there first.
record-disk-full = No room is left on the disk for { $file }: the last act was not taken. Make room and go on with: nemawashi resume { $file }
record-cannot-write = { $file } cannot be written ({ $reason }): the last act was not taken. Name another place with --record.
record-cannot-read = { $file } cannot be read ({ $reason }). Check the name.
