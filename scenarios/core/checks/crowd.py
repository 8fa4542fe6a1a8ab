"""Checks the crowd: phases in order, voices that have something to say where they say it."""

from scenarios.core.draft import Draft
from scenarios.core.problems import Place
from scenarios.core.records import Found, Record
from scenarios.core.scalars import show_duration
from scenarios.core.texts import check_variables_of

BODY_VARIABLES = ("place", "thing", "brand", "handle")
MOST_OPENER_WORDS = 2
LEAST_BODIES = 8
"""Fewer bodies of one voice, and people notice that the crowd repeats itself."""


def check_crowd(draft: Draft) -> None:
    record = draft.scenario.record("crowd")
    if record is None:
        return
    _check_phases(draft, record)
    for name in ("openers", "closers"):
        for found in record.items(name):
            _check_variables(draft, record, found)
    for found in record.items("openers"):
        words = len(str(found.value).split())
        if words > MOST_OPENER_WORDS:
            draft.report.warn(found.place, "long-opener", words=words, most=MOST_OPENER_WORDS)
    for voice in record.records("voices").values():
        _check_voice(draft, record, voice)


def _check_phases(draft: Draft, crowd: Record) -> None:
    last_ms = -1
    for phase in crowd.parts("phases"):
        at_ms = phase.whole("at")
        if at_ms is None:
            continue
        if at_ms <= last_ms:
            draft.report.add(phase.place_of("at"), "phase-order", before=show_duration(last_ms))
        _check_before_end(draft, at_ms, phase.place_of("at"))
        last_ms = max(last_ms, at_ms)


def _check_before_end(draft: Draft, at_ms: int, place: Place) -> None:
    end_ms = draft.duration_ms
    if end_ms is not None and at_ms >= end_ms:
        draft.report.warn(place, "never-in-time", end=show_duration(end_ms))


def _check_voice(draft: Draft, crowd: Record, voice: Record) -> None:
    start_ms, end_ms = voice.whole_or("from", 0), voice.whole("until")
    if end_ms is not None and end_ms <= start_ms:
        draft.report.add(voice.place_of("until"), "voice-of-no-time", start=show_duration(start_ms))
    _check_before_end(draft, start_ms, voice.place_of("from"))
    channel = voice.text("channel")
    for found in voice.items("joins"):
        thread = draft.threads.get(str(found.value))
        if thread and channel and thread.channel != channel:
            draft.report.add(found.place, "joins-elsewhere", thread=thread.key, channel=thread.channel)
    bodies = voice.items("bodies")
    if 0 < len(bodies) < LEAST_BODIES:
        draft.report.hint(voice.place_of("bodies"), "few-bodies", count=len(bodies), least=LEAST_BODIES)
    for found in bodies:
        _check_variables(draft, crowd, found)


def _check_variables(draft: Draft, crowd: Record, found: Found) -> None:
    """That what stands in braces is known, and has something to stand for."""
    check_variables_of(found, source=draft.source, report=draft.report, allowed=BODY_VARIABLES)
    for variable, name in (("place", "places"), ("thing", "things")):
        if f"{{{variable}}}" in str(found.value) and not crowd.items(name):
            draft.report.add(found.place, "nothing-to-fill-in", variable=variable, field=name)
