"""Likeness of a reply to templates and to earlier replies: whole, and sentence by sentence .

Likeness is the share of the reply's words, in per mille, that stand in sentences which stood before; a reply that as a
whole nearly is another one is as alike as the two texts are. Sentences of released facts are left out on both sides.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from scoring.core.masking import MaskedSentence, Prose

SAME_SENTENCE = 78
"""Percent from which two sentences are the same words. Own writers stay below 65, canned variants lie above 80."""
SAME_TEXT = 85
"""Percent from which two whole replies are the same text."""
SHORT = 4
"""Sentences below this many words are everybody's ("Danke dir!") and are not looked up alone."""


class Source(NamedTuple):
    """Something written before: `template` holds its key, or `reply` its number in the log."""

    template: str | None
    reply: int | None
    prose: Prose


class Repeat(NamedTuple):
    """Tokens `first`..`last` stood before, in `source`, alike by `likeness` per mille."""

    first: int
    last: int
    source: Source
    likeness: int
    words: int


class Reuse(NamedTuple):
    likeness: int
    repeats: tuple[Repeat, ...]


def compare(prose: Prose, *, sources: Sequence[Source], exempt: Sequence[Prose]) -> Reuse:
    """How much of `prose` stood in `sources` before, and where."""
    allowed = [sentence.words for known in exempt for sentence in known.sentences]
    own = [sentence for sentence in prose.sentences if not _is_allowed(sentence, allowed)]
    total = sum(sentence.length for sentence in own)
    if not total or not sources:
        return Reuse(0, ())
    repeats = _repeated_sentences(own, sources)
    covered = sum(repeat.likeness * repeat.words for repeat in repeats) // total
    whole = _repeated_whole(own, sources)
    if whole is None or whole.likeness <= covered:
        return Reuse(covered, tuple(repeats))
    return Reuse(whole.likeness, tuple(repeats) or (whole,))


def _is_allowed(sentence: MaskedSentence, allowed: Sequence[str]) -> bool:
    return (
        bool(allowed)
        and process.extractOne(sentence.words, allowed, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE) is not None
    )


def _repeated_sentences(own: Sequence[MaskedSentence], sources: Sequence[Source]) -> list[Repeat]:
    known_sentences = [
        (source, sentence) for source in sources for sentence in source.prose.sentences if sentence.length >= SHORT
    ]
    words = [sentence.words for _, sentence in known_sentences]
    bags = [sentence.bag for _, sentence in known_sentences]
    repeats = []
    known: dict[str, tuple[int, int] | None] = {}
    for sentence in own:
        if sentence.length < SHORT:
            continue
        if sentence.words not in known:
            known[sentence.words] = _best(sentence.words, words) or _best(sentence.bag, bags)
        best = known[sentence.words]
        if best is not None:
            repeats.append(Repeat(sentence.first, sentence.last, known_sentences[best[1]][0], best[0], sentence.length))
    return repeats


def _repeated_whole(own: Sequence[MaskedSentence], sources: Sequence[Source]) -> Repeat | None:
    best = _best(" ".join(sentence.words for sentence in own), [source.prose.whole for source in sources], SAME_TEXT)
    if best is None:
        return None
    words = sum(sentence.length for sentence in own)
    return Repeat(own[0].first, own[-1].last, sources[best[1]], best[0], words)


def _best(text: str, choices: Sequence[str], cutoff: int = SAME_SENTENCE) -> tuple[int, int] | None:
    """Likeness in per mille and place of the choice that is most alike (the first of equals), None below `cutoff`."""
    found = process.extractOne(text, choices, scorer=fuzz.ratio, score_cutoff=cutoff)
    return (round(found[1] * 10), found[2]) if found else None
