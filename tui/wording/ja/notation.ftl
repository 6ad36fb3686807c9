# 読み取れない行。column は1から数えた文字の位置。
notation-frame = { $column }文字目で読み取れません。{ $what }{ $hint ->
    [none] {""}
   *[other] もしかして { $hint } ですか。
}{ $expected ->
    [none] {""}
   *[other] 書けるもの： { $expected }
}
notation-no-act = 行が空です。
notation-unknown-seat = 「{ $word }」という席はありません。
notation-seat-is-held = 「{ $word }」は別の席が担当しています。
notation-unknown-act = 「{ $word }」という操作はありません。help で一覧を見られます。
notation-missing-word = 語が足りません。
notation-extra-word = 「{ $word }」は余分です。
notation-unknown-name = 「{ $word }」はここでは使えません。
notation-unknown-level = 「{ $word }」はこの論点の水準ではありません。
notation-not-a-number = 「{ $word }」はここで使える数ではありません。
notation-not-a-term = 「{ $word }」は 名前=値 の形ではありません。例：T1=2
notation-named-twice = 「{ $word }」が2回書かれています。
notation-no-such-choice = 「{ $word }」の選択は今求められていません。
notation-unprintable = 理由に書けない文字があります。
