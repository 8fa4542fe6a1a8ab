"""How the score came about can be added up by hand."""

import json
import re

import pytest
from django.test import Client

from people.models import User
from scoring.services import settle, settle_twins
from tests.trainer_ui.conftest import play, sign_in
from trainer_ui.debriefs import read_played
from trainer_ui.weights import explain_weights

pytestmark = pytest.mark.django_db
TEXT = "Hallo Mara, das tut mir leid. Ich suche deinen Rucksack bis 17 Uhr. ^TI"


def explain(run):
    return explain_weights(read_played(run, settle(run), settle_twins(run)))


def test_the_contributions_add_up_to_the_score(tia: User, now):
    weights = explain(play(tia, now, text=TEXT))

    assert abs(sum(row.brings for row in weights.criteria) - 10 * weights.score) <= len(weights.criteria) * 5
    assert sum(row.weight for row in weights.criteria) == weights.total
    assert abs(sum(row.share for row in weights.criteria) - 10_000) <= len(weights.criteria)


def test_each_criterion_is_what_its_replies_bring(tia: User, now):
    weights = explain(play(tia, now, text=TEXT))

    for row, items in zip(weights.criteria, weights.items, strict=True):
        assert row.name == items.name
        assert abs(sum(item.brings for item in items.rows) - row.brings) <= 5 + len(items.rows)


def test_what_a_critical_error_took_stands_in_brackets(as_tia: Client, tia: User, now):
    run = play(tia, now, text="Hallo Mara, das tut mir leid! Schick uns hier deine Kundennummer.")
    page = as_tia.get(f"/runs/{run.pk}/debrief/weights/").content.decode()

    assert re.findall(r'<td class="numbers">[\d,]+ \(0,0\)</td>', page) != []
    score = json.loads(settle(run).data)["score"]
    assert f"<strong>{score // 10},{score % 10}</strong>" in page


def test_nobody_else_has_that_page(tia: User, theo: User, carla: User, sam: User, now):
    path = f"/runs/{play(tia, now, text=TEXT).pk}/debrief/weights/"

    assert [sign_in(person).get(path).status_code for person in (theo, carla, sam)] == [404] * 3
    assert sign_in(tia).get(path).status_code == 200
