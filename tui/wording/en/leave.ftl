leave-title = Leave the table?
leave-kept = Every act so far is kept. You can resume from the first screen at the same point.
leave-act = Leave
leave-stay = Stay
