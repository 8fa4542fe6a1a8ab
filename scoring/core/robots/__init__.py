"""Robot trainees: they play a scenario before a person does, and beside one (docs/rehearsal.md)."""

from scoring.core.robots.cast import ABSENT, EXPERT, ROBOTS, Robot
from scoring.core.robots.playing import play

__all__ = ["ABSENT", "EXPERT", "ROBOTS", "Robot", "play"]
