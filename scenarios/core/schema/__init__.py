"""Which fields a scenario and a brand profile have, and what each may hold. docs/scenario-format.md explains them.

This is data: shapes.py checks a tree against it, json_schema.py tells it to editors, and a test holds the page to
ELEMENTS.
"""
