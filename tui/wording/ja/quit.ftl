quit-title = プログラムを終了しますか
quit-draft = 送信した行動はすべて保存されています。未送信の案{ $drafts }件は失われます。
quit-leave = 終了する
quit-stay = 残る
