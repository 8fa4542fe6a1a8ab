"""The editor's pages and what it asks while somebody writes."""

import json

import pytest
from django.test import Client

from people.models import Cohort, User
from scenarios.core.outline import outline_of
from scenarios.models import Draft
from scenarios.services import publish
from scenarios.services.draft_publishing import publish_draft
from scenarios.services.drafts import begin_draft, save_draft
from scenarios.services.profiles import begin_profile
from simulator.models import Run
from tests.scenarios.core.house.test_dressing import HOUSE
from tests.scenarios.samples import BRAND, BRAND_FILE, FILE, SCENARIO
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
LINE = ("check", "save", "pen", "aside", "restore", "play", "rehearse", "stop", "publish")


@pytest.fixture
def draft(early: Cohort, carla: User) -> Draft:
    return begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)


@pytest.fixture
def as_carla(carla: User) -> Client:
    return sign_in(carla)


def ask(client: Client, draft: Draft, name: str, **sent) -> tuple[int, dict]:
    answer = client.post(f"/editor/{draft.pk}/{name}/", json.dumps(sent), content_type="application/json")
    return answer.status_code, answer.json()


def test_only_coaches_of_the_cohort_find_any_of_it(draft, carla, cem, tia, milan, ada, client):
    paths = [f"/editor/{draft.pk}/{part}" for part in ("", "delete/", "history/", "state/")]
    asks = [f"/editor/{draft.pk}/{name}/" for name in LINE]

    for person in (cem, tia, milan, ada):
        theirs = sign_in(person)
        assert [theirs.get(path).status_code for path in paths] == [404] * 4
        assert [theirs.post(path, "{}", content_type="application/json").status_code for path in asks] == [404] * len(
            LINE
        )
    assert {each.username: sign_in(each).get("/editor/").status_code for each in (carla, cem, tia, milan, ada)} == {
        "carla": 200, "cem": 200, "tia": 404, "milan": 404, "ada": 404,
    }  # fmt: skip
    assert [sign_in(carla).get(path).status_code for path in paths] == [200] * 4
    assert client.get(paths[0]).status_code == 302


def test_a_scenario_is_begun_and_copied_from_the_list(as_carla, early):
    version = publish(SCENARIO.encode(), file=FILE, brands=lambda _: (BRAND_FILE, BRAND))

    begun = as_carla.post("/editor/new/", {"blank": "1", "version": version.pk})
    copied = as_carla.post("/editor/new/", {"version": version.pk})

    new, copy = Draft.objects.order_by("pk")
    assert [begun.url, copied.url] == [f"/editor/{new.pk}/", f"/editor/{copy.pk}/"]
    assert (new.key, copy.key, copy.brand_source) == ("neues-szenario", "quiet-morning", BRAND)
    assert as_carla.post("/editor/new/", {"version": "x"}).status_code == 404
    page = as_carla.get("/editor/").content.decode()
    assert page.count("Neues Szenario") == 2  # its name, and how to delete it


def test_a_scenario_is_begun_in_ones_own_house_which_stands_first(as_carla, early, carla, cem):
    publish(SCENARIO.encode(), file=FILE, brands=lambda _: (BRAND_FILE, BRAND))
    house = begin_profile(cohort=early, by=carla, text=HOUSE).profile
    page = as_carla.get("/editor/").content.decode()
    options = page[page.index('id="new-brand"') :]

    assert options.index(f'value="profile-{house.pk}">Kiesel (de), Hausprofil') < options.index("Seenbahn")
    begun = as_carla.post("/editor/new/", {"blank": "1", "version": f"profile-{house.pk}"})
    draft = Draft.objects.get()
    assert (begun.url, draft.cohort, draft.brand_source) == (f"/editor/{draft.pk}/", early, HOUSE)
    assert "deine Nachricht" in draft.text  # the house says du
    asked = {"blank": "1", "version": f"profile-{house.pk}"}
    assert sign_in(cem).post("/editor/new/", asked).status_code == 404
    assert as_carla.post("/editor/new/", {**asked, "version": "profile-x"}).status_code == 404


