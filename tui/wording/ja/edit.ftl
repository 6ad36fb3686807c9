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
edit-head-digest = これを書いた時の { $base } のダイジェスト。土台が変わると check が知らせます
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

# rules fmt
edit-fmt-shipped = { $file } は付属のファイルなので書き換えません。--check か --diff で変わる箇所を見られます。
edit-fmt-written = { $file } の体裁を整えました。
edit-fmt-would = { $file } には変わる箇所があります。
edit-fmt-done = ファイル：{ $files }件、変更：{ $changed }件、できなかったもの：{ $failed }件
edit-fmt-checked = ファイル：{ $files }件、変わるもの：{ $changed }件、できないもの：{ $failed }件
edit-fmt-comments = { $file } はそのままです。注釈が失われるか、動いてしまいます。
edit-fmt-meaning = { $file } はそのままです。意味が変わってしまいます。
edit-fmt-library = { $file } はそのままです。書き方を読み取れません（{ $what }）。

# rules new： 質問
edit-new-choice = { $number } { $name } - { $label }
edit-new-which = どのシナリオから始めますか。（Enterのみ： { $default }）
edit-new-which-wrong = 1から{ $last }までの番号か、一覧の名前を入れてください。
edit-new-title = 題名は何にしますか。（Enterのみ： { $default }）
edit-new-own-title = { $label }・自作版
edit-new-rounds = 何回にしますか。（Enterのみ： { $default }回、約{ $minutes }分）
edit-new-rounds-wrong = 1から{ $most }までの数を入れてください。
edit-new-bad-id = `{ $name }` は名前に使えません。英字で始め、英数字と - と _ だけにしてください。
edit-new-taken-id = `{ $name }` は付属のシナリオの名前です。別の名前にしてください。
edit-new-not-empty = { $folder } は空ではありません。新しいフォルダーを指定してください。
edit-new-refused = この答えでは誤りが{ $count }件あります。何も書いていません。
edit-new-done = 書いたファイル： { $file } と { $page }
edit-new-next = まず一つ目をエディターで開き、次を試してください： nemawashi check { $file }

# rules new が書くファイルの中の文。注釈と、例にするカード。
edit-new-how = 以下は例です。どれもこのルールでそのまま働く変更です。
edit-new-marks = 記号が二つの行は、この行のような説明です。記号が一つの行は例で、記号とその後の空白を消すと有効になります。
edit-new-set = set： 値を道筋で指して一つずつ変えます。例：ある水準が当事者にとって持つ価値（0から100）。
edit-new-start = start： 開始時の指標の値。
edit-new-replace = replace： 値を丸ごと置き換えます。例：論点の日本語の名前。
edit-new-add = add： 自作の項目を加えます。例：イベントカード（英語と日本語）。
    needs は出てもよい条件、effects は指標への影響です。
edit-new-remove = remove： 使わないものを外します。例：イベントカード。
edit-new-only = only： 使うものだけを並べます。書かないものは使いません。例：論点を減らして短くする。
edit-new-label-ja = { $label }（私たちの言い方）
edit-new-card-en = A question in the assembly
edit-new-card-ja = 議会での質問
edit-new-card-text-en = A member asks what has been achieved so far.
edit-new-card-text-ja = これまでの成果を問う質問が出た。
edit-new-readme =
    { $title }

    { $file } は { $base } への変更です。違うところだけが書いてあります。
    記号 # が一つの行は例です。# とその後の空白を消すと有効になります。

    このフォルダーで使う四つのコマンド：

      nemawashi check { $file }
          どこがどう誤っているか、どう直せばよいかを示します

      nemawashi rules diff { $base } { $file }
          土台のシナリオと違うところを示します

      nemawashi why { $file } issues
          値と、その場所、元の値を示します。どの部分の名前でも指定できます

      nemawashi play { $file }
          遊びます
