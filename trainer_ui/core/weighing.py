"""How much of the overall score each piece of evidence decides: the scorecard's means, taken apart again.

Rules kept here: shares are millionths of the overall score, whole numbers, rounded down; a criterion without a weight,
or that does not apply, decides nothing; evidence weighs as it does in the mean (`weight`, 1 if it has none).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FULL = 1_000_000
"""The whole of the overall score: a point of 100 is a hundredth of it."""
POINT = FULL // 100
PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of evidence: `value` as it was found, `counted` as it entered the mean, both per mille; `share` is what
    it decides of the overall score. `reply` is None where nobody answered, `post` "" where the evidence names none."""

    criterion: str
    reply: int | None
    post: str
    thread: str
    value: int
    counted: int
    share: int

    @property
    def lost(self) -> int:
        """What is missing to a full score because of it, in millionths."""
        return self.share * (PER_MILLE - self.counted) // PER_MILLE

    @property
    def lost_by_error(self) -> int:
        """The part of `lost` that it was worth itself, until a critical error in its thread set it to nothing."""
        return self.share * (self.value - self.counted) // PER_MILLE


def list_items(card: Mapping[str, Any]) -> list[Item]:
    """All evidence of a scorecard, in the order of its criteria."""
    total = sum(card["weights"].get(name, 0) for name in card["criteria"])
    return [
        Item(
            criterion=name,
            reply=each.get("reply"),
            post=each.get("post", ""),
            thread=each["thread"],
            value=each["value"],
            counted=each["counted"],
            share=_share_of(each, evidence, weight=card["weights"].get(name, 0), total=total),
        )
        for name, evidence in card["evidence"].items()
        for each in evidence
    ]


def _share_of(item: Mapping[str, Any], evidence: Any, *, weight: int, total: int) -> int:
    if not total:
        return 0
    parts = sum(each.get("weight", 1) for each in evidence)
    share: int = FULL * weight * item.get("weight", 1) // (total * parts)
    return share
