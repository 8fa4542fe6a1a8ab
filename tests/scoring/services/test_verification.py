"""Rescoring: equal to the byte, or the first place that is not, by name."""

import json

import pytest

from scoring.models import Scorecard
from scoring.services import rescore, settle
from simulator.core.events import canonical
from simulator.models import RunEvent, Words
from simulator.services import erase_words, fork_run, reply
from tests.scoring.runs import GOOD, chain_again, first_of, unguarded

pytestmark = pytest.mark.django_db


def problems(run):
    return [(problem.code, problem.seq, problem.path) for problem in rescore(run).problems]


def test_what_was_played_is_what_is_computed(played):
    settle(played)

    report = rescore(played)

    assert (report.replies, report.is_settled, dict(report.erased), report.problems) == (3, True, {}, ())


def test_rescoring_writes_nothing(played, django_assert_num_queries):
    before = RunEvent.objects.count()

    rescore(played)

    assert (RunEvent.objects.count(), Scorecard.objects.count()) == (before, 0)


@pytest.mark.parametrize("kind", ["RunStarted", "PostAppeared", "ReplySent", "ReplyAssessed", "RunEnded"])
def test_one_changed_byte_in_an_event_is_named(played, kind):
    row = first_of(played, kind)
    with unguarded():
        RunEvent.objects.filter(pk=row.pk).update(data=row.data[:-2] + chr(ord(row.data[-2]) ^ 1) + row.data[-1])

    assert problems(played) == [("chain", row.seq, "digest")]


@pytest.mark.parametrize("changes", [{"at_ms": 1}, {"actor": "u0"}, {"words_mac": "0" * 64}])
def test_a_change_beside_the_data_is_named_too(played, changes):
    row = first_of(played, "ReplySent")
    with unguarded():
        RunEvent.objects.filter(pk=row.pk).update(**changes)

    assert problems(played) == [("chain", row.seq, "digest")]


def test_one_changed_byte_of_the_words_is_named(played):
    row = first_of(played, "ReplySent")
    with unguarded():
        Words.objects.filter(pk=row.words_id).update(text=GOOD.replace("17", "18"))

    assert problems(played) == [("chain", row.seq, "words")]


def test_a_missing_end_is_named(played):
    last = RunEvent.objects.filter(run=played).order_by("-seq").first()
    with unguarded():
        RunEvent.objects.filter(pk=last.pk).update(run_id=played.pk, seq=last.seq + 1)

    assert problems(played) == [("chain", last.seq, "gap")]


def test_a_forged_score_in_a_chain_that_fits_is_named_by_its_field(played):
    row = first_of(played, "ReplyAssessed")
    data = json.loads(row.data)
    data["criteria"]["tone"] += 1
    with unguarded():
        RunEvent.objects.filter(pk=row.pk).update(data=canonical(data))
        chain_again(played)

    [problem] = rescore(played).problems

    assert (problem.code, problem.seq, problem.kind, problem.path) == (
        "assessment",
        row.seq,
        "ReplyAssessed",
        "criteria.tone",
    )
    assert problem.stored == problem.computed + 1


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda data: data.replace('"ended_ms":1', '"ended_ms":2'), "ended_ms"),
        (lambda data: data.replace('"rule":"p', '"rule":"q'), "critical[0].rule"),
        (lambda data: data[:-1], "byte END"),
        (lambda data: data.replace(":", ": ", 1), "byte 12"),
    ],
    ids=["a number", "a letter", "an end", "a blank"],
)
def test_one_changed_byte_in_the_scorecard_is_named(played, change, path):
    card = settle(played)
    Scorecard.objects.filter(pk=card.pk).update(data=change(card.data))

    assert problems(played) == [("scorecard", None, path.replace("END", str(len(card.data) - 1)))]


@pytest.mark.parametrize("field", ["digest", "log_digest", "rubric_digest"])
def test_what_a_scorecard_says_it_stands_on_is_checked(played, field):
    card = settle(played)
    Scorecard.objects.filter(pk=card.pk).update(**{field: "0" * 64})

    assert problems(played) == [("basis", None, field)]


def test_another_scoring_version_is_named(played):
    card = settle(played)
    Scorecard.objects.filter(pk=card.pk).update(scoring_version=card.scoring_version + 1)

    assert problems(played) == [("basis", None, "scoring_version")]


def test_erased_words_leave_points_and_rules_and_a_whole_chain(played, tia):
    settle(played)
    erase_words(played, actor=tia)

    report = rescore(played)

    assert report.problems == ()
    assert len(report.erased) == 3
    assert [data["criteria"]["privacy"] for data in report.erased.values()] == [1000, 1000, 0]


def test_a_fork_is_rescored_for_what_follows_it(played, tia, now):
    row = first_of(played, "ReplyAssessed")
    fork = fork_run(played, at_seq=row.seq, actor=tia)
    reply(fork.pk, actor=tia, cmd_id="f", thread="bag", post="bag-1", visibility="public", text=GOOD, seen_seq=99)
    fork.refresh_from_db()

    report = rescore(fork)

    assert (report.replies, report.problems) == (1, ())
