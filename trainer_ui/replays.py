"""The run to scrub along: its tracks, and the frames that the desk was sent."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.core.events import TRAINEE, Event
from simulator.core.state import PostState
from simulator.frames import write_events
from simulator.queries import rows_after
from trainer_ui.comparing import SIDES
from trainer_ui.core.tracks import Tracks, draw_tracks
from trainer_ui.halting import place_halts
from trainer_ui.played import PlayedRun

EVERYTHING = 1 << 40
DECISIONS = ("Treated", "Resolved", "ThreadClosed")


def write_frames(run_id: int) -> str:
    """What the trainee's desk was sent of a run, as a JSON array, in order. Words that were erased are not there."""
    frames = write_events(rows_after(run_id, 0, EVERYTHING), audience=TRAINEE, after=0)
    return "[" + ",".join(text for _, text in frames) + "]"


def draw_replay(played: PlayedRun, twins: Mapping[str, Any]) -> Tracks:
    state, card = played.state, played.card
    ended_ms = card["ended_ms"]
    return draw_tracks(
        ended_ms=ended_ms,
        heats=[(kind, [(at_ms, heat) for at_ms, heat in twins[name]["curve"]]) for name, kind in SIDES.items()],
        waits=list_waits(played),
        replies=[state.replies[seq].at_ms for seq in played.marks],
        missed=[state.posts[item["post"]].at_ms for item in card["unanswered"]],
        halts=place_halts(card),
    )


def list_waits(played: PlayedRun) -> list[tuple[int, int]]:
    """[from, until) of each post that somebody was promised an answer to, as the desk counts them: a reply ends it, and
    so does every decision about the post or its thread; it waits again once no reply to it stands any more."""
    return [(since, until) for since, until, _ in list_due_waits(played)]


def list_due_waits(played: PlayedRun) -> list[tuple[int, int, int | None]]:
    """The same, each with the run time by which the answer was promised."""
    doings = sorted((*played.said.values(), *played.acts), key=lambda event: event.seq)
    promised = [post for post in played.state.posts.values() if played.due_ms[post.key] is not None]
    return [
        (since, until, played.due_ms[post.key])
        for post in promised
        for since, until in _list_waits_for(post, doings, played)
    ]


def _list_waits_for(post: PostState, doings: Sequence[Event], played: PlayedRun) -> Iterator[tuple[int, int]]:
    since: int | None = post.at_ms
    standing: set[int] = set()
    for event in doings:
        data = event.data
        if event.seq < post.seq or data.get("thread") != post.thread:
            continue
        if event.kind == "ReplyDeleted" and data["reply"] in standing:
            standing.remove(data["reply"])
            since = since if standing else event.at_ms
        elif _is_reply_to(post, event, played) or event.kind in DECISIONS and data.get("post", post.key) == post.key:
            standing |= {event.seq} if event.kind == "ReplySent" else set()
            if since is not None:
                yield since, event.at_ms
            since = None
    if since is not None:
        yield since, played.card["ended_ms"]


def _is_reply_to(post: PostState, event: Event, played: PlayedRun) -> bool:
    return event.kind == "ReplySent" and played.state.posts[event.data["post"]].persona == post.persona


def describe_replay(played: PlayedRun, *, frames_path: str) -> dict[str, Any]:
    """What the page's script needs beside the desk's own pack; times in ms of run time."""
    return {
        "ended_ms": played.card["ended_ms"],
        "frames_path": frames_path,
        "replies": [
            {"seq": seq, "mark": mark, "at_ms": played.state.replies[seq].at_ms} for seq, mark in played.marks.items()
        ],
    }
