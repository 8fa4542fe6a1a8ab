"""Posts and replies in the threads of the view: what was written, and who waits for an answer (docs/wire.md).

With view_acts.py the twin of js/run/threads.js. Rules kept here: pure; `unanswered` is what the desk's queue is made
of: posts of the crowd never wait, a treated one waits no longer, in a thread that is closed only what is private does.
"""

from collections.abc import Callable, Mapping

from simulator.core.view_thread import NEW_THREAD, Frame, View, add_entry, change_thread, put_thread


def show_post(view: View, frame: Frame) -> View:
    data, key = frame["data"], frame["data"]["thread"]
    is_crowd = data.get("crowd", False)
    entry = {
        "kind": "post",
        "post": data["post"],
        "persona": data["persona"],
        "name": data["name"],
        "handle": data["handle"],
        "text": frame.get("words", data["text"]),
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
        "reply_to": data.get("reply_to"),
        "target_ms": data["target_ms"],
        "visibility": data.get("visibility", "public"),
        "way": data.get("way"),
        "reach": data.get("reach"),
        "role": data.get("role"),
        "crowd": is_crowd,
        "picture": data.get("picture"),
    }
    is_known = key in view["threads"]
    new = {**NEW_THREAD, "channel": data["channel"], "mention": data.get("mention", "direct")}
    thread = view["threads"][key] if is_known else new
    waits = (
        not is_crowd
        and data["persona"] not in view["blocked"]
        and (thread["closed"] is None or entry["visibility"] == "private")
    )
    changed = add_entry(
        thread,
        frame,
        entry,
        unanswered=[*thread["unanswered"], data["post"]] if waits else thread["unanswered"],
        crowd=thread["crowd"] + is_crowd,
        resolved=thread["resolved"] and is_crowd,
    )
    return {**put_thread(view, key, changed), "order": view["order"] if is_known else [*view["order"], key]}


def show_reply(view: View, frame: Frame) -> View:
    """A reply answers all posts of the same person in the thread that are there."""
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    personas = {entry["post"]: entry["persona"] for entry in thread["posts"] if entry["kind"] == "post"}
    entry = {
        "kind": "reply",
        "reply": frame["seq"],
        "by": frame.get("by"),
        "name": view["agent"],
        "text": frame.get("words"),
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
        "reply_to": data["post"],
        "visibility": data["visibility"],
        "way": data.get("way"),
        "earlier": [],
        "deleted_ms": None,
    }
    open_posts = [post for post in thread["unanswered"] if personas[post] != personas[data["post"]]]
    return put_thread(view, data["thread"], add_entry(thread, frame, entry, unanswered=open_posts))


def correct_reply(view: View, frame: Frame) -> View:
    """The new words stand; the earlier ones stay on demand."""
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    posts = [
        {
            **entry,
            "text": frame.get("words"),
            "earlier": [*entry["earlier"], {"text": entry["text"], "until_ms": frame["at_ms"]}],
        }
        if entry.get("reply") == data["reply"]
        else entry
        for entry in thread["posts"]
    ]
    return put_thread(view, data["thread"], change_thread(thread, frame, posts=posts))


def delete_reply(view: View, frame: Frame) -> View:
    """Whom it had answered waits again, unless another reply did as well, or something else was done."""
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    posts = [
        {**entry, "deleted_ms": frame["at_ms"]} if entry.get("reply") == data["reply"] else entry
        for entry in thread["posts"]
    ]
    deleted = next(entry for entry in posts if entry.get("reply") == data["reply"])
    persona = next(entry["persona"] for entry in posts if entry.get("post") == deleted["reply_to"])
    is_blocked = persona in view["blocked"]
    again = set() if is_blocked else list_left({**thread, "posts": posts}, persona, before=deleted["seq"])
    unanswered = order_waiting(thread, again)
    resolved = thread["resolved"] and not again
    changed = change_thread(thread, frame, posts=posts, unanswered=unanswered, resolved=resolved)
    return put_thread(view, data["thread"], changed)


def list_left(thread: View, persona: str, *, before: int) -> set[str]:
    """Posts of `persona` up to event `before` that no reply that stands answers, and with which nothing was done."""
    people = {entry["post"]: entry for entry in thread["posts"] if entry["kind"] == "post"}
    answers = [entry for entry in thread["posts"] if entry["kind"] == "reply" and entry["deleted_ms"] is None]
    answered_seq = max(
        (entry["seq"] for entry in answers if people[entry["reply_to"]]["persona"] == persona), default=0
    )
    answered = {entry["reply_to"] for entry in answers}
    return {
        key
        for key, post in people.items()
        if post["persona"] == persona and not post["crowd"]
        if answered_seq < post["seq"] < before
        if key not in answered and key not in thread["treated"]
        if thread["closed"] is None or post["visibility"] == "private"
    }


def order_waiting(thread: View, again: set[str]) -> list[str]:
    """Who waits with those who wait `again`, in the order in which they wrote."""
    posts = (entry["post"] for entry in thread["posts"] if entry["kind"] == "post")
    return [key for key in posts if key in again or key in thread["unanswered"]]


REPLY_FOLDS: Mapping[str, Callable[[View, Frame], View]] = {
    "PostAppeared": show_post,
    "ReplySent": show_reply,
    "ReplyCorrected": correct_reply,
    "ReplyDeleted": delete_reply,
}
