"""Which personal names a thread's texts give away, and what takes their place.

Rules kept here: a name is found by the words around it, by standing as first and last name together, or by being known
and nothing else; a double name is replaced part by part, so that its halves stay the halves. A name in an agent's
greeting becomes that of the person greeted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import regex

from scenarios.core.importing import name_patterns, patterns
from scenarios.core.importing.no_names import AMBIGUOUS, NO_NAMES
from scenarios.core.importing.stand_ins import Person, StandIns

_PARTICLE = regex.compile(name_patterns.PARTICLES)
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ENDS = regex.compile(r"\s*(?:[,.!?:;)–-]|$|(?:from|aus|and|und|here|hier)\b)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text of a thread: whether an agent wrote it, and to which invented person, where that is known."""

    text: str
    by_agent: bool
    to: Person | None


class NameBook:
    """Real name → invented name, for one thread. The first meaning of a word stays."""

    def __init__(
        self, stand_ins: StandIns, *, known: Mapping[str, str] | None = None, handles: Iterable[str] = ()
    ) -> None:
        self.names: dict[str, str] = dict(known or {})
        self._handles = {fold(handle): handle.lower() for handle in handles}
        self._stand_ins = stand_ins

    def add_first(self, word: str, *, as_name: str | None = None) -> None:
        self._add(word, as_name, last=False)

    def add_last(self, word: str) -> None:
        self._add(_PARTICLE.sub("", word, count=1) if word[:1].islower() else word, None, last=True)

    def add_full(self, first: str, last: str) -> None:
        """Somebody's first and last name; whose handle in these texts is made of them, is the same invented person."""
        person = self._find_person(first, last)
        self._add(first, person.first_name if person else None, last=False)
        bare = _PARTICLE.sub("", last, count=1)
        self._add(bare, person.name.split()[-1] if person else None, last=True)

    def _find_person(self, first: str, last: str) -> Person | None:
        given, family = (fold(list(list_bases(word))[0]) for word in (first, last))
        for way in (given + family, family + given, given[:1] + family, given + family[:1]):
            if way in self._handles:
                return self._stand_ins.draw_person(self._handles[way])
        return None

    def is_known(self, word: str) -> bool:
        """Whether a list of first or last names has it, in any case and before a genitive."""
        return any(self.is_first(base) or self.is_last(base) for base in list_bases(word))

    def is_first(self, word: str) -> bool:
        return all(self._stand_ins.is_first_name(part.title()) for part in word.split("-"))

    def is_last(self, word: str) -> bool:
        return any(
            self._stand_ins.is_last_name(part) or self._stand_ins.is_last_name(part.title()) for part in word.split("-")
        )

    def _add(self, word: str, as_name: str | None, *, last: bool) -> None:
        bases = list(list_bases(word))
        base = next((base for base in bases if base in self.names or self.is_known_exactly(base)), None)
        base = base or (bases[-1] if word[-2:] in ("'s", "’s") else bases[0])
        replace = self._stand_ins.replace_last_name if last else self._stand_ins.replace_first_name
        parts = base.split("-")
        for part in parts if len(parts) > 1 else ():
            self.names.setdefault(part, match_case(replace(part.title() if part.isupper() else part), part))
        whole = as_name or "-".join(self.names.get(part) or match_case(replace(part), part) for part in parts)
        self.names.setdefault(base, whole)

    def is_known_exactly(self, word: str) -> bool:
        return self.is_first(word) or self.is_last(word)


def split_name(name: str, *, person: Person) -> dict[str, str]:
    """What an account calls itself, word by word, to the words of the person who takes its place."""
    words = [word for word in regex.findall(r"\p{L}[\p{L}'’-]+", name) if word.lower() not in NO_NAMES]
    if not words:
        return {}
    first, last = person.first_name, person.name.split()[-1]
    return {words[0]: first} | dict.fromkeys(words[1:], last)


def list_bases(word: str) -> Iterator[str]:
    """The word, and what it may be the genitive of."""
    yield word
    for tail in ("'s", "’s", "'", "’"):
        if word.endswith(tail):
            yield word.removesuffix(tail)
            return
    if word.endswith("s") and len(word) > 3:
        yield word[:-1]


def fold(name: str) -> str:
    """Letters only, as handles spell them."""
    return regex.sub(r"[^\p{L}]", "", name.lower().translate(_SPELT))


def match_case(name: str, like: str) -> str:
    if like.islower():
        return name.lower()
    return name.upper() if like.isupper() and len(like) > 1 else name


