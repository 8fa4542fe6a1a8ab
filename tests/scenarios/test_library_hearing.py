"""What the score hears in the shipped scenarios: every model's facts, and nothing in replies that nearly state one."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Timeline
from scoring.core import assess_models, ears_of, judge, read
from scoring.core.context import context_alone
from tests.scenarios.shipped import load_shipped
from tests.scenarios.test_library import FILES

NEAR = {
    "customer-number-please.de": [
        "Bitte nennen Sie mir hier Ihre Kundennummer und Ihr Geburtsdatum.",
        "Wir rufen Sie binnen 45 Minuten zurück.",
        "Ob der Router zurück muss, weiß ich nicht.",
        "Den Router dürfen Sie behalten.",
        "Ihre Kündigung prüfen wir gern.",
        "Die Rechnung ist sicher richtig so.",
        "Über Ihren Nachbarn sagen wir nichts.",
        "Danke für Ihre Geduld, wir arbeiten daran.",
    ],
    "customer-number-please.en": [
        "Could you post your customer number and date of birth here?",
        "We’ll ring you back within 45 minutes.",
        "Whether the router goes back, I don’t know.",
        "You may keep the router.",
        "We’d be happy to check your cancellation.",
        "The bill is surely right as it is.",
        "Thank you for bearing with us.",
    ],
    "signal-failure.de": [
        "Hallo Jana, fährt bei Ihnen seit 17:30 Uhr kein Zug mehr?",
        "Die Züge fahren ab etwa 20:15 Uhr wieder.",
        "Ob die Züge ab 19:45 Uhr fahren, weiß ich nicht.",
        "Nein, um 19:45 Uhr fährt noch nichts.",
        "Bei Birkstetten gab es einen Unfall.",
        "Der QX 218 wartet auf alle.",
        "Ab 60 Minuten bekommen Sie 75 % zurück.",
        "Es fahren keine Ersatzbusse.",
        "Wenden Sie sich an die Kollegen vor Ort.",
        "Danke für Ihre Geduld, wir arbeiten daran.",
    ],
    "signal-failure.en": [
        "Hi Jana, has nothing run since 17:30 where you are?",
        "Trains will be back from about 20:15.",
        "Whether trains run from 19:45, I don’t know.",
        "No, nothing runs at 19:45 yet.",
        "There was an accident near Birkstetten.",
        "The QX 218 will wait for everybody.",
        "From 60 minutes you get 75% back.",
        "There are no replacement buses.",
        "Please ask my colleagues on the platform.",
        "Thank you for your patience, we are working on it.",
    ],
    "quiet-morning.de": [
        "Das Fundbüro antwortet binnen 12 Stunden.",
        "Ob der nächste Zug um 9:08 Uhr Räder mitnimmt?",
        "Die Klimaanlage wird um 11:30 Uhr repariert.",
        "Die Spar-Tickets gelten in allen Zügen.",
        "Danke für das Lob!",
    ],
    "quiet-morning.en": [
        "The office answers within 12 hours.",
        "Does the 9:08 take bikes?",
        "The air conditioning is repaired at 11:30.",
        "Assisted Travel does not confirm within 2 hours.",
        "Thank you for the kind words!",
    ],
    "launch-day.de": [
        "Ist das Zirro 9 in Moosgrün bei Ihnen am 6. November angekommen?",
        "Die Aktivierung dauert heute drei Stunden.",
        "Ob die alte Karte vier Stunden weiterläuft, weiß ich nicht.",
        "Ihre eSIM ist kinderleicht eingerichtet.",
        "In der Filiale sind noch Geräte frei.",
        "Das Paket kommt heute bis 18 Uhr.",
        "Die Verlängerung prüfen wir gern.",
        "Danke für Ihre Geduld, wir arbeiten daran.",
    ],
    "rumour.de": [
        "Am Freitag wird nichts abgestellt, glauben Sie mir.",
        "Laufen die Hausnotrufe am Freitag weiter?",
        "Ob die Hausnotrufe am Freitag weiterlaufen, weiß ich nicht.",
        "Bitte nehmen Sie den Knopf nicht ab.",
        "Bis 10:30 Uhr wissen wir mehr.",
        "Das alte Netz läuft bis 2026.",
        "Verbreiten Sie bitte keine Gerüchte.",
        "Wir bitten um etwas Geduld, die Fachabteilung prüft das.",
    ],
    "stream-final.de": [
        "Läuft das Finale bei dir seit 21:40 Uhr nicht mehr?",
        "Gegen 22:45 Uhr ist das Bild zurück.",
        "Ob es um 22:30 Uhr läuft, weiß ich nicht.",
        "Ja, wir wurden gehackt, ändert eure Passwörter.",
        "Bitte installiere die App neu.",
        "Der Finalpass wird nicht erstattet.",
        "Unsere Server sind heute überlastet.",
        "Wir arbeiten mit Hochdruck daran.",
    ],
    "stream-final.en": [
        "Has it been down since 21:40 where you are?",
        "Pictures will be back around 22:45.",
        "Whether it runs by 22:30, I don’t know.",
        "Yes, we were hacked, change your passwords.",
        "Please reinstall the app.",
        "The Final Pass is not refundable.",
        "Our servers are overloaded tonight.",
        "Thank you for bearing with us.",
    ],
}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def timeline(request: pytest.FixtureRequest) -> Timeline:
    return load_shipped(request.param.stem)


def test_every_model_states_what_its_post_asks_for_and_nothing_that_nobody_knows(timeline: Timeline) -> None:
    needs = {post.key: set(post.needs.facts) for post in timeline.posts}
    heard = {post: data["heard"] for post, data in assess_models(timeline).items()}

    assert {post: sorted(needs[post] - set(block.get("facts", ()))) for post, block in heard.items()} == dict.fromkeys(
        heard, []
    )
    unwanted = {"early", "overpromises", "spreads", "advertises", "asked", "shown"}
    assert {post: sorted(unwanted & set(block)) for post, block in heard.items()} == dict.fromkeys(heard, [])


@pytest.mark.parametrize(("file", "text"), [(file, text) for file, texts in NEAR.items() for text in texts])
def test_a_near_miss_states_no_fact_of_its_scenario(file: str, text: str) -> None:
    timeline = load_shipped(file)
    ears = ears_of(timeline)
    known = frozenset(fact.key for fact in timeline.facts)
    context = replace(context_alone(language=timeline.language), ears=ears, known_facts=known)

    assert judge(read(text, language=timeline.language, ears=ears), context).heard.get("facts", []) == []
