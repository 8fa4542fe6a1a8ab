"""A run's time line, as a picture and as a table."""

from simulator.core.state import PostState
from trainer_ui.core.lanes import Lane, Picture, Wait, draw_lanes
from trainer_ui.played import PlayedRun
from trainer_ui.shown import Row


def draw_run(played: PlayedRun) -> Picture:
    card = played.card
    halts = [(halt["at_ms"], "pause") for halt in card["pauses"]]
    halts += [(halt["at_ms"], "interruption") for halt in card["interruptions"]]
    lanes = [make_lane(key, played) for key in played.state.threads]
    return draw_lanes(lanes, ended_ms=card["ended_ms"], halts=halts)


def make_lane(thread: str, played: PlayedRun) -> Lane:
    posts = [played.state.posts[key] for key in played.state.threads[thread].posts]
    replies = played.state.replies
    return Lane(
        name=played.state.cast[posts[0].persona]["name"],
        dots=[post.at_ms for post in posts if not played.posts[post.key].needs.answer],
        waits=[make_wait(post, played) for post in posts if played.posts[post.key].needs.answer],
        replies=[(reply.at_ms, played.marks[seq]) for seq, reply in replies.items() if reply.thread == thread],
    )


def make_wait(post: PostState, played: PlayedRun) -> Wait:
    due_ms = played.due_ms[post.key]
    if not post.answered_by:
        return Wait(post.at_ms, due_ms, played.card["ended_ms"])
    return Wait(post.at_ms, due_ms, played.state.replies[post.answered_by[0]].at_ms)


def list_rows(played: PlayedRun) -> list[Row]:
    """Everything that happened, in order of run time."""
    state, card = played.state, played.card
    rows = [Row(post.at_ms, "post", state.cast[post.persona]["name"], post.text) for post in state.posts.values()]
    rows += [
        Row(reply.at_ms, "reply", played.marks.get(seq, ""), reply.words or "") for seq, reply in state.replies.items()
    ]
    rows += [Row(halt["at_ms"], "pause", "", "") for halt in card["pauses"]]
    rows += [Row(halt["at_ms"], "interruption", "", "") for halt in card["interruptions"]]
    return sorted(rows, key=lambda row: row.at_ms)
