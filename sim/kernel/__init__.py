"""The rules, once: plain functions over one integer vector of tables and one of state."""
