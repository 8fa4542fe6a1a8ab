"""First things first, as the debrief shows it: what was served while something else was due, each post that was not
simply to be answered, with what was right, and what was solved in private and to be closed for everybody."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from scoring.core.waits import CLOSING
from scoring.sentences import explain_finding
from simulator.core.events import Event
from trainer_ui.criteria import ORDER
from trainer_ui.doings import describe_act, show_post
from trainer_ui.played import PlayedRun
from trainer_ui.shown import PassedOver, ShownCheck, ShownTriage

WHY: Mapping[str, Any] = {
    "danger": pgettext_lazy("reason in the order of service", "danger"),
    "notice": pgettext_lazy("reason in the order of service", "notice for everybody"),
    "click": pgettext_lazy("reason in the order of service", "done with a click"),
    "due": pgettext_lazy("reason in the order of service", "overdue, or about to be"),
    "weight": pgettext_lazy("reason in the order of service", "more reach × anger, or an earlier target"),
    "closing": pgettext_lazy("reason in the order of service", "nobody waits for the other"),
}
"""Why something came first, by the code of the scorecard's `order`."""
MISSING: Mapping[str, Any] = {
    "own": gettext_lazy("words of your own"),
    "who": gettext_lazy("who it is about"),
    "what": gettext_lazy("what happened"),
    "needed": gettext_lazy("what is needed"),
    "urgent": gettext_lazy("how urgent it is"),
}
"""What a hand-over note lacks, by the code of its evidence."""


def show_triage(card: Mapping[str, Any], played: PlayedRun, *, language: str) -> ShownTriage | None:
    """None where nothing was judged. Scorecards of older rules know no order."""
    items = [item for item in card["evidence"].get("triage", ()) if item["kind"] != ORDER]
    items += [item for item in card["evidence"].get("speed", ()) if item.get("response") == CLOSING]
    order: Mapping[str, Any] | None = card.get("order")
    if not items and order is None:
        return None
    acts = {event.seq: event for event in played.acts}
    return ShownTriage(
        value=None if order is None else order["value"],
        order=explain_finding(
            "triage.order", language=language, params={"saved_ms": order["saved_ms"] if order else 0}
        ),
        passed_over=[_show_passed(each, acts, played) for each in (order or {}).get("passed_over", ())],
        checks=[_show_check(item, played, language=language) for item in items],
    )


def _show_passed(passed: Mapping[str, Any], acts: Mapping[int, Event], played: PlayedRun) -> PassedOver:
    mark = played.marks.get(passed["act"])
    act = acts.get(passed["act"])
    what = gettext("Reply %(mark)s") % {"mark": mark} if mark or act is None else describe_act(act, played)
    return PassedOver(
        at_ms=passed["at_ms"],
        what=what,
        post=_find_post(passed["post"], played),
        due=_find_post(passed["due"], played),
        since_ms=passed["since_ms"],
        why=str(WHY[passed["why"]]),
    )


def _show_check(item: Mapping[str, Any], played: PlayedRun, *, language: str) -> ShownCheck:
    params = {key: item[key] for key in ("wait_ms", "target_ms") if item.get(key) is not None}
    if item.get("desk"):
        params["desk"] = played.desks.get(item["desk"], item["desk"])
    rule = f"triage.{item['kind']}" if "kind" in item else "speed.closing"
    text = explain_finding(rule, language=language, params=params)
    never = rule == "triage.danger" and "wait_ms" not in params
    return ShownCheck(
        post=show_post(played.state.posts[item["post"]], played),
        text=text,
        value=item["value"],
        counts_zero=item["counted"] != item["value"],
        is_never=never,
        missing=_name_missing(item.get("missing", ())),
        par=played.par_closings.get(item["post"]) if item.get("response") == CLOSING else None,
    )


def _name_missing(codes: Sequence[str]) -> str:
    return ", ".join(str(MISSING[code]) for code in codes)


def _find_post(key: str, played: PlayedRun) -> Any:
    return show_post(played.state.posts[key], played) if key in played.state.posts else None
