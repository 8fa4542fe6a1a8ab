"""Names that no list has: written like a name, in no dictionary (`NameBook.is_rare`), and where people stand.

Rules kept here: where a place may stand, such a word is a place; where an article stands before it, a thing. In English
a capital inside a sentence is enough; in German, where every noun has one, the word has to act, or be called, or follow
what no noun follows without an article. What is left over is doubted (`doubts`).
"""

from collections.abc import Iterator

import regex

from scenarios.core.importing.name_patterns import CAP, DETERMINERS
from scenarios.core.importing.names import NameBook

_FLAGS = regex.VERSION1
_WORD = regex.compile(rf"(?<![\w@#&.-])(?<!\w['’])(?P<it>{CAP})(?!\w)", _FLAGS)
_BEFORE = regex.compile(r"(\p{L}+)[,;:]?\s+[„“”\"'‘’»«(]?$", _FLAGS)
_INITIAL = regex.compile(r"(?<![\w.])\p{Lu}\p{Ll}{0,3}\.[ ]?$", _FLAGS)
_LOOK_BACK = 80

_IN = (
    r"(?:at|(?<!namen?\s)in|near|via|between|towards?|outside|around|past|out\sof|(?:whole|all|north|south|east|west|rest)\sof|"
    r"nach|ab|bis|aus|über|zwischen|richtung|raum|bahnhof|hbf|stadt|kreis|strecke|linie|line|platform|halt|ganz)"
)
_TRAVELS = (
    r"(?:\w*(?:züge?n?|bus(?:se|ses)?|bahn|fahrt|verbindung|strecke|verkehr|leitung)|trains?|buse?s|coach(?:es)?|flights?|"
    r"lines?|services?|routes?|way|trip|home|travel(?:s|ling|led|ing)?|go(?:es|ing)?|gets?|trying|delays?|tickets?|stuck|"
    r"ice|re|rb|ic|s-bahn|u-bahn|fahr(?:e|en|t)?|komm(?:e|en|t)?|unterwegs)"
)
_PLACED = regex.compile(
    rf"(?i)\b(?:{_IN}|{_TRAVELS}(?:\s(?!belongs?|gehört|i[st]s?t?\b|was|war|for|für)[\w.:]+){{0,2}}\s(?:to|for|from|von|an|and|und))\s(?:\p{{L}}+\s?(?:and|und|,|/|–|-|&)\s?)?$",
    _FLAGS,
)
_FROM = regex.compile(r"(?i)\bfrom\s$")
_SENT_FROM = regex.compile(
    r"(?i)\b(?:messages?|e?-?mails?|calls?|letters?|repl(?:y|ies)|answers?|texts?|notes?|word|credit|heard?|anything|"
    r"nothing|something)\sfrom\s$"
)
_GOES_ON_AS_PLACE = regex.compile(
    r"(?i)[\s-](?:hbf|bhf|bahnhof|hauptbahnhof|station|airport|flughafen|road|street|city|nach|bis|to\s\p{Lu})\b",
    _FLAGS,
)
_DOES = regex.compile(
    r"\s(?:(?:und|and)\s(?:ich|I|me|wir|we)\b|(?:hat|hatte|sagt|sagte|meint|meinte|wollte|weiß|schrieb|schreibt|ruft|rief|"
    r"kennt|told|said|says|lied|knew|knows|has|had|wrote|thinks|promised|helped)\b)",
    _FLAGS,
)
_NOUNLESS_WORDS = """
    hat hatte ist war wird wurde kann dass ob weil wenn als wie warum wieso weshalb wo gestern heute auch oder
    dann jetzt nun da mal nur noch doch mit von für an ohne gegen laut namens heißt nee nein ja also tja hey hallo
    ps sich mir dir uns euch ihm ihnen mich dich
"""
_NOUNLESS = frozenset(_NOUNLESS_WORDS.split())
"""German words after which a noun seldom stands without an article, and a name does."""


def find_rare(text: str, book: NameBook, *, is_german: bool) -> Iterator[str]:
    """The words of `text` that are names although no list has them."""
    for match in _WORD.finditer(text):
        word = match["it"]
        if book.is_rare(word) and not is_place(text, *match.span()) and _is_somebody(text, match, is_german=is_german):
            yield word


def is_place(text: str, start: int, end: int) -> bool:
    """Whether a place may stand between `start` and `end`."""
    at = max(0, start - _LOOK_BACK)
    if _PLACED.search(text, at, start) or _GOES_ON_AS_PLACE.match(text, end):
        return True
    return _FROM.search(text, at, start) is not None and not _SENT_FROM.search(text, at, start)


def _is_somebody(text: str, match: regex.Match[str], *, is_german: bool) -> bool:
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    word = before[1].lower() if before else ""
    if word in DETERMINERS:
        return False
    if _INITIAL.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
        return True
    if _DOES.match(text, match.end()):
        return True
    return before is not None and (not is_german or word in _NOUNLESS)
