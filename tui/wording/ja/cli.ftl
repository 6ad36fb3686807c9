# コマンドが自分について述べること：使い方、ファイル、終わり方。
cli-no-such-command = 「{ $name }」というコマンドはありません。近いもの： { $near }
cli-stopped = 中断しました。
cli-kept-over = ゲームは終わり、保存されています。振り返るには：nemawashi debrief { $record }
cli-kept = これまでの操作はすべて保存されています。続けるには：nemawashi resume { $record }
cli-pipe-closed = 出力の受け手が閉じたため、ここで終わります。
cli-disk-full = ディスクに { $file } のための空きがありません。空きを作るか、別の場所を指定してください。
cli-system = { $file }： { $what }
cli-fault = プログラムの内部で問題が起きました。原因を調べるための報告： { $report }
cli-fault-unreported = プログラムの内部で問題が起きました（{ $what }）。報告は書き込めませんでした。
cli-broken = { $files }ファイルに{ $problems }件の問題があり、何も読み込みませんでした
cli-not-a-party = 「{ $name }」はこのシナリオの側ではありません。書けるもの： { $known }
cli-not-seats = 「{ $name }」は席の数を表していません。例： { $example }
cli-not-a-bot = 「{ $name }」というボットの型はありません。型： { $known }
cli-bots-count = 型を一つ書くか、{ $count }つの側に一つずつ、コンマで区切って書いてください。
cli-bot-needs-one = --bot は、人の相手側の型です。複数のボットは --bots A,B で指定します。
cli-record-exists = { $file } はすでにあり、上書きしません。別のファイルを指定するか、続けてください：nemawashi resume { $file }
cli-no-record = { $folder } に途中のゲームの記録がありません。ファイルを指定するか、始めてください：nemawashi play
cli-no-finished = { $folder } に終わったゲームの記録がありません。ファイルを指定してください。
cli-not-over = { $file } のゲームは終わっていません。続けるには：nemawashi resume { $file }
cli-is-over = { $file } のゲームは終わっています。振り返るには：nemawashi debrief { $file }
cli-no-such-line = 記録は{ $lines }行で、{ $line }行目はありません。
cli-no-such-name = { $scenario } に「{ $name }」はありません。近いもの： { $near }
cli-no-games = ゲームの数は1以上にしてください。
cli-no-jobs = プロセスの数は1以上にしてください。

cli-checked = ルール集とシナリオ{ $targets }件を確認：エラー{ $errors }件、警告{ $warnings }件{ $notes ->
    [0] {""}
   *[other] 、参考{ $notes }件（--notes で表示）
}
cli-fixed = { $file } を{ $count }か所直しました。元のファイルは { $kept } に残してあります
cli-nothing-to-fix = 意味を変えずに直せるところはありません。
cli-more-problems = ほか{ $count }件

cli-list-scenarios = シナリオ
cli-list-packs = ルール集
cli-list-bots = ボット
cli-list-scenario = { $label }：論点{ $issues }、全{ $rounds }回、側 { $sides }、{ $players }人、約{ $minutes }分
cli-list-first = { $line }（入門編）
cli-list-broken = 使えません：問題{ $problems }件。nemawashi check { $name } で確認できます

cli-why-rule = ルール { $rule }：
cli-why-number = { $path } = { $value }
cli-why-place = { $place }、{ $origin }{ $tags }
cli-why-opening = 開始時点、姿勢は{ $postures }。隠れた気分は0として計算：
cli-why-passes = この案は双方の国内で批准される。
cli-why-fails = この案は批准されない。
cli-why-turn = 結果を変える最小の変更：{ $issue }を{ $level }に（双方の合計{ $worth }点）。
cli-why-no-turn = 一つの水準を変えるだけでは結果は変わらない。
cli-why-was = その前：{ $old }
cli-why-scenario = ルール集に代えて、シナリオがこう定めています

cli-progress = { $games }ゲーム中{ $done }
cli-simulate-head = { $scenario }：{ $games }ゲーム、種 { $seed }、ボット { $bots }
cli-simulate-note = 一定の仮定に基づくゲームの結果であり、予測ではありません。区間は95%（ウィルソン）。
cli-replay-head = { $scenario }、{ $lines }行、ルール { $rules }
cli-replay-verified = 検証済み：{ $lines }行、最終ダイジェスト { $digest }
cli-menu-title = Nemawashi　二つの同盟国の要求と回答をめぐる卓上ゲーム
cli-menu-learn = 遊びながら学ぶ：ボットを相手に入門編
cli-menu-new = 新しいゲーム：シナリオと側を選ぶ
cli-menu-resume = 最新の途中のゲームを続ける
cli-menu-debrief = 最新の終わったゲームを振り返る
cli-menu-list = シナリオ、ルール集、ボットの一覧
cli-menu-language = English
cli-menu-quit = 終了
cli-menu-prompt = 番号を入力してください。
cli-menu-which-scenario = どのシナリオにしますか。
cli-menu-which-side = どちらの側を担当しますか。
cli-menu-both = 両側（一つの端末で二人）
cli-menu-none = なし（ボット同士のゲームを見る）
cli-menu-not-a-number = 番号を入力してください。q で終了します。
cli-menu-note = シミュレーションであり、予測ではありません。席は役割であり、人ではありません。
