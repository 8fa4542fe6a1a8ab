"""Shifts made by hand: posts that appear, and what a trainee did when; what the scorecard makes of the order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scenarios.core.timeline import Fact, Needs, Timeline
from scoring.core import scorecard
from simulator.core.events import Event
from tests.simulator.timelines import MINUTE, NEEDS, make_post, make_timeline

LONG = 40 * MINUTE
Happening = tuple[int, str, dict[str, Any]]


@dataclass(frozen=True)
class Asked:
    """A post of somebody of its own. `reaction` brought it, if any did."""

    key: str
    at_ms: int = 0
    reach: int = 100
    due_ms: int = 4 * MINUTE
    needs: Needs = NEEDS
    reaction: str = ""
    visibility: str = "public"


def make_shift(posts: Sequence[Asked], *, facts: Sequence[Fact] = ()) -> Timeline:
    timeline = make_timeline(
        posts=[make_post(each.key, each.key, at_ms=each.at_ms, persona=each.key, needs=each.needs) for each in posts],
        facts=facts,
        duration_ms=LONG,
    )
    people = tuple(
        replace(persona, reach=next(each.reach for each in posts if each.key == persona.key))
        for persona in timeline.personas
    )
    return replace(timeline, personas=people)


def appear(post: Asked) -> Happening:
    data = {"post": post.key, "thread": post.key, "persona": post.key, "text": "Hallo?", "visibility": post.visibility}
    more = {"reaction": post.reaction} if post.reaction else {}
    return post.at_ms, "PostAppeared", {**data, **more, "target_ms": post.at_ms + post.due_ms}


def answer(key: str, at_ms: int) -> Happening:
    return at_ms, "ReplySent", {"post": key, "thread": key, "visibility": "public", "seen_seq": 1}


def hand_over(key: str, at_ms: int) -> Happening:
    return at_ms, "Escalated", {"post": key, "thread": key, "desk": "operations"}


def treat(key: str, at_ms: int, *, as_: str) -> Happening:
    return at_ms, "Treated", {"post": key, "thread": key, "as": as_}


def write(happenings: Iterable[Happening], *, until_ms: int = LONG) -> list[Event]:
    """A log, in order of time; of the same moment, in the order given. All acts are those of u1."""
    start = {
        "mode": "practice", "engine": 2, "scoring": 3, "agent": "TB", "trainee": "u1", "speed": 1000, "cast": {},
        "duration_ms": LONG, "wall_ms": 0,
    }  # fmt: skip
    rows = [(0, "RunStarted", start), *sorted(happenings, key=lambda each: each[0])]
    rows.append((until_ms, "RunEnded", {"reason": "time"}))
    return [Event(seq, at_ms, kind, "u1", data) for seq, (at_ms, kind, data) in enumerate(rows, start=1)]


def order_of(posts: Sequence[Asked], *acts: Happening, facts: Sequence[Fact] = (), **log: int) -> dict[str, Any] | None:
    card = scorecard(make_shift(posts, facts=facts), write([*map(appear, posts), *acts], **log))
    order: dict[str, Any] | None = card["order"]
    return order
