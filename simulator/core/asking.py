"""Whether the condition of a reaction is true of a run, and whether what is at hand made it so.

Rules kept here: a question that names no post is about the one at hand; where none is at hand, about any post of the
thread that the reaction was written in, or of the scenario. Asking changes nothing.
"""

from collections.abc import Iterable

from scenarios.core.conditions import (
    PATIENCE,
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    HeatIs,
    Ignored,
    Known,
    MovedToPrivate,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    Stands,
    Treated,
)
from simulator.core.about import About
from simulator.core.hearing import answered_with, is_heard
from simulator.core.plan import WAKERS
from simulator.core.state import Escalation, PostState, State

AWAY = frozenset({"hidden", "reported"})
"""Treatments that take a post away from its readers, or are about to."""


def holds(condition: Condition, state: State, about: About, *, thread: str = "") -> bool:
    """Whether `condition` of a reaction written in `thread` is true at `about.at_ms`."""
    match condition:
        case AllOf(parts):
            return all(holds(part, state, about, thread=thread) for part in parts)
        case AnyOf(parts):
            return any(holds(part, state, about, thread=thread) for part in parts)
        case Not(part):
            return not holds(part, state, about, thread=thread)
    return _is_true(condition, state, about, thread)


def is_brought(condition: Condition, state: State, about: About, *, thread: str = "") -> bool:
    """Whether some question of `condition` has the answer it has because of what is at hand: once for each time."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return any(is_brought(part, state, about, thread=thread) for part in parts)
        case Not(part):
            return _concerns(part, about) and not holds(part, state, about, thread=thread)
    return _concerns(condition, about) and _is_new(condition, state, about, thread)


def _concerns(condition: Condition, about: About) -> bool:
    match condition:
        case NoAnswer() | Ignored() | Stands():
            return not about.kind and bool(about.post)
        case NoticeIs(state="stale"):
            return not about.kind and bool(about.key)
        case AllOf() | AnyOf() | Not():
            return True
    return about.kind in WAKERS[type(condition)]


def _is_new(condition: Condition, state: State, about: About, thread: str) -> bool:
    """Whether the event at hand itself is what a question that it concerns asks for."""
    match condition:
        case NoAnswer(post=post) | Stands(post=post):
            return post in ("", about.post) and _is_true(condition, state, about, thread)
        case Answered(post=post) | Replied(post=post) | MovedToPrivate(post=post):
            if about.seq not in state.replies or (post and about.seq not in _replies_to(state, post, about, thread)):
                return False
            return _is_true_of_reply(condition, state, about.seq, post)
        case HeatIs():
            return _is_warm(condition, state.heat) and not _is_warm(condition, state.heat_before)
    return _is_true(condition, state, about, thread)


def _is_true(condition: Condition, state: State, about: About, thread: str) -> bool:
    match condition:
        case NoAnswer(post=key, wait_ms=wait_ms, calls=calls):
            posts = (post for post in _meant(state, key, about, thread) if post.needs.answer or not calls)
            return any(_has_waited(state, post, wait_ms, about.at_ms) for post in posts)
        case Stands(post=key, wait_ms=wait_ms):
            posts = (post for post in _meant(state, key, about, thread) if key or is_to_go(post))
            return any(has_stood(state, post, wait_ms, about.at_ms) for post in posts)
        case Ignored(persona=persona, times=times):
            person = persona or _persona_of(state, about)
            return count_ignored(state, person, at_ms=about.at_ms) >= times
        case Answered(post=key) | Replied(post=key) | MovedToPrivate(post=key):
            return any(_is_true_of_reply(condition, state, seq, key) for seq in _replies_to(state, key, about, thread))
        case Escalated(post=key, desk=desk, right=right):
            found = _escalations(state, key, about)
            return any(desk in ("", each.desk) and right in (None, each.right) for each in found)
        case NoticeIs():
            return _is_notice(condition, state, about)
        case Treated(act=act, post=key):
            return _is_treated(state, act, key, about)
        case HeatIs():
            return _is_warm(condition, state.heat)
        case Known(fact=fact):
            return fact in state.facts
    raise AssertionError(f"no such question: {condition}")


def count_ignored(state: State, persona: str, *, at_ms: int) -> int:
    """How many posts of `persona` that needed an answer had none when their target passed."""
    posts = (state.posts[key] for key in state.waiting.get(persona, ()))
    return sum(
        post.target_ms is not None
        and post.target_ms <= at_ms
        and not (post.answered_by and state.replies[post.answered_by[0]].at_ms < post.target_ms)
        for post in posts
    )


def is_late(state: State, post: PostState) -> bool:
    """Whether `post`, which was answered, was so after its target."""
    return post.target_ms is not None and state.replies[post.answered_by[0]].at_ms > post.target_ms


def waits_until(state: State, post: PostState, wait_ms: int) -> int | None:
    """When `post` has waited as long as a NoAnswer says; None where there is no such time."""
    if wait_ms == PATIENCE:
        persona = state.plan.personas.get(post.persona)
        return post.since_ms + persona.patience_ms if persona is not None and persona.patience_ms else None
    if wait_ms or post.target_ms is None:
        return post.since_ms + wait_ms if wait_ms else None
    return post.target_ms + post.since_ms - post.at_ms


def _has_waited(state: State, post: PostState, wait_ms: int, at_ms: int) -> bool:
    until = None if post.answered_by else waits_until(state, post, wait_ms)
    return until is not None and until <= at_ms


def is_to_go(post: PostState) -> bool:
    """Whether `post` is to be handed over, hidden or reported, so that somebody may be waited for who does."""
    return bool(post.needs.danger or post.needs.desk or post.needs.treatment in ("hide", "report"))


def has_stood(state: State, post: PostState, wait_ms: int, at_ms: int) -> bool:
    """Whether `post` has stood so long, and nobody has handed it over, hidden or reported it."""
    is_taken_on = post.key in state.escalations or not AWAY.isdisjoint(state.treated.get(post.key, ()))
    return not is_taken_on and post.at_ms + wait_ms <= at_ms


def _meant(state: State, key: str, about: About, thread: str) -> Iterable[PostState]:
    if key or about.post:
        key = key or about.post
        return (state.posts[key],) if key in state.posts else ()
    return (post for post in state.posts.values() if thread in ("", post.thread))


def _replies_to(state: State, key: str, about: About, thread: str) -> Iterable[int]:
    if key:
        return state.posts[key].answered_by if key in state.posts else ()
    if about.kind == "ReplyAssessed":
        return (about.seq,) if about.seq in state.replies and thread in ("", about.thread) else ()
    return (seq for seq, reply in state.replies.items() if thread in ("", reply.thread) and not reply.deleted)


def _is_true_of_reply(condition: Condition, state: State, seq: int, key: str) -> bool:
    match condition:
        case Answered(late=late):
            first = [
                post for post in answered_with(state, seq) if post.answered_by[:1] == [seq] and key in ("", post.key)
            ]
            if late is None or not first:
                return bool(first)
            first = [post for post in first if post.needs.answer or post.key == key]
            return bool(first) and late == any(is_late(state, post) for post in first)
        case MovedToPrivate(public_word=public_word):
            sent = state.replies[seq]
            if state.moved.get(state.posts[sent.post].persona) != seq:
                return False
            return public_word in (None, sent.visibility == "public" or count_turns(state, seq) > 0)
        case Replied():
            return is_heard(condition, state, seq)
    return False


def count_turns(state: State, reply: int) -> int:
    """Public replies to this person in this thread, up to and with the one at hand."""
    sent = state.replies[reply]
    person = state.posts[sent.post].persona
    earlier = (state.replies[seq] for seq in state.threads[sent.thread].replies if seq <= reply)
    return sum(each.visibility == "public" and state.posts[each.post].persona == person for each in earlier)


def _persona_of(state: State, about: About) -> str:
    return state.posts[about.post].persona if about.post in state.posts else ""


def _escalations(state: State, key: str, about: About) -> list[Escalation]:
    if key:
        return state.escalations.get(key, [])
    found = [each for of_post in state.escalations.values() for each in of_post]
    return [each for each in found if each.seq == about.seq] if about.kind == "Escalated" else found


def _is_notice(condition: NoticeIs, state: State, about: About) -> bool:
    for notice in state.notices.values():
        if condition.topic not in ("", notice.topic):
            continue
        match condition.state:
            case "published":
                found = about.kind != "NoticePublished" or about.key == notice.topic
            case "updated":
                found = len(notice.seqs) > 1
            case _:
                found = is_stale(state, notice.topic, at_ms=about.at_ms)
        if found:
            return True
    return False


def is_stale(state: State, topic: str, *, at_ms: int) -> bool:
    """Whether the notice about `topic` says what has not been so for too long."""
    wanted, notice = state.timeline.public.notice, state.notices[topic]
    return wanted is not None and notice.changed_ms is not None and notice.changed_ms + wanted.stale_ms <= at_ms


def _is_treated(state: State, act: str, key: str, about: About) -> bool:
    if act == "resolved":
        if key:
            return key in state.posts and state.posts[key].thread in state.resolved
        return about.kind == "Resolved" or (about.kind == "" and bool(state.resolved))
    if key:
        return act in state.treated.get(key, ())
    if about.kind in ("Treated", "Resolved"):
        return about.key == act
    return any(act in acts for acts in state.treated.values())


def _is_warm(condition: HeatIs, heat: int) -> bool:
    return (condition.above is None or heat >= condition.above) and (condition.below is None or heat <= condition.below)