def test_the_list_of_versions_is_read_in_as_many_queries_for_three_as_for_one(
    as_carla, early, carla, draft, django_assert_max_num_queries
):
    counts = []
    for number in (1, 2, 3):
        text = f"{SCENARIO}# {number}\n".replace("duration: 10:00", f"duration: {10 + number}:00")
        saved = save_draft(draft.pk, actor=carla, text=text, base=Draft.objects.get().edition)
        publish_draft(draft.pk, actor=carla, edition=saved.edition)
        with django_assert_max_num_queries(30) as asked:
            said = as_carla.get(f"/editor/{draft.pk}/state/").json()
        assert [each["number"] for each in said["versions"]] == [*range(number, 0, -1)]
        counts.append(len(asked))

    assert counts == [counts[0]] * 3


def test_a_check_tells_every_problem_with_its_place_and_an_outline(as_carla, draft):
    text = SCENARIO.replace("role: customer", "role: costumer").replace("weiter, @{brand}!", "weiter, @{marke}!")

    status, said = ask(as_carla, draft, "check", text=text)

    lines = text.split("\n")
    rests = {
        each["code"]: lines[each["line"] - 1].encode("utf-16-le")[2 * (each["column"] - 1) :].decode("utf-16-le")
        for each in said["problems"]
        if each["severity"] == "error"
    }
    assert status == 200
    assert rests == {"not-a-choice": "costumer, reach: 140, temper: 3, gender: f}", "unknown-variable": "{marke}!"}
    assert said["outline"] == json.loads(json.dumps(outline_of(text)))


def test_a_sound_text_has_no_problem_and_is_not_saved_by_a_check(as_carla, draft):
    status, said = ask(as_carla, draft, "check", text=SCENARIO)

    assert (status, [each for each in said["problems"] if each["severity"] == "error"]) == (200, [])
    draft.refresh_from_db()
    assert draft.edition == 1


def test_a_quick_check_says_the_same_but_for_models_and_outline(as_carla, draft):
    text = SCENARIO.replace("role: customer", "role: costumer")

    quick, full = (ask(as_carla, draft, "check", text=text, quick=quick)[1] for quick in (True, False))

    assert quick == {"problems": full["problems"]}
    assert quick["problems"]


def test_saving_says_the_edition_and_a_conflict_what_stands_there(as_carla, draft):
    first = ask(as_carla, draft, "save", text="key: eins", base=1)
    second = ask(as_carla, draft, "save", text="key: zwei", base=1)

    assert (first[0], first[1]["edition"], first[1]["mine"]) == (200, 2, True)
    assert (second[0], second[1]["code"], second[1]["text"], second[1]["edition"]) == (409, "conflict", "key: eins", 2)
    assert second[1]["message"] == "Inzwischen hat jemand diesen Entwurf gespeichert."


def test_the_pen_is_told_of_by_name_and_a_newer_text_with_it(as_carla, draft, early, cem):
    second = sign_in(cem)
    early.memberships.create(user=cem, role="coach")
    ask(as_carla, draft, "save", text="key: eins", base=1)

    looked, taken = (ask(second, draft, "pen", want=want, base=1) for want in ("look", "take"))
    ask(as_carla, draft, "pen", want="release", base=2)
    status, mine = ask(second, draft, "pen", want="take", base=2)

    assert (looked[0], looked[1]["holder"], looked[1]["mine"], looked[1]["text"]) == (200, "Carla", False, "key: eins")
    assert (taken[0], taken[1]["message"]) == (409, "Carla schreibt gerade.")
    assert (status, mine["holder"], mine["mine"], "text" in mine) == (200, "Cem", True, False)


