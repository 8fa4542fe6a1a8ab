"""A person is erased: nothing of them is left, every chain holds, and the receipt proves it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from django.urls import reverse

from people.models import AuditEntry, Cohort, User
from people.services import keep_desk_setting
from scoring.core.sealing import seal
from scoring.core.terms import PASSED
from scoring.models import Attempt, Certificate, MarginNote, Mark, Remark, Ruling
from scoring.services import rescore
from scoring.services.deciding import remark_on, rule_on
from scoring.services.declining import Declined
from scoring.services.erasing import erase_person, find_left
from scoring.services.erasure_plan import LINKS, TEXTS
from scoring.services.sealing import load_key, make_key
from simulator.models import OwnTemplate, Run, RunEvent, Words
from simulator.services import verify_chain
from simulator.services.clock import FixedClock
from simulator.services.sharing import create_link, read_now
from tests.scoring.attempts import begin, make_programme, play_next
from tests.scoring.runs import first_of
from tests.trainer_ui.conftest import play

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
SECRET = "Zwiebelturm"  # noqa: S105  a word to be sought
OURS = ("people", "scenarios", "simulator", "scoring", "trainer_ui", "account", "sessions")


@pytest.fixture
def tia(tia: User) -> User:
    User.objects.filter(pk=tia.pk).update(last_name=SECRET, email=f"{SECRET}@example.org")
    tia.refresh_from_db()
    return tia


@pytest.fixture
def certified(early: Cohort, tia: User, milan: User, carla: User, now: FixedClock) -> Attempt:
    """Somebody with a practice run that is shared, a certificate, and all that people wrote about her and she wrote."""
    practice = play(tia, now, text=f"Hallo Mara, {SECRET}.")
    create_link(practice, actor=tia, days=30, with_replies=True, with_name=True)
    attempt = begin(make_programme(early, milan), tia)
    run = play_next(attempt, now, text=f"Hallo Mara, {SECRET}. Viele Grüße, TI")
    sent = first_of(run, "ReplySent")
    row = {"reply": sent.seq, "wording": sent.seq, "rubric_digest": "", "scoring_version": 1, "saw_findings": False}
    mark = Mark.objects.create(run=run, coach=carla, steps="{}", remark=f"Über {SECRET}", given_at=read_now(), **row)
    MarginNote.objects.create(mark=mark, start=0, end=3, text=SECRET)
    rule_on(attempt, verdict=PASSED, reason=f"{SECRET} kann es.", by=milan)
    remark_on(attempt, kind=Remark.COMMENT, text=f"Danke, {SECRET}", trainee=tia)
    OwnTemplate.objects.create(owner=tia, language="de", title=SECRET, text=SECRET)
    keep_desk_setting(tia, name="keys", value=json.dumps(SECRET))
    EmailAddress.objects.create(user=tia, email=f"{SECRET}@example.org")
    return attempt


def dump() -> str:
    """Every value of every column of every table of ours."""
    rows: list[Any] = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in OURS:
            rows += [repr(row) for row in model._default_manager.values_list()]
    return "\n".join(rows)


def list_columns() -> tuple[set[str], set[str]]:
    """(every link to a person, every column of text) as the models have them."""
    links, texts = set(), set()
    for model in apps.get_models(include_auto_created=True):
        for each in model._meta.get_fields():
            name = f"{model._meta.label}.{each.name}"
            if model._meta.app_label in OURS and isinstance(each, models.Field):
                if each.is_relation and each.related_model is User:
                    links.add(name)
                elif isinstance(each, models.CharField | models.TextField | models.JSONField | models.BinaryField):
                    texts.add(name)
    return links, texts


def test_every_link_to_a_person_and_every_column_of_text_is_dealt_with():
    assert list_columns() == (set(LINKS), set(TEXTS))


def test_nothing_of_them_is_left(certified: Attempt, tia: User, ada: User):
    assert dump().count(SECRET) > 10, "what is to be found without an erasure"

    erase_person(tia, by=ada)

    assert [line for line in dump().splitlines() if SECRET in line] == []
    assert find_left(tia) == []
    assert User.objects.get(pk=tia.pk).username == f"erased-{tia.pk}"


@pytest.mark.parametrize("spared", ["_erase_runs", "_erase_certification", "_erase_belongings", "_erase_account"])
def test_sabotage_what_is_left_out_is_found_and_nothing_goes(certified: Attempt, tia: User, monkeypatch, spared: str):
    before = dump()
    monkeypatch.setattr(f"scoring.services.erasing.{spared}", lambda *told: [])

    with pytest.raises(RuntimeError, match="not everything"):
        erase_person(tia)
    assert dump() == before


def test_chains_hold_and_say_erased(certified: Attempt, tia: User):
    run = Run.objects.get(mode="certification")
    head = run.head_digest
    erase_person(tia)

    run.refresh_from_db()
    assert (run.head_digest, verify_chain(run.pk)) == (head, None)
    report = rescore(run)
    assert (list(report.erased), report.problems) == ([first_of(run, "ReplySent").seq], ())
    call_command("verify_audit", stdout=io.StringIO())
    assert AuditEntry.objects.order_by("seq").last().verb == "person.erased"
    assert Ruling.objects.get().verdict == PASSED


def test_their_certificate_is_erased_on_its_check_page_too(certified: Attempt, tia: User):
    certificate = Certificate.objects.get()
    Certificate.objects.update(shows_name=True)
    erase_person(tia)

    response = Client().get(reverse("trainer_ui:check", args=[certificate.public_id]))
    assert "Dieses Zertifikat wurde gelöscht und gilt nicht mehr." in response.content.decode()
    assert SECRET not in response.content.decode()


def test_the_receipt_is_true_and_any_change_to_it_is_found(certified: Attempt, tia: User, tmp_path: Path, settings):
    settings.CERTIFICATE_KEY = str(tmp_path / "certificates.pem")
    public = make_key(tmp_path / "certificates.pem")
    file = tmp_path / "receipt.json"
    call_command("erase_person", "tia", receipt=file, yes=True, stdout=io.StringIO())
    said = io.StringIO()

    call_command("verify_erasure", file, key=public, stdout=said)
    assert "erased, and its chain of" in said.getvalue()

    receipt = json.loads(file.read_text("utf-8"))
    assert receipt["erased"]["words"] >= 1
    for changed in ({"at": "2020-01-01T00:00:00+00:00"}, {"person": 99}, {"runs": []}, {"seal": "00"}):
        file.write_text(json.dumps({**receipt, **changed}), "utf-8")
        with pytest.raises(CommandError, match="not true"):
            call_command("verify_erasure", file, key=public, stdout=io.StringIO(), stderr=io.StringIO())


def test_what_comes_back_is_found_and_erased_again(certified: Attempt, tia: User, tmp_path: Path):
    file = tmp_path / "receipt.json"
    call_command("erase_person", "tia", receipt=file, yes=True, stdout=io.StringIO())
    OwnTemplate.objects.create(owner=tia, language="de", title=SECRET, text=SECRET)
    errors = io.StringIO()
    with pytest.raises(CommandError):
        call_command("verify_erasure", file, stdout=io.StringIO(), stderr=errors)
    assert errors.getvalue() == "» there is something again: simulator.OwnTemplate\n"

    again = tmp_path / "again.json"
    call_command("erase_person", f"erased-{tia.pk}", receipt=again, yes=True, stdout=io.StringIO())
    for each in (file, again):
        call_command("verify_erasure", each, stdout=io.StringIO())


def test_what_waits_for_a_decision_is_decided_first(
    early: Cohort, tia: User, milan: User, now: FixedClock, tmp_path: Path
):
    attempt = begin(make_programme(early, milan), tia)
    file = tmp_path / "receipt.json"
    with pytest.raises(CommandError, match="waits for a decision"):
        call_command("erase_person", "tia", receipt=file, yes=True)
    attempt.refresh_from_db()
    assert (attempt.erased_at, file.exists()) == (None, False)


def test_nobody_is_erased_by_accident(tia: User, tmp_path: Path):
    for named in ({"yes": False}, {"yes": True, "by": "tia"}):
        with pytest.raises(CommandError):
            call_command("erase_person", "tia", receipt=tmp_path / "receipt.json", **named)
    assert find_left(tia) != []


def test_a_run_under_way_is_ended_first(early: Cohort, tia: User, milan: User, now: FixedClock):
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now)
    rule_on(attempt, verdict=PASSED, reason="Gut.", by=milan)
    Run.objects.update(ended=False)

    with pytest.raises(Declined) as declined:
        erase_person(tia)
    assert declined.value.code == "under_way"


def test_what_they_wrote_about_others_stays_without_their_name(certified: Attempt, tia: User, carla: User, milan: User):
    erase_person(carla)
    erase_person(milan)

    assert Mark.objects.get().remark == f"Über {SECRET}"
    assert Ruling.objects.get().reason == f"{SECRET} kann es."
    assert {each.coach.username for each in Mark.objects.all()} == {f"erased-{carla.pk}"}
    assert Words.objects.filter(text__contains=SECRET).exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE scoring_ruling SET reason = ''",
        "UPDATE scoring_remark SET text = 'x'",
        "UPDATE scoring_certificate SET payload = ''",
    ],
)
def test_without_an_erasure_the_database_still_refuses(certified: Attempt, sql: str):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE scoring_ruling SET verdict = 'failed'",
        "UPDATE scoring_ruling SET reason = 'x'",
        "UPDATE scoring_certificate SET payload = 'x'",
        "UPDATE scoring_certificate SET erased_at = NULL",
        "DELETE FROM scoring_remark",
    ],
)
def test_after_an_erasure_it_refuses_all_the_same(certified: Attempt, tia: User, sql: str):
    erase_person(tia)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_they_are_signed_out_everywhere(certified: Attempt, tia: User):
    client = Client()
    client.force_login(tia)
    assert client.get("/", follow=True).wsgi_request.user == tia

    erase_person(tia)

    assert not client.get("/", follow=True).wsgi_request.user.is_authenticated
    assert RunEvent.objects.filter(words__text__contains=SECRET).count() == 0


@pytest.mark.django_db(transaction=True)
def test_not_a_byte_of_it_stays_in_the_files_of_the_database(certified: Attempt, tia: User, tmp_path: Path):
    place = Path(connection.settings_dict["NAME"])
    # PostgreSQL's pages are another process's: there it is what can be asked for that is gone at once.
    files = [place, place.with_name(f"{place.name}-wal")] if connection.vendor == "sqlite" else []
    assert not files or any(SECRET.encode() in each.read_bytes() for each in files)

    call_command("erase_person", "tia", receipt=tmp_path / "receipt.json", yes=True, stdout=io.StringIO())

    assert [each.name for each in files if SECRET.encode() in each.read_bytes()] == []
    assert SECRET not in dump()


def test_the_file_of_an_erased_certificate_is_whole_and_said_to_be_erased(
    certified: Attempt, tia: User, tmp_path: Path, settings
):
    settings.CERTIFICATE_KEY = str(tmp_path / "certificates.pem")
    make_key(tmp_path / "certificates.pem")
    pdf = b"%PDF-1.7\nstartxref\n9\n%%EOF\n"
    file = tmp_path / "certificate.pdf"
    file.write_bytes(seal(pdf, payload=Certificate.objects.get().payload, key=load_key()))

    def verify() -> str:
        said = io.StringIO()
        call_command("verify_certificate", file, here=True, stdout=said)
        return said.getvalue()

    assert "Here: valid." in verify()
    erase_person(tia)
    assert "every byte is as it was issued" in verify()
    assert "Here: erased on 2023-" in verify()
