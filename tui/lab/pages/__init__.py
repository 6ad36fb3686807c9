"""What the lab shows: pure functions from figures to rows. The screen and the text output show the same rows; no toolkit here."""
