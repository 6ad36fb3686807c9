"""The terminal: what a person sees and types. Screens hold views and options; a rule, a sentence or a file is never here."""
