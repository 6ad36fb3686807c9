head-round = { $round }/{ $rounds }回
head-offer = 提案 { $made }/{ $offers }
head-seat = { $seat }の席
head-public = 共通の卓
head-watch = 観戦
head-rules = ルール { $rules }
