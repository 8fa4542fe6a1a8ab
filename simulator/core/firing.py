"""When a reaction is due: right after an event that makes its condition true, or at a time that was set for it.

Rules kept here: at most as often as it says, a general rule per person; an appointment is kept on the agenda and asked
when its time has come; what was asked in vain is forgotten, and an event that comes later in order proves that it was
asked.
"""

from heapq import heappop, heappush

from scenarios.core.conditions import Condition, Ignored, NoAnswer, Stands, list_leaves
from scenarios.core.public import Reaction
from scenarios.core.public_rules import scope_of
from simulator.core.about import About, about_event, about_time
from simulator.core.asking import holds, is_brought, is_stale, is_to_go, waits_until
from simulator.core.events import Event
from simulator.core.hearing import list_told
from simulator.core.ordering import REACTION_RANK, Item, item_of, key_of, parts_of
from simulator.core.scoping import is_in_scope
from simulator.core.state import Firing, PostState, State

FIRST_ENGINE_WITH_RULES = 2


def wake(state: State, event: Event) -> None:
    """Puts the reactions that `event`, which is folded, made true on the agenda."""
    reactions = state.plan.woken.get(event.kind)
    if not reactions:
        return
    if event.data.get("reply") in state.corrected:
        return
    about = about_event(event, state)
    demands = state.plan.demands
    told = list_told(state, about.seq) if event.kind == "ReplyAssessed" else None
    for reaction in reactions:
        if told is not None and not demands[reaction.key] <= told:
            continue
        if may_fire(state, reaction, about):
            post = subject_of(state, reaction, about)
            key = key_of(reaction.key, post)
            if key not in state.firing:
                state.firing[key] = Firing(reaction.key, reaction.thread or about.thread, post, about.seq)
                heappush(state.agenda, (event.at_ms, REACTION_RANK, key))


def appoint(state: State, post: PostState) -> None:
    """Sets the times at which reactions that wait for silence are asked about `post`, which has just appeared."""
    for reaction in state.plan.appointed.get(post.key, ()):
        _appoint(state, reaction, post)
    is_awaited = post.target_ms is not None or post.needs.answer or is_to_go(post)
    if not is_awaited and post.key not in state.rumours.values():
        return
    for reaction in state.plan.appointed.get("", ()):
        _appoint(state, reaction, post)


def appoint_silence(state: State, post: PostState) -> None:
    """Sets the times at which reactions that wait for nothing but an answer are asked about `post`: it waits again."""
    for reaction in (*state.plan.appointed.get(post.key, ()), *state.plan.appointed.get("", ())):
        if isinstance(reaction.when, NoAnswer):
            _appoint(state, reaction, post)


def appoint_stale(state: State, topic: str, *, at_ms: int) -> None:
    """Sets the time at which the notice about `topic` is stale, counted from a fact of it that changed at `at_ms`."""
    notice = state.timeline.public.notice
    if notice is not None:
        for reaction in state.plan.stale:
            heappush(state.agenda, (at_ms + notice.stale_ms, REACTION_RANK, key_of(reaction.key, "")))


def may_fire(state: State, reaction: Reaction, about: About) -> bool:
    """Whether `reaction` is due because of what is at hand."""
    is_rule = reaction.key in state.plan.rules
    if is_rule and state.engine < FIRST_ENGINE_WITH_RULES:
        return False
    if reaction.at_most and count_fired(state, reaction, subject_of(state, reaction, about)) >= reaction.at_most:
        return False
    if is_rule and not is_in_scope(reaction.key, state, about):
        return False
    if not holds(reaction.when, state, about, thread=reaction.thread):
        return False
    is_once = reaction.at_most == 1 and not is_rule
    return is_once or is_brought(reaction.when, state, about, thread=reaction.thread)


def find_firing(state: State, item: Item) -> Firing | None:
    """What the item of a reaction comes to, now that its turn has come; None if its condition is not true."""
    at_ms, _, key = item
    if key in state.firing:
        return state.firing[key]
    reaction_key, subject = parts_of(key)
    reaction = state.plan.reactions[reaction_key]
    if subject:
        about = about_time(at_ms, state.posts[subject])
    else:
        stale = [topic for topic in state.notices if is_stale(state, topic, at_ms=at_ms)]
        about = about_time(at_ms, topic=stale[0] if stale else "")
    if not may_fire(state, reaction, about):
        return None
    return Firing(reaction_key, reaction.thread or about.thread, subject, 0)


