"""The threads of the view: what was written in them, what waits, and what was done about it (docs/wire.md, "The view").

The twin of js/run/threads.js. Rules kept here: pure; `unanswered` is what the desk's queue is made of: posts of the
crowd never wait, a treated one waits no longer, in a thread that is closed only what is private does.
"""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.core.view_states import move_state, read_step

View = Mapping[str, Any]
Frame = Mapping[str, Any]

NEW_THREAD: View = {
    "state": "crowd",
    "posts": [],
    "unanswered": [],
    "due_ms": None,
    "crowd": 0,
    "desks": {},
    "treated": {},
    "tags": {},
    "resolved": False,
    "closed": None,
    "assigned": None,
}


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
    changed = _add_entry(
        thread,
        frame,
        entry,
        unanswered=[*thread["unanswered"], data["post"]] if waits else thread["unanswered"],
        crowd=thread["crowd"] + is_crowd,
        resolved=thread["resolved"] and is_crowd,
    )
    return {**_put(view, key, changed), "order": view["order"] if is_known else [*view["order"], key]}


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
    return _put(view, data["thread"], _add_entry(thread, frame, entry, unanswered=open_posts))


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
    return _put(view, data["thread"], _change(thread, frame, posts=posts))


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
    again = set() if is_blocked else _list_left({**thread, "posts": posts}, persona, before=deleted["seq"])
    unanswered = _order_waiting(thread, again)
    resolved = thread["resolved"] and not again
    changed = _change(thread, frame, posts=posts, unanswered=unanswered, resolved=resolved)
    return _put(view, data["thread"], changed)


def _list_left(thread: View, persona: str, *, before: int) -> set[str]:
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


def _order_waiting(thread: View, again: set[str]) -> list[str]:
    """Who waits with those who wait `again`, in the order in which they wrote."""
    posts = (entry["post"] for entry in thread["posts"] if entry["kind"] == "post")
    return [key for key in posts if key in again or key in thread["unanswered"]]


def write_note(view: View, frame: Frame) -> View:
    """For colleagues only: it answers nobody."""
    return _write_inside(view, frame, "note")


def propose_article(view: View, frame: Frame) -> View:
    """For the house, about a matter that is settled."""
    return _write_inside(view, frame, "proposal")


def _write_inside(view: View, frame: Frame, kind: str) -> View:
    key = frame["data"]["thread"]
    entry = {
        "kind": kind,
        "by": frame.get("by"),
        "text": frame.get("words"),
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
    }
    return _put(view, key, _add_entry(view["threads"][key], frame, entry))


def hand_over(view: View, frame: Frame) -> View:
    """What was handed over still waits for a word of the trainee's."""
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    entry = {
        "kind": "handover",
        "by": frame.get("by"),
        "desk": data["desk"],
        "text": frame.get("words"),
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
        "reply_to": data["post"],
    }
    desks = {**thread["desks"], data["desk"]: "asked"}
    return _put(view, data["thread"], _add_entry(thread, frame, entry, desks=desks))


def answer_from_desk(view: View, frame: Frame) -> View:
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    entry = {
        "kind": "desk",
        "desk": data["desk"],
        "text": data["text"],
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
        "reply_to": data["post"],
    }
    desks = {**thread["desks"], data["desk"]: "answered"}
    return _put(view, data["thread"], _add_entry(thread, frame, entry, desks=desks))


def treat(view: View, frame: Frame) -> View:
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    done = {"as": data["as"], "reason": data["reason"]}
    if data["as"] == "blocked" and data["post"] in thread["treated"]:
        done["before"] = thread["treated"][data["post"]]
    treated = {**thread["treated"], data["post"]: done}
    unanswered = [post for post in thread["unanswered"] if post != data["post"]]
    treated_view = {
        **view,
        **_put(view, data["thread"], _change(thread, frame, treated=treated, unanswered=unanswered)),
    }
    return _block(treated_view, frame) if data["as"] == "blocked" else treated_view


def _block(view: View, frame: Frame) -> View:
    """Nobody waits for a word to who was blocked, wherever they wrote; what they wrote stands."""
    data = frame["data"]
    posts = view["threads"][data["thread"]]["posts"]
    persona = next(entry["persona"] for entry in posts if entry.get("post") == data["post"])
    for key, thread in view["threads"].items():
        theirs = {entry["post"] for entry in thread["posts"] if entry["kind"] == "post" and entry["persona"] == persona}
        left = [post for post in thread["unanswered"] if post not in theirs]
        if len(left) < len(thread["unanswered"]):
            view = {**view, **_put(view, key, _change(thread, frame, unanswered=left))}
    return {**view, "blocked": {**view["blocked"], persona: frame["seq"]}}


