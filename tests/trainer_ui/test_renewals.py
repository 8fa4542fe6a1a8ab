"""What a holder reads of a certificate that runs out, on the pages and in the mail."""

import io
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command

from people.models import Cohort, User
from scoring.models import Certificate, Programme
from scoring.services.deciding import rule_on
from scoring.services.programmes import retire_programme
from simulator.services.clock import FixedClock
from tests.scoring.attempts import begin, make_programme, make_terms, play_next
from tests.trainer_ui.conftest import sign_in
from trainer_ui.own_records import describe_records
from trainer_ui.renewals import list_renewals

DAY_MS = 86_400_000


@pytest.fixture
def certificate(early: Cohort, milan: User, tia: User, now: FixedClock) -> Certificate:
    attempt = begin(make_programme(early, milan, terms=make_terms(valid_days=100)), tia)
    play_next(attempt, now)
    rule_on(attempt, verdict="passed", reason="Gelesen.", by=milan)
    return Certificate.objects.get()


def run_nightly() -> str:
    out = io.StringIO()
    call_command("nightly_certifications", stdout=out)
    return out.getvalue()


def test_a_renewal_is_offered_in_time_and_to_its_holder_alone(
    certificate: Certificate, tia: User, theo: User, now: FixedClock
):
    assert list_renewals(tia) == []
    now.jump(50 * DAY_MS)
    address = f"/certifications/programmes/{certificate.programme_id}/begin/"

    assert [(each.days_left, each.address, each.why) for each in list_renewals(tia)] == [(50, address, "")]
    assert list_renewals(theo) == []
    for page in ("/", "/certifications/own/"):
        shown = sign_in(tia).get(page).content.decode()
        assert "Läuft ab" in shown
        assert "noch 50 Tage" in shown
        assert f'href="{address}"' in shown


def test_after_the_end_it_says_so_and_then_no_more(certificate: Certificate, tia: User, now: FixedClock):
    now.jump(101 * DAY_MS)
    assert [(each.is_over, each.days_left) for each in list_renewals(tia)] == [(True, 0)]
    now.jump(31 * DAY_MS)
    assert list_renewals(tia) == []


def test_where_it_cannot_be_renewed_the_reason_stands(
    certificate: Certificate, milan: User, tia: User, now: FixedClock
):
    retire_programme(Programme.objects.get(), manager=milan)
    now.jump(50 * DAY_MS)

    assert [(each.address, each.why) for each in list_renewals(tia)] == [
        ("", "Dieses Programm wird nicht mehr angeboten.")
    ]


def test_a_renewal_under_way_is_gone_on_with_and_then_waits(certificate: Certificate, tia: User, now: FixedClock):
    now.jump(50 * DAY_MS)
    attempt = begin(Programme.objects.get(), tia)
    assert [each.address for each in list_renewals(tia)] == [f"/certifications/attempts/{attempt.pk}/"]
    play_next(attempt, now)
    assert [each.why for each in list_renewals(tia)] == ["Über Ihren letzten Versuch ist noch nicht entschieden."]


def test_the_command_mails_in_the_holder_s_language_and_says_what_it_did(
    certificate: Certificate, tia: User, now: FixedClock, settings: Any
):
    settings.EMAIL_URL = {"EMAIL_HOST": "localhost"}
    User.objects.filter(pk=tia.pk).update(email="tia@example.org", language="en")
    now.jump(50 * DAY_MS)

    assert run_nightly() == "Zertifikate, die ablaufen: 1. Erinnert: 1. Mails: 1.\n"
    assert run_nightly() == "Zertifikate, die ablaufen: 1. Erinnert: 0. Mails: 0.\n"
    assert [(each.subject, each.to) for each in mail.outbox] == [
        ("Your certification runs out: Öffentlich", ["tia@example.org"])
    ]


def test_without_mail_it_says_so(certificate: Certificate, tia: User, now: FixedClock, settings: Any):
    settings.EMAIL_URL = {}
    User.objects.filter(pk=tia.pk).update(email="tia@example.org")
    now.jump(50 * DAY_MS)

    assert "EMAIL_URL" in run_nightly()
    assert mail.outbox == []


def test_reminders_are_part_of_one_s_own_data(certificate: Certificate, tia: User, now: FixedClock):
    now.jump(50 * DAY_MS)
    run_nightly()

    (told,) = describe_records(tia)["certificates"][0]["reminders"]
    assert (told["days"], told["mailed"]) == (60, None)
