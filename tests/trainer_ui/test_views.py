"""Pages show what is theirs to whoever asks, and nothing else."""

import json
import re
from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from scenarios.core.timeline import Template
from scenarios.core.vocabulary import PERSONAL_DATA, REASONS
from scenarios.models import Scenario
from simulator.models import Run
from simulator.services import end_run, erase_words, reply
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, start
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db

TEXT = "Hallo! Das tut mir leid. Schicken Sie uns bitte Ihre Kundennummer. ^TI"


def read_pack(page: str) -> dict[str, object]:
    found = re.search(r'<script id="pack" type="application/json">(.*?)</script>', page)
    assert found
    return json.loads(found[1])


def titles_on(page: str) -> list[str]:
    return re.findall(r"<h2><a [^>]*>(.*?)</a></h2>", page)


def test_a_stranger_is_asked_to_sign_in(client: Client):
    assert client.get("/")["Location"] == "/accounts/login/?next=/"


def test_without_scenarios_the_home_page_says_who_brings_them(as_tia: Client):
    assert "Noch gibt es kein Szenario." in as_tia.get("/").content.decode()


def test_everybody_is_offered_what_is_shipped(as_tia: Client, as_sam: Client):
    publish(make_morning())

    assert [titles_on(client.get("/").content.decode()) for client in (as_tia, as_sam)] == [["Welt"], ["Welt"]]


def test_a_scenario_in_two_languages_is_offered_once_with_a_choice(as_tia: Client):
    german = publish(make_morning())
    english = publish(replace(make_morning(), language="en"))

    page = as_tia.get("/").content.decode()

    assert titles_on(page) == ["Welt"]
    assert re.findall(r'href="(/scenarios/\d+/)"', page) == [f"/scenarios/{german.pk}/", f"/scenarios/{english.pk}/"]
    assert "Auf Englisch spielen" in page


def test_easy_scenarios_stand_before_hard_ones_and_before_those_that_nobody_rehearsed(as_tia: Client):
    morning = make_morning()
    for key, difficulty in (("unknown", 0), ("hard", 5), ("easy", 1)):
        title = {"de": key, "en": key}
        publish(replace(morning, key=key, title=title, difficulty=difficulty))

    page = as_tia.get("/").content.decode()

    assert titles_on(page) == ["easy", "hard", "unknown"]
    assert re.findall(r"Schwierigkeit \d von 5", page) == ["Schwierigkeit 1 von 5", "Schwierigkeit 5 von 5"]


def test_the_brief_says_what_a_scenario_teaches(as_tia: Client):
    version = publish(replace(make_morning(), goal={"de": "Zuerst das Dringende.", "en": "First things first."}))

    page = as_tia.get(f"/scenarios/{version.pk}/").content.decode()

    assert "Das wird geübt</strong> Zuerst das Dringende." in page


def test_a_cohort_s_scenario_is_not_there_for_another_cohort(as_tia: Client, as_sam: Client, early):
    version = publish(make_morning())
    Scenario.objects.update(cohort=early)
    path = f"/scenarios/{version.pk}/"

    assert [client.get(path).status_code for client in (as_tia, as_sam)] == [200, 404]
    assert as_sam.post(path).status_code == 404
    assert titles_on(as_sam.get("/").content.decode()) == []


def test_reading_the_brief_starts_nothing_and_going_starts_a_practice_run(as_tia: Client, tia: User):
    path = f"/scenarios/{publish(make_morning()).pk}/"

    as_tia.get(path)
    assert Run.objects.count() == 0

    response = as_tia.post(path)
    run = Run.objects.get()
    assert (run.trainee, run.mode, response["Location"]) == (tia, "practice", f"/runs/{run.pk}/")


def test_the_home_page_brings_one_back_to_a_run_under_way(as_tia: Client, tia: User):
    run = start(tia)

    assert f'href="/runs/{run.pk}/"' in as_tia.get("/").content.decode()


def test_who_has_written_nothing_yet_is_offered_no_comparison(as_tia: Client, tia: User, as_sam: Client, now):
    path = f"/scenarios/{publish(make_morning()).pk}/"
    offers = [b'name="compare"' in as_tia.get(path).content]
    run = play(tia, now, text=TEXT)
    offers += [b'name="compare"' in client.get(path).content for client in (as_tia, as_sam)]
    erase_words(run, actor=tia)

    assert [*offers, b'name="compare"' in as_tia.get(path).content] == [False, True, False, False]
    as_tia.post(path)
    tia.refresh_from_db()
    assert tia.compares_earlier is True


