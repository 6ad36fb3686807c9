ask-keep = まだ
ask-accept-title = この提案を受諾しますか
ask-accept = この回の合意となり、国内の採決にかけられます。取り消せません。
ask-accept-act = 受諾する
ask-break-title = この回の提案を打ち切りますか
ask-break = この回の提案は終わります。水準と要求はそのままです。
ask-break-act = 打ち切る