def is_asked_in_vain(state: State, item: Item) -> bool:
    """Whether the reaction of `item` can never be due because of it, whatever still happens."""
    at_ms, _, key = item
    reaction_key, subject = parts_of(key)
    reaction = state.plan.reactions[reaction_key]
    if reaction.at_most and count_fired(state, reaction, subject) >= reaction.at_most:
        return True
    if key in state.firing or not isinstance(reaction.when, NoAnswer):
        return False
    post = state.posts[subject]
    until_ms = waits_until(state, post, reaction.when.wait_ms)
    # One that was set before the reply that broke the silence, and was then deleted, is over as well.
    return bool(post.answered_by) or until_ms is None or at_ms < until_ms


def forget_asked(state: State, event: Event) -> None:
    """Takes off the agenda what `event` is, and the appointments that were asked before it could come."""
    agenda, item = state.agenda, item_of(event)
    others = []
    while agenda and agenda[0] <= item:
        first = heappop(agenda)
        if first != item and (first[1] != REACTION_RANK or first[2] in state.firing):
            others.append(first)
    for other in others:
        heappush(agenda, other)


def count_fired(state: State, reaction: Reaction, post: str) -> int:
    return state.fired.get(tally_of(state, reaction.key, post), 0)


def note_fired(state: State, key: str, post: str) -> None:
    """Counts a firing, and drops those that would be one too many."""
    reaction, tally = state.plan.reactions[key], tally_of(state, key, post)
    state.fired[tally] = state.fired.get(tally, 0) + 1
    state.firing.pop(key_of(key, post), None)
    if state.fired[tally] == reaction.at_most:
        for other, due in list(state.firing.items()):
            if due.reaction == key and tally_of(state, key, due.post) == tally:
                del state.firing[other]


def tally_of(state: State, reaction: str, post: str) -> str:
    """Under which key it is counted how often `reaction` fired: a general rule counts per person."""
    if reaction not in state.plan.rules:
        return reaction
    shown = state.posts.get(post)
    return key_of(reaction, "" if shown is None else shown.persona)


def subject_of(state: State, reaction: Reaction, about: About) -> str:
    """The post that a firing is about: the one the author names, if it is there, else the one at hand."""
    return next((post for post in state.plan.named[reaction.key] if post in state.posts), about.post)


def _appoint(state: State, reaction: Reaction, post: PostState) -> None:
    if reaction.thread not in ("", post.thread):
        return
    is_rule = reaction.key in state.plan.rules
    if is_rule and (state.engine < FIRST_ENGINE_WITH_RULES or not _can_ever_hold(state, reaction, post)):
        return
    for leaf in list_leaves(reaction.when):
        at_ms = _time_of(leaf, state, post)
        if at_ms is not None:
            heappush(state.agenda, (at_ms, REACTION_RANK, key_of(reaction.key, post.key)))


def _time_of(leaf: Condition, state: State, post: PostState) -> int | None:
    match leaf:
        case NoAnswer(post=key, wait_ms=wait_ms, calls=calls) if key in ("", post.key):
            return None if calls and not post.needs.answer else waits_until(state, post, wait_ms)
        case Stands(post=key, wait_ms=wait_ms) if key == post.key or not key and is_to_go(post):
            return post.at_ms + wait_ms
        case Ignored(persona=persona) if persona in ("", post.persona):
            return post.target_ms
    return None


def _can_ever_hold(state: State, reaction: Reaction, post: PostState) -> bool:
    """What is known of a scope when a post appears: it spares most appointments."""
    scope = scope_of(reaction.key)
    persona = state.plan.personas.get(post.persona)
    if scope.rumour:
        return post.key in state.rumours.values()
    if scope.danger:
        return bool(post.needs.danger)
    if not post.needs.answer or persona is None:
        return False
    return scope.speaker != "advocate" or any(each.role == "advocate" for each in state.plan.personas.values())
