"""What was done about the threads of the view, other than answering (docs/wire.md, "The view").

With view_threads.py the twin of js/run/threads.js. Pure.
"""

from collections.abc import Callable, Mapping

from simulator.core.view_thread import Frame, View, add_entry, change_thread, put_thread
from simulator.core.view_threads import list_left, order_waiting


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
    return put_thread(view, key, add_entry(view["threads"][key], frame, entry))


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
    return put_thread(view, data["thread"], add_entry(thread, frame, entry, desks=desks))


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
    return put_thread(view, data["thread"], add_entry(thread, frame, entry, desks=desks))


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
        **put_thread(view, data["thread"], change_thread(thread, frame, treated=treated, unanswered=unanswered)),
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
            view = {**view, **put_thread(view, key, change_thread(thread, frame, unanswered=left))}
    return {**view, "blocked": {**view["blocked"], persona: frame["seq"]}}


def unblock(view: View, frame: Frame) -> View:
    """Who was blocked waits again with what nobody has answered. What is settled stays so, and so does what else was
    done with a post."""
    data = frame["data"]
    posts = view["threads"][data["thread"]]["posts"]
    persona = next(entry["persona"] for entry in posts if entry.get("post") == data["post"])
    for key, thread in view["threads"].items():
        opened = {**thread, "treated": _take_blocks_back(thread, persona)}
        again = set() if thread["resolved"] else list_left(opened, persona, before=frame["seq"])
        changed = {"treated": opened["treated"], "unanswered": order_waiting(thread, again)}
        if any(changed[name] != thread[name] for name in changed):
            view = {**view, **put_thread(view, key, change_thread(thread, frame, **changed))}
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
    return put_thread(view, data["thread"], {**thread, "tags": left})


def resolve(view: View, frame: Frame) -> View:
    key = frame["data"]["thread"]
    return put_thread(view, key, change_thread(view["threads"][key], frame, resolved=True, unanswered=[]))


def close_thread(view: View, frame: Frame) -> View:
    key = frame["data"]["thread"]
    thread = view["threads"][key]
    posts = [entry for entry in thread["posts"] if entry["kind"] == "post"]
    private = {entry["post"] for entry in posts if entry["visibility"] == "private"}
    unanswered = [post for post in thread["unanswered"] if post in private]
    return put_thread(view, key, change_thread(thread, frame, closed=frame["data"]["reason"], unanswered=unanswered))


ACT_FOLDS: Mapping[str, Callable[[View, Frame], View]] = {
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
