"""Both futures of a moment that was tried again: what the first run came to from there on, and what the fork did."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.core.vocabulary import CRITERIA
from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, scorecard
from scoring.core.robots.heat import heat_curve
from simulator.core.events import Event
from simulator.models import Run
from simulator.queries import read_log
from trainer_ui.core.curves import Curve, HeatPicture, draw_heat
from trainer_ui.criteria import NamedValue, name_criterion, name_values
from trainer_ui.templatetags.desk import points


@dataclass(frozen=True, slots=True)
class Compared:
    """A criterion, or the overall score (`name` ""), of both, per mille; None where it did not apply."""

    name: str
    before: int | None
    now: int | None

    @property
    def difference(self) -> str:
        """In points of 100, signed; "0" where they are the same or one did not apply."""
        if self.before is None or self.now is None:
            return "0"
        change = points(self.now) - points(self.before)
        return f"+{change}" if change > 0 else f"\u2212{-change}" if change else "0"


@dataclass(frozen=True, slots=True)
class SaidThen:
    """A reply after the fork: its words (None once erased), when, and what it was worth. `is_there`: there was one."""

    is_there: bool
    words: str | None = None
    at_ms: int = 0
    values: tuple[NamedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    is_first: bool
    reply: SaidThen


@dataclass(frozen=True, slots=True)
class Futures:
    """`parent` is the first run, `at_ms` where they part; `heat` None where nothing ever moved any."""

    parent: Run
    at_ms: int
    rows: list[Compared]
    said: list[Side]
    heat: HeatPicture | None


def compare_futures(run: Run, card: Mapping[str, Any]) -> Futures | None:
    """`run` beside the one it was forked from; None where it is no fork, its parent is gone or not over, or was scored
    by other rules than today's. Both are scored from the same moment on, each to its own end."""
    parent = run.parent
    if parent is None or parent.purging or not parent.ended or card["scoring"] != SCORING_VERSION:
        return None
    log, first = read_log(run.pk), read_log(parent.pk)
    fork = max((event for event in log if event.kind == "RunForked"), key=lambda event: event.seq)
    since = (fork.data["at_seq"], fork.at_ms)
    before = scorecard(load_timeline(parent.version), first, since=since)
    reply = _find_reply(first, after=since[0])
    again = _find_reply(log, after=fork.seq, thread=reply.data["thread"] if reply else None)
    return Futures(
        parent=parent,
        at_ms=fork.at_ms,
        rows=_compare(before, card),
        said=[Side(True, _show(reply, first)), Side(False, _show(again, log))],
        heat=_draw(first, log),
    )


def _compare(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Compared]:
    names = [name for name in CRITERIA if name in before["criteria"] or name in now["criteria"]]
    rows = [Compared(name_criterion(name), before["criteria"].get(name), now["criteria"].get(name)) for name in names]
    return [Compared("", before["score"], now["score"]), *rows]


def _find_reply(log: list[Event], *, after: int, thread: str | None = None) -> Event | None:
    replies = (event for event in log if event.kind == "ReplySent" and event.seq > after)
    return next((event for event in replies if thread is None or event.data["thread"] == thread), None)


def _show(reply: Event | None, log: list[Event]) -> SaidThen:
    if reply is None:
        return SaidThen(is_there=False)
    assessed = (event.data for event in log if event.kind == "ReplyAssessed" and event.data["reply"] == reply.seq)
    values = name_values(next(assessed, {"criteria": {}})["criteria"])
    return SaidThen(is_there=True, words=reply.words, at_ms=reply.at_ms, values=tuple(values))


def _draw(first: list[Event], log: list[Event]) -> HeatPicture | None:
    curves = [Curve("own", heat_curve(log)), Curve("before", heat_curve(first))]
    if not any(heat for curve in curves for _, heat in curve.points):
        return None
    return draw_heat(curves, ended_ms=max(first[-1].at_ms, log[-1].at_ms))
