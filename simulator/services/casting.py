"""Who plays whom: names and handles of a run's public, drawn once at the start from its seed and written to the log.

Two trainees have the same difficulty and other names. Faker is pinned exactly, but a log never needs it again.
"""

import threading
import unicodedata
from collections.abc import Mapping

from faker import Faker

from people.models import User
from scenarios.core.constants import USUAL
from scenarios.core.stock.odd_names import is_odd
from scenarios.core.timeline import Brand, Persona, Timeline
from simulator.core.draws import draw, draw_below

LOCALES = {"de": "de_DE", "en": "en_GB"}
LONGEST_HANDLE = 20
MOST_DOUBLINGS = 12

Cast = Mapping[str, Mapping[str, str]]
"""Persona → {"name", "handle"}."""

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_fakers: dict[str, Faker] = {}
_lock = threading.Lock()


def draw_cast(timeline: Timeline, *, seed: int) -> dict[str, dict[str, str]]:
    """Persona → {"name", "handle"}, each of them unique; what the scenario gives stays."""
    cast: dict[str, dict[str, str]] = {}
    names = {persona.name for persona in timeline.personas if persona.name}
    handles = {persona.handle for persona in timeline.personas if persona.handle} | {timeline.brand.handle}
    with _lock:
        for persona in timeline.personas:
            name = persona.name or _draw_name(persona, seed=seed, language=timeline.language, taken=names)
            handle = persona.handle or _draw_handle(persona, name, seed=seed, taken=handles)
            names.add(name)
            handles.add(handle)
            cast[persona.key] = {"name": name, "handle": handle}
    return cast


def draw_crowd(timeline: Timeline, *, seed: int, cast: Cast | None = None) -> list[list[str | int]]:
    """[name, handle, reach] of everybody in the crowd, the busiest first; unlike each other and unlike the `cast`."""
    crowd = timeline.public.crowd
    if crowd is None:
        return []
    people = draw_cast(timeline, seed=seed) if cast is None else cast
    names = {person["name"] for person in people.values()}
    handles = {person["handle"] for person in people.values()} | {timeline.brand.handle}
    drawn: list[list[str | int]] = []
    with _lock:
        for number in range(crowd.authors):
            someone = Persona(f"crowd_a{number}", "bystander", 0, 1, None, None, "x")
            name = _draw_name(someone, seed=seed, language=timeline.language, taken=names)
            handle = _draw_handle(someone, name, seed=seed, taken=handles)
            names.add(name)
            handles.add(handle)
            drawn.append([name, handle, draw_reach(seed, number, least=timeline.public.constants.crowd_reach)])
    return drawn


def draw_reach(seed: int, number: int, *, least: int = USUAL.crowd_reach) -> int:
    """How many people read what author `number` writes: a heavy tail, most of them known to a hundred or two.

    Nobody is read by fewer than `least`; the usual reach is between that and its double.

    Every step doubles it and is taken by two in five, so that few are read by thousands (the tail's exponent is about
    1.3). The weights that follow from it (`simulator.core.public.weigh_reach`) are about 1000 on the average.
    """
    doublings, within = 0, draw(seed, "reach", f"{number}/step")
    while doublings < MOST_DOUBLINGS and within % 5 < 2:
        doublings, within = doublings + 1, within // 5
    usual = least + draw_below(least, seed=seed, purpose="reach", id=str(number))
    return usual << doublings


def sign_off_of(user: User, *, brand: Brand) -> str:
    """How the trainee signs: by initials like ^TB or by the brand's service name, never by the account's name."""
    if brand.sign_off != "initials":
        return brand.service_name
    signature = user.signature.strip()
    if len(signature.split()) > 1 or len(signature) > 4:
        signature = "".join(word[0] for word in signature.split())
    initials = (signature or f"{user.first_name[:1]}{user.last_name[:1]}").upper()
    return f"^{initials}" if initials else brand.service_name


def _draw_name(persona: Persona, *, seed: int, language: str, taken: set[str]) -> str:
    faker = _faker_for(language)
    attempt = 0
    while True:
        faker.seed_instance(draw(seed, "name", f"{persona.key}/{attempt}"))
        first = faker.first_name_female() if persona.gender == "f" else faker.first_name_male()
        if persona.gender == "x":
            first = faker.first_name()
        last = faker.last_name()
        name = f"{first} {last}"
        if name not in taken and not is_odd(first) and not is_odd(last):
            return name
        attempt += 1


def _draw_handle(persona: Persona, name: str, *, seed: int, taken: set[str]) -> str:
    words = [_to_ascii(word) for word in name.split()]
    first, last = words[0] or "user", words[-1]
    attempt = 0
    while True:
        number = draw_below(100, seed=seed, purpose="handle number", id=f"{persona.key}/{attempt}")
        styles = (f"{first}.{last}", f"{first}_{last[:1]}{number}", f"{first[:1]}{last}{number}", f"{first}{number}")
        style = draw_below(len(styles), seed=seed, purpose="handle", id=f"{persona.key}/{attempt}")
        handle = "@" + styles[style][:LONGEST_HANDLE].rstrip("._")
        if handle not in taken:
            return handle
        attempt += 1


def _to_ascii(word: str) -> str:
    spelled = unicodedata.normalize("NFKD", word.lower().translate(_SPELLED))
    return "".join(character for character in spelled if character.isascii() and character.isalnum())


def _faker_for(language: str) -> Faker:
    if language not in _fakers:
        _fakers[language] = Faker(LOCALES[language])
    return _fakers[language]


def warm_up() -> None:
    """Loads the names of all languages, so that no start has to wait for them."""
    with _lock:
        for language in LOCALES:
            _faker_for(language)
