"""A link shows a practice run to whoever has it: what was chosen and no more, until it is over, revoked or gone."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from people.models import User
from scenarios.models import Scenario
from simulator.models import Run, ShareLink
from simulator.services import create_link, erase_words
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import ASKS, play, sign_in
from trainer_ui import guessing

pytestmark = pytest.mark.django_db
DAY_MS = 86_400_000
NAME = "Tia Berger"
ASKED = "Hallo Mara, das ist ärgerlich."


@pytest.fixture(autouse=True)
def _nobody_has_guessed():
    cache.clear()


@pytest.fixture
def run(tia: User, now: FixedClock) -> Run:
    tia.first_name, tia.last_name = NAME.split()
    tia.save()
    return play(tia, now, text=ASKS)


def make(tia: User, run: Run, **chosen: str) -> str:
    """The path of a new link, as the page tells it."""
    page = sign_in(tia).post(f"/runs/{run.pk}/links/", {"days": "30", **chosen}).content.decode()
    return re.search(r'value="http://testserver(/shared/[A-Za-z0-9_-]{43}/)"', page)[1]


def read(path: str) -> str:
    """What somebody without an account gets."""
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_link_shows_the_score_and_nothing_else_unless_it_was_chosen(tia: User, run: Run):
    page = read(make(tia, run))

    assert 'class="score-big numbers"' in page
    assert [word for word in (ASKED, "Kundennummer", NAME, "Mara", "^T") if word in page] == []


@pytest.mark.parametrize(
    ("chosen", "shown"), [("with_replies", (True, False)), ("with_name", (False, True))], ids=["replies", "name"]
)
def test_each_choice_shows_what_it_says(chosen: str, shown: tuple[bool, bool], tia: User, run: Run):
    page = read(make(tia, run, **{chosen: "1"}))

    assert (ASKED in re.sub("<[^>]+>", "", page), NAME in page) == shown


def test_the_page_leads_nowhere_that_needs_an_account_and_sets_no_cookie(tia: User, run: Run):
    path = make(tia, run, with_replies="1", with_name="1")
    client = Client()

    page = client.get(path).content.decode()

    assert [link for link in re.findall(r'(?:href|src|action)="([^"]*)"', page) if "/runs/" in link] == []
    assert ("<form" in page, "Diesen Augenblick" in page, dict(client.cookies)) == (False, False, {})


def test_no_cache_keeps_it_no_search_engine_lists_it_no_other_page_learns_of_it(tia: User, run: Run):
    response = Client().get(make(tia, run))

    assert (response["Cache-Control"], response["X-Robots-Tag"], response["Referrer-Policy"]) == (
        "private, no-store",
        "noindex, nofollow, noarchive",
        "no-referrer",
    )


@pytest.mark.parametrize(("language", "words"), [("de", "Auswertung"), ("en", "Debrief"), ("xx", "Auswertung")])
def test_it_speaks_the_language_that_is_asked_for(language: str, words: str, tia: User, run: Run):
    response = Client().get(f"{make(tia, run)}?language={language}", headers={"Accept-Language": "de"})

    assert f"<h1>{words}:" in response.content.decode()
    assert response["Content-Language"] == ("en" if language == "en" else "de")


def test_the_address_is_told_once_and_the_database_cannot_tell_it(tia: User, run: Run):
    token = make(tia, run).split("/")[2]

    [link] = ShareLink.objects.values()

    assert token not in str(link)
    assert token not in sign_in(tia).get(f"/runs/{run.pk}/links/").content.decode()
    assert make(tia, run) != make(tia, run)


def test_a_link_ends_when_it_was_said_to(tia: User, run: Run, now: FixedClock):
    path = make(tia, run, days="7")
    now.jump(7 * DAY_MS - 1)
    read(path)

    now.jump(1)

    assert Client().get(path).status_code == 404
    assert "Keine." in sign_in(tia).get(f"/runs/{run.pk}/links/").content.decode()


def test_revoking_ends_this_link_and_no_other(tia: User, run: Run):
    gone, kept = make(tia, run), make(tia, run)
    first = ShareLink.objects.earliest("pk")

    page = sign_in(tia).post(f"/runs/{run.pk}/links/{first.pk}/revoke/", follow=True).content.decode()

    assert "Der Link ist widerrufen." in page
    assert Client().get(gone).status_code == 404
    read(kept)


def test_links_go_with_the_run(tia: User, run: Run):
    path = make(tia, run)

    sign_in(tia).post(f"/runs/{run.pk}/delete/")

    assert (Client().get(path).status_code, ShareLink.objects.count()) == (404, 0)


def test_links_go_when_the_words_are_erased(tia: User, run: Run):
    path = make(tia, run, with_replies="1")

    erase_words(run, actor=tia)

    assert (Client().get(path).status_code, ShareLink.objects.count()) == (404, 0)


def test_links_of_a_closed_account_lead_nowhere(tia: User, run: Run):
    path = make(tia, run)

    User.objects.filter(pk=tia.pk).update(is_active=False)

    assert Client().get(path).status_code == 404


def test_nobody_else_makes_sees_or_revokes_one(
    tia: User, theo: User, carla: User, milan: User, ada: User, sam: User, run: Run
):
    path = make(tia, run)
    link = ShareLink.objects.get()
    pages = [f"/runs/{run.pk}/links/", f"/runs/{run.pk}/links/{link.pk}/revoke/"]

    for other in (theo, carla, milan, ada, sam):
        client = sign_in(other)
        assert client.get(pages[0]).status_code == 404
        assert [client.post(page, {"days": "30"}).status_code for page in pages] == [404, 404]
    assert Client().post(pages[0], {"days": "30"})["Location"].startswith("/accounts/login/")
    assert ShareLink.objects.count() == 1
    read(path)


def test_another_ones_link_is_not_revoked_through_a_run_of_ones_own(tia: User, theo: User, run: Run, now: FixedClock):
    path = make(tia, run)
    own = play(theo, now, text="Hallo Mara.")

    sign_in(theo).post(f"/runs/{own.pk}/links/{ShareLink.objects.get().pk}/revoke/")

    read(path)


@pytest.mark.parametrize("mode", ["class", "certification"])
def test_only_practice_is_shared(mode: str, tia: User, carla: User, run: Run):
    path = make(tia, run)
    Run.objects.update(mode=mode)

    assert Client().get(path).status_code == 404
    assert [sign_in(each).get(f"/runs/{run.pk}/links/").status_code for each in (tia, carla)] == [404, 404]


def test_a_run_under_way_is_not_shared(tia: User):
    assert sign_in(tia).get(f"/runs/{start(tia).pk}/links/").status_code == 404


@pytest.mark.parametrize("days", ["", "x", "0", "9999"])
def test_a_link_is_good_for_one_of_the_times_that_are_offered(days: str, tia: User, run: Run):
    assert sign_in(tia).post(f"/runs/{run.pk}/links/", {"days": days}).status_code == 404
    assert ShareLink.objects.count() == 0


def test_replies_of_a_houses_own_scenario_are_never_shown(tia: User, run: Run):
    Scenario.objects.update(cohort=tia.memberships.get().cohort)

    client = sign_in(tia)

    assert 'name="with_replies"' not in client.get(f"/runs/{run.pk}/links/").content.decode()
    assert client.post(f"/runs/{run.pk}/links/", {"days": "30", "with_replies": "1"}).status_code == 404
    read(make(tia, run))


def test_wrong_addresses_are_not_there_and_whoever_tries_many_has_to_wait(tia: User, run: Run, monkeypatch):
    monkeypatch.setattr(guessing, "MISSES", 3)
    path = make(tia, run)
    client = Client()

    answers = [client.get(f"/shared/{number:043d}/") for number in range(5)]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 429, 429]
    assert answers[-1]["Retry-After"] == "60"
    # Whoever has a right one is not kept waiting, even at the same place.
    assert client.get(path).status_code == 200


def test_misses_are_forgotten_when_the_minute_is_over(monkeypatch):
    monkeypatch.setattr(guessing, "MISSES", 0)
    client = Client()
    monkeypatch.setattr(guessing.time, "time", lambda: 60.0)
    assert [client.get(f"/shared/{0:043d}/").status_code for _ in range(2)] == [404, 429]

    monkeypatch.setattr(guessing.time, "time", lambda: 120.0)

    assert client.get(f"/shared/{0:043d}/").status_code == 404


def test_a_link_is_256_random_bits(tia: User, run: Run):
    tokens = {create_link(run, actor=tia, days=30) for _ in range(50)}

    assert ({len(token) for token in tokens}, len(tokens)) == ({43}, 50)
