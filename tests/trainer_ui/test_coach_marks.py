"""A coach's mark has its place below the reply it is about; without one there is no place."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client

from people.models import User
from scoring.core.overriding import recount
from scoring.queries.replies import list_replies
from scoring.services import settle, settle_twins
from scoring.services.marking import Wish, give_mark
from simulator.models import Run
from tests.scoring.classes import ASKS as ASKS_DATA
from tests.scoring.classes import play_class, set_class
from tests.trainer_ui.conftest import ASKS, sign_in
from trainer_ui import debrief_views, debriefs
from trainer_ui.played import PlayedRun
from trainer_ui.shown import CoachMark, GivenStep, MarginWords

pytestmark = pytest.mark.django_db
MARK = CoachMark(
    "Carla",
    datetime(2026, 11, 22, tzinfo=UTC),
    [GivenStep("Ton", 4, "zugewandt")],
    "Freundlich <b>und</b> falsch.",
    [MarginWords("Hallo", "<i>gut</i>")],
)
PLACE = "coach-mark"


def reply_page(client: Client, run: Run) -> str:
    seq = run.events.get(kind="ReplySent").seq
    return client.get(f"/runs/{run.pk}/debrief/replies/{seq}/").content.decode()


def test_without_a_mark_there_is_no_place_for_one(as_tia: Client, asked: Run):
    assert PLACE not in reply_page(as_tia, asked)
    assert PLACE not in as_tia.get(f"/runs/{asked.pk}/debrief/").content.decode()


def test_a_mark_stands_below_the_reply_it_is_about_and_its_words_are_text(
    as_tia: Client, tia: User, asked: Run, monkeypatch
):
    seq = asked.events.get(kind="ReplySent").seq

    def read_marked(*run: object) -> PlayedRun:
        return replace(debriefs.read_played(*run), coach_marks={seq: [MARK]})

    monkeypatch.setattr(debrief_views, "read_played", read_marked)

    page = reply_page(as_tia, asked)

    assert page.count(PLACE) == 1
    mark = page[page.index(PLACE) :]
    mark = mark[: mark.index("</figure>")]
    assert page.index("Kundennummer") < page.index(PLACE)
    assert "Bewertet von Carla" in mark
    assert "Freundlich &lt;b&gt;und&lt;/b&gt; falsch." in mark
    assert '<dt>Ton</dt><dd><strong class="numbers">4 von 5</strong> <span class="soft">zugewandt</span>' in mark
    assert '<q lang="de" dir="auto">Hallo</q> <span dir="auto">&lt;i&gt;gut&lt;/i&gt;</span>' in mark
    assert ASKS not in mark


@pytest.fixture
def reply(tia, carla, early, now):
    """Tia's reply in a class, which asks for data in public."""
    [sent] = list_replies(play_class(set_class(carla, early, now), [(tia, {"bag-1": ASKS_DATA})], now))
    return sent


def give(reply, coach, *, verdict):
    [asked] = reply.critical
    steps = {"tone": 4, "individuality": 0, "spelling": 5, "overall": 3}
    wish = Wish(steps, "Knapp <b>daneben</b>.", [(0, 5, "Schön.")], {asked: (verdict, "Sie fragte <i>privat</i>.")})
    return give_mark(reply, wish, coach=coach, saw_findings=True)


def test_the_trainee_reads_the_mark_the_notes_and_what_was_decided(as_tia, reply, carla):
    give(reply, carla, verdict="lifted")

    page = as_tia.get(f"/runs/{reply.run.pk}/debrief/").content.decode()

    mark = page[page.index(PLACE) :]
    mark = mark[: mark.index("</figure>")]
    assert "Bewertet von Carla" in mark
    assert "Knapp &lt;b&gt;daneben&lt;/b&gt;." in mark
    assert '<q lang="de" dir="auto">Hallo</q> <span dir="auto">Schön.</span>' in mark
    assert '<dt>Ton</dt><dd><strong class="numbers">4 von 5</strong>' in mark
    assert '<dt>Eigene Worte</dt><dd><span class="soft">nicht zu beurteilen</span>' in mark
    assert (
        'Carla sagt: Dieser Befund ist falsch.</strong> <span dir="auto">Sie fragte &lt;i&gt;privat&lt;/i&gt;.' in page
    )


def test_beside_the_score_stands_what_it_would_be_without_what_was_lifted(as_tia, reply, carla):
    def read() -> tuple[str, bool]:
        page = as_tia.get(f"/runs/{reply.run.pk}/debrief/").content.decode()
        return page[page.index('class="score-big') :][:60], "Ohne das, was Ihr Coach aufgehoben hat" in page

    before = read()
    give(reply, carla, verdict="confirmed")
    confirmed = read()
    give(reply, carla, verdict="lifted")

    assert (before[1], confirmed[1]) == (False, False)
    assert read() == (before[0], True)
    assert settle(reply.run).revision == 0


def test_a_manager_reads_it_in_a_certification_and_nobody_of_another_cohort_does(reply, carla, milan, cem):
    give(reply, carla, verdict="confirmed")
    Run.objects.filter(pk=reply.run.pk).update(mode="certification")
    address = f"/runs/{reply.run.pk}/debrief/"

    assert "Carla hat ihn bestätigt." in sign_in(milan).get(address).content.decode()
    assert sign_in(cem).get(address).status_code == 404


def test_the_pdf_has_the_mark(as_tia, reply, carla):
    give(reply, carla, verdict="lifted")
    [run] = Run.objects.all()
    played = debriefs.read_played(run, settle(run), settle_twins(run))

    assert [[mark.coach for mark in marks] for marks in played.coach_marks.values()] == [["Carla"]]
    assert as_tia.get(f"/runs/{run.pk}/debrief.pdf").status_code == 200


def test_a_real_scorecard_counted_again_without_anything_lifted_is_the_same(asked):
    card = json.loads(settle(asked).data)

    counted = recount(card, standing={}, lifted={}, wordings={})

    assert (counted["score"], counted["criteria"]) == (card["score"], card["criteria"])
