curtain-hand-over = 席を交代してください: { $seat }
curtain-how = { $id }: 着席したらEnterを押してください。Escで共通の卓に戻ります。
