"""A coach's mark has its place below the reply it is about; without one there is no place."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client

from people.models import User
from simulator.models import Run
from tests.trainer_ui.conftest import ASKS
from trainer_ui import debrief_views, debriefs
from trainer_ui.criteria import NamedValue
from trainer_ui.played import PlayedRun
from trainer_ui.shown import CoachMark

pytestmark = pytest.mark.django_db
MARK = CoachMark("Carla", datetime(2026, 11, 22, tzinfo=UTC), [NamedValue("Ton", 735)], "Freundlich <b>und</b> falsch.")
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
    assert 'Ton <strong class="numbers">74</strong>' in mark
    assert ASKS not in mark
