# 二つのルールの違い。
diff-help = 二つのシナリオ、または二つのルール集の違いを示します。
diff-help-names = 二つのシナリオ、または二つのルール集。名前、パス、またはフォルダー。
diff-help-texts = 文言の違いも、件数だけでなく内容を示します。
diff-several = { $name } には複数のシナリオまたはルール集があります。一つを指定してください： { $known }
diff-packs-only = 一方はシナリオのないルール集なので、ルール集だけを比べます。
diff-head = 内容の違い：{ $count }件
diff-same-meaning = 内容に違いはありません。
diff-renames = 変わった名前：{ $count }件
diff-texts = ほかに文言の違いが{ $count }件（--texts で表示）
diff-texts-head = 文言の違い：{ $count }件
diff-changed = { $path }： { $old } -> { $new }
diff-added = { $path }： 追加、 { $new }
diff-removed = { $path }： 削除、元は { $old }
diff-renamed = { $path }： { $old } -> { $new }
diff-moved = { $path }： 順序の変更、動いたもの： { $ids }
diff-place = { $place }、{ $origin }
diff-place-scenario = { $place }、{ $origin }、シナリオの記述
