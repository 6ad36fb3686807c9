composer-title = 案{ $number }: { $size }段のうち{ $steps }段
composer-base-now = 自国は現行比
composer-base-table = 自国は卓上の案比
composer-base-sent = 自国は送信済みの案比
composer-levels = 水準: （現行）［案］ 要求? x制限
composer-draft = 自分の案
composer-you = 自国
composer-them = { $side }推定
composer-others = 他の側
composer-effect = 効果
composer-public = 共通の卓です。各側だけが知る数値は出ません。
composer-total = 合計
composer-on-table = 卓上の案
composer-home = 国内は賛成{ $weight }、{ $verdict }{ $way ->
    [none] です。
   *[other] です。{ $way }
}
composer-way = 通すための根回し: { $steps }段、政治資本{ $capital }のうち{ $price }。
composer-way-none = 払える根回しでは通りません。
composer-no-level = { $issue }には、その先の水準がありません。
composer-empty = 案はまだ空です。論点を選び、→を押してください。
composer-not-sent = 送信していません。{ $why }案は残っています。
composer-link-second = { $issue }をどの論点と連結しますか。移動してもう一度kを押します（Escで中止）。
composer-linked = 提案しました。相手側が同意すると有効になります。
composer-drafts = 自分の案
