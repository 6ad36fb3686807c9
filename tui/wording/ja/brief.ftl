# 6章からなる説明資料。
brief-note = { $count }章のうち{ $at }
brief-close = 閉じる
brief-tab-1 = 状況
brief-tab-2 = 自分の側
brief-tab-3 = 国内
brief-tab-4 = 要求
brief-tab-5 = 1回の流れ
brief-tab-6 = 用語
brief-chapter-1 = これまでの状況
brief-chapter-2 = 自分の側が望むこと
brief-chapter-3 = 誰の同意が必要か
brief-chapter-4 = 求められていること、分かっていること
brief-chapter-5 = 1回の流れ
brief-chapter-6 = 用語
brief-seats = 卓に着くのは{ $seats }です。全{ $rounds }回行います。
brief-posture = { $side }：{ $label }{ $origin ->
    [none] {""}
   *[other] （{ $origin }）
}
brief-head-issue = 論点
brief-head-weight = 重み
brief-head-now = 現行
brief-head-best = 最も有利な水準
brief-worth = 現行水準の価値は、あなたにとって100のうち{ $value }です。各水準は重み × 利得で数えます。合意がなければ変化はなく、0です。
brief-others = { $side }が各論点をどれほど重く見るかは非公開です。考えられる姿勢はあと{ $count }通り、手がかりは{ $clues ->
    [0] まだありません
   *[other] { $clues }件あります
}。
brief-bodies = 合意した案は、それぞれの側で国内の採決にかけます。各関係者は{ $line }以上で賛成し、賛成した関係者の重みを合計します。
brief-approves = { $side }の承認の条件：{ $what }。
brief-and = ；
brief-or = 、または
brief-weight = 賛成の重み{ $amount }以上
brief-group = { $group }の賛成
brief-number = { $name }{ $amount }以上
brief-any = { $what }のどちらか
brief-not = 「{ $what }」でないこと
brief-weighs = 重み{ $weight }
brief-support = 支持{ $support }
brief-sounds = 様子：{ $word }
brief-mood = 各関係者には上下{ $band }点までの見えない空気があります。聞き取りで分かります。
brief-asked = 卓上・手札・進行中のもの
brief-told = 相手について分かっていること
brief-rounds = 全{ $rounds }回のうち第{ $round }回。1回は6段階です。
brief-step-news = 情勢カードが開かれ、指標が動き、両側が政治資本を受け取ります。
brief-step-demand = 要求する側が要求を一つ出します。抽選で二つ目が続くことがあります。
brief-step-response = 求められた側が要求ごとに、受諾、対案、保留、組み替えのいずれかで答えます。方針の配分と手段もここで決めます。
brief-step-talks = 先に手段と打診、次に交互の提案を合わせて{ $offers }件まで行います。一括案は全体として受諾するか、別の案で答えます。
brief-step-home = 相手に見えないところで根回しをし、合意案を採決にかけるか、見送ります。
brief-step-resolve = 関係者が採決します。通ったものが発効し、指標が動き、期限の来たものを判定します。
