"""Help that fades: how much of it a run is begun with, in words, and what is suggested to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from people.models import User
from scenarios.core.vocabulary import HELPS
from simulator.models import Run

FADES = (2, 6)
"""From so many runs on that were played to their end, the next stage is suggested. Anybody may choose another one."""

NAMES: Mapping[str, Any] = {
    "guided": gettext_lazy("Guided"),
    "hints": gettext_lazy("Hints on demand"),
    "alone": gettext_lazy("Alone"),
}
WHAT: Mapping[str, Any] = {
    "guided": gettext_lazy("A line at the side says who comes next and why; hints on demand."),
    "hints": gettext_lazy("Before you send, you can have tone, own words and privacy looked through."),
    "alone": gettext_lazy("As in a certification: nobody helps."),
}


@dataclass(frozen=True, slots=True)
class ShownHelp:
    key: str
    name: str
    what: str
    is_suggested: bool


def suggest_help(user: User) -> str:
    """The stage for somebody who has played so many runs."""
    played = Run.objects.filter(trainee=user, ended=True, purging=False, parent=None).count()
    return HELPS[sum(played >= least for least in FADES)]


def list_helps(*, suggested: str) -> list[ShownHelp]:
    return [ShownHelp(key, NAMES[key], WHAT[key], key == suggested) for key in HELPS]
