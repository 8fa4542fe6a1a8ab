"""What masking left standing and somebody should look at: words that may be names, long numbers, links, bare handles.

Rules kept here: only what masking did not touch is doubted; each word once per file, with the posts it stands in. In
English a capital in the middle of a sentence is enough; in German, where every noun has one, a word is doubted
if it is a name as well and nothing in front of it makes it a noun, or if it acts like a person.
"""

from collections.abc import Iterator, Mapping

import regex

from scenarios.core.importing.name_patterns import CAP, DETERMINERS
from scenarios.core.importing.names import NameBook
from scenarios.core.importing.no_names import NO_NAMES
from scenarios.core.importing.sketch import SketchThread
from scenarios.core.importing.stand_ins import StandIns
from scenarios.core.review import Doubt

MOST_DOUBTS = 1_000
LONGEST_WORDS = 120

_NUMBER = regex.compile(r"(?<![\w.,:€$£#-])\p{N}(?:[ ./-]?\p{N}){4,30}(?![\w%€$£]|[.,:]\d)", regex.VERSION1)
_LINK = regex.compile(
    r"(?i)(?<![\w@.])(?:[a-z0-9-]{1,40}\.){1,3}(?:de|com|net|org|at|ch|uk|eu|info|io|me|ly|co)\b(?:/\S{0,80})?"
)
_HANDLE = regex.compile(r"(?<![\w@.])(?=[a-z0-9.]*[a-z])(?=[a-z.]*\d)[a-z][a-z.]{3,20}\d{2,4}(?!\w)")
_WORD = regex.compile(rf"(?<![\w@#&.-])(?<!\w['’])(?P<it>{CAP})(?!\w)", regex.VERSION1)
_BEFORE = regex.compile(r"(\p{L}+|[,;])\s+[„“”\"'‘’»«(]?$")
_ACTS = regex.compile(
    r"\s(?:hat|hatte|sagt|sagte|meint|meinte|wollte|will|weiß|wohnt|heißt|schrieb|schreibt|ruft|rief|kennt|lügt|log|"
    r"told|said|says|lives|lied|knew|knows|never|has|had|wrote|thinks|called)\b"
)
_BARE = frozenset(
    [
        "hat",
        "hatte",
        "ist",
        "war",
        "wird",
        "wurde",
        "kann",
        "will",
        "wieder",
        "gestern",
        "heute",
        "auch",
        "dass",
        "ob",
        "weil",
        "wenn",
        "als",
        "wie",
        "aber",
        "nur",
        "noch",
        "schon",
        "doch",
        "immer",
        "warum",
        "wo",
        "weshalb",
        "wieso",
        "und",
        "oder",
        "dann",
        "jetzt",
        "nun",
        "da",
        "sowie",
        "mit",
        "von",
        "bei",
        "für",
        "an",
        "wegen",
        "ohne",
        "gegen",
        "laut",
        "seitens",
    ]
)
"""German words after which a noun seldom stands without an article, and a name does."""
_NOUN_END = regex.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|chen|lein|nis|ismus|ment|ion|stelle|zeit|nummer|dienst|service)(?:en|s|e)?$"
)


def find_doubts(
    text: str, *, is_taken: bytes | bytearray, language: str, stand_ins: StandIns
) -> Iterator[tuple[str, str]]:
    """(words, why) of what stands in `text` where nothing was replaced; `is_taken` has a byte for each character."""
    book = NameBook(stand_ins)
    for why, pattern in (("link", _LINK), ("number", _NUMBER), ("handle", _HANDLE)):
        for match in pattern.finditer(text):
            if not any(is_taken[match.start() : match.end()]):
                yield match[0][:LONGEST_WORDS], why
    for match in _WORD.finditer(text):
        word = match["it"]
        if any(is_taken[match.start() : match.end()]) or word.lower() in NO_NAMES or (word.isupper() and len(word) < 5):
            continue
        if _may_be_name(text, match, is_german=language == "de", book=book):
            yield word[:LONGEST_WORDS], "name"


def _may_be_name(text: str, match: regex.Match[str], *, is_german: bool, book: NameBook) -> bool:
    before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
    is_inside = before is not None
    if before and before[1].lower() in DETERMINERS and is_german:
        return False
    if book.is_known(match["it"]) or book.is_rare(match["it"]) or _ACTS.match(text, match.end()):
        return True
    if not is_inside or _NOUN_END.search(match["it"]):
        return False
    return not is_german or before is not None and before[1].lower() in _BARE


def place_doubts(
    doubts: Mapping[str, str], threads: tuple[SketchThread, ...], *, stand_ins: StandIns
) -> dict[str, Doubt]:
    """Each doubt with the posts whose words have it; what was cut away with its text is no doubt any more."""
    posts = [
        (post.key, f"{post.text}\n{post.then or ''}\n{post.alt or ''}")
        for thread in threads
        for post in (*thread.posts, *(reaction.post for reaction in thread.reactions))
    ]
    placed: dict[str, Doubt] = {}
    for words, why in sorted(doubts.items(), key=lambda item: (item[1], item[0])):
        whole = regex.compile(
            rf"(?<!\w){regex.escape(words, special_only=True)}(?!\w)" if why == "name" else regex.escape(words)
        )
        found = tuple(key for key, text in posts if words in text and whole.search(text))
        if found and len(placed) < MOST_DOUBTS:
            placed[f"d{len(placed) + 1}"] = Doubt(words, why, _suggest(words, why, stand_ins), found[:50])
    return placed


def _suggest(words: str, why: str, stand_ins: StandIns) -> str:
    if why == "name":
        return stand_ins.replace_last_name(words)
    if why == "link":
        return stand_ins.replace_link(words)
    return stand_ins.draw_person(words).handle if why == "handle" else stand_ins.replace_code(words)
