# 振り返りの画面。
views-list = 見方
views-name-outcome = 結果
views-name-offers = 回ごとの提案
views-name-frontier = フロンティア
views-name-votes = 国内の採決
views-name-concessions = 譲歩
views-name-meters = 指標の推移
views-name-links = リンク
views-name-left = 残った利益
views-name-process = 進め方
views-name-hidden = 隠れていた事

views-head-title = 振り返り
views-head-key = 乱数の鍵 { $seed }
views-head-rules = ルール { $rules }
views-head-all = 全員
views-head-bots = 全員、ボット：{ $bots }
views-reckoned = 振り返りを計算しています。Escで戻れます。次に開いたときに表示されます。
views-not-over = 振り返りはゲームが終わると開きます。それまで隠れていることを示すためです。
views-table-only = 側が三つ以上のときは図を描きません。下の表にすべてあります。

views-head-start = 開始時
views-head-asked = 要求
views-head-agreed = 終了時
views-head-real = 実際
views-head-to-real = { $side }実
views-head-round = 回
views-head-by = 側
views-head-package = 提案の内容
views-head-short = 不足
views-head-moved = 変更
views-head-changed = 入れ替え
views-head-swaps = 回数
views-head-home = { $side }国内
views-head-homes = 国内
views-head-link = リンク
views-head-link-made = 合意
views-head-link-ended = 終了
views-head-link-offers = 提案数
views-head-step = 段階
views-head-acts = 行動
views-head-line = 行と理由
views-head-meter = 数値
views-head-weight = 重み
views-head-support = 支持
views-head-mood = 空気
views-head-shift = 変化
views-head-groundwork = 根回し
views-head-bonus = 加算
views-head-vote = 値

views-from-to = { $issue } { $before } > { $after }
views-nothing-moved = 変化はありません。
views-no-moves = 発効した変更はありません。
views-no-links = リンクは結ばれませんでした。
views-held = 継続

views-outcome-chart-start = 終了時の結果がもたらしたもの（現状比）
views-outcome-chart-real = 終了時の結果がもたらしたもの（実際比）
views-outcome-start = 論点と価値（現状比）
views-outcome-real = 論点と価値（実際比）
views-outcome-both = 論点と価値（現状比、続いて実際比）
views-bar-scale = 記号一つは{ $points }点です。
views-level-worth = { $when }： { $level }（{ $at }）
views-asked-most = 最大の要求： { $level }
views-why-real = 実際の経過： { $why }

views-offers-chart = 提案：それぞれがもたらしたはずの価値
views-offers-key = 文字は { $marks } の価値。重なる所は * です。
views-offers-table = 提案とフロンティアまでの不足
views-offer-by = 第{ $round }回 { $side }
views-offer-head = 第{ $round }回、{ $side }の提案（{ $line }行目）：
views-offer-worth = 価値と現状に比べた利得： { $at }
views-offer-short = フロンティアまで{ $short }：双方が合わせてさらに得られた分です。
views-offer-fate = その後： { $fate }

views-frontier-chart = { $across }の価値（横）、{ $up }の価値（縦）
views-frontier-chart-many = フロンティア
views-frontier-table = 図と同じ内容の表
views-frontier-count = フロンティア上の結果は{ $count }件。全員を同時に良くはできません。
views-mark-dot = { $mark } フロンティア
views-mark-offer = { $mark } { $side }の提案
views-axes = 横：{ $across }、縦：{ $up }
views-against-start = 現状に比べて：

views-votes-chart = 採決：縦線は{ $line }
views-votes-table = 採決：内訳の合計が値です
views-vote-of = { $group }（第{ $round }回）： { $package }
views-vote-sum = 合計{ $value }、{ $line }以上で賛成（{ $margin }）： { $says }

views-concessions-chart = 各回の変更がもたらしたもの
views-concessions-table = 発効した変更
views-by-package = 合意
views-line-of = 第{ $round }回、{ $line }行目
views-brought = もたらしたもの： { $gains }
views-moved-package = 批准された合意の一部です。
views-moved-decide = { $side }が単独で決定しました。
views-moved-reopen = { $side }が再交渉しました。

views-meters-chart = 指標の最低から最高まで
views-meters-key = o は開始時、数字はその回の終わり
views-meters-table = 各回の終わりの数値（0は開始時）
views-change = 第{ $round }回 { $before } > { $after }  { $amount }  { $cause }

views-links-table = リンク：二つの論点を必ず一緒に扱う取り決め

views-left-chart = 実現できた結果への道筋
views-left-key = E は終了時、数字は入れ替えの回数、{ $mark } はフロンティア
views-left-table = 誰も損なわない案（入れ替えの順）
views-left-note = 右の列は、終了時の状況で国内の採決を通るかどうかです。
views-home-yes = 通る
views-home-no = 通らず
views-home-count = { $bodies }中{ $passing }
views-home-open = 未定
views-left-after = 入れ替え{ $swaps }回の後、終了時に比べて：
views-left-brings = 到達した結果に加わるもの： { $gains }
views-left-groundwork = 政治資本{ $price }の根回しで通りました。
views-left-groundwork-none = 届く範囲の根回しでは通りませんでした。

views-process-chart = 段階と側ごとの行動
views-process-table = 行動とボットの理由
views-reasons = ボットの理由
views-line-in = { $line }行目、第{ $round }回、{ $step }

views-hidden-table = 隠れていた事と実際の経過
views-key-close = 閉じる
views-key-next = 開く
views-behind-title = この行の詳細