@pytest.mark.parametrize(
    "body",
    ["", "[]", '{"text": 1}', '{"text": "x"}', '{"text": "x", "base": -1}', '{"text": "x", "base": 1, "more": 1}'],
)
def test_what_is_no_message_is_refused(as_carla, draft, body):
    answer = as_carla.post(f"/editor/{draft.pk}/save/", body, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (400, "bad_text")


def test_deleting_asks_first(as_carla, draft):
    asked = as_carla.get(f"/editor/{draft.pk}/delete/")
    done = as_carla.post(f"/editor/{draft.pk}/delete/")

    assert (asked.status_code, done.url, Draft.objects.count()) == (200, "/editor/", 0)


def test_hostile_words_stay_text(as_carla, draft):
    draft.title = draft.key = "</script><script>alert(1)</script>"
    draft.text = draft.title
    draft.save()

    for path in ("/editor/", f"/editor/{draft.pk}/", f"/editor/{draft.pk}/delete/"):
        assert "<script>alert" not in as_carla.get(path).content.decode()


def test_the_history_compares_and_restores(as_carla, draft):
    begun = draft.text
    ask(as_carla, draft, "save", text=begun + "# more\n", base=1)

    listed = as_carla.get(f"/editor/{draft.pk}/history/").json()["revisions"]
    now = as_carla.get(f"/editor/{draft.pk}/history/1/?to=now").json()["lines"]
    status, restored = ask(as_carla, draft, "restore", number=1, base=2)

    assert [(each["number"], each["said"], each["by"], each["removed"]) for each in listed] == [
        (1, "begonnen", "Carla", 0)
    ]
    assert [(each["kind"], each["text"]) for each in now if each["kind"] != "same"][-1] == ("added", "# more")
    assert (status, restored["edition"], restored["text"]) == (200, 3, begun)
    assert as_carla.get(f"/editor/{draft.pk}/history/9/").status_code == 404
    assert ask(as_carla, draft, "restore", number=9, base=3)[1]["code"] == "unknown_revision"


def test_what_a_robot_plays_opens_on_a_time_line_at_the_cursors_place(as_carla, draft, carla, cem):
    status, said = ask(as_carla, draft, "play", text=SCENARIO, at_ms=30_000, speed=1_000, by_robot=True)

    run = Run.objects.get(trainee=carla)
    place = f"/runs/{run.pk}/debrief/replay/"
    assert (status, said, run.ended) == (200, {"desk": f"{place}#t=30000"}, True)
    assert as_carla.get(place).status_code == 200
    assert '"has_tried": false' in as_carla.get(f"/editor/{draft.pk}/").content.decode()
    stranger = Client()
    stranger.force_login(cem)
    assert stranger.get(place).status_code == 404


def test_play_opens_a_desk_of_the_text_as_it_stands(as_carla, draft, carla):
    status, said = ask(as_carla, draft, "play", text=SCENARIO, at_ms=30_000, speed=2_000)
    refused = ask(as_carla, draft, "play", text="format: 1", at_ms=0, speed=1_000)

    run = Run.objects.get(trainee=carla)
    assert (status, said) == (200, {"desk": f"/runs/{run.pk}/"})
    assert as_carla.get(f"/runs/{run.pk}/").status_code == 200
    assert (refused[0], refused[1]["message"]) == (
        400,
        "Es gibt Fehler. Beheben Sie sie zuerst; sie stehen unter dem Text.",
    )
    assert "Still under way" not in as_carla.get("/").content.decode()
    assert b"running-title" not in as_carla.get("/").content


def test_publishing_follows_the_gates(as_carla, draft):
    ask(as_carla, draft, "save", text=SCENARIO, base=1)

    certified = ask(as_carla, draft, "publish", edition=2, note="", certification=True)
    status, published = ask(as_carla, draft, "publish", edition=2, note="Neu", certification=False)
    state = as_carla.get(f"/editor/{draft.pk}/state/").json()

    assert (certified[0], certified[1]["code"]) == (409, "not_rehearsed")
    assert (status, published["published"]) == (200, 1)
    assert [(each["number"], each["note"], each["certifies"]) for each in state["versions"]] == [(1, "Neu", False)]
    assert state["rehearsal"] is None


def test_a_text_with_errors_is_neither_rehearsed_nor_published(as_carla, draft):
    ask(as_carla, draft, "save", text="format: 1", base=1)

    refused = [
        ask(as_carla, draft, "rehearse", edition=2),
        ask(as_carla, draft, "publish", edition=2, note="", certification=False),
    ]

    assert [(status, said["code"]) for status, said in refused] == [(400, "not_publishable")] * 2
