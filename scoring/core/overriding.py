"""What a scorecard would say without the findings that coaches have lifted. It stands beside the score, never in its
place.

Rules kept here: a lifted finding gives its points back to its criterion of that reply, and no more than what is still
found there leaves; a lifted critical error zeroes nothing any more; everything else is counted as it was.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any

from scoring.core.scorecard import weigh

Found = Mapping[str, Any]
FULL = 1000


def recount(
    card: Mapping[str, Any],
    *,
    standing: Mapping[int, Sequence[Found]],
    lifted: Mapping[int, Collection[Found]],
    wordings: Mapping[int, int],
    zeroed: Set[str] = frozenset(),
) -> dict[str, Any]:
    """`score` and `criteria` of `card`, per mille, without what was lifted; `values`: (criterion, reply) → what that
    reply is worth now, where that changed; `critical`: how many critical errors are left.

    `standing`: reply → all that was found in it as it stands; `lifted`: event with the words → what was lifted there;
    `wordings`: reply → the event with the words that stand; `zeroed`: threads that stay zero whatever was lifted, for
    what stands in a notice.
    """
    critical = [error for error in card["critical"] if not _is_lifted(error, lifted)]
    nothing = {error["thread"] for error in critical if error["thread"]} | zeroed
    values: dict[tuple[str, int], int] = {}
    criteria = {}
    for name, items in card["evidence"].items():
        counted = [_count(name, item, standing, lifted, wordings, values, nothing) for item in items]
        criteria[name] = _mean(counted, items)
    return {
        "score": weigh(criteria, card["weights"]),
        "criteria": criteria,
        "values": values,
        "critical": len(critical),
    }


def _count(
    name: str,
    item: Found,
    standing: Mapping[int, Sequence[Found]],
    lifted: Mapping[int, Collection[Found]],
    wordings: Mapping[int, int],
    values: dict[tuple[str, int], int],
    nothing: Set[str],
) -> int | None:
    """What an item of evidence counts; None for the order of service, which follows from the others."""
    if item.get("kind") == "order":
        return None
    value: int = item["value"]
    reply = item["reply"]
    gone = [each for each in lifted.get(wordings.get(reply, 0), ()) if each["criterion"] == name]
    if gone:
        left = [each for each in standing.get(reply, ()) if each["criterion"] == name and each not in gone]
        value = _give_back(value, gone, left)
        if value != item["value"]:
            values[name, reply] = value
    return 0 if item["thread"] in nothing else value


def _give_back(value: int, gone: Sequence[Found], left: Sequence[Found]) -> int:
    if any(each["critical"] for each in left):
        return min(value, FULL)
    most: int = FULL + sum(each["points"] for each in left if each["points"] < 0)
    back: int = value - sum(each["points"] for each in gone)
    return max(0, min(FULL, most, back))


def _mean(counted: Sequence[int | None], items: Sequence[Found]) -> int:
    """As the scorecard takes it: each by its weight, rounded half up; a good order makes up for nothing."""
    others = [(each, 1) for each in counted if each is not None]
    order = [item for item in items if item.get("kind") == "order"]
    mean = _round(others) if others else FULL
    return _round([*others, *((min(item["value"], mean), item.get("weight", 1)) for item in order)])


def _round(weighed: Sequence[tuple[int, int]]) -> int:
    total = sum(weight for _, weight in weighed)
    return (2 * sum(value * weight for value, weight in weighed) + total) // (2 * total)


def _is_lifted(error: Found, lifted: Mapping[int, Collection[Found]]) -> bool:
    place = error.get("wording", error["reply"])
    found = lifted.get(place, ()) if place is not None else ()
    return any((each["rule"], each["span"]) == (error["rule"], error["span"]) for each in found)
