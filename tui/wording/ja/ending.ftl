# 画面のゲームの終わり。
ending-statement = 共同声明
ending-statement-none = 声明: 新たな合意はありません
ending-behind = この文の背景
ending-behind-nothing = この文に対応する個別の論点はありません。
ending-by-accord = 第{ $round }回の合意
ending-by-decide = 第{ $round }回に{ $side }が決定
ending-by-reopen = 第{ $round }回に{ $side }が見直し
ending-unmoved = 開始時のまま
ending-offered = 最初の提案は第{ $round }回、{ $side }
ending-asked = { $side }の要求は最大で{ $level }
ending-linked = 第{ $round }回に{ $issue }と連動
ending-initiative = 共同事業: { $label }
ending-result = 結果
ending-start = 開始時
ending-reached = 終了時
ending-same = 変わらず
ending-guide = もう何も変わりません。矢印とTabで読み、Enterで振り返りに進みます。
