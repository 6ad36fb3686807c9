# 要求：求められていること、要望、進行中のもの。
asked-title = 要求: { $count }件（未充足{ $unmet }件）
asked-compact = 要求と要望
asked-none = 未対応の要求はありません。情勢と要求の段階で出てきます。
asked-head-asks = 求める内容
asked-head-asked = 要求
asked-head-now = 現行
asked-head-due = 期限
asked-head-met = 現状
asked-head-answer = 回答
asked-head-unmet = 満たさない場合
asked-due = { $round }回
asked-met-yes = 充足
asked-met-no = 未充足
asked-is-met = 今のままで充足
asked-answer-0 = 未回答
asked-answer-1 = 原則受け入れ
asked-answer-2 = 対案
asked-answer-3 = 保留
asked-answer-4 = 組み替え
asked-linked = { $answer } { $issue }
asked-unmet = 満たさない場合{ $times ->
    [1] {""}
   *[other] （{ $times }回分）
}: { $effects }
asked-ahead = 次の回の要求を前もって公開: { $name } { $term }。満たさない場合: { $effects }
asked-hand = 手元のカード
asked-requests = { $side }の要望
asked-brings = 不利益なし。かなえば{ $effects }
asked-brings-short = かなえば{ $effects }
asked-runs = 進行中
asked-runs-none = 進行中のものはありません。共同事業や連動はpの画面にあります。
asked-open = 提案できる共同事業: { $names }（p）
asked-timer = 第{ $round }回 { $step }: { $what ->
    [none] 「{ $cause }」の続き
   *[other] { $what }（{ $cause }）
}
asked-then = 合意がない場合
asked-if-nothing = 第{ $round }回までに合意がなければ、{ $effects }となります{ $doubled ->
    [yes] （受け入れた要求の分は重ねて数えます）
   *[no] {""}
}。その{ $count }件は卓を離れます。
asked-nothing-due = 未対応の要求は、今のままですべて満たされます。
asked-nothing = 期限が来るものはありません。
asked-you = 自国
asked-other = 先方
asked-gave = { $name } { $answer }
asked-given = 回答　{ $answers }
asked-working = 共同事業　{ $names }
asked-waiting = 返事待ちの提案　{ $count }
asked-links = 連動　{ $names }
