now-title = いま: { $step }
now-thinking = { $seat }が考えています。その間も、どのキーも使えます。
now-over = ゲームは終了しました。Enterで結果を表示します。もう何も変わりません。
now-watch = 次は{ $side }です。Enterで1手進み、aで自動進行に切り替わります。
now-read-news = 出来事を読んでください。決めることはなく、進むまでゲームは待ちます。
now-read-demand = 要求が届きました。読んだら回答へ進みます。代わりに回答されることはありません。
now-read-vote = 採決です。Enterで関係者ごとに表示します。もう変更はできません。
now-read-report = この回は終了です。Enterで変化とその理由を表示し、次の回へ進みます。
now-read-end = 最後の回が終わりました。Enterで声明と結果を表示します。もう何も変わりません。
now-draw-own = { $who }。手札{ $cards }枚から1枚を出します（Enterで開く）。出すまでゲームは待ち、代わりに選ばれることはありません。
now-draw-other = { $side }が要求を選んでいます。その間は案作りや閲覧ができ、要求が届くまで何も変わりません。
now-lever-own = { $who }。手段を一つ使うか、使わずにF9へ進みます（Enterで開く）。使わなければこのまま終わります。
now-lever-other = { $side }が手段を使うことができます。その間は閲覧できます。今は何も求められていません。
now-answer-own = { $who }。回答する要求{ $demands }件、路線点{ $points }点です（Enterで開く）。そこでF9を押すと送信し、未回答は保留として送られます。
now-answer-other = { $side }が回答しています。その間は案作りや閲覧ができ、回答が届くまで要求は残ります。
now-opening-own = { $who }。協議の冒頭です。{ $acts ->
    [none] ここで使える行動はありません
   *[other] { $acts }が使えます
}（p）。F9で発言を渡し、使わなかったものは次の回まで待ちます。
now-opening-other = 協議の冒頭で、{ $side }の番です。その間は案作りや閲覧ができ、次に番が回ります。
now-offers-own = { $who }（{ $offers }件中{ $next }件目）。提案、受諾、保留、打ち切りのいずれかを選びます。保留が{ $holds }回続くと提案は終わり、水準と要求はそのままです。
now-offers-other = { $side }の番です（{ $offers }件中{ $next }件目）。その間は案作りや閲覧ができ、保留が{ $holds }回続くと提案は終わります。
now-last-own = { $who }。提案{ $offers }件はすべて出ました。受諾、保留、打ち切りを選びます。受諾がなければ提案は終わり、水準と要求はそのままです。
now-last-other = { $side }が最後の提案に答えます。その間は閲覧でき、受諾がなければ水準と要求はそのままです。
now-closing-own = { $who }。協議の締めくくりです。{ $moves ->
    [none] 使える単独措置はありません。F9で進み、水準は合意のままです。
   *[other] 単独措置を一つ（p、政治資本{ $capital }のうち{ $price }）、またはなしでF9へ進みます。使わなければ水準は変わりません。
}
now-closing-other = { $side }が単独措置を取ることができます。その間は閲覧できます。今は何も求められていません。
now-home-own = { $who }。相手には見えません。政治資本{ $capital }で根回しをし（Enterで開く）、付議するか見送ります。見送ると合意は失効します。
now-home-other = { $side }が非公開で採決の準備をしています。その間は閲覧でき、全員が決めると採決です。
now-name-own = { $who }。相手の基本姿勢を一度だけ言い当てるか（p）、F9で進みます。外れても、言わなくても何も変わりません。
now-name-other = { $side }が基本姿勢を言い当てることができます。その後、次の回が始まります。
now-choice-own = { $who }。{ $label }が選択を求めています（Enterまたはpで開く）。選ぶまでゲームは待ち、代わりに選ばれることはありません。
now-choice-other = { $side }が{ $label }について選んでいます。その後、ゲームが進みます。
now-pick-own = { $who }。{ $label }により、要求を一つ延期できます（Enterまたはpで開く）。使わずにF9へ進むと期限はそのままです。
now-pick-other = { $side }が要求を一つ延期できます。使わなければ期限はそのままです。
now-reframe-own = { $who }。{ $demand }の代わりに{ $offered }が示されました。受けるか断るかを選びます（Enterまたはp）。選ぶまでゲームは待ちます。
now-reframe-other = { $side }が{ $demand }の言い換えに答えます。それまで{ $demand }の要求は変わりません。
now-more = …lで全文を表示
