"""Which words of a thread are somebody's name: from the surest sign to the faintest.

Rules kept here: whole names come first, so that their halves belong together; then what is called, signed and cued;
last what a list knows. A word that has an article in front of it is no name where only a verb behind it says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import regex

from scenarios.core.importing import name_cues, name_patterns, patterns
from scenarios.core.importing.cleaning import clean_text
from scenarios.core.importing.name_cues import FOREIGN
from scenarios.core.importing.names import NameBook, Spoken, list_bases
from scenarios.core.importing.no_names import AMBIGUOUS, NO_NAMES, TITLED_WORDS
from scenarios.core.importing.rare_names import find_rare, is_place
from scenarios.core.importing.stand_ins import StandIns

_PARTICLE = regex.compile(name_patterns.PARTICLES)
_ENDS = regex.compile(r"\s*(?:[,.!?:;)–-]|$|(?:from|aus|and|und|here|hier)\b)")
_WORD_BEFORE = regex.compile(r"(\p{L}+)\s+$")
_PLACED = regex.compile(r"(?i)\b(?:at|in|near|via|nach)\s$")
_TITLED = name_patterns.STRONG[-1]


def collect_names(
    spoken: Iterable[Spoken], *, stand_ins: StandIns, known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Real name → invented name, for one thread, `known` ones first."""
    cleaned = (replace(said, text=clean_text(said.text)) for said in spoken)  # as masking will see them
    texts = sorted(cleaned, key=lambda said: not said.by_agent)
    handles = [match["it"] for said in texts for match in patterns.MENTION.finditer(said.text)]
    book = NameBook(stand_ins, known=known, handles=handles)
    for said in texts:
        _collect_full(said.text, book)
    for said in texts:
        _collect_called(said, book)
        _collect_signed(said.text, book)
    for said in texts:
        _collect_cued(said.text, book)
        _collect_sure(said.text, book)
        _collect_lower(said.text, book)
        _collect_lone(said.text, book)
        for word in find_rare(said.text, book, is_german=stand_ins.language == "de"):
            book.add_first(word)
    return book.names


def _collect_full(text: str, book: NameBook) -> None:
    """Two words that are a first and a last name: one of them known and no word besides, or both known."""
    for match in name_patterns.FULL.finditer(text, overlapped=True):
        first, last = match["it"], _PARTICLE.sub("", match["last"], count=1)
        if {first.lower(), last.lower()} & NO_NAMES:
            continue
        if last != match["last"] and not book.is_first(first):
            continue
        is_last = any(book.is_last(base) for base in list_bases(last))
        is_first = book.is_first(first)
        if first.isupper() or last.isupper():  # where all is in capitals, two next to each other say nothing
            begins, is_last = is_first and is_last and len(first) > 2 and len(last) > 2, False
        else:
            has_letters = FOREIGN.search(first) and not first.endswith("s")
            begins = (is_first and (is_last or first.lower() not in AMBIGUOUS)) or bool(has_letters)
        is_rare = (is_first or book.is_rare(first)) and (is_last or book.is_rare(last))
        is_rare = is_rare and not is_place(text, *match.span())
        is_unclear = not book.is_rare(first) and (
            any(name.lower() in AMBIGUOUS and book.is_word(name) for name in (first, last))
            or (not is_first and book.is_word(first))  # der Reiseleiter Melchior
        )
        if begins or ((is_last or is_rare) and not is_unclear):
            book.add_full(first, match["last"])


def _collect_called(said: Spoken, book: NameBook) -> None:
    called = (patterns.CALLED,) if said.by_agent else ()
    for cue in (patterns.GREETED, patterns.THANKED, patterns.ADDRESSED, *called):
        for match in cue.finditer(said.text):
            low = match["it"].lower()
            must_be_known = cue is patterns.ADDRESSED or not said.by_agent or match["after"] is None
            if low in NO_NAMES or (must_be_known and not _is_likely(match["it"], book)):
                continue
            if cue is patterns.ADDRESSED and match["after"] and book.is_rare(match["it"]):
                continue  # "Ughh, not again" is written like that, too
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
            _take(match, book, is_titled=cue is _TITLED)
    for match in name_patterns.WEAK.finditer(text, overlapped=True):
        first, last = match["it"], match["last"]
        if first.lower() in NO_NAMES or (first.lower() in AMBIGUOUS and not (last and _is_likely(last, book))):
            continue
        is_named = bool(last) and last.lower() not in NO_NAMES
        says_so = match[0][:5].lower().startswith(("i'm", "i’m", "i am", "ich b")) and _ENDS.match(text, match.end())
        if not book.is_known(first) and is_place(text, *match.span("it")):
            continue
        if _is_likely(first, book) or (is_named and (_is_likely(last, book) or says_so)):
            _take(match, book)


