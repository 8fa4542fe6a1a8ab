"""Checks reactions against each other and against the general rules: two that undo each other, one that stands for a
rule."""

from scenarios.core.conditions import AllOf, AnyOf, Condition, Not, list_leaves
from scenarios.core.draft import Draft
from scenarios.core.public import Reaction
from scenarios.core.vocabulary import GENERAL_RULES

Meaning = object
"""A condition as a value in which the order of its parts and brackets without meaning do not count."""


def check_reactions(draft: Draft) -> None:
    known: dict[Meaning, list[Reaction]] = {}
    for key, reaction in draft.reactions.items():
        place = draft.place("reaction", key)
        if key in GENERAL_RULES:
            draft.report.hint(place, "stands-for-rule")
        alike = known.setdefault((_thread_of(reaction), _mean(reaction.when)), [])
        found = next(((other.key, effect) for other in alike if (effect := _find_opposite(other, reaction))), None)
        if found:
            draft.report.warn(place, "opposite-effects", other=found[0], effect=found[1])
        alike.append(reaction)


def _mean(condition: Condition) -> Meaning:
    match condition:
        case AllOf((part,)) | AnyOf((part,)) | Not(Not(part)):
            return _mean(part)
        case AllOf(parts) | AnyOf(parts):
            return type(condition), frozenset(map(_mean, parts))
        case Not(part):
            return Not, _mean(part)
    return condition


def _thread_of(reaction: Reaction) -> str:
    """Where it waits, if that is not said by the posts and persons that it names."""
    leaves = list(list_leaves(reaction.when))
    is_open = any(getattr(leaf, name, "-") == "" for leaf in leaves for name in ("post", "persona"))
    return reaction.thread if is_open else ""


def _find_opposite(one: Reaction, other: Reaction) -> str:
    """The effect in which the two go opposite ways, or ""."""
    if one.heat * other.heat < 0:
        return "heat"
    if one.crowd * other.crowd < 0:
        return "crowd"
    return "mood" if one.mood * other.mood < 0 and one.mood_of == other.mood_of else ""
