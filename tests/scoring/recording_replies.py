"""Records what this scoring version says of the ranked replies, once it is finished:

    manage.py shell -c "from tests.scoring.recording_replies import FOLDER, record_replies; record_replies(FOLDER)"

That writes golden/replies_N.json: each reply in three lines, its criteria, its rules, and a digest of all that its
assessment holds; and the same for one run in which all of a language are sent, with its scorecard. It belongs beside
golden/scoring_N.json (recording.py), and like that is never written again.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from scenarios.core.timeline import Timeline
from scoring.core import SCORING_VERSION, scorecard
from simulator.core.events import Event, canonical
from tests.scoring.ranking import assess_alone, list_ranked, play_replies

FOLDER = Path(__file__).with_name("golden")
SETS = {"ranked_de": partial(list_ranked, "de"), "ranked_en": partial(list_ranked, "en")}
"""Only these: their scenarios are files of tests, which nobody edits."""


def record_replies(folder: Path) -> Path:
    """What today's version says of all of them, written into `folder`. Raises FileExistsError."""
    path = folder / f"replies_{SCORING_VERSION}.json"
    with path.open("x", encoding="utf-8") as file:
        alone = {
            name: {reply["id"]: shorten(assess_alone(timeline, reply)) for reply, timeline in read()}
            for name, read in SETS.items()
        }
        together = {name: shorten_run(*play_set(name)) for name in SETS}
        said = {"scoring": SCORING_VERSION, "alone": alone, "together": together}
        json.dump(said, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return path


def play_set(name: str) -> tuple[Timeline, list[Event]]:
    """The scenario of a set, and the log of the run in which all its replies are sent."""
    replies = SETS[name]()
    timeline = replies[0][1]
    return timeline, play_replies(timeline, [reply for reply, _ in replies])


def shorten(assessed: Mapping[str, Any]) -> list[str]:
    """[criteria, rules, digest of all: points, spans, parameters, signals, what is heard]."""
    rules = " ".join(sorted(finding["rule"] for finding in assessed["findings"]))
    return [_list_criteria(assessed), rules, _digest(assessed)]


def shorten_run(timeline: Timeline, log: Sequence[Event]) -> dict[str, list[Any]]:
    """Each assessment of `log` shortened, in order, and [criteria, digest] of its scorecard."""
    card = scorecard(timeline, log)
    said = [shorten(event.data) for event in log if event.kind == "ReplyAssessed"]
    return {"replies": said, "card": [_list_criteria(card), _digest(card)]}


def _list_criteria(scored: Mapping[str, Any]) -> str:
    return " ".join(f"{name} {value}" for name, value in sorted(scored["criteria"].items()))


def _digest(data: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(dict(data)).encode()).hexdigest()[:16]
