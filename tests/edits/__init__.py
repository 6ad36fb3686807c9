"""Rule files with one edit in them: what the checker says to edits that are wrong, and that any edit at all is answered."""
