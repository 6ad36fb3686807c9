# 1行で入力する操作。
line-title = 1行で入力
line-next = 次の語：
line-whole = Enterでこの行を送ります。
line-nothing = ここに合う語はありません。Enterで、どこが違うかを示します。
line-hint = 記録と同じ書き方で入力します。例： done 、 offer T1=2 。why と数値の名前で出どころを示します。Tabで語を補います。
line-send = 送る
line-wait = ボットが考えています。行は残しますので、終わってから送ってください。
line-read-first = 先に卓上で読むものがあります。行は残します。
line-secret = これは他の側に見えないところで行います。先に{ $seat }の席の画面を開いてください。行は残します。
