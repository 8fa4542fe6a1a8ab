"""The debrief of a class: who finds it, that nobody is named unless the coach says so, and what it tells."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from scoring.queries.replies import list_replies
from scoring.services.marking import Wish, give_mark
from simulator.models import Run
from simulator.services import erase_words
from tests.conftest import make_person
from tests.scoring.classes import ASKS, CANNED, FINE, play_class, set_class
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
STEPS = {"tone": 5, "individuality": 5, "spelling": 5, "overall": 5}
HOSTILE = "Hallo Jana, <script>alert(1)</script> {{ 7*7 }} \"'><img src=x onerror=alert(1)>"


@pytest.fixture
def exercise(carla, tia, theo, early, now):
    return set_class(carla, early, now)


@pytest.fixture
def runs(exercise, tia, theo, now):
    said = [(tia, {"bag-1": f"{FINE} ^TI", "train-1": CANNED}), (theo, {"bag-1": ASKS})]
    return play_class(exercise, said, now)


def read(client: Client, exercise, query: str = "") -> str:
    answer = client.get(f"/exercises/{exercise.pk}/debrief/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def minutes_of(page: str) -> dict:
    return json.loads(re.findall(r'<script id="minutes" type="application/json">(.*?)</script>', page)[0])


def section(page: str, title: str) -> str:
    part = page[page.index(f'id="{title}"') :]
    return part[: part.index("</section>")]


def test_only_coaches_of_the_cohort_find_it_and_practice_has_none(
    exercise, runs, carla, cem, tia, milan, ada, early, now, client
):
    address = f"/exercises/{exercise.pk}/debrief/"
    people = (carla, cem, tia, milan, ada)

    assert [sign_in(one).get(address).status_code for one in people] == [200, 404, 404, 404, 404]
    assert client.get(address).status_code == 302
    practice = set_class(carla, early, now, mode="practice")
    assert sign_in(carla).get(f"/exercises/{practice.pk}/debrief/").status_code == 404


def test_nobody_is_named_until_the_coach_says_so(exercise, runs, carla):
    coach = sign_in(carla)
    page, named = read(coach, exercise), read(coach, exercise, "?names=1")

    body = page[page.index("<script id=") :]
    assert [name for name in ("Tia", "Theo", "^TI", f"/runs/{runs[0].pk}") if name in body] == []
    assert [run["label"] for run in minutes_of(page)["runs"]] == ["Trainee 1", "Trainee 2"]
    assert [(run["label"], run["debrief"]) for run in minutes_of(named)["runs"]] == [
        ("Theo", f"/runs/{runs[1].pk}/debrief/"),
        ("Tia", f"/runs/{runs[0].pk}/debrief/"),
    ]


def test_each_minute_says_who_waited_how_late_and_what_was_sent(exercise, runs, carla):
    [theo, tia] = minutes_of(read(sign_in(carla), exercise, "?names=1"))["runs"]

    assert minutes_of(read(sign_in(carla), exercise))["ends"] == [60_000, 120_000]
    assert (theo["waiting"][0], tia["waiting"][0]) == (2, 2)
    assert [(reply["at_ms"], reply["words"]) for reply in tia["replies"]] == [
        (90_000, f"{FINE} ^TI"),
        (90_000, CANNED),
    ]
    assert {len(run[name]) for run in (theo, tia) for name in ("heat", "waiting", "late")} == {2}


def test_the_best_replies_stand_side_by_side_the_coaches_word_before_the_score_s(exercise, runs, carla):
    coach = sign_in(carla)
    best = section(read(coach, exercise), "best-title")
    assert "nach der Wertung" in best
    assert FINE in best
    assert "Kundennummer" not in best

    reply = next(each for each in list_replies(list(Run.objects.all())) if each.text == f"{FINE} ^TI")
    give_mark(reply, Wish(STEPS, "So geht das."), coach=carla, saw_findings=False)

    best = section(read(coach, exercise), "best-title")
    assert "100 · von Coaches bewertet" in best
    assert "So geht das." in best


def test_what_two_share_is_named_with_how_many_and_an_example(exercise, tia, theo, carla, now):
    play_class(exercise, [(tia, {"bag-1": ASKS}), (theo, {"bag-1": ASKS})], now)

    shared = section(read(sign_in(carla), exercise), "shared-title")

    assert "Öffentlich nach Daten gefragt" in shared
    assert "2 von 2" in shared
    assert "Wo bleibt der Zug?" in shared


def test_what_is_typed_is_text_and_what_is_erased_is_gone(exercise, tia, theo, carla, now):
    runs = play_class(exercise, [(tia, {"bag-1": HOSTILE}), (theo, {"bag-1": f"{HOSTILE} x"})], now)

    page = read(sign_in(carla), exercise)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    for run, person in zip(runs, (tia, theo), strict=True):
        erase_words(run, actor=person)

    page = read(sign_in(carla), exercise)
    assert "alert(1)" not in page
    assert {reply["words"] for run in minutes_of(page)["runs"] for reply in run["replies"]} == {None}


def test_after_thirty_days_nothing_is_left_and_a_run_under_way_is_not_shown(exercise, runs, carla):
    Run.objects.filter(pk=runs[0].pk).update(ended=False)
    assert len(minutes_of(read(sign_in(carla), exercise))["runs"]) == 1
    Run.objects.filter(pk=runs[1].pk).update(created_at=runs[1].created_at - timedelta(days=31))

    page = read(sign_in(carla), exercise)

    assert "Noch ist kein Lauf zu Ende" in page
    assert minutes_of(page) == {"ends": [], "runs": []}


def test_it_asks_as_often_for_six_runs_as_for_two(exercise, runs, carla, early, now, django_assert_max_num_queries):
    coach = sign_in(carla)
    counts = []
    for names in ((), ("uta", "vera", "willi", "xaver")):
        more = [(make_person(name, cohort=early.name, role="trainee"), {"bag-1": CANNED}) for name in names]
        play_class(exercise, more, now)
        read(coach, exercise)
        with django_assert_max_num_queries(20) as asked:
            read(coach, exercise)
        counts.append(len(asked))

    assert counts[0] == counts[1]
