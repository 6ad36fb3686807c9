# A line that cannot be read. column counts characters from 1.
notation-frame = Not read, at character { $column }: { $what }{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean { $hint }?
}{ $expected ->
    [none] {""}
   *[other] {" "}Possible here: { $expected }.
}
notation-no-act = The line is empty.
notation-unknown-seat = `{ $word }` is no seat in play.
notation-seat-is-held = `{ $word }` is played by another seat.
notation-unknown-act = `{ $word }` is no act. `help` lists what can be typed.
notation-missing-word = A word is missing.
notation-extra-word = `{ $word }` is one word too many.
notation-unknown-name = `{ $word }` is not known here.
notation-unknown-level = `{ $word }` is no level of this issue.
notation-not-a-number = `{ $word }` is no number of the size needed here.
notation-not-a-term = `{ $word }` is not written NAME=VALUE, such as T1=2.
notation-named-twice = `{ $word }` is named twice.
notation-no-such-choice = `{ $word }` asks for no choice now.
notation-unprintable = A character in the reason cannot be written down.
