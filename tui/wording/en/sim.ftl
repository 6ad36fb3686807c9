# Counts of many games.
sim-agreement = Games with an accord
sim-ratification = Games with a ratified package
sim-votes = Votes that ratified
sim-utility = Value for { $side }
sim-side = Side score of { $side }
sim-joint = Joint score
sim-efficiency = Efficiency
sim-packages = Ratified packages a game
sim-initiatives = Completed joint work a game
sim-ending = Ending { $label }
sim-share = { $share } ({ $low } to { $high }), { $count } of { $of }
sim-mean = { $mean } ({ $low } to { $high })
