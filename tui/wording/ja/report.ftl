# 回の報告。
report-title = 第{ $round }回：何が、なぜ動いたか
report-no-levels = 水準：変化なし
report-levels = 水準： { $levels }
report-level = { $issue } 「{ $before }」→「{ $after }」
report-number = { $name } { $before }→{ $after }（{ $parts }）
report-support = 支持： { $groups }
report-group = { $name } { $before }→{ $after }
report-due-demand = 第{ $round }回が期限： { $name }（{ $asked }）、{ $met ->
    [yes] 今のままで満たされます
   *[no] 今のままでは満たされません
}
report-due-initiative = 第{ $round }回に完了： { $label }
report-due-naming = 第{ $round }回の終わり： { $side }は相手の姿勢を推定できます。
report-note = 一定の仮定に基づくゲームの結果であり、予測ではありません。
