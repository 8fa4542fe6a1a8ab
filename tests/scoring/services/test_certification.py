"""From a programme to a certificate: who may, what is kept, and what nobody can do alone."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from people.models import AuditEntry, Cohort, User
from scoring.core.terms import FAILED, PASSED
from scoring.models import Attempt, Certificate, Proposal, Remark, Ruling
from scoring.services import deciding
from scoring.services.attempts import begin_attempt, repeat_run, start_next, terms_of
from scoring.services.certificates import revoke_certificate, set_shown
from scoring.services.deciding import remark_on, review_critical, rule_on, settle_proposal
from scoring.services.declining import Declined
from scoring.services.programmes import add_programme, change_programme, retire_programme
from simulator.models import Run
from simulator.services import Refused, end_run, pause, resume
from simulator.services.clock import FixedClock
from simulator.services.steering import TECHNICAL
from tests.conftest import make_person
from tests.scoring.attempts import ASKS, CHECKED, begin, make_programme, make_terms, make_version, play_next
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

pytestmark = pytest.mark.usefixtures("now")

WHY = "Alle Antworten gelesen."


@pytest.fixture
def mia(early: Cohort) -> User:
    """A second manager."""
    return make_person("mia", cohort=early.name, role="manager")


@pytest.fixture
def played(early: Cohort, milan: User, tia: User, now: FixedClock) -> Attempt:
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now)
    return attempt


def declined(call: object, *args: object, **named: object) -> str:
    with pytest.raises(Declined) as caught:
        call(*args, **named)  # type: ignore[operator]  # whatever is asked
    return caught.value.code


def test_who_passes_gets_a_certificate_that_says_what_it_stands_on(played: Attempt, milan: User, tia: User):
    proposal = settle_proposal(played)
    assert proposal is not None
    assert json.loads(proposal.data)["verdict"] == PASSED

    rule_on(played, verdict=PASSED, reason=WHY, by=milan)

    certificate = Certificate.objects.get(attempt=played)
    payload, run = json.loads(certificate.payload), Run.objects.get()
    assert played.verdict == PASSED
    assert payload["holder"] == "Tia"
    assert payload["confirmed_by"] == ["Milan"]
    assert payload["runs"][0]["log_digest"] == run.head_digest
    assert payload["runs"][0]["scenario_digest"] == run.version.digest
    assert certificate.expires_at - certificate.issued_at == timedelta(days=730)
    assert certificate.holder == tia


def test_everything_that_was_done_stands_in_the_audit_record(played: Attempt, milan: User):
    rule_on(played, verdict=PASSED, reason=WHY, by=milan)
    revoke_certificate(Certificate.objects.get(), reason="Verwechselt", manager=milan)

    entries = AuditEntry.objects.exclude(verb="role.given").order_by("seq")
    assert list(entries.values_list("verb", flat=True)) == [
        "programme.published",
        "attempt.begun",
        "attempt.proposed",
        "attempt.ruled",
        "attempt.decided",
        "certificate.issued",
        "certificate.revoked",
    ]


def test_a_change_of_the_programme_never_touches_attempts_under_way(early: Cohort, milan: User, tia: User):
    first = make_version(early, milan)
    attempt = begin(first.programme, tia)

    second = change_programme(first.programme, terms=make_terms(overall=990), manager=milan)

    attempt.refresh_from_db()
    assert (second.number, attempt.version) == (2, first)
    assert terms_of(attempt.version).overall == 0


def test_a_programme_that_is_saved_unchanged_stays_as_it_is(early: Cohort, milan: User):
    version = make_version(early, milan)

    assert change_programme(version.programme, terms=make_terms(), manager=milan) == version


def test_only_a_manager_of_the_cohort_makes_programmes(early: Cohort, carla: User, cem: User, ada: User):
    for person in (carla, cem, ada):
        assert declined(add_programme, "X", cohort=early, terms=make_terms(), manager=person) == "forbidden"


def test_what_robots_did_not_rehearse_is_part_of_no_programme(early: Cohort, milan: User):
    terms = make_terms()
    type(rehearsed(publish(make_morning()))).objects.get().rehearsals.all().delete()

    with pytest.raises(Refused) as refused:
        add_programme("X", cohort=early, terms=terms, manager=milan)
    assert refused.value.code == "not_rehearsed"


def test_nobody_begins_without_briefing_check_and_invitation(early: Cohort, milan: User, tia: User, sam: User):
    programme = make_programme(early, milan)

    def code(person: User, **more: object) -> str:
        return declined(begin_attempt, programme, trainee=person, **{"acknowledged": True, "checked": CHECKED, **more})

    assert code(sam) == "forbidden"
    assert code(milan) == "forbidden"
    assert code(tia, acknowledged=False) == "not_acknowledged"
    assert code(tia, checked={}) == "not_checked"
    retire_programme(programme, manager=milan)
    assert code(tia) == "retired"


def test_who_comes_back_finds_the_attempt_and_the_run_they_began(early: Cohort, milan: User, tia: User):
    programme = make_programme(early, milan)
    attempt = begin(programme, tia)
    run = start_next(attempt, trainee=tia)

    assert begin(programme, tia) == attempt
    assert start_next(attempt, trainee=tia) == run
    assert run.mode == "certification"


def test_everybody_has_a_seed_of_their_own(early: Cohort, milan: User, tia: User, theo: User):
    programme = make_programme(early, milan)
    runs = [start_next(begin(programme, each), trainee=each) for each in (tia, theo)]

    assert runs[0].seed != runs[1].seed


def test_who_failed_waits_and_has_so_many_attempts(early: Cohort, milan: User, tia: User, now: FixedClock):
    terms = make_terms(overall=1000, attempts=2, wait_days=7)
    programme = make_programme(early, milan, terms=terms)
    attempt = begin(programme, tia)
    play_next(attempt, now)
    assert declined(begin, programme, tia) == "undecided"
    rule_on(attempt, verdict=FAILED, reason=WHY, by=milan)

    assert attempt.verdict == FAILED
    assert declined(begin, programme, tia) == "wait"
    now.jump(7 * 86_400_000)
    second = begin(programme, tia)
    play_next(second, now)
    rule_on(second, verdict=FAILED, reason=WHY, by=milan)
    now.jump(7 * 86_400_000)
    assert declined(begin, programme, tia) == "no_attempts"


def test_against_the_proposal_two_people_decide(played: Attempt, milan: User, mia: User):
    rule_on(played, verdict=FAILED, reason="Floskeln.", by=milan)
    assert played.verdict == ""
    assert declined(rule_on, played, verdict=FAILED, reason=WHY, by=milan) == "own_round"

    rule_on(played, verdict=FAILED, reason="Sehe ich auch so.", by=mia)

    assert played.verdict == FAILED
    assert not Certificate.objects.exists()


def test_a_critical_error_is_provisional_until_a_coach_has_looked(
    early: Cohort, milan: User, carla: User, tia: User, now: FixedClock
):
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now, text=ASKS)
    proposal = settle_proposal(attempt)
    assert proposal is not None
    (error,) = json.loads(proposal.data)["critical"]
    assert json.loads(proposal.data)["verdict"] is None
    assert declined(rule_on, attempt, verdict=FAILED, reason=WHY, by=milan) == "provisional"
    place = {"place": error["run"], "reply": error["reply"], "rule": error["rule"], "upheld": True, "reason": WHY}
    assert declined(review_critical, attempt, **place, coach=milan) == "forbidden"

    review_critical(attempt, **place, coach=carla)

    assert [json.loads(each.data)["verdict"] for each in Proposal.objects.order_by("revision")] == [None, FAILED]
    assert declined(review_critical, attempt, **place, coach=carla) == "reviewed"


def test_nobody_decides_in_their_own_case_or_elsewhere(
    early: Cohort, milan: User, tia: User, cem: User, ada: User, now: FixedClock
):
    make_person("max", cohort=early.name, role="manager")
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now)
    tia.memberships.create(cohort=early, role="manager")

    for person in (tia, cem, ada):
        assert declined(rule_on, attempt, verdict=PASSED, reason=WHY, by=person) == "forbidden"
    assert declined(rule_on, attempt, verdict=PASSED, reason="  ", by=milan) == "no_reason"


def test_an_appeal_is_decided_by_others(early: Cohort, milan: User, mia: User, tia: User, now: FixedClock):
    attempt = begin(make_programme(early, milan, terms=make_terms(overall=1000)), tia)
    play_next(attempt, now)
    assert declined(remark_on, attempt, kind=Remark.APPEAL, text="Nein.", trainee=tia) == "not_decided"
    rule_on(attempt, verdict=FAILED, reason=WHY, by=milan)

    remark_on(attempt, kind=Remark.APPEAL, text="Der Koffer war gefunden.", trainee=tia)

    assert (attempt.verdict, attempt.round) == ("", 2)
    assert declined(rule_on, attempt, verdict=FAILED, reason=WHY, by=milan) == "own_round"
    rule_on(attempt, verdict=FAILED, reason=WHY, by=mia)
    assert attempt.verdict == FAILED
    assert declined(remark_on, attempt, kind=Remark.APPEAL, text="Doch.", trainee=tia) == "appealed"


def test_a_run_that_was_not_interrupted_is_not_repeated(played: Attempt, tia: User, sam: User):
    assert declined(repeat_run, played, place=0, actor=tia) == "not_interrupted"
    assert declined(repeat_run, played, place=0, actor=sam) == "forbidden"


def test_a_run_that_stood_still_for_too_long_is_played_again_and_the_attempt_is_not_lost(
    early: Cohort, milan: User, carla: User, tia: User, now: FixedClock
):
    attempt = begin(make_programme(early, milan, terms=make_terms(gap_s=60)), tia)
    run = start_next(attempt, trainee=tia)
    now.advance(10_000)
    pause(run.pk, actor=carla, cmd_id="p", reason=next(iter(TECHNICAL)))
    now.advance(61_000)
    resume(run.pk, actor=carla, cmd_id="r")
    end_run(run.pk, actor=tia, cmd_id="e")
    assert settle_proposal(attempt) is not None

    repeat_run(attempt, place=0, actor=tia)

    assert settle_proposal(attempt) is None
    again = play_next(attempt, now)
    assert again.pk != run.pk
    assert again.seed != run.seed
    assert [each.run_id for each in attempt.runs.order_by("pk")] == [run.pk, again.pk]
    rule_on(attempt, verdict=PASSED, reason=WHY, by=milan)
    assert [each["log_digest"] for each in json.loads(Certificate.objects.get().payload)["runs"]] == [again.head_digest]
    assert attempt.number == 1


def test_a_run_that_is_given_up_while_somebody_decides_is_not_decided_on(
    early: Cohort, milan: User, carla: User, tia: User, now: FixedClock, monkeypatch: pytest.MonkeyPatch
):
    attempt = begin(make_programme(early, milan, terms=make_terms(gap_s=60)), tia)
    run = start_next(attempt, trainee=tia)
    now.advance(10_000)
    pause(run.pk, actor=carla, cmd_id="p", reason=next(iter(TECHNICAL)))
    now.advance(61_000)
    resume(run.pk, actor=carla, cmd_id="r")
    end_run(run.pk, actor=tia, cmd_id="e")
    settle = deciding.settle_proposal

    def settle_and_lose(looked_at: Attempt) -> Proposal | None:
        monkeypatch.undo()
        found = settle(looked_at)
        repeat_run(attempt, place=0, actor=tia)
        return found

    monkeypatch.setattr(deciding, "settle_proposal", settle_and_lose)

    assert declined(rule_on, attempt, verdict=PASSED, reason=WHY, by=milan) == "not_played"
    assert not Ruling.objects.exists()


def test_no_proposal_takes_the_place_of_the_one_that_somebody_just_decided_on(
    played: Attempt, milan: User, monkeypatch: pytest.MonkeyPatch
):
    known = settle_proposal(played)

    def decide_meanwhile(runs: object) -> dict[str, int]:
        monkeypatch.undo()
        rule_on(Attempt.objects.get(pk=played.pk), verdict=FAILED, reason=WHY, by=milan)
        return {"tone": 400}

    monkeypatch.setattr(deciding, "find_spread", decide_meanwhile)

    assert settle_proposal(played) == known
    assert list(Proposal.objects.all()) == [known]


def test_reasons_are_counted_as_the_form_counts_them(
    early: Cohort, milan: User, carla: User, tia: User, now: FixedClock
):
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now, text=ASKS)
    proposal = settle_proposal(attempt)
    assert proposal is not None
    (error,) = json.loads(proposal.data)["critical"]
    place = {"place": error["run"], "reply": error["reply"], "rule": error["rule"], "upheld": True, "coach": carla}
    assert declined(review_critical, attempt, **place, reason="x" * 1001) == "too_long"
    assert declined(review_critical, attempt, **place, reason="x\0") == "no_reason"

    review_critical(attempt, **place, reason="x" + "\r\n" * 998 + "y")

    assert attempt.reviews.get().reason == "x" + "\n" * 998 + "y"


def test_a_programme_that_is_retired_is_changed_no_more(early: Cohort, milan: User):
    programme = make_programme(early, milan)
    retire_programme(programme, manager=milan)

    assert declined(change_programme, programme, terms=make_terms(overall=10), manager=milan) == "retired"
    assert programme.versions.count() == 1


def test_what_was_decided_cannot_be_changed_in_the_database_either(played: Attempt, milan: User):
    rule_on(played, verdict=PASSED, reason=WHY, by=milan)
    changes = [
        "UPDATE scoring_ruling SET verdict = 'failed'",
        "DELETE FROM scoring_proposal",
        "UPDATE scoring_programmeversion SET terms = '{}'",
        "UPDATE scoring_certificate SET payload = '{}'",
        "UPDATE people_auditentry SET verb = 'x'",
        "DELETE FROM people_auditentry",
        "UPDATE people_audithead SET seq = 1",
    ]
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)


def test_a_certificate_shows_what_its_holder_allows_and_is_revoked_for_good(played: Attempt, milan: User, tia: User):
    rule_on(played, verdict=PASSED, reason=WHY, by=milan)
    certificate = Certificate.objects.get()
    assert declined(set_shown, certificate, holder=milan, name=True, programme=True) == "forbidden"
    set_shown(certificate, holder=tia, name=True, programme=False)
    assert (certificate.shows_name, certificate.shows_programme) == (True, False)
    assert declined(revoke_certificate, certificate, reason="x", manager=tia) == "forbidden"
    assert declined(revoke_certificate, certificate, reason="x" * 1001, manager=milan) == "too_long"
    assert declined(revoke_certificate, certificate, reason="x\0", manager=milan) == "no_reason"

    revoke_certificate(certificate, reason="Verwechselt", manager=milan)
    revoke_certificate(certificate, reason="Anders", manager=milan)

    assert certificate.revoked_because == "Verwechselt"
