"""What the desk marks before sending is what the score finds after it (trainer_ui's write/gaps.js)."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.scoring.replies import judge_text, marked

VECTORS = json.loads((Path(__file__).resolve().parents[2] / "vectors" / "gaps.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["text"]))
def test_the_score_finds_the_gaps_that_the_desk_marks(vector: dict[str, Any]):
    assert marked(vector["text"], judge_text(vector["text"]), "individuality.placeholder") == vector["gaps"]
