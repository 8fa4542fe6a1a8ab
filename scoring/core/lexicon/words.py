"""Single words and endings that rules look for, German and English."""

from scoring.core.text import list_words

FIRST_PERSON = {
    "de": list_words("ich mich mir mein meine meinen meiner meinem"),
    "en": list_words("i i'll i've i'm i'd my me"),
}
"""Somebody speaks, not a company."""

ANSWERS = {
    "de": list_words("ja nein doch stimmt geht"),
    "en": list_words("yes no yep nope not"),
}
"""A sentence that begins so answers a question."""

NOMINAL_ENDINGS = {
    "de": ("ung", "ungen", "keit", "heit", "tion", "ionen", "taet", "ismus"),
    "en": ("tion", "tions", "ment", "ments", "ance", "ability"),
}
"""Endings of nouns that stand where a verb could."""
