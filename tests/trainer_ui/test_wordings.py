"""The debrief of replies that were corrected or deleted: what stands, what stood there, and what counts for good."""

import re

import pytest

from scoring.services import rescore, settle
from simulator import services
from simulator.models import Run
from tests.simulator.services.acts import log_of
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
ASKS = "Hallo, schick uns mal deine Kundennummer. ^TI"
BETTER = "Hallo, das ist ärgerlich. Wir suchen deinen Rucksack und melden uns um 17 Uhr. ^TI"


@pytest.fixture
def run(tia, now):
    """Answered in public with what must not be asked there, a minute and a half in."""
    run = start(tia)
    now.advance(90_000)
    services.catch_up(run.pk)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "text": ASKS, "seen_seq": 99}
    services.reply(run.pk, actor=tia, cmd_id="1", **asked)
    return run


def read_debrief(run, tia):
    services.end_run(run.pk, actor=tia, cmd_id="end")
    services.catch_up(run.pk)
    settle(Run.objects.get(pk=run.pk))
    reply = log_of(run, "ReplySent")[0].seq
    page = sign_in(tia).get(f"/runs/{run.pk}/debrief/replies/{reply}/").content.decode()
    article = page[page.index("<main") :]
    # Without the numbers of the findings that stand in the text.
    return " ".join(re.sub(r'<a class="found-number".*?</a>|<[^>]+>', " ", article).split())


def test_a_corrected_reply_shows_both_wordings_and_the_error_that_counts(run, tia):
    reply = log_of(run, "ReplySent")[0].seq
    services.correct_reply(run.pk, actor=tia, cmd_id="2", reply=reply, text=BETTER, seen_seq=99)

    shown = read_debrief(run, tia)

    assert "Wir suchen deinen Rucksack und melden uns um 17 Uhr" in shown
    assert f"Korrigiert bei 1:30 – vorher stand da {ASKS}" in shown
    assert "Was öffentlich war, war öffentlich: Es zählt, obwohl es korrigiert wurde." in shown
    assert "Zählt null" in shown


def test_a_deleted_reply_is_shown_as_deleted_with_what_it_said(run, tia):
    services.delete_reply(run.pk, actor=tia, cmd_id="2", reply=log_of(run, "ReplySent")[0].seq)

    shown = read_debrief(run, tia)

    assert "Gelöscht bei 1:30. Da stand: Hallo , schick uns mal deine Kundennummer . ^TI" in shown


@pytest.mark.parametrize("then", ["correct", "delete"])
def test_the_whole_debrief_and_the_score_hold(run, tia, then):
    reply = log_of(run, "ReplySent")[0].seq
    if then == "correct":
        services.correct_reply(run.pk, actor=tia, cmd_id="2", reply=reply, text=BETTER, seen_seq=99)
    else:
        services.delete_reply(run.pk, actor=tia, cmd_id="2", reply=reply)

    read_debrief(run, tia)

    assert sign_in(tia).get(f"/runs/{run.pk}/debrief/").status_code == 200
    report = rescore(Run.objects.get(pk=run.pk))
    assert (report.problems, report.replies) == ((), 2 if then == "correct" else 1)
