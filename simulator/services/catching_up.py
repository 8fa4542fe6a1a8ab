"""Catching up: one run when somebody looks at it, all due runs when the alarm rings.

A class starts in the same second, so an alarm takes all due runs in one transaction; a run that cannot be continued is
set apart, so that it does not hold up the others.
"""

import logging
from contextlib import ExitStack

from django.db import transaction

from simulator.models import Run
from simulator.services import clock, gates, memory, pulse, store
from simulator.services.locking import StalePulse, ask_time, hand_over, work_on
from simulator.services.session import Session, open_session

logger = logging.getLogger(__name__)

BATCH = 64
BACK_OFF_MS = 5_000
LONGEST_BACK_OFF_MS = 600_000

_failures: dict[int, int] = {}


def catch_up(run_id: int) -> int:
    """Writes what is due in this run by now and returns the seq of its last event. Raises Refused `unknown_run`."""
    head_seq = _find_head_if_current(run_id)
    return work_on(run_id, lambda session: session.state.seq) if head_seq is None else head_seq


def catch_up_due(limit: int = BATCH) -> int:
    """Writes what is due by now in at most `limit` runs, a page each, and returns how many runs it looked at.

    Never waits for a run that somebody else is working on.
    """
    try:
        return _catch_up_together(limit)
    except StalePulse:
        pulse.beat()
        return catch_up_due(limit)
    except Exception:
        logger.exception("could not catch up all due runs together; going on one by one")
        return _catch_up_one_by_one(limit)


def _find_head_if_current(run_id: int) -> int | None:
    """The last seq, if nothing can be due: found without a lock, because most looks find nothing to do."""
    found = Run.objects.filter(pk=run_id).values_list("head_seq", "next_due_at", "outages_seen", "ended").first()
    if found is None:
        return None
    head_seq, next_due_at, outages_seen, ended = found
    if ended:
        return int(head_seq)
    now = clock.wall_ms()
    if pulse.is_stale(now) or outages_seen < pulse.last_outage():
        return None
    return int(head_seq) if next_due_at is None or next_due_at > now else None


def _catch_up_together(limit: int) -> int:
    with ExitStack() as held, transaction.atomic():
        heads = store.lock_due(clock.wall_ms(), limit=limit)
        if not heads:
            return 0
        now = ask_time()
        free = [head for head in heads if gates.try_to_hold(head.run_id, until=held)]
        sessions = [open_session(head, now=now) for head in free]
        for session in sessions:
            session.catch_up()
        _close_together(sessions)
        hand_over(sessions)
        return len(sessions)


def _close_together(sessions: list[Session]) -> None:
    store.add_events([new for session in sessions for new in session.new])
    store.move_heads([session.new_head() for session in sessions])
    for session in sessions:
        memory.put(session.head.run_id, session.remembered)


def _catch_up_one_by_one(limit: int) -> int:
    due = Run.objects.filter(next_due_at__lte=clock.wall_ms()).order_by("next_due_at", "id")
    run_ids = list(due.values_list("id", flat=True)[:limit])
    for run_id in run_ids:
        try:
            work_on(run_id, lambda session: session.state.seq)
            _failures.pop(run_id, None)
        except Exception:
            _set_apart(run_id)
    return len(run_ids)


def forget_failures() -> None:
    """Lets every broken run be tried as if it had never failed."""
    _failures.clear()


def _set_apart(run_id: int) -> None:
    """Lets the alarm look at a broken run less and less often. Looking at it by name still tries."""
    _failures[run_id] = _failures.get(run_id, 0) + 1
    pause_ms = min(LONGEST_BACK_OFF_MS, BACK_OFF_MS * 2 ** (_failures[run_id] - 1))
    logger.exception("run %s cannot be continued; next try in %s s", run_id, pause_ms // 1000)
    Run.objects.filter(pk=run_id).update(next_due_at=clock.wall_ms() + pause_ms)
