about-what = Nemawashi is a table game about a negotiation between two allies. One side asks, the other answers; both must carry what they agree at home. The word means the quiet groundwork before a formal decision.
about-model = It is a teaching model. Its numbers are assumptions that can be read and changed in plain text files, and what comes out is the outcome of a game, not a forecast.
about-sources = Every number names where it comes from: a source, or an assumption of the designers. Press w on a number to see it, down to the file and the line.
about-fair = Seats are roles, not persons. Both countries are shown with their own reasons.
about-kept = Every accepted act is written to disk before it shows. Records and reports are kept in { $folder }
about-licence = Free software under the MIT licence.
