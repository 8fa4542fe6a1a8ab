"""The public beside the threads: crowd, rumours, notice, and what the author says about general rules."""

from scenarios.core.constants import CONSTANTS, USUAL, Constants
from scenarios.core.drafting.reactions import MILLI
from scenarios.core.public import HALF_LIFE_MS, Crisis, Crowd, Notice, Phase, Public, Rehearsal, Rumour, Voice
from scenarios.core.records import Record

DEFAULT_MOST_PER_MINUTE = 40
DEFAULT_BRANCHING = 500
DEFAULT_TIRES_AFTER = 300
DEFAULT_HEAT = 20
DEFAULT_AUTHORS = 60
DEFAULT_STALE_MS = 300_000

_SETTINGS = {"off": 1, "after": 1, "at_most": 1, "heat": MILLI, "crowd": 1, "calm": 1, "mood": 1}
"""Field of a setting → how many units of the reaction one unit of the author is."""


def draft_public(scenario: Record) -> Public:
    crowd, notice, constants = (scenario.record(name) for name in ("crowd", "notice", "constants"))
    return Public(
        crowd=_crowd(crowd) if crowd else None,
        rumours=tuple(_rumour(key, record) for key, record in scenario.records("rumours").items()),
        notice=_notice(notice) if notice else None,
        settings={rule: _setting(record) for rule, record in scenario.records("public").items()},
        constants=_constants(constants) if constants else USUAL,
    )


def draft_rehearsal(scenario: Record) -> Rehearsal:
    record = scenario.record("rehearsal")
    return Rehearsal(record.texts("pass"), record.texts("fail"), record.text("last") or "") if record else Rehearsal()


def draft_crisis(scenario: Record) -> Crisis | None:
    record = scenario.record("crisis")
    if record is None:
        return None
    return Crisis(
        record.text("cluster") or "",
        record.texts("topics"),
        record.text("known_from") or "",
        has_history=record.text("history") == "bad",
    )


def _crowd(record: Record) -> Crowd:
    return Crowd(
        most_per_minute=record.whole_or("most_per_minute", DEFAULT_MOST_PER_MINUTE),
        branching=record.whole_or("branching", DEFAULT_BRANCHING),
        tires_after=record.whole_or("tires_after", DEFAULT_TIRES_AFTER),
        heat=record.whole_or("heat", DEFAULT_HEAT) * MILLI,
        authors=record.whole_or("authors", DEFAULT_AUTHORS),
        phases=tuple(
            Phase(phase.whole_or("at", 0), phase.whole_or("per_hour", 0), phase.text("kind") or "")
            for phase in record.parts("phases")
        ),
        voices=tuple(_voice(key, voice) for key, voice in record.records("voices").items()),
        openers=record.texts("openers"),
        closers=record.texts("closers"),
        places=record.texts("places"),
        things=record.texts("things"),
        half_life_ms=record.whole_or("half_life", HALF_LIFE_MS),
    )


def _voice(key: str, record: Record) -> Voice:
    return Voice(
        key=key,
        topic=record.text("topic") or "",
        channel=record.text("channel") or "",
        weight=record.whole_or("weight", 1),
        bodies=record.texts("bodies"),
        joins=record.texts("joins"),
        from_ms=record.whole_or("from", 0),
        until_ms=record.whole("until"),
        rumour=record.text("rumour") or "",
        tempers=record.texts("tempers"),
    )


def _constants(record: Record) -> Constants:
    return Constants(**{name: record.whole_or(name, 0) for name in CONSTANTS if record.has(name)})


def _rumour(key: str, record: Record) -> Rumour:
    topic, claim = record.text("topic") or "", record.text("claim") or ""
    return Rumour(key, topic, claim, record.texts("says"), record.texts("facts"))


def _notice(record: Record) -> Notice:
    return Notice(record.texts("topics"), record.texts("facts"), record.whole_or("stale_after", DEFAULT_STALE_MS))


def _setting(record: Record) -> dict[str, int]:
    """By the names that the fields of a Reaction have; `off` switches the rule off."""
    values = {name: int(record.whole_or(name, 0)) * unit for name, unit in _SETTINGS.items() if record.has(name)}
    if "after" in values:
        values["after_ms"] = values.pop("after")
    return values
