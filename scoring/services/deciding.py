"""Deciding an attempt: the score proposes, coaches look at critical errors, people decide, and the trainee is heard.

Rules kept here: nothing is ever overwritten: a new proposal stands beside the old one; every ruling has a reason;
nobody rules twice in a round; an appeal begins another round, in which nobody rules who ruled before.
"""

import hashlib
import json

from django.db import transaction

from people.models import Role, User
from people.services.auditing import record
from scoring.core.certifying import Ruled, find_verdict, propose
from scoring.core.terms import PASSED, VERDICTS
from scoring.models import Attempt, CriticalReview, Proposal, Remark, Ruling
from scoring.services.attempts import is_played, list_runs, role_in, terms_of
from scoring.services.certificates import issue_certificate
from scoring.services.declining import Declined, clean_reason
from scoring.services.marks_of_attempts import count_marked, find_spread
from scoring.services.settling import settle
from simulator.core.events import canonical
from simulator.services import catch_up
from simulator.services.sharing import read_now

LONGEST_REVIEW = 1000


def settle_proposal(attempt: Attempt) -> Proposal | None:
    """The proposal that counts, made if what it rests on is there or has changed; None while a run is under way.

    Called by whoever looks; safe to call twice.
    """
    if attempt.verdict:
        # What was decided stands on what was known then, and its runs may be gone.
        return attempt.proposals.order_by("revision").last()
    for each in list_runs(attempt):
        if each.run is not None and not each.run.ended:
            catch_up(each.run.pk)
    if not is_played(attempt):
        return None
    last = attempt.proposals.order_by("revision").last()
    if last is not None and _is_ruled(attempt):
        # Who decides knows what they decide on: it stays as it was when the first of them did.
        return last
    runs = [each.run for each in list_runs(attempt) if each.run is not None]
    reviews = {(each.place, each.reply, each.rule): each.upheld for each in attempt.reviews.all()}
    data = propose(
        [json.loads(settle(run).data) for run in runs],
        terms_of(attempt.version),
        seed=attempt.seed,
        reviews=reviews,
        spread=find_spread(runs),
    )
    text = canonical(data)
    if last is not None and last.data == text:
        return last
    with transaction.atomic():
        locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
        last = locked.proposals.order_by("revision").last()
        if last is not None and (last.data == text or _is_ruled(locked)):
            return last
        revision = 1 if last is None else last.revision + 1
        digest = hashlib.sha256(text.encode()).hexdigest()
        made = Proposal.objects.create(attempt=attempt, revision=revision, data=text, digest=digest, made_at=read_now())
        record("attempt.proposed", actor=None, about=attempt.trainee, attempt=attempt.pk, digest=digest)
    return made


def review_critical(
    attempt: Attempt, *, place: int, reply: int, rule: str, upheld: bool, reason: str, coach: User
) -> None:
    """A coach looked at a critical error.

    Raises Declined: forbidden (no coach of the cohort), no_reason, too_long, no_such_error, decided, reviewed
    (somebody did).
    """
    if Role.COACH not in _roles(attempt, coach):
        raise Declined("forbidden")
    told = clean_reason(reason, longest=LONGEST_REVIEW)
    proposal = settle_proposal(attempt)
    known = [] if proposal is None else json.loads(proposal.data)["critical"]
    if not any((each["run"], each["reply"], each["rule"]) == (place, reply, rule) for each in known):
        raise Declined("no_such_error")
    with transaction.atomic():
        locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
        if _is_ruled(locked):
            raise Declined("decided")
        if locked.reviews.filter(place=place, reply=reply, rule=rule).exists():
            raise Declined("reviewed")
        CriticalReview.objects.create(
            attempt=locked,
            place=place,
            reply=reply,
            rule=rule,
            upheld=upheld,
            reason=told,
            by=coach,
            made_at=read_now(),
        )
        what = {"attempt": attempt.pk, "place": place, "reply": reply, "rule": rule, "upheld": upheld}
        record("attempt.critical_reviewed", actor=coach, about=attempt.trainee, **what)
    settle_proposal(attempt)