def test_who_unticks_the_comparison_declines_it_for_this_run_and_the_next(as_tia: Client, tia: User, now):
    play(tia, now, text=TEXT)
    path = f"/scenarios/{publish(make_morning()).pk}/"
    checked = 'name="compare" value="1" aria-describedby="compare-why" checked'
    assert checked in as_tia.get(path).content.decode()

    as_tia.post(path, {"asked": "compare"})

    tia.refresh_from_db()
    assert tia.compares_earlier is False
    assert checked not in as_tia.get(path).content.decode()
    as_tia.post(path)
    tia.refresh_from_db()
    assert tia.compares_earlier is False
    as_tia.post(path, {"asked": "compare", "compare": "1"})
    tia.refresh_from_db()
    assert tia.compares_earlier is True


@pytest.mark.parametrize("page", ["", "debrief/"])
def test_somebody_else_s_run_is_not_there(page: str, tia: User, theo: User, carla: User, sam: User, ada: User):
    path = f"/runs/{start(tia).pk}/{page}"

    assert [sign_in(person).get(path).status_code for person in (theo, carla, sam, ada)] == [404, 404, 404, 404]
    assert sign_in(tia).get(path).status_code != 404


def test_the_desk_brings_what_the_page_needs_before_the_first_event(as_tia: Client, tia: User):
    run = start(tia)

    assert read_pack(as_tia.get(f"/runs/{run.pk}/").content.decode()) == {
        "run": run.pk,
        "audience": "trainee",
        "mode": "practice",
        "title": "Welt",
        "language": "de",
        "duration_ms": 600_000,
        "agent": "^TI",
        "help": "alone",
        "actor": f"u{tia.pk}",
        "team": False,
        "hints_path": f"/runs/{run.pk}/hints/",
        "brand": {"name": "Seenbahn", "handle": "@seenbahn", "address": "du", "sign_off": "initials"},
        "channels": {
            "microblog": {
                "name": "Kurznachrichten",
                "kind": "microblog",
                "limit": 280,
                "first_target_ms": 240_000,
                "next_target_ms": 360_000,
            },
            "forum": {
                "name": "Forum",
                "kind": "forum",
                "limit": None,
                "first_target_ms": 480_000,
                "next_target_ms": 480_000,
            },
        },
        "templates": [{"key": "dank", "title": "Dank", "text": "Hallo {name}, danke! {agent}", "own": False}],
        "stage": [],
        "undo": False,
        "guide": [],
        "desks": [],
        "notice": None,
        "articles": [],
        "reasons": {act: list(reasons) for act, reasons in REASONS.items()},
        "record_fields": list(PERSONAL_DATA),
        "way_entries": {"call": ["phone", "mobile"], "mail": ["mail", "email"]},
        "pictures_path": f"/runs/{run.pk}/pictures/",
        "ws_path": "/ws/",
        "drafts_path": f"/runs/{run.pk}/drafts/",
        "settings": {},
        "settings_path": "/own/desk/",
        "home_path": "/",
        "handbook_path": "/handbook/",
        "debrief_path": f"/runs/{run.pk}/debrief/",
        "sign_in": {
            "page": "/accounts/login/",
            "login": "tia",
            "name": "Tia",
            "demo_path": None,
        },
    }


def test_a_run_under_way_has_no_debrief_yet(as_tia: Client, tia: User):
    run = start(tia)

    assert as_tia.get(f"/runs/{run.pk}/debrief/")["Location"] == f"/runs/{run.pk}/"


def test_a_run_that_ran_out_while_nobody_watched_has_one(as_tia: Client, tia: User, now):
    run = start(tia)
    now.advance(600_000)

    assert as_tia.get(f"/runs/{run.pk}/debrief/").status_code == 200


def test_the_debrief_marks_what_was_found_in_the_words(as_tia: Client, tia: User, now):
    page = as_tia.get(f"/runs/{play(tia, now, text=TEXT).pk}/debrief/").content.decode()

    assert re.findall(r'<mark class="found-critical">(.*?)</mark>', page) == ["Kundennummer"]
    assert "Öffentlich nach Daten gefragt" in page
    assert "Das sehen nur Sie." in page


