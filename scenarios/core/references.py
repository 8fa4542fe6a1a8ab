"""Checks that every key that is meant exists, and stands where it may be meant from."""

from collections.abc import Mapping

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.draft import Draft
from scenarios.core.problems import Place
from scenarios.core.public import Reaction
from scenarios.core.suggestions import suggest
from scenarios.core.timeline import Post


def check_references(draft: Draft) -> None:
    """Personas, channels, facts and posts that are meant, and keys that a brand's template has already."""
    for (kind, _key), record in draft.records.items():
        if kind == "thread" and draft.brand and (channel := record.text("channel")):
            _check_known(draft, "channel", channel, draft.channels, record.place_of("channel"))
        if kind == "post":
            if persona := record.text("by"):
                _check_known(draft, "persona", persona, draft.personas, record.place_of("by"))
            needs = record.record("needs")
            for item in needs.items("facts") if needs else ():
                _check_known(draft, "fact", str(item.value), draft.facts, item.place)
    for post in draft.posts.values():
        _check_reply_to(draft, post)
    for reaction in draft.reactions.values():
        _check_trigger(draft, reaction)
    _check_templates(draft)


def _check_known(draft: Draft, kind: str, key: str, known: Mapping[str, object], place: Place) -> bool:
    if key in known:
        return True
    draft.report.add(place, f"unknown-{kind}", key=key, suggestion=suggest(key, known, report=draft.report))
    return False


def _check_reply_to(draft: Draft, post: Post) -> None:
    """Where `reply_to` is not written it cannot be unknown; that it may come too late holds all the same."""
    if post.reply_to is None:
        return
    record, target = draft.records["post", post.key], draft.posts.get(post.reply_to)
    place = record.place_of("reply_to")
    if record.has("reply_to"):
        if not _check_known(draft, "post", post.reply_to, draft.threads_of_posts, place):
            return
        if draft.threads_of_posts[post.reply_to] != post.thread:
            draft.report.add(place, "other-thread", post=post.reply_to, thread=draft.threads_of_posts[post.reply_to])
            return
    if post.reply_to == post.key:
        draft.report.add(place, "reply-to-itself", post=post.key)
    elif post.at_ms is not None and target and draft.records["post", target.key].has("key"):
        draft.report.add(place, "reply-to-reaction", post=post.reply_to)
    elif target and post.at_ms is not None and target.at_ms is not None and target.at_ms >= post.at_ms:
        draft.report.add(record.place_of("at"), "reply-before-post", post=post.reply_to)


def _check_trigger(draft: Draft, reaction: Reaction) -> None:
    when = draft.records["reaction", reaction.key].record("when")
    trigger = reaction.when
    if when is None or not isinstance(trigger, (NoAnswer, Answered)):
        return
    place = when.place_of("answered" if isinstance(trigger, Answered) else "to")
    if not _check_known(draft, "post", trigger.post, draft.threads_of_posts, place):
        return
    thread = draft.threads_of_posts[trigger.post]
    if thread != reaction.thread:
        draft.report.add(place, "other-thread", post=trigger.post, thread=thread)


def _check_templates(draft: Draft) -> None:
    known = {template.key for template in draft.brand.templates} if draft.brand else set()
    for key in draft.templates:
        if key in known:
            draft.report.add(draft.place("template", key), "template-twice", template=key)
