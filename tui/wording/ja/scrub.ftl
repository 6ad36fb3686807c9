# 再生：ゲームを一行ずつ見直します。
scrub-lines = 記録
scrub-round = { $round }回
scrub-start = ゲーム開始
scrub-unseen = { $step }
scrub-agenda = 当時の協議事項（第{ $round }回）
scrub-changed = この行で変わったもの
scrub-nothing = 見えるものはありませんでした。
scrub-drawn = 抽選： { $draw }（{ $sides }通りの一つ）
scrub-at = { $line }／{ $lines }行  第{ $round }回 { $step }
scrub-as = { $seat }の視点
scrub-as-all = 全体の視点
scrub-branch-title = ここから続けますか
scrub-branch = { $line }行目の後から新しいゲームを始めます。抽選とボットは同じで、選択は変えられます。
scrub-branch-kept = 今のゲームの記録はそのまま残ります。新しいゲームは別の記録になります。
scrub-branch-act = ここから続ける
scrub-branch-stay = 再生に戻る
scrub-branch-end = この行の後には続きがありません。先に前の行へ戻ってください。
