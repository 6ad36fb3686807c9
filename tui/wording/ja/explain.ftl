# 確認の番号についての説明：見出し、番号の種類、ない番号。説明そのものは explain.yaml にある。
explain-title = { $code }　{ $title }
explain-kind = （{ $kind }）
explain-wrong = 誤り：
explain-right = 正しい書き方：
explain-mend = 直し方：
explain-group = NW{ $digit }　{ $kind }
explain-family-0 = 文字と YAML
explain-family-1 = 項目の形
explain-family-2 = 名前
explain-family-3 = 数と論理
explain-family-4 = 言語
explain-family-5 = 計算で分かる結果
explain-family-6 = 変更ファイルと版
explain-family-7 = シミュレーションで分かる結果
explain-near = 番号「{ $code }」はありません。近いもの： { $near }
explain-unknown = 番号「{ $code }」はありません。番号は NW303 のような形です。一覧：nemawashi explain
