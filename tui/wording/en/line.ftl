# A line of notation that is typed.
line-title = Type a line
line-next = Next:
line-whole = Enter sends this line.
line-nothing = Nothing fits here. Enter says what is wrong.
line-hint = An act as it stands in the record, such as  done  or  offer T1=2. "why" and the name of a number asks why. Tab finishes a word.
line-send = Send
line-wait = A bot is thinking. The line is kept; send it when the bot has acted.
line-read-first = Something waits to be read at the table first. The line is kept.
line-secret = This is done unseen by the others: { $seat } opens its own sheet first. The line is kept.
