# 文字だけの画面で、ゲームのほかに述べること。
plain-welcome = { $label }。全{ $rounds }回、論点{ $issues }
plain-you = あなたは{ $seat }です。
plain-seat-bot = { $seat }はボットが担当します（{ $style }）。
plain-shared = 一つの端末を複数の側が使います。非公開の情報の前には幕の行が入ります。
plain-watch = ボット同士のゲームを見ます。
plain-how = 行、番号、または help を入力します。操作はその都度保存されます： { $record }
plain-how-unkept = 行、番号、または help を入力します。このゲームは保存されません。
plain-resumed = 第{ $round }回の{ $step }から、{ $lines }行目に続けて再開します。

plain-on-table = 場にある{ $side }の提案： { $package }

plain-item = { $line }： { $what }
plain-pick = この一覧の番号、0（最初の一覧）、または行を入力します。
plain-fold-answer = { $name } への回答…
plain-fold-lever = 交渉手段…（{ $count }）
plain-fold-initiative = 共同事業…（{ $count }）
plain-fold-link = 連動…（{ $count }）
plain-fold-unlink = 連動の終了…（{ $count }）
plain-fold-decide = 政府決定…（{ $count }）
plain-fold-reopen = 見直し…（{ $count }）
plain-fold-consult = 国内協議…（{ $count }）
plain-fold-guess = 姿勢の推定…（{ $count }）
plain-fold-offer = 提案を組み立てる…
plain-fold-groundwork = 根回し…
plain-fold-course = 戦略ポイント…
plain-send = 送る： { $line }
plain-draft = 下書き： { $package }。論点、次に水準を選びます。
plain-draft-issue = { $issue }（現行「{ $now }」）
plain-draft-moved = { $issue }（現行「{ $now }」、下書き「{ $level }」）
plain-leave-out = 入れない
plain-ground-group = { $group }：1段{ $size }点、政治資本{ $price }、{ $most }段まで（置いたもの{ $placed }段）
plain-budget = まだ置いていない政治資本： { $budget }

plain-no-item = { $number }番はありません。一覧は{ $most }番までです。
plain-not-yours = { $seat }はこの端末では操作できません。
plain-undone = { $line }行目を取り消しました。
plain-nothing-to-undo = 取り消せるこの側の操作はありません。
plain-curtain = 次の方に渡してください： { $seat }
plain-curtain-how = この行より上に非公開の情報はありません。{ $seat }は Enter を押すか、{ $id } と入力します。
plain-put-away = Enter を押すと、この画面を閉じます。
plain-no-such-sheet = この端末に「{ $name }」という席はありません。席： { $known }
plain-sheet-closed = 公開の場に戻りました。
plain-why-what = 何についてかを書いてください：why 名前。名前は meters や groups の括弧の中にあります。why utility、why cap.論点、why vote 関係者 論点=水準 も使えます。
plain-languages = 言語： { $known }。例：lang ja
plain-kept = これまでの操作はすべて保存されています： { $record }
plain-not-kept = このゲームは保存されません。
plain-no-debrief-yet = 振り返りはゲームの終了後に見られます。
plain-left = ゲームを離れます。操作はすべて保存されています。続けるには：nemawashi resume { $record }
plain-left-unkept = ゲームを離れます。保存はされていません。
plain-ended-input = ゲームの途中で入力が終わりました。操作はすべて保存されています。続けるには：nemawashi resume { $record }
plain-ended-input-unkept = ゲームの途中で入力が終わりました。保存はされていません。
plain-help =
    表記の行で操作します。自国側の名前は省けます：offer D2=1 T1=1、accept、done
    番号は最後に示した一覧から選びます。0 で、各操作の説明付きの一覧になります。
    いつでも見られるもの：issues、issues 論点、offer?、meters、values、demands、groups、acts、clues、brief、state、words
    judge 論点=水準 …：一括案の価値と、国内で通るかどうか。
    why 名前：数値の出どころ。undo：まだ何も続いていなければ、直前の操作を取り消します。
    lang en、lang ja：言語。save：保存場所。sheet、table：端末を共有するときの自分の画面と公開の場。quit：離れる。
