relations-title = 両国関係
relations-drift = 毎回{ $drift }
relations-capital = 政治資本
relations-capital-of = 資本 { $side }
relations-demands = 要求
relations-due = 期限{ $round }回
