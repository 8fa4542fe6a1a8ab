"""Programmes of certification: made, changed by a new version, and retired.

Rules kept here: only a manager of the cohort writes them; a version never changes, so attempts under way keep the terms
they began with; a pool holds enough scenarios, of equal difficulty; only what robots rehearsed, under the engine and
the score of today, can be part of one.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction

from people.models import Cohort, Role, User
from people.queries import cohorts_of
from people.services.auditing import record
from scenarios.models import ScenarioVersion
from scoring.core.assessment import SCORING_VERSION
from scoring.core.pools import count_pool, find_furthest, rate_pool
from scoring.core.terms import Terms, find_faults, write_terms
from scoring.models import Programme, ProgrammeVersion, Rehearsal
from scoring.services.declining import Declined
from simulator.core.events import ENGINE_VERSION, canonical
from simulator.models import CERTIFICATION
from simulator.services.sharing import read_now
from simulator.services.starting import check_play

LONGEST_NAME = 120


def add_programme(name: str, *, cohort: Cohort, terms: Terms, manager: User) -> ProgrammeVersion:
    """A new programme of `cohort` with its first version. Raises Declined: forbidden, name (none, or taken), and what
    `change_programme` does; Refused as `check_play` for a scenario that may certify nobody."""
    check_manager(manager, cohort)
    title = " ".join(name.split())
    if not title or len(title) > LONGEST_NAME:
        raise Declined("name")
    _check_terms(terms, cohort=cohort)
    try:
        with transaction.atomic():
            programme = Programme.objects.create(cohort=cohort, name=title)
            return _add_version(programme, terms, manager=manager)
    except IntegrityError:
        raise Declined("name") from None


def change_programme(programme: Programme, *, terms: Terms, manager: User) -> ProgrammeVersion:
    """The next version of `programme`, for attempts that begin from now on; the last one where nothing changed.

    Raises Declined: forbidden, retired, the name of a field of Terms that cannot be meant, pool_small (`most` scenarios
    where `needed` are), pool_unequal (`easiest`, `hardest`: versions; `apart`, per mille); Refused as `check_play`.
    """
    check_manager(manager, programme.cohort)
    _check_terms(terms, cohort=programme.cohort)
    with transaction.atomic():
        if Programme.objects.select_for_update().get(pk=programme.pk).retired_at is not None:
            raise Declined("retired")
        return _add_version(programme, terms, manager=manager)


def retire_programme(programme: Programme, *, manager: User) -> None:
    """Nobody begins it any more; attempts under way go on, certificates stay good. Safe to call twice."""
    check_manager(manager, programme.cohort)
    with transaction.atomic():
        if Programme.objects.filter(pk=programme.pk, retired_at=None).update(retired_at=read_now()):
            record("programme.retired", actor=manager, programme=programme.pk)


def check_manager(person: User, cohort: Cohort) -> None:
    """Raises Declined: forbidden."""
    if not cohorts_of(person, role=Role.MANAGER).filter(pk=cohort.pk).exists():
        raise Declined("forbidden")


def _add_version(programme: Programme, terms: Terms, *, manager: User) -> ProgrammeVersion:
    text = canonical(write_terms(terms))
    digest = hashlib.sha256(text.encode()).hexdigest()
    last = programme.versions.order_by("number").last()
    if last is not None and last.digest == digest:
        return last
    version = ProgrammeVersion.objects.create(
        programme=programme,
        number=1 if last is None else last.number + 1,
        terms=text,
        digest=digest,
        made_by=manager,
        made_at=read_now(),
    )
    record("programme.published", actor=manager, programme=programme.pk, number=version.number, digest=digest)
    return version


def _check_terms(terms: Terms, *, cohort: Cohort) -> None:
    faults = find_faults(terms)
    if faults:
        raise Declined(faults[0])
    versions = list(ScenarioVersion.objects.filter(pk__in=terms.scenarios).select_related("scenario"))
    if len(versions) != len(terms.scenarios):
        raise Declined("scenarios")
    for version in versions:
        if version.scenario.cohort_id not in (None, cohort.pk):
            raise Declined("forbidden")
        check_play(version, mode=CERTIFICATION, help_stage="alone")
    if terms.tolerance is not None:
        _check_pool(terms, versions, tolerance=terms.tolerance)


def rate_difficulties(versions: Iterable[ScenarioVersion]) -> Mapping[int, int]:
    """Version → difficulty as rehearsed under the engine and the score of today, per mille; none that was not."""
    rehearsals = Rehearsal.objects.filter(
        version__in=versions, engine_version=ENGINE_VERSION, scoring_version=SCORING_VERSION
    )
    reports = {each.version_id: json.loads(each.data).get("robots", {}) for each in rehearsals}
    return rate_pool(
        {key: {robot: told["score"]["median"] for robot, told in robots.items()} for key, robots in reports.items()}
    )


def _check_pool(terms: Terms, versions: list[ScenarioVersion], *, tolerance: int) -> None:
    needed = count_pool(terms)
    scenarios = {each.scenario.key for each in versions}
    if len(scenarios) < max(needed, len(versions)):
        # Two versions of one scenario, in whatever language, are the same to whoever has played one of them.
        raise Declined("pool_small", most=len(scenarios), needed=max(needed, len(versions)))
    try:
        difficulties = rate_difficulties(versions)
    except ValueError:
        raise Declined("pool_unrated") from None
    furthest = find_furthest(difficulties, tolerance=tolerance)
    if furthest:
        easiest, hardest = furthest
        apart = difficulties[hardest] - difficulties[easiest]
        raise Declined("pool_unequal", easiest=easiest, hardest=hardest, apart=apart)
