"""All runs anew: what the score of today would change is told before it is adopted, and the old score stays."""

import json

import pytest
from django.core.management import call_command

from scoring.core import SCORING_VERSION
from scoring.models import Scorecard, Twins
from scoring.queries import scorecard_of
from scoring.services import rescore, rescore_all, settle, settle_twins
from scoring.services.settling import digest_card
from simulator.core.events import canonical
from simulator.models import RunEvent
from simulator.services import erase_words
from tests.scoring.runs import chain_again, first_of, unguarded
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(played):
    """The run as a version before this one would have scored it: no tone at all."""
    with unguarded():
        for row in RunEvent.objects.filter(run=played, kind="ReplyAssessed"):
            data = json.loads(row.data)
            data["scoring"] = SCORING_VERSION - 1
            data["criteria"]["tone"] = 0
            data["findings"] = [{**found, "points": 0} for found in data["findings"]]
            RunEvent.objects.filter(pk=row.pk).update(data=canonical(data))
        chain_again(played)
    card = settle(played)
    data = {**json.loads(card.data), "scoring": SCORING_VERSION - 1}
    text = canonical(data)
    Scorecard.objects.filter(pk=card.pk).update(
        data=text, digest=digest_card(text), scoring_version=SCORING_VERSION - 1
    )
    return played


def test_what_was_scored_today_would_not_change(played):
    card = settle(played)

    report = rescore_all()

    assert (report["runs"], report["rescored"], report["adopted"]) == (1, 1, 0)
    assert {name: found["changed"] for name, found in report["criteria"].items() if found["changed"]} == {}
    assert report["criteria"]["score"] == {
        "runs": 1,
        "changed": 0,
        "mean": 0,
        "median": 0,
        "most": 0,
        "most_run": None,
        "begins": 0,
        "ceases": 0,
    }
    assert list(Scorecard.objects.values_list("pk", "data")) == [(card.pk, card.data)]


def test_a_new_version_is_told_per_criterion_and_nothing_is_written(old):
    before = list(Scorecard.objects.values())

    report = rescore_all()

    tone = report["criteria"]["tone"]
    assert (tone["runs"], tone["changed"], tone["most_run"]) == (1, 1, old.pk)
    assert tone["mean"] == tone["median"] == tone["most"] > 0
    assert report["criteria"]["privacy"]["changed"] == 0
    assert list(Scorecard.objects.values()) == before


def test_adopting_keeps_the_old_score_beside_the_new_one(old):
    first = settle(old)
    settle_twins(old)

    report = rescore_all(adopting=True)

    cards = list(Scorecard.objects.order_by("revision"))
    assert report["adopted"] == 1
    assert [(card.revision, card.scoring_version) for card in cards] == [
        (0, SCORING_VERSION - 1),
        (1, SCORING_VERSION),
    ]
    assert (cards[0].pk, cards[0].data, cards[0].digest) == (first.pk, first.data, first.digest)
    assert settle(old) == cards[1]
    assert (
        scorecard_of(old)["criteria"]["tone"] - json.loads(first.data)["criteria"]["tone"]
        == (report["criteria"]["tone"]["most"])
    )
    assert not Twins.objects.exists()


def test_adopting_twice_is_adopting_once(old):
    rescore_all(adopting=True)

    assert rescore_all(adopting=True)["adopted"] == 0
    assert Scorecard.objects.count() == 2


def test_what_was_adopted_is_equal_to_the_byte_and_what_is_old_is_named(old):
    rescore_all(adopting=True)

    report = rescore(old)

    assert (report.problems, len(report.older)) == ((), 3)


def test_an_adopted_assessment_that_was_changed_is_named(old):
    rescore_all(adopting=True)
    card = Scorecard.objects.get(revision=1)
    kept = json.loads(card.assessments)
    reply = next(iter(kept))
    kept[reply]["signals"]["empathy"] += 1
    text = canonical(kept)
    Scorecard.objects.filter(pk=card.pk).update(assessments=text, digest=digest_card(card.data, text))

    [problem] = rescore(old).problems

    assert (problem.code, problem.path) == ("assessment", f"{reply}.signals.empathy")


def test_a_changed_scorecard_of_an_older_version_does_not_fit_its_digest(old):
    card = Scorecard.objects.get()
    Scorecard.objects.filter(pk=card.pk).update(data=card.data.replace('"tone":0', '"tone":9'))

    assert [(problem.code, problem.path) for problem in rescore(old).problems] == [("basis", "digest")]


def test_erased_runs_keep_their_score_before_and_after_adopting(old, tia):
    erase_words(old, actor=tia)

    report = rescore_all(adopting=True)

    assert (report["erased"], report["rescored"], report["adopted"]) == (1, 0, 0)
    assert len(rescore(old).erased) == 3


def test_an_adopted_score_stands_after_an_erasure(old, tia):
    rescore_all(adopting=True)
    erase_words(old, actor=tia)

    report = rescore(old)

    assert (report.problems, len(report.erased), dict(report.older)) == ((), 3, {})


def test_runs_without_a_score_and_broken_logs_are_counted(played, tia, now):
    start(tia)
    assert rescore_all()["unsettled"] == 1
    settle(played)
    row = first_of(played, "ReplySent")
    with unguarded():
        RunEvent.objects.filter(pk=row.pk).update(at_ms=1)

    report = rescore_all()

    assert (report["runs"], report["broken"], report["rescored"]) == (1, 1, 0)


def test_the_command_says_it_as_a_table_and_as_json(old, capsys):
    call_command("rescore", all=True)
    said, progress = capsys.readouterr()

    assert progress == "1 of 1 runs\n"
    assert said.splitlines()[0] == f"scoring version {SCORING_VERSION}: 1 of 1 runs made again"
    assert [line.split()[0] for line in said.splitlines()[2:6]] == ["overall", "speed", "tone", "individuality"]
    assert said.splitlines()[-1] == "nothing was written"

    call_command("rescore", all=True, adopt=True, format="json")
    assert json.loads(capsys.readouterr().out)["adopted"] == 1
