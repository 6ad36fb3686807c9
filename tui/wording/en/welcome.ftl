welcome-what = A table game about demands and answers between two allies.
welcome-learn = Learn by playing      5 minutes, you are Japan, hints on
welcome-new = New game
welcome-resume = Resume
welcome-debrief = Open a debrief
welcome-about = About and sources
