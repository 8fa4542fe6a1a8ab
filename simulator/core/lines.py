"""Stock lines: what a person of the scenario, or a desk, says where no author wrote it.

Rules kept here: an author's own follow-up for the same post and matter comes in the place of a line; where people get
hurt, and by those who wrote of it, nothing is said that no author wrote; who says a line, what and in which way follows
from seed, role, temper and style alone, so that a run made again says the same.
"""

from dataclasses import replace

from scenarios.core.conditions import list_leaves
from scenarios.core.public import Reaction
from scenarios.core.public_rules import ASKING_LINES, scope_of
from scenarios.core.stock.lines import list_lines
from scenarios.core.timeline import Needs, Persona
from scenarios.core.variables import fill
from simulator.core.crowd.styling import style_text, suits
from simulator.core.draws import draw, draw_below
from simulator.core.ordering import POST_RANK, Item
from simulator.core.plan import MATTERS, matters_of
from simulator.core.state import Line, State

NO_NEEDS = Needs(answer=False, facts=(), acts=(), private=False, triage="normal", model=None, then=None)
DESK = "desk"
ALWAYS_PRIVATE = frozenset({"private"})
ALWAYS_PUBLIC = frozenset({"solved", "exposed", "hidden", "blocked"})


def plan_line(state: State, reaction: Reaction, *, post: str, at_ms: int) -> tuple[str, Line, Item] | None:
    """The line that `reaction` about `post` brings: its key as a post, who says it, when. None: nobody does."""
    scope = scope_of(reaction.key)
    thread = state.posts[post].thread if post else _thread_of_notice(state)
    if not thread or scope.speaker == DESK or is_written(state, reaction, post):
        return None
    visibility = state.posts[post].visibility if post else "public"
    if scope.speaker and visibility == "private":
        return None  # Nobody else reads along there.
    persona = _find_speaker(state, scope.speaker, post)
    if not persona or is_grave(state, thread, persona):
        return None
    if reaction.line in ALWAYS_PRIVATE | ALWAYS_PUBLIC:
        visibility = "private" if reaction.line in ALWAYS_PRIVATE else "public"
    count = len(state.lines)
    key = f"{reaction.key}_{count}"
    line = Line(reaction.key, post, persona, thread, visibility, reaction.line in ASKING_LINES)
    return key, line, (at_ms + reaction.after_ms, POST_RANK, key)


def is_written(state: State, reaction: Reaction, post: str) -> bool:
    """Whether the author says what follows in such a matter, for this post or for its whole thread."""
    thread = state.posts[post].thread if post else ""
    leaves = list(list_leaves(reaction.when))
    matters = {MATTERS[type(leaf)] for leaf in leaves if type(leaf) in MATTERS}
    matters |= {matter for leaf in leaves for matter in matters_of(leaf)}
    if scope_of(reaction.key).correct:
        matters.add("truth")
    return any((matter, about) in state.plan.written for matter in matters for about in (post, thread) if about)


def is_grave(state: State, thread: str, persona: str) -> bool:
    """Whether words that are ready-made would hurt: beside danger, or out of the mouth of who is in it or brings it."""
    return state.threads[thread].has_danger or persona in state.dangers


def is_line_over(state: State, key: str) -> bool:
    """Whether nobody says it any more: it was said, what somebody was about to miss has come, or it would be out of
    place; and nobody asks where the brand may no longer answer.
    """
    line = state.lines[key]
    if key in state.posts or is_grave(state, line.thread, line.persona):
        return True
    if line.asks and line.visibility == "public" and line.thread in state.closed:
        return True
    silence = any(MATTERS.get(type(leaf)) == "silence" for leaf in list_leaves(state.plan.reactions[line.rule].when))
    return silence and line.asks and (key in state.silenced or bool(state.posts[line.about].answered_by))


def needs_of(state: State, line: Line) -> Needs:
    """What a line calls for: who asks again still needs what the post before needed, but no model answers it word for
    word.
    """
    if not line.asks or not line.about:
        return NO_NEEDS
    return replace(
        state.posts[line.about].needs,
        answer=True,
        model=None,
        then=None,
        paraphrase=None,
        desk="",
        treatment="",
        danger="",
    )


def say(state: State, key: str, line: Line) -> str:
    """The words of a line."""
    persona = state.plan.personas[line.persona]
    kind = state.plan.reactions[line.rule].line
    lines = list_lines(state.language, kind, role=persona.role, temper=persona.temper)
    fitting = [each for each in lines if suits(each, persona.style)] or lines
    # Everybody goes through the lines from a place of their own, so that two people do not say the same.
    start = draw_below(len(fitting), seed=state.seed, purpose=f"line {kind}", id="")
    text = fitting[(start + _number_of(state, key, kind)) % len(fitting)]
    drawn = draw(state.seed, "line style", key)
    return style_text(
        fill(text, values_for(state, persona)), styles=persona.style, language=state.language, drawn=drawn
    )


def say_for_desk(state: State, kind: str, *, post: str, desk: str) -> str:
    """What a desk answers where its answer is no fact of the scenario."""
    lines = list_lines(state.language, kind, role=DESK, temper=1)
    text = lines[draw_below(len(lines), seed=state.seed, purpose="desk line", id=f"{post}/{desk}")]
    names = {each.key: each.name for each in state.timeline.brand.desks}
    needed = state.posts[post].needs.desk
    return fill(text, {"desk": names.get(desk, desk), "right": names.get(needed, "")})


def values_for(state: State, persona: Persona) -> dict[str, str]:
    member = state.cast[persona.key]
    brand = state.timeline.brand
    return {
        "name": member["name"],
        "first": member["name"].split(" ")[0],
        "handle": member["handle"],
        "brand": brand.name,
        "brand_handle": brand.handle,
        "agent": state.agent,
    }


def _number_of(state: State, key: str, kind: str) -> int:
    """How many lines of this kind had been planned before."""
    earlier = 0
    for other, line in state.lines.items():
        if other == key:
            break
        earlier += state.plan.reactions[line.rule].line == kind
    return earlier


def _find_speaker(state: State, role: str, post: str) -> str:
    about = state.posts[post].persona if post else ""
    if not role:
        return about if about in state.plan.personas else ""
    others = [
        key
        for key, each in state.plan.personas.items()
        if each.role == role and key != about and key not in state.dangers
    ]
    if not others and role == "bystander":
        # Whoever else reads along will do.
        others = [key for key in state.waiting if key != about and key not in state.dangers]
    if not others:
        return ""
    return others[draw_below(len(others), seed=state.seed, purpose=f"speaker {role}", id=post)]


def _thread_of_notice(state: State) -> str:
    """Where somebody speaks up about a notice: the thread in which somebody asked last, on a topic of it."""
    topics = {notice.topic for notice in state.notices.values()}
    for post in reversed(state.posts.values()):
        thread = state.plan.threads.get(post.thread)
        if thread is not None and thread.topic in topics and post.visibility == "public":
            return thread.key
    return ""
