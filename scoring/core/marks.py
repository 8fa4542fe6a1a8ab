"""What stands in single tokens of a reply rather than in a phrase of the lexicons."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from scoring.core.capitals import is_loud
from scoring.core.hearing.copying import find_rows, is_heap, list_norms, rows_of, wording_of
from scoring.core.lexicon.words import AFTER_ANSWERS, ANSWERS, FIRST_PERSON, PLAIN_ANSWERS
from scoring.core.masking import name_after
from scoring.core.patterns import FIGURES
from scoring.core.reading import Reading
from scoring.core.text import Token, analyse

STRETCHED = re.compile(r"([a-z])\1\1")
JOINED = re.compile(r"[a-z]{3}(e|[b-df-hj-np-tv-z])\1\1(?!\1)[a-z]{3}")
"""Three of the same letter where two German words join: "Schifffahrt", "Notfallleitstelle", "Kaffeeernte"."""
NUMERALS = frozenset({"iii", "viii", "xiii"})
SYMBOLS = 0x2600
CONCRETE = FIGURES | {"link", "mail"}
AHEAD, ANNOUNCED = 5, 3
"""A colon orders a reply where at least so many of the next tokens are no marks."""
STEM = 6
LISTED = 3
"""The customer's words one after the other from which they are a list, and no sentence takes them up."""
SPECIFIC = 5
"""Letters from which a word is specific enough to be taken up."""


class Place(NamedTuple):
    """`rule` found something in tokens `first` up to `last`; both 0 where it is about the whole reply."""

    rule: str
    first: int
    last: int


def find_marks(reading: Reading) -> Iterator[Place]:
    """Figures, the speaker's I, answers, capitals, marks and emoji, token by token."""
    tokens = reading.text.tokens
    starts = _find_openings(reading)
    exclamations = 0
    shown = -1
    for index, token in enumerate(tokens):
        exclamations += token.text == "!"
        answers = index in starts and _answers(token, tokens[index + 1 : index + 2], language=reading.language)
        rule = _rule_of(token, language=reading.language, answers=answers, exclamations=exclamations)
        if rule == "tone.emoji":
            grapheme = reading.text.origins[token.start]
            shown, is_same = grapheme, grapheme == shown
            if is_same:
                continue
        if rule:
            yield Place(rule, index, index + 1)
        elif token.text == ":" and _count_meant(tokens[index + 1 : index + 1 + AHEAD]) >= ANNOUNCED:
            yield Place("tone.structure", index, index + 1)
    if reading.prose.signature and not any(match.rule == "sign_off" for match in reading.matches):
        yield Place("tone.sign_off", *reading.prose.signature)


def find_specifics(reading: Reading, post_text: str) -> Iterator[Place]:
    """The customer's own words that the reply takes up, each once. A row of them is copied and a heap is
    none of a sentence: these take up nothing."""
    asked = set(_stems(post_text))
    theirs = _list_theirs(reading, asked)
    if not theirs:
        return
    if len(theirs) >= LISTED and is_heap([norm for norm, _ in list_norms(reading.text)], wording_of(post_text)):
        return
    copied = find_rows(reading.text, rows_of(post_text)) | _find_listed(reading.text.tokens, theirs)
    for index in theirs:
        stem = reading.text.tokens[index].norm[:STEM]
        if stem in asked and index not in copied:
            asked.discard(stem)
            yield Place("tone.specifics", index, index + 1)


def find_copied(reading: Reading, post_text: str) -> frozenset[int]:
    """The tokens that are only given back to the customer: in rows of their words, or in a list of them."""
    listed = _find_listed(reading.text.tokens, _list_theirs(reading, _stems(post_text)))
    return find_rows(reading.text, rows_of(post_text)) | listed


def _list_theirs(reading: Reading, asked: Collection[str]) -> list[int]:
    """The tokens that have one of the stems `asked` and are long enough to say something."""
    tokens = enumerate(reading.text.tokens)
    return [at for at, token in tokens if token.norm[:STEM] in asked and _is_specific(token)]


def _find_listed(tokens: Sequence[Token], places: Sequence[int]) -> set[int]:
    """Those of `places` that stand in a mere list: one after the other, with nothing but a comma between."""
    rows: list[list[int]] = []
    for place in places:
        if rows and rows[-1][-1] == place - 2 and tokens[place - 1].text == ",":
            rows[-1].append(place)
        else:
            rows.append([place])
    return {place for row in rows if len(row) >= LISTED for place in row}


def _rule_of(token: Token, *, language: str, answers: bool, exclamations: int) -> str | None:
    if token.kind in CONCRETE:
        return "tone.concrete"
    if token.kind == "word":
        return _rule_of_word(token, language=language, answers=answers)
    if token.text == "?":
        return "tone.question"
    if token.text == "!":
        return "tone.exclamation" if exclamations > 1 else None
    return "tone.emoji" if token.kind == "punct" and _is_emoji(token.text) else None


def _rule_of_word(token: Token, *, language: str, answers: bool) -> str | None:
    if token.norm in FIRST_PERSON[language]:
        return "tone.first_person"
    if answers:
        return "tone.answer"
    if is_loud(token):
        return "tone.shouting"
    return "tone.gushing" if _is_stretched(token, language) else None


def _find_openings(reading: Reading) -> set[int]:
    """The first tokens of sentences, and of what follows a greeting and its name."""
    tokens = reading.text.tokens
    openings = {sentence.first for sentence in reading.text.sentences}
    for match in reading.matches:
        if match.rule == "greeting":
            end = name_after(tokens, match.last).stop
            openings.add(end + (end < len(tokens) and tokens[end].kind == "punct"))
    return openings


def _answers(token: Token, after: Sequence[Token], *, language: str) -> bool:
    if token.norm not in ANSWERS[language]:
        return False
    follow = AFTER_ANSWERS[language]
    return token.norm in PLAIN_ANSWERS[language] or all(each.kind == "punct" or each.norm in follow for each in after)


def _is_stretched(token: Token, language: str) -> bool:
    """Whether letters are drawn out ("sooo"), and not three of them only where words join, or a numeral."""
    if not STRETCHED.search(token.norm) or token.text.isupper() and token.norm in NUMERALS:
        return False
    return language != "de" or STRETCHED.search(JOINED.sub("", token.norm)) is not None


def _count_meant(tokens: Sequence[Token]) -> int:
    return sum(token.kind != "punct" for token in tokens)


def _is_emoji(mark: str) -> bool:
    return ord(mark) >= SYMBOLS and unicodedata.category(mark) == "So"


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.norm[:STEM] for token in analyse(text).tokens if _is_specific(token))


def _is_specific(token: Token) -> bool:
    return token.kind in FIGURES or token.kind == "word" and len(token.norm) >= SPECIFIC
