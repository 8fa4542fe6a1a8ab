"""Who is certified for what until when: chosen and ordered by the address, so that a view can be shared; and as a table
to take along."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from people.models import User
from scoring.core.reminding import STAGES
from scoring.models import Certificate
from scoring.queries.certification import certificates_visible_to
from simulator.services.sharing import read_now
from trainer_ui.certifications import name_person, name_standing
from trainer_ui.core.tables import Cell
from trainer_ui.looking import read_id

SOON = timedelta(days=STAGES[0])
STATES = ("valid", "soon", "expired", "revoked")
HEAD = ("cohort", "person", "programme", "language", "state", "issued", "until", "days_left")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for; whatever it asks for that there is not is not asked."""

    cohort: int | None
    programme: int | None
    language: str
    state: str
    order: str

    @property
    def is_narrow(self) -> bool:
        return bool(self.cohort or self.programme or self.language or self.state)


@dataclass(frozen=True, slots=True)
class Certified:
    """A line of the table. `days_left` is negative where it has run out."""

    certificate: Certificate
    name: str
    standing: str
    language: str
    days_left: int


ORDERS: Mapping[str, Callable[[Certified], Any]] = {
    "until": lambda each: (each.certificate.expires_at, each.certificate.pk),
    "person": lambda each: (each.name.casefold(), each.certificate.expires_at),
    "programme": lambda each: (each.certificate.programme.name.casefold(), each.certificate.expires_at),
    "cohort": lambda each: (each.certificate.programme.cohort.name.casefold(), each.certificate.expires_at),
}


def read_wish(asked: Mapping[str, str]) -> Wish:
    """From the address, as anybody may have written it."""
    order, state, language = (asked.get(name, "") for name in ("order", "state", "language"))
    return Wish(
        cohort=read_id(asked.get("cohort", "")),
        programme=read_id(asked.get("programme", "")),
        language=language if language in ("de", "en") else "",
        state=state if state in STATES else "",
        order=order if order in ORDERS else "until",
    )


def list_certified(user: User, wish: Wish) -> list[Certified]:
    """The certificates of others that `user` sees, as wished. A person's own stand on their own page."""
    rows = _choose(certificates_visible_to(user).exclude(holder=user), wish)
    shown = [_show(each) for each in rows]
    chosen = [each for each in shown if not wish.language or each.language == wish.language]
    return sorted(chosen, key=ORDERS[wish.order])


def list_cells(shown: Sequence[Certified]) -> list[list[Cell]]:
    """The table with its head, as it is taken along: days as ISO dates, days left as a number."""
    return [list(HEAD), *(_list_row(each) for each in shown)]


def name_states() -> Sequence[tuple[str, str]]:
    return [
        ("valid", gettext("valid")),
        ("soon", gettext("runs out within 60 days")),
        ("expired", gettext("expired")),
        ("revoked", gettext("revoked")),
    ]


def _choose(rows: QuerySet[Certificate], wish: Wish) -> QuerySet[Certificate]:
    now = read_now()
    chosen = {
        "": Q(),
        "valid": Q(revoked_at=None, expires_at__gt=now),
        "soon": Q(revoked_at=None, expires_at__gt=now, expires_at__lte=now + SOON),
        "expired": Q(revoked_at=None, expires_at__lte=now),
        "revoked": Q(revoked_at__isnull=False),
    }[wish.state]
    if wish.cohort is not None:
        chosen &= Q(programme__cohort=wish.cohort)
    if wish.programme is not None:
        chosen &= Q(programme=wish.programme)
    return rows.filter(chosen)


def _show(certificate: Certificate) -> Certified:
    languages = {run["language"] for run in json.loads(certificate.payload)["runs"]}
    return Certified(
        certificate=certificate,
        name=name_person(certificate.holder),
        standing=name_standing(certificate),
        language=languages.pop() if len(languages) == 1 else "",
        days_left=(certificate.expires_at - read_now()).days,
    )


def _list_row(each: Certified) -> list[Cell]:
    certificate = each.certificate
    programme = certificate.programme
    days = [moment.date().isoformat() for moment in (certificate.issued_at, certificate.expires_at)]
    return [programme.cohort.name, each.name, programme.name, each.language, each.standing, *days, each.days_left]
