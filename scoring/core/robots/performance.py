"""One run of a robot, as a rehearsal keeps it: values that can be stored and compared. Integers only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.core.sameness import measure_sameness
from scenarios.core.timeline import Timeline
from scenarios.core.timing import work_ms
from scoring.core.lexicon.library import TONE
from scoring.core.masking import mask_text
from scoring.core.patterns import find_matches
from scoring.core.robots.cast import Robot
from scoring.core.robots.heat import heat_area, heat_curve
from scoring.core.robots.pace import PERSON
from scoring.core.robots.playing import Seed, play_out
from scoring.core.scorecard import score_state
from scoring.core.text import analyse
from scoring.core.waits import CLOSING
from simulator.core.events import Event

Performance = Mapping[str, Any]
MINUTE_MS = 60_000
PER_MILLE = 1000


def perform(timeline: Timeline, *, start: Event, robot: Robot, seed: Seed | None = None) -> dict[str, Any]:
    """Plays and scores one run.

    `score` and `criteria` are per mille. `heat` is the area under the curve in points times seconds. `fired` counts
    reactions, `late` are the posts that were not answered in time, `load` is the work that each minute brought, per
    mille of that minute.
    """
    log, state = play_out(timeline, begun=[start], robot=robot, seed=seed)
    card = score_state(state, log)
    late = {item["post"] for item in card["unanswered"] if item["overdue"]}
    waits = [item for item in card["evidence"].get("speed", ()) if item["response"] != CLOSING]
    late |= {item["post"] for item in waits if item["value"] < PER_MILLE}
    return {
        "robot": robot.key,
        "seed": start.data["seed"],
        "score": card["score"],
        "criteria": card["criteria"],
        "heat": heat_area(heat_curve(log), until_ms=card["ended_ms"]),
        "fired": dict(Counter(event.data["reaction"] for event in log if event.kind == "ReactionFired")),
        "late": sorted(late),
        "load": measure_load(timeline, log),
    }


def measure_load(timeline: Timeline, log: Sequence[Event]) -> list[int]:
    """Minute by minute, per mille: reading the scenario's posts, answering what needs it, a glance at the crowd's."""
    work = [0] * -(-timeline.duration_ms // MINUTE_MS)
    posts = {post.key: work_ms(post) for post in timeline.posts}
    for event in log:
        if event.kind != "PostAppeared" or event.at_ms >= timeline.duration_ms:
            continue
        glance_ms = PERSON.glance_ms(event.data["text"])
        work[event.at_ms // MINUTE_MS] += posts.get(event.data["post"], glance_ms)
    return [each * PER_MILLE // MINUTE_MS for each in work]


def measure_crowd(timeline: Timeline, log: Sequence[Event]) -> dict[str, int]:
    """How many posts the crowd wrote, and how alike they are, per mille."""
    texts = [event.data["text"] for event in log if event.kind == "PostAppeared" and event.data.get("crowd")]
    same = measure_sameness(texts, lambda text: _mask(text, language=timeline.language))
    return {"posts": len(texts), "alike": same.share, "own_starts": same.own_starts}


def _mask(text: str, *, language: str) -> str:
    analysed = analyse(text)
    acts = find_matches(TONE[language], analysed.tokens, analysed.sentences)
    return mask_text(analysed, acts=acts, names=frozenset()).whole
