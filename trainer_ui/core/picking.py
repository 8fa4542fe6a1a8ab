"""What a debrief says first: one thing to keep, one to change, one moment to try again; and which moments stand first.

The rule, all in millionths of the overall score (`weighing`):

- *keep*: the reply that was worth most in the mean of its criteria, by their weights, if that is KEEP_FROM or more and
  nothing critical stands in its thread. Of equals, the one that calmed its person more, then the earlier. What carried
  it are its rules with the most points, formalities only where there is nothing else.
- *change*: the rule that cost the overall score most, over all replies. A critical error costs what it set to zero;
  what nobody answered counts as a rule of its own, UNANSWERED. Shown at the reply where it cost most.
- *retry*: the reply that lost most, and ANGER more for each point by which it made its person angrier; where there is
  none but the one to keep, the post without an answer that lost most.
- *worst* are up to MOST_WORST replies in the order of *retry* that lost LITTLE or more, *best* up to MOST_BEST of the
  others in the order of *keep*; the rest stay in their order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer_ui.core.weighing import PER_MILLE, POINT, Item, list_items

KEEP_FROM = 600
ANGER = POINT // 10
LITTLE = POINT // 2
MOST_WORST, MOST_BEST, MOST_CARRIED = 3, 2, 3
UNANSWERED = "unanswered"
FORMAL = frozenset({"tone.greeting", "tone.sign_off", "tone.thanks", "tone.well_wish"})

Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Keep:
    """`reply` is its seq, `carried` the findings that did most for it, of each rule one."""

    reply: int
    carried: Sequence[Found]


@dataclass(frozen=True, slots=True)
class Change:
    """`found` is what cost most where it cost most; None: posts that nobody answered. `times`: in how many replies, or
    how many posts; `lost` in millionths of the overall score."""

    rule: str
    reply: int | None
    post: str
    found: Found | None
    times: int
    lost: int


@dataclass(frozen=True, slots=True)
class Retry:
    """A reply by its seq, or a post that got none."""

    reply: int | None
    post: str
    lost: int


@dataclass(frozen=True, slots=True)
class Picks:
    keep: Keep | None
    change: Change | None
    retry: Retry | None
    worst: Sequence[int]
    best: Sequence[int]


def pick_three(card: Mapping[str, Any], findings: Mapping[int, Sequence[Found]], moved: Mapping[int, int]) -> Picks:
    """`findings` of replies and notices by seq; `moved`, by how many points a reply changed its person's anger."""
    items = list_items(card)
    replies = list(card["replies"])
    lost = {seq: _lose(seq, items) + ANGER * max(0, moved.get(seq, 0)) for seq in replies}
    bad = sorted((seq for seq in replies if lost[seq] >= LITTLE), key=lambda seq: (-lost[seq], seq))
    worth = {seq: value for seq in replies if (value := _value(seq, items)) is not None}
    good = sorted(
        (seq for seq, value in worth.items() if value >= KEEP_FROM),
        key=lambda seq: (-worth[seq], moved.get(seq, 0), seq),
    )
    worst = bad[:MOST_WORST]
    return Picks(
        keep=Keep(good[0], _carried(findings.get(good[0], ()))) if good else None,
        change=_pick_change(card, items, findings),
        # What is to be kept is tried again only where there is nothing else.
        retry=_pick_retry([seq for seq in bad if seq not in good[:1]], lost, items) or _pick_retry(bad, lost, items),
        worst=worst,
        best=[seq for seq in good if seq not in worst][:MOST_BEST],
    )


def _lose(seq: int, items: Sequence[Item]) -> int:
    return sum(item.lost for item in items if item.reply == seq)


def _value(seq: int, items: Sequence[Item]) -> int | None:
    """What a reply is worth in the mean of its items; None where nothing was judged, or where it counts zero."""
    own = [item for item in items if item.reply == seq and item.share]
    if not own or any(item.lost_by_error for item in own):
        return None
    return sum(item.share * item.value for item in own) // sum(item.share for item in own)


def _carried(found: Sequence[Found]) -> list[Found]:
    praise = sorted((each for each in found if each["points"] > 0), key=lambda each: -each["points"])
    rules = {each["rule"]: each for each in reversed(praise)}
    ordered = sorted(rules.values(), key=lambda each: (each["rule"] in FORMAL, -each["points"], each["rule"]))
    warm = [each for each in ordered if each["rule"] not in FORMAL]
    return (warm or ordered)[:MOST_CARRIED]


def _pick_change(
    card: Mapping[str, Any], items: Sequence[Item], findings: Mapping[int, Sequence[Found]]
) -> Change | None:
    costs = [*_list_critical(card, items, findings), *_list_costs(card, items, findings), *_list_unanswered(items)]
    total: dict[str, int] = {}
    for cost in costs:
        total[cost.rule] = total.get(cost.rule, 0) + cost.lost
    if not total or max(total.values()) <= 0:
        return None
    rule = min(total, key=lambda each: (-total[each], each))
    of_rule = [cost for cost in costs if cost.rule == rule]
    dearest = max(of_rule, key=lambda cost: (cost.lost, -(cost.reply or 0)))
    times = len({(cost.reply, cost.post if cost.reply is None else "") for cost in of_rule})
    return Change(rule, dearest.reply, dearest.post, dearest.found, times, total[rule])


def _list_critical(
    card: Mapping[str, Any], items: Sequence[Item], findings: Mapping[int, Sequence[Found]]
) -> list[Change]:
    """What critical errors set to zero: each thread's to its first error."""
    costs, told = [], set[str]()
    for error in card["critical"]:
        found = next((each for each in findings.get(error["reply"], ()) if each["rule"] == error["rule"]), None)
        is_told = error["thread"] in told
        told.add(error["thread"])
        mine = [item for item in items if error["thread"] in ("", item.thread)]
        lost = 0 if is_told else sum(item.lost_by_error for item in mine)
        costs.append(Change(error["rule"], error["reply"], error.get("post", ""), found, 1, lost))
    return costs


def _list_costs(
    card: Mapping[str, Any], items: Sequence[Item], findings: Mapping[int, Sequence[Found]]
) -> list[Change]:
    """What each finding took: its points of what its criterion decides for the reply, at most what was lost there."""
    own: dict[tuple[int | None, str], list[Item]] = {}
    for item in items:
        own.setdefault((item.reply, item.criterion), []).append(item)
    return [
        Change(found["rule"], seq, "", found, 1, sum(_take(found, item) for item in own[seq, found["criterion"]]))
        for seq in card["replies"]
        for found in findings.get(seq, ())
        if found["points"] < 0 and not found["critical"] and (seq, found["criterion"]) in own
    ]


def _take(found: Found, item: Item) -> int:
    points: int = -found["points"]
    return item.share * min(points, PER_MILLE - item.value) // PER_MILLE


def _list_unanswered(items: Sequence[Item]) -> list[Change]:
    return [
        Change(UNANSWERED, None, item.post, None, 1, item.lost)
        for item in items
        if item.reply is None and item.post and item.criterion in ("speed", "substance")
    ]


def _pick_retry(bad: Sequence[int], lost: Mapping[int, int], items: Sequence[Item]) -> Retry | None:
    if bad:
        return Retry(bad[0], "", lost[bad[0]])
    by_post: dict[str, int] = {}
    for cost in _list_unanswered(items):
        by_post[cost.post] = by_post.get(cost.post, 0) + cost.lost
    if not by_post or max(by_post.values()) <= 0:
        return None
    post = min(by_post, key=lambda key: (-by_post[key], key))
    return Retry(None, post, by_post[post])
