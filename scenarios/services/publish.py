"""Publishing: a compiled scenario becomes a version that never changes, and its model replies are assessed.

Rules kept here: the same digest is the same version, however often and by however many it is published; numbers count
from 1 without gaps within a scenario; a version that is published again under a new scoring version gains what that
one says of its models.
"""

from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from people.models import Cohort, User
from people.services.auditing import record
from scenarios.core.codec import digest, dumps
from scenarios.core.compiler import BrandReader, Compiled, compile_located
from scenarios.core.problems import ERROR, Problem
from scenarios.core.timeline import Timeline
from scenarios.models import Draft, Scenario, ScenarioVersion, Trial
from scenarios.services.files import RecordingBrands, brands_beside, missing_file, read_bounded
from scenarios.services.model_replies import Assessments, assess_compiled, store_assessments
from scenarios.services.review import check_review


class NotPublishable(Exception):
    """The text has errors, or nobody has confirmed what was imported.

    `problems` are all its problems, warnings and hints among them.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def publish_file(path: Path, *, cohort: Cohort | None = None, by: User | None = None) -> ScenarioVersion:
    """Publishes the scenario file at `path` with the brand profile it names. Raises NotPublishable.

    Without `cohort` it is shipped to everybody.
    """
    data = read_bounded(path)
    if data is None:
        raise NotPublishable([missing_file(path)])
    return publish(data, file=str(path), brands=brands_beside(path), cohort=cohort, by=by)


def publish(
    source: bytes, *, file: str, brands: BrandReader, cohort: Cohort | None = None, by: User | None = None
) -> ScenarioVersion:
    """Publishes the scenario `source`. A text with the digest of a version of this scenario gives that version.

    `file` and `brands` as in `compile_scenario`. Raises NotPublishable where lint has an error.
    """
    ready = _compile(source, file=file, brands=brands)
    unreviewed = check_review(ready.compiled)
    if unreviewed:
        raise NotPublishable([*ready.problems, *unreviewed])
    with transaction.atomic():
        return _freeze(_lock_scenario(ready.timeline, cohort=cohort), ready, source=source, by=by)


def publish_trial(draft: Draft, *, text: str, by: User) -> ScenarioVersion:
    """`text` as a version that is in no list, so that who writes `draft` can play it; trials that nobody played go.

    What was imported may be tried before it is reviewed. Raises NotPublishable where lint has an error.
    """
    ready = _compile(text.encode(), file=draft.key, brands=lambda reference: (reference, draft.brand_source))
    with transaction.atomic():
        spoken = ready.timeline.language
        # No scenario of a coach's can have this key: a point is in no key that a text may have.
        scenario, _ = Scenario.objects.get_or_create(key=f"trial.{draft.pk}", language=spoken, cohort=draft.cohort)
        scenario = Scenario.objects.select_for_update().get(pk=scenario.pk)
        Trial.objects.get_or_create(scenario=scenario, defaults={"draft": draft})
        version = _freeze(scenario, ready, source=text.encode(), by=by)
        scenario.versions.filter(runs=None).exclude(pk=version.pk).delete()
    return version


class _Ready(NamedTuple):
    """Sound enough to be a version."""

    timeline: Timeline
    compiled: Compiled
    assessments: Assessments
    problems: list[Problem]
    brand_source: str


def _compile(source: bytes, *, file: str, brands: BrandReader) -> _Ready:
    recorded = RecordingBrands(brands)
    compiled = compile_located(source, file=file, brands=recorded)
    assessments, problems = assess_compiled(compiled, file=file)
    if compiled.timeline is None or any(problem.severity == ERROR for problem in problems):
        raise NotPublishable(problems)
    return _Ready(compiled.timeline, compiled, assessments, problems, recorded.last_text)


def _freeze(scenario: Scenario, ready: _Ready, *, source: bytes, by: User | None) -> ScenarioVersion:
    """The version of `scenario`, which is locked, with this digest: the one that is there, or the next one."""
    version = scenario.versions.filter(digest=digest(ready.timeline)).first()
    if version is None:
        last = scenario.versions.order_by("-number").values_list("number", flat=True).first()
        version = scenario.versions.create(
            number=(last or 0) + 1,
            digest=digest(ready.timeline),
            source=source.decode("utf-8-sig"),
            brand_source=ready.brand_source,
            timeline_json=dumps(ready.timeline),
            published_at=timezone.now(),
            published_by=by,
        )
        record("scenario.published", actor=by, scenario=scenario.pk, number=version.number, digest=version.digest)
    store_assessments(version, ready.assessments)
    return version


def _lock_scenario(timeline: Timeline, *, cohort: Cohort | None) -> Scenario:
    """The row of the scenario, locked, so that two who publish at once neither count the same number nor store a text
    or an assessment twice."""
    scenario, _ = Scenario.objects.get_or_create(key=timeline.key, language=timeline.language, cohort=cohort)
    return Scenario.objects.select_for_update().get(pk=scenario.pk)
