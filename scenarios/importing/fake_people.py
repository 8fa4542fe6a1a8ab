"""Faker as the source of stand-ins.

Every draw is seeded by (seed, purpose, identity), so the order of questions decides nothing, except which of two
identities that draw the same name draws again. Phone numbers come from ranges that are kept free for fiction.
"""

import re
from collections.abc import Callable
from hashlib import blake2b
from importlib import import_module
from typing import TypeVar

from faker import Faker

from scenarios.core.importing.identifiers import is_card, is_iban
from scenarios.core.importing.stand_ins import Company, Person
from scenarios.importing.words import is_word

Drawn = TypeVar("Drawn", Person, Company)

LOCALES = {"de": "de_DE", "en": "en_US"}
PHONES = {
    "de": ("030 23125 ###", "069 90009 ###", "040 66969 ###", "089 99998 ###"),
    "en": ("(2%#) 555-01##", "(3%#) 555-01##", "(7%#) 555-01##"),
}
COMPANY_NAMES = {
    "de": (  # all feminine, so that "die Deutsche Bahn" stays a sentence
        ("Heide", "Auen", "Tann", "Seel", "Birken", "Wald", "Stern", "Linden", "Moor", "Eschen", "Kranich", "Falken"),
        ("bahn", "linie", "furt", "au", "mark", "heide", "burg", "brücke"),
    ),
    "en": (
        (
            "Lark",
            "Fern",
            "Brim",
            "Tal",
            "Wyn",
            "Oster",
            "Kell",
            "Marl",
            "Nor",
            "Hazel",
            "Quill",
            "Sand",
            "Thorn",
            "Ulm",
        ),
        ("bridge", "field", "wick", "dale", "mere", "brook", "hurst", "combe", "stead", "holt", "gate", "ley", "more"),
    ),
}
COMPANY_HANDLES = {"de": "{}Hilft", "en": "{}Helps"}
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
LISTS = (
    *(
        "az_AZ",
        "cs_CZ",
        "da_DK",
        "de_AT",
        "de_CH",
        "de_DE",
        "de_LU",
        "en_GB",
        "en_IE",
        "en_IN",
        "en_KE",
        "en_NG",
        "en_NZ",
        "en_PK",
    ),
    *(
        "en_US",
        "es_ES",
        "es_MX",
        "fi_FI",
        "fr_BE",
        "fr_DZ",
        "fr_FR",
        "ha_NG",
        "hr_HR",
        "hu_HU",
        "ig_NG",
        "it_IT",
        "lt_LT",
        "nl_BE",
    ),
    *("nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "sk_SK", "sv_SE", "tr_TR", "vi_VN", "yo_NG"),
)
"""Of Faker's languages, those whose people write to services here, in Latin letters."""


def _gather(*kinds: str) -> frozenset[str]:
    providers = [import_module(f"faker.providers.person.{name}").Provider for name in LISTS]
    names = {name for provider in providers for kind in kinds for name in getattr(provider, kind, ())}
    return frozenset(name for name in names if len(name) > 2 and name[0].isupper())


_FIRST_NAMES = _gather("first_names", "first_names_male", "first_names_female")
_LAST_NAMES = _gather("last_names")
STREETS = {
    "de": ("Amselgrund", "Birkenstieg", "Eschenbogen", "Kranichzeile", "Lindenkehre", "Moorblick", "Falkensteig"),
    "en": ("Larkfield Row", "Hazel Bend", "Quill Terrace", "Thornmere Road", "Fernwick Lane", "Brimdale Way"),
}
TOWNS = {
    "de": ("Altenried", "Birkenau an der Sell", "Moorfurt", "Seelheim", "Tannbrück", "Eschenmark"),
    "en": ("Larkbridge", "Fernmere", "Talwick", "Osterdale", "Kellhurst", "Norcombe"),
}
"""Invented, so that nobody lives there."""


class FakePeople:
    """`StandIns` for scenarios in `language`, all from one `seed`."""

    def __init__(self, *, seed: int, language: str) -> None:
        self._seed = seed
        self.language = language
        self._faker = Faker(LOCALES[language])
        self._people: dict[str, Person] = {}
        self._companies: dict[str, Company] = {}
        self._used: set[str] = set()

    def draw_person(self, identity: str) -> Person:
        if identity not in self._people:
            self._people[identity] = self._draw_unused(self._make_person, "person", identity)
        return self._people[identity]

    def draw_company(self, identity: str) -> Company:
        if identity not in self._companies:
            self._companies[identity] = self._draw_unused(self._make_company, "company", identity)
        return self._companies[identity]

    def replace_first_name(self, name: str) -> str:
        return self._draw_other("first name", name, lambda faker: faker.first_name())

    def replace_last_name(self, name: str) -> str:
        return self._draw_other("last name", name, lambda faker: faker.last_name().split()[-1])

    def replace_initials(self, initials: str) -> str:
        drawn = self._seeded("initials", initials).lexify("?" * len(initials), letters="abcdefghijklmnoprstvw")
        return drawn.upper() if initials.isupper() else drawn

    def replace_phone(self, phone: str) -> str:
        digits = re.sub(r"\D", "", phone)
        faker = self._seeded("phone", digits)
        return str(faker.numerify(faker.random_element(PHONES[self.language])))

    def replace_mail(self, mail: str) -> str:
        faker = self._seeded("mail", mail.lower())
        return f"{_fold(faker.first_name())}.{_fold(faker.last_name())}@example.org"

    def replace_link(self, link: str) -> str:
        return "https://example.org/" + str(self._seeded("link", link).lexify("??????")).lower()

    def replace_code(self, code: str) -> str:
        """Never one that a checksum would take for an account or a card."""
        plain = re.sub(r"\W", "", code)
        for attempt in range(100):
            faker = self._seeded("code", f"{plain.upper()}|{attempt}" if attempt else plain.upper())
            pattern = "".join("#" if char.isdigit() else "?" for char in plain)
            drawn = str(faker.bothify(re.sub("^#", "%", pattern), letters="ABCDEFGHJKLMNPRSTUVWXYZ"))
            if drawn != plain.upper() and not is_iban(drawn) and not is_card(drawn):
                break
        letters = iter(drawn)
        return "".join(
            (drawn_char.lower() if char.islower() else drawn_char)
            if char.isalnum() and (drawn_char := next(letters))
            else char
            for char in code
        )

    def replace_plate(self, plate: str) -> str:
        faker = self._seeded("plate", re.sub(r"\W", "", plate).upper())
        drawn = str(faker.bothify("??-%##", letters="ABCDEFGHJKLMNPRSTUVWXYZ"))
        return f"XQ-{drawn.replace('-', ' ')}"

    def replace_street(self, street: str) -> str:
        faker = self._seeded("street", re.sub(r"\W", "", street).lower())
        name, number = faker.random_element(STREETS[self.language]), faker.numerify("%#")
        return f"{name} {number}" if self.language == "de" else f"{number} {name}"

    def replace_place(self, place: str) -> str:
        faker = self._seeded("place", re.sub(r"\W", "", place).lower())
        code = "00" + str(faker.numerify("###"))
        return f"{code} {faker.random_element(TOWNS[self.language])}" if re.search(r"[^\W\d]{3}", place) else code

    def replace_postcode(self, postcode: str) -> str:
        faker = self._seeded("postcode", re.sub(r"\W", "", postcode).upper())
        return str(faker.bothify("QX%# #??", letters="ABDEFGHJLN"))

    def is_last_name(self, word: str) -> bool:
        return word in _LAST_NAMES

    def is_first_name(self, word: str) -> bool:
        return word in _FIRST_NAMES

    def is_word(self, word: str) -> bool:
        return is_word(word, language=self.language)

    def _draw_other(self, purpose: str, name: str, draw: Callable[[Faker], str]) -> str:
        """A name that is not the one it stands for."""
        attempts = (f"{name}|{attempt}" if attempt else name for attempt in range(100))
        drawn = (str(draw(self._seeded(purpose, identity))) for identity in attempts)
        return next(found for found in drawn if found.lower() != name.lower())

    def _seeded(self, purpose: str, identity: str) -> Faker:
        digest = blake2b(f"{self._seed}|{purpose}|{identity}".encode(), digest_size=8).digest()
        self._faker.seed_instance(int.from_bytes(digest, "big"))
        return self._faker

    def _draw_unused(self, make: Callable[[Faker, int], Drawn], purpose: str, identity: str) -> Drawn:
        for attempt in range(1000):
            drawn = make(self._seeded(purpose, f"{identity}|{attempt}"), attempt)
            if drawn.name not in self._used and drawn.handle.lower() not in self._used:
                break
        else:
            raise RuntimeError(f"no {purpose} left that is not taken yet")
        self._used |= {drawn.name, drawn.handle.lower()}
        return drawn

    def _make_person(self, faker: Faker, attempt: int) -> Person:
        gender = faker.random_element(("f", "m"))
        first = faker.first_name_female() if gender == "f" else faker.first_name_male()
        last = faker.last_name()
        low, name = _fold(first), _fold(last)
        handle = faker.random_element((f"{low}_{name}", f"{low[0]}{name}", f"{low}{name[0]}", f"{low}{name}"))
        number = faker.numerify("####" if attempt > 20 else faker.random_element(("", "##", "%")))
        return Person(f"{first} {last}", first, handle[:16] + number, gender)

    def _make_company(self, faker: Faker, attempt: int) -> Company:
        starts, ends = COMPANY_NAMES[self.language]
        name = faker.random_element(starts) + faker.random_element(ends)
        if attempt > 20:  # hundreds of companies in one file
            name = f"{name} {faker.random_element(starts)}"
        return name_company(name, language=self.language)


def name_company(name: str, *, language: str) -> Company:
    """A company called `name`, with a handle made of it."""
    plain = re.sub(r"[^A-Za-z0-9]", "", name.translate(_FOLDED))
    return Company(name, COMPANY_HANDLES[language].format(plain)[:40])


def _fold(name: str) -> str:
    """A name as handles and addresses spell it."""
    return re.sub(r"[^a-z]", "", name.lower().translate(_FOLDED)) or "x"
