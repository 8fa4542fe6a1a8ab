"""What a condition is asked about: the event at hand, or the time that has come."""

from dataclasses import dataclass

from simulator.core.events import Event
from simulator.core.state import PostState, State


@dataclass(frozen=True, slots=True)
class About:
    """`kind` is the event's, "" where only time has passed. `seq` is the act: a reply, an escalation, a treatment, a
    notice.

    `key` is what else it names: a fact, a desk, a topic or how a post was treated.
    """

    kind: str
    at_ms: int
    seq: int = 0
    thread: str = ""
    post: str = ""
    key: str = ""


def about_event(event: Event, state: State) -> About:
    """What `event` is about; `state` already holds it."""
    data, kind = event.data, event.kind
    match kind:
        case "ReplyAssessed":
            reply = state.replies.get(data["reply"])
            if reply is None:
                return About(kind, event.at_ms, data["reply"])
            return About(kind, event.at_ms, reply.seq, reply.thread, reply.post)
        case "Escalated":
            return About(kind, event.at_ms, event.seq, data["thread"], data["post"], data["desk"])
        case "Treated":
            return About(kind, event.at_ms, event.seq, data["thread"], data["post"], data["as"])
        case "Resolved":
            posts = state.threads[data["thread"]].posts
            return About(kind, event.at_ms, event.seq, data["thread"], posts[0], "resolved")
        case "NoticePublished" | "NoticeUpdated":
            return About(kind, event.at_ms, event.seq, key=data["topic"])
        case "FactReleased":
            return About(kind, event.at_ms, key=data["fact"])
    return About(kind, event.at_ms)


def about_time(at_ms: int, post: PostState | None = None, *, topic: str = "") -> About:
    """What is asked because `post` has waited, or the notice about `topic` has grown old."""
    if post is None:
        return About("", at_ms, key=topic)
    return About("", at_ms, thread=post.thread, post=post.key)
