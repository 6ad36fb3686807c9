# ルールファイルを書くコマンド： rules set、rules new、rules fmt。
edit-set-help = 自作のルールファイルの値を一つずつ変えます。
edit-set-help-values = 値への道筋と新しい値。例： issues.D1.start=plan
edit-set-help-into = 書き込むファイル。変更ファイル（なければ新しく作ります）、または自作のシナリオやルール集のファイル。
edit-set-help-extends = 新しい変更ファイルの土台とするシナリオ。省略時は最初のゲーム。
edit-set-help-from = 変更ファイルに元の値も書き残します。土台の値が後で変わると、検査で断られます。
edit-fmt-help = ルールファイルの体裁を整えます。意味は変わりません。
edit-fmt-help-files = 自作のルールファイル。付属のファイルは --check か --diff でのみ指定できます。
edit-fmt-help-check = 変わるはずのファイルの名前だけを示し、何も書きません。あれば終了コードは1です。
edit-fmt-help-diff = 変わるはずの箇所を示し、何も書きません。
edit-new-help = 自作のルールを始めます。例を並べた変更ファイルを、専用のフォルダーに作ります。
edit-new-help-folder = 作る場所。省略時は新しいシナリオと同じ名前のフォルダー。
edit-new-help-from = 土台とするシナリオ。
edit-new-help-id = ファイルやコマンドで使う、新しいシナリオの名前。
edit-new-help-title = 参加者に見える題名。
edit-new-help-rounds = 回の数。

# 新しい変更ファイルに注釈として入る文。
edit-head-what = { $base } への変更。違うところだけをここに書きます。ほかはすべて元のままです。
edit-head-check = 書き換えたら、このファイルの名前を付けて nemawashi check を実行してください。
edit-head-digest = これを書いた時の { $base } の要約値。土台が変わると check が知らせます
edit-head-set = set： 値を一つずつ変えます。左に書くのは値への道筋で、nemawashi why が示すものと同じです。

# rules set
edit-no-value = `{ $word }` は「道筋=値」の形ではありません。例： issues.D1.start=plan （値に空白があれば全体を引用符で囲む）
edit-no-place = `{ $path }` の示す先がありません。{ $hint }
edit-several-places = `{ $path }` の示す先が複数あります。{ $hint }
edit-not-one-value = `{ $path }` には複数の値があります。{ $example } のように一つを指定するか、ファイルを直接書き換えてください。
edit-elsewhere = `{ $path }` があるのは { $file } ではなく { $place } です。自作のファイルならその名前を、そうでなければ変更ファイルを指定してください。
edit-by-hand = `{ $path }` は、ほかの箇所に触れずには変えられません（{ $place }）。ファイルを直接書き換えてください。
edit-from-needs-overlay = --from は変更ファイルのためのもので、{ $file } は変更ファイルではありません。
edit-extends-already = { $file } はすでにあり、土台も決まっています。--extends を外してください。
edit-is-folder = { $file } はフォルダーです。その中のファイルを指定してください。
edit-no-rule-file = ルールファイルの名前は .yaml で終わりますが、{ $file } はそうではありません。
edit-shipped = { $file } は付属のファイルなので書き換えません。--into my_rules.yaml のように自作の変更ファイルを指定してください。
edit-set-changed = { $path }： { $old } -> { $new }
edit-set-place = { $place }
edit-set-place-base = { $place }、 { $base } の代わり
edit-set-same = { $path } はすでに { $old } です（{ $place }）
edit-set-nothing = { $file } には何も書いていません。
edit-set-written = { $file } に書きました。
edit-set-begun = { $file } を新しく作りました。
edit-set-refused = この値では誤りが{ $count }件あります。{ $file } には何も書いていません。
