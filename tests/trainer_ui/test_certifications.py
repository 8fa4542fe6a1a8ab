"""The pages of certification, from a programme to the check page, as the people see them."""

import csv
import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from people.models import AuditEntry, Cohort, User
from scoring.core.sealing import open_sealed
from scoring.models import Attempt, Certificate, Programme
from scoring.services.deciding import rule_on
from scoring.services.sealing import make_key, read_public_key
from simulator.services.clock import FixedClock
from tests.conftest import make_person
from tests.scoring.attempts import begin, make_programme, make_terms, play_next
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed
from tests.trainer_ui.conftest import sign_in

WHY = "Alle Antworten gelesen."


@pytest.fixture
def played(early: Cohort, milan: User, tia: User, now: FixedClock) -> Attempt:
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now)
    return attempt


@pytest.fixture
def certificate(played: Attempt, milan: User) -> Certificate:
    rule_on(played, verdict="passed", reason=WHY, by=milan)
    return Certificate.objects.get()


@pytest.fixture
def key(settings: Any, tmp_path: Path) -> Path:
    settings.CERTIFICATE_KEY = str(tmp_path / "key.pem")
    return make_key(tmp_path / "key.pem")


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_manager_lays_a_programme_down_and_changes_it(milan: User, early: Cohort):
    version = rehearsed(publish(make_morning()))
    as_milan = sign_in(milan)
    form = {
        "name": "Öffentlich antworten",
        "scenarios": [version.pk],
        "overall": 70,
        "mark_tone": 60,
        "critical": "on",
        "attempts": 3,
        "wait_days": 7,
        "valid_days": 365,
        "marks": 0,
        "confirms": "manager",
        "gap_s": 60,
    }
    answer = as_milan.post(reverse("trainer_ui:add_programme"), form)
    programme = Programme.objects.get()
    assert answer.url == f"/certifications/programmes/{programme.pk}/"
    assert "Gesamt 70 · Ton 60" in text_of(as_milan, answer.url)

    as_milan.post(answer.url, {**form, "overall": 75})

    assert "Version 2" in text_of(as_milan, answer.url)
    assert "Gesamt 75 · Ton 60" in text_of(as_milan, answer.url)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(milan: User, early: Cohort):
    answer = sign_in(milan).post(reverse("trainer_ui:add_programme"), {"name": "Mein Programm", "overall": "170"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Mein Programm" in page
    assert 'value="170"' in page
    assert page.count("errorlist") >= 2


def test_a_pool_that_is_too_small_is_refused_beside_its_field_in_words(milan: User, early: Cohort):
    pool = [rehearsed(publish(replace(make_morning(), key=key))).pk for key in ("one", "two")]
    numbers = {"overall": 70, "attempts": 3, "wait_days": 7, "valid_days": 365, "marks": 0, "gap_s": 60}
    form = {"name": "Vorrat", "scenarios": pool, "draw": 1, "tolerance": 3, "confirms": "manager", **numbers}
    answer = sign_in(milan).post(reverse("trainer_ui:add_programme"), form)

    assert not Programme.objects.exists()
    said = answer.context["form"].errors["tolerance"]
    assert said == [
        "Der Vorrat ist zu klein: Es braucht 3 verschiedene Szenarien, damit niemand in allen Versuchen eines zweimal"
        " spielt, und er hat 2."
    ]


def test_a_trainee_begins_and_plays(tia: User, milan: User, early: Cohort):
    programme = make_programme(early, milan)
    as_tia = sign_in(tia)
    begin_page = reverse("trainer_ui:begin_attempt", args=[programme.pk])
    assert "Was aufgezeichnet wird und warum" in text_of(as_tia, begin_page)
    assert "gelesen haben" in as_tia.post(begin_page, {"socket": "ok"}).content.decode()
    assert "technische Prüfung" in as_tia.post(begin_page, {"acknowledged": "on"}).content.decode()

    answer = as_tia.post(begin_page, {"socket": "ok", "acknowledged": "on"})
    desk = as_tia.post(answer.url, {"do": "play"})

    attempt = Attempt.objects.get()
    assert desk.url == f"/runs/{attempt.runs.get().run_id}/"


def test_people_decide_and_the_trainee_reads_why(played: Attempt, milan: User, tia: User):
    as_milan, as_tia, page = sign_in(milan), sign_in(tia), reverse("trainer_ui:attempt", args=[played.pk])
    assert "wartet auf eine Entscheidung" in text_of(as_milan, reverse("trainer_ui:certifications"))

    as_milan.post(page, {"do": "rule", "verdict": "passed", "reason": "Ruhig und klar."})

    assert "Ruhig und klar." in text_of(as_tia, page)
    assert "gültig" in text_of(as_tia, reverse("trainer_ui:own_certifications"))
    assert "Tia" in text_of(as_milan, reverse("trainer_ui:certifications"))


def test_a_decision_without_a_reason_is_not_taken_and_what_was_chosen_stays(played: Attempt, milan: User):
    answer = sign_in(milan).post(
        reverse("trainer_ui:attempt", args=[played.pk]), {"do": "rule", "verdict": "failed", "reason": " "}
    )

    assert answer.status_code == 409
    assert "Bitte geben Sie einen Grund an." in answer.content.decode()
    assert 'value="failed" checked' in answer.content.decode()


def test_the_check_page_shows_no_more_than_its_holder_wants(certificate: Certificate, tia: User, milan: User):
    check = reverse("trainer_ui:check", args=[certificate.public_id])
    stranger = Client()
    closed = text_of(stranger, check)
    assert "Dieses Zertifikat ist gültig." in closed
    assert "Tia" not in closed
    assert certificate.programme.name not in closed

    sign_in(tia).post(reverse("trainer_ui:certificate_shown", args=[certificate.pk]), {"name": "on"})
    opened = text_of(stranger, check)
    assert "Tia" in opened
    assert certificate.programme.name not in opened

    sign_in(milan).post(reverse("trainer_ui:certificate_revoke", args=[certificate.pk]), {"reason": "Verwechselt"})
    assert "Dieses Zertifikat wurde widerrufen." in text_of(stranger, check)
    assert "Verwechselt" not in text_of(stranger, check)
    assert "is valid" not in text_of(stranger, f"{check}?language=en")
    assert "was revoked" in text_of(stranger, f"{check}?language=en")


@pytest.mark.parametrize("language", ["de", "en"])
def test_its_file_says_what_was_decided_and_one_changed_byte_is_found(
    certificate: Certificate, tia: User, key: Path, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
):
    tia.language = language
    tia.save()
    answer = sign_in(tia).get(reverse("trainer_ui:certificate", args=[certificate.pk]))

    assert answer["Content-Type"] == "application/pdf"
    file = tmp_path / "certificate.pdf"
    file.write_bytes(answer.content)
    opened = open_sealed(answer.content, key=read_public_key(key))
    assert opened.payload["holder"] == "Tia"
    assert opened.payload["id"] == certificate.public_id
    call_command("verify_certificate", str(file), key=key)
    assert "every byte is as it was issued" in capsys.readouterr().out
    for place in range(0, len(answer.content), 211):
        changed = bytearray(answer.content)
        changed[place] ^= 1
        file.write_bytes(bytes(changed))
        with pytest.raises(CommandError):
            call_command("verify_certificate", str(file), key=key)


def test_without_a_key_there_is_no_file_and_a_page_says_so(certificate: Certificate, tia: User, settings: Any):
    settings.CERTIFICATE_KEY = ""

    answer = sign_in(tia).get(reverse("trainer_ui:certificate", args=[certificate.pk]))

    assert answer.status_code == 503
    assert certificate.public_id in answer.content.decode()


def test_what_is_not_theirs_is_not_there(certificate: Certificate, sam: User, cem: User, ada: User, theo: User):
    attempt, programme = certificate.attempt_id, certificate.programme_id
    for person in (sam, cem, ada, theo):
        client = sign_in(person)
        for name, number in (("attempt", attempt), ("certificate", certificate.pk), ("programme", programme)):
            assert client.get(reverse(f"trainer_ui:{name}", args=[number])).status_code == 404, (person, name)
        for name in ("certificate_revoke", "certificate_shown"):
            assert client.post(reverse(f"trainer_ui:{name}", args=[certificate.pk])).status_code == 404
    for person in (sam, ada, theo):
        assert sign_in(person).get(reverse("trainer_ui:certifications")).status_code == 404


def test_a_trainee_reads_who_looked(played: Attempt, milan: User, carla: User, tia: User):
    page = reverse("trainer_ui:attempt", args=[played.pk])
    assert "Noch hat es niemand angesehen." in text_of(sign_in(tia), page)
    for _ in range(2):
        text_of(sign_in(milan), page)
    text_of(sign_in(carla), page)

    assert list(AuditEntry.objects.filter(verb="attempt.looked_at").values_list("actor", "about")) == [
        (milan.pk, tia.pk),
        (carla.pk, tia.pk),
    ]
    assert "Wer es angesehen hat Carla" in text_of(sign_in(tia), page)


def test_an_auditor_reads_and_does_nothing(certificate: Certificate, early: Cohort):
    client = sign_in(make_person("aud", cohort=early.name, role="auditor"))
    page = reverse("trainer_ui:attempt", args=[certificate.attempt_id])

    assert "Alle Antworten gelesen." in text_of(client, page)
    assert "Tia" in text_of(client, reverse("trainer_ui:certifications"))
    for form in ({"do": "rule", "verdict": "failed", "reason": "x"}, {"do": "play"}, {"do": "remark", "text": "x"}):
        assert client.post(page, form).status_code == 404
    programme = reverse("trainer_ui:programme", args=[certificate.programme_id])
    assert client.post(programme, {"retire": "1"}).status_code == 404
    revoke = reverse("trainer_ui:certificate_revoke", args=[certificate.pk])
    assert client.post(revoke, {"reason": "x"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_manager_s_page_asks_the_same_number_of_questions_for_any_number_of_people(
    early: Cohort, milan: User, now: FixedClock, count: int, django_assert_max_num_queries: object
):
    programme = make_programme(early, milan, terms=make_terms())
    for number in range(count):
        attempt = begin(programme, make_person(f"t{number}", cohort=early.name, role="trainee"))
        play_next(attempt, now)
        if number != 2:
            rule_on(attempt, verdict="passed", reason=WHY, by=milan)
    client = sign_in(milan)
    client.get(reverse("trainer_ui:certifications"))

    with django_assert_max_num_queries(14):  # type: ignore[operator]  # pytest-django's
        client.get(reverse("trainer_ui:certifications"))


def test_who_takes_a_file_is_recorded(certificate: Certificate, milan: User, key: Path):
    sign_in(milan).get(reverse("trainer_ui:certificate", args=[certificate.pk]))

    last = AuditEntry.objects.order_by("seq").last()
    assert last is not None
    assert (last.verb, last.actor, last.about) == ("certificate.sent", milan.pk, certificate.holder_id)


def table(client: Client, form: str, query: str = "") -> Any:
    answer = client.get(f"/certifications/table.{form}{query}")
    assert answer.status_code == 200
    return answer


def test_the_table_is_chosen_by_the_address_and_taken_along(certificate: Certificate, milan: User, now: FixedClock):
    as_milan = sign_in(milan)

    def names(query: str) -> list[str]:
        return [each["person"] for each in json.loads(table(as_milan, "json", query).content)]

    assert names("") == names("?state=valid&language=de&order=person") == ["Tia"]
    assert names("?state=soon") == names("?state=expired") == names("?language=en") == names("?programme=999999") == []
    now.jump(700 * 86_400_000)
    assert names("?state=soon") == ["Tia"]
    assert names("?state=&order=nonsense&cohort=abc") == ["Tia"]
    assert "Niemand passt zu dieser Auswahl." in text_of(as_milan, "/certifications/?state=revoked")
    assert AuditEntry.objects.filter(verb="certifications.exported").count() > 0


@pytest.mark.parametrize("name", ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "＝1", 'Ümläut, "q"'])
def test_no_name_becomes_a_formula_and_numbers_stay_numbers(
    certificate: Certificate, tia: User, milan: User, name: str
):
    tia.first_name = name
    tia.save()
    as_milan = sign_in(milan)

    sheet = load_workbook(BytesIO(table(as_milan, "xlsx").content)).active
    head, row = ([cell.value for cell in line] for line in sheet.iter_rows())
    assert (head[1], row[1]) == ("person", name.strip())
    assert {cell.data_type for cell in next(sheet.iter_rows(min_row=2))} == {"s", "n"}
    assert row[-1] == 729 or row[-1] == 730
    text = table(as_milan, "csv").content.decode("utf-8-sig")
    assert next(csv.reader(text.splitlines()[1:]))[1] in (name.strip(), f"'{name.strip()}")
    assert not next(csv.reader(text.splitlines()[1:]))[1].startswith(("=", "+", "-", "@", "＝"))


def test_the_table_is_for_those_who_see_the_page(certificate: Certificate, sam: User, tia: User, ada: User, cem: User):
    for person in (sam, tia, ada):
        assert sign_in(person).get("/certifications/table.csv").status_code == 404
    assert json.loads(table(sign_in(cem), "json").content) == []
