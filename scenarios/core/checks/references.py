"""Checks that every key that is meant exists, and stands where it may be meant from.

What a field refers to is said by the schema (`Key.of`), so the check follows the schema through the records.
"""

from collections.abc import Iterator, Mapping

from scenarios.core.draft import Draft
from scenarios.core.problems import Place
from scenarios.core.records import Found, Record
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.schema.types import Element, Key, ListOf, MapOf, Topic, Type
from scenarios.core.suggestions import suggest
from scenarios.core.timeline import Post
from scenarios.core.values import ANY

Known = Mapping[str, Mapping[str, object]]


def check_references(draft: Draft) -> None:
    """Everything that is meant by its key, and keys that a brand's template has already."""
    _check_element(draft, draft.scenario, SCENARIO, known=_list_known(draft), thread="")
    for post in draft.posts.values():
        _check_reply_to(draft, post)
    for kind, key in draft.records:
        if kind in ("post", "persona", "fact") and key == ANY:
            draft.report.add(draft.place(kind, key), "reserved-key", key=key)
    if rumour := draft.scenario.records("rumours").get(ANY):
        draft.report.add(rumour.place, "reserved-key", key=ANY)
    _check_replacements(draft)
    _check_templates(draft)


def _list_known(draft: Draft) -> Known:
    """What there is of each kind. Of a brand that could not be read nothing is known, and nothing is missed."""
    known: dict[str, Mapping[str, object]] = {
        "persona": draft.personas,
        "fact": draft.facts,
        "post": draft.threads_of_posts,
        "thread": draft.scenario.records("threads"),
        "rumour": draft.scenario.records("rumours"),
        "topic": dict.fromkeys(_list_topics(draft)),
    }
    if draft.brand:
        known |= {"channel": draft.channels, "desk": {desk.key: desk for desk in draft.brand.desks}}
    return known


def _list_topics(draft: Draft) -> Iterator[str]:
    crowd = draft.scenario.record("crowd")
    owners = [*draft.scenario.records("threads").values(), *(crowd.records("voices").values() if crowd else ())]
    for owner in owners:
        if topic := owner.text("topic"):
            yield topic


def _check_element(draft: Draft, record: Record, element: Element, *, known: Known, thread: str) -> None:
    for name, found in record.fields.items():
        if name == "reply_to":
            continue  # Its own check knows more: `_check_reply_to`.
        type_ = element.fields[name].type
        if element is SCENARIO and name == "threads" and isinstance(type_, MapOf) and isinstance(type_.item, Element):
            for key, item in record.records(name).items():
                _check_element(draft, item, type_.item, known=known, thread=key)
        else:
            _check_found(draft, found, type_, known=known, thread=thread)


def _check_found(draft: Draft, found: Found, type_: Type, *, known: Known, thread: str) -> None:
    value = found.value
    if isinstance(type_, Element) and isinstance(value, Record):
        _check_element(draft, value, type_, known=known, thread=thread)
    elif isinstance(type_, ListOf) and isinstance(value, tuple):
        if isinstance(type_.item, (Element, Key, ListOf, Topic)):
            for item in value:
                _check_found(draft, item, type_.item, known=known, thread=thread)
    elif isinstance(type_, MapOf) and isinstance(value, dict):
        for item in value.values():
            _check_found(draft, item, type_.item, known=known, thread=thread)
    elif isinstance(type_, Topic) and not type_.is_own and isinstance(value, str):
        if value not in known["topic"]:
            suggestion = suggest(value, known["topic"], report=draft.report)
            draft.report.warn(found.place, "unknown-topic", topic=value, suggestion=suggestion)
    elif isinstance(type_, Key) and type_.of and type_.of in known and isinstance(value, str) and value:
        is_known = _check_known(draft, type_.of, value, known[type_.of], found.place)
        if is_known and type_.of == "post" and thread and draft.threads_of_posts[value] != thread:
            draft.report.add(found.place, "other-thread", post=value, thread=draft.threads_of_posts[value])


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
        if post.thread and draft.threads_of_posts[post.reply_to] != post.thread:
            draft.report.add(place, "other-thread", post=post.reply_to, thread=draft.threads_of_posts[post.reply_to])
            return
    if post.reply_to == post.key:
        draft.report.add(place, "reply-to-itself", post=post.key)
    elif post.at_ms is not None and target and draft.records["post", target.key].has("key"):
        draft.report.add(place, "reply-to-reaction", post=post.reply_to)
    elif target and post.at_ms is not None and target.at_ms is not None and target.at_ms >= post.at_ms:
        draft.report.add(record.place_of("at"), "reply-before-post", post=post.reply_to)


def _check_replacements(draft: Draft) -> None:
    """Facts that replace each other in a circle."""
    settled: set[str] = set()
    for first in draft.facts:
        path: dict[str, None] = {}
        key = first
        while key in draft.facts and key not in settled and key not in path:
            path[key] = None
            key = draft.facts[key].replaces
        if key in path:
            draft.report.add(draft.place("fact", key, "replaces"), "replaces-in-circle", fact=key)
        settled.update(path)


def _check_templates(draft: Draft) -> None:
    known = {template.key for template in draft.brand.templates} if draft.brand else set()
    for key in draft.templates:
        if key in known:
            draft.report.add(draft.place("template", key), "template-twice", template=key)
