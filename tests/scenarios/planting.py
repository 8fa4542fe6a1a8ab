"""Threads with people planted in them, to measure what masking finds: templates of our own, names and numbers by Faker.

`{first}` and the like are planted; `{first}'s` and `{last}s` are the genitives. A third of the names stand in no list
that masking knows, and a fifth are words. What masking may not touch is every word of a template that is not planted.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from faker import Faker

NAMES_AS_WORDS = {
    "de": ("König", "Bäcker", "Rose", "Mai", "Koch", "Klein", "Sommer", "Vogel", "Stern", "Jung", "Fuchs", "Winter"),
    "en": ("Rose", "May", "King", "Baker", "Brown", "Young", "Hope", "Hill", "Summer", "Wood", "Grant", "Price"),
}
UNLISTED_LAST = {
    "de": (
        "Obermoser",
        "Kwiatkowski-Brandl",
        "Zschäpitz",
        "Ngoma",
        "Tröndle",
        "Quandel",
        "Lüttgenau",
        "Öztoprak",
        "Wiesböck",
    ),
    "en": (
        "Featherstonehaugh",
        "O'Dreary",
        "Okonkwo-Bly",
        "Przybylski",
        "Tuigamala",
        "Wetherspune",
        "McQuibble",
        "Ndlovu",
    ),
}
UNLISTED_FIRST = {
    "de": ("Korbinian", "Zenta", "Ayodele", "Thjorben"),
    "en": ("Zebedee", "Oluwaseun", "Caoimhe", "Tarquin"),
}

NAMED: Mapping[str, Sequence[str]] = {
    "de": (
        "Ich bin's, {first} {last}, und mein Zug steht schon wieder.",
        "Hallo, mein Name ist {first} {last} und ich warte seit Tagen.",
        "{first} {last} hat mir am Telefon etwas anderes gesagt.",
        "Die Kollegin Frau {last} war sehr freundlich, danke dafür!",
        "Herrn {last}s Auskunft war leider falsch.",
        "Gestern habe ich mit {first} {last} gesprochen, ohne Ergebnis.",
        "So geht das nicht.\nMit freundlichen Grüßen\n{first} {last}",
        "Der Vertrag läuft auf {first} {last}, das bin ich.",
        "Bitte melden Sie sich.\ngez. {initial}. {last}",
        "i.A. {last}",
        "Meine Frau {first} wartet am Bahnsteig, und nichts passiert.",
        "{first}s Karte geht nicht mehr, was nun?",
        "lg {lower_first}",
        "ich bin {lower_first} und komme nicht rein",
        "Schreibt mir auf insta: {handle}",
        "@{handle} hat das auch schon gehabt",
        "Warum ruft {first} {last} nicht zurück, wie versprochen?",
        "Paket für {first} {double} wurde nie zugestellt.",
        "Hier ist {first} {double}, Vorgang siehe oben.",
        "Danke {first}! Das war schnell.",
        "Familie {last} sitzt seit Stunden im Dunkeln.",
        "Im Shop hat mich {first} beraten, top.",
        "Bin sauer, {first} {last}",
        "Dr. {last} hat einen Termin verpasst, wegen euch.",
        "Das Abo von {first} {last} bitte kündigen.",
        "{first} {last} hier. Keine Antwort auf meine Mail?",
    ),
    "en": (
        "I'm {first} {last} and my train has not moved for an hour.",
        "Hello, my name is {first} {last}, where is my parcel?",
        "{first} {last} told me something else on the phone.",
        "Your colleague Mrs {last} was lovely, thank you!",
        "Mr {last}'s information was wrong, sadly.",
        "Spoke to {first} {last} yesterday and nothing happened.",
        "This is not good enough.\nKind regards\n{first} {last}",
        "The contract is in the name of {first} {last}, which is me.",
        "Please call back.\nSigned {initial}. {last}",
        "It's me, {first} {last}, again.",
        "My wife {first} is waiting on the platform and nobody cares.",
        "{first}'s card stopped working, now what?",
        "cheers {lower_first}",
        "i'm {lower_first} and i cannot log in",
        "find me on insta: {handle}",
        "@{handle} had the same problem",
        "Why does {first} {last} never ring back as promised?",
        "A parcel for {first} {double} never arrived.",
        "This is {first} {double}, see above for the story.",
        "Thanks {first}! That was quick.",
        "The {last} family has been in the dark for hours.",
        "In the shop {first} was really helpful.",
        "Not happy, {first} {last}",
        "Dr {last} missed an appointment because of you.",
        "Please cancel the subscription of {first} {last} now.",
        "{first} {last} here. No reply to my mail?",
    ),
}
GREETINGS = {
    "de": (
        "Hallo {first}, wir sehen uns das an.",
        "Guten Tag Frau {last}, danke für die Nachricht.",
        "Hallo Herr {last}, das tut uns leid.",
    ),
    "en": (
        "Hi {first}, we are looking into it.",
        "Dear Mrs {last}, thank you for your message.",
        "Hello Mr {last}, we are sorry.",
    ),
}
NUMBERED: Mapping[str, Sequence[tuple[str, str]]] = {
    "de": (
        ("iban", "Meine IBAN ist {}, bitte abbuchen"),
        ("iban_spaced", "überweist auf {} und gut"),
        ("iban_low", "konto {} danke"),
        ("phone", "Ruft mich an unter {}, bitte heute noch"),
        ("phone_slash", "Tel. {} geht nach 18 Uhr"),
        ("phone_wide", "Erreichbar: {}."),
        ("mobile", "meine nummer {} falls was ist"),
        ("mail", "schreibt an {} bitte"),
        ("card", "abgebucht von {} gestern"),
        ("plate", "Mein Auto mit {} steht noch da"),
        ("plate_umlaut", "Kennzeichen {}, Parkhaus am Markt"),
        ("plate_cue", "das kennzeichen ist {} laut Schein"),
        ("street", "Ich wohne {} und habe kein Netz"),
        ("place", "Anschluss in {} seit gestern tot"),
        ("customer", "Kundennummer {} steht auf der Rechnung"),
        ("customer_short", "Kd.-Nr. {} bitte prüfen"),
        ("order", "Bestellung {} kam nie an"),
        ("birth", "geboren am {}, reicht das?"),
        ("birth_text", "Geburtsdatum: {}"),
        ("tax", "Steuer-ID {} habt ihr doch"),
        ("social", "SV-Nummer {} liegt vor"),
        ("blz", "BLZ {} und den Rest kennt ihr"),
        ("account", "Kontonummer {} ist meine"),
    ),
    "en": (
        ("iban", "My IBAN is {}, please refund"),
        ("iban_spaced", "send it to {} and done"),
        ("iban_low", "refund to {} thanks"),
        ("phone", "Call me on {} today please"),
        ("phone_us", "my number: {} after six"),
        ("phone_slash", "tel {} works in the evening"),
        ("mobile", "text {} if anything changes"),
        ("mail", "write to {} please"),
        ("card", "you charged {} yesterday"),
        ("plate_uk", "My car {} is still there"),
        ("plate_cue", "registration {} at the station car park"),
        ("sort", "sort code {} as always"),
        ("account", "account number {} is mine"),
        ("street_uk", "I live at {} and have no signal"),
        ("postcode", "No service in {} since last night"),
        ("postcode_low", "my postcode is {} by the way"),
        ("zip", "line down in {} again"),
        ("customer", "customer number {} as on the bill"),
        ("order", "order {} never arrived"),
        ("birth", "born {}, is that enough?"),
        ("birth_us", "DOB {}"),
        ("ssn", "you asked for {} in public, seriously"),
        ("nino", "national insurance {} is on file"),
        ("nhs", "nhs number {} you have it"),
    ),
}


@dataclass(frozen=True, slots=True)
class Planted:
    """One text: `secrets` must be gone after masking, each under its kind."""

    text: str
    template: str
    secrets: tuple[tuple[str, str], ...]
    by_agent: bool


def plant_thread(language: str, *, seed: int) -> list[Planted]:
    """A thread of every template once, with a new person in each, and an agent's greeting."""
    dice = random.Random(seed)  # noqa: S311  drawn for tests
    faker = Faker({"de": "de_DE", "en": "en_GB"}[language] if language == "de" or seed % 2 else "en_US")
    faker.seed_instance(seed)
    found = [plant_names(template, language, dice, faker) for template in NAMED[language]]
    found += [plant_names(template, language, dice, faker, by_agent=True) for template in GREETINGS[language]]
    for kind, template in NUMBERED[language]:
        secret = make_number(kind, dice, faker)
        found.append(Planted(template.format(secret), template, ((kind, secret),), by_agent=False))
    return found