def unblock(view: View, frame: Frame) -> View:
    """Who was blocked waits again with what nobody has answered. What is settled stays so, and so does what else was
    done with a post."""
    data = frame["data"]
    posts = view["threads"][data["thread"]]["posts"]
    persona = next(entry["persona"] for entry in posts if entry.get("post") == data["post"])
    for key, thread in view["threads"].items():
        opened = {**thread, "treated": _take_blocks_back(thread, persona)}
        again = set() if thread["resolved"] else _list_left(opened, persona, before=frame["seq"])
        changed = {"treated": opened["treated"], "unanswered": _order_waiting(thread, again)}
        if any(changed[name] != thread[name] for name in changed):
            view = {**view, **_put(view, key, _change(thread, frame, **changed))}
    return {**view, "blocked": {each: seq for each, seq in view["blocked"].items() if each != persona}}


def _take_blocks_back(thread: View, persona: str) -> View:
    theirs = {entry["post"] for entry in thread["posts"] if entry["kind"] == "post" and entry["persona"] == persona}
    before = {
        post: done.get("before") if post in theirs and done["as"] == "blocked" else done
        for post, done in thread["treated"].items()
    }
    return {post: done for post, done in before.items() if done is not None}


def tag_post(view: View, frame: Frame) -> View:
    return _put_tags(view, frame, lambda tags, tag: [*tags, tag])


def untag_post(view: View, frame: Frame) -> View:
    return _put_tags(view, frame, lambda tags, tag: [each for each in tags if each != tag])


def _put_tags(view: View, frame: Frame, change: Callable[[list[str], str], list[str]]) -> View:
    """A tag moves nothing: the thread stands where it stood, as long as it did."""
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    tags = change(thread["tags"].get(data["post"], []), data["tag"])
    left = {post: each for post, each in {**thread["tags"], data["post"]: tags}.items() if each}
    return _put(view, data["thread"], {**thread, "tags": left})


def resolve(view: View, frame: Frame) -> View:
    key = frame["data"]["thread"]
    return _put(view, key, _change(view["threads"][key], frame, resolved=True, unanswered=[]))


def close_thread(view: View, frame: Frame) -> View:
    key = frame["data"]["thread"]
    thread = view["threads"][key]
    posts = [entry for entry in thread["posts"] if entry["kind"] == "post"]
    private = {entry["post"] for entry in posts if entry["visibility"] == "private"}
    unanswered = [post for post in thread["unanswered"] if post in private]
    return _put(view, key, _change(thread, frame, closed=frame["data"]["reason"], unanswered=unanswered))


def _add_entry(thread: View, frame: Frame, entry: View, **more: Any) -> View:
    return _change(thread, frame, posts=[*thread["posts"], entry], **more)


def _change(thread: View, frame: Frame, **more: Any) -> View:
    changed = {**thread, **more, "last_at_ms": frame["at_ms"]}
    targets = [
        entry["target_ms"]
        for entry in changed["posts"]
        if entry["kind"] == "post" and entry["post"] in changed["unanswered"] and entry["target_ms"] is not None
    ]
    step = read_step(frame["kind"], frame["data"], waits=bool(changed["unanswered"]))
    return {**changed, "due_ms": min(targets, default=None), "state": move_state(thread["state"], step)}


def _put(view: View, key: str, thread: View) -> View:
    return {"threads": {**view["threads"], key: thread}}


THREAD_FOLDS: Mapping[str, Callable[[View, Frame], View]] = {
    "PostAppeared": show_post,
    "ReplySent": show_reply,
    "ReplyCorrected": correct_reply,
    "ReplyDeleted": delete_reply,
    "NoteWritten": write_note,
    "ArticleProposed": propose_article,
    "Escalated": hand_over,
    "DeskAnswered": answer_from_desk,
    "Treated": treat,
    "Unblocked": unblock,
    "Resolved": resolve,
    "Tagged": tag_post,
    "Untagged": untag_post,
    "ThreadClosed": close_thread,
}
