"""A reply's text made ready for rules: cleaned, cut into tokens and sentences, each tied to graphemes of what was sent.

Rules kept here: white space, zero-width characters and Unicode form never matter; spans that leave this module count
graphemes of the text as it was sent, because that is what a person sees and what the browser can mark.
"""

import re
import unicodedata
from typing import NamedTuple

import regex

GRAPHEME = regex.compile(r"\X")
CLEAN = re.compile(r"[!-~À-ÖØ-öø-ÿ–‘’“”„]+(?: [!-~À-ÖØ-öø-ÿ–‘’“”„]+)*")
"""What nearly every reply is made of: each character a grapheme and its own normal form, single blanks between."""
FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "’": "'", "‘": "'", "ʼ": "'", "‑": "-"})

TOKEN = re.compile(
    r"""
    [^\W\d_]++(?=[ ,;!?]|\Z)  # most words: nothing else can begin so
  | (?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})
  | (?P<link>(?:https?://|www\.)\S*[^\s.,;:!?)»“"']
      |[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:example|de|com|net|org|eu|at|ch|info|app|co|uk)\b(?:/[^\s,;!?)]*)?)
  | (?P<handle>@\w[\w.]*\w|@\w)
  | (?P<tag>\#[^\W\d]\w*)
  | (?P<placeholder>\{\{?\s?\w+\s?\}?\}|\[[^\W\d][\w -]{1,24}\]|<[^\W\d][\w-]{1,24}>)
  | (?P<initials>\^\w{1,12})
  | (?P<time>\d{1,2}[:.]\d{2}(?![\d.])(?:\s?(?:uhr|h|[ap]\.?m\.?)\b)?|\d{1,2}\s?(?:uhr|h|[ap]\.?m\.?)\b)
  | (?P<number>\d+(?:[.,:/]\d+)*)(?![^\W_])
  | (?P<word>\w+(?:['’‑-]\w+)*)
  | (?P<punct>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def list_words(text: str) -> frozenset[str]:
    """The words of `text`, which is written over several lines to be read."""
    return frozenset(text.split())


SENTENCE_ENDS = frozenset(".!?…")
CLOSERS = frozenset("\"'”“»«)’]")
ABBREVIATIONS = list_words("""
    z b bzw ca dr d h evtl ggf inkl nr usw vgl str mr mrs ms st no vs etc e g i approx prof u a tel bspw
    max min
""")
MONTHS = list_words("""
    januar jaenner februar maerz april mai juni juli august september oktober november dezember
""")


class Token(NamedTuple):
    """One token. `norm` is folded for matching; `start` and `end` are positions in the cleaned text."""

    kind: str
    text: str
    norm: str
    start: int
    end: int


class Sentence(NamedTuple):
    """Tokens `first` up to, not including, `last`."""

    first: int
    last: int


class Text(NamedTuple):
    """`origins[i]` is the grapheme of the sent text that character i of `clean` came from."""

    clean: str
    origins: tuple[int, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Tokens first..last (exclusive) as half-open grapheme span of the sent text."""
        return self.origins[self.tokens[first].start], self.origins[self.tokens[last - 1].end - 1] + 1


def fold(word: str) -> str:
    """`word` as rules compare it: case, umlauts, sharp s and kinds of apostrophe do not matter."""
    folded = word.casefold()
    return folded if folded.isascii() else folded.translate(FOLDS)


def analyse(text: str) -> Text:
    """Cleans and cuts `text`. Never fails, whatever the characters."""
    clean, origins = _clean(text)
    tokens = tuple(_tokens(clean))
    return Text(clean, origins, tokens, tuple(_sentences(tokens)))


def _clean(text: str) -> tuple[str, tuple[int, ...]]:
    if CLEAN.fullmatch(text):
        return text, tuple(range(len(text)))
    characters: list[str] = []
    origins: list[int] = []
    for index, match in enumerate(GRAPHEME.finditer(text)):
        cluster: str = match[0]
        if not cluster.isascii():
            cluster = unicodedata.normalize("NFKC", cluster)
        for character in cluster:
            if character.isspace():
                if characters and characters[-1] != " ":
                    characters.append(" ")
                    origins.append(index)
            elif character.isascii() and character >= " " or unicodedata.category(character)[0] != "C":
                characters.append(character)
                origins.append(index)
    if characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return "".join(characters), tuple(origins)


def _tokens(clean: str) -> list[Token]:
    found = []
    for match in TOKEN.finditer(clean):
        kind = match.lastgroup or "word"
        word = match[0]
        if kind == "word" and not word.isalpha() and any(character.isdigit() for character in word):
            kind = "code"
        found.append(Token(kind, word, fold(word[1:] if kind == "tag" else word), *match.span()))
    return found


def _sentences(tokens: tuple[Token, ...]) -> list[Sentence]:
    found, first, position = [], 0, 0
    while position < len(tokens):
        if tokens[position].text in SENTENCE_ENDS and _ends_here(tokens, position):
            position += 1
            while position < len(tokens) and tokens[position].text in SENTENCE_ENDS | CLOSERS:
                position += 1
            found.append(Sentence(first, position))
            first = position
        else:
            position += 1
    if first < len(tokens):
        found.append(Sentence(first, len(tokens)))
    return found


def _ends_here(tokens: tuple[Token, ...], position: int) -> bool:
    if tokens[position].text != "." or position + 1 == len(tokens):
        return True
    after = tokens[position + 1]
    before = tokens[position - 1] if position else None
    if after.kind == "word" and after.text[0].islower() or after.text in ",;:":
        return False
    if before is None:
        return True
    is_ordinal = before.kind == "number" and len(before.text) <= 2 and after.norm in MONTHS
    return not is_ordinal and before.norm not in ABBREVIATIONS
