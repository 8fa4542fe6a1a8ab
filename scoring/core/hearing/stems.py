"""Words that say what a text is about, cut to a stem: crude, the same on both sides, and without a dictionary."""

from functools import lru_cache

from scoring.core.lexicon.words import COMMON

LEAST = 4
"""Letters of a stem, and of a word that counts."""
ENDINGS = {
    "de": ("ungen", "innen", "ten", "ern", "end", "est", "en", "er", "em", "es", "te", "et", "st", "e", "n", "s", "t"),
    "en": ("ments", "ment", "ures", "ings", "ure", "ing", "ers", "ies", "ed", "es", "er", "ly", "y", "s", "e"),
}
SAME = {"grund": "ursach", "reason": "caus"}
"""Stems that mean the same."""
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@lru_cache(maxsize=2048)
def stem(word: str, *, language: str) -> str:
    """The stem of a folded `word`."""
    if language == "de":
        for written, plain in UMLAUTS:
            word = word.replace(written, plain)
    for ending in ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            word = word[: -len(ending)]
            break
    word = word[:-1] if len(word) > LEAST and word[-1] == word[-2] else word
    return SAME.get(word, word)


def is_content(norm: str, *, language: str) -> bool:
    """Whether a folded word says what a text is about."""
    return len(norm) >= LEAST and norm not in COMMON[language]
