"""Records what this scoring version is, once it is finished:  python -m tests.scoring.recording

Writes golden/scoring_N.json, the run that the older versions scored as version N scores it, and adds [N] to
rules_of_versions.toml. What is recorded is never written again: it refuses.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenarios.core.codec import loads
from scoring.core import SCORING_VERSION, Assessor, scorecard
from scoring.core.rules import RULES
from simulator.core.events import ENGINE_VERSION, Event, canonical
from simulator.core.replay import inputs_of, regenerate
from tests.scoring.test_sentences import PARAMS

HERE = Path(__file__).parent
FIRST = HERE / "golden" / "scoring_2.json"


def record(folder: Path) -> Path:
    """The golden run under today's version, written into `folder`. Raises FileExistsError."""
    path = folder / f"scoring_{SCORING_VERSION}.json"
    with path.open("x", encoding="utf-8") as file:
        file.write(canonical(play_again()) + "\n")
    return path


def play_again() -> dict[str, Any]:
    """The same people, words and times as ever, played by today's engine and scored by today's score."""
    data = json.loads(FIRST.read_text(encoding="utf-8"))
    timeline = loads(json.dumps(data["timeline"]))
    start, *inputs = inputs_of(Event(*row) for row in data["events"])
    begun = replace(start, data={**start.data, "scoring": SCORING_VERSION, "engine": ENGINE_VERSION})
    log = regenerate(timeline, [begun, *inputs], assess=Assessor(), until_ms=timeline.duration_ms)
    return {
        "scoring": SCORING_VERSION,
        "timeline": data["timeline"],
        "events": [[each.seq, each.at_ms, each.kind, each.actor, each.data, each.words] for each in log],
        "scorecard": scorecard(timeline, log),
    }


def list_rules() -> str:
    """The section of rules_of_versions.toml: each rule with the parameters that its findings are stored with."""
    lines = (f'"{rule}" = {json.dumps(list(PARAMS.get(rule, ())))}' for rule in sorted(RULES))
    return "\n".join((f"[{SCORING_VERSION}]", *lines)) + "\n"


def main() -> int:
    try:
        path = record(HERE / "golden")
    except FileExistsError as error:
        sys.stderr.write(f"version {SCORING_VERSION} is recorded already: {error.filename}\n")
        return 1
    with (HERE / "rules_of_versions.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + list_rules())
    sys.stdout.write(
        f"wrote {path} and [{SCORING_VERSION}] of rules_of_versions.toml: look at both, then commit them\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
