"""What others laid down about somebody, and what was noted of them: certifications, marks, objections, looks, the
record. For that person alone, as plain values that JSON takes.

Rules kept here: whoever decided or marked is named, as on the attempt's page and in the debrief; of the record only
what is about the person or was done by them.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from people.models import AuditEntry, User
from people.queries import list_looks
from scoring.models import Attempt, Certificate, Mark, Objection
from simulator.models import Exercise, ShareLink
from trainer_ui.certifications import name_person

EVERY = 1_000_000
"""Looks: all there are."""


def describe_records(person: User) -> dict[str, Any]:
    """By kind; empty lists where there is nothing of it."""
    return {
        "attempts": [_describe_attempt(each) for each in _list_attempts(person)],
        "certificates": [
            _describe_certificate(each)
            for each in Certificate.objects.filter(holder=person).prefetch_related("reminders").order_by("pk")
        ],
        "marks_received": [
            {"by": name_person(each.coach), **_describe_mark(each)}
            for each in _list_marks().filter(run__trainee=person, run__purging=False)
        ],
        "marks_given": [_describe_mark(each) for each in _list_marks().filter(coach=person, run__purging=False)],
        "objections": [_describe_objection(each) for each in Objection.objects.filter(run__trainee=person)],
        "links": [_describe_link(each) for each in ShareLink.objects.filter(run__trainee=person).order_by("pk")],
        "exercises": [_describe_exercise(each) for each in Exercise.objects.filter(people=person).order_by("pk")],
        "looks": [
            {"who": each.name, "what": each.verb, "at": each.at.isoformat(), **each.data}
            for each in list_looks(person, latest=EVERY)
        ],
        "record": [_describe_entry(each) for each in _list_entries(person)],
    }


def _list_attempts(person: User) -> Sequence[Attempt]:
    rows = Attempt.objects.filter(trainee=person, purging=False).select_related("version__programme__cohort")
    parts = ("runs", "reviews__by", "proposals", "rulings__by", "remarks")
    return list(rows.prefetch_related(*parts).order_by("pk"))


def _describe_attempt(attempt: Attempt) -> dict[str, Any]:
    version = attempt.version
    return {
        "attempt": attempt.pk,
        "programme": version.programme.name,
        "cohort": version.programme.cohort.name,
        "version": version.number,
        "number": attempt.number,
        "acknowledged": attempt.acknowledged_at.isoformat(),
        "technical_check": json.loads(attempt.checked),
        "round": attempt.round,
        "verdict": attempt.verdict,
        "decided": _write_time(attempt.decided_at),
        "runs": [
            {"place": each.place, "run": each.run_id, "repeated": _write_time(each.repeated_at)}
            for each in sorted(attempt.runs.all(), key=lambda each: each.pk)
        ],
        "proposals": [
            {"revision": each.revision, "made": each.made_at.isoformat(), "said": json.loads(each.data)}
            for each in sorted(attempt.proposals.all(), key=lambda each: each.revision)
        ],
        "critical_errors": [
            {
                "place": each.place,
                "reply": each.reply,
                "rule": each.rule,
                "upheld": each.upheld,
                "reason": each.reason,
                "by": name_person(each.by),
                "at": each.made_at.isoformat(),
            }
            for each in sorted(attempt.reviews.all(), key=lambda each: each.pk)
        ],
        "decisions": [
            {
                "round": each.round,
                "verdict": each.verdict,
                "reason": each.reason,
                "by": name_person(each.by),
                "as": each.role,
                "at": each.made_at.isoformat(),
            }
            for each in sorted(attempt.rulings.all(), key=lambda each: each.pk)
        ],
        "remarks": [
            {"kind": each.kind, "text": each.text, "at": each.made_at.isoformat()}
            for each in sorted(attempt.remarks.all(), key=lambda each: each.pk)
        ],
    }


def _describe_certificate(certificate: Certificate) -> dict[str, Any]:
    return {
        "certificate": certificate.pk,
        "attempt": certificate.attempt_id,
        "said": json.loads(certificate.payload or "{}"),
        "shows_name": certificate.shows_name,
        "shows_programme": certificate.shows_programme,
        "reminders": [
            {"days": each.days, "told": each.made_at.isoformat(), "mailed": _write_time(each.mailed_at)}
            for each in sorted(certificate.reminders.all(), key=lambda each: each.pk)
        ],
        "revoked": _write_time(certificate.revoked_at),
        "revoked_because": certificate.revoked_because,
    }


def _list_marks() -> QuerySet[Mark]:
    return Mark.objects.select_related("coach").prefetch_related("notes", "overrides").order_by("pk")


def _describe_mark(mark: Mark) -> dict[str, Any]:
    return {
        "run": mark.run_id,
        "reply": mark.reply,
        "wording": mark.wording,
        "given": mark.given_at.isoformat(),
        "steps": json.loads(mark.steps),
        "remark": mark.remark,
        "saw_findings": mark.saw_findings,
        "notes": [{"start": each.start, "end": each.end, "text": each.text} for each in mark.notes.all()],
        "verdicts": [
            {"rule": each.rule, "params": json.loads(each.params), "verdict": each.verdict, "reason": each.reason}
            for each in mark.overrides.all()
        ],
    }


def _describe_objection(objection: Objection) -> dict[str, Any]:
    return {
        "run": objection.run_id,
        "reply": objection.reply,
        "rule": objection.rule,
        "params": json.loads(objection.params),
        "reason": objection.reason,
        "shares_words": objection.shares_words,
        "made": objection.made_at.isoformat(),
    }


def _describe_link(link: ShareLink) -> dict[str, Any]:
    return {
        "run": link.run_id,
        "with_replies": link.with_replies,
        "with_name": link.with_name,
        "made": link.created_at.isoformat(),
        "until": link.expires_at.isoformat(),
    }


def _describe_exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        "exercise": exercise.pk,
        "mode": exercise.mode,
        "message": exercise.message,
        "opens": exercise.opens_at.isoformat(),
        "closes": exercise.closes_at.isoformat(),
        "called_off": _write_time(exercise.called_off_at),
    }


def _list_entries(person: User) -> QuerySet[AuditEntry]:
    """Looks stand under their own name, with whoever looked."""
    mine = AuditEntry.objects.filter(about=person.pk) | AuditEntry.objects.filter(actor=person.pk)
    return mine.order_by("seq")


def _describe_entry(entry: AuditEntry) -> dict[str, Any]:
    at = datetime.fromtimestamp(entry.at_ms / 1000, tz=UTC)
    return {
        "seq": entry.seq,
        "at": at.isoformat(),
        "what": entry.verb,
        "by": entry.actor,
        "about": entry.about,
        "said": json.loads(entry.data),
    }


def _write_time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
