"""Typing errors: a word that is one slip away from a word of the lexicons is read as that word.

A slip is a letter left out, typed twice or too many, or two that changed places. The first letter stands, the end may
differ as endings do, and insults are never guessed at: they must stand there.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from scoring.core.patterns import Index, Pattern
from scoring.core.text import Token

LEAST, LONG = 6, 9
"""Letters from which two that changed places are seen, and from which any slip is: shorter words have neighbours that
are words ("klaren" and "klären")."""
LONGEST = 40
REMEMBERED = 4096
VOWELS = frozenset("aeiou")
"""Two of these that changed places are mostly another word ("riecht" and "reicht")."""
ENDING = 2
"""Letters at the end of a word that say its form: where only those differ, it is another form and no slip."""
NEVER = frozenset({"insult", "coarse"})


class Spelling:
    """The longer words of a language's patterns, and what is left of each when a letter is missing."""

    __slots__ = ("_meant", "_shortened", "_words")

    def __init__(self, index: Index) -> None:
        self._words = frozenset(list_words_of(index, but=NEVER))
        self._meant: dict[str, str] = {}
        self._shortened: dict[str, str] = {}
        for word in sorted(self._words):
            if len(word) >= LEAST and word.isalpha():
                for at in range(1, len(word)):
                    self._shortened.setdefault(word[:at] + word[at + 1 :], word)

    def knows(self, word: str) -> bool:
        """Whether a pattern names `word`."""
        return word in self._words

    def correct(self, tokens: Sequence[Token], *, but: Container[str] = ()) -> Sequence[Token]:
        """`tokens` with the norm of what was meant; the same sequence where nothing was mistyped. The words `but` are
        somebody's own and meant as they stand."""
        meant = {
            index: word
            for index, token in enumerate(tokens)
            if token.kind == "word"
            and LEAST <= len(token.norm) <= LONGEST
            and token.norm not in self._words
            and token.norm not in but
            for word in [self._find(token.norm)]
            if word
        }
        if not meant:
            return tokens
        return tuple(token._replace(norm=meant.get(index, token.norm)) for index, token in enumerate(tokens))

    def _find(self, word: str) -> str:
        """What was meant, or nothing. What was looked up is remembered: people use the same words."""
        meant = self._meant.get(word)
        if meant is None:
            if len(self._meant) >= REMEMBERED:
                self._meant.clear()
            meant = self._meant[word] = self._look_for(word)
        return meant

    def _look_for(self, word: str) -> str:
        candidates = [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            for at in range(1, len(word) - 1)
            if not VOWELS.issuperset(word[at : at + 2])
        ]
        if len(word) >= LONG:
            candidates += [word[:at] + word[at + 1 :] for at in range(1, len(word))]
            candidates.append(self._shortened.get(word, ""))
        return next((each for each in candidates if each in self._words and _is_slip(word, each)), "")


def _is_slip(word: str, meant: str) -> bool:
    return len(meant) >= LEAST and word[:-ENDING] != meant[: len(word) - ENDING]


def list_words_of(index: Index, *, but: Container[str] = ()) -> Iterator[str]:
    """The words that the patterns of `index` name, but for those of the rules `but`."""
    tables: tuple[Mapping[str, tuple[Pattern, ...]], ...] = (index.by_word, index.by_prefix, index.by_suffix)
    for table in tables:
        for patterns in table.values():
            for pattern in patterns:
                if pattern.rule not in but:
                    for element in pattern.elements:
                        yield from element.words