@pytest.mark.parametrize("is_erased", [False, True])
def test_the_debrief_shows_repeated_words_beside_those_they_repeat(as_tia: Client, tia: User, now, is_erased):
    canned = Template(
        "gesucht", "Gesucht", "Hallo {name}, ach je. Ihr Koffer wird jetzt am Schalter für Sie gesucht. {agent}"
    )
    run = start(tia, timeline=replace(make_morning(), templates=(canned,)))
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
    says = "Ihr Koffer wird jetzt am Schalter für Sie gesucht!"
    own = "Das Fundbüro ruft heute Abend noch zurück, versprochen."
    for cmd_id, text in (("1", f"Oh. {says}"), ("2", f"{own} Tschüss!"), ("3", f"So weit. {own}")):
        reply(run.pk, actor=tia, cmd_id=cmd_id, text=text, **asked)
    end_run(run.pk, actor=tia, cmd_id="4")
    if is_erased:
        run.refresh_from_db()
        erase_words(run, actor=tia)

    page = as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()

    twins = re.findall(r'<dt>(?:Hier|Vorher)</dt><dd><q lang="de">(.*?)</q>', page)
    expected = [says, "Ihr Koffer wird jetzt am Schalter für Sie gesucht.", own, own]
    assert twins == ([] if is_erased else expected)


def test_the_debrief_shows_what_nobody_answered(as_tia: Client, tia: User, now):
    page = as_tia.get(f"/runs/{play(tia, now, text=TEXT).pk}/debrief/").content.decode()
    missed = page[page.index('id="missed-title"') : page.index('id="line-title"')]

    assert re.findall(r'<p class="post-text"[^>]*>(.*?)</p>', missed) == ["Wo bleibt der Zug?"]


def test_whoever_asked_again_and_again_stands_once_among_the_unanswered(as_tia: Client, tia: User, now):
    run = start(tia)
    now.advance(150_000)
    end_run(run.pk, actor=tia, cmd_id="1")

    page = as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()
    folds = re.findall(r'<details class="missed.*?</details>', page, flags=re.DOTALL)

    assert [re.findall(r'<p class="post-text"[^>]*>(.*?)</p>', fold) for fold in folds] == [
        ["Mein Rucksack ist weg, Seenbahn!"],
        ["Wo bleibt der Zug?", "Immer noch nichts."],
        ["Hier auch nicht."],
    ]
    assert ["und hat noch einmal nachgefragt" in fold for fold in folds] == [False, True, False]


def test_a_run_without_a_single_reply_has_a_debrief_too(as_tia: Client, tia: User, now):
    run = start(tia)
    end_run(run.pk, actor=tia, cmd_id="1")

    assert "Sie haben in diesem Lauf nicht geantwortet." in as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()


def test_words_reach_the_page_as_words(as_tia: Client, tia: User, now):
    page = as_tia.get(f"/runs/{play(tia, now, text='<script>alert(1)</script> & so').pk}/debrief/").content.decode()

    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_home_page_asks_as_often_for_three_runs_as_for_one(
    count: int, as_tia: Client, tia: User, now, django_assert_num_queries
):
    for _ in range(count):
        start(tia)
        as_tia.get(f"/runs/{play(tia, now, text=TEXT).pk}/debrief/")

    with django_assert_num_queries(11) as asked:
        as_tia.get("/")

    assert [query["sql"] for query in asked if "timeline_json" in query["sql"] or "source" in query["sql"]] == []
    cards = [query["sql"] for query in asked if "scoring_scorecard" in query["sql"]]
    assert [sql for sql in cards if "json" not in sql.lower()] == []  # only figures of them


def test_the_language_is_the_person_s_and_stays(as_tia: Client, tia: User):
    assert '<html lang="de">' in as_tia.get("/").content.decode()

    response = as_tia.post("/i18n/", {"language": "en", "next": "/runs/1/"})

    assert response["Location"] == "/runs/1/"
    assert '<html lang="en">' in sign_in(User.objects.get(pk=tia.pk)).get("/").content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_language_switch_leads_nowhere_else(client: Client, target: str):
    assert client.post("/i18n/", {"language": "en", "next": target})["Location"] == "/"


def test_a_language_there_is_not_changes_nothing(as_tia: Client, tia: User):
    as_tia.post("/i18n/", {"language": "xx"})

    tia.refresh_from_db()
    assert tia.language == "de"


def test_what_is_not_there_is_said_in_the_person_s_language(as_tia: Client):
    response = as_tia.get("/runs/999/")

    assert (response.status_code, "Hier ist nichts" in response.content.decode()) == (404, True)


def test_what_is_not_allowed_is_said_in_the_person_s_language(as_tia: Client):
    response = as_tia.get("/accounts/reauthenticate/")

    assert (response.status_code, "Das geht hier nicht" in response.content.decode()) == (403, True)


def test_a_form_that_was_left_open_too_long_says_what_to_do():
    client = Client(enforce_csrf_checks=True, headers={"Accept-Language": "de"})

    response = client.post("/accounts/login/", {"login": "tia"})

    page = response.content.decode()
    assert (response.status_code, "Bitte noch einmal" in page, "<form" in page) == (403, True, False)
