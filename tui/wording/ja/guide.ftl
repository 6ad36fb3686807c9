# 案内の一文：誰の番か、何ができるか、何もしないとどうなるか。
guide-you = あなたの番です
guide-side = { $side }の番です
guide-act-lever = 交渉手段
guide-act-probe = 打診
guide-act-initiative = 共同事業
guide-act-agree = 提案への返事
guide-act-link = 連動
guide-act-pack = その他の操作
guide-act-consult = 国内協議
guide-over = ゲームは終わりました。debrief で振り返り、quit で終了します。もう何も変わりません。

guide-draw-own = { $who }。手元の{ $cards }枚から1枚を出します（demands で確認）。出すまでゲームは待ち、自動では選ばれません。
guide-draw-other = { $side }が要求を選んでいます。その間も各画面を見られます。要求が出るまで何も変わりません。
guide-lever-own = { $who }。交渉手段を一つ使うか、使わずに done で進みます。使わなければこのまま手順が終わります。
guide-lever-other = { $side }が交渉手段を使うことがあります。その間も各画面を見られます。今求められていることはありません。
guide-answer-own = { $who }。回答する要求{ $demands }件、戦略ポイント{ $points }{ $acts ->
    [none] {""}
   *[other] 、{ $acts }
}。done で送ります。回答しない要求は保留として送られ、残ったポイントは失われます。
guide-answer-other = { $side }が回答しています。その間も各画面を見られます。回答がそろうまで要求は出たままです。
guide-opening-own = { $who }（協議の始め）。{ $acts ->
    [none] ここでできることはまだありません
   *[other] { $acts }ができます
}。done で相手に渡り、しなかったことは次の回まで待ちます。
guide-opening-other = 協議の始めで、{ $side }の番です。その間も各画面を見られます。done の後にあなたの番が来ます。
guide-offers-own = { $who }（{ $offers }件中{ $next }件目）。提案・受諾・保留・打ち切りのいずれかを選びます。保留が続けて{ $holds }回になると提案は終わり、水準と要求はそのまま残ります。
guide-offers-other = { $side }の番です（{ $offers }件中{ $next }件目）。その間も各画面を見られます。保留が続けて{ $holds }回になると提案は終わります。
guide-last-own = { $who }。提案{ $offers }件が出そろいました。受諾・保留・打ち切りのいずれかを選びます。受諾しなければ提案は終わり、水準と要求はそのまま残ります。
guide-last-other = { $side }が最後の提案に答えます。その間も各画面を見られます。受諾がなければ水準と要求はそのまま残ります。
guide-closing-own = { $who }（協議の終わり）。{ $moves ->
    [none] 行える政府決定はありません。done で進みます。水準はここまでに決まったとおりです。
   *[other] 政府決定を一つ（政治資本{ $capital }のうち{ $price }）行うか、行わずに done で進みます。行わなければ水準は動きません。
}
guide-closing-other = { $side }が政府決定を行うことがあります。その間も各画面を見られます。今求められていることはありません。
guide-home-own = { $who }（相手には見えません）。{ $acts ->
    [none] {""}
   *[other] { $acts }、
}根回し（政治資本{ $capital }）の後、submit（送る）か keep back（戻す）を選びます。戻すと合意は失効し、根回しの費用はかかりません。
guide-home-other = { $side }が採決の準備をしています（見えません）。その間も各画面を見られます。全員が決めると採決になります。
guide-name-own = { $who }。相手の姿勢を一度だけ推定するか（guess 名前）、done で進みます。外れても、推定しなくても何も変わりません。
guide-name-other = { $side }が姿勢を推定することがあります。その間も各画面を見られます。その後に次の回が始まります。
guide-choice-own = { $who }。「{ $label }」の選択肢から一つ選びます。選ぶまでゲームは待ち、自動では選ばれません。
guide-choice-other = { $side }が「{ $label }」を決めています。その間も各画面を見られます。決まるとゲームが進みます。
guide-pick-own = { $who }。「{ $label }」により、出ている要求を一つ延期できます（postpone 名前）。しない場合は done で進み、期限はすべてそのままです。
guide-pick-other = { $side }が要求を延期することがあります。その間も各画面を見られます。延期がなければ期限はそのままです。
guide-reframe-own = { $who }。{ $demand }の代わりに「{ $offered }」が示されました。take { $demand } か decline { $demand } を選びます。選ぶまでゲームは待ちます。
guide-reframe-other = { $side }が{ $demand }の組み替え提案に答えます。その間も各画面を見られます。答えるまで{ $demand }の内容は変わりません。
