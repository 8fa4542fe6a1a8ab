"""Checks that facts become known where they are meant, and that what is expected of a reply was true then."""

from scenarios.core.checks.clashes import list_sure
from scenarios.core.conditions import Answered, Known, NoAnswer, Replied, list_leaves
from scenarios.core.draft import Draft
from scenarios.core.earliest import Earliest
from scenarios.core.patterns import compile_pattern
from scenarios.core.problems import ERROR, WARNING
from scenarios.core.public import Reaction
from scenarios.core.timeline import Fact, Post


def check_release(draft: Draft, earliest: Earliest) -> None:
    """Facts that nothing releases, facts that are no longer true when they are asked for, and rumours without end."""
    released = {reaction.fact for reaction in draft.reactions.values()}
    asked = set(_list_asked(draft))
    for fact in draft.facts.values():
        if fact.release_ms is None and fact.key not in released and not draft.records["fact", fact.key].is_damaged:
            severity = ERROR if fact.key in asked else WARNING
            draft.report.add(draft.place("fact", fact.key), "never-released", severity=severity, fact=fact.key)
    later = {fact.replaces: fact for fact in draft.facts.values() if fact.replaces}
    for post in draft.posts.values():
        for key in post.needs.facts:
            if key in later and post.key in earliest.posts:
                _check_still_true(draft, post, later[key], at_ms=earliest.posts[post.key])
    _check_silence(draft)
    for post in draft.posts.values():
        for name, text in (("model", post.needs.model), ("paraphrase", post.needs.paraphrase)):
            if text:
                _check_recognised(draft, post, name, text)


def _list_asked(draft: Draft) -> list[str]:
    """Facts that somebody counts on."""
    notice, crisis = draft.public.notice, draft.scenario.record("crisis")
    return [
        *(key for post in draft.posts.values() for key in post.needs.facts),
        *(key for rumour in draft.public.rumours for key in rumour.facts),
        *(notice.facts if notice else ()),
        *((crisis.text("known_from") or "",) if crisis else ()),
        *(leaf.fact for reaction in draft.reactions.values() for leaf in list_leaves(reaction.when)
          if isinstance(leaf, Known)),
        *(leaf.states for reaction in draft.reactions.values() for leaf in list_leaves(reaction.when)
          if isinstance(leaf, Replied)),
    ]  # fmt: skip


def _check_still_true(draft: Draft, post: Post, newer: Fact, *, at_ms: int) -> None:
    if newer.release_ms is not None and newer.release_ms <= at_ms:
        place = draft.needs_place(post.key, "facts")
        draft.report.warn(place, "fact-outdated", fact=newer.replaces, newer=newer.key)


def _check_silence(draft: Draft) -> None:
    """Facts that only come to who left the post that asks for them unanswered past its target."""
    releasing: dict[str, list[Reaction]] = {}
    for reaction in draft.reactions.values():
        releasing.setdefault(reaction.fact, []).append(reaction)
    for post in draft.posts.values():
        for key in post.needs.facts:
            fact = draft.facts.get(key)
            ways = releasing.get(key, [])
            if fact and fact.release_ms is None and ways and all(_is_too_late(way, post.key) for way in ways):
                draft.report.warn(draft.needs_place(post.key, "facts"), "fact-by-silence", fact=key, post=post.key)


def _is_too_late(reaction: Reaction, post: str) -> bool:
    late = (NoAnswer(post), Answered(post, late=True))
    return any(literal.holds and literal.leaf in late for literal in list_sure(reaction.when))


def _check_recognised(draft: Draft, post: Post, name: str, text: str) -> None:
    """A model that the score would not find the fact in is unfair to whoever learns from it."""
    for key in post.needs.facts:
        fact = draft.facts.get(key)
        if not fact or not fact.says or (fact.approved and fact.approved in text):
            continue
        if not any(compile_pattern(pattern).search(text) for pattern in fact.says):
            draft.report.warn(draft.needs_place(post.key, name), "model-without-fact", fact=key)
