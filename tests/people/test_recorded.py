"""What stands in the audit record of accounts: who came and went, and who may what."""

import pytest
from django.test import Client

from people.models import AuditEntry, Cohort, User
from people.queries import list_looks
from people.services import add_membership, set_active, take_membership
from people.services.auditing import record, record_look

PASSWORD = "drei Fahrräder im Regen"  # noqa: S105  of nobody


def recorded() -> list[tuple[str, int | None, int | None]]:
    return list(AuditEntry.objects.order_by("seq").values_list("verb", "actor", "about"))


@pytest.fixture
def pia(db: None) -> User:
    return User.objects.create_user("pia", password=PASSWORD)


def test_signing_in_and_out_is_recorded_and_so_is_who_was_refused_without_a_name(pia: User, client: Client):
    client.post("/accounts/login/", {"login": "pia", "password": "falsch"})
    client.post("/accounts/login/", {"login": "pia", "password": PASSWORD})
    client.post("/accounts/logout/")

    assert recorded() == [
        ("session.refused", None, None),
        ("session.opened", pia.pk, pia.pk),
        ("session.ended", pia.pk, pia.pk),
    ]
    assert "pia" not in "".join(AuditEntry.objects.values_list("data", flat=True))


def test_roles_that_are_given_and_taken_are_recorded_once(pia: User, ada: User, early: Cohort):
    begun = len(recorded())
    for _ in range(2):
        add_membership(pia, cohort=early.name, role="coach", by=ada)
    for _ in range(2):
        take_membership(pia, cohort=early, role="coach", by=ada)

    assert recorded()[begun:] == [("role.given", ada.pk, pia.pk), ("role.taken", ada.pk, pia.pk)]


def test_locking_an_account_is_recorded(pia: User, ada: User):
    begun = len(recorded())
    for is_active in (False, False, True):
        set_active(pia, is_active=is_active, by=ada)

    assert recorded()[begun:] == [("account.locked", ada.pk, pia.pk), ("account.unlocked", ada.pk, pia.pk)]
    assert pia.is_active


def test_a_look_is_noted_once_and_read_by_whom_it_was_about(tia: User, theo: User, milan: User):
    for _ in range(3):
        record_look("attempt.looked_at", actor=milan, about=tia, attempt=1)
    record_look("attempt.looked_at", actor=milan, about=tia, attempt=2)
    record_look("attempt.looked_at", actor=tia, about=tia, attempt=1)
    record("certificate.issued", actor=milan, about=tia)

    assert [(each.name, each.data) for each in list_looks(tia)] == [
        ("Milan", {"attempt": 2}),
        ("Milan", {"attempt": 1}),
    ]
    assert list_looks(theo) == []
