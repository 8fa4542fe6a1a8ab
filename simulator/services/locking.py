"""Lock, read, decide, stamp, append: the one way in which anything is written to a run under way.

Rules kept here: the lock comes first and the time is asked for after it; what is due is caught up before anything is
decided; a refusal keeps what was caught up; rows are handed over after the commit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from django.db import transaction

from simulator.services import clock, doorbell, gates, pulse, store
from simulator.services.refusals import Refused
from simulator.services.session import Session, open_session

Result = TypeVar("Result")
Decide = Callable[[Session], Result]
LookFirst = Callable[[store.Head], Result | None]


class StalePulse(Exception):  # noqa: N818  not an error: the transaction is begun again after a look at the pulse
    """An outage may have ended, and this process does not know about it yet."""


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    result: Result


def work_on(run_id: int, decide: Decide[Result], *, first: LookFirst[Result] | None = None) -> Result:
    """Locks the run, catches it up and returns what `decide` returns, which appends through the session.

    `first` may answer before everything else. Catching up commits page by page. Raises Refused `unknown_run`, and what
    `decide` refuses, which has to come before it appends.
    """
    with gates.hold(run_id):
        while True:
            try:
                done = _work_once(run_id, decide, first)
            except StalePulse:
                pulse.beat()
                continue
            if isinstance(done, Refused):
                raise done
            if done is not None:
                return done.result


def _work_once(run_id: int, decide: Decide[Result], first: LookFirst[Result] | None) -> _Done[Result] | Refused | None:
    """One transaction. None if a page was written and there is more to catch up."""
    with transaction.atomic():
        head = store.lock_run(run_id)
        now = ask_time()
        if head is None:
            return Refused("unknown_run")
        if first is not None and (answer := first(head)) is not None:
            return _Done(answer)
        session = open_session(head, now=now)
        done = _decide(session, decide) if session.catch_up() else None
        session.close()
        hand_over([session])
        return done


def _decide(session: Session, decide: Decide[Result]) -> _Done[Result] | Refused:
    try:
        return _Done(decide(session))
    except Refused as refusal:
        return refusal


def ask_time() -> int:
    """The wall time, under the lock. Raises StalePulse where an outage may have to be noticed first."""
    now = clock.wall_ms()
    if pulse.is_stale(now):
        raise StalePulse
    return now


def hand_over(sessions: Sequence[Session]) -> None:
    """Rings for what the sessions wrote, once it is committed."""
    for session in sessions:
        if session.new:
            transaction.on_commit(partial(doorbell.ring, session.head.run_id, session.rows()))
