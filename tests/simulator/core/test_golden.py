"""The golden log: what this engine makes of one scenario and a handful of moves, to the byte.

If it changes, runs that were played before would be made again differently: raise `ENGINE_VERSION`, and write the file
anew with `python -m tests.simulator.core.test_golden`.
"""

from pathlib import Path

from simulator.core.events import ENGINE_VERSION, KINDS, canonical
from tests.simulator.core.plays import Play

GOLDEN = Path(__file__).with_name("golden.log")

MOVES = [
    (50_000, "reply", 0),
    (20_000, "toggle", 0),
    (5_000, "toggle", 0),
    (45_000, "speed", 2),
    (20_000, "interrupt", 6),
    (1_000, "reply", 3),
    (30_000, "upgrade", ENGINE_VERSION),
    (10_000, "fork", 0),
    (60_000, "look", 0),
    (1_000, "end", 0),
]


def play_golden() -> str:
    """A line for each event."""
    play = Play()
    play.make_moves(MOVES)
    assert {event.kind for event in play.log} == set(KINDS)
    lines = [f"{event.seq} {event.at_ms} {event.kind} {event.actor} {canonical(event.data)}" for event in play.log]
    return "\n".join([f"engine {ENGINE_VERSION}", *lines, ""])


def test_the_engine_makes_the_golden_log():
    assert play_golden() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(play_golden(), encoding="utf-8")
