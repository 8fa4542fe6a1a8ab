"""What is personal in a text does not stay in it, and the same is always replaced by the same."""

import time

import pytest

from scenarios.core.importing.cleaning import clean_text
from scenarios.core.importing.masking import Masker, derive_aliases
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken
from scenarios.core.importing.stand_ins import Company
from scenarios.core.importing.table import LONGEST_CELL
from scenarios.importing.fake_people import FakePeople

pytestmark = pytest.mark.computes

ACME = Company("Larkfield", "LarkfieldHelps")


def make_masker(*, seed: int = 1, language: str = "en") -> Masker:
    stand_ins = FakePeople(seed=seed, language=language)
    return Masker(stand_ins, brand="AcmeHelp", company=ACME, companies=("AcmeHelp", "RivalCare"), aliases=("Acme Inc",))


def mask(text: str, *, by_agent: bool = False, language: str = "en", names: dict[str, str] | None = None) -> str:
    return make_masker(language=language).mask(text, identity="p1", names=names or {}, by_agent=by_agent)


@pytest.mark.parametrize(
    "secret",
    [
        "jo.smith+x@mail.example.co.uk",
        "https://t.co/AbCdEfGhIj",
        "www.facebook.com/jo.smith",
        "facebook.com/jo.smith",
        "+49 171 3920012",
        "00447700900123",
        "(701)555-0143",
        "+1(818)555-0123",
        "1-800-555-0199",
        "800-555-0124",
        "01632 960 123",
        "030/1234567",
        "7015550143",
        "+91-90000-00001",
        "222-1234567-7654321",
        "#1234567-7654321",
        "CAS-12345678-AB12",
        "TBA123456789000",
        "12345678",
        "X4KJ9P",
        "DE89370400440532013000",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "4111 1111 1111 1111",
        "3782-822463-10005",
        "0171 2345678",
        "0341/1234567",
        "(0341) 1234567",
    ],
)
def test_numbers_addresses_and_links_of_people_are_replaced(secret: str) -> None:
    masked = mask(f"please look at {secret} again")
    assert secret.lstrip("#") not in masked
    assert masked.startswith("please look at ")
    assert masked.endswith(" again")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("my order number is AB12C, thanks", "AB12C"),
        ("booking ref: QZ41 please", "QZ41"),
        ("Vorgangsnummer 40-12 bitte", "40-12"),
        ("call me 5551234567 now", "5551234567"),
    ],
)
def test_a_short_number_is_replaced_where_the_words_say_what_it_is(text: str, secret: str) -> None:
    assert secret not in mask(text)


@pytest.mark.parametrize(
    "text",
    [
        "ICE 1234 and RE4567 at 22:10",
        "from 1823-1891",
        "BA0123 to JFK, seat 14C, £4.95, 1.000.000 people, €150000",
        "iOS11.1 on my iPhone7Plus, 300mbps, #Halloween2017",
        "100 % of 5 bars, 24 hours, gate 22",
    ],
)
def test_trains_flights_years_and_prices_stay(text: str) -> None:
    assert mask(text) == text


def test_a_handle_becomes_that_of_its_persona_and_the_brands_own_that_of_the_invented_brand() -> None:
    masker = make_masker()
    person = masker.find_person("905712").handle
    text = masker.mask("@905712 @ACMEHELP, @acmehelp's", identity="p1", names={}, by_agent=False)
    assert text == f"@{person} @LarkfieldHelps, @LarkfieldHelps's"


def test_accounts_and_names_of_companies_are_replaced_without_their_sign_too() -> None:
    rival = make_masker().find_company("RivalCare")
    assert mask("acme and Acme Inc and RIVALCARE, #AcmeHelp") == f"Larkfield and Larkfield and {rival.name}, #Larkfield"


def test_each_placeholder_is_someone_else() -> None:
    first, second = mask("@user @user").split()
    assert first != second
    assert "@user" not in (first, second)


def test_placeholders_of_numbers_and_addresses_read_like_numbers_and_addresses() -> None:
    masked = mask("Ruf <tel> an oder schreib <mail>", language="de")
    assert "<" not in masked
    assert "@example.org" in masked


def test_an_agents_signature_is_replaced_and_nobody_elses() -> None:
    masked = [mask(text, by_agent=True) for text in ("We will help. ^JK", "Sorry! -Becky", "Gerne. /xy", "*ACJ")]
    assert masked[0] != "We will help. ^JK"
    assert [text[:-2] for text in masked[:1]] == ["We will help. ^"]
    assert "Becky" not in masked[1]
    assert masked[2] != "Gerne. /xy"
    assert mask("rate it 9 ^JK") == "rate it 9 ^JK"


