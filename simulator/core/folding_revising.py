"""Folding what somebody does with a reply of their own that stands already: correcting it, deleting it.

Rules kept here: what was said was heard, so neither takes back what it brought about, nor brings anything about by
itself; but whom a deleted reply had answered waits again, from that moment on.
"""

from simulator.core.events import Event
from simulator.core.firing import appoint_silence
from simulator.core.state import State


def correct_reply(state: State, event: Event) -> None:
    reply = state.replies[event.data["reply"]]
    reply.corrections.append(event.seq)
    reply.words, reply.seen_seq = event.words, event.data["seen_seq"]
    state.corrected[event.seq] = reply.seq
    state.revisions += 1


def delete_reply(state: State, event: Event) -> None:
    reply = state.replies[event.data["reply"]]
    reply.deleted = event.seq
    state.revisions += 1
    thread = state.threads[reply.thread]
    thread.replies.remove(reply.seq)
    for post in (state.posts[key] for key in thread.posts):
        if reply.seq not in post.answered_by:
            continue
        post.answered_by.remove(reply.seq)
        if not post.answered_by:
            post.since_ms = event.at_ms
            # A line that had become needless stays so, whether or not anybody looked in between.
            state.silenced.update(key for key, line in state.lines.items() if line.about == post.key)
            appoint_silence(state, post)
            state.resolved.pop(thread.key, None)
