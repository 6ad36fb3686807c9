# 画面の回の報告。
rounds-title = 第{ $round }回: 変化とその理由
rounds-levels = 水準
rounds-no-levels = 変わったものはありません
rounds-support-name = 支持
rounds-support = { $groups }の関係者で変化、sで表示
rounds-due = 今後の期限
rounds-next-drift = 第{ $round }回の情勢、自然変動:
rounds-next-income = 第{ $round }回の情勢、政治資本:
rounds-nothing-due = 期限のあるものはありません。
rounds-guide = 変化とその理由を読みます。決めることはなく、進むと第{ $round }回が始まります。
rounds-guide-end = 変化とその理由を読みます。決めることはなく、次は共同声明です。
rounds-now = いま: 結果
rounds-go = 第{ $round }回へ
rounds-go-end = 終わりへ
