"""Promises without exception, over every scenario: what must hold of any game, whoever plays it and whatever chance does."""
