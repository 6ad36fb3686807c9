# 根回し（手順5）の画面。根回し・見込み・相談・付議。
home-groups = 国内の関係者
home-no-accord = 合意がないため、この回は採決がありません。
home-head-group = 関係者
home-head-weight = 重み
home-head-support = 支持
home-head-shift = 変化
home-head-ground = 根回し
home-head-vote = 採決
home-line-at = { $line }の線
home-about = { $group }: { $most }段のうち{ $steps }段、1段は政治資本{ $price }で+{ $size }。自国側は{ $side }のうち{ $used }を使用。
home-forecast = 見込み
home-weight = { $side } { $weight }{ $quota ->
    [0] {""}
   *[other] （必要{ $quota }）
}{ $span ->
    [none] {""}
   *[other] 、幅{ $span }
}
home-condition = { $what }: { $holds }
home-number = { $name }{ $amount }
home-not = { $what }でない
home-or = か
home-open = 未定、おそらく{ $likely }
home-result = 結果: { $verdict }。
home-rests = { $group }が{ $value }で決め手です（{ $margin ->
    [0] あと1点下がると変わる
   *[other] 線より{ $margin }上
}）。
home-short = { $group }があと{ $short }点で、それだけで結果が変わります。
home-other = { $body }: { $verdict }（推定。相手の根回しは不明）
home-consult-title = 相談
home-consult = cで{ $group }の空気を知ります。費用なし、この回は残り{ $left }。{ $told ->
    [none] {""}
   *[other] 判明: { $told }。
}
home-consulted = 相談済み。判明: { $told }。他の関係者は幅のままです。
home-consult-closed = この回に相談はできません。
home-consult-seat = 相談するのは{ $head }です。
home-mood = { $group }の空気{ $mood }
home-guide = { $who }。相手には見えません。段を置き、付議するか見送ります。見送ると合意は失効し、費用もかかりません。政治資本{ $capital }、実行後{ $left }。
home-guide-seat = 根回しと付議・見送りを決めるのは{ $head }です。それまでゲームは待ちます。その間も閲覧できます。
home-submit = 付議する
home-ask-title = 合意を付議しますか
home-ask-placed = { $steps ->
    [none] 根回しは置いていません。
   *[other] 根回し: { $steps }、政治資本{ $price }（採決のときに支払う）。
}
home-ask-forecast = 見込み: { $body }、{ $verdict }。
home-ask-final = すべての側が決めると採決になります。取り消しはできません。
home-ask-stay = 準備を続ける
home-keep-title = 合意を見送りますか
home-keep = 合意はこの回で失効します。水準はそのままで採決はなく、根回しの費用もかかりません。取り消しはできません。
home-keep-act = 見送る
