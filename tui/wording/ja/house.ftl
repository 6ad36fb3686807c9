# 独自ルール：元のルールを変更ファイルが変えたところ。
house-rule = { $path }：{ $old } → { $new }（{ $place }）
house-none = 独自ルールなし。すべて元のままです。
house-head = 独自ルール{ $count }件でのゲーム（文言の変更{ $texts }件）：
house-digests = ルール { $rules }、文言 { $texts }
