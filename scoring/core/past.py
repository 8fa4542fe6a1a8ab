"""What was said before a reply: in its thread, to this person, and of its topic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.core.formality import find_form
from scoring.core.hearing.telling import Told
from scoring.core.shelf import Shelf
from simulator.core.state import ReplyState, State


def heard_now(state: State, reply: ReplyState) -> Mapping[str, Any]:
    """What is heard in a reply as it stands."""
    return state.heard.get(reply.last, {})


def read_past(state: State, replies: Sequence[ReplyState], *, post: str, topic: str, earlier: Shelf) -> dict[str, Any]:
    """What was said before, in this thread (its `replies`) and to this person, as fields of the context."""
    persona = state.posts[post].persona if post in state.posts else ""
    acts = {act for reply in replies for act in heard_now(state, reply).get("acts", ())}
    to_them = [reply.visibility for reply in replies if state.posts[reply.post].persona == persona]
    return {
        "told_before": TellingBefore(state, persona, topic, earlier),
        "was_owned": not acts.isdisjoint({"apology", "ownership"}),
        "had_private": "private" in to_them,
        "public_turns": to_them.count("public"),
        **_read_hidden(state, persona),
        "post_visibility": state.posts[post].visibility if post in state.posts else "public",
    }


@dataclass(frozen=True, slots=True, eq=False)
class TellingBefore:
    """What was said of `topic` in public or to `persona`, by time. Listed when it is asked for: few replies claim
    anything that could contradict it, and a busy run has hundreds behind it."""

    state: State
    persona: str
    topic: str
    earlier: Shelf

    def __iter__(self) -> Iterator[Told]:
        state = self.state
        for seq, claims in self.earlier.claims.items():
            reply = state.replies.get(int(seq))
            if reply is None or reply.post not in state.posts or state.threads[reply.thread].topic != self.topic:
                continue
            to = state.posts[reply.post].persona
            if reply.visibility == "public" or to == self.persona:
                for claim in claims:
                    yield Told(claim, reply.seq, reply.at_ms, state.cast.get(to, {}).get("handle", ""))


def _read_hidden(state: State, persona: str) -> dict[str, Any]:
    """What the company knows of the person. Few have a history: only for them their posts are looked through."""
    person = next((each for each in state.timeline.personas if each.key == persona), None)
    if person is None:
        return {"record": ()}
    posts = state.posts.values() if person.history else ()
    written = tuple(each.text for each in posts if each.persona == persona and each.visibility == "public")
    return {"record": tuple(person.record.items()), "history": person.history, "own_posts": written}


def find_form_before(state: State, replies: Sequence[ReplyState], earlier: Shelf) -> str:
    """du or sie, as the last of `replies` that has one of them has it. Those on the shelf were read already."""
    for reply in reversed(replies):
        form = earlier.forms.get(reply.seq) or _form_of(reply.words, language=state.language)
        if form in {"du", "sie"}:
            return form
    return ""


def _form_of(words: str | None, *, language: str) -> str:
    return find_form(words, language=language) if words else "none"
