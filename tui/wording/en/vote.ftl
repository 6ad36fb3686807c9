# The vote, group by group.
vote-title = Vote on the accord{ $package ->
    [none] {""}
   *[other] : { $package }
}
vote-head-weight = Wt
vote-head-vote = Vote
vote-so-far = Count so far
vote-result = Result
vote-count = { $side }: { $yes }{ $needed ->
    [0] {""}
   *[other] {" "}of { $needed }{ $state ->
        [yes] {" "}reached
        [no] , out of reach
       *[open] {""}
    }
}{ $left ->
    [0] {""}
   *[other] , { $left } still to come
}
vote-open = open
vote-still = { $sides ->
    [none] Groups still to come cannot change any result.
   *[other] Groups still to come can change the result of: { $sides }.
}
vote-failed = Not ratified: levels stay as they are{ $worked ->
    [yes] , and the groundwork is paid.
   *[no] .
}
vote-now = Now: vote
vote-guide = All sides look on; Enter shows the next group. Nothing can be changed now, and after the last group the game goes on to Resolve.
vote-guide-end = All groups have voted; nothing can be changed now, and Enter goes on to Resolve.
