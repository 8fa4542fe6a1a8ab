"""A scenario that was written for one company, in another one's clothes.

Rules kept here: the scenario's text stays as it is, and so do its references: the house's channels and desks take the
names that the scenario calls them by; what nothing is called by comes along under its own name; who is asked nothing
gets a guess, and a guess never makes a reference point nowhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scenarios.core.house.sheets import Sheet, make_key
from scenarios.core.public import Desk
from scenarios.core.timeline import Brand, Channel, Timeline

ALIKE = 0.55
"""From this likeness of keys or names on, one desk is taken for the other."""
KINDRED: tuple[tuple[str, ...], ...] = (
    ("press", "presse", "media", "redaktion", "kommunikation"),
    ("security", "sicherheit", "betrug", "fraud", "threat", "drohung", "datenschutz"),
    ("emergency", "notruf", "notfall", "gefahr", "rettung"),
    ("legal", "recht", "justiz", "anwalt", "law"),
    ("operation", "betrieb", "technik", "control", "leitwarte", "fahrdienst", "stoerung", "störung", "netz"),
    ("billing", "rechnung", "abo", "zahlung", "erstattung", "buchhaltung", "payment"),
    ("customer", "kunden", "service", "vertrag"),
    ("lager", "versand", "liefer", "delivery", "shipping", "warehouse"),
)
"""Words by which desks for the same thing are known, German and English; what stands first is asked first."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whose clothes each of a scenario's channels and desks takes: its key → one of the house's. "" is none."""

    channels: Mapping[str, str]
    desks: Mapping[str, str]


def list_worn(timeline: Timeline) -> tuple[tuple[Channel, ...], tuple[Desk, ...]]:
    """The channels and desks that the scenario's own company has."""
    return timeline.brand.channels, timeline.brand.desks


def guess_fitting(timeline: Timeline, house: Brand) -> Fitting:
    """For each channel one of the same key, else of the same kind, else the first; for each desk one that is alike."""
    channels, desks = list_worn(timeline)
    return Fitting(
        {each.key: _guess_channel(each, house.channels) for each in channels},
        {each.key: _guess_desk(each, house.desks) for each in desks},
    )


def dress(sheet: Sheet, fitting: Fitting, *, worn: Brand) -> Sheet:
    """The house's profile under the names that the scenario uses.

    A desk that takes nothing of the house keeps its own name and purpose, so that a matter can still be handed over.
    """
    return {
        **sheet,
        "channels": _rename(sheet.get("channels", {}), fitting.channels, kept={}),
        "desks": _rename(
            sheet.get("desks", {}),
            fitting.desks,
            kept={each.key: {"name": each.name, "about": each.about} for each in worn.desks},
        ),
    }


def free_templates(sheet: Sheet, taken: Sequence[str]) -> Sheet:
    """`sheet` whose templates have none of the keys that the scenario's own have."""
    templates: dict[str, object] = {}
    for key, item in sheet.get("templates", {}).items():
        clear = make_key(key, taken=[*taken, *templates]) if key in taken else key
        templates[clear] = item
    return {**sheet, "templates": templates} if templates else sheet


def _rename(own: Mapping[str, object], chosen: Mapping[str, str], *, kept: Mapping[str, object]) -> dict[str, object]:
    named = {key: own.get(name, kept.get(key)) for key, name in chosen.items()}
    renamed = {key: item for key, item in named.items() if item is not None}
    used = set(chosen.values())
    for key, item in own.items():
        if key not in used:
            renamed[key if key not in renamed else make_key(key, taken=renamed)] = item
    return renamed


def _guess_channel(channel: Channel, own: Sequence[Channel]) -> str:
    by_key = (each.key for each in own if each.key == channel.key)
    by_kind = (each.key for each in own if each.kind == channel.kind)
    return next(by_key, None) or next(by_kind, None) or (own[0].key if own else "")


def _guess_desk(desk: Desk, own: Sequence[Desk]) -> str:
    for each in own:
        if each.key == desk.key:
            return each.key
    for words in KINDRED:
        if _tells(desk, words):
            found = next((each.key for each in own if _tells(each, words)), "")
            if found:
                return found
    best = max(own, key=lambda each: _liken(desk, each), default=None)
    return best.key if best is not None and _liken(desk, best) >= ALIKE else ""


def _tells(desk: Desk, words: Sequence[str]) -> bool:
    said = f"{desk.key} {desk.name}".casefold()
    return any(word in said for word in words)


def _liken(one: Desk, other: Desk) -> float:
    return max(
        SequenceMatcher(None, one.key, other.key).ratio(),
        SequenceMatcher(None, one.name.casefold(), other.name.casefold()).ratio(),
    )
