review-title-offer = この案を提案しますか
review-title-suggest = この案を自国側に示しますか
review-title-keep = この案を協議まで残しますか
review-link = 連動{ $letter }: { $first }と{ $second }は両方入っています。
review-rest = ほかの{ $count }件は現行のままです。
review-worth = 自国にとって:
review-you = この案
review-table = 卓上の案
review-none = 合意なし
review-home = 国内: { $verdict }
review-vote = 一つの案に一度の採決です。{ $size ->
    [none] { $steps }段を使います。
   *[other] { $size }段のうち{ $steps }段を使います。
}
review-later = 今は何も送りません。{ $why }
review-offer = 提案する
review-suggest = 自国側に示す
review-keep = 協議まで残す
review-edit = 編集を続ける
