"""Where words that were repeated stood before: the sentence of the earlier text that they are most alike to."""

from rapidfuzz import fuzz

from scoring.core.reading import read_prose
from scoring.core.text import analyse

CERTAIN = 60
"""Per cent of likeness below which no single sentence is it, but the text as a whole."""


def find_origin(words: str, text: str, *, language: str) -> tuple[int, int] | None:
    """The [start, end) of that sentence in graphemes of `text`; None where it is all of it."""
    sentences = read_prose(text, language=language, names=frozenset()).sentences
    said = read_prose(words, language=language, names=frozenset()).whole
    if not sentences or not said:
        return None
    # Of equals the first one; a row of words out of a sentence is as good as the sentence.
    likeness = [fuzz.partial_ratio(said, sentence.words) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda at: (likeness[at], -at))
    if likeness[best] < CERTAIN or len(said) > 2 * len(sentences[best].words):
        return None
    return analyse(text).span(sentences[best].places[0], sentences[best].last)
