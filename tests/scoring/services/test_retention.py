"""What is over its time goes, in order; what waits for a decision does not, and a certificate outlives its evidence."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from people.models import AuditEntry, AuditHead, Cohort, User
from people.services.auditing import record
from people.services.shortening import shorten_record
from scoring.core.terms import FAILED, PASSED
from scoring.models import Attempt, AttemptRun, Certificate, Mark, Proposal, Remark, Ruling
from scoring.services import retention
from scoring.services.certificates import revoke_certificate
from scoring.services.deciding import remark_on, rule_on, settle_proposal
from scoring.services.declining import Declined
from scoring.services.retention import CATEGORIES, Outcome, purge_expired
from simulator.models import Run, Words
from simulator.services.clock import FixedClock
from tests.conftest import make_person
from tests.scoring.attempts import begin, make_programme, make_terms, play_next
from tests.unguarded import unguarded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY_MS = 86_400_000
DAYS = {"practice": 90, "class": 90, "certification": 365, "attempts": 1095, "certificates": 1095, "record": 0}


@pytest.fixture
def attempt(early: Cohort, milan: User, tia: User, now: FixedClock) -> Attempt:
    """One that was played and is to be decided."""
    begun = begin(make_programme(early, milan, terms=make_terms(attempts=9, wait_days=0)), tia)
    play_next(begun, now)
    return begun


def decide(attempt: Attempt, verdict: str, *people: User) -> Attempt:
    for person in people:
        rule_on(attempt, verdict=verdict, reason="Gelesen.", by=person)
    return attempt


def purge(*, is_dry: bool = False, **days: int) -> dict[str, Outcome]:
    return {each.category: each for each in purge_expired({**DAYS, **days}, is_dry=is_dry)}


def count_rows() -> list[int]:
    return [model.objects.count() for model in (Run, Words, Attempt, Proposal, Ruling, Certificate)]


def test_a_certificate_outlives_its_runs_and_its_attempt_outlives_it(attempt: Attempt, milan: User, now: FixedClock):
    decide(attempt, PASSED, milan)
    assert count_rows() == [1, 1, 1, 1, 1, 1]

    now.jump(364 * DAY_MS)
    purge()
    assert count_rows() == [1, 1, 1, 1, 1, 1]

    now.jump(2 * DAY_MS)
    assert purge()["certification"].removed == 1
    assert count_rows() == [0, 0, 1, 1, 1, 1]
    assert settle_proposal(Attempt.objects.get()) == Proposal.objects.get(), "what it was decided on stays"

    now.jump((730 + 1095 - 367) * DAY_MS)
    kept = purge()
    assert (kept["attempts"].kept, kept["certificates"].kept) == ({"certified": 1}, {"in_time": 1})
    assert count_rows()[2:] == [1, 1, 1, 1]

    now.jump(2 * DAY_MS)
    gone = purge()
    assert (gone["attempts"].removed, gone["certificates"].removed) == (1, 1)
    assert count_rows() == [0, 0, 0, 0, 0, 0]


def test_where_attempts_go_first_the_certificate_stays_alone(attempt: Attempt, milan: User, now: FixedClock):
    decide(attempt, PASSED, milan)
    revoke_certificate(Certificate.objects.get(), reason="Verwechselt", manager=milan)
    now.jump(31 * DAY_MS)

    purge(attempts=30)

    assert count_rows() == [0, 0, 0, 0, 0, 1]
    assert Certificate.objects.get().attempt is None


def test_a_revoked_certificate_is_over_from_that_day_on(attempt: Attempt, milan: User, now: FixedClock):
    decide(attempt, PASSED, milan)
    revoke_certificate(Certificate.objects.get(), reason="Verwechselt", manager=milan)
    now.jump(1096 * DAY_MS)

    assert purge()["certificates"].removed == 1


def test_what_is_undecided_or_under_appeal_stays_with_its_runs(
    attempt: Attempt, tia: User, early: Cohort, milan: User, now: FixedClock
):
    now.jump(5_000 * DAY_MS)
    waiting = purge()
    assert (waiting["certification"].kept, waiting["attempts"].kept) == ({"undecided": 1}, {"undecided": 1})

    mia = make_person("mia", cohort=early.name, role="manager")
    decide(attempt, FAILED, milan, mia)
    remark_on(attempt, kind=Remark.APPEAL, text="Bitte noch einmal.", trainee=tia)
    now.jump(5_000 * DAY_MS)

    assert purge()["attempts"].kept == {"undecided": 1}
    assert count_rows()[:3] == [1, 1, 1]


def test_an_appeal_between_listing_and_deleting_keeps_the_run(attempt: Attempt, tia: User, early: Cohort, milan: User):
    decide(attempt, FAILED, milan, make_person("mia", cohort=early.name, role="manager"))
    run = Run.objects.get()
    remark_on(attempt, kind=Remark.APPEAL, text="Bitte noch einmal.", trainee=tia)

    for remove, row in ((retention._remove_decided, run), (retention.remove_attempt, attempt)):
        with pytest.raises(RuntimeError, match="undecided again"), transaction.atomic():
            remove(row)
    assert Run.objects.count() == 1


def test_without_its_runs_nobody_can_appeal(attempt: Attempt, tia: User, early: Cohort, milan: User, now: FixedClock):
    decide(attempt, FAILED, milan, make_person("mia", cohort=early.name, role="manager"))
    now.jump(366 * DAY_MS)
    purge()

    with pytest.raises(Declined) as declined:
        remark_on(attempt, kind=Remark.APPEAL, text="Bitte noch einmal.", trainee=tia)
    assert declined.value.code == "no_evidence"
    assert Attempt.objects.get().verdict == FAILED


def test_numbers_of_attempts_go_on_after_the_first_is_gone(
    attempt: Attempt, tia: User, early: Cohort, milan: User, now: FixedClock
):
    mia = make_person("mia", cohort=early.name, role="manager")
    decide(attempt, FAILED, milan, mia)
    now.jump(1_000 * DAY_MS)
    second = begin(attempt.version.programme, tia)
    play_next(second, now)
    decide(second, FAILED, milan, mia)
    now.jump(100 * DAY_MS)
    purge()
    assert list(Attempt.objects.values_list("number", flat=True)) == [2]

    assert begin(attempt.version.programme, tia).number == 3


def test_a_dry_run_finds_the_same_and_deletes_nothing(attempt: Attempt, milan: User, now: FixedClock):
    decide(attempt, PASSED, milan)
    now.jump(9_000 * DAY_MS)
    before, entries = count_rows(), AuditEntry.objects.count()
    dry = purge(is_dry=True)
    assert {each.found for each in dry.values()} == {0, 1}
    assert (count_rows(), AuditEntry.objects.count()) == (before, entries)

    real = purge()
    # A dry run counts the attempt's run by itself; both go.
    assert [each.found for each in dry.values()] == [each.removed for each in real.values()]
    assert AuditEntry.objects.order_by("seq").last().verb == "retention.purged"


def test_zero_keeps_everything(attempt: Attempt, milan: User, now: FixedClock):
    decide(attempt, PASSED, milan)
    now.jump(9_000 * DAY_MS)
    before = count_rows()

    outcomes = purge_expired(dict.fromkeys(CATEGORIES, 0))

    assert count_rows() == before
    assert {each.before for each in outcomes} == {None}


def test_one_that_fails_is_named_and_keeps_no_other(attempt: Attempt, milan: User, now: FixedClock, monkeypatch):
    decide(attempt, PASSED, milan)
    now.jump(9_000 * DAY_MS)

    def fail(row: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(retention, "remove_attempt", fail)
    outcomes = purge()
    assert (outcomes["attempts"].failed, outcomes["certificates"].removed) == ((attempt.pk,), 1)
    with pytest.raises(CommandError, match=f"attempts {attempt.pk}"):
        call_command("purge_expired", stdout=io.StringIO())


def test_the_report_says_what_went_and_why_the_rest_is_kept(attempt: Attempt, now: FixedClock):
    out = io.StringIO()
    call_command("purge_expired", stdout=out)

    lines = out.getvalue().splitlines()
    assert len(lines) == len(CATEGORIES)
    assert lines[3].endswith("behalten: 1 noch nicht entschieden oder im Einspruch.")


# The audit record


def verify() -> str:
    said, errors = io.StringIO(), io.StringIO()
    try:
        call_command("verify_audit", stdout=said, stderr=errors)
    except CommandError:
        return errors.getvalue()
    return ""


@pytest.fixture
def later(tia: User, milan: User) -> datetime:
    """A moment after seven entries, two of them looks."""
    for number in range(3):
        record("attempt.ruled", actor=milan, about=tia, number=number)
    for number in range(2):
        record("run.looked_at", actor=milan, about=tia, run=number)
    return datetime.now(tz=UTC) + timedelta(seconds=1)


def test_the_record_is_shortened_from_its_beginning_and_holds(later: datetime):
    before = AuditEntry.objects.count()
    old = shorten_record(before=later)

    assert old is not None
    assert (old.entries, old.looks) == (before, 2)
    assert list(AuditEntry.objects.values_list("verb", flat=True)) == ["record.cut"]
    assert verify() == ""
    record("attempt.ruled", actor=None)
    assert shorten_record(before=datetime.now(tz=UTC) + timedelta(seconds=1)).entries == 2  # type: ignore[union-attr]  # there are
    assert verify() == ""


def test_what_is_young_stays(later: datetime):
    assert shorten_record(before=later - timedelta(days=1)) is None
    assert AuditHead.objects.get().cut_seq == 0


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM people_auditentry WHERE seq > 3",
        "UPDATE people_audithead SET cut_seq = 99, cut_digest = 'x'",
        "UPDATE people_audithead SET cut_seq = 2, seq = seq + 1",
        "UPDATE people_audithead SET cut_digest = 'x'",
    ],
)
def test_the_database_refuses_to_lose_more(later: datetime, sql: str):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert verify() == ""


@pytest.mark.django_db(transaction=True)
def test_a_beginning_that_nobody_told_of_is_found(later: datetime):
    entry = AuditEntry.objects.get(seq=3)
    with unguarded():
        AuditHead.objects.update(cut_seq=3, cut_digest=entry.digest)
        AuditEntry.objects.filter(seq__lte=3).delete()
        assert "no entry tells that this was meant" in verify()


def test_an_attempt_that_is_gone_leaves_no_row(attempt: Attempt, milan: User, now: FixedClock):
    decide(attempt, PASSED, milan)
    now.jump(9_000 * DAY_MS)
    purge()
    assert [model.objects.count() for model in (AttemptRun, Mark, Remark, Ruling)] == [0, 0, 0, 0]
