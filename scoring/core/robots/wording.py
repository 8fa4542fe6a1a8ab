"""What a robot writes. Rules kept here: only what is shown on the desk goes into the words; what is made of facts is no
longer than the channel takes; whoever has several lines goes through them from a place that the seed says."""

import re
from collections.abc import Iterable

from scenarios.core.texts import count_graphemes
from scenarios.core.timeline import Channel
from scenarios.core.variables import fill
from scoring.core.robots.cast import ALL, MODEL, PARAPHRASE, PARROT, TEMPLATE, Robot, Sheet
from scoring.core.robots.lines import list_lines, speak_to
from simulator.core.draws import draw_below
from simulator.core.hearing import current_of
from simulator.core.state import PostState, State

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„“])")
NO_LIMIT = 2_000
"""Graphemes of a private message or a channel without a limit."""


def write_reply(state: State, robot: Robot, post: PostState) -> str:
    """A reply to `post`, as `robot` writes."""
    needs = post.needs
    if robot.answers == ALL and not needs.answer:
        return _write_line(state, "friendly", post)
    if robot.pen is not None:
        return _cut(robot.pen(lay_out(state, post)), room=_room_for(state, post))
    if robot.writes == TEMPLATE:
        return _fill(state, post, _pick_template(state, post))
    if robot.writes == PARROT:
        return _fill(state, post, _pick_model(state, post))
    if robot.writes in (MODEL, PARAPHRASE):
        written = needs.paraphrase if robot.writes == PARAPHRASE else ""
        written = written or needs.model or ""
        is_outdated = list_current(state, needs.facts) != needs.facts
        return write_own(state, post) if is_outdated or not written else _fill(state, post, written)
    return _write_line(state, robot.writes, post, facts=tuple(state.facts))


def lay_out(state: State, post: PostState) -> Sheet:
    """What is on the desk for `post`."""
    brand = state.timeline.brand
    known = [fact for fact in state.timeline.facts if (of := state.facts.get(fact.key)) and not of.replaced_seq]
    return Sheet(
        language=state.language,
        name=state.cast[post.persona]["name"],
        agent=state.agent,
        post=post.text,
        facts=tuple(fill(fact.approved or fact.text, {"brand": brand.name}) for fact in known),
        templates=tuple(_fill(state, post, each.text) for each in (*state.timeline.templates, *brand.templates)),
    )


def write_own(state: State, post: PostState) -> str:
    """An expert's words where the author wrote none, or where they are no longer so: to who asks again, in private, and
    to whom the answer has changed before it came."""
    facts = list_current(state, post.needs.facts)
    return _write_line(state, "private" if post.visibility == "private" else "again", post, facts=facts)


def list_current(state: State, facts: Iterable[str]) -> tuple[str, ...]:
    """What is known to be true today in place of each of `facts`."""
    return tuple(current_of(state, fact, seen_seq=state.seq) for fact in facts)


def write_interim(state: State, post: PostState) -> str:
    """What can be said as long as nothing is known."""
    return _write_line(state, "interim", post)


def write_note(state: State, post: PostState) -> str:
    """A hand-over that the next colleague can work from: who, where, what, what is needed and, in danger, how soon."""
    return _write_line(state, "alarm" if post.needs.danger else "note", post)


def write_notice(state: State, *, topic: str, limit: int) -> str:
    """What is known about `topic`, for everybody."""
    notice = state.timeline.public.notice
    lines = list_lines(state.language, "notice")
    known = state.notices.get(topic)
    line = lines[(len(known.seqs) if known else 0) % len(lines)]
    values = {"agent": state.agent, "brand": state.timeline.brand.name}
    facts = notice.facts if notice else ()
    room = limit - count_graphemes(fill(line, values | {"facts": ""}))
    if room < 0:  # The channel takes less than the line alone: then the bare facts, or the name.
        return tell_facts(state, facts, room=limit + 1) or values["brand"][:limit]
    return fill(line, values | {"facts": tell_facts(state, facts, room=room)})


def tell_facts(state: State, keys: tuple[str, ...], *, room: int) -> str:
    """Of the facts that are known and still true: approved wordings, else their texts, as many sentences as fit."""
    told, left = [], room
    facts = {fact.key: fact for fact in state.timeline.facts}
    for key in keys:
        known = state.facts.get(key)
        if known is None or known.replaced_seq:
            continue
        fact = facts[key]
        text = fill(fact.approved or fact.text, {"brand": state.timeline.brand.name})
        for sentence in [text] if fact.approved else _SENTENCE.split(text):
            if count_graphemes(sentence) < left:
                told.append(sentence)
                left -= count_graphemes(sentence) + 1
    return " ".join(told)


def _write_line(state: State, kind: str, post: PostState, *, facts: tuple[str, ...] = ()) -> str:
    """The next of the lines of `kind`; who is answered twice hears another one."""
    lines = list_lines(state.language, kind)
    start = draw_below(len(lines), seed=state.seed, purpose=f"robot {kind}", id="")
    sent = len(state.escalations) if kind in ("note", "alarm") else len(state.replies)
    line = speak_to(lines[(start + sent) % len(lines)], address=state.timeline.brand.address)
    channel, limit = _channel_of(state, post), _room_for(state, post)
    bare = _fill(state, post, line, facts="", text="", channel=channel.name)
    text = post.text if kind == "note" else _cut(post.text, room=limit - count_graphemes(bare))
    told = tell_facts(state, facts, room=limit - count_graphemes(bare)) if "{facts}" in line else ""
    return " ".join(_fill(state, post, line, facts=told, text=text, channel=channel.name).split())


def _channel_of(state: State, post: PostState) -> Channel:
    return state.plan.channels[state.threads[post.thread].channel]


def _room_for(state: State, post: PostState) -> int:
    """Graphemes that an answer to `post` may have."""
    return NO_LIMIT if post.visibility == "private" else _channel_of(state, post).limit or NO_LIMIT


def _cut(text: str, *, room: int) -> str:
    """Whole words of it, no longer than `room`; code points are at least as many as people count."""
    return text if len(text) <= room else text[: max(0, room)].rpartition(" ")[0]


def _pick_template(state: State, post: PostState) -> str:
    templates = (*state.timeline.templates, *state.timeline.brand.templates)
    if not templates:
        return state.timeline.brand.name
    return templates[draw_below(len(templates), seed=state.seed, purpose="robot template", id=post.key)].text


def _pick_model(state: State, post: PostState) -> str:
    """What another post's author wrote as a good answer, as somebody knows it who has seen an earlier debrief."""
    others = [each.needs.model for each in state.timeline.posts if each.needs.model and each.thread != post.thread]
    if not others:
        return state.timeline.brand.name
    return others[draw_below(len(others), seed=state.seed, purpose="robot parrot", id=post.key)]


def _fill(state: State, post: PostState, line: str, **more: str) -> str:
    return fill(line, {**_values_of(state, post), **more})


def _values_of(state: State, post: PostState) -> dict[str, str]:
    person = state.cast[post.persona]
    return {
        "name": person["name"],
        "handle": person["handle"],
        "brand": state.timeline.brand.name,
        "agent": state.agent,
    }
