"""The form in which a manager lays down what a certification asks for. Points are typed from 0 to 100."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from scenarios.core.vocabulary import CRITERIA
from scoring.core.terms import (
    COACH,
    LONGEST_GAP_S,
    LONGEST_VALID_DAYS,
    LONGEST_WAIT_DAYS,
    MANAGER,
    MOST_ATTEMPTS,
    WIDEST_TOLERANCE,
    Terms,
)
from scoring.services.programmes import LONGEST_NAME
from trainer_ui.criteria import name_criterion
from trainer_ui.exercise_forms import name_offer
from trainer_ui.shelves import Offer

POINT = 10
"""Per mille of a point."""


class ProgrammeForm(forms.Form):
    """Of one cohort. `offers` are the scenarios that may certify somebody today."""

    name = forms.CharField(max_length=LONGEST_NAME, label=gettext_lazy("Name"))
    scenarios = forms.TypedMultipleChoiceField(
        coerce=int, label=gettext_lazy("Scenarios"), widget=forms.CheckboxSelectMultiple
    )
    draw = forms.IntegerField(
        min_value=1,
        required=False,
        label=gettext_lazy("How many of them are played"),
        help_text=gettext_lazy("Empty: all, in this order. Fewer than are chosen: drawn anew for each attempt."),
    )
    tolerance = forms.IntegerField(
        min_value=0,
        max_value=WIDEST_TOLERANCE // 10,
        required=False,
        label=gettext_lazy("Drawn from a pool: points that difficulties may lie apart"),
        help_text=gettext_lazy(
            "Empty: no pool. With a number nobody plays a scenario twice, what was played least comes first, and the"
            " order goes round."
        ),
    )
    overall = forms.IntegerField(min_value=0, max_value=100, initial=70, label=gettext_lazy("Pass mark overall"))
    critical = forms.BooleanField(
        required=False, initial=True, label=gettext_lazy("A critical error that a coach upholds fails the attempt")
    )
    attempts = forms.IntegerField(min_value=1, max_value=MOST_ATTEMPTS, initial=3, label=gettext_lazy("Attempts"))
    wait_days = forms.IntegerField(
        min_value=0, max_value=LONGEST_WAIT_DAYS, initial=7, label=gettext_lazy("Days to wait after a failed one")
    )
    valid_days = forms.IntegerField(
        min_value=1, max_value=LONGEST_VALID_DAYS, initial=730, label=gettext_lazy("Certificate valid for days")
    )
    marks = forms.IntegerField(
        min_value=0, max_value=100, initial=0, label=gettext_lazy("Replies that a coach has to mark first")
    )
    confirms = forms.ChoiceField(
        label=gettext_lazy("Who confirms"),
        choices=[(MANAGER, gettext_lazy("A manager of the cohort")), (COACH, gettext_lazy("A coach of the cohort"))],
    )
    gap_s = forms.IntegerField(
        min_value=0,
        max_value=LONGEST_GAP_S,
        initial=60,
        label=gettext_lazy("Seconds of interruption after which a run may be repeated"),
    )

    def __init__(self, data: Any = None, *, offers: Sequence[Offer], **more: Any) -> None:
        super().__init__(data, label_suffix="", **more)
        choices = [(offer.version.pk, name_offer(offer)) for offer in offers]
        self.fields["scenarios"].choices = choices  # type: ignore[attr-defined]  # of a choice field
        for name in CRITERIA:
            self.fields[f"mark_{name}"] = forms.IntegerField(
                min_value=0, max_value=100, required=False, label=name_criterion(name)
            )

    @property
    def marks_by_criterion(self) -> list[forms.BoundField]:
        return [self[f"mark_{name}"] for name in CRITERIA]

    @property
    def numbers(self) -> list[forms.BoundField]:
        return [self[name] for name in ("attempts", "wait_days", "valid_days", "marks", "gap_s")]

    def read_terms(self) -> Terms:
        """What was asked for; the form is valid."""
        given = self.cleaned_data
        marks = {name: given[f"mark_{name}"] for name in CRITERIA if given[f"mark_{name}"] is not None}
        return Terms(
            scenarios=tuple(given["scenarios"]),
            draw=given["draw"] or len(given["scenarios"]),
            overall=given["overall"] * POINT,
            criteria={name: mark * POINT for name, mark in marks.items()},
            **{name: given[name] for name in ("critical", "attempts", "wait_days", "valid_days", "marks")},
            confirms=given["confirms"],
            gap_s=given["gap_s"],
            tolerance=None if given["tolerance"] is None else given["tolerance"] * POINT,
        )


def fill(terms: Terms, *, name: str) -> Mapping[str, Any]:
    """What the form shows of terms that were laid down before."""
    return {
        "name": name,
        "scenarios": list(terms.scenarios),
        "draw": None if terms.draw == len(terms.scenarios) else terms.draw,
        "overall": terms.overall // POINT,
        **{f"mark_{criterion}": mark // POINT for criterion, mark in terms.criteria.items()},
        **{each: getattr(terms, each) for each in ("critical", "attempts", "wait_days", "valid_days", "marks")},
        "confirms": terms.confirms,
        "gap_s": terms.gap_s,
        "tolerance": None if terms.tolerance is None else terms.tolerance // POINT,
    }
