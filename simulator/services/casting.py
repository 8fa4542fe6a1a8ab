"""Who plays whom: names and handles of a run's public, drawn once at the start from its seed and written to the log.

Two trainees have the same difficulty and other names. Faker is pinned exactly, but a log never needs it again.
"""

import threading
import unicodedata

from faker import Faker

from people.models import User
from scenarios.core.timeline import Brand, Persona, Timeline
from simulator.core.draws import draw, draw_below

LOCALES = {"de": "de_DE", "en": "en_GB"}
LONGEST_HANDLE = 20

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
        name = f"{first} {faker.last_name()}"
        if name not in taken:
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
        handle = f"@{styles[style][:LONGEST_HANDLE]}"
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
