"""A small run's frames, for the vectors to be folded from."""

from typing import Any

from simulator.core.view import Frame

WALL = 1_764_000_000_000
JANA = {"persona": "jana", "name": "Jana Vogt", "handle": "@jana.v"}
ALI = {"persona": "ali", "name": "Ali Öz", "handle": "@ali"}
CEM = {"persona": "crowd_1", "name": "Cem", "handle": "@cem"}


def make_frame(after: int, seq: int, kind: str, /, *, at_ms: int, words: str | None = None, **data: Any) -> Frame:
    frame: dict[str, Any] = {
        "type": "event", "run": 7, "seq": seq, "after": after, "at_ms": at_ms, "kind": kind, "data": data,
    }  # fmt: skip
    return frame if words is None else {**frame, "words": words}


def make_post(after: int, seq: int, post: str, *, at_ms: int, thread: str, who: dict[str, str], **more: Any) -> Frame:
    data = {"channel": "microblog", "text": f"{post} 🚆", "reply_to": None, "first": False, **more}
    target = {"target_ms": at_ms + 240_000}
    return make_frame(after, seq, "PostAppeared", at_ms=at_ms, post=post, thread=thread, **who, **{**target, **data})


def make_reply(after: int, seq: int, *, at_ms: int, thread: str, post: str, words: str | None, **more: Any) -> Frame:
    data = {"thread": thread, "post": post, "visibility": "public", "seen_seq": after, **more}
    return make_frame(after, seq, "ReplySent", at_ms=at_ms, words=words, **data)


def correct_reply(after: int, seq: int, *, at_ms: int, reply: int, thread: str, words: str | None) -> Frame:
    data = {"reply": reply, "thread": thread, "seen_seq": after}
    return make_frame(after, seq, "ReplyCorrected", at_ms=at_ms, words=words, **data)


def delete_reply(after: int, seq: int, *, at_ms: int, reply: int, thread: str) -> Frame:
    return make_frame(after, seq, "ReplyDeleted", at_ms=at_ms, reply=reply, thread=thread)


START = make_frame(
    0, 1, "RunStarted", at_ms=0, scenario="ab12", key="quiet-morning", language="de", mode="practice", speed=1000,
    engine=1, scoring=1, rubric="cd34", duration_ms=600_000, wall_ms=WALL, agent="TB", trainee="u1",
)  # fmt: skip
POSTS = [
    make_post(1, 2, "rucksack-1", at_ms=20_000, thread="rucksack", who=JANA, first=True),
    make_post(2, 3, "wlan-1", at_ms=30_000, thread="wlan", who=ALI, channel="page", first=True),
    make_post(3, 5, "rucksack-2", at_ms=50_000, thread="rucksack", who=ALI, reply_to="rucksack-1"),
    make_post(5, 6, "rucksack-3", at_ms=60_000, thread="rucksack", who=JANA, reply_to="rucksack-1"),
]
REPLY = make_reply(6, 7, at_ms=90_000, thread="rucksack", post="rucksack-1", words="Hallo Jana,\nwir suchen mit. /TB")
END = make_frame(7, 9, "RunEnded", at_ms=600_000, reason="time")


def set_clock(after: int, seq: int, kind: str, *, at_ms: int, wall_ms: int, **more: Any) -> Frame:
    return make_frame(after, seq, kind, at_ms=at_ms, wall_ms=WALL + wall_ms, **more)
