"""Checks for what looks like the data of real people: accounts, cards, telephone numbers, mail addresses, links, number
plates, and where somebody lives.

Numbers that are set aside for stories are left alone (Bundesnetzagentur, Ofcom, NANP 555-01), and so are addresses in
.example, .test, .invalid and example.com, .org, .net (RFC 2606).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import phonenumbers
from stdnum import luhn

from scenarios.core.importing.addresses import find_addresses
from scenarios.core.importing.identifiers import PLATES, find_ibans, is_iban
from scenarios.core.nodes import find_in_scalar
from scenarios.core.problems import HINT, WARNING, Report
from scenarios.core.records import Found

MOST_LOOKED_AT = 500
"""So many candidates of one file are looked at more closely."""
CLOSE = 20
"""So many characters may stand between a street and its town."""

_MAIL = re.compile(r"[\w.%+-]{1,64}@((?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24})\b")
_PHONE = re.compile(r"(?<![\w.,:/+-])(?:\+\d|\(?0\d)[\d ()/-]{5,18}\d(?![\w-])")
_CARD = re.compile(r"(?<![\w.,+-])[3-6]\d{3}(?:[ -]?\d){9,12}(?![\w-])")
_LINK = re.compile(
    r"(?<![\w@.-])(?:https?://)?((?:[\w-]{1,63}\.){1,4}(?:de|com|org|net|info|eu|at|ch|uk|app|tv|io))(?![\w-]|\.\w)"
)
_PLATE = re.compile(r"(?<![\w-])(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?|[A-Z]{2}\d\d [A-Z]{3})(?![\w-])")
PLATE_BY_NAME = PLATES[1]
"""In any spelling, where the words before it say that it is one."""
_SAFE_DOMAIN = re.compile(r"(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$", re.IGNORECASE)
_SAFE_PHONE = re.compile(
    r"""\+49(?:3023125\d{3}|4066969\d{3}|2214710\d{3}|6990009\d{3}|8999998\d{3}   # Bundesnetzagentur, for films
        |15228817386|15228895456|15254599371|17139200\d{2}|176040690\d{2}
        |172(?:9925904|9968532|9973185|9973186|9980752)|174(?:9091317|9464308))
      |\+44(?:1632960\d{3}|2079460\d{3}|7700900\d{3}|8081570\d{3}|3069990\d{3}     # Ofcom, for drama
        |1(?:1[3-8]|[2-6]1)4960\d{3}|1914980\d{3}|2896496\d{3}|2920180\d{3})
      |\+1\d{3}55501\d{2}                                                        # NANP, for fiction""",
    re.VERBOSE,
)
_REGIONS = {"de": "DE", "en": "GB"}


def check_real_data(texts: Iterable[Found], *, language: str, source: str, report: Report) -> None:
    """A warning for each that is valid by its checksum or its plan, a hint for what only looks like something."""
    looked_at = 0
    for found in texts:
        text = str(found.value)
        if "@" not in text and "." not in text and not any(map(str.isdigit, text)):
            continue
        for kind, severity, part in _find_all(text, language=language):
            place = find_in_scalar(source, found.node, part=part) if found.node else found.place
            report.add(place, f"real-{kind}", severity=severity, value=part)
            looked_at += 1
        if looked_at >= MOST_LOOKED_AT:
            return


@lru_cache(maxsize=8_192)
def _find_all(text: str, *, language: str) -> tuple[tuple[str, str, str], ...]:
    """Who writes a scenario has it checked again and again, and nearly all of its texts are as they were."""
    return tuple(_find(text, language=language))


def _find(text: str, *, language: str) -> Iterator[tuple[str, str, str]]:
    """(kind, severity, part of the text)."""
    for match in _MAIL.finditer(text):
        if not _SAFE_DOMAIN.search(match[1]):
            yield "mail", WARNING, match[0]
    for match in _LINK.finditer(text):
        if not _SAFE_DOMAIN.search(match[1]):
            yield "link", HINT, match[0]
    if any(map(str.isdigit, text)):
        yield from _find_numbers(text, language=language)


def _find_numbers(text: str, *, language: str) -> Iterator[tuple[str, str, str]]:
    """What has digits in it, in the same form."""
    for start, end in find_ibans(text):
        if is_iban(text[start:end]):
            yield "account", WARNING, text[start:end]
    for match in _PHONE.finditer(text):
        if _is_phone(match[0], region=_REGIONS.get(language, "DE")):
            yield "phone", WARNING, match[0]
    for match in _CARD.finditer(text):
        if luhn.is_valid(re.sub(r"\D", "", match[0])):
            yield "card", WARNING, match[0]
    for match in _PLATE.finditer(text):
        yield "plate", HINT, match[0]
    for plate in PLATE_BY_NAME.finditer(text):
        yield "plate", HINT, plate["it"]
    yield from (("address", HINT, part) for part in _find_homes(text))


def _find_homes(text: str) -> Iterator[str]:
    """A street with its number and the place that belongs to it; neither by itself leads to anybody."""
    found = list(find_addresses(text))
    for kind, start, street_end in found:
        for other, place_start, end in found if kind == "street" else ():
            if other != "street" and 0 <= place_start - street_end <= CLOSE:
                yield text[start:end]
                break


def _is_phone(part: str, *, region: str) -> bool:
    try:
        number = phonenumbers.parse(part, region)
    except phonenumbers.NumberParseException:
        return False
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return phonenumbers.is_valid_number(number) and not _SAFE_PHONE.fullmatch(written)