def collect_names(
    spoken: Iterable[Spoken], *, stand_ins: StandIns, known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Real name → invented name, for one thread, `known` ones first."""
    texts = sorted(spoken, key=lambda said: not said.by_agent)
    handles = [match["it"] for said in texts for match in patterns.MENTION.finditer(said.text)]
    book = NameBook(stand_ins, known=known, handles=handles)
    for said in texts:
        _collect_full(said.text, book)
    for said in texts:
        _collect_called(said, book)
        _collect_signed(said.text, book)
    for said in texts:
        _collect_cued(said.text, book)
        _collect_lone(said.text, book)
    return book.names


def _collect_called(said: Spoken, book: NameBook) -> None:
    called = (patterns.CALLED,) if said.by_agent else ()
    for cue in (patterns.GREETED, patterns.THANKED, patterns.ADDRESSED, *called):
        for match in cue.finditer(said.text):
            low = match["it"].lower()
            must_be_known = cue is patterns.ADDRESSED or not said.by_agent or match["after"] is None
            if low in NO_NAMES or (must_be_known and not book.is_known(match["it"])):
                continue
            if low in AMBIGUOUS and match["after"] is None:
                continue
            first = said.to.first_name if said.by_agent and said.to else None
            book.add_first(match["it"], as_name=first)
            last = (match.groupdict().get("last") or "").strip()
            if last and last.lower() not in NO_NAMES:
                book.add_last(last)


def _collect_signed(text: str, book: NameBook) -> None:
    for cue in (patterns.INTRODUCED, patterns.SIGNED):
        for match in cue.finditer(text):
            _take(match, book)


def _collect_cued(text: str, book: NameBook) -> None:
    for cue in name_patterns.STRONG:
        for match in cue.finditer(text, overlapped=True):
            _take(match, book)
    for match in name_patterns.WEAK.finditer(text, overlapped=True):
        first, last = match["it"], match["last"]
        if first.lower() in NO_NAMES or first.lower() in AMBIGUOUS and not (last and book.is_known(last)):
            continue
        if (
            book.is_known(first)
            or last
            and last.lower() not in NO_NAMES
            and book.is_known(last)
            or (
                last
                and match[0][:5].lower().startswith(("i'm", "i’m", "i am", "ich b"))
                and _ENDS.match(text, match.end())
            )
        ):
            _take(match, book)
    for match in name_patterns.LOWER.finditer(text):
        if match["it"] not in NO_NAMES | AMBIGUOUS and book.is_first(match["it"]):
            book.add_first(match["it"])
            if match["last"] and match["last"] not in NO_NAMES and book.is_last(match["last"]):
                book.add_last(match["last"])
        elif (
            match[0].lower().startswith(("herr ", "frau "))
            and match["it"] not in NO_NAMES
            and book.is_last(match["it"])
        ):
            book.add_last(match["it"])


def _take(match: regex.Match[str], book: NameBook) -> None:
    if match["it"] and match["it"].lower() in NO_NAMES:
        return
    last = match["last"]
    if last and _PARTICLE.sub("", last, count=1).lower() in NO_NAMES:
        last = None
    if match["it"] and last and _is_genitive(match["it"], book) and not book.is_known(last):
        book.add_last(match["it"])  # Herrn Pohls Auskunft
    elif match["it"] and last:
        book.add_full(match["it"], last)
    elif match["it"]:
        book.add_first(match["it"])
    elif last:
        book.add_last(last)


def _is_genitive(word: str, book: NameBook) -> bool:
    return len(list(list_bases(word))) > 1 and not book.is_known_exactly(word)


def _collect_full(text: str, book: NameBook) -> None:
    """Two words that are a first and a last name: one of them known and no word besides, or both known."""
    for match in name_patterns.FULL.finditer(text, overlapped=True):
        first, last = match["it"], _PARTICLE.sub("", match["last"], count=1)
        if {first.lower(), last.lower()} & NO_NAMES:
            continue
        if last != match["last"] and not book.is_first(first):
            continue
        is_last = any(book.is_last(base) for base in list_bases(last))
        begins = book.is_first(first) and (is_last or first.lower() not in AMBIGUOUS)
        if begins or (is_last and {first.lower(), last.lower()}.isdisjoint(AMBIGUOUS)):
            book.add_full(first, match["last"])


def _collect_lone(text: str, book: NameBook) -> None:
    """A known name that is no word, wherever it stands."""
    for match in name_patterns.TOKEN.finditer(text):
        if match[0].lower() in AMBIGUOUS:
            continue
        for base in list_bases(match[0]):
            low = base.lower()
            if len(base) < 3 or not base[0].isupper() or low in AMBIGUOUS or low in NO_NAMES or base in book.names:
                continue
            if book.is_first(base):
                book.add_first(base)
                break
            if book.is_last(base):
                book.add_last(base)
                break
