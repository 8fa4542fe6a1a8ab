"""Reads of scenarios, each for a named viewer, the timeline behind a version, and what a list says of it.

Rule kept here: a version's texts are its bulk (60 kB and more), so whoever lists versions does without them.
"""

import hashlib
import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from people.models import Role, User
from people.queries import cohorts_of
from scenarios.core.codec import loads
from scenarios.core.timeline import Timeline
from scenarios.models import Draft, HouseProfile, ProfileVersion, Revision, ScenarioVersion
from scoring.core import SCORING_VERSION

KEPT_TIMELINES = 64
"""How many timelines a process keeps; the least recently used goes first."""

KEPT_ABOUTS = 4096
"""How many versions a process can list without reading them again: some 2 kB each; the oldest goes first."""
TEXTS = ("timeline_json", "source", "brand_source")


@dataclass(frozen=True, slots=True)
class About:
    """What a list says of a version: as in its timeline. `is_guided`: it teaches the desk."""

    title: Mapping[str, str]
    brief: Mapping[str, str]
    goal: Mapping[str, str]
    language: str
    brand: str
    duration_ms: int
    difficulty: int
    drill: str
    is_guided: bool
    situation: str


_loaded: dict[str, Timeline] = {}
_told: dict[str, About] = {}
_lock = threading.Lock()


def versions_visible_to(user: User, *, role: str | None = None) -> QuerySet[ScenarioVersion]:
    """The newest version of every scenario that is shipped or of one of `user`'s cohorts, by key and language; if a
    `role` is asked for, of those cohorts alone in which they have it.

    Their texts are not read. What is tried of a draft is no scenario to choose.
    """
    newest = (
        ScenarioVersion.objects.filter(scenario=OuterRef("scenario"))
        .order_by()
        .values("scenario")
        .annotate(newest=Max("number"))
        .values("newest")
    )
    mine = Q(scenario__cohort=None) | Q(scenario__cohort__in=cohorts_of(user, role=role))
    return (
        ScenarioVersion.objects.filter(mine, number=Subquery(newest), scenario__trial=None)
        .select_related("scenario")
        .defer(*TEXTS)
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
    timeline = _read_timeline(version)
    with _lock:
        _loaded[version.digest] = timeline
        while len(_loaded) > KEPT_TIMELINES:
            del _loaded[next(iter(_loaded))]
    return timeline


def tell_about(versions: Iterable[ScenarioVersion]) -> Mapping[int, About]:
    """What a list says of each of `versions`, whose texts may be deferred, by primary key.

    Those that this process has not told of yet are read in one query. Raises ValueError as `load_timeline`.
    """
    digests = {version.pk: version.digest for version in versions}
    with _lock:
        known = {digest: _told[digest] for digest in digests.values() if digest in _told}
    new = [pk for pk, digest in digests.items() if digest not in known]
    for version in ScenarioVersion.objects.filter(pk__in=new).defer(*TEXTS[1:]).iterator() if new else ():
        known[version.digest] = _describe(_read_timeline(version))
    with _lock:
        _told.update(known)
        for oldest in list(_told)[:-KEPT_ABOUTS]:
            del _told[oldest]
    return {pk: known[digest] for pk, digest in digests.items()}


def drafts_of(user: User) -> QuerySet[Draft]:
    """What is being written in the cohorts that `user` coaches, the newest first. Their texts are not read."""
    mine = Draft.objects.filter(cohort__in=cohorts_of(user, role=Role.COACH))
    shown = mine.select_related("cohort", "saved_by", "held_by").defer("text", "brand_source")
    return shown.order_by("-saved_at", "-pk")


def list_revisions(draft: Draft) -> QuerySet[Revision]:
    """How `draft` came to be, the newest first. Their texts are not read."""
    return draft.revisions.select_related("by").defer("text").order_by("-number")


def profiles_of(user: User) -> QuerySet[HouseProfile]:
    """The house profiles of the cohorts that `user` coaches, by name."""
    mine = HouseProfile.objects.filter(cohort__in=cohorts_of(user, role=Role.COACH))
    return mine.select_related("cohort").order_by("name", "language", "pk")


def list_profile_versions(profile: HouseProfile) -> QuerySet[ProfileVersion]:
    """How `profile` came to be, the newest first."""
    return profile.versions.select_related("by", "profile__cohort").order_by("-number")


def list_last_profiles(user: User) -> list[ProfileVersion]:
    """The newest version of each house profile of the cohorts that `user` coaches, by name."""
    newest = ProfileVersion.objects.filter(profile=OuterRef("profile")).order_by("-number").values("pk")[:1]
    last = ProfileVersion.objects.filter(profile__in=profiles_of(user), pk=Subquery(newest))
    return list(last.select_related("by", "profile__cohort").order_by("profile__name", "profile__language", "profile"))


def list_guided(versions: QuerySet[ScenarioVersion]) -> list[int]:
    """Those of `versions` that teach the desk: what is written there counts nowhere else."""
    return [pk for pk, about in tell_about(versions.defer(*TEXTS).distinct()).items() if about.is_guided]


def model_assessments(
    version: ScenarioVersion, *, scoring_version: int = SCORING_VERSION
) -> Mapping[str, Mapping[str, Any]]:
    """Post → what that scoring version says of its model reply: the data of ReplyAssessed without the reply's number.

    Empty where `version` was never published under it.
    """
    row = version.model_assessments.filter(scoring_version=scoring_version).first()
    return json.loads(row.data) if row else {}


def _read_timeline(version: ScenarioVersion) -> Timeline:
    text = version.timeline_json
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != version.digest:
        raise ValueError(f"the timeline of {version} is not what was published")
    return loads(text)


def _describe(timeline: Timeline) -> About:
    return About(
        timeline.title,
        timeline.brief,
        timeline.goal,
        timeline.language,
        timeline.brand.name,
        timeline.duration_ms,
        timeline.difficulty,
        timeline.drill,
        bool(timeline.guide),
        timeline.situation,
    )
