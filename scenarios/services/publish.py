"""Publishing: a compiled scenario becomes a version that never changes, and its model replies are assessed.

Rules kept here: the same digest is the same version, however often and by however many it is published; numbers count
from 1 without gaps within a scenario; a version that is published again under a new scoring version gains what that
one says of its models.
"""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from people.models import Cohort, User
from scenarios.core.codec import digest, dumps
from scenarios.core.compiler import BrandReader, compile_located
from scenarios.core.problems import ERROR, Problem
from scenarios.core.timeline import Timeline
from scenarios.models import Scenario, ScenarioVersion
from scenarios.services.files import RecordingBrands, brands_beside, missing_file, read_bounded
from scenarios.services.model_replies import assess_compiled, store_assessments
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
    recorded = RecordingBrands(brands)
    compiled = compile_located(source, file=file, brands=recorded)
    assessments, problems = assess_compiled(compiled, file=file)
    timeline = compiled.timeline
    if timeline is None or any(problem.severity == ERROR for problem in problems):
        raise NotPublishable(problems)
    unreviewed = check_review(compiled)
    if unreviewed:
        raise NotPublishable([*problems, *unreviewed])
    with transaction.atomic():
        scenario = _lock_scenario(timeline, cohort=cohort)
        version = scenario.versions.filter(digest=digest(timeline)).first()
        if version is None:
            version = scenario.versions.create(
                number=scenario.versions.count() + 1,
                digest=digest(timeline),
                source=source.decode("utf-8-sig"),
                brand_source=recorded.last_text,
                timeline_json=dumps(timeline),
                published_at=timezone.now(),
                published_by=by,
            )
        store_assessments(version, assessments)
    return version


def _lock_scenario(timeline: Timeline, *, cohort: Cohort | None) -> Scenario:
    """The row of the scenario, locked, so that two who publish at once neither count the same number nor store a text
    or an assessment twice."""
    scenario, _ = Scenario.objects.get_or_create(key=timeline.key, language=timeline.language, cohort=cohort)
    return Scenario.objects.select_for_update().get(pk=scenario.pk)
