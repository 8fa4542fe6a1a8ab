"""Hints at the edge: in words, for the trainee alone; how a run is begun with help; what the debrief shows of it."""

import re

import pytest

from scoring.services import settle
from simulator import queries, services
from simulator.models import Run
from tests.simulator.services.acts import log_of
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, start
from tests.trainer_ui.conftest import sign_in
from trainer_ui import hint_views
from trainer_ui.helping import suggest_help

pytestmark = pytest.mark.django_db
ASKS = "Hallo Jana 👩‍👩‍👧, schick uns bitte deine Kundennummer. ^TI"


@pytest.fixture(autouse=True)
def fresh_allowance():
    hint_views.find_allowance.cache_clear()


def begin(tia, now, help_stage: str = "hints") -> Run:
    run = services.start_run(trainee=tia, version=publish(make_morning()), seed=7, help_stage=help_stage)
    now.advance(20_000)
    services.catch_up(run.pk)
    return run


def ask(client, run: Run, text: str = ASKS, cmd_id: str = "a", **more):
    asked = {"cmd_id": cmd_id, "thread": "bag", "post": "bag-1", "visibility": "public", "text": text, "seen_seq": 2}
    return client.post(f"/runs/{run.pk}/hints/", {**asked, **more}, content_type="application/json")


def test_a_hint_names_what_is_wrong_where_and_what_to_do(tia, now):
    answer = ask(sign_in(tia), begin(tia, now)).json()

    found = next(each for each in answer["findings"] if each["words"] == ["Kundennummer"])
    assert (found["criterion"], found["is_critical"]) == ("Datenschutz", True)
    assert found["title"]
    assert found["advice"]
    assert answer["good"]


def test_words_used_before_are_named_by_when_they_were_sent(tia, now):
    run = begin(tia, now)
    text = "Hallo Jana, wir haben deinen Rucksack leider noch nicht gefunden und suchen weiter danach. ^TI"
    services.reply(
        run.pk, actor=tia, cmd_id="r", thread="bag", post="bag-1", visibility="public", text=text, seen_seq=2
    )

    answer = ask(sign_in(tia), run, text=text).json()

    [repeated] = [each for each in answer["findings"] if "Antwort von 0:20" in each["why"]]
    assert repeated["criterion"] == "Eigene Worte"


def test_nobody_else_asks_and_too_often_is_too_often(tia, theo, carla, now):
    run = begin(tia, now)

    assert [ask(sign_in(one), run).status_code for one in (theo, carla)] == [404, 404]
    client = sign_in(tia)
    codes = [ask(client, run, cmd_id=f"c{nth}").status_code for nth in range(6)]
    assert codes == [200] * 5 + [429]


@pytest.mark.parametrize(
    ("help_stage", "asked", "status"),
    [
        ("alone", {}, 403),
        ("hints", {"thread": 7}, 400),
        ("hints", {"surplus": "x"}, 400),
        ("hints", {"post": "nobody"}, 400),
        ("hints", {"text": "a" * 70_000}, 413),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(tia, now, help_stage, asked, status):
    answer = ask(sign_in(tia), begin(tia, now, help_stage), **asked)

    assert answer.status_code == status
    assert answer.json()["message"]


@pytest.mark.parametrize(
    ("asked", "begun"), [("guided", "guided"), ("hints", "hints"), ("alone", None), ("much", None)]
)
def test_a_run_begins_with_the_help_that_was_chosen(tia, asked, begun):
    version = publish(make_morning())

    sign_in(tia).post(f"/scenarios/{version.pk}/", {"help": asked})

    assert queries.read_log(Run.objects.get().pk)[0].data.get("help") == begun


def test_the_page_suggests_less_help_the_more_runs_were_played(tia):
    suggested = []
    for _ in range(7):
        suggested.append(suggest_help(tia))
        services.end_run(start(tia).pk, actor=tia, cmd_id="end")
    page = sign_in(tia).get(f"/scenarios/{publish(make_morning()).pk}/").content.decode()

    assert suggested == ["guided"] * 2 + ["hints"] * 4 + ["alone"]
    assert re.findall(r'name="help" value="(\w+)" checked', page) == ["alone"]


def test_the_debrief_shows_where_a_hint_was_asked_and_with_what_help_it_was_played(tia, now):
    run = begin(tia, now)
    ask(sign_in(tia), run)
    services.end_run(run.pk, actor=tia, cmd_id="end")
    settle(Run.objects.get(pk=run.pk))

    page = sign_in(tia).get(f"/runs/{run.pk}/debrief/").content.decode()

    assert "mit Hilfe: Hinweise auf Wunsch" in page
    assert "Hinweis angefordert: Ton, Datenschutz" in page
    assert log_of(run, "HintAsked")[0].words is None
