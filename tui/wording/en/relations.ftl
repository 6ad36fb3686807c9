relations-title = Relations
relations-drift = { $drift }/R
relations-capital = Capital
relations-capital-of = Capital { $side }
relations-demands = Demands
relations-due = due R{ $round }
