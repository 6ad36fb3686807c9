# 単語と名前。
word-side = { $name }側
word-bot = { $name }（ボット）
word-table = 場
word-seat = { $side }・{ $seat }
word-of-side = { $name }（{ $side }）
word-nothing = なし
word-nobody = なし
word-none = なし
word-yes = 可
word-no = 否
word-lean-yes = 可に近い
word-lean-no = 否に近い

word-step-news = 情勢
word-step-demand = 要求
word-step-response = 回答
word-step-talks = 協議
word-step-home = 根回し
word-step-resolve = 結果
word-step-end = 終了

word-band-high = 高
word-band-middle = 中
word-band-low = 低

word-origin-source = 出典あり
word-origin-assumption = 仮定
word-origin-house = 独自ルール

word-cause-drift = 自然変動
word-cause-play = 操作
word-cause-income = 収入
word-cause-answer = 回答
word-cause-vote = 採決
word-cause-met = 満たされた要求
word-cause-unmet = 満たされなかった要求
word-cause-score = 採点

word-number-capital = { $name }の政治資本
word-number-tokens = { $name }の行動トークン
word-number-utility = { $name }の価値
word-number-final-utility = { $name }の最終価値
word-number-gains = { $name }の共同事業の成果
word-number-side = { $name }の得点
word-number-failed = { $name }の否決数
word-number-yes-weight = { $name }の賛成の重み
word-number-named-right = { $name }による姿勢の推定
word-number-credibility = 「{ $name }」の信頼度
word-number-now-sum = 終了時の共同の価値
word-number-start-sum = 開始時の共同の価値
word-number-best-sum = 制限内で最大の共同の価値
word-number-efficiency = 効率
word-number-alliance = 同盟指数
word-number-joint = 共同得点
word-number-ratified = 批准された一括案
word-number-round = 回
word-number-agenda = 席{ $name }の個別目標点
word-number-seat = 席{ $name }の得点
word-number-seat-tokens = 席{ $name }の行動トークン

word-answer-0 = 未回答
word-answer-1 = 原則受け入れ
word-answer-2 = 対案
word-answer-3 = 保留
word-answer-4 = 組み替え提案

word-effect-add = { $name } { $amount }
word-effect-softened = { $name } { $amount }（元は{ $asked }）
word-effect-set = { $name }を{ $amount }に
word-effect-unknown = { $name }が動く
word-effect-group = 指定した関係者 { $amount }
word-effect-posture = 姿勢が変わることがある
word-effect-demand = 要求が出る
word-effect-withdraw = この回の二つ目の要求が外れる
word-effect-deadline = 期限が動く
word-effect-reveal = 共同事業のカードが出る
word-effect-card = 情勢カードが呼ばれる
word-effect-clue = 手がかり一つ
word-effect-grant = 1回無料
word-effect-block = 何かが使えなくなる
word-effect-price = 費用が変わる
word-effect-vote = 採決でだけ数える支持
word-effect-choice = 選択
word-effect-lever = 別の交渉手段が働く
word-effect-initiative = 共同事業が変わる
word-effect-other = その他
word-effect-when = { $effect }（{ $when } のとき）
word-effect-later = { $effect }（{ $rounds }回後）
word-effect-chance = { $effect }（確率{ $chance }%）
word-effect-in-step = { $effect }（{ $step }で）
word-effect-none = 数値の変化なし

word-style-random-legal = 無作為
word-style-conceder = 譲歩型
word-style-tradeoff = 取引探索型
word-style-caretaker = 暫定型
