# 操作が受け付けられない理由。何が妨げか、どうすればよいか。事実は sim/table/facts.py。
refused-frame = 受け付けられません。{ $what }

refused-not-now = 手順「{ $step }」ではできません。今できることは help で確かめられます。
refused-not-your-turn = 今は{ $waited }の番です。
refused-not-this-seat = 側を代表して行えるのは { $head } だけです。行の先頭に { $head } と書いてください。
refused-not-open-yet = この操作は、このシナリオでは後の回に開くか、使われません。
refused-choice-first = { $card ->
    [none] 先に{ $party }が答える必要があります。
   *[other] 先に{ $party }が「{ $card }」を決める必要があります。
}
refused-game-over = ゲームは終わりました。debrief で振り返れます。
refused-no-capital = 政治資本が{ $price }必要ですが、残りは{ $capital }です。
refused-no-token = この回の行動トークンは残っていません。
refused-not-in-hand = { $demand }は引いたカードにありません。demands で確かめられます。
refused-no-gap = { $demand }が求める水準はすでに発効しています。別のカードを出してください。
refused-not-your-lever = 「{ $lever }」は相手側の交渉手段です。
refused-lever-played = 「{ $lever }」はこの回に使いました。次の回にまた使えます。
refused-lever-slot-used = この手順の交渉手段は使いました。次に使えるのは、交渉手段のある次の手順です。
refused-lever-barred = 「{ $lever }」は今は使えません。
refused-needs-not-met = 「{ $entry }」の条件がまだ満たされていません。why { $id } で条件を確かめられます。
refused-wrong-pick = { $pick ->
    [demand] 「{ $lever }」は出ている要求に使います。後ろに要求の名前を書いてください。
    [group] 「{ $lever }」は国内関係者に使います。後ろにその名前を書いてください。
    [issue] 「{ $lever }」は論点に使います。後ろに論点を書いてください。
   *[none] 「{ $lever }」には対象がありません。最後の語を外してください。
}
refused-no-such-demand = { $demand }はここでは出ていません。demands で確かめられます。
refused-already-answered = { $demand }にはこの回すでに回答しました。
refused-not-a-lower-level = 組み替え提案では、「{ $issue }」について要求の「{ $asked }」より低い水準を示します。
refused-no-such-issue = この論点は使えません。対案では、要求とは別の論点を示します。
refused-nothing-to-decide = この回答を待つものはありません。
refused-too-many-points = 戦略ポイントは毎回{ $limit }、一つの針路には{ $each }までです。すでに{ $placed }置いています。
refused-no-points = 針路を一つ以上書いてください。例：course 名前=1
refused-not-a-course = その針路は相手側のものです。
refused-no-such-option = このカードにその選択肢はありません。
refused-probe-used = この回の打診は終わりました。
refused-not-face-up = その共同事業は場に出ていません。demands で確かめられます。
refused-one-initiative = 新しい共同事業は1回に{ $limit }件までで、すでに合意しています。
refused-other-cannot-pay = 双方が費用を払いますが、相手側の政治資本が足りません。
refused-already-linked = 「{ $first }」と「{ $second }」はすでに連動しています。
refused-not-linked = 「{ $first }」と「{ $second }」は連動していません。
refused-too-many-links = 連動は各側{ $limit }件までです。先に別の連動を外してください。
refused-already-proposed = すでに提案済みで、相手側の返事を待っています。
refused-no-such-proposal = 同意を待つ提案はありません。
refused-own-proposal = 自国側の提案です。返事をするのは相手側です。
refused-accord-stands = この回は合意が成立しており、これより後に別の提案はできません。
refused-empty-package = 現行と異なる水準の論点を一つ以上書いてください。例：offer T1=1
refused-above-lock = 「{ $issue }」の「{ $level }」は上限「{ $cap }」を超えています。下げるか、外してください。
refused-no-such-level = 「{ $issue }」に水準{ $level }はありません。最高は{ $top }です。
refused-too-large = 一括案は{ $steps }段で、上限の{ $limit }段を超えています。いくつか外してください。
refused-link-broken = 「{ $first }」と「{ $second }」は連動しています。両方書くか、両方外してください。
refused-package-barred = カードにより、この回はこの種の一括案を出せません。
refused-same-offer = 同じ一括案がすでに出ています。受諾するか、水準を変えてください。
refused-not-bound = この提案は自国側を対象にしていないか、ほかの側を対象にしていません。
refused-nothing-to-accept = 場に提案はありません。
refused-own-offer = 自国側は受諾済みです。返事をするのは相手側です。
refused-move-used = 政府決定は1回に一つで、すでに行いました。
refused-not-yours-to-move = 「{ $issue }」はこの側だけでは動かせません。
refused-one-level-only = 政府決定は1段だけです。「{ $issue }」は今「{ $now }」で、「{ $level }」は隣の水準ではありません。
refused-needs-vote = 「{ $issue }」の「{ $level }」には国内の採決が必要です。一括案に入れてください。
refused-in-the-accord = 「{ $issue }」はこの回の合意に含まれています。
refused-not-for-them = この決定は相手側の利益になりません。政府決定は相手側の利益になるものに限られます。
refused-not-against-them = この変更は相手側の不利益にならないため、再開には当たりません。decide で行えます。
refused-no-accord = 合意がないため、採決にかけるものはありません。
refused-already-consulted = 国内協議は1回に{ $limit }件で、すでに行いました。
refused-not-your-group = 「{ $group }」は相手側の関係者です。
refused-group-limit = 「{ $group }」への根回しは{ $group_limit }点までです。1段は{ $size }点です。
refused-side-limit = 根回しは側全体で{ $side_limit }点までです。1段は{ $size }点です。
refused-group-unmoved = 「{ $group }」は今、根回しでは動きません。
refused-already-decided = この手順の決定は済んでいます。
refused-not-your-naming = 姿勢の推定はこの側の役目ではありません。
refused-no-such-posture = 相手側にその姿勢はありません。
refused-may-not-rise = 「{ $issue }」は今は引き上げられません。
refused-already-done = この部分は終わりました。
refused-vote-barred = カードによりこの回は採決ができないため、一括案は出せません。
refused-one-per-round = これは1回に一度だけです。
refused-must-choose = 先に手元のカードを1枚出してください。demands で確かめられます。
refused-table-full = 場に空きがなく、これ以上は置けません。
refused-no-offers-left = この回の提案{ $limit }件は出そろいました。受諾、保留、打ち切りのいずれかを選びます。
refused-issue-moved = 「{ $issue }」はこの回すでに動かしました。

