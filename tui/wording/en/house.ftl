# House rules: what an overlay changes in the rules it extends.
house-rule = { $path }: { $old } -> { $new }  ({ $place })
house-none = No house rules: everything is as it was shipped or written.
house-head = { $count ->
    [one] Played with 1 house rule
   *[other] Played with { $count } house rules
} ({ $texts ->
    [0] no texts changed
    [one] and 1 other text
   *[other] and { $texts } other texts
}):
house-digests = Rules { $rules }, texts { $texts }
