"""Holders are reminded of what runs out: in time, once a stage, and nobody whom it does not concern any more."""

from datetime import timedelta

import pytest

from people.models import AuditEntry, Cohort, Membership, User
from scoring.core.reminding import DAY_S, find_stage
from scoring.models import Certificate, Reminder
from scoring.services.deciding import rule_on
from scoring.services.reminding import remind_holders
from simulator.services.clock import FixedClock
from simulator.services.sharing import read_now
from tests.scoring.attempts import begin, make_programme, make_terms, play_next

pytestmark = pytest.mark.usefixtures("now")

DAY_MS = DAY_S * 1000


@pytest.fixture
def certificate(early: Cohort, milan: User, tia: User, now: FixedClock) -> Certificate:
    """Tia's, for 100 days."""
    attempt = begin(make_programme(early, milan, terms=make_terms(valid_days=100)), tia)
    play_next(attempt, now)
    rule_on(attempt, verdict="passed", reason="Gelesen.", by=milan)
    return Certificate.objects.get()


def list_told() -> list[int]:
    return list(Reminder.objects.order_by("pk").values_list("days", flat=True))


@pytest.mark.parametrize(
    ("days", "stage"), [(61, None), (60, 60), (31, 60), (30, 30), (7, 7), (1, 7), (0, 0), (-30, 0), (-31, None)]
)
def test_a_stage_is_reached_with_so_many_days_to_go(days: int, stage: int | None):
    assert find_stage(days * DAY_S) == stage


def test_every_stage_is_told_once_however_often_it_is_called(certificate: Certificate, now: FixedClock):
    for _ in range(140):
        remind_holders()
        assert remind_holders().told == 0
        now.jump(DAY_MS)

    assert list_told() == [60, 30, 7, 0]
    assert AuditEntry.objects.filter(verb="certificate.reminded", about=certificate.holder_id).count() == 4


def test_nights_that_were_missed_are_told_as_one(certificate: Certificate, now: FixedClock):
    now.jump(95 * DAY_MS)

    assert (remind_holders().told, list_told()) == (1, [7])


def test_a_dry_run_tells_nobody(certificate: Certificate, now: FixedClock):
    now.jump(50 * DAY_MS)

    assert (remind_holders(is_dry=True).told, list_told()) == (1, [])


@pytest.mark.parametrize("why", ["revoked", "erased", "locked", "left", "renewed"])
def test_nobody_is_reminded_whom_it_does_not_concern(certificate: Certificate, now: FixedClock, why: str):
    now.jump(50 * DAY_MS)
    assert remind_holders(is_dry=True).due == 1
    rows = Certificate.objects.filter(pk=certificate.pk)
    if why == "revoked":
        rows.update(revoked_at=read_now())
    elif why == "erased":
        rows.update(erased_at=read_now(), payload="")
    elif why == "locked":
        User.objects.filter(pk=certificate.holder_id).update(is_active=False)
    elif why == "left":
        Membership.objects.filter(user=certificate.holder_id).delete()
    else:
        Certificate.objects.create(
            public_id="n" * 22,
            holder=certificate.holder,
            programme=certificate.programme,
            payload="{}",
            issued_at=read_now(),
            expires_at=certificate.expires_at + timedelta(days=1000),
        )

    assert remind_holders().due == 0


def test_a_mail_goes_once_and_is_tried_again_where_it_was_not_taken(certificate: Certificate, now: FixedClock):
    User.objects.filter(pk=certificate.holder_id).update(email="tia@example.org")
    now.jump(50 * DAY_MS)
    sent: list[int] = []

    def refuse(_: Reminder) -> None:
        raise OSError("no server")

    night = remind_holders(refuse)
    assert (night.told, night.mailed, night.failed) == (1, 0, (certificate.pk,))
    assert remind_holders(lambda each: sent.append(each.days)).mailed == 1
    assert remind_holders(lambda each: sent.append(each.days)).mailed == 0
    assert sent == [60]
