"""The golden log: what this engine makes of one scenario and a handful of moves, to the byte.

If it changes, runs that were played before would be made again differently: raise `ENGINE_VERSION`, and write the file
anew with `python -m tests.simulator.core.test_golden`.
"""

import json
from pathlib import Path

from simulator.core.engine import due, fold_all
from simulator.core.events import ENGINE_VERSION, KINDS, Event, canonical
from tests.simulator.core.plays import ALL_KINDS, Play
from tests.simulator.publics import make_storm
from tests.simulator.timelines import make_morning

GOLDEN = Path(__file__).with_name("golden.log")
FIRST = Path(__file__).with_name("golden_engine_1.log")


def play_golden() -> str:
    """A line for each event."""
    play = Play(make_storm())
    play.make_moves(ALL_KINDS)
    assert {event.kind for event in play.log} == set(KINDS)
    lines = [f"{event.seq} {event.at_ms} {event.kind} {event.actor} {canonical(event.data)}" for event in play.log]
    return "\n".join([f"engine {ENGINE_VERSION}", *lines, ""])


def read_log(path: Path) -> list[Event]:
    """The events of a log as `play_golden` writes it; the words of people are not in it."""
    rows = (line.split(" ", 4) for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return [Event(int(seq), int(at_ms), kind, actor, json.loads(data)) for seq, at_ms, kind, actor, data in rows]


def test_a_log_of_the_first_engine_still_folds():
    """And the reactions that it says fired are all that this engine would have let fire."""
    log = read_log(FIRST)

    state = fold_all(make_morning(), log)

    assert (state.seq, state.ended, list(state.posts)) == (
        20,
        True,
        ["bag-1", "bag-thanks", "train-1", "train-2", "train-3"],
    )
    assert due(make_morning(), log[:8], 0) == []


def test_the_engine_makes_the_golden_log():
    assert play_golden() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(play_golden(), encoding="utf-8")
