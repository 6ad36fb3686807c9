# The end of a game on the screen.
ending-statement = Joint statement
ending-statement-none = Statement: nothing new is agreed
ending-behind = Behind this sentence
ending-behind-nothing = No single issue stands behind this sentence.
ending-by-accord = accord of round { $round }
ending-by-decide = decided by { $side }, round { $round }
ending-by-reopen = reopened by { $side }, round { $round }
ending-unmoved = as at the start
ending-offered = first offered by { $side }, round { $round }
ending-asked = { $side } asked up to { $level }
ending-linked = linked with { $issue }, round { $round }
ending-initiative = Joint work: { $label }
ending-result = Result
ending-start = At start
ending-reached = At the end
ending-same = as before
ending-guide = Nothing changes any more: arrows and Tab to read, Enter opens the debrief.
