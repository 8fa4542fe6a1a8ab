"""Cheap tricks that somebody might try on the score: `pens` has them, `python -m tests.scoring.tricks` the table."""