refused-no-such-seat = 「{ $seat }」という席はありません。
refused-no-such-seating = { $party ->
    [none] この席の分け方はできません。
   *[other] { $party }の席は1から{ $most }までで、{ $seats }にはできません。
}
refused-no-such-act = その操作はありません。
refused-no-such-line = 記録に{ $line }行目はありません。
refused-not-your-act = { $line }行目はこの側の操作ではありません。
refused-acts-came-after = { $line }行目の後に別の操作があるため、取り消せません。
refused-chance-decided = { $line }行目の後に抽選があったため、取り消せません。
refused-others-saw-it = { $line }行目の結果を相手側が見たため、取り消せません。
refused-it-revealed = { $line }行目で新しい情報が示されたため、取り消せません。
refused-not-the-facilitator = これは進行役だけができます。
refused-not-a-player = 場そのものはゲームに加わりません。
refused-needs-a-reason = 行の最後に理由を書いてください。
refused-no-such-draw = その名前や番号の抽選はありません。
refused-too-many-forced = 決めておける抽選の数が上限に達しています。
refused-no-such-number = 「{ $name }」という数値はありません。{ $near ->
    [none] {""}
   *[other] 近いもの： { $near }
}
refused-not-yours-to-know = 「{ $what }」のもとになるものは、終了までこの側には分かりません。
refused-game-not-over = これはゲームが終わってから確かめられます。
