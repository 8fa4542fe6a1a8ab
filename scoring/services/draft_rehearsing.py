"""Rehearsing a draft while it is written: robots play it in a process of its own, and the editor looks how far it is.

Rules kept here: one rehearsal of a draft at a time; whoever asks is answered at once; a process that is gone leaves a
rehearsal that says so; what passed counts for a version only where it is of that very text, engine and score.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from people.models import User
from scenarios.core.codec import digest, dumps, loads
from scenarios.core.vocabulary import ROBOTS
from scenarios.models import Draft, ScenarioVersion
from scenarios.services.draft_publishing import name_file, publish_draft
from scenarios.services.drafts import DraftRefused, find_own
from scenarios.services.linting import lint_text
from scenarios.services.publish import NotPublishable
from scoring.core import SCORING_VERSION
from scoring.core.robots.rehearsing import FEWEST_SEEDS
from scoring.models import DraftRehearsal
from scoring.services.rehearsal import keep_report, rehearse
from simulator.core.events import ENGINE_VERSION, canonical

LOST_AFTER = timedelta(seconds=60)
"""A process that plays says so after every run of a robot, which takes less than a second."""
TOUCHED_EVERY = timedelta(seconds=1)
KEPT = 3
"""Rehearsals of one draft."""

Launch = Callable[[int], None]


class Stopped(Exception):  # noqa: N818  not an error: somebody said so
    """The rehearsal is no longer wanted."""


def begin_rehearsing(draft_id: int, *, actor: User, edition: int, launch: Launch | None = None) -> DraftRehearsal:
    """Lets robots play the last saved text, which has to be `edition`. What is under way already is answered.

    `launch` starts what calls `run_rehearsing`. Raises NotPublishable where lint has an error; DraftRefused: conflict,
    forbidden.
    """
    draft = find_own(draft_id, actor=actor)
    if draft.edition != edition:
        raise DraftRefused("conflict")
    linted = lint_text(draft.text, brand_source=draft.brand_source, file=name_file(draft))
    if linted.timeline is None:
        raise NotPublishable(linted.problems)
    settle_lost(draft)
    now = timezone.now()
    begun = DraftRehearsal(
        draft=draft,
        edition=edition,
        digest=digest(linted.timeline),
        timeline_json=dumps(linted.timeline),
        by=actor,
        total=FEWEST_SEEDS * len(ROBOTS),
        engine_version=ENGINE_VERSION,
        scoring_version=SCORING_VERSION,
        began_at=now,
        touched_at=now,
    )
    row = _keep_only(begun)
    if row is not begun:
        return row
    old = draft.rehearsals.order_by("-pk").values_list("pk", flat=True)[KEPT:]
    DraftRehearsal.objects.filter(pk__in=list(old)).delete()
    (launch or _launch)(row.pk)
    return row


def _keep_only(begun: DraftRehearsal) -> DraftRehearsal:
    """`begun`, kept; or the one that is running already. That one may end just then: what is begun can be kept then."""
    while True:
        try:
            with transaction.atomic():
                begun.save(force_insert=True)
        except IntegrityError:
            running = DraftRehearsal.objects.filter(draft=begun.draft, state="running").first()
            if running is not None:
                return running
        else:
            return begun


def run_rehearsing(rehearsal_id: int, *, jobs: int = 1) -> None:
    """Plays, says how far it is and keeps the report; ends early where somebody stopped it."""
    row = DraftRehearsal.objects.get(pk=rehearsal_id)
    running = DraftRehearsal.objects.filter(pk=rehearsal_id, state="running")
    told = timezone.now()

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = timezone.now()
        if now - told < TOUCHED_EVERY and done < total:
            return
        told = now
        if not running.update(done=done, total=total, touched_at=now):
            raise Stopped

    try:
        report = rehearse(loads(row.timeline_json), jobs=jobs, progress=tell)
    except Stopped:
        return
    except Exception:
        running.update(state="failed", touched_at=timezone.now())
        raise
    running.update(state="done", passed=report["passed"], data=canonical(report), touched_at=timezone.now())


def stop_rehearsing(draft_id: int, *, actor: User) -> None:
    """Nobody waits for it any more. Raises DraftRefused: forbidden."""
    draft = find_own(draft_id, actor=actor)
    draft.rehearsals.filter(state="running").update(state="stopped", touched_at=timezone.now())


def settle_lost(draft: Draft) -> None:
    """What has not been heard of for too long is not running."""
    draft.rehearsals.filter(state="running", touched_at__lt=timezone.now() - LOST_AFTER).update(state="failed")


def publish_rehearsed(draft_id: int, *, actor: User, edition: int, note: str = "") -> ScenarioVersion:
    """As `publish_draft`, for certification: with the rehearsal that passed kept on the version.

    Raises DraftRefused `not_rehearsed` too, where robots have not passed this very text under the engine and the score
    of today.
    """
    with transaction.atomic():
        version = publish_draft(draft_id, actor=actor, edition=edition, note=note)
        passed = DraftRehearsal.objects.filter(
            draft_id=draft_id,
            digest=version.digest,
            passed=True,
            engine_version=ENGINE_VERSION,
            scoring_version=SCORING_VERSION,
        ).last()
        if passed is None:
            raise DraftRefused("not_rehearsed")
        keep_report(version, json.loads(passed.data))
    return version


def _launch(rehearsal_id: int) -> None:
    """A process that outlives the request."""
    command = [sys.executable, "manage.py", "rehearse_draft", str(rehearsal_id)]
    subprocess.Popen(  # noqa: S603  our own, from above
        command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, start_new_session=True
    )
