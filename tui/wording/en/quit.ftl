quit-title = Leave the program?
quit-draft = Every act sent is kept; unsent drafts are lost: { $drafts }.
quit-leave = Leave
quit-stay = Stay
