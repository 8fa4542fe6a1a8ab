"""Single words and endings that rules look for: `words.txt` of each language."""

from collections.abc import Mapping

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.lexicon.files import read_words

_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {language: read_words(language) for language in LANGUAGES}


def _list(group: str) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words[group]) for language, words in _WORDS.items()}


FIRST_PERSON = _list("first_person")
"""Somebody speaks, not a company."""
ANSWERS = _list("answers")
"""A sentence that begins so, or what follows the greeting, answers a question..."""
PLAIN_ANSWERS = _list("plain_answers")
"""...some at once, others only where a mark follows, or one of these: "No booking needed" is no answer."""
AFTER_ANSWERS = _list("after_answers")
NOMINAL_ENDINGS: Mapping[str, tuple[str, ...]] = {
    language: words["nominal_endings"] for language, words in _WORDS.items()
}
"""Endings of nouns that stand where a verb could."""
VEILED: Mapping[str, Mapping[str, str]] = {
    language: {
        word: rule for rule, group in (("coarse", "veiled_coarse"), ("insult", "veiled_insults")) for word in of[group]
    }
    for language, of in _WORDS.items()
}
"""Words that are looked for with stars, figures or blanks in them, and the rule that they break."""
CAUSELESS = _list("causeless")
"""Words in a clause about a cause that name none."""
SHORT = _list("short")
"""Words of one to three letters that any text may hold."""
COMMON = _list("common")
"""Words of four letters and more that any text may hold: they say nothing of what it is about."""
