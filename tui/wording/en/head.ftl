head-round = R{ $round }/{ $rounds }
head-offer = offer { $made }/{ $offers }
head-seat = { $seat } seat
head-public = PUBLIC TABLE
head-watch = WATCHING
head-rules = rules { $rules }
