"""Who may what, object by object.

An object of a cohort is about its own people; `room` objects belong to no cohort, and are open to who has a role in
any: there STRANGER never stands, and what is shown inside is of one's own cohorts alone.
"""

from collections.abc import Mapping

from trainer_ui.core.access.who import (
    ANYBODY,
    AUDITOR,
    COACH,
    COLLEAGUE,
    MANAGER,
    MEMBERS,
    NOBODY,
    OWNER,
    SIGNED_IN,
)

Rights = Mapping[str, frozenset[str]]
"""Verb → who may."""

_OWNER = frozenset({OWNER})
_COACH = frozenset({COACH})
_MANAGER = frozenset({MANAGER})
_TRAINEES = frozenset({OWNER, COLLEAGUE})
_JUDGED: Rights = {
    "read": frozenset({OWNER, COACH, MANAGER, AUDITOR}),
}

OBJECTS: Mapping[str, Rights] = {
    "practice_run": {
        "read": _OWNER, "work": _OWNER, "halt": _OWNER, "pace": _OWNER, "end": _OWNER, "direct": NOBODY,
        "object": _OWNER, "again": _OWNER, "share": _OWNER, "delete": _OWNER,
    },
    "class_run": {
        "read": _OWNER | _COACH, "work": _OWNER, "halt": _COACH, "pace": _COACH, "end": _OWNER | _COACH,
        "direct": _COACH, "object": _OWNER, "again": NOBODY, "share": NOBODY, "delete": NOBODY, "mark": _COACH,
    },
    "certification_run": {
        "read": _OWNER | _COACH | _MANAGER, "work": _OWNER, "halt": _COACH, "pace": NOBODY, "end": _OWNER,
        "direct": NOBODY, "object": NOBODY, "again": NOBODY, "share": NOBODY, "delete": NOBODY, "mark": _COACH,
    },
    "shared_debrief": {"read": ANYBODY},
    "practice_exercise": {
        "read": _COACH, "call_off": _COACH, "watch": NOBODY, "play": _TRAINEES, "invite": _TRAINEES | _COACH,
    },
    "class_exercise": {
        "read": _COACH, "call_off": _COACH, "watch": _COACH, "play": _TRAINEES, "invite": _TRAINEES | _COACH,
    },
    "calibration": {"read": _COACH, "mark": _COACH},
    "programme": {"read": frozenset({COACH, MANAGER, AUDITOR}), "change": _MANAGER, "begin": _TRAINEES},
    "attempt": {
        **_JUDGED, "play": _OWNER, "repeat": frozenset({OWNER, COACH, MANAGER}), "review": _COACH,
        "rule": frozenset({COACH, MANAGER}), "remark": _OWNER,
    },
    "certificate": {**_JUDGED, "show": _OWNER, "revoke": _MANAGER},
    "check_page": {"read": ANYBODY},
    "own_data": {"read": SIGNED_IN, "change": SIGNED_IN},
    "own_template": {"change": _OWNER},
    "cohort_scenario": {"read": MEMBERS, "play": MEMBERS, "take": _COACH},
    "shipped_scenario": {"read": SIGNED_IN, "play": SIGNED_IN},
    "draft": {"read": _COACH, "write": _COACH},
    "profile": {"read": _COACH, "write": _COACH},
    "coach_room": {"read": _COACH, "write": _COACH},
    "manager_room": {"read": _MANAGER, "write": _MANAGER},
    "certified_room": {"read": frozenset({COACH, MANAGER, AUDITOR})},
    "handbook": {"read": SIGNED_IN},
    "sign_in": {"read": ANYBODY, "change": ANYBODY},
    "workshop": {"read": NOBODY},
}  # fmt: skip
"""Object → verb → who. `workshop` is what the product is built with, and is there in no installation."""

ROOMS = frozenset({"coach_room", "manager_room", "certified_room"})

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "run": ("practice_run", "class_run", "certification_run"),
    "exercise": ("practice_exercise", "class_exercise"),
}
"""Objects that share their addresses: what an address leads to says its number, not its form."""


def objects_of(name: str) -> tuple[str, ...]:
    """The objects that stand behind `name`, a family or an object."""
    return FAMILIES.get(name, (name,))


def who_may(name: str, verb: str) -> frozenset[str]:
    """Raises KeyError for an object or a verb that nothing is laid down for."""
    return OBJECTS[name][verb]
