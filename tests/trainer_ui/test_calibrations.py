"""Several coaches mark the same replies; and the score is held against what they gave."""

import re

import pytest
from django.test import Client

from scoring.models import Calibration, Mark
from scoring.queries.against_coaches import hold_against
from scoring.queries.calibrations import calibrations_of, list_calibrated
from scoring.services import NotYours
from scoring.services.calibrating import BadCalibration, make_calibration
from scoring.services.marking import Wish, give_mark
from tests.conftest import make_person
from tests.scoring.classes import ASKS, CANNED, FINE, play_class, set_class
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
NAMES = ("uta", "vera", "willi", "xaver", "yara")
HOSTILE = "<script>alert(1)</script>'\"><img src=x onerror=alert(1)>"


@pytest.fixture
def clara(early):
    return make_person("clara", cohort=early.name, role="coach")


@pytest.fixture
def runs(tia, theo, carla, early, now):
    more = [make_person(name, cohort=early.name, role="trainee") for name in NAMES]
    exercise = set_class(carla, early, now)
    texts = (ASKS, FINE, CANNED, f"{FINE} Danke.", "Geht klar.", f"{CANNED} Bitte warten.", f"{FINE} ^YA")
    said = [(person, {"bag-1": text}) for person, text in zip((tia, theo, *more), texts, strict=True)]
    return play_class(exercise, said, now)


@pytest.fixture
def calibration(runs, early, carla):
    return make_calibration(early, name="Ton im März", size=7, coach=carla)


def mark_all(calibration: Calibration, coach, *, tone=lambda number: 1 + number % 5, saw=False) -> None:
    replies = sorted(
        (each for group in list_calibrated(calibration, coach=coach) for each in group.replies), key=key_of
    )
    for number, reply in enumerate(replies):
        steps = {"tone": tone(number), "individuality": 3, "spelling": 0, "overall": 1 + number % 5}
        give_mark(reply, Wish(steps), coach=coach, saw_findings=saw)


def key_of(reply) -> tuple[int, int]:
    return reply.key


def read(client: Client, calibration: Calibration) -> str:
    return client.get(f"/marking/calibrations/{calibration.pk}/").content.decode()


