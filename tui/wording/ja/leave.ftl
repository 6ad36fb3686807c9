leave-title = 卓を離れますか
leave-kept = これまでの行動はすべて保存されています。最初の画面から同じ場面で再開できます。
leave-act = 離れる
leave-stay = 残る
