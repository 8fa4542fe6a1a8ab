"""House profiles: a company's own guide, kept in versions, and shipped scenarios in its clothes.

Rules kept here: only coaches of its cohort write; what is kept has no error and is never changed; who saves says which
version they began from; the same text again is no version.
"""

from collections.abc import Mapping
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from people.models import Cohort, Role, User
from people.queries import cohorts_of
from scenarios.core.house.dressing import Fitting, dress, free_templates
from scenarios.core.house.sheets import read_sheet, write_sheet
from scenarios.core.problems import ERROR, Problem
from scenarios.core.timeline import Brand, Timeline
from scenarios.models import HouseProfile, ProfileVersion, ScenarioVersion, VersionNote
from scenarios.queries import load_timeline
from scenarios.services.linting import lint_profile, lint_text
from scenarios.services.publish import publish

FILE = "brands/house.yaml"
MOST_PROFILES = 50
"""Of one cohort."""


class ProfileRefused(Exception):
    """`code` is forbidden, conflict (somebody saved meanwhile), language (it is another), too_many, bad_text (the notes
    hold what cannot be stored), or problems: those of the text, at least one of them an error."""

    def __init__(self, code: str, problems: list[Problem] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.problems = problems or []


class Dressed(NamedTuple):
    """A scenario in a house's clothes; `timeline` is None where there is an error. `brand_source` is the profile."""

    timeline: Timeline | None
    problems: list[Problem]
    brand_source: str


def begin_profile(*, cohort: Cohort, by: User, text: str, notes: str = "") -> ProfileVersion:
    """A new profile and its first version. Raises ProfileRefused: forbidden, too_many, bad_text, problems."""
    _check_coach(by, cohort)
    brand, language = _read(text)
    with transaction.atomic():
        if Cohort.objects.select_for_update().get(pk=cohort.pk).profiles.count() >= MOST_PROFILES:
            raise ProfileRefused("too_many")
        profile = HouseProfile.objects.create(cohort=cohort, language=language, name=brand.name)
        return _add(profile, number=1, text=text, by=by, notes=notes)


def save_profile(profile: HouseProfile, *, by: User, text: str, base: int, notes: str = "") -> ProfileVersion:
    """`text` as the next version, where `base` is the last one; the last one where that says the same.

    Raises ProfileRefused: forbidden, conflict, language, bad_text, problems.
    """
    _check_coach(by, profile.cohort)
    brand, language = _read(text)
    if language != profile.language:
        raise ProfileRefused("language")
    with transaction.atomic():
        profile = HouseProfile.objects.select_for_update().get(pk=profile.pk)
        last = profile.versions.order_by("-number").first()
        number = last.number if last is not None else 0
        if last is not None and last.text == text:
            return last
        if number != base:
            raise ProfileRefused("conflict")
        profile.name = brand.name
        profile.save(update_fields=["name"])
        return _add(profile, number=number + 1, text=text, by=by, notes=notes)


def dress_version(profile: ProfileVersion, *, version: ScenarioVersion, fitting: Fitting) -> Dressed:
    """`version` compiled with the house's profile, its channels and desks as `fitting` says, and all problems."""
    worn = load_timeline(version)
    sheet = dress(read_sheet(profile.text), fitting, worn=worn.brand)
    sheet = free_templates(sheet, [each.key for each in worn.templates])
    head = f"# {_one_line(profile.profile.name)}, version {profile.number}, for {version.scenario.key}\n"
    brand_source = head + write_sheet(sheet)
    linted = lint_text(version.source, brand_source=brand_source, file=version.scenario.key)
    return Dressed(linted.timeline, linted.problems, brand_source)


def publish_dressed(
    profile: ProfileVersion, *, version: ScenarioVersion, fitting: Fitting, by: User, note: str = ""
) -> ScenarioVersion:
    """The cohort's own edition of `version`. Raises ProfileRefused: forbidden, and NotPublishable."""
    _check_coach(by, profile.profile.cohort)
    dressed = dress_version(profile, version=version, fitting=fitting)
    with transaction.atomic():
        published = publish(
            version.source.encode(),
            file=version.scenario.key,
            brands=lambda reference: (reference, dressed.brand_source),
            cohort=profile.profile.cohort,
            by=by,
        )
        VersionNote.objects.get_or_create(version=published, defaults={"text": note[:500]})
    return published


def _read(text: str) -> tuple[Brand, str]:
    """The brand and its language."""
    brand, problems = lint_profile(text.encode("utf-8", "surrogatepass"), file=FILE)
    if brand is None or any(problem.severity == ERROR for problem in problems):
        raise ProfileRefused("problems", problems)
    said: Mapping[str, object] = read_sheet(text)
    return brand, str(said["language"])


def _add(profile: HouseProfile, *, number: int, text: str, by: User, notes: str) -> ProfileVersion:
    if "\x00" in notes or any("\ud800" <= char <= "\udfff" for char in notes):
        raise ProfileRefused("bad_text")
    return profile.versions.create(number=number, text=text, notes=notes.strip()[:300], by=by, at=timezone.now())


def _check_coach(by: User, cohort: Cohort) -> None:
    if not cohorts_of(by, role=Role.COACH).filter(pk=cohort.pk).exists():
        raise ProfileRefused("forbidden")


def _one_line(text: str) -> str:
    return " ".join(text.split())
