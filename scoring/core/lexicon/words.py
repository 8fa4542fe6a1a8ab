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
"""A sentence that begins so answers a question."""
NOMINAL_ENDINGS: Mapping[str, tuple[str, ...]] = {
    language: words["nominal_endings"] for language, words in _WORDS.items()
}
"""Endings of nouns that stand where a verb could."""
CAUSELESS = _list("causeless")
"""Words in a clause about a cause that name none."""
SHORT = _list("short")
"""Words of one to three letters that any text may hold."""
COMMON = _list("common")
"""Words of four letters and more that any text may hold: they say nothing of what it is about."""