def plant_names(template: str, language: str, dice: random.Random, faker: Faker, *, by_agent: bool = False) -> Planted:
    first = dice.choice(UNLISTED_FIRST[language]) if dice.random() < 0.15 else faker.first_name().split()[0]
    last = faker.last_name().split()[-1]
    if dice.random() < 0.35:
        last = dice.choice((NAMES_AS_WORDS if dice.random() < 0.5 else UNLISTED_LAST)[language])
    if "{lower_first}" in template or re.search(r"\{first\}(?! \{(?:last|double))", template):
        first = faker.first_name().split()[0]  # one lone first name that no list knows is for the review
    slots = {
        "first": first,
        "last": last,
        "double": f"{faker.last_name().split()[-1]}-{last}",
        "initial": first[0],
        "lower_first": first.lower(),
        "handle": re.sub(r"[^a-z]", "", first.lower()) + dice.choice(("_", "")) + str(dice.randint(10, 99)),
    }
    secrets: list[tuple[str, str]] = []
    for slot, kind in (
        ("first", "name"),
        ("last", "name"),
        ("double", "name"),
        ("lower_first", "name"),
        ("handle", "handle"),
    ):
        if f"{{{slot}}}" in template:
            secrets += [(kind, part) for part in (slots[slot].split("-") if slot == "double" else (slots[slot],))]
    return Planted(template.format(**slots), template, tuple(secrets), by_agent)


