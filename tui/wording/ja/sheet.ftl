# いつでも見られる一覧。
sheet-issue = { $issue }：現行「{ $now }」、{ $more }
sheet-issue-asked = 要求「{ $level }」
sheet-issue-table = 協議案「{ $level }」
sheet-issue-cap = 上限 { $index }「{ $level }」
sheet-issue-weight = あなたの重み{ $weight }
sheet-level = { $index } { $short }： { $label }{ $open ->
    [yes] {""}
   *[no] （今は選べません）
}
sheet-utility = 現行水準のあなたにとっての価値： { $value }
sheet-meter = { $name } { $value }（{ $id }）{ $drift ->
    [none] {""}
   *[other] 、毎回 { $drift }
}
sheet-capital = { $side }の政治資本{ $capital }、次の回 { $income }。側の行動トークン{ $tokens }
sheet-demand = { $answer }。{ $met ->
    [yes] 今のままで満たされます
   *[no] 今のままでは満たされません
}。満たされない場合{ $double ->
    [yes] （重ねて数えます）
   *[no] {""}
}： { $effects }
sheet-hand = 手元 { $name }： { $asks }、期限{ $deadline }回。満たされない場合： { $effects }
sheet-no-demands = 要求、要望、進行中のものはありません。
sheet-initiative-open = 提案できる共同事業 { $id } { $label }：費用 { $price }。完了すると： { $effects }
sheet-initiative-closed = まだ提案できない共同事業 { $id } { $label }：費用 { $price }。完了すると： { $effects }
sheet-initiative-agreed = 合意した共同事業 { $id } { $label }：第{ $ready }回に完了。完了すると： { $effects }
sheet-initiative-done = 完了した共同事業 { $id } { $label }
sheet-timer = 第{ $round }回の{ $step }に、「{ $cause }」の続きがあります。
sheet-body = { $side }が承認する条件： { $quota }
sheet-group = { $name }（{ $id }）：票の重み{ $weight }、支持{ $support }、空気 { $mood }
sheet-group-word = { $name }（{ $id }）：票の重み{ $weight }、様子「{ $word }」
sheet-lever = { $id }： { $label }、政治資本{ $price }{ $credibility ->
    [none] {""}
   *[other] 、信頼度{ $credibility }
}： { $effects }{ $closed ->
    [none] {""}
   *[other] 。使えない理由： { $closed }
}
sheet-clue = 第{ $round }回。{ $text }
sheet-no-clue = まだ手がかりはありません。協議での打診や、一部の交渉手段・カードで得られます。
sheet-postures = { $side }にあり得る姿勢： { $left }
sheet-posture = 自国側（{ $side }）の姿勢： { $label }。{ $brief }
sheet-weights = あなたの重み（ゲームの仮定）： { $weights }
sheet-agenda = あなたの個別目標： { $label }
sheet-size = 一括案は{ $size }段まで。この回に残る提案は{ $left }件
sheet-space = { $issue }（現行「{ $now }」）： { $levels }
sheet-space-closed = 今は提案できません。
sheet-word = { $word }： { $text }
sheet-value = { $name }（{ $id }）： { $value }
