rounds-title = 第{ $round }回: 変化とその理由
rounds-due = 今後の期限
rounds-drift = 次の情勢での変化: { $parts }
rounds-nothing-due = 期限のあるものはありません。
rounds-guide = 変化を読んでください。決めることはなく、進むと次の回が始まります。
rounds-now = いま: 結果
