"""What falls due, as an event: its data, from the state in which its turn comes."""

from collections.abc import Mapping
from typing import Any

from scenarios.core.drafting.people import DEFAULT_REACH
from scenarios.core.public import Picture
from scenarios.core.variables import fill
from simulator.core.crowd.stream import Candidate
from simulator.core.crowd.wording import Writer
from simulator.core.firing import tally_of
from simulator.core.injecting import describe_injected_post
from simulator.core.lines import say, say_for_desk, values_for
from simulator.core.ordering import parts_of
from simulator.core.public import heat_points
from simulator.core.state import Firing, State
from simulator.core.ways import find_way

USUAL_ROLE, USUAL_VISIBILITY, USUAL_MENTION = "customer", "public", "direct"
NOISE = "noise"

Data = dict[str, Any]


def describe_fact(state: State, key: str, at_ms: int) -> Data:
    if key in state.injected:
        return {"fact": key, "text": None}
    fact = state.plan.facts[key]
    values = {"brand": state.timeline.brand.name, "agent": state.agent}
    data = {"fact": key, "text": fill(fact.text, values)}
    if fact.approved is not None:
        data["approved"] = fill(fact.approved, values)
    if fact.replaces:
        data["replaces"] = fact.replaces
    if fact.kind != "information":
        data["kind"] = fact.kind
    return data


def describe_post(state: State, key: str, at_ms: int) -> Data:
    """A post of the scenario, a coach's, or a stock line of one of its people. What is as usual is not written down."""
    if key in state.injected:
        return describe_injected_post(state, state.injected[key], at_ms)
    line = state.lines.get(key)
    if line is not None:
        thread, persona, visibility = line.thread, line.persona, line.visibility
        reaction, reply_to, picture = line.rule, line.about or None, None
        text = say(state, key, line)
    else:
        post = state.plan.posts[key]
        thread, persona, visibility = post.thread, post.persona, post.visibility
        reaction, reply_to, picture = state.promised.get(key, ""), post.reply_to, post.picture
        text = fill(post.text, values_for(state, state.plan.personas[persona]))
    # A thread that the crowd has opened is in no plan.
    planned = state.plan.threads.get(thread)
    channel = state.plan.channels[state.threads[thread].channel if planned is None else planned.channel]
    mention, person, member = (
        USUAL_MENTION if planned is None else planned.mention,
        state.plan.personas[persona],
        state.cast[persona],
    )
    is_first = thread not in state.threads
    target_ms = at_ms + (channel.first_target_ms if is_first else channel.next_target_ms)
    return {
        "post": key,
        "thread": thread,
        "channel": channel.key,
        "persona": persona,
        "name": member["name"],
        "handle": member["handle"],
        "text": text,
        "reply_to": reply_to,
        "first": is_first,
        "target_ms": None if mention == NOISE else target_ms,
        **({"reaction": reaction} if reaction else {}),
        **({"visibility": visibility} if visibility != USUAL_VISIBILITY else {}),
        **({"way": way} if visibility != USUAL_VISIBILITY and (way := find_way(state, persona)) else {}),
        **({"mention": mention} if mention != USUAL_MENTION else {}),
        **({"picture": _describe_picture(picture)} if picture is not None else {}),
        **({"reach": person.reach} if person.reach != DEFAULT_REACH else {}),
        **({"role": person.role} if person.role != USUAL_ROLE else {}),
    }


def describe_mood(state: State, key: str, at_ms: int) -> Data:
    data: Data = {"heat": heat_points(state.stirred, at_ms=at_ms)}
    moods = {who: mood for who, mood in state.stirred.moods.items() if state.told_moods.get(who) != mood}
    return {**data, "moods": moods} if moods else data


def describe_desk_answer(state: State, key: str, at_ms: int) -> Data:
    post, desk = parts_of(key)
    handed = next(each for each in reversed(state.escalations[post]) if each.desk == desk)
    answer = state.plan.desk_reactions.get((post, desk))
    data: Data = {"desk": desk, "thread": handed.thread, "post": post, "right": handed.right}
    # What its reaction waits for beside the handing over may not have come yet.
    if handed.right and answer is not None and answer.fact in state.facts:
        return {**data, "fact": answer.fact, "text": describe_fact(state, answer.fact, at_ms)["text"]}
    return {**data, "text": say_for_desk(state, "desk_right" if handed.right else "desk_wrong", post=post, desk=desk)}


def describe_identified(state: State, key: str, at_ms: int) -> Data:
    persona, thread = parts_of(key)
    known = state.plan.personas[persona]
    data: Data = {"persona": persona, "thread": thread, "record": dict(known.record)}
    return {**data, "history": list(known.history)} if known.history else data


def describe_closed(state: State, key: str, at_ms: int) -> Data:
    thread, reason = parts_of(key)
    return {"thread": thread, "reason": reason}


def describe_firing(state: State, firing: Firing) -> Data:
    times = state.fired.get(tally_of(state, firing.reaction, firing.post), 0) + 1
    data: Data = {"reaction": firing.reaction, "thread": firing.thread, "post": firing.post, "times": times}
    return {**data, "cause": firing.cause} if firing.cause else data


def _describe_picture(picture: Picture) -> Mapping[str, Any]:
    rows = [list(row) for row in picture.rows]
    return {"kind": picture.kind, "title": picture.title, "alt": picture.alt, "rows": rows}


def describe_crowd_post(state: State, candidate: Candidate, *, writer: Writer) -> Data:
    """A post of the crowd: under a thread that it joins, if that is open, else in one of its own."""
    joins = candidate.join in state.threads and candidate.join not in state.closed
    thread = candidate.join if joins else candidate.key
    channel = state.threads[thread].channel if joins else candidate.voice.channel
    name, handle, reach = state.crowd[candidate.author % len(state.crowd)]
    return {
        "post": candidate.key,
        "thread": thread,
        "channel": channel,
        "persona": candidate.persona,
        "name": name,
        "handle": handle,
        "reach": reach,
        "text": writer.write(candidate.wording),
        "reply_to": None,
        "first": not joins,
        "target_ms": None,
        "crowd": True,
    }
