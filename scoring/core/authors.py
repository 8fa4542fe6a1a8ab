"""Likeness within an archive: a reply against what the same author wrote above it in the file.

Rule kept here: the last `WINDOW` replies of an author are compared in full, as in a run; of all older ones it is known
which sentences and whole replies there were, so that what is the same to the masked word is found however long ago it
was. So the cost of a reply does not grow with the file.
"""

from collections import deque
from collections.abc import Sequence
from hashlib import blake2b

from scoring.core.fingerprints import EarlierRun, Trace
from scoring.core.masking import Prose
from scoring.core.reuse import compare
from scoring.core.shelf import Shelf

WINDOW = 200
"""As many as a run is fit for."""
LONG_AGO = EarlierRun(0, "")
NOTHING = Shelf()


class LongAgo:
    """What stood before the window, as hashes: it answers as fingerprints do."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: set[bytes] = set()

    def add(self, prose: Prose) -> None:
        self._known.add(_digest(prose.whole, "whole"))
        self._known.update(_digest(sentence.words, "sentence") for sentence in prose.sentences)

    def find_sentence(self, words: Sequence[str]) -> Trace | None:
        if _digest(" ".join(words), "sentence") not in self._known:
            return None
        return Trace(LONG_AGO, 1000, tuple(range(len(words))))

    def find_whole(self, whole: str) -> EarlierRun | None:
        return LONG_AGO if _digest(whole, "whole") in self._known else None


class Author:
    """What one author wrote so far. The shelf is made when there is something to compare with it."""

    __slots__ = ("_long_ago", "_written", "count", "shelf")

    def __init__(self) -> None:
        self.count = 0
        self._written: deque[Prose] = deque()
        self._long_ago = LongAgo()
        self.shelf: Shelf | None = None

    @property
    def kept(self) -> int:
        """Of how many replies the words are still there."""
        return len(self._written)

    def compare(self, prose: Prose, *, canned: Sequence[Shelf] = (), exempt: Shelf = NOTHING) -> int:
        """The likeness of the next reply to what is `canned` and to those before it, in per mille."""
        if self._written and self.shelf is None:
            self.shelf = Shelf(enumerate(self._written, start=1), before=self._long_ago)
        shelves = [*canned] if self.shelf is None else [*canned, self.shelf]
        likeness = compare(prose, shelves=shelves, exempt=exempt).likeness
        self._add(prose)
        return likeness

    def _add(self, prose: Prose) -> None:
        self.count += 1
        self._written.append(prose)
        if self.shelf is not None:
            self.shelf.add(self.count, prose)
        if len(self._written) > WINDOW:
            oldest = self._written.popleft()
            self._long_ago.add(oldest)
            if self.shelf is not None:
                self.shelf.drop(self.count - WINDOW, oldest)


def _digest(text: str, kind: str) -> bytes:
    return blake2b(text.encode(), digest_size=8, person=kind.encode()).digest()
