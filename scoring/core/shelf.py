"""What was written before, on a shelf: ready for later replies to be held against it, sentence by sentence and whole.

Rules kept here: what stands there twice is kept once, with all who wrote it, because who repeats it repeats the first
of them; what was looked up is remembered until something is added, because the score asks for a sentence several times.
Neither changes what is found.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from rapidfuzz import fuzz, process

from scoring.core.fingerprints import EarlierRun, Trace
from scoring.core.hearing.telling import Claim, list_claims
from scoring.core.masking import Prose
from scoring.core.reading import Reading

SAME_SENTENCE = 78
"""Percent from which two sentences are the same words. Own writers stay below 65, canned variants lie above 80."""
SAME_TEXT = 85
"""Percent from which two whole replies are the same text."""
SHORT = 4
"""Sentences below this many words are everybody's ("Danke dir!") and are not looked up alone."""
REMEMBERED = 64

Source = str | int
"""A template by its key, or a reply by its number in the log."""


class Before(Protocol):
    """What is known of earlier writing without its text."""

    def find_sentence(self, words: Sequence[str]) -> Trace | None: ...

    def find_whole(self, whole: str) -> EarlierRun | None: ...


class Hit(NamedTuple):
    """A text that is alike by `percent`, and who wrote it, the first one first."""

    percent: float
    text: str
    writers: Sequence[Source]


class Texts:
    """Distinct texts, in the order in which they were added."""

    __slots__ = ("_cutoff", "_found", "_texts", "_writers")

    def __init__(self, *, cutoff: int) -> None:
        self._cutoff = cutoff
        self._texts: list[str] = []
        self._writers: dict[str, list[Source]] = {}
        self._found: dict[str, tuple[Hit, ...]] = {}

    def add(self, text: str, writer: Source) -> None:
        if text not in self._writers:
            self._writers[text] = []
            self._texts.append(text)
            self._found.clear()
        self._writers[text].append(writer)

    def drop(self, text: str, writer: Source) -> None:
        """Takes back what `writer` added."""
        writers = self._writers[text]
        writers.remove(writer)
        self._found.clear()
        if not writers:
            del self._writers[text]
            self._texts.remove(text)

    def writers_of(self, text: str) -> Sequence[Source]:
        """Who wrote exactly `text`."""
        return self._writers.get(text, ())

    def find(self, text: str) -> tuple[Hit, ...]:
        """All that are alike by the cutoff or more: the most alike first, of equals the one that was added first."""
        found = self._found.get(text)
        if found is None:
            alike = process.extract(text, self._texts, scorer=fuzz.ratio, score_cutoff=self._cutoff, limit=None)
            found = tuple(Hit(percent, other, self._writers[other]) for other, percent, _ in alike)
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            self._found[text] = found
        return found


class Shelf:
    """Prose by its writers; `public` are those whom everybody could read. Of replies that were kept as they were read,
    `claims` are what a writer can be held to, `forms` how the customer was addressed (one of FORMALITIES).

    `bags` are the words of the sentences that are looked up alone, in alphabetical order; `before` is what the same
    person wrote in earlier runs, as far as it may be told. `revision` is how often something on it had been changed or
    taken back where it came from (`State.revisions`).
    """

    __slots__ = ("bags", "before", "claims", "forms", "public", "revision", "sentences", "wholes", "writers")

    def __init__(self, written: Iterable[tuple[Source, Prose]] = (), *, before: Before | None = None) -> None:
        self.before = before
        self.revision = 0
        self.writers: list[Source] = []
        self.public: set[Source] = set()
        self.claims: dict[Source, tuple[Claim, ...]] = {}
        self.forms: dict[Source, str] = {}
        self.sentences = Texts(cutoff=SAME_SENTENCE)
        self.bags = Texts(cutoff=SAME_SENTENCE)
        self.wholes = Texts(cutoff=SAME_TEXT)
        for writer, prose in written:
            self.add(writer, prose)

    def keep(self, writer: Source, reading: Reading, *, is_public: bool) -> None:
        """Adds a reply, and what later ones are asked about it."""
        if reading.said is not None and (claims := list_claims(reading.said)):
            self.claims[writer] = claims
        self.forms[writer] = reading.formality
        if is_public:
            self.public.add(writer)
        self.add(writer, reading.prose)

    def add(self, writer: Source, prose: Prose) -> None:
        self.writers.append(writer)
        self.wholes.add(prose.whole, writer)
        for sentence in prose.sentences:
            self.sentences.add(sentence.words, writer)
            if sentence.length >= SHORT:
                self.bags.add(sentence.bag, writer)

    def drop(self, writer: Source, prose: Prose) -> None:
        """Takes the `prose` of `writer` off again."""
        self.writers.remove(writer)
        self.public.discard(writer)
        self.claims.pop(writer, None)
        self.forms.pop(writer, None)
        self.wholes.drop(prose.whole, writer)
        for sentence in prose.sentences:
            self.sentences.drop(sentence.words, writer)
            if sentence.length >= SHORT:
                self.bags.drop(sentence.bag, writer)


def is_short(words: str) -> bool:
    """Whether masked `words`, which blanks part, are too few to be looked up alone."""
    return words.count(" ") + 1 < SHORT
