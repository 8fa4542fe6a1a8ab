"""What somebody wrote in earlier runs: a new run begins with its fingerprints, unless they declined or erased it."""

import json

import pytest

from people.services import set_comparing
from scoring.core.robots.cast import EXPERT
from scoring.core.robots.twins import play_twin
from scoring.services import rescore
from simulator import queries, services
from simulator.frames import write_event
from simulator.models import CERTIFICATION, Run, RunEvent
from simulator.services import start_run
from tests.scoring.runs import first_of
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed, start

ASKED = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
CANNED = "Ihre Meldung liegt jetzt bei der Technik und wird dort bearbeitet, das dauert leider noch. ^TI"
OWN = "Die Katze schläft auf dem Koffer? Ein Gitter liegt morgen im Briefkasten, versprochen. ^TI"

pytestmark = pytest.mark.django_db


def answer(run: Run, text: str) -> dict:
    """Answers, and returns what the score says."""
    services.reply(run.pk, actor=run.trainee, cmd_id=f"{run.pk}", text=text, **ASKED)
    return [event for event in queries.read_log(run.pk) if event.kind == "ReplyAssessed"][-1].data


def end(run: Run) -> None:
    services.end_run(run.pk, actor=run.trainee, cmd_id="e")
    run.refresh_from_db()


@pytest.fixture
def earlier(tia, now) -> Run:
    """A run that Tia answered once and ended."""
    run = start(tia)
    answer(run, CANNED)
    end(run)
    return run


def likeness(data: dict) -> int:
    return data["signals"]["reuse_likeness"]


def test_what_was_written_in_an_earlier_run_is_recognised(earlier, tia):
    run = start(tia)

    judged = answer(run, CANNED)

    assert likeness(judged) == 1000
    [found] = [each for each in judged["findings"] if each["rule"] == "individuality.earlier_run"]
    assert (found["params"]["run"], found["params"]["day"]) == (earlier.pk, str(earlier.created_at.date()))


def test_other_words_are_ones_own(earlier, tia):
    assert likeness(answer(start(tia), OWN)) == 0


def test_the_first_event_says_of_which_runs_it_has_fingerprints_and_holds_no_word(earlier, tia):
    begun = queries.read_log(start(tia).pk)[0]

    assert begun.data["fingerprints"] == [[earlier.pk, str(earlier.created_at.date()), 1]]
    assert not any(word in begun.words for word in ("Meldung", "meldung", "technik"))


def test_who_declines_is_not_compared(earlier, tia):
    set_comparing(tia, compares=False)

    run = start(tia)

    assert (queries.read_log(run.pk)[0].data["fingerprints"], queries.read_log(run.pk)[0].words) == ([], None)
    assert likeness(answer(run, CANNED)) == 0


def test_nobody_is_compared_with_somebody_else(earlier, theo):
    assert likeness(answer(start(theo), CANNED)) == 0


def test_nobody_else_is_shown_them(earlier, tia):
    row = queries.rows_after(start(tia).pk, 0, 1)[0]

    assert "rows" in row.words
    assert "rows" not in write_event(row, after=0)


def test_certifications_are_compared_too(earlier, tia, early):
    version = rehearsed(publish(make_morning()))

    run = start_run(trainee=tia, version=version, mode=CERTIFICATION, cohort=early, seed=7)

    assert likeness(answer(run, CANNED)) == 1000


def test_the_log_makes_itself_again_and_is_rescored_to_the_byte(earlier, tia):
    run = start(tia)
    answer(run, CANNED)
    end(run)

    assert services.replay(run.pk) == queries.read_log(run.pk)
    assert rescore(run).problems == ()
    assert services.verify_chain(run.pk) is None


def test_dropping_what_is_remembered_changes_nothing(earlier, tia):
    run = start(tia)
    services.memory.forget()

    assert likeness(answer(run, CANNED)) == 1000


def test_a_fork_shares_them(earlier, tia):
    run = start(tia)
    fork = services.fork_run(run, at_seq=2, actor=tia)

    assert likeness(answer(fork, CANNED)) == 1000
    assert {first_of(each, "RunStarted").words_id for each in (run, fork)} == {first_of(run, "RunStarted").words_id}
    assert services.verify_chain(fork.pk) is None


def test_erasing_the_words_erases_the_fingerprints_in_later_runs(earlier, tia):
    run = start(tia)
    answer(run, OWN)
    end(run)

    assert services.erase_words(earlier, actor=tia) == 1

    assert queries.read_log(run.pk)[0].words is None
    assert [event.words for event in queries.read_log(run.pk) if event.kind == "ReplySent"] == [OWN]
    assert services.verify_chain(run.pk) is None
    report = rescore(run)
    assert (len(report.erased), report.problems) == (1, ())
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_a_run_under_way_goes_on_without_what_was_erased(earlier, tia):
    run = start(tia)

    services.erase_words(earlier, actor=tia)

    assert likeness(answer(run, CANNED)) == 0
    end(run)
    assert services.replay(run.pk) == queries.read_log(run.pk)
    assert rescore(run).problems == ()


def test_deleting_a_run_erases_its_fingerprints(earlier, tia):
    run = start(tia)

    services.purge_run(earlier, actor=tia)

    assert queries.read_log(run.pk)[0].words is None
    assert likeness(answer(run, CANNED)) == 0


def test_what_is_erased_does_not_come_back(earlier, tia):
    services.erase_words(earlier, actor=tia)

    assert queries.read_log(start(tia).pk)[0].data["fingerprints"] == []


def test_erasing_a_run_erases_the_fingerprints_that_it_began_with_and_counts_only_its_words(earlier, tia):
    run = start(tia)
    answer(run, OWN)
    end(run)

    assert services.erase_words(run, actor=tia) == 1

    assert queries.read_log(run.pk)[0].words is None
    assert [event.words for event in queries.read_log(earlier.pk) if event.kind == "ReplySent"] == [CANNED]


def test_words_that_are_erased_while_a_run_starts_leave_no_fingerprints(earlier, tia, monkeypatch):
    original = services.starting.print_earlier
    calls = []

    def print_and_erase(*args, **kwargs):
        found = original(*args, **kwargs)
        calls.append(found)
        if len(calls) == 1:
            services.erase_words(earlier, actor=tia)
        return found

    monkeypatch.setattr(services.starting, "print_earlier", print_and_erase)
    run = start(tia)

    assert calls[0].words
    assert (queries.read_log(run.pk)[0].data["fingerprints"], queries.read_log(run.pk)[0].words) == ([], None)


def test_the_expert_is_not_held_against_what_the_trainee_wrote(earlier, tia):
    run = start(tia)
    end(run)
    log = queries.read_log(run.pk)

    twin = play_twin(make_morning(), log, robot=EXPERT)

    assert (twin[0].words, twin[0].data["fingerprints"]) == (None, [])
    assert json.loads(RunEvent.objects.get(run=run, seq=1).data)["fingerprints"] != []
