"""Which words are words: what begins with a capital and stands in no dictionary is as a rule somebody's name.

Rules kept here: German is full of English words, so both dictionaries count for it; a German compound that no
dictionary has is a word if its parts are. Dictionaries are loaded at the first question (simplemma, half a second).
"""

from functools import lru_cache

from simplemma import is_known

SHORTEST_PART = 4
LINKS = ("", "s", "n", "en", "er", "es", "e")
"""What may stand between the parts of a compound."""


@lru_cache(maxsize=100_000)
def is_word(word: str, *, language: str) -> bool:
    """Whether `word`, in any case, is a word of a text in `language` (de or en)."""
    if language != "de":
        return _is_listed(word, "en")
    return _is_listed(word, "de") or _is_listed(word, "en") or _is_compound(word.lower())


def _is_listed(word: str, language: str) -> bool:
    return is_known(word, lang=language) or is_known(word.lower(), lang=language)


def _is_compound(word: str) -> bool:
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        if not is_known(tail.title(), lang="de") and not is_known(tail, lang="en"):
            continue
        if any(head.endswith(link) and _is_listed(head[: len(head) - len(link)], "de") for link in LINKS):
            return True
        if is_known(head, lang="en"):
            return True
    return False
