"""What the engine asks the score: a reply's assessment, from its words and the state before it."""

from collections.abc import Mapping
from typing import Any

from scoring.core import Reading, judge_said, read_earlier
from simulator.services.memory import Remembered


def assess(
    remembered: Remembered, reading: Reading, *, actor: str, data: Mapping[str, Any], at_ms: int
) -> Mapping[str, Any]:
    """The data of ReplyAssessed, without the reply's seq, for the reply or notice `data` of `actor` that is not folded
    yet."""
    state = remembered.state
    earlier = read_earlier(state, actor=actor, shelves=remembered.shelves, without=data.get("reply", 0))
    return judge_said(state, reading, data=data, at_ms=at_ms, earlier=earlier).to_data()
