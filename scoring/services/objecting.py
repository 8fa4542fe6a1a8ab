"""*This finding is wrong*: said by the trainee, kept for the coach, taken back as easily.

Rules kept here: only the run's own trainee, and never in a certification, which people decide anyway; only about what
was found; safe to call twice, the last reason stands.
"""

import json
from collections.abc import Mapping
from typing import Any

from people.models import User
from scoring.models import Objection, Scorecard
from scoring.queries import read_assessments
from simulator.core.events import canonical
from simulator.models import CERTIFICATION, RunEvent

LONGEST_REASON = 500


class NotYours(Exception):
    """The run is somebody else's, or one that people decide."""


class NoSuchFinding(Exception):
    """Nothing of this kind was found in that reply."""


def object_to(
    card: Scorecard,
    *,
    actor: User,
    reply: int,
    rule: str,
    params: Mapping[str, Any],
    reason: str = "",
    shares_words: bool = False,
) -> Objection:
    """Keeps that `actor` holds what `rule` found in `reply`, with these parameters, for wrong.

    Raises NotYours and NoSuchFinding.
    """
    run = card.run
    if run.trainee != actor or run.mode == CERTIFICATION:
        raise NotYours(run.pk)
    found = [
        finding
        for finding in _list_findings(card, reply)
        if finding["rule"] == rule and finding["params"] == dict(params)
    ]
    if not found:
        raise NoSuchFinding(rule)
    objection, _ = Objection.objects.update_or_create(
        run=run,
        scoring_version=card.scoring_version,
        reply=reply,
        rule=rule,
        params=canonical(params),
        defaults={
            "spans": json.dumps([finding["span"] for finding in found if finding["span"]]),
            "reason": " ".join(reason.split())[:LONGEST_REASON],
            "shares_words": shares_words,
        },
    )
    return objection


def take_back(card: Scorecard, *, actor: User, reply: int, rule: str, params: Mapping[str, Any]) -> None:
    """As if it had never been said. Raises NotYours."""
    if card.run.trainee != actor:
        raise NotYours(card.run_id)
    Objection.objects.filter(
        run=card.run, scoring_version=card.scoring_version, reply=reply, rule=rule, params=canonical(params)
    ).delete()


def _list_findings(card: Scorecard, reply: int) -> list[dict[str, Any]]:
    """What `card` holds against a reply or notice."""
    assessments = read_assessments(card)
    if reply in assessments:
        return list(assessments[reply]["findings"])
    rows = RunEvent.objects.filter(run=card.run, kind="ReplyAssessed", seq__gt=reply).order_by("seq")
    data = next((data for data in map(json.loads, rows.values_list("data", flat=True)) if data["reply"] == reply), None)
    return list(data["findings"]) if data else []
