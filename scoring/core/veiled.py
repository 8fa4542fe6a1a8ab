"""Insults and coarse words that somebody wrote so that no list finds them: with stars, figures, blanks or many letters.

Only listed words are looked for (words.txt, `veiled_insults` and `veiled_coarse`), and only as whole words: "Frau M***"
and "RE5" are none of them. What is written plainly is the lexicons'.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scoring.core.lexicon.words import VEILED
from scoring.core.patterns import Match
from scoring.core.text import Text, Token, fold

VEIL = re.compile(r"[*#@$€0-9!]|([^\W\d_])\1\1|\b\w-\w-\w")
"""What a word must hold to be looked at, beside a letter: a sign that stands for one, three of the same, or marks
between them."""
LETTER = re.compile(r"[^\W\d_]")
RUN = re.compile(r"\S+")
EDGES = ".,;:!?\"'()„“”»«…"
STARS = re.compile(r"[*#]+")
LOOKS_LIKE = str.maketrans("013457@$€!", "oieastasei")
STRETCHED = re.compile(r"(.)\1{2,}")
SHOWN = 2
"""Letters that a word with stars must show, the first among them; from three on there may be a star more or less."""
LONGEST = 24
SPACED = 4
"""Letters from which a word that is written letter by letter is read."""


def find_veiled(text: Text, *, language: str) -> list[Match]:
    """In order of place; each as a match of `insult` or `coarse`."""
    found = list(_find_spaced(text.tokens, VEILED[language]))
    if VEIL.search(text.clean):
        found += _find_in_runs(text, VEILED[language])
    return sorted(found, key=lambda match: match.first)


def _find_in_runs(text: Text, words: Mapping[str, str]) -> Iterator[Match]:
    for run in RUN.finditer(text.clean):
        if run.end() - run.start() > LONGEST or not (VEIL.search(run[0]) and LETTER.search(run[0])):
            continue
        if rule := _read(fold(run[0].strip(EDGES)), words):
            inside = [n for n, t in enumerate(text.tokens) if t.start < run.end() and t.end > run.start()]
            yield Match(rule, inside[0], inside[-1] + 1)


def _read(word: str, words: Mapping[str, str]) -> str:
    """The rule of what was meant, or nothing."""
    if STARS.search(word):
        return next((rule for meant, rule in words.items() if _is_masked(word, meant)), "")
    if word in words:
        return ""
    letters = word.split("-")
    plain = "".join(letters) if max(map(len, letters)) == 1 else word.translate(LOOKS_LIKE)
    for each in (plain, STRETCHED.sub(r"\1", plain), STRETCHED.sub(r"\1\1", plain)):
        if each != word and each in words:
            return words[each]
    return ""


def _is_masked(word: str, meant: str) -> bool:
    """Whether what is shown of `word` stands in `meant` in its places."""
    parts = STARS.split(word)
    shown = sum(map(len, parts))
    if not parts[0] or shown < SHOWN or not all(part.isalpha() or not part for part in parts):
        return False
    if abs(len(word) - len(meant)) > (shown > SHOWN):
        return False
    return re.fullmatch(".+".join(re.escape(part) for part in parts), meant) is not None


def _find_spaced(tokens: Sequence[Token], words: Mapping[str, str]) -> Iterator[Match]:
    """Letters that stand alone, marks between them or not: "I d i o t"."""
    first, letters = 0, ""
    for index, token in enumerate([*tokens, None]):
        if token is not None and token.kind == "word" and len(token.norm) == 1:
            first = first if letters else index
            letters += token.norm
        elif token is None or token.text not in "-.*_" or not letters:
            if len(letters) >= SPACED and letters in words:
                yield Match(words[letters], first, index)
            letters = ""
