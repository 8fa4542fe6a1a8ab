"""What takes the place of a thread's personal names.

Rules kept here: the first meaning of a word stays; a double name is replaced part by part, so that its halves stay the
halves; a name in an agent's greeting becomes that of the person greeted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import regex

from scenarios.core.importing import name_patterns
from scenarios.core.importing.no_names import AMBIGUOUS, NO_NAMES
from scenarios.core.importing.stand_ins import Person, StandIns
from scenarios.core.real_brands import CLEAR, DOUBTFUL

_PARTICLE = regex.compile(name_patterns.PARTICLES)
_PART = r"(?:Mc|Mac|[OD]['’])?\p{Lu}\p{Ll}{2,}"
_SHAPE = regex.compile(rf"{_PART}(?:-{_PART})*(?:['’]s?)?")
NO_RARE = NO_NAMES | {name.lower() for name in (*CLEAR, *DOUBTFUL)}
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


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

    def is_word(self, word: str) -> bool:
        return word.lower() in NO_NAMES or self._stand_ins.is_word(word)

    def is_rare(self, word: str) -> bool:
        """Whether it is written like a name and nobody knows it: no list of names, no dictionary, no brand."""
        if _SHAPE.fullmatch(word) is None:
            return False
        return not any(
            base.lower() in NO_RARE or any(map(self._is_common, base.split("-"))) for base in list_bases(word)
        )

    def _is_common(self, part: str) -> bool:
        is_first = self._stand_ins.is_first_name(part) and part.lower() not in AMBIGUOUS
        return part.lower() in NO_RARE or (self._stand_ins.is_word(part) and not is_first)

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