def make_number(kind: str, dice: random.Random, faker: Faker) -> str:
    """One structured identifier of `kind` in the way people write it."""
    digits = lambda count: "".join(str(dice.randint(0 if at else 1, 9)) for at in range(count))  # noqa: E731  local short-hand
    letters = lambda count: "".join(dice.choice("ABCDEFGHJKLMNPRSTUVWXY") for _ in range(count))  # noqa: E731  as above
    iban = faker.iban()
    spaced = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    slashed = f"0{digits(3)}/{digits(2)} {digits(2)} {digits(2)}"
    area = dice.choice(("SW", "M", "LS", "EH", "B", "CF", "GU", "NW"))
    made = {
        "iban": iban,
        "iban_spaced": spaced,
        "iban_low": spaced.lower(),
        "phone": faker.phone_number(),
        "phone_us": f"{digits(3)}-{digits(3)}-{digits(4)}",
        "phone_slash": slashed,
        "phone_wide": f"0{digits(2)} / {digits(3)} {digits(2)} {digits(2)}",
        "mobile": dice.choice(
            (f"017{digits(1)} {digits(7)}", f"07{digits(3)} {digits(6)}", f"+49 17{digits(1)} {digits(8)}")
        ),
        "mail": faker.email(),
        "card": faker.credit_card_number("visa"),
        "plate": f"{letters(dice.randint(1, 3))}-{letters(2)} {digits(dice.randint(2, 4))}",
        "plate_umlaut": f"{dice.choice(('TÜ', 'LÖ', 'MÜ', 'FÜ', 'WÜ', 'GÖ'))}-{letters(1)} {digits(3)}",
        "plate_cue": f"{letters(2)} {letters(2)} {digits(3)}",
        "plate_uk": f"{letters(2)}{digits(2)} {letters(3)}",
        "street": f"{faker.street_name()} {dice.randint(1, 180)}",
        "street_uk": f"{dice.randint(1, 200)} {faker.last_name()} {dice.choice(('Street', 'Road', 'Lane'))}",
        "place": f"{faker.postcode()} {dice.choice(('Leipzig', 'Bad Homburg', 'Frankfurt am Main', 'Köln'))}",
        "postcode": f"{area}{digits(1)} {digits(1)}{dice.choice('ABDEFGHJLN')}{dice.choice('ABDEFGHJLN')}",
        "zip": f"{dice.choice(('CA', 'NY', 'TX', 'WA'))} {digits(5)}",
        "customer": digits(dice.randint(5, 10)),
        "customer_short": digits(dice.randint(5, 8)),
        "order": f"{letters(2)}{digits(6)}",
        "birth": faker.date_of_birth().strftime("%d.%m.%Y"),
        "birth_text": faker.date_of_birth().strftime("%-d. %-m. %Y"),
        "birth_us": faker.date_of_birth().strftime("%m/%d/%Y"),
        "tax": f"{digits(2)} {digits(3)} {digits(3)} {digits(3)}",
        "social": f"{digits(2)} {dice.randint(10, 28)}0{dice.randint(1, 9)}{digits(2)} {letters(1)} {digits(3)}",
        "blz": f"{digits(3)} {digits(3)} {digits(2)}",
        "account": digits(8),
        "sort": f"{digits(2)}-{digits(2)}-{digits(2)}",
        "ssn": f"{digits(3)}-{digits(2)}-{digits(4)}",
        "nino": f"AB {digits(2)} {digits(2)} {digits(2)} C",
        "nhs": "943 476 5919",
    }
    made["postcode_low"] = made["postcode"].lower()
    return made[kind]
