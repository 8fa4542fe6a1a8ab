"""Numbers, addresses and dates: what leads to one person is found, what only looks like it stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.importing.dates import draw_shift, find_dates, shift_dates
from scenarios.core.importing.identifiers import is_card, is_iban
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken
from scenarios.importing.fake_people import FakePeople
from tests.scenarios.test_import_masking import mask


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("TÜ-AB 123 steht im Halteverbot", "TÜ-AB 123"),
        ("my car AB12 CDE was towed", "AB12 CDE"),
        ("Kennzeichen LÖ XY 12 bitte", "LÖ XY 12"),
        ("sort code 20-00-00", "20-00-00"),
        ("I live at 12 Larch Road, SW1A 1AA", "12 Larch Road"),
        ("I live at 12 Larch Road, SW1A 1AA", "SW1A 1AA"),
        ("ich wohne Hauptstraße 12a, 04109 Leipzig", "Hauptstraße 12a"),
        ("ich wohne Hauptstraße 12a, 04109 Leipzig", "04109 Leipzig"),
        ("am Große Bleiche Straße 7 tut sich nichts", "Große Bleiche Straße 7"),
        ("geboren am 03.04.1980", "03.04.1980"),
        ("Steuer-ID 12 345 678 901", "12 345 678 901"),
        ("SSN 123-45-6789", "123-45-6789"),
        ("at61 1904 3002 3457 3201 ist meins", "at61 1904 3002 3457 3201"),
        ("FR14 2004 1010 0505 0001 3M02 606 is mine", "2004 1010"),
        ("0341 / 12 34 56 7 abends", "12 34 56"),
        ("(030) 12 34 56 abends", "12 34 56"),
        ("Anschluss in 98100 Leipzig tot", "98100"),
    ],
)
def test_what_leads_to_one_person_is_replaced(text: str, secret: str) -> None:
    assert secret not in mask(text, language="de")


@pytest.mark.parametrize(
    "text",
    [
        "12000 Euro für 12345 Kunden",
        "In 15000 Haushalten ist es dunkel",
        "Am Gleis 3 um 14 Uhr",
        "Im Wagen 12 und Bus 100",
        "Version 10.2.1",
        "A4, B5",
    ],
)
def test_what_only_looks_like_an_address_stays(text: str) -> None:
    assert mask(text, language="de") == text


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("31.10.2017 um 22:10", "22.08.2017 um 22:10"),
        ("2016-03-01", "2015-12-22"),
        ("3rd of May", "22nd of February"),
        ("May 3rd, 2021", "February 22nd, 2021"),
        ("23. September 2019", "15. Juli 2019"),
        ("12/24/2025", "10/15/2025"),
        ("1823-1891", "1823-1891"),
        ("31.02.2020", "31.02.2020"),
    ],
)
def test_dates_move_and_keep_their_way_of_writing(text: str, moved: str) -> None:
    found = list(shift_dates(text, days=-70))
    written = text
    for start, end, new in reversed(found):
        written = written[:start] + new + written[end:]
    assert written == moved


@given(st.dates(date(1900, 1, 1), date(2049, 12, 31)), st.integers(0, 10_000))
def test_a_weekday_stays_and_so_does_every_distance(day: date, seed: int) -> None:
    shift = draw_shift(seed)
    ((_, _, moved),) = shift_dates(day.strftime("%d.%m.%Y"), days=shift)
    ((_, _, read),) = find_dates(moved)
    assert shift % 7 == 0
    assert shift < 0
    assert read is not None
    assert (read - day).days == shift


@pytest.mark.parametrize("code", ["DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111"])
def test_what_takes_the_place_of_an_account_or_a_card_is_none(code: str) -> None:
    for seed in range(50):
        drawn = FakePeople(seed=seed, language="de").replace_code(code)
        assert drawn != code
        assert not is_iban(drawn)
        assert not is_card(drawn)


def test_a_person_and_the_handle_made_of_the_name_become_the_same_person() -> None:
    from_text = mask_thread("@petraschmidt Petra Schmidt hier, Schmidts Karte geht nicht")
    handle, first, last, genitive = from_text[0], from_text[1], from_text[2], from_text[4]
    person = FakePeople(seed=1, language="de").draw_person("petraschmidt")
    assert (handle, f"{first} {last}", genitive) == (f"@{person.handle}", person.name, f"{last}s")


def mask_thread(text: str) -> list[str]:
    names = collect_names([Spoken(text, False, None)], stand_ins=FakePeople(seed=1, language="de"))
    return mask(text, language="de", names=names).replace(",", "").split()
