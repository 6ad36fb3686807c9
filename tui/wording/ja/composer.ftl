composer-title = { $side }への案{ $number }: { $steps }
composer-title-public = { $side }の案: { $steps }
composer-steps = { $size ->
    [none] { $steps }段
   *[other] { $size }段中{ $steps }段
}{ $over ->
    [over] （超過）
   *[none] {""}
}
composer-link-count = 、連動{ $letter } 2件中{ $named }件
composer-legend = （*卓上と異なる <相手の変更）
composer-base-now = 自国は現行比
composer-base-table = 自国は卓上の案比
composer-base-sent = 自国は送信済みの案比
composer-levels = 水準: (現行) [案] 要求? 制限x
composer-draft = 自分の案
composer-you = 自国
composer-them = { $side }推定
composer-others = 他の側
composer-all = 全ての側
composer-review = 確認・送信
composer-change = 変更
composer-effect = 効果
composer-public = 共通の卓です。各側だけが知る数値は出ません。案の内容：
composer-total = 合計
composer-on-table = 卓上の案
composer-no-accord = 合意なし
composer-pass = この案は通るか
composer-strip-signs = | 賛成の線  { $point } 予測  = 幅
composer-estimate = { $side }（推定）
composer-strips = { $side }: { $verdict }
composer-verdict = { $weight }、{ $verdict }
composer-verdict-span = { $weight }（{ $low }-{ $high }）、{ $verdict }
composer-short = { $group }が{ $points }不足
composer-way = 国内では{ $short }。根回し（政治資本{ $price }）で通ります。{ $enough ->
    [yes] 手元は{ $capital }です。
   *[no] 手元は{ $capital }で足りません。
}
composer-way-short = 国内では根回し（政治資本{ $price }）で通ります。{ $enough ->
    [yes] 手元は{ $capital }です。
   *[no] 手元は{ $capital }で足りません。
}
composer-no-way = ルールの範囲の根回しでは、国内で通りません。
composer-sure = 空気がどうであっても国内で通ります。
composer-likely = 国内で通る見込みですが、根回しで確実にはできません。
composer-make-sure = 国内で通る見込みです。政治資本{ $capital }のうち{ $price }の根回しで確実になります。
composer-no-level = { $issue }には、その先の水準がありません。
composer-no-offer = 卓上に案はありません。
composer-no-undo = この案には元に戻す変更がありません。
composer-no-redo = この案にはやり直す変更がありません。
composer-no-base = 卓上の案も送信済みの案もないため、比べる相手は現行だけです。
composer-no-link = 今は連動を提案できません。
composer-empty = 案はまだ空です。論点を選び、→を押してください。
composer-not-sent = 送信していません。{ $why }案は残っています。
composer-read-first = 先に、卓で読むものがあります。
composer-link-second = { $issue }をどの論点と連動させますか。移動してもう一度kを押します（Escで中止）。
composer-linked = 連動を提案しました。相手側が同意するまで小文字、同意すると大文字で示します。
composer-unlinked = 連動の終了を提案しました。相手側が同意するまで文字は残ります。
composer-drafts = 自分の案
composer-drafts-full = 案は五つまでです。一つを読み込んで変更してください。
composer-draft-steps = { $steps }段
composer-draft-empty = 空
composer-load = 読み込む
composer-term-now = （現行は{ $level }）
composer-suggested = { $seat }から: { $package }
