"""Edits of a scenario's text as small patches: what a form or the time line changes, and nothing else.

Rules kept here: nothing is constructed and the text is never written anew; a patch is looked for among several ways to
write it and handed out only after the patched text was read again and says exactly what was meant, with every comment
outside of what was replaced or removed still there; where no way does, the edit is refused and the text stays.
"""
