"""How long what is kept here, and what the nightly deletion says that it did."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext, ngettext

from scoring.services.retention import Outcome

SETTINGS = {
    "practice": "PRACTICE_DAYS",
    "class": "CLASS_RUN_DAYS",
    "certification": "CERTIFICATION_RUN_DAYS",
    "attempts": "ATTEMPT_DAYS",
    "certificates": "CERTIFICATE_DAYS",
    "record": "AUDIT_DAYS",
}
"""Category → the setting that says after how many days it goes; 0 there: never."""


def list_days(settings: Any) -> dict[str, int]:
    """Category → days, as this installation has set it."""
    return {category: getattr(settings, name) for category, name in SETTINGS.items()}


def tell_outcomes(outcomes: Iterable[Outcome], *, is_dry: bool) -> Iterator[str]:
    """The report, a line for each category."""
    names = name_categories()
    for each in outcomes:
        yield f"{names[each.category]}: {_tell(each, is_dry=is_dry)}"


def name_categories() -> Mapping[str, str]:
    return {
        "practice": gettext("Practice runs, from their beginning"),
        "class": gettext("Class runs with coaches’ marks, from their beginning"),
        "certification": gettext("Certification runs with coaches’ marks, from the decision"),
        "attempts": gettext("Attempts, from the decision or the end of the certificate"),
        "certificates": gettext("Certificates, from their end"),
        "record": gettext("Audit record and who looked"),
    }


def _tell(outcome: Outcome, *, is_dry: bool) -> str:
    if outcome.before is None:
        return gettext("kept for good (%(setting)s is 0)") % {"setting": SETTINGS[outcome.category]}
    told = {
        "found": outcome.found,
        "removed": outcome.removed,
        "day": outcome.before.date().isoformat(),
        "days": outcome.days,
    }
    if is_dry:
        said = gettext("%(found)d from before %(day)s would go (%(days)d days)") % told
    else:
        said = gettext("%(removed)d of %(found)d from before %(day)s are deleted (%(days)d days)") % told
    parts = [said]
    if outcome.looks:
        parts.append(
            ngettext("%(count)d of them a look", "%(count)d of them looks", outcome.looks) % {"count": outcome.looks}
        )
    why = {
        "in_time": gettext("%(count)d in time"),
        "undecided": gettext("%(count)d undecided or under appeal"),
        "certified": gettext("%(count)d with a certificate that is not over for so long"),
    }
    kept = [why[reason] % {"count": count} for reason, count in outcome.kept.items()]
    if kept:
        parts.append(gettext("kept: %(reasons)s") % {"reasons": ", ".join(kept)})
    return "; ".join(parts) + "."
