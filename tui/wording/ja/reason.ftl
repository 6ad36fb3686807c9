# 数値の出どころを表で示す画面。
reason-title = なぜ{ $amount }{ $chance ->
    [yes] ％
   *[no] {""}
}なのか
reason-lines-title = { $place }
reason-sum = 合計
reason-amount = 値
reason-group = { $name }{ $value }、重み{ $weight }
reason-mood-known = 空気（聞き取り済み）
reason-chance = 抽選：第{ $round }回の2件目の要求、{ $odds }％。{ $came ->
    [came] 要求が来ました。
    [none] 要求は来ませんでした。
   *[ahead] まだ抽選していません。
}
reason-postures = 推定です。まだ{ $count }通りの姿勢が考えられ、それぞれで計算しています。
reason-no-turn = 一つの変更だけで結果が変わるものはありません。
reason-points = 1水準につき{ $points }、水準{ $before }から{ $after }へ。
reason-weighed = 重み{ $weight } × 利得の変化{ $step }。
reason-payoff = 重み{ $weight } × 利得{ $payoff }。
reason-of-rule = ルール{ $rule }「{ $label }」。
reason-source = { $place }{ $tags ->
    [none] {""}
   *[other] {" "}[{ $tags }]{ $what ->
        [none] {""}
       *[other] ：{ $what }
    }
}
reason-tag-article = 論考
reason-tag-fact = 公知の事実
reason-tag-design = 設計上の選択
reason-rule = { $rule } { $label }
reason-term = { $sentence }。
reason-one-line = シナリオのファイルは、ゲーム中はこの1行だけを示します。終了後は全体を読めます。
reason-no-text = このゲームの記録には{ $place }の本文がありません。
reason-key-why = 次の数値
reason-key-next = 開く
