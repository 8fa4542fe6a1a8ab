"""Folding what the trainee does: replies and what the score hears in them, handing over, notices, treatments."""

from heapq import heappush

from simulator.core.events import Event
from simulator.core.hearing import NOT_HEARD
from simulator.core.ordering import RUMOUR_RANK
from simulator.core.state import Escalation, NoticeState, ReplyState, State, Treatment


def send_reply(state: State, event: Event) -> None:
    data = event.data
    thread = state.threads[data["thread"]]
    answered_persona = state.posts[data["post"]].persona
    state.replies[event.seq] = ReplyState(
        seq=event.seq,
        at_ms=event.at_ms,
        actor=event.actor,
        thread=thread.key,
        post=data["post"],
        visibility=data["visibility"],
        seen_seq=data["seen_seq"],
        words=event.words,
    )
    thread.replies.append(event.seq)
    for key in thread.posts:
        post = state.posts[key]
        if post.persona != answered_persona or (post.answered_by and key != data["post"]):
            continue
        post.answered_by.append(event.seq)


def assess(state: State, event: Event) -> None:
    """What the score heard: only now the public knows what a reply says."""
    seq = event.data["reply"]
    tone = event.data["criteria"].get("tone")
    heard = event.data.get("heard", NOT_HEARD)
    state.heard[seq] = heard if tone is None else {**heard, "tone": tone}
    reply = state.replies.get(seq)
    if reply is not None:
        # What a thread was told need not be told again.
        state.threads[reply.thread].told.update(heard.get("facts", ()))
    if reply is None or reply.visibility == "public":
        for rumour in heard.get("corrects", ()):
            if rumour in state.plan.rumours and rumour not in state.ended_rumours:
                heappush(state.agenda, (event.at_ms, RUMOUR_RANK, rumour))
    if reply is not None:
        _note_move(state, seq, to_private=reply.visibility == "private" or bool(heard.get("to_private")))


def _note_move(state: State, seq: int, *, to_private: bool) -> None:
    post = state.posts[state.replies[seq].post]
    if to_private and post.visibility == "public":
        state.moved.setdefault(post.persona, seq)


def escalate(state: State, event: Event) -> None:
    data = event.data
    needed = state.posts[data["post"]].needs.desk
    handed = Escalation(event.seq, event.at_ms, data["thread"], data["post"], data["desk"], data["desk"] == needed)
    state.escalations.setdefault(handed.post, []).append(handed)


def publish_notice(state: State, event: Event) -> None:
    """Published or updated: what it says is as new as its words."""
    topic = event.data["topic"]
    notice = state.notices.get(topic)
    if notice is None:
        state.notices[topic] = NoticeState(topic, event.data["channel"], [event.seq], event.at_ms)
        return
    notice.seqs.append(event.seq)
    notice.at_ms, notice.changed_ms = event.at_ms, None


def treat(state: State, event: Event) -> None:
    data = event.data
    state.treated[data["post"]] = Treatment(event.seq, data["as"], data.get("reason", ""))


def resolve(state: State, event: Event) -> None:
    state.resolved[event.data["thread"]] = event.seq