def rule_on(attempt: Attempt, *, verdict: str, reason: str, by: User) -> Ruling:
    """`by` decides. When enough people have, the attempt has its verdict, and a certificate where it was passed.

    Raises Declined: forbidden, own_round (they ruled in this round, or before the appeal), no_reason, not_played,
    provisional (a coach has to look first), not_marked (`left` replies to mark), decided.
    """
    role, told = role_in(attempt, by), clean_reason(reason)
    if not role or verdict not in VERDICTS:
        raise Declined("forbidden")
    settle_proposal(attempt)  # What takes long is done before anybody is kept waiting.
    with transaction.atomic():
        locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
        # A review or a repeated run may have come between: only what is proposed now can be decided on.
        proposal = settle_proposal(locked)
        if proposal is None:
            raise Declined("not_played")
        proposed = json.loads(proposal.data)
        if proposed["verdict"] is None:
            raise Declined("provisional")
        terms = terms_of(locked.version)
        left = terms.marks - count_marked([each.run for each in list_runs(locked) if each.run is not None])
        if left > 0:
            raise Declined("not_marked", left=left)
        if locked.verdict:
            raise Declined("decided")
        if locked.rulings.filter(by=by).exists():
            raise Declined("own_round")
        ruling = Ruling.objects.create(
            attempt=locked,
            proposal=proposal,
            round=locked.round,
            by=by,
            role=role,
            verdict=verdict,
            reason=told,
            made_at=read_now(),
        )
        what = {"attempt": attempt.pk, "verdict": verdict, "proposed": proposed["verdict"], "proposal": proposal.digest}
        record("attempt.ruled", actor=by, about=attempt.trainee, **what)
        given = locked.rulings.filter(round=locked.round)
        final = find_verdict(
            (Ruled(each.by_id, each.role, each.verdict) for each in given), proposed, confirms=terms.confirms
        )
        if final:
            Attempt.objects.filter(pk=attempt.pk).update(verdict=final, decided_at=read_now())
            locked.refresh_from_db()
            record("attempt.decided", actor=by, about=attempt.trainee, attempt=attempt.pk, verdict=final)
            if final == PASSED:
                issue_certificate(locked, by=by)
    attempt.refresh_from_db()
    return ruling


def remark_on(attempt: Attempt, *, kind: str, text: str, trainee: User) -> Remark:
    """The trainee comments, or appeals against a decision, which has it decided anew by others.

    Raises Declined: forbidden, no_reason, not_decided (an appeal needs a decision), appealed (once is all),
    no_evidence (the runs are gone, so that nobody could decide anew).
    """
    if attempt.trainee_id != trainee.pk or kind not in (Remark.COMMENT, Remark.APPEAL):
        raise Declined("forbidden")
    told = clean_reason(text)
    with transaction.atomic():
        locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
        if kind == Remark.APPEAL:
            if not locked.verdict or locked.verdict == PASSED:
                raise Declined("not_decided")
            if locked.round > 1:
                raise Declined("appealed")
            if not is_played(locked):
                raise Declined("no_evidence")
            Attempt.objects.filter(pk=attempt.pk).update(round=locked.round + 1, verdict="", decided_at=None)
        remark = Remark.objects.create(attempt=locked, kind=kind, text=told, made_at=read_now())
        record(f"attempt.{kind}", actor=trainee, about=trainee, attempt=attempt.pk)
    attempt.refresh_from_db()
    return remark


def _is_ruled(attempt: Attempt) -> bool:
    """Whether anybody has decided on it in this round."""
    return bool(attempt.verdict) or attempt.rulings.filter(round=attempt.round).exists()


def _roles(attempt: Attempt, person: User) -> set[str]:
    if attempt.trainee_id == person.pk:
        return set()
    rows = person.memberships.filter(cohort=attempt.version.programme.cohort_id)
    return set(rows.values_list("role", flat=True))
