"""Personas and facts: who they are and what is true, as written."""

from scenarios.core.records import Record
from scenarios.core.timeline import Fact, Persona

DEFAULT_REACH = 100
DEFAULT_TEMPER = 2
DEFAULT_GENDER = "x"


def draft_persona(key: str, record: Record) -> Persona:
    reach, temper = record.whole("reach"), record.whole("temper")
    return Persona(
        key=key,
        role=record.text("role") or "",
        reach=DEFAULT_REACH if reach is None else reach,
        temper=DEFAULT_TEMPER if temper is None else temper,
        name=record.text("name"),
        handle=record.text("handle"),
        gender=record.text("gender") or DEFAULT_GENDER,
        record={name: str(found.value) for name, found in record.entries("record").items()},
        patience_ms=record.whole("patience") or 0,
        style=record.texts("style"),
        is_vindictive=record.flag("vindictive"),
        is_linked=record.flag("linked"),
        history=record.texts("history"),
    )


def draft_fact(key: str, record: Record) -> Fact:
    return Fact(
        key=key,
        text=record.text("text") or "",
        release_ms=record.whole("at"),
        approved=record.text("approved"),
        topic=record.text("topic") or "",
        kind=record.text("kind") or "information",
        replaces=record.text("replaces") or "",
        says=record.texts("says"),
    )
