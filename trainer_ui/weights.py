"""How the overall score came about, down to the weights: a table that can be added up by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from scenarios.core.vocabulary import CRITERIA
from trainer_ui.core.weighing import FULL, PER_MILLE, Item, list_items
from trainer_ui.criteria import name_criterion
from trainer_ui.played import PlayedRun

HUNDREDTH = FULL // 10_000
"""A hundredth of a point of the overall score: the tables count in these, which adds up well enough for a hand."""


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A criterion: its `value` per mille, `weight`, what that is of all weights in hundredths of a percent, and what it
    brings, in hundredths of a point."""

    name: str
    value: int
    weight: int
    share: int
    brings: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A piece of evidence: `what` it is (reply A, or whose post), `value` as found and `counted`, both per mille; how
    many points it could bring and how many it brings, in hundredths. `seq` is the reply's, 0 for none."""

    what: str
    seq: int
    value: int
    counted: int
    share: int
    brings: int


@dataclass(frozen=True, slots=True)
class CriterionItems:
    name: str
    rows: list[ItemRow]


@dataclass(frozen=True, slots=True)
class Weights:
    """`total` is the sum of the weights that apply, `left_out` the criteria that do not, with their weights."""

    score: int | None
    total: int
    criteria: list[WeightRow]
    left_out: list[tuple[str, int]]
    items: list[CriterionItems]


def explain_weights(played: PlayedRun) -> Weights:
    card = played.card
    applied = [name for name in CRITERIA if name in card["criteria"] and card["weights"].get(name)]
    total = sum(card["weights"][name] for name in applied)
    items = list_items(card)
    return Weights(
        score=card["score"],
        total=total,
        criteria=[_weigh(name, card, total=total) for name in applied],
        left_out=[
            (name_criterion(name), weight)
            for name in CRITERIA
            if (weight := card["weights"].get(name)) and name not in applied
        ],
        items=[
            CriterionItems(name_criterion(name), [_show(item, played) for item in items if item.criterion == name])
            for name in applied
        ],
    )


def _weigh(name: str, card: Mapping[str, Any], *, total: int) -> WeightRow:
    value, weight = card["criteria"][name], card["weights"][name]
    share = _round(10_000 * weight, total)
    return WeightRow(name_criterion(name), value, weight, share, _round(10 * value * weight, total))


def _show(item: Item, played: PlayedRun) -> ItemRow:
    brings = _round(item.share * item.counted, HUNDREDTH * PER_MILLE)
    return ItemRow(
        _name(item, played), item.reply or 0, item.value, item.counted, _round(item.share, HUNDREDTH), brings
    )


def _name(item: Item, played: PlayedRun) -> str:
    post = played.state.posts.get(item.post)
    who = played.state.cast[post.persona]["name"] if post else ""
    if item.reply in played.marks:
        mark = gettext("Reply %(mark)s") % {"mark": played.marks[item.reply]}
        return f"{mark}, {who}" if who else mark
    return who or (gettext("Order of service") if item.criterion == "triage" else gettext("Without a reply"))


def _round(number: int, divisor: int) -> int:
    return (2 * number + divisor) // (2 * divisor)
