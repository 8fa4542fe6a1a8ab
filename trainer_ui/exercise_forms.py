"""The form in which a coach sets an exercise."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from people.models import Cohort, User
from scenarios.core.vocabulary import HELPS
from scenarios.models import ScenarioVersion
from simulator.models import CERTIFICATION, CLASS, MODES, PRACTICE
from simulator.services import Plan
from simulator.services.exercises import LONGEST_MESSAGE, OWN_SEED, SEEDS, SHARED_SEED
from trainer_ui.helping import NAMES as HELP_NAMES
from trainer_ui.shelves import Offer

MODE_NAMES: Mapping[str, Any] = {
    PRACTICE: gettext_lazy("Practice"),
    CLASS: gettext_lazy("Class"),
    CERTIFICATION: gettext_lazy("Certification"),
}
WHO_SEES: Mapping[str, Any] = {
    PRACTICE: gettext_lazy("Nobody but the trainee sees the run; you see how many have played it."),
    CLASS: gettext_lazy("The coaches of the cohort see the run for 30 days."),
    CERTIFICATION: gettext_lazy("Coaches and managers of the cohort see the run. No help, no pause."),
}
SEED_NAMES: Mapping[str, Any] = {
    SHARED_SEED: gettext_lazy("Everybody plays the same names, numbers and crowd"),
    OWN_SEED: gettext_lazy("Everybody has names, numbers and a crowd of their own"),
}
ALL, SOME = "all", "some"
LOCAL_TIME = "%Y-%m-%dT%H:%M"
"""What a browser makes of a date and a time."""


class Moment(forms.DateTimeInput):
    input_type = "datetime-local"


class ExerciseForm(forms.Form):
    """Of one cohort. Moments are in the time zone that the browser names in `zone`."""

    version = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Scenario"))
    mode = forms.ChoiceField(label=gettext_lazy("How it counts"), widget=forms.RadioSelect, initial=CLASS)
    opens_at = forms.DateTimeField(
        label=gettext_lazy("From"), input_formats=[LOCAL_TIME], widget=Moment(format=LOCAL_TIME)
    )
    closes_at = forms.DateTimeField(
        label=gettext_lazy("Until"), input_formats=[LOCAL_TIME], widget=Moment(format=LOCAL_TIME)
    )
    zone = forms.CharField(required=False, widget=forms.HiddenInput)
    begins_together = forms.BooleanField(
        required=False, label=gettext_lazy("Class: all begin together, when a coach says so")
    )
    who = forms.ChoiceField(
        label=gettext_lazy("For whom"),
        widget=forms.RadioSelect,
        initial=ALL,
        choices=[(ALL, gettext_lazy("The whole cohort, and who joins it later")), (SOME, gettext_lazy("Only for:"))],
    )
    people = forms.TypedMultipleChoiceField(
        coerce=int, required=False, label=gettext_lazy("Trainees"), widget=forms.CheckboxSelectMultiple
    )
    help_stage = forms.ChoiceField(
        label=gettext_lazy("Help"), initial="alone", choices=[(stage, HELP_NAMES[stage]) for stage in HELPS]
    )
    seeds = forms.ChoiceField(
        label=gettext_lazy("Names and crowd"), initial=SHARED_SEED, choices=[(each, SEED_NAMES[each]) for each in SEEDS]
    )
    message = forms.CharField(
        required=False,
        max_length=LONGEST_MESSAGE,
        label=gettext_lazy("A line to them"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, data: QueryDict | None = None, *, offers: Sequence[Offer], trainees: Sequence[User], **more: Any
    ) -> None:
        self.zone = read_zone((data or {}).get("zone", ""))
        if data is not None:
            # The page says in which zone the moments were read, not which one was asked for.
            data = data.copy()
            data["zone"] = self.zone.key
        super().__init__(data, **more)
        self.versions = {offer.version.pk: offer.version for offer in offers}
        self.trainees = {trainee.pk: trainee for trainee in trainees}
        self.fields["version"].choices = [(offer.version.pk, name_offer(offer)) for offer in offers]  # type: ignore[attr-defined]  # of a choice field
        self.fields["mode"].choices = [(mode, MODE_NAMES[mode]) for mode in MODES]  # type: ignore[attr-defined]  # of a choice field
        self.fields["people"].choices = [  # type: ignore[attr-defined]  # of a choice field
            (trainee.pk, trainee.get_full_name() or trainee.username) for trainee in trainees
        ]

    def full_clean(self) -> None:
        with timezone.override(self.zone):
            super().full_clean()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("who") == SOME and not given.get("people"):
            self.add_error("people", gettext("Please choose at least one person."))
        return given

    def read_plan(self, cohort: Cohort) -> Plan:
        """What was asked for; the form is valid."""
        given = self.cleaned_data
        chosen = [self.trainees[pk] for pk in given["people"]] if given["who"] == SOME else None
        return Plan(
            version=self._version(),
            cohort=cohort,
            mode=given["mode"],
            opens_at=given["opens_at"],
            closes_at=given["closes_at"],
            help_stage=given["help_stage"],
            people=chosen,
            seeds=given["seeds"],
            # The box stands there for all modes; only of a class does it mean anything.
            begins_together=given["begins_together"] and given["mode"] == CLASS,
            message=given["message"],
        )

    def _version(self) -> ScenarioVersion:
        return self.versions[self.cleaned_data["version"]]


def name_offer(offer: Offer) -> str:
    """Title and language of an edition: both editions stand in the list."""
    language = gettext("in German") if offer.about.language == "de" else gettext("in English")
    return f"{offer.title} · {language}"


def read_zone(name: str) -> ZoneInfo:
    """The zone that a browser names, or the installation's."""
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ValueError, OSError, KeyError):
        return ZoneInfo(settings.TIME_ZONE)
