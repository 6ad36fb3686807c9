# 数値の出どころ。
why-node = { $amount }　{ $sentence }
why-placed = { $line }　[{ $place }{ $origin ->
    [none] {""}
   *[other] 、{ $origin }
}]
why-start-value = 開始時
why-in-round = 第{ $round }回
why-change = { $label ->
    [none] 操作
   *[other] { $label }
}（{ $before }→{ $after }）
why-asked = ルールのとおりの値
why-modifier = { $label }により{ $before }が{ $after }に
why-bound = 値が上限または下限に達した
why-number = { $label }
why-term = { $written ->
    [none] { $label }
   *[other] { $label ->
        [none] { $written }
       *[other] { $label }： { $written }
    }
}
why-limit = { $written ->
    [none] 式の制限
   *[other] 制限： { $written }
}
why-vote-sure = { $label }の票。可は{ $line }から、差は{ $margin }
why-mood-sure = 気分
why-of-issue = { $label }
why-of-issue-points = { $label } { $before } → { $after }：1段{ $points } × { $steps }
why-of-issue-payoff = { $label } { $level }：重み{ $weight } × 得点{ $payoff }
why-of-issue-step = { $label } { $before } → { $after }：重み{ $weight } × { $step }
why-gain = 一括案が{ $label }にもたらすもの
why-least-gain = 一括案が{ $label }に少なくとももたらすもの（{ $low }～{ $high }）
why-vote = { $label }の見込み。可は{ $line }から、差は{ $margin }、幅は{ $low }～{ $high }
why-support = 支持
why-mood = 空気（{ $low }～{ $high }）
why-shift = 一括案による変化{ $written ->
    [none] {""}
   *[other] ： { $written }
}
why-groundwork = 置いた根回し
why-bonus = 採決でだけ数える支持
why-quota = { $label }の賛成の重みの見込み（{ $least }～{ $most }）。承認の条件： { $written }
why-group-yes = { $label }、票の重み{ $weight }、見込み{ $value }
why-cap = { $written ->
    [none] { $label }で提案できる最高の水準
   *[other] 上限： { $written }
}
why-top = 最高の水準
why-lock = 制限： { $written }
why-price = { $label }の今の費用
why-free = 1回無料
why-lasting = { $label }
why-utility = { $label }にとっての現行水準の価値
why-score = { $label }{ $written ->
    [none] {""}
   *[other] ： { $written }
}
why-turn-number = { $name }が{ $before }でなく{ $after }なら結果が変わり、{ $result }になります。
why-turn-level = { $name }が水準{ $before }でなく{ $after }なら結果が変わり、{ $result }になります。
why-turn-groundwork = { $name }への根回しが{ $before }段でなく{ $after }段（政治資本{ $price }）なら結果が変わり、{ $result }になります。
