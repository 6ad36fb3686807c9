# The pages about codes of the checker: headings, kinds of codes, a code that does not exist. The pages stand in explain.yaml.
explain-title = { $code }  { $title }
explain-kind = ({ $kind })
explain-wrong = Wrong:
explain-right = Right:
explain-mend = How to mend it:
explain-group = NW{ $digit }  { $kind }
explain-family-0 = Text and YAML
explain-family-1 = Shape of entries
explain-family-2 = Names
explain-family-3 = Numbers and logic
explain-family-4 = Language
explain-family-5 = Outcomes that were computed
explain-family-6 = Overlays and versions
explain-family-7 = Outcomes that were simulated
explain-near = There is no code `{ $code }`. Did you mean { $near }?
explain-unknown = There is no code `{ $code }`. Codes look like NW303; all of them are listed by: nemawashi explain
