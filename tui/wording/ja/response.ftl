# 回答（手順3）の画面。回答・路線点・手段をまとめて送る。
response-demands = 回答する要求: { $count }件
response-demands-none = 要求
response-no-demand = 未対応の要求はありません。要求の内容と期限がここに出ます。
response-asks = 求める内容
response-now = 現行
response-due = 期限
response-unmet = 満たさない場合
response-answer = 回答
response-round = { $round }回
response-others = 他の席が回答
response-short-0 = 回答しない
response-short-1 = 原則受け入れ
response-short-2 = 対案 { $what }
response-short-3 = 保留
response-short-4 = 組み替え { $what }
response-answers = { $name }への回答
response-answers-none = 回答
response-how-1 = 原則受け入れ
response-how-2 = 対案
response-how-3 = 保留
response-how-4 = 組み替え
response-does-1 = { $effects }。{ $round }回に未達なら{ $times }倍
response-does-2 = { $effects ->
    [none] 数値は不変。結び付ける論点を示す
   *[other] { $effects }。論点を示す
}
response-does-3 = { $effects }
response-does-4 = すぐ返事。断られたら{ $effects }
response-if-unmet = { $round }回までに満たさない場合: { $effects }
response-courses = 路線: 配分する点 { $points }
response-left = 残り{ $left }
response-course = 現在{ $value }、1点ごとに{ $effects }
response-lever-title = 手段（一つ、またはなし）
response-lever-none = なし
response-lever-on = 対象:
response-lever-nobody = この席から使える手段はありません。
response-lever-about = 政治資本{ $price }{ $credibility ->
    [none] {""}
   *[other] 、信頼度{ $credibility }
}: { $effects }
response-guide = { $who }。回答する要求{ $demands }件{ $points ->
    [0] {""}
   *[other] 、路線点{ $points }点
}です。F9でまとめて送ります。{ $out ->
    [0] {""}
   *[other] 未回答は保留として送られます。
}{ $points ->
    [0] {""}
   *[other] 残った点は失われます。
}実行後の政治資本{ $capital }。
response-guide-seat = { $who }。担当する分野の要求に回答できます。F9で送り、手順を終えるのは{ $head }です。残したものは未回答のままです。
response-values = 値
response-send = まとめて送る
response-nothing = 何も選ばれていないため、送っていません。
response-wait = 先に相手が答えます。ここで選んだ内容は残ります。
