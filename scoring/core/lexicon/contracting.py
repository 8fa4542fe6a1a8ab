"""Choices between one word and two: "we're|we are sorry".

The words of a choice are apart by "|" and all of them stand before the next word, so that "we're" would stand before
"are", where nobody writes it. It is read as it was meant: instead of both.
"""

from collections.abc import Iterator, Mapping

from scoring.core.patterns import Element
from scoring.core.text import list_words

ENDINGS: Mapping[str, frozenset[str]] = {
    "'m": list_words("am"),
    "'re": list_words("are"),
    "'s": list_words("is has"),
    "'ve": list_words("have"),
    "'d": list_words("had would"),
    "'ll": list_words("will"),
    "n't": list_words("not"),
}
"""How a word ends that is drawn together from two → what the second of them can be."""


def read_as_meant(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """`elements`, or two patterns in their place: one with the single words alone, one with the others and the rest."""
    for at, (element, after) in enumerate(zip(elements, elements[1:], strict=False)):
        short = frozenset(word for word in element.words if holds(word, after))
        if short:
            yield from read_as_meant((*elements[:at], element._replace(words=short), *elements[at + 2 :]))
            if left := element.words - short:
                yield from read_as_meant((*elements[:at], element._replace(words=left), *elements[at + 1 :]))
            return
    yield elements


def holds(word: str, after: Element) -> bool:
    """Whether `word` is drawn together with what `after` offers, and `after` offers nothing else that can follow it."""
    if after.gap or after.optional or not after.words:
        return False
    parts = next((words for ending, words in ENDINGS.items() if word.endswith(ending)), frozenset())
    return bool(parts & after.words) and all(each in AUXILIARIES for each in after.words)


AUXILIARIES = frozenset().union(*ENDINGS.values(), list_words("was were must can may might could should do does did"))
