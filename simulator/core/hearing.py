"""What the public heard in a reply: its assessment's `heard` block (docs/scoring.md), held against a question.

Rules kept here: what the block does not say was not heard; logs of older scores have no block at all.
"""

from collections.abc import Collection, Mapping
from typing import Any

from scenarios.core.conditions import ANY, Replied
from simulator.core.state import PostState, State

NOT_HEARD: Mapping[str, Any] = {"deaf": True}
"""Of a reply that nobody has scored, or an old score: what it did not do cannot be said either."""


def heard_in(state: State, reply: int) -> Mapping[str, Any]:
    """The block of the reply or notice with this seq, with its `tone`; empty where there is none."""
    return state.heard.get(reply, NOT_HEARD)


def list_told(state: State, reply: int) -> frozenset[str]:
    """What a reply or notice does, as far as it can be demanded (`simulator.core.demands`): the keys of its block, and
    whether it is public or private. What is private leads there as well."""
    sent = state.replies.get(reply)
    if sent is None or sent.visibility == "public":
        return frozenset((*heard_in(state, reply), "public"))
    return frozenset((*heard_in(state, reply), "private", "to_private"))


def answered_with(state: State, reply: int) -> list[PostState]:
    """The posts that this reply was the first to answer, and the one that it was written to, in order."""
    sent = state.replies[reply]
    posts = (state.posts[key] for key in state.threads[sent.thread].posts)
    return [post for post in posts if post.answered_by[:1] == [reply] or post.key == sent.post]


def is_heard(question: Replied, state: State, reply: int) -> bool:
    """Whether all that `question` says is true of this reply, whatever post it was to."""
    sent, heard = state.replies[reply], heard_in(state, reply)
    # Thirty questions are asked after each reply, and each says one or two things: what it leaves open costs nothing.
    return (
        question.visibility in ("", sent.visibility)
        and (question.tone_below is None or _is_below(question.tone_below, heard.get("tone")))
        and (not question.does or set(question.does).issubset(heard.get("acts", ())))
        and (not question.lacks or not heard.get("deaf") and set(question.lacks).isdisjoint(heard.get("acts", ())))
        and (not question.against or set(question.against).issubset(heard.get("against", ())))
        and (not question.says or state.plan.patterns.get(question.says) in heard.get("says", ()))
        and (question.template is None or question.template == _is_template(state, heard))
        and (not question.repeats or heard.get("repeats", 0) >= question.repeats)
        and (not question.personal or bool(heard.get(question.personal)))
        and (question.overpromises is None or question.overpromises == bool(heard.get("overpromises")))
        and (not question.states and question.known is None or _states(question, heard))
        and (not question.corrects or _names(question.corrects, heard.get("corrects", ())))
        and (not question.spreads or _names(question.spreads, heard.get("spreads", ())))
        and (question.advertises is None or question.advertises == bool(heard.get("advertises")))
    )


def gives_all(state: State, reply: int) -> bool:
    """Whether it gave every fact that the posts it answers call for, as it was then, none too early or outdated, and
    promised nothing else.
    """
    heard, seen_seq = heard_in(state, reply), state.replies[reply].seen_seq
    said = set(heard.get("facts", ()))
    asked = {fact for post in answered_with(state, reply) for fact in post.needs.facts}
    return (
        bool(asked)
        and {current_of(state, fact, seen_seq=seen_seq) for fact in asked} <= said
        and not any(is_outdated(state, fact, said=said, seen_seq=seen_seq) for fact in said)
        and not heard.get("early")
        and not heard.get("overpromises")
    )


def current_of(state: State, fact: str, *, seen_seq: int) -> str:
    """What was true in place of `fact` for who had seen the log up to `seen_seq`: itself, or what had replaced it."""
    for newer in state.timeline.facts:
        known = state.facts.get(newer.key)
        if newer.replaces == fact and known is not None and known.seq <= seen_seq:
            return current_of(state, newer.key, seen_seq=seen_seq)
    return fact


def is_outdated(state: State, fact: str, *, said: Collection[str], seen_seq: int) -> bool:
    """Whether `fact` was no longer true by then, and what is true instead was not `said` beside it."""
    current = current_of(state, fact, seen_seq=seen_seq)
    return current != fact and current not in said


def states_right(state: State, reply: int) -> bool:
    """Whether it names something that customers have a right to."""
    facts = (state.plan.facts.get(key) for key in heard_in(state, reply).get("facts", ()))
    return any(fact is not None and fact.kind == "right" for fact in facts)


def points_to_notice(state: State, reply: int) -> bool:
    """Whether it points to the notice about the topic of its thread, which is out and says what is so."""
    notice = state.notices.get(state.threads[state.replies[reply].thread].topic)
    return notice is not None and notice.changed_ms is None and bool(heard_in(state, reply).get("notice"))


def _is_below(limit: int, value: int | None) -> bool:
    return value is not None and value < limit


def _is_template(state: State, heard: Mapping[str, Any]) -> bool:
    likeness: int = heard.get("template", 0)
    return likeness >= state.timeline.public.constants.template_likeness


def _names(wanted: str, found: Any) -> bool:
    return bool(found) if wanted == ANY else wanted in found


def _states(question: Replied, heard: Mapping[str, Any]) -> bool:
    """Whether a fact is stated that `question` asks for. One that is given before its time stands in both lists."""
    early = heard.get("early", ())
    wanted = heard.get("facts", ()) if question.states in ("", ANY) else (question.states,)
    given = [fact for fact in wanted if fact in heard.get("facts", ())]
    return any(question.known is None or question.known == (fact not in early) for fact in given)
