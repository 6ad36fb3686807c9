# The card of an issue.
card-weight = your weight { $weight }
card-level = Level
card-marks = Stands there
card-home = Most moved at home
card-gap = {", "}
card-now = now
card-asked = asked
card-wished = wished
card-table = on table
card-draft = draft
card-locked = x locked
card-effects = In force: { $effects }.
card-shifts = At home: { $groups }.
card-lock = Locked: { $term } needs { $needs }.
card-cap = Above the cap: at most { $level } now.
card-source = { $origin ->
    [none] {""}
   *[other] Numbers: { $origin }.{" "}
}{ $tags ->
    [none] {""}
   *[other] Tags { $tags }.
}
card-take = Into draft
