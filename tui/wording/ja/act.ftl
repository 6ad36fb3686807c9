# それぞれの操作が何をするか。表記の行の後ろに置きます。
act-done = この部分を終える
act-demand = { $asks }を求める（期限{ $deadline }回）。満たされない場合： { $effects }
act-lever = { $label }{ $picked ->
    [none] {""}
   *[other] （対象：{ $picked }）
}、政治資本{ $price }{ $credibility ->
    [none] {""}
   *[other] 、信頼度{ $credibility }
}： { $effects }
act-answer-accept = 原則として受け入れる： { $effects }。期限までに満たさないと不利益が重なる
act-answer-counter = { $what }と結び付ける： { $effects }
act-answer-hold = 当面回答しない： { $effects }
act-answer-reframe = 代わりに{ $what }を示す（相手がすぐ答える）： { $effects }
act-take = { $name }の要求は、示された内容に変わる
act-decline = { $name }はそのまま残る
act-course = { $points }。1ポイントごとに： { $effects }
act-choose = { $label }、政治資本{ $price }： { $effects }
act-postpone = { $name ->
    [none] 見送る
   *[other] { $name }の期限を1回延ばす
}
act-probe = 手がかり一つ、{ $token ->
    [token] 行動トークン1
   *[capital] 政治資本{ $price }
}
act-initiative = { $label }を提案、合意時に政治資本{ $price }： { $effects }
act-link = 同意されれば、一括案には{ $first }と{ $second }の両方を入れるか、両方を外す
act-unlink = 同意されれば、{ $first }と{ $second }の連動を終える
act-link-what = { $first }と{ $second }の連動
act-unlink-what = { $first }と{ $second }の連動の終了
act-pack = { $label }、政治資本{ $price }： { $effects }
act-agree = { $what }に同意、政治資本{ $price }
act-offer = { $package }を提案
act-accept = { $package }を受諾
act-hold = 回答を見送る（提案の数には入らない）
act-break = この回の提案を打ち切る
act-decide = 政府決定で{ $term }（現行「{ $now }」）、政治資本{ $price }
act-reopen = 相手の不利益になっても単独で{ $term }（現行「{ $now }」）、政治資本{ $price }
act-suggest = 自国側に{ $package }を示す
act-consult = { $group }の空気を知る
act-groundwork = { $steps ->
    [0] { $group }には置かない
   *[other] { $group }に{ $steps }段、政治資本{ $price }
}
act-submit = 合意を採決に送る
act-keep-back = 合意を戻す。合意は失効し、根回しの費用はかからない
act-guess = { $label }。{ $brief }
act-undo = { $line }行目を取り消す
act-force = 抽選の結果を決める
act-rewind = { $line }行目の後まで戻す
