# 採決。関係者ごとに示す。
vote-title = 合意の採決{ $package ->
    [none] {""}
   *[other] : { $package }
}
vote-head-weight = 重み
vote-head-vote = 採決
vote-so-far = これまでの集計
vote-result = 結果
vote-count = { $side }: { $needed ->
    [0] 賛成{ $yes }
   *[other] 必要{ $needed }に{ $yes }{ $state ->
        [yes] （到達）
        [no] （届きません）
       *[open] {""}
    }
}{ $left ->
    [0] {""}
   *[other] 、残り{ $left }
}
vote-open = 未定
vote-still = { $sides ->
    [none] 残りの関係者で結果が変わることはありません。
   *[other] 残りの関係者で結果が変わりうる側: { $sides }。
}
vote-failed = 批准されませんでした。水準はそのままです{ $worked ->
    [yes] （根回しの費用は支払われます）。
   *[no] 。
}
vote-now = いま: 採決
vote-guide = 全員が見守ります。Enterで次の関係者を示します。もう変更はできず、最後の関係者の後は結果の段階に進みます。
vote-guide-end = 全員の採決が終わりました。もう変更はできず、Enterで結果の段階に進みます。
