"""Whether a general rule of the public holds for what is at hand: its scope (`scenarios.core.public_rules`)."""

from scenarios.core.public_rules import Scope, scope_of
from simulator.core.about import About
from simulator.core.asking import AWAY, count_turns
from simulator.core.draws import draw_below
from simulator.core.hearing import gives_all, heard_in, points_to_notice, states_right
from simulator.core.lines import DESK
from simulator.core.state import PostState, State

ALWAYS = 10
"""The chance, of ten, of a rule that leaves nothing to it."""
LEAVE = "leave"
TREATMENTS = {"left_alone": LEAVE, "hidden": "hide", "reported": "report", "blocked": "block"}
"""What was done with a post, in the words of what a post needs."""


def is_in_scope(rule: str, state: State, about: About) -> bool:
    scope = scope_of(rule)
    post = state.posts.get(about.post)
    if post is None:
        # Only a notice is about no post, and then about no person, thread or reply either.
        return about.kind != "ReplyAssessed"
    return (
        not _is_shut_out(scope, state, post, about)
        and _is_place(scope, state, post)
        and _is_reply(scope, state, about)
        and _is_state(scope, state, post, about)
        and _is_drawn(rule, scope, state, about)
    )


def _is_shut_out(scope: Scope, state: State, post: PostState, about: About) -> bool:
    """A thread that is closed to the brand is so in public: private words, desks and danger go their own way."""
    if about.thread not in state.closed or scope.speaker == DESK or scope.danger:
        return False
    reply = state.replies.get(about.seq)
    return (post.visibility if reply is None else reply.visibility) == "public"


def _is_drawn(rule: str, scope: Scope, state: State, about: About) -> bool:
    if scope.of_ten == ALWAYS:
        return True
    return draw_below(ALWAYS, seed=state.seed, purpose=f"rule {rule}", id=about.post) < scope.of_ten


def _is_place(scope: Scope, state: State, post: PostState) -> bool:
    thread, persona = state.plan.threads.get(post.thread), state.plan.personas.get(post.persona)
    if scope.roles and (persona is None or persona.role not in scope.roles):
        return False
    if scope.channels and (thread is None or state.plan.channels[thread.channel].kind not in scope.channels):
        return False
    return not scope.mentions or (thread is not None and thread.mention in scope.mentions)


def _is_reply(scope: Scope, state: State, about: About) -> bool:
    reply = about.seq
    return (
        (not scope.turns or count_turns(state, reply) >= scope.turns)
        and scope.correct in (None, _asked(scope.correct) and gives_all(state, reply))
        and scope.goodwill in (None, _asked(scope.goodwill) and bool(heard_in(state, reply).get("offers")))
        and scope.right in (None, _asked(scope.right) and states_right(state, reply))
        and scope.points in (None, _asked(scope.points) and points_to_notice(state, reply))
    )


def _asked(wanted: bool | None) -> bool:
    return wanted is not None


def _is_state(scope: Scope, state: State, post: PostState, about: About) -> bool:
    if scope.rumour is not None:
        carried = {rumour for rumour, first in state.rumours.items() if first == post.key}
        if scope.rumour != bool(carried - set(state.ended_rumours)):
            return False
    if scope.settled is not None:
        posts = [state.posts[key] for key in state.threads[post.thread].posts]
        if scope.settled == any(each.needs.answer and not each.answered_by for each in posts):
            return False
    if scope.alone not in (None, post.needs.treatment == LEAVE) or scope.calls not in (None, post.needs.answer):
        return False
    if scope.danger not in (None, bool(post.needs.danger)):
        return False
    return scope.rightly in (None, _is_treated_rightly(post, about.key))


def _is_treated_rightly(post: PostState, act: str) -> bool:
    """To the public, danger and what is against the rules may go either way; the score knows the protocol."""
    needs = post.needs
    may_go = (act in AWAY or act == "blocked") and bool(needs.danger or needs.treatment in ("hide", "report"))
    return may_go or needs.treatment == TREATMENTS.get(act)
