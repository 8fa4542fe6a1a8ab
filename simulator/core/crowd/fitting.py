"""Which opener goes before which body, and who says it: what keeps a post of parts from reading like one.

Rules kept here: "Frage:" stands before a question and "Update:" before none; where a body may be either, neither does.
"""

from collections.abc import Sequence

from scenarios.core.stock.crowd import LINES
from simulator.core.crowd.styling import suits

ADDRESSES = ("du", "sie")
"""Who says du to somebody says ihr to a brand."""


def list_fitting(openers: Sequence[str], body: str, *, language: str) -> list[str]:
    """Those of `openers` that can stand before `body`, in their order."""
    lines = LINES[language]
    is_question = body.endswith("?")
    can_be_one = is_question or _first_word(body) in lines.INTERROGATIVES
    return [
        opener
        for opener in openers
        if (is_question or opener not in lines.BEFORE_QUESTIONS)
        and not (can_be_one and opener in lines.BEFORE_STATEMENTS)
    ]


def pick_address(body: str, usual: str) -> str:
    """`usual`, unless `body` itself says it otherwise."""
    if suits(body, [usual]):
        return usual
    return next((address for address in ADDRESSES if suits(body, [address])), usual)


def find_said(deck: Sequence[str], address: str) -> int:
    """The place of the last body of `deck` that somebody of this `address` says; the last one where there is none."""
    return next((place for place in reversed(range(len(deck))) if suits(deck[place], [address])), len(deck) - 1)


def _first_word(body: str) -> str:
    return body.split(" ", 1)[0].strip("„“”\"‘’'").lower()
