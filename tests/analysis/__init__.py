"""Exact answers held against brute force, axioms, and the tables of the alliance pack."""
