"""Erasing a person, with proof: their words, their name, and what others wrote about them.

Rules kept here: words and salts go together, so that every chain holds and says *erased*; points, verdicts and digests
stay, under a number; what somebody wrote about others stays with those others; what waits for a decision is decided
first; all of it is one transaction, and it ends with an entry of the audit record that holds the receipt's digest.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F, Q, QuerySet

from people.models import DeskSetting, Membership, User
from people.services.auditing import record
from scoring.models import Attempt, Certificate, CriticalReview, MarginNote, Mark, Objection, Override, Remark, Ruling
from scoring.services.declining import Declined
from scoring.services.sealing import NoKey, load_key
from simulator.core.events import canonical
from simulator.models import PRACTICE, Arrival, Draft, Exercise, OwnTemplate, Run, ShareLink, Words
from simulator.services import memory
from simulator.services.earlier import lock_runs_of
from simulator.services.erasing import remove_run
from simulator.services.sharing import read_now

ERASED = "person.erased"
NAMES = ("first_name", "last_name", "email", "signature")


@dataclass(slots=True)
class Tally:
    """What went, by kind, and the logs that stay without words."""

    counts: dict[str, int] = field(default_factory=dict)
    runs: list[dict[str, Any]] = field(default_factory=list)

    def add(self, kind: str, count: int) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + count


def erase_person(person: User, *, by: User | None = None) -> dict[str, Any]:
    """Erases what there is of `person`, and returns the receipt, as values that JSON takes. `by` None: who may run
    commands here. Safe to call again, for what came back from a backup.

    Raises Declined: under_way (a class or certification run has not ended), undecided (an attempt waits for somebody).
    """
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        lock_runs_of(person)
        _check_settled(person)
        tally = Tally()
        kept = _erase_runs(person, tally)
        _erase_certification(person, tally)
        _erase_belongings(person, tally)
        _erase_account(person)
        left = find_left(person)
        if left:
            raise RuntimeError(f"not everything of person {person.pk} went: {left}")
        receipt: dict[str, Any] = {
            "format": 1,
            "person": person.pk,
            "at": read_now().isoformat(timespec="seconds"),
            "by": None if by is None else by.pk,
            "erased": {kind: count for kind, count in sorted(tally.counts.items()) if count},
            "runs": tally.runs,
            "attempts": list(Attempt.objects.filter(trainee=person).order_by("pk").values_list("pk", flat=True)),
            "certificates": list(_certificates(person).values_list("public_id", flat=True)),
        }
        receipt["digest"] = digest_receipt(receipt)
        entry = record(ERASED, actor=by, about=person, digest=receipt["digest"])
        receipt["record"] = {"seq": entry.seq, "digest": entry.digest}
    for run in kept:
        memory.forget(run.pk)
    return {**receipt, "seal": _seal(receipt)}


def digest_receipt(receipt: Mapping[str, Any]) -> str:
    """The sha256 of what a receipt says, without what was added to it afterwards, in hex."""
    said = {name: value for name, value in receipt.items() if name not in ("digest", "record", "seal")}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def _seal(receipt: Mapping[str, Any]) -> str:
    """The installation's signature over the receipt, in hex; "" without a key."""
    try:
        return load_key().sign(canonical(dict(receipt)).encode()).hex()
    except NoKey:
        return ""


def find_left(person: User) -> list[str]:
    """What an erased person still has here that should be gone, as names of columns; none where all of it went."""
    runs = Run.objects.filter(trainee=person)
    attempts = Attempt.objects.filter(trainee=person)
    mine = {
        "simulator.Run (practice)": runs.filter(mode=PRACTICE),
        "simulator.Words.text": _words(person),
        "simulator.Draft": Draft.objects.filter(Q(author=person) | Q(run__in=runs)),
        "simulator.OwnTemplate": OwnTemplate.objects.filter(owner=person),
        "simulator.ShareLink": ShareLink.objects.filter(run__in=runs),
        "simulator.Arrival": Arrival.objects.filter(person=person),
        "simulator.Exercise.people": Exercise.people.through.objects.filter(user=person),
        "simulator.Exercise.message": Exercise.objects.filter(set_by=person).exclude(message=""),
        "scoring.Objection": Objection.objects.filter(run__in=runs),
        "scoring.Mark.remark": Mark.objects.filter(run__in=runs).exclude(remark=""),
        "scoring.MarginNote.text": MarginNote.objects.filter(mark__run__in=runs).exclude(text=""),
        "scoring.Override.reason": Override.objects.filter(mark__run__in=runs).exclude(reason=""),
        "scoring.Attempt.checked": attempts.exclude(checked="{}"),
        "scoring.Remark.text": Remark.objects.filter(attempt__in=attempts).exclude(text=""),
        "scoring.Ruling.reason": Ruling.objects.filter(attempt__in=attempts).exclude(reason=""),
        "scoring.CriticalReview.reason": CriticalReview.objects.filter(attempt__in=attempts).exclude(reason=""),
        "scoring.Certificate.payload": _certificates(person).exclude(payload=""),
        "people.DeskSetting": DeskSetting.objects.filter(owner=person),
        "people.Membership": Membership.objects.filter(user=person),
        "account.EmailAddress": EmailAddress.objects.filter(user=person),
        "people.User": User.objects.filter(pk=person.pk).exclude(
            username=name_erased(person), is_active=False, **dict.fromkeys(NAMES, "")
        ),
    }
    return [name for name, rows in mine.items() if rows.exists()]


