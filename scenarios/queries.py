"""Reads of scenarios, each for a named viewer, and the timeline behind a version."""

import hashlib
import json
import threading
from collections.abc import Mapping
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from people.models import User
from people.queries import cohorts_of
from scenarios.core.codec import loads
from scenarios.core.timeline import Timeline
from scenarios.models import ScenarioVersion
from scoring.core import SCORING_VERSION

KEPT_TIMELINES = 64
"""How many timelines a process keeps; the least recently used goes first."""

_loaded: dict[str, Timeline] = {}
_lock = threading.Lock()


def versions_visible_to(user: User) -> QuerySet[ScenarioVersion]:
    """The newest version of every scenario that is shipped or of one of `user`'s cohorts, by key and language."""
    newest = (
        ScenarioVersion.objects.filter(scenario=OuterRef("scenario"))
        .order_by()
        .values("scenario")
        .annotate(newest=Max("number"))
        .values("newest")
    )
    mine = Q(scenario__cohort=None) | Q(scenario__cohort__in=cohorts_of(user))
    return (
        ScenarioVersion.objects.filter(mine, number=Subquery(newest))
        .select_related("scenario")
        .order_by("scenario__key", "scenario__language", "scenario__cohort_id")
    )


def load_timeline(version: ScenarioVersion) -> Timeline:
    """What `version` holds. Raises ValueError where the stored text is not the one that was published.

    Known digests are answered from memory, and a deferred `timeline_json` is then not even read.
    """
    with _lock:
        timeline = _loaded.pop(version.digest, None)
        if timeline is not None:
            _loaded[version.digest] = timeline
            return timeline
    text = version.timeline_json
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != version.digest:
        raise ValueError(f"the timeline of {version} is not what was published")
    timeline = loads(text)
    with _lock:
        _loaded[version.digest] = timeline
        while len(_loaded) > KEPT_TIMELINES:
            del _loaded[next(iter(_loaded))]
    return timeline


def list_guided(versions: QuerySet[ScenarioVersion]) -> list[int]:
    """Those of `versions` that teach the desk: what is written there counts nowhere else."""
    found = versions.defer("timeline_json", "source", "brand_source").distinct()
    return [version.pk for version in found if load_timeline(version).guide]


def model_assessments(
    version: ScenarioVersion, *, scoring_version: int = SCORING_VERSION
) -> Mapping[str, Mapping[str, Any]]:
    """Post → what that scoring version says of its model reply: the data of ReplyAssessed without the reply's number.

    Empty where `version` was never published under it.
    """
    row = version.model_assessments.filter(scoring_version=scoring_version).first()
    return json.loads(row.data) if row else {}
