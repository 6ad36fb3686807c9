# 論点の詳細。
card-weight = あなたの重み{ $weight }
card-level = 水準
card-marks = 状態
card-home = 国内で最も動く
card-gap = 、
card-now = 現行
card-asked = 要求
card-wished = 要望
card-table = 卓上
card-draft = 自分の案
card-locked = x制限
card-effects = 発効すると{ $effects }。
card-shifts = 国内の反応: { $groups }。
card-lock = 制限中: { $term }の条件は、{ $needs }。
card-cap = 上限を超えています。今は「{ $level }」までです。
card-source = { $origin ->
    [none] {""}
   *[other] 数値は{ $origin }。
}{ $tags ->
    [none] {""}
   *[other] タグ { $tags }。
}
card-take = 案に入れる
