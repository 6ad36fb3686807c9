# 終了後：共同声明、結末、得点、振り返り。
debrief-statement = 共同声明
debrief-ending = 結末： { $label }。{ $text }
debrief-side = { $side }： 価値{ $utility }、共同事業{ $gains }、側の得点{ $score }
debrief-joint = 効率{ $efficiency }（100点満点）、同盟指数{ $alliance }、共同得点{ $joint }（100点満点）
debrief-seat = { $seat }： { $agenda ->
    [none] 個別目標なし
   *[other] 個別目標「{ $agenda }」{ $points }点
}、個人得点{ $score }{ $first ->
    [yes] （最高）
   *[no] {""}
}
debrief-no-common = 共通の成果なし：共同得点が低く、最高得点は数えません。
debrief-seed = 乱数の種 { $seed }、ルール { $rules }、{ $lines }行

debrief-outcome = 1 結果
debrief-head-issue = 論点
debrief-head-start = 開始時
debrief-head-asked = 要求
debrief-head-agreed = 終了時
debrief-head-real = 実際
debrief-head-mark = 印
debrief-head-what = 内容
debrief-head-group = 関係者
debrief-head-weight = 重み
debrief-head-support = 支持
debrief-head-mood = 空気
debrief-head-shift = 変化
debrief-head-groundwork = 根回し
debrief-head-bonus = 加算
debrief-head-vote = 値
debrief-values-of = 各側の列は、終了時の水準が開始時に比べてもたらしたものです（100点満点の点数）。
debrief-value-start = { $side }： 開始時{ $start }、終了時{ $reached }。現状に比べて { $gain }
debrief-value-real = { $side }： 実際の経過では{ $real }。それに比べて { $gain }
debrief-real-note = 実際の経過（{ $as_of }時点）。{ $note }

debrief-frontier = 2 効率的フロンティア：双方を共に良くできない結果{ $count }件
debrief-axes = 横：{ $across }の価値。縦：{ $up }の価値。点はフロンティアです。
debrief-mark-end = 到達した結果
debrief-mark-start = 現状
debrief-mark-real = 実際の経過
debrief-mark-nash = ナッシュ解
debrief-mark-kalai = カライ＝スモルジンスキー解
debrief-mark-most = 和が最大
debrief-offer-marks = 提案： { $marks }
debrief-fair-share = 双方の利得の積：ナッシュ解の{ $share }%

debrief-missed = 3 実現しなかった共同の利益
debrief-missed-none = なし：制限の範囲では、一方を損なわずに他方を良くする結果はありませんでした。
debrief-missed-gain = 双方合わせて { $gain }点： { $at }。到達した結果を誰も下回らない入れ替えの順：
debrief-swap = 入れ替え{ $number }： { $moved }。利得： { $gains }
debrief-missed-body = { $side }： 全体への賛成の重み{ $weight }、{ $verdict }

debrief-offers = 4 回ごとの提案
debrief-no-offers = 提案はありませんでした。
debrief-offer = 第{ $round }回 { $side }： { $package }。価値 { $at }、フロンティアまで{ $short }、{ $fate }
debrief-fate-open = 受諾なし
debrief-fate-accord = 合意
debrief-fate-lapsed = 合意後に失効
debrief-fate-refused = 合意したが批准されず
debrief-fate-ratified = 批准
debrief-reason = 理由： { $reason }

debrief-votes = 5 回ごとの採決
debrief-no-votes = 採決はありませんでした。
debrief-vote = 第{ $round }回： { $package }、{ $passed ->
    [yes] 批准
   *[no] 批准されず
}

debrief-reasons = 6 ボットの理由
debrief-no-reasons = ボットは参加していないか、理由が残っていません。
debrief-reason-line = { $number }（第{ $round }回）{ $line }： { $reason }

debrief-secrets = 7 隠れていたもの
debrief-posture = { $side }： { $label }{ $round ->
    [0] {""}
   *[other] （第{ $round }回から）
}
debrief-clue = { $side }の手がかり（第{ $round }回）： { $issue }「{ $band }」、{ $true ->
    [yes] 正しい
   *[no] 誤り
}
debrief-moods = 空気： { $moods }。ほかは0でした。

debrief-history = 8 { $label }
debrief-history-issue = { $term }： { $level }{ $why ->
    [none] {""}
   *[other] 。{ $why }
}
debrief-questions = 話し合いの問い：
debrief-opening = 開始時点（根回し、気分、交渉手段なし）：
debrief-opening-best = すべての国内で批准された最良の案：{ $package }（{ $worth }）。これより良い案はない（証明済み）。
debrief-opening-gap = 見つかったうちで、すべての国内で批准された最良の案：{ $package }（{ $worth }）。ほかの案でも全体で{ $gap }点より多くは増えない。
debrief-opening-none = すべての国内で批准される案はなかった（証明済み）。
debrief-opening-unknown = すべての国内で批准される案は見つからなかった。ないことの証明はできていない。
debrief-win-sets = 提案できた{ $count }件の案のうち、国内で批准されるもの：{ $homes }。すべてで批准：{ $both }。
debrief-share = { $share } %（{ $low }～{ $high } %）
debrief-turn = これだけで批准された最小の変更：{ $term }（全体で{ $worth }点）。
debrief-turn-none = 一つの水準を変えるだけでは批准されなかった。
