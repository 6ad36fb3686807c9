curtain-hand-over = Please hand over to: { $seat }
curtain-how = { $id }: press Enter when you sit here. Esc goes back to the public table.
