# ゲームの用語。
wordlist-find = / 用語を探す
wordlist-none = 「{ $text }」を含む用語はありません。Escで欄を空にします。
wordlist-empty = 最初のゲームの用語を読めませんでした。
wordlist-count = { $count }語
wordlist-clear = すべて示す
