log-title = 記録
