"""What a reaction that has fired brings about: heat, fewer or more posts, calmer or angrier people, posts, facts.

Rules kept here: all of it follows `after_ms` later, but for the anger of a person, which changes at once; it is put
where it will be found (arrays of the public, the agenda), never done later by hand.
"""

from heapq import heappush

from scenarios.core.constants import Constants
from scenarios.core.public import Reaction
from scenarios.core.public_rules import scope_of
from simulator.core import public
from simulator.core.events import Event
from simulator.core.firing import note_fired
from simulator.core.lines import DESK, plan_line
from simulator.core.ordering import CLOSE_RANK, DESK_RANK, FACT_RANK, POST_RANK, key_of
from simulator.core.state import State

PER_MILLE = 1000


def react(state: State, event: Event) -> None:
    """Folds ReactionFired."""
    reaction = state.plan.reactions.get(event.data["reaction"])
    if reaction is None:
        return
    post, at_ms = event.data["post"], event.at_ms + reaction.after_ms
    note_fired(state, reaction.key, post)
    _move_public(state, reaction, post, at_ms=at_ms, cause=event.data.get("cause", 0))
    for persona in _list_moved(state, reaction, post, event):
        _move_person(state, reaction, persona, event)
    if reaction.follow_up and reaction.follow_up not in state.posts and reaction.follow_up not in state.promised:
        state.promised[reaction.follow_up] = reaction.key
        heappush(state.agenda, (at_ms, POST_RANK, reaction.follow_up))
    if reaction.fact:
        heappush(state.agenda, (at_ms, FACT_RANK, reaction.fact))
    if reaction.line:
        _let_speak(state, reaction, post, at_ms=event.at_ms)


def calm_share(reach: int, constants: Constants) -> int:
    """Per mille of a reaction's calm that counts where somebody of this `reach` was answered."""
    weight = public.weigh_reach(reach, most=constants.most_weight)
    return max(constants.least_calm, min(PER_MILLE, weight * PER_MILLE // constants.full_weight))


def _move_public(state: State, reaction: Reaction, post: str, *, at_ms: int, cause: int) -> None:
    if reaction.heat:
        public.add_heat(state.stirred, at_ms=at_ms, milli=reaction.heat)
    if reaction.crowd:
        public.swing(state.stirred, at_ms=at_ms, per_mille=reaction.crowd)
    if reaction.calm:
        for topic, share in _topics_of(state, reaction, post, cause):
            kept = PER_MILLE - reaction.calm * share // PER_MILLE
            public.scale_topic(state.stirred, topic, at_ms=at_ms, per_mille=kept)


def _topics_of(state: State, reaction: Reaction, post: str, cause: int) -> list[tuple[str, int]]:
    """The topics that a reaction calms, each with its share: where it is about no post, the one of the notice at hand,
    or all that there may be a notice about.
    """
    if post:
        shown = state.posts[post]
        thread, persona = state.plan.threads.get(shown.thread), state.plan.personas.get(shown.persona)
        topic = thread.topic if thread is not None else ""
        share = calm_share(persona.reach if persona is not None else 0, state.stirred.constants)
        return [(topic, share)] if topic else []
    if reaction.thread:
        return [(state.plan.threads[reaction.thread].topic, PER_MILLE)]
    wanted = state.timeline.public.notice
    about_all = wanted.topics if wanted is not None else ()
    return [(topic, PER_MILLE) for topic in _topics_of_notice(state, cause) or about_all]


def _topics_of_notice(state: State, cause: int) -> list[str]:
    """What the notice that event number `cause` was is about."""
    return [notice.topic for notice in state.notices.values() if cause in notice.seqs]


def _list_moved(state: State, reaction: Reaction, post: str, event: Event) -> list[str]:
    """Whose anger a reaction moves: where it is about a notice, of all who have asked about its topic in public."""
    if not reaction.mood:
        return []
    if reaction.mood_of or post:
        return [reaction.mood_of or state.posts[post].persona]
    topics = _topics_of_notice(state, event.data.get("cause", 0))
    asked = (each for each in state.posts.values() if each.needs.answer and each.visibility == "public")
    return list(dict.fromkeys(each.persona for each in asked if state.threads[each.thread].topic in topics))


def _move_person(state: State, reaction: Reaction, whom: str, event: Event) -> None:
    persona = state.plan.personas.get(whom)
    if persona is None:
        return
    if persona.is_vindictive and event.data.get("cause") in state.heard:
        return
    before = state.stirred.moods[whom]
    public.move_mood(state.stirred, whom, by=reaction.mood)
    if state.stirred.moods[whom] != before and state.mood_changed_ms is None:
        state.mood_changed_ms = event.at_ms


def _let_speak(state: State, reaction: Reaction, post: str, *, at_ms: int) -> None:
    scope = scope_of(reaction.key)
    if scope.speaker == DESK:
        handed = state.escalations[post][-1]
        answer = state.plan.desk_reactions.get((post, handed.desk))
        after_ms = answer.after_ms if answer is not None and answer.fact and handed.right else reaction.after_ms
        heappush(state.agenda, (at_ms + after_ms, DESK_RANK, key_of(post, handed.desk)))
        return
    if scope.closes:
        heappush(state.agenda, (at_ms + reaction.after_ms, CLOSE_RANK, key_of(state.posts[post].thread, reaction.key)))
    planned = plan_line(state, reaction, post=post, at_ms=at_ms)
    if planned is not None:
        key, line, item = planned
        state.lines[key] = line
        heappush(state.agenda, item)
