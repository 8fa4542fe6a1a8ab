"""Folding what the trainee does: replies and what the score hears in them, handing over, notices, treatments."""

from heapq import heappush

from simulator.core.events import Event
from simulator.core.firing import appoint_stale
from simulator.core.hearing import NOT_HEARD, is_outdated
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
        way=data.get("way", ""),
    )
    if data["visibility"] == "private" and (data.get("way") or answered_persona in state.ways):
        state.ways[answered_persona] = data.get("way", "")
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
    if seq in state.corrected:
        return  # What was said was heard; nobody reads an old reply again.
    reply = state.replies.get(seq)
    if reply is None or reply.visibility == "public":
        for rumour in heard.get("corrects", ()):
            if rumour in state.plan.rumours and rumour not in state.ended_rumours:
                heappush(state.agenda, (event.at_ms, RUMOUR_RANK, rumour))
    if reply is not None:
        _note_move(state, seq, to_private=reply.visibility == "private" or bool(heard.get("to_private")))
    else:
        _note_outdated(state, seq, at_ms=event.at_ms)


def _note_outdated(state: State, seq: int, *, at_ms: int) -> None:
    """A notice that says what is no longer so, and not what has come in its place, is as old as that."""
    notice = next((each for each in state.notices.values() if each.seqs[-1] == seq), None)
    said = set(state.heard[seq].get("facts", ()))
    if notice is not None and any(is_outdated(state, fact, said=said, seen_seq=seq) for fact in said):
        notice.changed_ms = at_ms
        appoint_stale(state, notice.topic, at_ms=at_ms)


def _note_move(state: State, seq: int, *, to_private: bool) -> None:
    post = state.posts[state.replies[seq].post]
    if to_private and post.visibility == "public":
        state.moved.setdefault(post.persona, seq)


def escalate(state: State, event: Event) -> None:
    data = event.data
    is_right = is_right_desk(state, data["post"], data["desk"])
    handed = Escalation(event.seq, event.at_ms, data["thread"], data["post"], data["desk"], is_right)
    state.escalations.setdefault(handed.post, []).append(handed)


def is_right_desk(state: State, post: str, desk: str) -> bool:
    """Whether the matter of `post` belongs to `desk`: where the author names none, to one that has an answer to it, and
    danger to any."""
    needs = state.posts[post].needs
    if needs.desk:
        return needs.desk == desk
    return bool(needs.danger) or (post, desk) in state.plan.desk_reactions


def publish_notice(state: State, event: Event) -> None:
    """Published or updated: what it says is as new as its words."""
    topic = event.data["topic"]
    notice = state.notices.get(topic)
    if notice is None:
        state.notices[topic] = NoticeState(topic, event.data["channel"], [event.seq], event.at_ms, event.words)
        return
    notice.seqs.append(event.seq)
    notice.at_ms, notice.words, notice.changed_ms = event.at_ms, event.words, None


def treat(state: State, event: Event) -> None:
    data = event.data
    acts = state.treated.setdefault(data["post"], {})
    acts[data["as"]] = Treatment(event.seq, data["as"], data.get("reason", ""))


def unblock(state: State, event: Event) -> None:
    """Whoever was blocked over any of their posts no longer is; what else was done with these stands."""
    persona = state.posts[event.data["post"]].persona
    for key, acts in state.treated.items():
        if state.posts[key].persona == persona:
            acts.pop("blocked", None)


def resolve(state: State, event: Event) -> None:
    state.resolved[event.data["thread"]] = event.seq


def tag_post(state: State, event: Event) -> None:
    """A tag is for others in the house: nothing of the run depends on it."""
    state.tags.setdefault(event.data["post"], {})[event.data["tag"]] = event.seq


def untag_post(state: State, event: Event) -> None:
    state.tags.get(event.data["post"], {}).pop(event.data["tag"], None)