def test_a_name_in_an_agents_greeting_becomes_the_personas_all_thread_long() -> None:
    stand_ins = FakePeople(seed=1, language="en")
    persona = stand_ins.draw_person("905712")
    names = collect_names(
        [
            Spoken("Hi Zebedee, which one?", by_agent=True, to=persona),
            Spoken("Zebedee here: the red one. Thanks Sarah", by_agent=False, to=None),
        ],
        stand_ins=stand_ins,
    )
    masked = mask("Zebedee here: the red one. Thanks Sarah", names=names)
    assert names["Zebedee"] == persona.first_name
    assert masked.startswith(f"{persona.first_name} here")
    assert "Sarah" not in masked


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("Mein Name ist Korbinian Huber und ich", ("Korbinian", "Huber")),
        ("Frau Obermoser war sehr nett", ("Obermoser",)),
        ("Danke für nichts. Viele Grüße Annegret Vogt", ("Annegret", "Vogt")),
        ("my name is Zack Miller", ("Zack", "Miller")),
        ("Mrs. Ottilie was rude", ("Ottilie",)),
        ("Good to hear that, Danielle!", ("Danielle",)),
        ("Danielle, where are you?", ("Danielle",)),
    ],
)
def test_names_that_the_words_around_them_give_away_are_replaced(text: str, real: tuple[str, ...]) -> None:
    names = collect_names([Spoken(text, by_agent=False, to=None)], stand_ins=FakePeople(seed=1, language="de"))
    masked = mask(text, names=names)
    assert [name for name in real if name in masked] == []


def test_an_agent_may_call_a_person_by_a_name_that_no_list_knows() -> None:
    stand_ins = FakePeople(seed=1, language="en")
    text = "Good to hear, Zorpelina! See you in Dallas, Texas."
    names = collect_names([Spoken(text, by_agent=True, to=None)], stand_ins=stand_ins)
    assert set(names) == {"Zorpelina"}
    assert "Zorpelina" not in mask(text, names=names)


@pytest.mark.parametrize("text", ["Hi there, I can help", "Hey, We are sorry", "Thanks so much!", "Hallo zusammen,"])
def test_greetings_without_a_name_stay(text: str) -> None:
    names = collect_names([Spoken(text, by_agent=True, to=None)], stand_ins=FakePeople(seed=1, language="en"))
    assert mask(text, names=names) == text


def test_braces_entities_and_control_characters_cannot_harm_the_scenario() -> None:
    assert mask("{agent} &lt;b&gt; &amp; \x00\x1b[31m\u202eabc\r\n\r\n\r\nx\t y") == "(agent) <b> & [31mabc\n\nx y"


def test_emoji_with_joiners_stay_whole() -> None:
    assert clean_text("👩‍👩‍👧 🤥 ❤️") == "👩‍👩‍👧 🤥 ❤️"


def test_another_seed_draws_other_people() -> None:
    assert make_masker(seed=1).find_person("7") != make_masker(seed=2).find_person("7")


def test_what_people_call_the_company_behind_an_account() -> None:
    assert derive_aliases("British_Airways") == ("British Airways",)
    assert derive_aliases("AskeBay") == ("eBay",)
    assert derive_aliases("SpotifyCares") == ("Spotify",)
    assert derive_aliases("VirginTrains") == ("Virgin Trains", "VirginTrains")
    assert derive_aliases("O2") == ()


@pytest.mark.parametrize(
    "piece",
    ["1", "1-", "12-34-", "A", "A-", "A1", "A1-", "a.", "a.b@", "@a ", "www.", "Mr ", "Hi Anna ", "order ", "<", "{"],
)
def test_no_text_is_slow_to_mask(piece: str) -> None:
    text = (piece * LONGEST_CELL)[:LONGEST_CELL]
    begun = time.process_time()
    names = collect_names([Spoken(text, by_agent=True, to=None)], stand_ins=FakePeople(seed=1, language="en"))
    mask(text, by_agent=True, names=names)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("number", ["0171 2345678", "0341/1234567", "+49 171 2345678", "(0341) 1234567"])
def test_no_part_of_a_telephone_number_is_taken_for_an_order_number(number: str) -> None:
    masker = make_masker(language="de")
    masked = masker.mask(f"Ruft an: {number}!", identity="p1", names={}, by_agent=False)
    assert masked == f"Ruft an: {FakePeople(seed=1, language='de').replace_phone(number)}!"


def test_a_bank_account_keeps_its_shape_and_is_the_same_with_and_without_blanks() -> None:
    masked = mask("DE89 3704 0044 0532 0130 00 or DE89370400440532013000")
    spaced, plain = masked.split(" or ")
    assert spaced.replace(" ", "") == plain
