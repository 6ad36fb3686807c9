screen-name = 根回し
screen-too-small = この画面は{ $cells }x{ $lines }です。{ $wanted }以上が必要です。ウィンドウを広げるか、文字を小さくしてください。Ctrl+Qで終了し、`nemawashi resume --plain`で行単位でも続けられます。何も失われません。
screen-input-method = 日本語入力がオンですか。Fキー、矢印キー、Enterはそのまま使えます。
screen-no-number = この行には説明できる数値がありません。
screen-undone = 取り消しました。
screen-again-to-leave = もう一度Ctrl+Cを押すと終了します。これまでの行動は保存されています。
