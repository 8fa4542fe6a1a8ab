"""What followed a reply: what the person and the crowd wrote in its thread, how cross they were before and after."""

from trainer_ui.doings import show_post
from trainer_ui.played import PlayedRun
from trainer_ui.shown import Reaction

FELT_MS = 2_500
"""The log tells moods at most every two seconds (docs/events.md, MoodMoved)."""
HEAT_AFTER_MS = 60_000
MOST_SHOWN = 3


def show_reaction(seq: int, played: PlayedRun) -> Reaction:
    state = played.state
    reply = state.replies[seq]
    thread = state.threads[reply.thread]
    until = min((each for each in thread.replies if each > seq), default=state.seq + 1)
    after = [post for key in thread.posts if seq < (post := state.posts[key]).seq < until]
    anger = read_anger(seq, played)
    heat = (_heat_at(reply.at_ms, played), _heat_at(reply.at_ms + HEAT_AFTER_MS, played))
    return Reaction(
        posts=[show_post(post, played) for post in after[:MOST_SHOWN]],
        more=max(0, len(after) - MOST_SHOWN),
        anger=anger if anger and anger[0] != anger[1] else None,
        heat=heat if heat[0] != heat[1] else None,
    )


def read_anger(seq: int, played: PlayedRun) -> tuple[int, int] | None:
    """How cross the answered person was when the reply came, and when it had been felt; None for somebody unmoved."""
    reply = played.state.replies[seq]
    persona = played.state.posts[reply.post].persona
    before = played.moods.at(persona, reply.at_ms - 1)
    after = played.moods.at(persona, reply.at_ms + FELT_MS)
    return (before, after) if before or after else None


def _heat_at(at_ms: int, played: PlayedRun) -> int:
    return max((each for each in played.heats if each[0] <= at_ms), default=(0, 0))[1]