def _collect_sure(text: str, book: NameBook) -> None:
    for cue in name_cues.SURE:
        for match in cue.finditer(text, overlapped=True):
            groups = match.groupdict()
            at = match.start("it") if groups["it"] else match.start("last")
            before = _WORD_BEFORE.search(text, max(0, at - 30), at)
            if at - match.start() <= 2 and before and before[1].lower() in name_patterns.DETERMINERS:
                continue
            if "other" in groups:
                _take_pair(groups["it"], groups["other"], book)
            else:
                _take(match, book, is_titled=not groups["it"])
    for match in name_cues.BOTH.finditer(text, overlapped=True):
        first, other = match["it"], match["other"]
        if any(
            (book.is_first(name) or FOREIGN.search(name)) and name.lower() not in AMBIGUOUS for name in (first, other)
        ):
            _take_pair(first, other, book)
    for cue in name_cues.LIKELY:
        for match in cue.finditer(text, overlapped=True):
            first, other = match["it"], match.groupdict().get("other")
            if other and (_is_likely(first, book) or _is_likely(other, book)):
                _take_pair(first, other, book)
            elif not other and _is_likely(first, book) and first.lower() not in NO_NAMES:
                book.add_first(first)


def _collect_lower(text: str, book: NameBook) -> None:
    for match in name_patterns.LOWER.finditer(text, overlapped=True):
        if match["it"] not in NO_NAMES | AMBIGUOUS and book.is_first(match["it"]):
            book.add_first(match["it"])
            if match["last"] and match["last"] not in NO_NAMES and book.is_last(match["last"]):
                book.add_last(match["last"])
    for cue in name_cues.LOWER_SURE:
        for match in cue.finditer(text):
            _take(match, book)
    for cue in name_cues.LOWER_RARE:
        for match in cue.finditer(text):
            if book.is_rare(match["it"].title()):
                book.add_first(match["it"])


def _collect_lone(text: str, book: NameBook) -> None:
    """A known name that is no word, wherever it stands; and what has letters that neither language has.

    Among small letters, what is all in capitals is an abbreviation, and what comes after *at* or *in* a place.
    """
    is_mixed = sum(map(str.islower, text)) * 3 > sum(map(str.isalpha, text))
    for match in name_patterns.TOKEN.finditer(text):
        if match[0].lower() in AMBIGUOUS or (is_mixed and match[0].isupper() and not FOREIGN.search(match[0])):
            continue
        if _PLACED.search(text, max(0, match.start() - 6), match.start()):
            continue
        for base in list_bases(match[0]):
            low = base.lower()
            if len(base) < 3 or low in AMBIGUOUS or low in NO_NAMES or base in book.names:
                continue
            if FOREIGN.search(base) or (base[0].isupper() and book.is_first(base)):
                book.add_first(base)
                break
            if base != match[0] and book.is_word(match[0]):
                break  # Does, Dozens
            if base[0].isupper() and book.is_last(base):
                book.add_last(base)
                break


def _is_likely(word: str, book: NameBook) -> bool:
    return book.is_known(word) or bool(FOREIGN.search(word)) or book.is_rare(word)


def _take_pair(first: str, other: str, book: NameBook) -> None:
    if {first.lower(), other.lower()}.isdisjoint(NO_NAMES):
        book.add_first(first)
        book.add_first(other)


def _take(match: regex.Match[str], book: NameBook, *, is_titled: bool = False) -> None:
    no_names = NO_NAMES - TITLED_WORDS if is_titled else NO_NAMES
    if match["it"] and match["it"].lower() in NO_NAMES:
        return
    last = match["last"] if "last" in match.groupdict() else None
    if last and _PARTICLE.sub("", last, count=1).lower() in no_names:
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
