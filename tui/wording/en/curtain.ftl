curtain-hand-over = Please hand over to: { $seat }
curtain-how = Type { $id } and press Enter when you sit here.
curtain-open = I am { $seat }
curtain-not-me = Not my turn: back to the table
curtain-nothing-secret = Nothing secret is on this screen.
curtain-other-name = That is not this seat. Type { $id }, or press F9.
