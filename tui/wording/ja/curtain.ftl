curtain-hand-over = 席を交代してください: { $seat }
curtain-how = 着席したら { $id } と入力してEnterを押してください。
curtain-open = { $seat }です
curtain-not-me = まだ交代しない（共通の卓に戻る）
curtain-nothing-secret = この画面に非公開の情報はありません。
curtain-other-name = 席の名前が違います。{ $id } と入力するか、F9を押してください。
