"""How often the same was said before: to the templates as a whole, and sentence by sentence in public."""

from scoring.core.context import Context
from scoring.core.reading import Reading
from scoring.core.reuse import compare, list_own
from scoring.core.shelf import SHORT

POINTER = 16
"""Words and marks of a sentence up to which it only points to the notice."""


def compare_templates(reading: Reading, context: Context) -> int:
    """Likeness to the templates alone, per mille."""
    pointers = find_pointers(reading, context)
    return compare(reading.prose, shelves=context.canned, exempt=context.known, pointers=pointers).likeness


def count_repeats(reading: Reading, context: Context) -> int:
    """How many public replies, this one included, hold the sentence of it that most of them hold; 0 if no other does.

    Sentences of known facts and approved wordings may be repeated.
    """
    if context.visibility != "public" or not context.said_in_public:
        return 0
    most = 0
    for sentence in list_own(reading.prose, context.known, pointers=find_pointers(reading, context)):
        if sentence.length >= SHORT:
            found = context.earlier.sentences.find(sentence.words)
            most = max(most, len({seq for hit in found for seq in hit.writers if seq in context.said_in_public}))
    return most + 1 if most else 0


def find_pointers(reading: Reading, context: Context) -> list[tuple[int, int]]:
    """The words that point to the notice, where the scenario has one, in sentences that do little else: anybody may be
    sent there in the same words."""
    if reading.said is None or context.ears is None or context.ears.timeline.public.notice is None:
        return []
    short = [sentence for sentence in reading.text.sentences if sentence.last - sentence.first <= POINTER]
    return [
        (match.first, match.last)
        for match in reading.said.matches
        if match.rule == "notice" and any(sent.first <= match.first and match.last <= sent.last for sent in short)
    ]
