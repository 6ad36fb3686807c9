palette-theme-dark = 配色: 暗い
palette-theme-light = 配色: 明るい
palette-theme-contrast = 配色: 高コントラスト
palette-theme-mono = 配色: 色なし
palette-signs-drawn = 記号: 罫線
palette-signs-ascii = 記号: ASCII
