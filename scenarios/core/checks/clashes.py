"""What follows from the words of a condition alone, and which two of its questions exclude each other.

Of `any` nothing is taken for sure; and what was true once (a reply, an answer) is not held against what comes later,
except where it stays true for ever (answered in time or not).
"""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import NamedTuple

from scenarios.core.conditions import AllOf, Answered, AnyOf, Condition, HeatIs, Ignored, NoAnswer, Not, Stands
from scenarios.core.scalars import to_snake


class Literal(NamedTuple):
    """`leaf` has to be true, or not to be."""

    leaf: Condition
    holds: bool


def list_sure(condition: Condition, *, holds: bool = True) -> Iterator[Literal]:
    """What has to be true, or not true, whenever `condition` is what `holds` says."""
    match condition:
        case Not(part):
            yield from list_sure(part, holds=not holds)
        case AllOf(parts) if holds or len(parts) == 1:
            for part in parts:
                yield from list_sure(part, holds=holds)
        case AnyOf(parts) if not holds or len(parts) == 1:
            for part in parts:
                yield from list_sure(part, holds=holds)
        case AllOf() | AnyOf():
            return
        case _:
            yield Literal(condition, holds)


def find_clash(literals: list[Literal]) -> tuple[Literal, Literal] | None:
    """The first two of `literals` that exclude each other."""
    for index, first in enumerate(literals):
        for second in literals[:index]:
            if _exclude(first, second) or _exclude(second, first):
                return second, first
    return None


def describe(literal: Literal) -> str:
    """`literal` for a message, in the words of the format as far as they are short."""
    leaf = literal.leaf
    names = ("post", "persona", "fact", "state")
    subject = next((str(value) for name in names if (value := getattr(leaf, name, ""))), "")
    if isinstance(leaf, HeatIs):
        subject = f"{leaf.above if leaf.above is not None else 0}–{leaf.below if leaf.below is not None else 100}"
    late = {True: " (late)", False: " (in time)", None: ""}[getattr(leaf, "late", None)]
    words = f"{to_snake(type(leaf).__name__)} {subject}{late}".strip()
    return words if literal.holds else f"not {words}"


def _exclude(first: Literal, second: Literal) -> bool:
    if first.holds and not second.holds:
        return _implies(first.leaf, second.leaf)
    if not (first.holds and second.holds):
        return False
    match first.leaf, second.leaf:
        case Answered(post, False), (Answered(other, True) | NoAnswer(other, 0)):
            return bool(post) and post == other
        case HeatIs(above=int(above)), HeatIs(below=int(below)):
            return above > below
    return False


def _implies(leaf: Condition, wider: Condition) -> bool:
    """Whether `wider` is true whenever `leaf` is: it is the same question with less said."""
    if leaf == wider:
        return True
    if type(leaf) is not type(wider) or isinstance(leaf, (NoAnswer, HeatIs, Ignored, Stands)):
        return False
    for item in fields(wider):
        asked, given = getattr(wider, item.name), getattr(leaf, item.name)
        says_nothing = item.default is not MISSING and asked == item.default
        if not (says_nothing or asked == given or (isinstance(asked, tuple) and set(asked) <= set(given))):
            return False
    return True


def lasts(literal: Literal) -> bool:
    """Whether what is said stays true: a post was answered in time or it was not, for ever."""
    match literal:
        case Literal(Answered(late=bool()) | NoAnswer(wait_ms=0), True):
            return True
    return False
