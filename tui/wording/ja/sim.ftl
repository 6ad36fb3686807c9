# 多くのゲームの集計。
sim-agreement = 合意のあったゲーム
sim-ratification = 批准された一括案のあったゲーム
sim-votes = 批准に至った採決
sim-utility = { $side }の価値
sim-side = { $side }の得点
sim-joint = 共同得点
sim-efficiency = 効率
sim-packages = 1ゲーム当たりの批准数
sim-initiatives = 1ゲーム当たりの共同事業の完了数
sim-ending = 結末 { $label }
sim-share = { $share }（{ $low }～{ $high }）、{ $of }のうち{ $count }
sim-mean = { $mean }（{ $low }～{ $high }）
