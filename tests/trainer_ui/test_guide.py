"""The run that teaches the desk: offered first to who is new, put off for good by "not now", and counted nowhere."""

from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from scenarios.core.timeline import Step, Timeline
from simulator.models import Run
from simulator.services import Refused, start_run
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
COLD = "Da haben Sie Pech gehabt."
OFFER = 'id="welcome-title"'


def make_guided() -> Timeline:
    steps = (
        Step({"de": "Öffnen Sie ihn.", "en": "Open it."}, "opened", "bag-1", "queue", ("next",)),
        Step({"de": "Beenden Sie den Lauf.", "en": "End the run."}, "ended"),
    )
    return replace(make_morning(), key="guided", title={"de": "Rundgang", "en": "Tour"}, guide=steps)


def home_of(client: Client) -> str:
    return client.get("/").content.decode()


def read_pack(client: Client, run: Run) -> list[dict[str, object]]:
    guide: list[dict[str, object]] = client.get(f"/runs/{run.pk}/").context["pack"]["guide"]
    return guide


def test_who_is_new_is_offered_it_before_anything_else(as_tia: Client):
    version = publish(make_guided())
    publish(replace(make_morning(), key="other"))
    page = home_of(as_tia)

    assert page.index(OFFER) < page.index(f'href="/scenarios/{version.pk}/"') < page.index('id="offers-title"')
    assert page.count(f'href="/scenarios/{version.pk}/"') == 1


def test_without_such_a_run_nothing_is_offered(as_tia: Client):
    publish(make_morning())

    assert OFFER not in home_of(as_tia)


def test_not_now_is_remembered_and_the_run_can_still_be_found(as_tia: Client, tia: User, theo: User):
    version = publish(make_guided())
    answer = as_tia.post("/guide/not-now/")

    assert answer["Location"] == "/"
    assert OFFER not in home_of(as_tia)
    assert OFFER not in home_of(sign_in(User.objects.get(pk=tia.pk)))
    assert f'href="/scenarios/{version.pk}/"' in home_of(as_tia)
    assert OFFER in home_of(sign_in(theo))


def test_not_now_is_said_by_a_form_only(as_tia: Client):
    publish(make_guided())

    assert as_tia.get("/guide/not-now/").status_code == 405
    assert OFFER in home_of(as_tia)


def test_who_is_in_it_or_has_played_is_not_new_any_more(as_tia: Client, tia: User, now):
    version = publish(make_guided())
    start_run(trainee=tia, version=version)

    assert OFFER not in home_of(as_tia)


def test_the_desk_gets_the_steps_in_the_language_of_the_page(as_tia: Client, tia: User):
    run = start_run(trainee=tia, version=publish(make_guided()))
    first = {"text": "Öffnen Sie ihn.", "until": "opened", "post": "bag-1", "place": "queue", "keys": ["next"]}

    assert read_pack(as_tia, run)[0] == first
    as_tia.post("/i18n/", {"language": "en"})
    assert read_pack(as_tia, run)[0] == {**first, "text": "Open it."}


def test_a_moment_that_is_tried_again_is_no_lesson_any_more(as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD, timeline=make_guided())
    reply = run.events.get(kind="ReplySent")
    asked = run.events.get(kind="PostAppeared", data__contains="bag-1")
    address = as_tia.post(f"/runs/{run.pk}/debrief/again/", {"seq": reply.seq, "asked": asked.seq})["Location"]

    assert as_tia.get(address).context["pack"]["guide"] == []


def test_it_says_nothing_about_anybodys_weakness(as_tia: Client, tia: User, now):
    """What the same words make of another run is the sabotage twin."""
    guided = play(tia, now, text=COLD, timeline=make_guided())
    shown = as_tia.get(f"/runs/{guided.pk}/debrief/").content.decode()

    assert "Er zählt nirgends mit." in shown
    assert 'id="next-title"' not in shown
    assert "Noch nichts." in as_tia.get("/progress/").content.decode()

    other = play(tia, now, text=COLD)
    assert 'id="next-title"' in as_tia.get(f"/runs/{other.pk}/debrief/").content.decode()


def test_what_is_written_in_it_was_not_written_before(tia: User, now):
    play(tia, now, text=COLD, timeline=make_guided())
    after_guide = start_run(trainee=tia, version=publish(make_morning()))
    play(tia, now, text=COLD)
    after_practice = start_run(trainee=tia, version=publish(make_morning()))

    told = ['"fingerprints":[]' in run.events.get(seq=1).data for run in (after_guide, after_practice)]
    assert told == [True, False]


def test_it_certifies_nobody(tia: User, early):
    with pytest.raises(Refused, match="guided"):
        start_run(trainee=tia, version=publish(make_guided()), mode="certification", cohort=early)
