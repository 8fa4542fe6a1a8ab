"""What was done beside public replies, for the debrief: by thread, with what was said in private; and notices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from simulator.core.events import Event
from simulator.core.state import PostState, ReplyState
from trainer_ui.criteria import name_criterion
from trainer_ui.findings import dispute, show_findings
from trainer_ui.played import PlayedRun
from trainer_ui.shown import Doing, DoneThread, ShownNotice, ShownPost
from trainer_ui.wordings import list_earlier

REASONS: Mapping[str, Any] = {
    "needs_nothing": gettext_lazy("needs no answer"),
    "provocation": gettext_lazy("only wants to provoke"),
    "not_about_us": gettext_lazy("does not mean us"),
    "others_help": gettext_lazy("others are helping already"),
    "settled": gettext_lazy("is settled already"),
    "insult": gettext_lazy("insult"),
    "threat": gettext_lazy("threat"),
    "hate": gettext_lazy("hate"),
    "personal_data": gettext_lazy("private data"),
    "self_harm": gettext_lazy("self-harm"),
    "spam": gettext_lazy("spam"),
}
INTERNAL = frozenset({"NoteWritten", "Assigned", "Escalated", "DeskAnswered", "ArticleProposed", "Tagged", "Untagged"})
"""What nobody outside of the house sees."""
WORDED = frozenset({"NoteWritten", "Escalated", "ArticleProposed", "NoticePublished", "NoticeUpdated"})
ABOUT_POSTS = frozenset({"Escalated", "Treated", "Unblocked", "Tagged", "Untagged", "HintAsked"})
TREATED: Mapping[str, Any] = {
    "left_alone": gettext_lazy("Left alone"),
    "hidden": gettext_lazy("Hidden"),
    "reported": gettext_lazy("Reported"),
    "blocked": gettext_lazy("Author blocked"),
}


def list_doings(played: PlayedRun, *, language: str) -> list[DoneThread]:
    """The threads in which something was done or said in private, in the order in which they appeared."""
    return [
        _show_thread(key, played, language=language)
        for key in played.state.threads
        if any(_entries_of(key, played, language=language))
    ]


def list_notices(played: PlayedRun, *, language: str) -> list[ShownNotice]:
    shown = []
    for event in played.acts:
        if event.kind in ("NoticePublished", "NoticeUpdated"):
            found = played.assessments.get(event.seq, {"findings": []})["findings"]
            shown_found = show_findings(found, language=language, names=played.names)
            findings = dispute(shown_found, seq=event.seq, objections=played.objections)
            is_update = event.kind == "NoticeUpdated"
            shown.append(ShownNotice(event.seq, event.at_ms, event.data["topic"], event.words, is_update, findings))
    return shown


def describe_act(event: Event, played: PlayedRun) -> str:
    """What an act was, in words."""
    data = event.data
    match event.kind:
        case "NoteWritten":
            return gettext("Internal note")
        case "HintAsked":
            return _describe_hint(data["criteria"])
        case "Assigned":
            return gettext("Taken over") if data["to"] is not None else gettext("Given up")
        case "Escalated":
            return gettext("Handed over to %(desk)s") % {"desk": played.desks.get(data["desk"], data["desk"])}
        case "DeskAnswered":
            return gettext("Answer from %(desk)s") % {"desk": played.desks.get(data["desk"], data["desk"])}
        case "Treated":
            return f"{TREATED[data['as']]}: {REASONS.get(data['reason'], data['reason'])}"
        case "Unblocked":
            return gettext("Author unblocked")
        case "Resolved":
            return gettext("Marked as resolved")
        case "ArticleProposed":
            return gettext("Proposed as an article")
        case "Tagged":
            return gettext("Marked as feedback on the product")
        case "Untagged":
            return gettext("Mark as feedback on the product taken off")
        case "ThreadClosed":
            return gettext("Closed by the moderators")
        case "CustomerIdentified":
            return gettext("Identified themselves")
        case "NoticePublished":
            return gettext("Notice published")
    return gettext("Notice updated")


def _describe_hint(criteria: Sequence[str]) -> str:
    if not criteria:
        return gettext("Asked for a hint: nothing was found")
    return gettext("Asked for a hint: %(criteria)s") % {"criteria": ", ".join(map(name_criterion, criteria))}


def read_words(event: Event) -> str | None:
    """What was written for an act; None once it is erased."""
    if event.kind == "DeskAnswered":
        text: str = event.data["text"]
        return text
    return event.words if event.kind in WORDED else ""


def show_post(post: PostState, played: PlayedRun) -> ShownPost:
    who = played.state.cast[post.persona]
    return ShownPost(
        name=who["name"],
        handle=who["handle"],
        text=post.text,
        at_ms=post.at_ms,
        visibility=post.visibility,
        way=post.way,
        picture=played.pictures.get(post.key),
    )


def show_reply(reply: ReplyState, played: PlayedRun, *, language: str) -> ShownPost:
    brand = played.timeline.brand
    return ShownPost(
        brand.name,
        brand.handle,
        reply.words,
        reply.at_ms,
        is_mine=True,
        visibility=reply.visibility,
        way=reply.way,
        earlier=list_earlier(reply, played, language=language),
        deleted_ms=played.said[reply.deleted].at_ms if reply.deleted else None,
    )


def _show_thread(key: str, played: PlayedRun, *, language: str) -> DoneThread:
    entries = _name_once(sorted(_entries_of(key, played, language=language), key=lambda entry: entry.at_ms))
    first = played.state.posts[played.state.threads[key].posts[0]]
    return DoneThread(played.state.cast[first.persona]["name"], played.channels[key], entries)


def _name_once(entries: Sequence[ShownPost | Doing]) -> list[ShownPost | Doing]:
    """`entries` in which a post that stands there already is not shown again above what was done with it."""
    above: list[ShownPost] = []
    named: list[ShownPost | Doing] = []
    for entry in entries:
        post = entry if isinstance(entry, ShownPost) else entry.about
        is_known = post in above
        above += [post] if post is not None and not is_known else []
        named.append(replace(entry, about=None) if isinstance(entry, Doing) and is_known else entry)
    return named


def _entries_of(key: str, played: PlayedRun, *, language: str) -> Iterator[ShownPost | Doing]:
    state = played.state
    for post in (state.posts[each] for each in state.threads[key].posts):
        if post.visibility == "private":
            yield show_post(post, played)
    for reply in state.replies.values():
        if reply.thread == key and reply.visibility == "private":
            yield show_reply(reply, played, language=language)
    for event in played.acts:
        if event.data.get("thread") == key:
            is_internal = event.kind in INTERNAL
            about = state.posts[event.data["post"]] if event.kind in ABOUT_POSTS else None
            shown = show_post(about, played) if about is not None else None
            yield Doing(event.at_ms, describe_act(event, played), read_words(event), is_internal, shown)
