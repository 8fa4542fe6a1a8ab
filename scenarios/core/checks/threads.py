"""Checks what threads and posts say about themselves: dangers with a way out, noise that waits for nothing."""

from scenarios.core.draft import Draft
from scenarios.core.timeline import Post


def check_threads(draft: Draft) -> None:
    spoken = set(draft.threads_of_posts.values())
    for key, thread in draft.threads.items():
        if key not in spoken and not draft.report.has_errors:
            draft.report.warn(draft.place("thread", key), "empty-thread", thread=thread.key)
    for post in draft.posts.values():
        _check_post(draft, post)


def _check_post(draft: Draft, post: Post) -> None:
    needs, thread = post.needs, draft.threads.get(post.thread)
    if needs.danger and not needs.desk and needs.treatment not in ("hide", "report"):
        draft.report.add(draft.needs_place(post.key, "danger"), "danger-without-way", post=post.key)
    if needs.answer and thread and thread.mention == "noise":
        draft.report.warn(draft.needs_place(post.key, "answer"), "noise-with-needs", post=post.key)
    if needs.triage == "leave" and needs.treatment not in ("", "leave"):
        place = draft.needs_place(post.key, "treatment")
        draft.report.add(place, "leave-or-treat", post=post.key, treatment=needs.treatment)
    if post.picture and len({len(row) for row in post.picture.rows}) > 1:
        picture = draft.records["post", post.key].record("picture")
        if picture:
            draft.report.warn(picture.place_of("rows"), "uneven-rows", post=post.key)
