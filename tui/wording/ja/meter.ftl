# 指標：関係を表す数値の一覧。何が動かし、次に何が起きるか。
meter-title = 指標: 全{ $count }件
meter-compact = 指標
meter-courses = 路線
meter-counters = 計数
meter-sides = 各側
meter-head-name = 指標
meter-head-value = 値
meter-head-now = 今回
meter-head-drift = 変動
meter-head-next = 次
meter-head-does = そのとき起きること
meter-short-value = 値
meter-drift = 毎回{ $drift }
meter-capital = 資本 { $side }
meter-tokens = 側の行動トークン{ $tokens }
meter-about = 説明
meter-of = { $name } { $value }
meter-why = wで内訳をすべて示します。
meter-made = { $start ->
    [none] {""}
   *[other] 開始時{ $start }。
}{ $moved ->
    [none] この回は動いていません。
   *[other] この回{ $moved }: { $parts }。
}
meter-change = { $label } { $amount }
meter-change-asked = { $label } { $amount }（元は{ $asked }）
meter-holds = { $text }（今、成立）
meter-ends = 解消: { $text }
meter-reading = ほかに関わるもの: { $names }。
meter-nothing = この数値を基準と比べる、公開のルールはありません。
meter-called = { $word }
meter-use-of = { $name ->
    [none] { $effects }
   *[other] { $name }: { $effects }
}
meter-use-each = 毎回 { $text }
meter-use-lock = { $term }を提案できる
meter-use-cap = { $name }の上限
meter-use-rise = { $name }を上げられる
meter-use-lever = { $name }が使える
meter-use-price = { $name }の費用
meter-use-act = { $name }が行える
meter-use-initiative = { $name }を提案できる
meter-use-modifier = 「{ $name }」が働く
meter-use-drift = { $name }の変動
meter-use-income = { $name }の収入
meter-use-quota = { $name }の承認
meter-use-score = { $name }の得点
meter-use-ending = 結末: { $name }
meter-use-chance = 確率: { $name }
meter-use-second = 二つ目の要求の確率
meter-use-ahead = 次の要求を前もって公開
meter-use-size = 一括案の大きさ
meter-use-tokens = 席の行動トークン1増
meter-use-cards = 情勢カードの枚数
meter-use-wrong = 誤った手がかりの可能性
meter-use-probe = 無料の打診が1回増える
meter-use-move = 政府決定
meter-use-breach = 相手に不利な単独措置
meter-use-step = 根回し1段の効果
meter-use-steps = 根回しの費用
meter-use-ground = 根回しが効く関係者
meter-use-stays = 採決後に残る支持
meter-use-alliance = 終了時の同盟指数
meter-use-joint = 終了時の共同得点
