# 手がかり：相手の重みについて分かっていること。
clue-title = { $side }についての手がかり
clue-title-all = 他の側についての手がかり
clue-left = 残る姿勢: { $all }のうち{ $left }
clue-head-issue = 論点
clue-head-clue = 手がかり(重み)
clue-head-asked = 要求
clue-head-offered = 提案・受諾
clue-none = まだ手がかりはありません。協議での打診（p、政治資本{ $price }か行動トークン{ $tokens }）のほか、一部の交渉手段やカードで得られます。
clue-none-ever = まだ手がかりはありません。一部の交渉手段やカードで得られます（p）。
clue-public = 手がかりは各側だけのものです。席の数字キーでその側の画面を開きます。
clue-public-postures = 手がかりから残る姿勢は、各側の画面に示します。
clue-band = { $band } { $round ->
    [0] 開始時
   *[other] { $round }回
} { $sure ->
    [yes] 確実
   *[no] 不確実
}
clue-follows = ({ $bands })
clue-or = /
clue-asked = { $name } { $level ->
    [none] {""}
   *[other] { $level }{" "}
}{ $round }回
clue-offered = 提案 { $level } { $round }回
clue-agreed = 受諾 { $level } { $round }回
clue-postures-title = 姿勢
clue-postures = { $side }にあり得る姿勢と、{ $issue }の重み
clue-weighs = { $issue }: { $weight }
clue-bounds = { $issue }の重みは、100のうち{ $least }から{ $most }の間です。
clue-gone = 確実な手がかりで除かれた姿勢: { $names }
clue-bands = 「高」は100のうち{ $high }以上、「中」は{ $middle }以上、「低」はそれ未満。括弧は、確実な手がかりから残る可能性です。
clue-naming = 自国側は第{ $round }回の終わりに姿勢を言い当てることができます。
clue-named = 自国側の回答: { $posture }。{ $right ->
    [yes] 正解でした。
   *[no] 正解ではありませんでした。
}
