"""The kinds of event a run is made of (docs/events.md), who may see them, and the event itself.

Rules kept here: an event is an *input* or *derived*; every kind declares its audience; `data` is canonical JSON with
integers only; a person's words are never in `data` but beside it, so that erasing them does not break the chain.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ENGINE_VERSION = 2

TRAINEE, COACH = "trainee", "coach"
"""The two ways of looking at a run that is under way."""

BOTH = frozenset({TRAINEE, COACH})
COACHES = frozenset({COACH})
NOBODY: frozenset[str] = frozenset()

WORLD = "world"
"""The actor of derived events."""

SERVICE = "service"
"""The actor of inputs that no person made: interruptions and changes of the engine."""


def actor_of(user_id: int) -> str:
    """The actor that stands for a person."""
    return f"u{user_id}"


def is_person(actor: str) -> bool:
    """Whether the actor is somebody: neither the world nor the service."""
    return actor not in ("", WORLD, SERVICE)


@dataclass(frozen=True, slots=True)
class Kind:
    """`rank` orders derived events of the same millisecond; `hidden` names data fields that never leave the server;
    with `hides_words`, nor does what stands beside the event."""

    name: str
    is_input: bool
    audience: frozenset[str]
    rank: int = 0
    hidden: frozenset[str] = frozenset()
    hides_words: bool = False


START_HIDDEN = frozenset({"cast", "crowd", "seed", "fingerprints", "own_templates"})

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("RunStarted", True, BOTH, hidden=START_HIDDEN, hides_words=True),
        Kind("RunForked", True, BOTH),
        Kind("ReplySent", True, BOTH),
        Kind("ReplyCorrected", True, BOTH),
        Kind("ReplyDeleted", True, BOTH),
        Kind("NoteWritten", True, BOTH),
        Kind("HintAsked", True, BOTH),
        Kind("Assigned", True, BOTH),
        Kind("Escalated", True, BOTH, hidden=frozenset({"note"})),
        Kind("NoticePublished", True, BOTH),
        Kind("NoticeUpdated", True, BOTH),
        Kind("Treated", True, BOTH),
        Kind("Unblocked", True, BOTH),
        Kind("Resolved", True, BOTH),
        Kind("ArticleProposed", True, BOTH),
        Kind("Tagged", True, BOTH),
        Kind("Untagged", True, BOTH),
        Kind("Paused", True, BOTH),
        Kind("Resumed", True, BOTH),
        Kind("SpeedChanged", True, BOTH),
        Kind("Skipped", True, BOTH),
        Kind("PostInjected", True, COACHES),
        Kind("FactInjected", True, COACHES),
        Kind("WaveRaised", True, COACHES),
        Kind("HeatTurned", True, COACHES),
        Kind("Whispered", True, BOTH),
        Kind("MomentNoted", True, COACHES),
        Kind("Interrupted", True, BOTH),
        Kind("EndRequested", True, BOTH),
        Kind("EngineChanged", True, NOBODY),
        Kind("ReplyAssessed", False, COACHES, rank=1),
        Kind("MoodMoved", False, BOTH, rank=5),
        Kind("FactReleased", False, BOTH, rank=10),
        Kind("DeskAnswered", False, BOTH, rank=15),
        Kind("PostAppeared", False, BOTH, rank=20),
        Kind("CustomerIdentified", False, BOTH, rank=22),
        Kind("RumourEnded", False, COACHES, rank=24),
        Kind("ThreadClosed", False, BOTH, rank=26),
        Kind("ReactionFired", False, COACHES, rank=30),
        Kind("RunEnded", False, BOTH, rank=90),
    )
}

ASSESSED = frozenset({"ReplySent", "ReplyCorrected", "NoticePublished", "NoticeUpdated"})
"""Inputs whose words the public reads: each is followed by its ReplyAssessed, in the same append."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of a run's log. `at_ms` is run time; `words` is what a person wrote, or None; of RunStarted the
    fingerprints of what its trainee wrote before, and their own templates. A post or fact that a coach wrote has the
    words of the input that brings it (`simulator.core.injecting`)."""

    seq: int
    at_ms: int
    kind: str
    actor: str
    data: Mapping[str, Any]
    words: str | None = None


def canonical(data: Mapping[str, Any]) -> str:
    """`data` as the one text that stands for it. Raises ValueError on floats, NUL or lone surrogates."""
    if _holds_float(data):
        raise ValueError("event data holds integers only")
    text = _ENCODER.encode(data)
    # What looks like an escaped NUL may be a backslash that somebody typed: then the text itself is looked at.
    if not _is_encodable(text) or ("\\u0000" in text and any("\x00" in each for each in _texts(data))):
        raise ValueError("event data holds no NUL and no lone surrogates")
    return text


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


_PLAIN = frozenset({str, int, bool, type(None)})


def _holds_float(data: Mapping[str, Any]) -> bool:
    # An assessment holds a hundred values: nearly all are plain, and only what holds others is looked into.
    held: list[Any] = [data]
    for each in held:
        if isinstance(each, dict):
            held += [item for item in each.values() if type(item) not in _PLAIN]
        elif isinstance(each, (list, tuple)):
            held += [item for item in each if type(item) not in _PLAIN]
        elif isinstance(each, float):
            return True
    return False


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
