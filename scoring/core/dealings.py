"""What a person had to do with the company before (`persona.history`), told where everybody reads it.

Rules kept here: what the person wrote in public themselves, and what is a known fact, is nobody's secret; a single word
gives nothing away. A sentence tells an entry with two words and half of what happened, or with its day and a word of
what happened; the day stands before the colon: "14 September: gave notice, took it back by mail".
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from scoring.core.context import Context
from scoring.core.hearing.stems import is_content, stem
from scoring.core.text import Text, Token, analyse

LEAST = 2
"""Words of what happened that a sentence has to hold."""
Words = frozenset[str]


def find_dealings(text: Text, context: Context) -> Iterator[tuple[int, int]]:
    """The tokens, as half-open ranges, by which `text` tells what only `context.history` says: one for a sentence."""
    if not context.history:
        return
    public = _read_public(context)
    entries = [(day, matter - public) for day, matter in (_read(each, context.language) for each in context.history)]
    for sentence in text.sentences:
        words = _list_words(text.tokens[slice(*sentence)], context.language)
        told = [day | matter for day, matter in entries if _tells(frozenset(words), day=day, matter=matter)]
        if told:
            places = [place for place, word in enumerate(words, start=sentence.first) if word in told[0]]
            yield places[0], places[-1] + 1


def _tells(words: Words, *, day: Words, matter: Words) -> bool:
    told = len(matter & words)
    if any(word.isdigit() for word in day) and day <= words:
        return told > 0
    return told >= LEAST and 2 * told >= len(matter)


@lru_cache(maxsize=512)
def _read(entry: str, language: str) -> tuple[Words, Words]:
    """The words of an entry's day, and of what happened."""
    day, colon, matter = entry.partition(": ")
    return _read_all([day if colon else ""], language), _read_all([matter if colon else entry], language)


def _read_public(context: Context) -> Words:
    facts = context.ears.timeline.facts if context.ears is not None else ()
    known = [fact.text for fact in facts if fact.key in context.known_facts]
    return _read_all([context.post_text, *context.own_posts, *known], context.language)


def _read_all(texts: Iterable[str], language: str) -> Words:
    return frozenset(word for text in texts for word in _list_words(analyse(text).tokens, language)) - {""}


def _list_words(tokens: Sequence[Token], language: str) -> list[str]:
    """Of each token its stem, or its figures; "" for one that says nothing."""
    return [_cut(token, language) for token in tokens]


def _cut(token: Token, language: str) -> str:
    if token.kind in {"number", "time"}:
        return token.norm
    return stem(token.norm, language=language) if is_content(token.norm, language=language) else ""
