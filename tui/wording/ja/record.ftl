# 記録の問題と、どうすればよいか。
record-not-a-record = { $file } はゲームの記録ではありません（{ $line }行目）。別のファイルを指定してください。
record-newer-format = { $file } は形式{ $format }の記録です。このプログラムは形式{ $known }まで読めます。新しい版を使ってください。
record-torn-line = { $file } の{ $line }行目は書き込みの途中で切れています。この行を除き、その前はすべて残っています。
record-changed-line = { $file } の{ $line }行目が変更されたか壊れています。その前は正常です。そこから続けるには：nemawashi resume { $file } --to { $upto }
record-changed-head = { $file } の{ $line }行目が変更されたか壊れています。この行はゲームの条件とルールを定めるため、後の行は使えません。新しいゲームを始めてください。
record-other-engine = この記録はプログラムの版 { $then } で作られました（今は { $now }）。ここから先の進み方が異なることがあります。
record-other-rules = 「{ $scenario }」のルールはその後変わりました（当時 { $then }、今 { $now }）。ゲームは記録にあるルールで続けます。
record-other-texts = 「{ $scenario }」の文章はその後変わりました。ルールは変わっていません。
record-line-refused = 記録の{ $n }行目「{ $text }」は今のルールでは受け付けられません（{ $code }）。その前までは：nemawashi replay { $file } --to { $upto }
record-line-unreadable = 記録の{ $n }行目は{ $column }文字目で読めません：「{ $text }」。その前までは：nemawashi replay { $file } --to { $upto }
record-open-elsewhere = { $file } は別のプログラムで開かれています。先にそちらのゲームを閉じてください。
record-disk-full = ディスクに { $file } のための空きがなく、最後の操作は受け付けられませんでした。空きを作り、次で続けられます：nemawashi resume { $file }
record-cannot-write = { $file } に書き込めません（{ $reason }）。最後の操作は受け付けられませんでした。--record で別の場所を指定してください。
record-cannot-read = { $file } を読めません（{ $reason }）。名前を確かめてください。
