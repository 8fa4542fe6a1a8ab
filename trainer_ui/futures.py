"""Both futures of a moment that was tried again: what the first run came to from there on, and what the fork did."""

from collections.abc import Mapping, Sequence
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
from trainer_ui.doings import show_reply
from trainer_ui.played import NOT_ASSESSED, PlayedRun, read_run
from trainer_ui.shown import ShownPost
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
class Side:
    """The reply after the fork as the public saw it, with what it said before and when it was deleted, and what it is
    worth as it stands; None where there was none."""

    is_first: bool
    reply: ShownPost | None
    values: Sequence[NamedValue] = ()


@dataclass(frozen=True, slots=True)
class Futures:
    """`parent` is the first run, `at_ms` where they part; `heat` None where nothing ever moved any."""

    parent: Run
    at_ms: int
    rows: list[Compared]
    said: list[Side]
    heat: HeatPicture | None


def compare_futures(run: Run, card: Mapping[str, Any], *, language: str) -> Futures | None:
    """`run` beside the one it was forked from; None where it is no fork, its parent is gone or not over, or was scored
    by other rules than today's. Both are scored from the same moment on, each to its own end."""
    parent = run.parent
    if parent is None or parent.purging or not parent.ended or card["scoring"] != SCORING_VERSION:
        return None
    log, first = read_log(run.pk), read_log(parent.pk)
    fork = max((event for event in log if event.kind == "RunForked"), key=lambda event: event.seq)
    since = (fork.data["at_seq"], fork.at_ms)
    timeline = load_timeline(parent.version)
    before = scorecard(timeline, first, since=since)
    reply = _find_reply(first, after=since[0])
    again = _find_reply(log, after=fork.seq, thread=reply.data["thread"] if reply else None)
    return Futures(
        parent=parent,
        at_ms=fork.at_ms,
        rows=_compare(before, card),
        said=[
            _show(reply, read_run(timeline, first, card=before, models={}), is_first=True, language=language),
            _show(again, read_run(timeline, log, card=card, models={}), is_first=False, language=language),
        ],
        heat=_draw(first, log),
    )


def _compare(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Compared]:
    names = [name for name in CRITERIA if name in before["criteria"] or name in now["criteria"]]
    rows = [Compared(name_criterion(name), before["criteria"].get(name), now["criteria"].get(name)) for name in names]
    return [Compared("", before["score"], now["score"]), *rows]


def _find_reply(log: list[Event], *, after: int, thread: str | None = None) -> Event | None:
    replies = (event for event in log if event.kind == "ReplySent" and event.seq > after)
    return next((event for event in replies if thread is None or event.data["thread"] == thread), None)


def _show(reply: Event | None, played: PlayedRun, *, is_first: bool, language: str) -> Side:
    if reply is None:
        return Side(is_first, None)
    values = name_values(played.assessments.get(reply.seq, NOT_ASSESSED)["criteria"])
    return Side(is_first, show_reply(played.state.replies[reply.seq], played, language=language), values)


def _draw(first: list[Event], log: list[Event]) -> HeatPicture | None:
    own, before = (Curve(kind, heat_curve(each), each[-1].at_ms) for kind, each in (("own", log), ("before", first)))
    curves = [own, before]
    if not any(heat for curve in curves for _, heat in curve.points):
        return None
    return draw_heat(curves, ended_ms=max(first[-1].at_ms, log[-1].at_ms))
