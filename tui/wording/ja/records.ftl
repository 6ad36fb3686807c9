records-open = 再開できるゲーム
records-finished = 終わったゲーム
records-reading = 読み込み中です…
records-none = 中断中のゲームはありません。最初の画面から始めてください。
records-none-finished = 終わったゲームはまだありません。一度最後まで遊んでください。
records-unreadable = 完全には読めません
