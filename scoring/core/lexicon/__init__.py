"""What the rules look for, as data: German and English, one pattern per line (scoring/core/patterns.py says how)."""
