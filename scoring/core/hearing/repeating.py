"""How often the same was said before: to the templates as a whole, and sentence by sentence in public."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from scoring.core.context import Context
from scoring.core.reading import Reading
from scoring.core.reuse import SAME_SENTENCE, SHORT, Source, compare


def compare_templates(reading: Reading, context: Context) -> int:
    """Likeness to the templates alone, per mille."""
    sources = [Source(key, None, template.prose) for key, template in context.templates]
    return compare(reading.prose, sources=sources, exempt=[known.prose for known in context.known]).likeness


def count_repeats(reading: Reading, context: Context) -> int:
    """How many public replies, this one included, hold the sentence of it that most of them hold; 0 if no other does.

    Sentences of known facts and approved wordings may be repeated.
    """
    if context.visibility != "public" or not context.said_in_public:
        return 0
    exempt = [sentence.words for known in context.known for sentence in known.prose.sentences]
    owners, choices = [], []
    for seq, earlier in context.earlier:
        if seq in context.said_in_public:
            owners += [seq] * len(earlier.sentences)
            choices += [sentence.words for sentence in earlier.sentences]
    most = 0
    for sentence in reading.prose.sentences:
        if sentence.length >= SHORT and not _is_alike(sentence.words, exempt):
            found = process.extract(sentence.words, choices, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE, limit=None)
            most = max(most, len({owners[place] for _, _, place in found}))
    return most + 1 if most else 0


def _is_alike(words: str, others: Sequence[str]) -> bool:
    return process.extractOne(words, others, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE) is not None
