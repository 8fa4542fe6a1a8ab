"""A run's time line on paper: the tracks of the replay over an axis with times, and the same in words below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer_ui.core.tracks import WIDTH, Tracks
from trainer_ui.halting import list_halts
from trainer_ui.played import PlayedRun
from trainer_ui.replays import draw_replay

MOST_TICKS = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a moment: where it lies in the picture, when it was (run time in ms), and who or what it is."""

    x: int
    at_ms: int
    name: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """`missed` are the posts that nobody answered, by their authors; `halts` are named in words."""

    tracks: Tracks
    ticks: Sequence[Mark]
    replies: Sequence[Mark]
    missed: Sequence[Mark]
    halts: Sequence[Mark]


def draw_paper_line(played: PlayedRun, twins: Mapping[str, Any]) -> PaperLine:
    state, card = played.state, played.card
    end = max(1, card["ended_ms"])

    def place(at_ms: int, name: str = "") -> Mark:
        return Mark(min(at_ms, end) * WIDTH // end, at_ms, name)

    unanswered = [state.posts[item["post"]] for item in card["unanswered"]]
    step = 60_000 * max(1, -(-end // (60_000 * MOST_TICKS)))
    return PaperLine(
        tracks=draw_replay(played, twins),
        ticks=[place(at_ms) for at_ms in range(0, end + 1, step)],
        replies=[place(state.replies[seq].at_ms, mark) for seq, mark in played.marks.items()],
        missed=[place(post.at_ms, state.cast[post.persona]["name"]) for post in unanswered],
        halts=[place(halt.at_ms, halt.words) for halt in list_halts(card)],
    )