def name_erased(person: User) -> str:
    """What an erased account is called."""
    return f"erased-{person.pk}"


def _check_settled(person: User) -> None:
    if Run.objects.filter(trainee=person, ended=False).exclude(mode=PRACTICE).exists():
        raise Declined("under_way")
    if Attempt.objects.filter(trainee=person, verdict="").exists():
        raise Declined("undecided")


def _words(person: User) -> QuerySet[Words]:
    return Words.objects.filter(Q(text__isnull=False) | Q(salt__isnull=False), events__run__trainee=person)


def _certificates(person: User) -> QuerySet[Certificate]:
    return Certificate.objects.filter(holder=person).order_by("pk")


def _erase_runs(person: User, tally: Tally) -> list[Run]:
    """Practice goes as a whole; of class and certification the words, text and salt together. Returns what is left."""
    practice = list(Run.objects.filter(trainee=person, mode=PRACTICE).order_by("pk"))
    for run in practice:
        remove_run(run)
    tally.add("practice_runs", len(practice))
    runs = list(Run.objects.filter(trainee=person).order_by("pk"))
    for run in runs:
        count = _words(person).filter(events__run=run).distinct().count()
        tally.runs.append({"run": run.pk, "events": run.head_seq, "log_digest": run.head_digest, "words": count})
    gone = list(_words(person).values_list("pk", flat=True).distinct())
    tally.add("words", Words.objects.filter(pk__in=gone).update(text=None, salt=None))
    Run.objects.filter(trainee=person).update(erasures=F("erasures") + 1)
    marks = Mark.objects.filter(run__trainee=person)
    tally.add("remarks_of_coaches", marks.exclude(remark="").update(remark=""))
    for notes, column in ((MarginNote.objects, "text"), (Override.objects, "reason")):
        rows = notes.filter(mark__run__trainee=person).exclude(**{column: ""})
        tally.add("remarks_of_coaches", rows.update(**{column: ""}))
    return runs


def _erase_certification(person: User, tally: Tally) -> None:
    attempts, now = Attempt.objects.filter(trainee=person), read_now()
    attempts.filter(erased_at=None).update(erased_at=now)
    attempts.update(checked="{}")
    own = {"attempt__trainee": person}
    tally.add("comments_and_appeals", Remark.objects.filter(**own).exclude(text="").update(text=""))
    tally.add("reasons_of_decisions", Ruling.objects.filter(**own).exclude(reason="").update(reason=""))
    tally.add("reasons_of_decisions", CriticalReview.objects.filter(**own).exclude(reason="").update(reason=""))
    hidden = {"payload": "", "shows_name": False, "shows_programme": False, "revoked_because": ""}
    tally.add("certificates", _certificates(person).filter(erased_at=None).update(erased_at=now, **hidden))


def _erase_belongings(person: User, tally: Tally) -> None:
    drafts = Draft.objects.filter(Q(author=person) | Q(run__trainee=person))
    rows: dict[str, QuerySet[Any]] = {
        "drafts": drafts,
        "own_templates": OwnTemplate.objects.filter(owner=person),
        "links": ShareLink.objects.filter(run__trainee=person),
        "objections": Objection.objects.filter(run__trainee=person),
        "desk_settings": DeskSetting.objects.filter(owner=person),
        "memberships": Membership.objects.filter(user=person),
        "addresses": EmailAddress.objects.filter(user=person),
        "invitations": Exercise.people.through.objects.filter(user=person),
        "arrivals": Arrival.objects.filter(person=person),
    }
    for kind, each in rows.items():
        tally.add(kind, each.delete()[0])
    tally.add("messages_to_classes", Exercise.objects.filter(set_by=person).exclude(message="").update(message=""))


def _erase_account(person: User) -> None:
    """The account stays as a number that logs and decisions lead to; nobody can sign in to it."""
    person.username, person.is_active, person.is_staff, person.is_superuser = name_erased(person), False, False, False
    for name in NAMES:
        setattr(person, name, "")
    person.last_login = None
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()
