# 行動：できることのすべて。費用と、今の効果。
deeds-title = 行動: { $count }件が可能
deeds-of = 行動: { $name }
deeds-means = 政治資本{ $capital }、トークン{ $tokens }
deeds-price = 費用
deeds-belief = 信頼
deeds-does = 今の効果、または使えない理由（x）
deeds-asked = あなたに求められていること
deeds-asked-card = あなたに求められていること: { $card }
deeds-asked-reframe = { $demand }の代わりに示された内容: { $offered }
deeds-sheets = 専用の画面で行うもの
deeds-cards = 手元の要求カード
deeds-levers = 交渉手段
deeds-joint = 共同事業（双方の同意と費用）
deeds-learn = 情報を得る
deeds-other = その他の行動
deeds-links = 論点の連動
deeds-moves = 政府決定
deeds-step = この段階
deeds-none = 今ここでできることはありません。番が来ると卓に表示されます。
deeds-opens = 専用の画面を開く { $sign }
deeds-opens-in = { $step }（手順{ $number }）で可能
deeds-opens-part = { $step }のこの部分では不可
deeds-opens-lever = 自国側の手順と協議で可能
deeds-forms = { $count }通り { $sign }
deeds-needs = 条件: { $needs }
deeds-both = { $first }、かつ{ $second }
deeds-either = { $first }、または{ $second }
deeds-level = { $how ->
    [from] { $term }以上
    [above] { $term }より上
    [to] { $term }以下
    [below] { $term }より下
    [is-not] { $term }以外
   *[is] { $term }
}（現行「{ $now }」）
deeds-number = { $how ->
    [from] { $name } { $amount }以上
    [above] { $name } { $amount }超
    [to] { $name } { $amount }以下
    [below] { $name } { $amount }未満
    [is-not] { $name } { $amount }以外
   *[is] { $name } { $amount }
}（現在{ $now }）
deeds-now = 現行「{ $level }」
deeds-does-probe = 手がかり一つ
deeds-does-consult = 空気が分かる
deeds-does-link = 一括案に両方を入れるか、両方を外す
deeds-does-unlink = 同意されれば連動が終わる
deeds-does-agree = 双方に有効になる
deeds-kind-answer = 要求に回答する
deeds-kind-course = 路線点を配分する
deeds-kind-offer = 一括案を提案する
deeds-kind-suggest = 案を自国側に示す
deeds-kind-groundwork = 国内の根回し
deeds-kind-consult = 関係者に聴く
deeds-kind-guess = 姿勢を言い当てる
deeds-kind-link = 二つの論点を連動させる
deeds-kind-unlink = 連動を終える
deeds-kind-decide = 政府決定
deeds-kind-reopen = 相手に不利な単独措置
deeds-name-choose = { $what }
deeds-name-postpone = { $what ->
    [none] 見送る
   *[other] { $what }の期限を延ばす
}
deeds-name-take = { $what }の代わりに受ける
deeds-name-decline = 断る（{ $what }は残る）
deeds-name-agree = 同意: { $what }
deeds-name-probe = { $token ->
    [token] 打診（トークン）
   *[capital] 打診
}
deeds-name-accept = 提案を受諾する
deeds-name-hold = 保留する
deeds-name-break = 打ち切る
deeds-name-submit = 合意を採決に送る
deeds-name-keep-back = 合意を戻す
deeds-name-done = この部分を終える
deeds-lever-on = { $label }: { $on }
deeds-pair = { $first }と{ $second }
deeds-about = 説明
deeds-about-sheet = 専用の画面で組み立てます。Enterで開きます。
deeds-about-forms = Enterで選べるものを示します。Escで戻ります。
deeds-uses = { $uses ->
    [0] まだ使っていません。
   *[other] { $uses }回使用、最後は第{ $last }回。
}{ $announced ->
    [none] {""}
   *[other] 第{ $announced }回の終わりに判定。
}
deeds-source = { $origin ->
    [none] {""}
   *[other] 数値は{ $origin }。
}{ $tags ->
    [none] {""}
   *[other] タグ { $tags }。
}{ $place }
deeds-read-first = 先に、卓で読むものがあります。
deeds-ask = 実行しますか。取り消せません。
deeds-do-decide = 決定する
deeds-do-reopen = 実行する
deeds-do-break = 打ち切る
deeds-do-keep-back = 戻す
deeds-do-guess = 言い当てる
deeds-do-accept = 受諾する
deeds-do-submit = 送る
deeds-key-open = 開く
deeds-key-do = 実行
deeds-key-closed = 理由
