"""Published versions out of the house as one file, and back into it as drafts.

Rules kept here: who takes one in coaches the cohort; what comes in is compiled here and must be what it says it is;
nobody plays it before a coach has published it.
"""

from people.models import Cohort, User
from scenarios.core.bundles import Bundle, BundleRefused, read_bundle, write_bundle
from scenarios.core.codec import digest
from scenarios.models import Draft, ScenarioVersion
from scenarios.services.drafts import begin_taken, check_coach
from scenarios.services.linting import lint_text
from scenarios.services.publish import NotPublishable


def pack_version(version: ScenarioVersion) -> str:
    """The file of `version`."""
    scenario = version.scenario
    return write_bundle(Bundle(scenario.key, scenario.language, version.digest, version.source, version.brand_source))


def take_bundle(data: bytes, *, cohort: Cohort, by: User) -> Draft:
    """A draft with the texts of the file. Raises BundleRefused, NotPublishable where its texts have errors, and
    DraftRefused: forbidden."""
    check_coach(by, cohort)
    bundle = read_bundle(data)
    text = bundle.scenario.replace("\r\n", "\n")
    linted = lint_text(text, brand_source=bundle.brand, file=bundle.key)
    if linted.timeline is None:
        raise NotPublishable(linted.problems)
    if digest(linted.timeline) != bundle.digest:
        raise BundleRefused("digest")
    return begin_taken(cohort=cohort, by=by, text=text, brand_source=bundle.brand, digest=bundle.digest)
