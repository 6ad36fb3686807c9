welcome-what = 同盟国間の要求と回答をめぐる卓上ゲームです。
welcome-learn = 遊びながら学ぶ　5分、日本側、ヒントあり
welcome-new = 新しいゲーム
welcome-resume = 再開
welcome-debrief = 振り返り
welcome-about = このゲームについて
