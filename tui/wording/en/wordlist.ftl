# The words of the game.
wordlist-find = / Find a word
wordlist-none = No word has "{ $text }" in it. Esc empties the field.
wordlist-empty = The words of the first game could not be read.
wordlist-count = { $count ->
    [one] 1 word
   *[other] { $count } words
}
wordlist-clear = Show all
