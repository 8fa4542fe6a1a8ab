"""Posts: what is written, and what it needs."""

from scenarios.core.draft import Draft
from scenarios.core.public import Picture
from scenarios.core.records import Record
from scenarios.core.timeline import Needs, Post

DEFAULT_TRIAGE = "normal"
NO_NEEDS = Needs(False, (), (), False, DEFAULT_TRIAGE, None, None)


def add_post(draft: Draft, key: str, record: Record, *, thread: str, default_reply_to: str | None) -> None:
    """Puts the post into `draft`, unless one has its key already."""
    if ("post", key) in draft.records:
        first = draft.place("post", key)
        place = record.place_of("key")
        draft.report.add(place, "post-twice", post=key, first_line=first.line, first_column=first.column)
        return
    draft.records["post", key] = record
    draft.threads_of_posts[key] = thread
    persona, text = record.text("by"), record.text("text")
    if persona is None or text is None:
        return
    needs, picture = record.record("needs"), record.record("picture")
    draft.posts[key] = Post(
        key=key,
        thread=thread,
        persona=persona,
        at_ms=record.whole("at"),
        reply_to=record.text("reply_to") or default_reply_to,
        text=text,
        needs=_needs(needs) if needs else NO_NEEDS,
        visibility=record.text("visibility") or "public",
        picture=_picture(picture) if picture else None,
    )


def _needs(record: Record) -> Needs:
    """`triage: leave` is the older way to say `treatment: leave`; either brings the other."""
    triage, treatment = record.text("triage"), record.text("treatment")
    return Needs(
        answer=record.flag("answer"),
        facts=record.texts("facts"),
        acts=record.texts("acts"),
        private=record.flag("private"),
        triage=triage or ("leave" if treatment == "leave" else DEFAULT_TRIAGE),
        model=record.text("model"),
        then=record.text("then"),
        paraphrase=record.text("paraphrase"),
        desk=record.text("desk") or "",
        treatment=treatment or ("leave" if triage == "leave" else ""),
        danger=record.text("danger") or "",
    )


def _picture(record: Record) -> Picture:
    return Picture(
        kind=record.text("kind") or "",
        alt=record.text("alt") or "",
        title=record.text("title") or "",
        rows=tuple(tuple(str(cell.value) for cell in row) for row in record.lists("rows")),
    )
