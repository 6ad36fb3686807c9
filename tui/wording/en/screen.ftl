screen-name = Nemawashi
screen-too-small = This terminal is { $cells }x{ $lines }. The table needs { $wanted } or more: enlarge the window or choose a smaller font. Or leave with Ctrl+Q and play line by line: `nemawashi resume --plain`. Nothing is lost.
screen-input-method = Input method on? F-keys, arrows and Enter still work.
screen-no-number = No number on this line to explain.
screen-undone = Taken back.
screen-again-to-leave = Ctrl+C again leaves; every act so far is kept.
