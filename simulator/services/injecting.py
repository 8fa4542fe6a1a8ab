"""What a coach writes into a class run: posts of its people or of strangers, and facts, now or at a run time ahead.

Speaking as a persona is injecting a post of theirs into a thread. The words lie beside the input, which no trainee
sees; what appears points to them (`simulator.core.injecting`).
"""

from typing import Any

from people.models import User
from simulator.core.events import COACHES, actor_of
from simulator.core.injecting import PREFIX, key_for
from simulator.core.state import State
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import check_length, check_text, is_storable
from simulator.services.session import Session

LONGEST_NAME = 60
LONGEST_HANDLE = 20
LONGEST_FACT = 1_000
"""Characters."""
MOST_REACH = 10_000_000


def inject_post(
    run_id: int,
    *,
    actor: User,
    cmd_id: str,
    text: str,
    answer: bool,
    persona: str = "",
    name: str = "",
    thread: str = "",
    channel: str = "",
    reply_to: str = "",
    visibility: str = "public",
    reach: int | None = None,
    due_ms: int | None = None,
) -> Ack:
    """Lets somebody say `text` now, or at the run time `due_ms`: a `persona` of the scenario, a stranger whom a coach
    brought before or an author of the crowd in a thread where they wrote (by persona as well), or a new one by `name`,
    whom `reach` people read. In a `thread`, or in a new one on a `channel`. `answer`: whether it calls for one.

    Raises Refused: empty, bad_text, too_long, bad_speaker, unknown_persona, bad_place, unknown_thread, unknown_channel,
    unknown_post, bad_visibility, bad_reach, bad_time, paused, ended, certification, forbidden, conflict, unknown_run.
    """
    check_text(text)
    asked = {
        "answer": answer, "persona": persona, "name": name, "thread": thread, "channel": channel,
        "reply_to": reply_to, "visibility": visibility, "reach": reach, "due_ms": due_ms,
    }  # fmt: skip

    def act(session: Session, body: str) -> int:
        require_time(session, due_ms)
        state, key = session.state, key_for(session.state.seq + 1)
        place = _find_place(state, asked, key=key, text=text)
        who = _find_speaker(state, asked, key=f"{PREFIX}_p{state.seq + 1}")
        data = {"post": key, **place, **who, "answer": int(answer), **when(due_ms)}
        return append(session, "PostInjected", data, actor=actor, cmd_id=cmd_id, body=body, words=text)

    body = {"type": "inject_post", **asked, "text": text}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body, by=COACHES)


def inject_fact(
    run_id: int, *, actor: User, cmd_id: str, fact: str = "", text: str = "", due_ms: int | None = None
) -> Ack:
    """Releases a `fact` of the scenario, or one in the coach's own words (`text`), now or at the run time `due_ms`.

    Raises Refused: bad_fact (neither or both), unknown_fact, already_known, bad_text, too_long, bad_time, paused,
    ended, certification, forbidden, conflict, unknown_run.
    """
    if bool(fact) == bool(text):
        raise Refused("bad_fact")
    if text:
        check_text(text, longest=LONGEST_FACT)

    def act(session: Session, body: str) -> int:
        require_time(session, due_ms)
        state = session.state
        if fact and fact not in state.plan.facts:
            raise Refused("unknown_fact")
        if fact in state.facts:
            raise Refused("already_known")
        data = {"fact": fact or key_for(state.seq + 1), "own": int(not fact), **when(due_ms)}
        return append(session, "FactInjected", data, actor=actor, cmd_id=cmd_id, body=body, words=text or None)

    body = {"type": "inject_fact", "fact": fact, "text": text, "due_ms": due_ms}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body, by=COACHES)


def require_time(session: Session, due_ms: int | None) -> None:
    """Refuses a time that does not lie ahead or in the run; and, while the clock stands still, what would be now."""
    if due_ms is None:
        require_running(session)
    elif not session.stamp < due_ms <= session.state.duration_ms:
        raise Refused("bad_time")


def when(due_ms: int | None) -> dict[str, int]:
    """Part of an event's data."""
    return {} if due_ms is None else {"due_ms": due_ms}


def append(
    session: Session, kind: str, data: dict[str, Any], *, actor: User, cmd_id: str, body: str, words: str | None = None
) -> int:
    """Writes a coach's input, and what it brings about at once; returns its seq."""
    event = session.add(kind, data, actor=actor_of(actor.pk), words=words, cmd_id=cmd_id, body=body)
    session.follow_up()
    return event.seq


def _find_place(state: State, asked: dict[str, Any], *, key: str, text: str) -> dict[str, Any]:
    """Thread, channel and what else says where it stands, or a refusal. A thread of its own has the post's key."""
    thread, channel, visibility = asked["thread"], asked["channel"], asked["visibility"]
    if bool(thread) == bool(channel):
        raise Refused("bad_place")
    if thread and thread not in state.threads:
        raise Refused("unknown_thread")
    # Only where somebody has written in public is anybody written to in private.
    if visibility not in (("public", "private") if thread else ("public",)):
        raise Refused("bad_visibility")
    channel = state.threads[thread].channel if thread else channel
    if channel not in state.plan.channels:
        raise Refused("unknown_channel")
    if asked["reply_to"] and (not thread or asked["reply_to"] not in state.threads[thread].posts):
        raise Refused("unknown_post")
    if visibility == "public":
        check_length(text, channel=state.plan.channels[channel])
    return {
        "thread": thread or key,
        "channel": channel,
        **({"reply_to": asked["reply_to"]} if asked["reply_to"] else {}),
        **({"visibility": visibility} if visibility == "private" else {}),
    }


def _find_speaker(state: State, asked: dict[str, Any], *, key: str) -> dict[str, Any]:
    """Persona, and of a new stranger the rest, or a refusal. How many read the scenario's people stands there."""
    persona, name, reach = asked["persona"], asked["name"].strip(), asked["reach"]
    if bool(persona) == bool(name):
        raise Refused("bad_speaker")
    if reach is not None and (persona or not 0 <= reach <= MOST_REACH):
        raise Refused("bad_reach", most=MOST_REACH)
    if persona:
        return {"persona": persona, **_find_reach(state, persona, thread=asked["thread"])}
    if len(name) > LONGEST_NAME or not name.isprintable() or not is_storable(name):
        raise Refused("bad_speaker")
    letters = "".join(each for each in name.casefold() if each.isalnum())[:LONGEST_HANDLE]
    stranger = {"persona": key, "name": name, "handle": f"@{letters or key}"}
    return stranger if reach is None else {**stranger, "reach": reach}


def _find_reach(state: State, persona: str, *, thread: str) -> dict[str, Any]:
    """By how many people somebody is read of whom the scenario does not say it, or unknown_persona."""
    if persona in state.plan.personas:
        return {}
    brought = (each.data for each in state.injected.values() if each.data.get("persona") == persona)
    stranger = next((data for data in brought if "name" in data), None)
    if stranger is not None:
        return {"reach": stranger["reach"]} if "reach" in stranger else {}
    # An author of the crowd: what they wrote is about this thread's matter, and elsewhere nobody would know them.
    if not any(post.persona == persona and post.thread == thread for post in state.posts.values()):
        raise Refused("unknown_persona")
    handle = state.cast[persona]["handle"]
    return {"reach": next(reach for _, at, reach in state.crowd if at == handle)}
