"""Practice runs belong to their trainee: they can be deleted, and go by themselves when their time is over."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from people.models import User
from scoring.models import Scorecard
from simulator.models import Run, RunEvent, Words
from simulator.services import fork_run, retention
from simulator.services.clock import FixedClock
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
TEXT = "Hallo Mara, mein Geheimnis."
DAY_MS = 86_400_000


def purge(*words: str) -> str:
    out = StringIO()
    call_command("purge_expired", *words, stdout=out)
    return out.getvalue()


def test_after_ninety_days_a_practice_run_is_gone_with_words_and_score(as_tia: Client, tia: User, now: FixedClock):
    run = play(tia, now, text=TEXT)
    as_tia.get(f"/runs/{run.pk}/debrief/")
    now.jump(90 * DAY_MS)

    assert "1 von 1" in purge()
    assert [model.objects.count() for model in (Run, RunEvent, Words, Scorecard)] == [0, 0, 0, 0]
    assert "0 von 0" in purge()


def test_a_day_before_it_stays(tia: User, now: FixedClock):
    play(tia, now, text=TEXT)
    now.jump(89 * DAY_MS)

    assert "0 von 0" in purge()
    assert Run.objects.count() == 1


def test_a_dry_run_counts_and_deletes_none(tia: User, now: FixedClock):
    play(tia, now, text=TEXT)
    now.jump(91 * DAY_MS)

    assert purge("--dry-run").startswith("Übungsläufe, ab ihrem Beginn: 1 ")
    assert Run.objects.count() == 1


def test_an_installation_that_keeps_runs_deletes_none(tia: User, now: FixedClock, settings):
    settings.PRACTICE_DAYS = 0
    play(tia, now, text=TEXT)
    now.jump(9_999 * DAY_MS)

    assert "PRACTICE_DAYS" in purge()
    assert Run.objects.count() == 1


@pytest.mark.parametrize(("mode", "days"), [("class", 90), ("certification", 365)])
def test_what_is_no_practice_has_a_time_of_its_own(mode: str, days: int, tia: User, now: FixedClock):
    play(tia, now, text=TEXT)
    Run.objects.update(mode=mode)
    now.jump((days - 1) * DAY_MS)
    purge()
    assert Run.objects.count() == 1

    now.jump(DAY_MS)
    purge()
    assert (Run.objects.count(), Words.objects.count()) == (0, 0)


def test_a_younger_fork_stays_and_keeps_the_words_that_it_shares(tia: User, now: FixedClock):
    run = play(tia, now, text=TEXT)
    replied = run.events.get(kind="ReplySent").seq
    now.jump(60 * DAY_MS)
    fork = fork_run(run, at_seq=replied, actor=tia)
    now.jump(31 * DAY_MS)

    purge()

    assert list(Run.objects.values_list("pk", "parent")) == [(fork.pk, None)]
    assert list(RunEvent.objects.filter(kind="ReplySent").values_list("words__text", flat=True)) == [TEXT]


def test_one_that_cannot_be_deleted_is_named_and_keeps_no_other(tia: User, now: FixedClock, monkeypatch):
    stuck, other = play(tia, now, text=TEXT), play(tia, now, text=TEXT)
    now.jump(91 * DAY_MS)
    real = retention.remove_run

    def fail_on_one(run: Run) -> None:
        if run.pk == stuck.pk:
            raise OSError("disk")
        real(run)

    monkeypatch.setattr(retention, "remove_run", fail_on_one)

    with pytest.raises(CommandError, match=str(stuck.pk)):
        purge()
    assert list(Run.objects.values_list("pk", flat=True)) == [stuck.pk]
    assert other.pk != stuck.pk


def test_the_debrief_says_until_when_and_lets_its_trainee_delete_it(as_tia: Client, tia: User, now: FixedClock):
    run = play(tia, now, text=TEXT)
    assert "Er wird nach dem 12.02.2024 von selbst gelöscht" in as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()

    response = as_tia.post(f"/runs/{run.pk}/delete/", follow=True)

    assert (Run.objects.count(), Words.objects.count()) == (0, 0)
    assert "Der Lauf ist gelöscht." in response.content.decode()


def test_nobody_deletes_another_ones_and_no_class_or_certification(tia: User, theo: User, carla: User, now):
    run = play(tia, now, text=TEXT)
    path = f"/runs/{run.pk}/delete/"
    assert [sign_in(person).post(path).status_code for person in (theo, carla)] == [404, 404]
    assert sign_in(tia).get(path).status_code == 405

    Run.objects.update(mode="certification")
    assert sign_in(tia).post(path).status_code == 404
    assert "Dieser Lauf gehört Ihnen" not in sign_in(tia).get(f"/runs/{run.pk}/debrief/").content.decode()
