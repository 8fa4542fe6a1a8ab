"""What stopped a run, or moved it from outside, for every drawing of its time line: pauses, interruptions, and what a
coach did to time and public."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from trainer_ui.core.spans import format_span

NAMES: Mapping[str, Callable[[], str]] = {
    "pause": lambda: gettext("Pause"),
    "coach_pause": lambda: gettext("Pause by the coach"),
    "interruption": lambda: gettext("Interruption (not your doing, no run time)"),
    "skip": lambda: gettext("Skipped ahead by the coach"),
    "wave": lambda: gettext("Wave of the crowd set off by the coach"),
    "heat": lambda: gettext("Mood turned by the coach"),
}
"""The kinds of a halt, in words."""
REASONS: Mapping[str, Callable[[], str]] = {
    "connection": lambda: gettext("technical: the connection"),
    "device": lambda: gettext("technical: the device"),
    "platform": lambda: gettext("technical: the service itself"),
}


@dataclass(frozen=True, slots=True, order=True)
class Halt:
    """`at_ms` is run time; `until_ms` of a skip the run time that it led to; `reason` what a coach named, or ""."""

    at_ms: int
    kind: str
    reason: str = ""
    until_ms: int | None = None

    @property
    def words(self) -> str:
        """With why, or until when."""
        name = NAMES[self.kind]()
        if self.until_ms is not None:
            return gettext("%(what)s to %(time)s") % {"what": name, "time": format_span(self.until_ms)}
        return f"{name} ({REASONS[self.reason]()})" if self.reason in REASONS else name


def list_halts(card: Mapping[str, Any]) -> list[Halt]:
    """What a scorecard says of them, in order of run time. Older ones know no skips and no coach."""
    coached = card.get("coached", {})
    found = [_read_pause(pause) for pause in card["pauses"]]
    found += [Halt(each["at_ms"], "interruption") for each in card["interruptions"]]
    found += [Halt(each["at_ms"], "skip", until_ms=each["to_ms"]) for each in card.get("skips", ())]
    found += [Halt(each["at_ms"], "wave") for each in coached.get("waves", ())]
    found += [Halt(each["at_ms"], "heat") for each in coached.get("heat", ())]
    return sorted(found, key=lambda halt: halt.at_ms)


def place_halts(card: Mapping[str, Any]) -> list[tuple[int, str]]:
    """(run time, kind) of each, for a picture."""
    return [(halt.at_ms, halt.kind) for halt in list_halts(card)]


def name_kinds(halts: Iterable[tuple[int, str]]) -> str:
    """The kinds that a picture holds, in words and each once, for its legend."""
    return ", ".join(NAMES[kind]() for kind in dict.fromkeys(kind for _, kind in halts))


def _read_pause(pause: Mapping[str, Any]) -> Halt:
    kind = "coach_pause" if pause.get("by") == "coach" else "pause"
    return Halt(pause["at_ms"], kind, reason=pause.get("reason", ""))
