# 要求を出す側の手札の画面。
draw-title = 手札: { $count }枚から1枚を出す
draw-title-second = 二つ目の要求: { $count }枚から1枚を出す
draw-title-played = この回に出した要求
draw-card = 札
draw-asks = 求める内容
draw-now = 現行
draw-due = 期限
draw-unmet = 期限までに満たさない場合
draw-round = { $round }回
draw-others = 出さなかった札は山の下に戻ります。相手が見るのは振り返りのときだけです。
draw-worth = 自国側から見た{ $name }
draw-worth-none = 自国側から見た札
draw-worth-level = { $before }から{ $after }になると自国に{ $gain }（重み{ $weight }）。満たされたとき: { $effects }。
draw-worth-state = 水準ではなく状態を求めます。満たされたとき: { $effects }。
draw-if-unmet = { $round }回までに満たさない場合: { $effects }。
draw-no-gap = この札の求める内容はすでに満たされているため出せません。別の札を選んでください。
draw-chance = この回に二つ目の要求が出る確率: 100のうち{ $chance }{ $parts ->
    [none] {""}
   *[other] {" "}= { $parts }
}。
draw-chance-part = { $amount }（{ $name }）
draw-lever-later = 要求を出した後に、手段を一つ使うか、使わないかを選びます。
draw-lever-closed = この回に使える手段はありません。
draw-guide = { $who }。{ $cards }枚から1枚を出します。出すまでゲームは待ち、代わりに選ばれることはありません。
draw-guide-lever = { $who }。手段を一つ使うか、使わずにF9へ進みます。使わなければこのまま終わります。実行後の政治資本{ $capital }。
draw-guide-seat = 札と手段を選ぶのは{ $head }です。それまでゲームは待ちます。その間も閲覧できます。
draw-play = { $name }を出す
draw-send = 送る
