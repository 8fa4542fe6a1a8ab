"""Words that say what a text is about, cut to a stem: crude, the same on both sides, and without a dictionary but for
the forms that the lexicons know ("held" is "hold").

Rules kept here: a plural and its singular have one stem ("Störungen", "delays"), so have what was done and what is done
("delayed", "cancelled", "cancellation"); German nouns in -ung keep it, because compounds end so.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from scoring.core.lexicon.library import FORMS
from scoring.core.lexicon.words import COMMON

LEAST = 4
"""Letters of a stem that is left, and of a word that counts."""
SINGULAR = 3
"""Letters of an English or German singular: "bus"."""
PLURALS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "de": (("ungen", "ung"), ("innen", "in"), ("heiten", "heit"), ("keiten", "keit"), ("schaften", "schaft")),
    "en": (
        *(("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("uses", "us")),
        *(("ss", "ss"), ("us", "us"), ("s", "")),
    ),
}
"""Ending → what stands in its place; the first that fits."""
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "de": ("ten", "ern", "end", "est", "en", "er", "em", "es", "te", "et", "st", "e", "n", "s", "t"),
    "en": ("ations", "ation", "ments", "ment", "ures", "ings", "ure", "ing", "ed", "er", "ly", "e"),
}
KEPT: Mapping[str, tuple[str, ...]] = {"de": ("ung", "heit", "keit", "schaft"), "en": ()}
"""Endings that stay."""
SAME = {"grund": "ursach", "reason": "caus"}
"""Stems that mean the same."""
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
LAST_Y = re.compile(r"(?<=[^aeiou])y$")
LEMMAS: Mapping[str, Mapping[str, str]] = {
    language: {form: lemma for lemma in sorted(forms) for form in sorted(forms[lemma])}
    for language, forms in FORMS.items()
}


@lru_cache(maxsize=2048)
def stem(word: str, *, language: str) -> str:
    """The stem of a folded `word`."""
    word = LEMMAS[language].get(word, word)
    if language == "de":
        for written, plain in UMLAUTS:
            word = word.replace(written, plain)
    word = _cut_plural(word, language)
    while not word.endswith(KEPT[language]) and (shorter := _cut_ending(word, language)) != word:
        word = shorter
    word = word[:-1] if len(word) > LEAST and word[-1] == word[-2] else word
    word = LAST_Y.sub("i", word) if language == "en" else word
    return SAME.get(word, word)


def is_content(norm: str, *, language: str) -> bool:
    """Whether a folded word says what a text is about."""
    return len(norm) >= LEAST and norm not in COMMON[language]


def _cut_plural(word: str, language: str) -> str:
    for ending, instead in PLURALS[language]:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= SINGULAR:
            return word[: len(word) - len(ending)] + instead
    return word


def _cut_ending(word: str, language: str) -> str:
    for ending in ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word
