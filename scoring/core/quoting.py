"""Words in quotation marks: whose they are."""

from collections.abc import Sequence
from functools import lru_cache

from scoring.core.text import Text, Token, analyse

OPENING = {"„": '“”"', "“": '”"', "»": "«", "«": "»", "”": "”", '"': '"'}  # what may close a quotation that begins so
CLOSING = frozenset("".join(OPENING.values()))
LONGEST = 60
"""Tokens that a quotation has at most: a mark that nobody closes quotes nothing."""


def find_quotes(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The tokens between quotation marks, as half-open ranges, in order."""
    found: list[tuple[int, int]] = []
    last = max((index for index, token in enumerate(tokens) if token.text in CLOSING), default=-1)
    position = 0
    while position < len(tokens):
        closing = OPENING.get(tokens[position].text)
        end = position + 1
        if closing and position < last:
            limit = min(len(tokens), position + LONGEST)
            while end < limit and tokens[end].text not in closing:
                end += 1
            if end < limit:
                found.append((position + 1, end))
                position = end
        position += 1
    return found


def is_from(quote: tuple[int, int], text: Text, *, post_text: str) -> bool:
    """Whether every word of the quotation stands in the customer's post."""
    words = [token.norm for token in text.tokens[slice(*quote)] if token.kind != "punct"]
    return bool(words) and words_of(post_text).issuperset(words)


@lru_cache(maxsize=1024)
def words_of(post_text: str) -> frozenset[str]:
    return frozenset(token.norm for token in analyse(post_text).tokens)
