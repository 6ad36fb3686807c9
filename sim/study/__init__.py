"""Exact questions about a scenario that needs no game to be asked: findings, best packages, what a change does."""
