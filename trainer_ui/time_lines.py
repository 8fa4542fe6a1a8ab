"""A run's time line, as a picture and as a table."""

from simulator.core.state import PostState
from trainer_ui.core.lanes import Lane, Picture, Wait, draw_lanes
from trainer_ui.doings import describe_act, read_words
from trainer_ui.halting import list_halts, place_halts
from trainer_ui.played import PlayedRun
from trainer_ui.shown import Row


def draw_run(played: PlayedRun) -> Picture:
    card = played.card
    lanes = [make_lane(key, played) for key in played.state.threads if not is_crowd_only(key, played)]
    return draw_lanes(lanes, ended_ms=card["ended_ms"], halts=place_halts(card))


def is_crowd_only(thread: str, played: PlayedRun) -> bool:
    """Whether nobody but the crowd was there: it is counted, and has no lane."""
    found = played.state.threads[thread]
    return not found.replies and all(played.state.posts[key].is_crowd for key in found.posts)


def make_lane(thread: str, played: PlayedRun) -> Lane:
    posts = [played.state.posts[key] for key in played.state.threads[thread].posts]
    replies = played.state.replies
    return Lane(
        name=played.state.cast[posts[0].persona]["name"],
        dots=[post.at_ms for post in posts if find_due(post, played) is None],
        waits=[make_wait(post, due_ms, played) for post in posts if (due_ms := find_due(post, played)) is not None],
        replies=[(reply.at_ms, played.marks[seq]) for seq, reply in replies.items() if reply.thread == thread],
        acts=[event.at_ms for event in played.acts if event.data.get("thread") == thread],
    )


def find_due(post: PostState, played: PlayedRun) -> int | None:
    """Until when a post had to be answered; None where it needed no answer."""
    return played.due_ms[post.key] if post.needs.answer else None


def make_wait(post: PostState, due_ms: int, played: PlayedRun) -> Wait:
    if not post.answered_by:
        return Wait(post.at_ms, due_ms, played.card["ended_ms"])
    return Wait(post.at_ms, due_ms, played.state.replies[post.answered_by[0]].at_ms)


def list_rows(played: PlayedRun) -> list[Row]:
    """Everything that happened, in order of run time; of the crowd only whom the trainee answered."""
    state, card = played.state, played.card
    posts = [post for post in state.posts.values() if not post.is_crowd or post.answered_by]
    rows = [Row(post.at_ms, "post", state.cast[post.persona]["name"], post.text) for post in posts]
    rows += [Row(event.at_ms, "act", describe_act(event, played), read_words(event) or "") for event in played.acts]
    rows += [
        Row(reply.at_ms, "reply", played.marks.get(seq, ""), reply.words or "") for seq, reply in state.replies.items()
    ]
    rows += [Row(halt.at_ms, "halt", halt.words, "") for halt in list_halts(card)]
    return sorted(rows, key=lambda row: row.at_ms)
