"""Folding what happens by itself: facts, posts, desks, rumours, moods."""

from heapq import heappush

from scenarios.core.timeline import Needs
from simulator.core import public
from simulator.core.crowd.thinning import pass_candidate
from simulator.core.events import Event
from simulator.core.firing import appoint, appoint_stale
from simulator.core.injecting import is_by_coach, needs_of_injected
from simulator.core.lines import NO_NEEDS, needs_of
from simulator.core.ordering import IDENTIFIED_RANK, key_of
from simulator.core.state import FactState, PostState, State, ThreadState


def release_fact(state: State, event: Event) -> None:
    key = event.data["fact"]
    state.facts[key] = FactState(key, event.seq, event.at_ms)
    replaced = event.data.get("replaces", "")
    if replaced in state.facts:
        state.facts[replaced].replaced_seq = event.seq
    wanted = state.timeline.public.notice
    if wanted is None or not {key, replaced} & set(wanted.facts):
        return
    for notice in state.notices.values():
        if notice.changed_ms is None:
            notice.changed_ms = event.at_ms
            appoint_stale(state, notice.topic, at_ms=event.at_ms)


def show_post(state: State, event: Event) -> None:
    data = event.data
    key, thread = data["post"], _open_thread(state, event)
    text = data["text"] if key not in state.injected else event.words or ""
    is_crowd = bool(data.get("crowd"))
    planned = state.plan.posts.get(key)
    if planned is not None:
        # The plan's own strings, which all runs of a scenario share; only where a variable was filled in it is theirs.
        key, text = planned.key, planned.text if text == planned.text else text
    post = state.posts[key] = PostState(
        key=key,
        seq=event.seq,
        at_ms=event.at_ms,
        thread=thread.key,
        persona=data["persona"] if planned is None else planned.persona,
        text=text,
        needs=_needs_of(state, key),
        visibility=data.get("visibility", "public"),
        way=data.get("way", ""),
        target_ms=data.get("target_ms"),
        since_ms=event.at_ms,
        is_crowd=is_crowd,
        is_coached=_is_coached(state, key),
    )
    thread.posts.append(key)
    if post.needs.danger:
        thread.has_danger = True
        state.dangers.add(post.persona)
    state.promised.pop(key, None)
    if post.needs.answer:
        state.waiting.setdefault(post.persona, []).append(key)
    if is_crowd or state.timeline.public.crowd is not None:
        _stir_crowd(state, event, post)
    _start_rumours(state, post)
    appoint(state, post)
    persona = state.plan.personas.get(post.persona)
    if persona is None or post.persona in state.identified:
        return
    if post.visibility == "private" or persona.is_linked:
        heappush(state.agenda, (event.at_ms, IDENTIFIED_RANK, key_of(post.persona, thread.key)))


def _open_thread(state: State, event: Event) -> ThreadState:
    key = event.data["thread"]
    if key not in state.threads:
        planned = state.plan.threads.get(key)
        if planned is None:
            state.threads[key] = ThreadState(key, event.data["channel"])
        else:
            state.threads[planned.key] = ThreadState(planned.key, planned.channel, planned.topic)
    return state.threads[key]


def _needs_of(state: State, key: str) -> Needs:
    if key in state.plan.posts:
        return state.plan.posts[key].needs
    if key in state.injected:
        return needs_of_injected(state.injected[key])
    return needs_of(state, state.lines[key]) if key in state.lines else NO_NEEDS


def _is_coached(state: State, key: str) -> bool:
    """Whether a coach wrote it, or somebody says it because of what a coach wrote."""
    line = state.lines.get(key)
    return key in state.injected or line is not None and bool(line.about) and state.posts[line.about].is_coached


def _stir_crowd(state: State, event: Event, post: PostState) -> None:
    """Every public post heats, and the crowd answers it; one of the crowd's own is passed in their stream."""
    persona = state.plan.personas.get(post.persona)
    reach = persona.reach if persona is not None else event.data.get("reach", 0)
    if post.visibility == "public" and event.data.get("mention") != "noise":
        weight = public.weigh_reach(reach, most=state.stirred.constants.most_weight)
        public.add_post(state.stirred, at_ms=event.at_ms, weight=weight)
    if post.is_crowd:
        pass_candidate(state.stirred, int(post.key.rpartition("_")[2]))


def _start_rumours(state: State, post: PostState) -> None:
    """A rumour begins with the first public post that carries it; none with what a coach wrote."""
    if is_by_coach(state, post.key):
        return
    for rumour, claims in state.plan.claims.items():
        if rumour in state.rumours or rumour in state.ended_rumours or post.visibility != "public":
            continue
        if any(claim.search(post.text) for claim in claims):
            state.rumours[rumour] = post.key


def answer_from_desk(state: State, event: Event) -> None:
    state.desk_answers[key_of(event.data["post"], event.data["desk"])] = event.seq


def identify(state: State, event: Event) -> None:
    state.identified[event.data["persona"]] = event.seq


def end_rumour(state: State, event: Event) -> None:
    state.ended_rumours[event.data["rumour"]] = event.seq
    public.end_rumour(state.stirred, event.data["rumour"], at_ms=event.at_ms)


def close_thread(state: State, event: Event) -> None:
    state.closed[event.data["thread"]] = event.seq


def move_mood(state: State, event: Event) -> None:
    public.show_mood(state.stirred, at_ms=event.at_ms, points=event.data["heat"])
    state.heat_before, state.heat = state.heat, event.data["heat"]
    state.told_moods.update(event.data.get("moods", {}))
    state.mood_changed_ms = None