def test_a_coach_draws_replies_for_all_coaches_of_the_cohort(runs, carla, clara, cem):
    coach = sign_in(carla)

    made = coach.post("/marking/calibrations/", {"name": f" Ton {HOSTILE} "[:80], "size": "6"})

    [calibration] = Calibration.objects.all()
    assert made["Location"] == f"/marking/calibrations/{calibration.pk}/"
    assert calibration.replies.count() == 6
    page = read(sign_in(clara), calibration)
    assert "6 Antworten zu bewerten" in page
    assert "<script>alert" not in page
    assert [each.pk for each in calibrations_of(cem)] == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": " ", "size": "6"}, "Geben Sie ihm einen Namen"),
        ({"name": "x" * 81, "size": "6"}, "zu lang: höchstens 80"),
        ({"name": "Ton", "size": "4"}, "zwischen 5 und 30"),
        ({"name": "Ton", "size": "²"}, "zwischen 5 und 30"),
        ({"name": "Ton\0", "size": "6"}, "nicht speichern"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_typed_is_lost(runs, carla, sent, said):
    answer = sign_in(carla).post("/marking/calibrations/", sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert f'value="{sent["size"]}"' in answer.content.decode()
    assert not Calibration.objects.exists()


def test_few_replies_are_too_few(tia, carla, early, now):
    play_class(set_class(carla, early, now), [(tia, {"bag-1": FINE})], now)

    with pytest.raises(BadCalibration, match="too_few"):
        make_calibration(early, name="Ton", size=5, coach=carla)


def test_nobody_else_finds_it(calibration, cem, tia, milan, ada, early, carla, client):
    group = list_calibrated(calibration, coach=carla)[0]
    addresses = [
        f"/marking/calibrations/{calibration.pk}/",
        f"/marking/calibrations/{calibration.pk}/{group.id}/",
    ]

    found = {one.username: [sign_in(one).get(each).status_code for each in addresses] for one in (cem, tia, milan, ada)}

    assert found == {name: [404, 404] for name in ("cem", "tia", "milan", "ada")}
    for person in (tia, milan, ada):
        pages = ("/marking/calibrations/", "/marking/agreement/")
        assert [sign_in(person).get(each).status_code for each in pages] == [404, 404]
    assert client.get(addresses[0]).status_code == 302
    with pytest.raises(NotYours):
        make_calibration(early, name="Ton", size=5, coach=cem)


def test_it_is_marked_as_all_else_and_leads_back(calibration, carla):
    coach = sign_in(carla)
    [group] = list_calibrated(calibration, coach=carla)
    address = f"/marking/calibrations/{calibration.pk}/{group.id}/"

    page = coach.get(address).content.decode()
    token = re.findall(r'data-token="(\w+)"', page)[0]
    steps = {"step-tone": "4", "step-individuality": "3", "step-spelling": "5", "step-overall": "4"}
    saved = coach.post(address, {"reply": token, **steps})

    assert f'href="/marking/calibrations/{calibration.pk}/">Ton im März' in page
    assert saved["Location"].startswith(f"{address}?saved=")
    assert Mark.objects.count() == 1


def test_how_far_they_agree_is_told_to_who_has_marked_all(calibration, carla, clara):
    mark_all(calibration, carla)
    before, early_bird = read(sign_in(clara), calibration), read(sign_in(carla), calibration)
    mark_all(calibration, clara, tone=lambda number: 5 - number % 5)
    page = read(sign_in(carla), calibration)

    assert "wenn Sie selbst alle bewertet haben" in before
    assert "Krippendorff" not in before
    assert "Noch hat niemand sonst dieselben Antworten bewertet." in early_bird
    table = page[page.index('id="alpha-title"') : page.index("</table>")]
    alphas = re.findall(r'<th scope="row">([^<]+)</th><td class="numbers"><strong>([^<]+)</strong>', table)
    assert [name for name, _ in alphas] == ["Ton", "Eigene Worte", "Rechtschreibung", "Gesamteindruck"]
    assert dict(alphas)["Gesamteindruck"] == "1,00"
    assert dict(alphas)["Ton"].startswith("-")
    assert (dict(alphas)["Eigene Worte"], dict(alphas)["Rechtschreibung"]) == ("–", "–")
    assert "Sie stimmen nicht überein" in table
    assert "Zum Reden" in page
    assert "step-differs" in page
    assert [name for name in ("Uta", "Yara", "^YA", "Tia") if name in page] == []


def test_how_severe_one_is_nobody_else_is_told(calibration, carla, clara):
    mark_all(calibration, carla, tone=lambda number: 4)
    mark_all(calibration, clara, tone=lambda number: 2)

    pages = [read(sign_in(coach), calibration) for coach in (carla, clara)]

    assert "0,67 Stufen mehr" in pages[0]
    assert "0,67 Stufen weniger" in pages[1]
    assert "weniger" not in pages[0]


def test_the_score_is_held_against_marks_that_were_given_blind(calibration, carla, clara, cem):
    mark_all(calibration, clara, saw=True)
    assert hold_against(carla)[0] == []
    mark_all(calibration, carla, tone=lambda number: 1)

    held, rules = hold_against(carla)
    page = sign_in(carla).get("/marking/agreement/").content.decode()

    assert [each.criterion for each in held] == ["tone", "individuality"]
    assert held[0].whole.bias.count == 7
    assert held[0].whole.bias.mean > 50
    assert held[0].is_systematic
    assert rules == []
    assert "Die Wertung ist milder als die Coaches" in page
    assert len(re.findall('class="held-example"', page)) >= 3
    assert [name for name in ("Uta", "Yara", "^YA", "Tia") if name in page] == []
    assert "Noch wurde nichts bewertet" in sign_in(cem).get("/marking/agreement/").content.decode()


def test_the_pages_ask_as_often_for_two_coaches_as_for_one(calibration, carla, clara, django_assert_max_num_queries):
    coach, counts = sign_in(carla), []
    for person in (carla, clara):
        mark_all(calibration, person)
        for address in (f"/marking/calibrations/{calibration.pk}/", "/marking/agreement/"):
            with django_assert_max_num_queries(40) as asked:
                coach.get(address)
            counts.append(len(asked))

    assert counts[:2] == counts[2:]
