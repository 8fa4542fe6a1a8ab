"""What is said, against the facts and against what was said before: near misses beside each error."""

from dataclasses import replace

import pytest

from scenarios.core.public import Public, Rumour
from scenarios.core.timeline import Fact
from scoring.core import ears_of, read
from scoring.core.hearing.telling import Told, list_claims
from scoring.core.rules import RULES
from tests.scoring.core.hearing.worlds import FACTS, KNOWN, assess, make_world

ALL = KNOWN | {"forecast"}
LATER = {
    "de": Fact("later", "Neue Prognose: Züge fahren erst ab 20:30 Uhr wieder.", None, None, replaces="forecast"),
    "en": Fact("later", "New forecast: trains will run from 20:30 only.", None, None, replaces="forecast"),
}
WORLDS = {language: make_world(language, facts=(*FACTS[language], LATER[language])) for language in LATER}


def found(text, *rules, language="de", **changes):
    judged = assess(text, language=language, world=WORLDS[language], **changes)
    return [each for each in judged.findings if each.rule in rules]


def told(text, *, language="de", reply=12, at_ms=60_000, to="@omar"):
    said = read(text, language=language, ears=ears_of(WORLDS[language])).said
    return tuple(Told(claim, reply, at_ms, to) for claim in list_claims(said))


AGAINST = {
    "de": [
        "Um 18:30 Uhr fahren alle Züge wieder, auch eingleisig.",
        "Ab 19 Uhr fahren wieder Züge, zunächst eingleisig.",
    ],
    "en": ["At 6:30 pm trains will run again on the single track.", "From 7 pm trains will run on the single track."],
}
NOT_AGAINST = {
    "de": [
        "Ab 19:45 Uhr fahren wieder Züge, zunächst eingleisig.",
        "Kurz nach 20 Uhr fahren wieder Züge, zunächst eingleisig.",
        "Um 18:30 Uhr fährt ein Taxi für Sie.",
        "Ich melde mich um 18:30 Uhr, wann Züge eingleisig fahren.",
        "Fahren um 18:30 Uhr wieder Züge, zunächst eingleisig?",
        "Um 19:40 Uhr fahren wieder Züge, zunächst eingleisig.",
        "Um 18:30 Uhr fahren Ersatzbusse ab Südausgang.",
        "Um 18:30 Uhr fährt der RE 7 eingleisig, sonst wieder keine Züge.",
    ],
    "en": [
        "Trains will run again from 19:45, single track at first.",
        "Just after 8 pm trains will run again, single track at first.",
        "At 6:30 pm a taxi will come for you.",
        "I’ll write at 6:30 pm whether trains run on the single track.",
        "Will trains run from 18:30, single track at first?",
        "At 19:40 trains will run again, single track at first.",
        "Replacement buses leave the south exit at 6:30 pm.",
    ],
}


def list_all(cases):
    return [(language, text) for language in cases for text in cases[language]]


@pytest.mark.parametrize(("language", "text"), list_all(AGAINST))
def test_a_better_time_than_the_known_one_is_a_critical_error(language, text):
    here = {"language": language, "known_facts": ALL, "asked_for": ("forecast",)}
    against = found(text, "substance.against_facts", **here)

    assert [(each.params, each.critical) for each in against] == [({"fact": "forecast"}, True)]


@pytest.mark.parametrize(("language", "text"), list_all(NOT_AGAINST))
def test_what_is_no_better_or_about_something_else_is_not(language, text):
    here = {"language": language, "known_facts": ALL, "asked_for": ("forecast",)}

    assert found(text, "substance.against_facts", **here) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_before_a_fact_is_known_a_promise_is_empty_but_not_against_it(language):
    text = AGAINST[language][1]

    assert found(text, "substance.against_facts", language=language) == []
    assert found(text, "substance.overpromise", language=language) != []


@pytest.mark.parametrize(("language", "text"), [("de", "Sie bekommen 80 % zurück."), ("en", "You get 80% back.")])
def test_more_than_the_right_that_is_asked_for_is_against_it_where_a_word_is_its_own(language, text):
    about = {"de": " des Fahrpreises bei Verspätung", "en": " of the fare when late"}[language]
    text = text.replace("%", "%" + about)
    here = {"language": language, "asked_for": ("rights",)}

    assert [each.params for each in found(text, "substance.against_facts", **here)] == [{"fact": "rights"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ab 60 Minuten gibt es 25 %, ab 120 Minuten 50 % des Fahrpreises bei Verspätung."),
        ("de", "Ab 120 Minuten bekommen Sie 50 % des Fahrpreises bei Verspätung zurück."),
        ("de", "Für das Taxi bekommen Sie 40 Euro zurück."),
        ("en", "From 120 minutes you get 50% of the fare when late."),
        ("en", "You get 40 euros back for the taxi."),
    ],
)
def test_another_case_and_another_payment_are_not_against_it(language, text):
    here = {"language": language, "asked_for": ("rights", "voucher"), "known_facts": ALL}

    assert found(text, "substance.against_facts", **here) == []


@pytest.mark.parametrize(
    ("language", "text", "is_outdated"),
    [
        ("de", "Ab 19:45 Uhr fahren wieder Züge.", True),
        ("de", "Nicht mehr ab 19:45 Uhr, sondern ab 20:30 Uhr fahren wieder Züge.", False),
        ("de", "Bisher hieß es, ab 19:45 Uhr fahren Züge eingleisig.", False),
        ("en", "Trains will run again from 19:45.", True),
        ("en", "Trains will run from 20:30, not from 19:45.", False),
        ("en", "We said earlier that trains will run from 19:45.", False),
    ],
)
def test_a_fact_that_was_replaced_is_outdated_unless_it_is_told_as_past(language, text, is_outdated):
    outdated = found(text, "substance.outdated", language=language, known_facts=ALL | {"later"})

    assert [each.params for each in outdated] == ([{"fact": "later"}] if is_outdated else [])
    assert found(text, "substance.outdated", language=language, known_facts=ALL) == []


def test_an_outdated_time_is_one_error_not_two():
    judged = assess("Ab 19:45 Uhr fahren wieder Züge.", world=WORLDS["de"], known_facts=ALL | {"later"})

    assert [each.rule for each in judged.findings if each.criterion == "substance"] == ["substance.outdated"]


def test_what_else_is_promised_beside_an_outdated_time_is_an_error_of_its_own():
    text = "Ab 19:45 Uhr fahren wieder Züge. Der Bus fährt garantiert."
    judged = assess(text, world=WORLDS["de"], known_facts=ALL | {"later"})
    errors = [(each.rule, text[slice(*each.span)]) for each in judged.findings if each.criterion == "substance"]

    assert [rule for rule, _ in errors] == ["substance.outdated", "substance.overpromise"]
    assert ["19:45" in words for _, words in errors] == [True, False]


@pytest.mark.parametrize(("asked_for", "is_outdated"), [(("forecast",), True), (("later",), True), (("buses",), False)])
def test_what_a_pattern_only_touches_on_is_outdated_if_it_is_asked_for(asked_for, is_outdated):
    """After four hours of waiting nobody forecasts four hours."""
    old = Fact("forecast", "Die Reparatur dauert 4 Stunden.", 0, None, says=("4 stunden",))
    new = Fact("later", "Die Reparatur dauert 9 Stunden.", 0, None, says=("9 stunden",), replaces="forecast")
    world = make_world("de", facts=(*FACTS["de"], old, new))
    judged = assess(
        "Nach 4 Stunden am Gleis!", world=world, known_facts=KNOWN | {"forecast", "later"}, asked_for=asked_for
    )

    assert ("substance.outdated" in {each.rule for each in judged.findings}) == is_outdated


@pytest.mark.parametrize(
    ("language", "before", "now", "value"),
    [
        (
            "de",
            "Der Zug nach Moorweiler fährt um 19:10 Uhr.",
            "Der Zug nach Moorweiler fährt um 18:50 Uhr.",
            "time:1150",
        ),
        ("de", "Sie bekommen 10 Euro für das Taxi.", "Für das Taxi bekommen Sie 40 Euro.", "money:1000"),
        ("de", "Grund ist ein Unwetter.", "Ursache ist ein Personenschaden.", "cause"),
        ("en", "The train to Moorweiler will run at 19:10.", "The train to Moorweiler will run at 18:50.", "time:1150"),
    ],
)
def test_who_promised_something_else_before_contradicts_it(language, before, now, value):
    here = {"language": language, "told_before": told(before, language=language), "at_ms": 300_000}
    contradicted = found(now, "substance.contradicts", **here)

    assert [each.params for each in contradicted] == [{"reply": 12, "value": value, "since_ms": 240_000, "to": "@omar"}]
    assert found(before, "substance.contradicts", **here) == []


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Der Zug nach Moorweiler fährt um 19:10 Uhr.", "Das Fundbüro in Altenried ist um 18:50 Uhr wieder da."),
        ("Der Zug nach Moorweiler fährt um 19:10 Uhr.", "Der Zug nach Moorweiler fährt ab 19:45 Uhr."),
        ("Ich melde mich um 19:10 Uhr.", "Der Zug fährt um 18:50 Uhr."),
        ("Grund ist ein Unwetter.", "Ursache ist eine Signalstörung."),
        ("Der Zug fährt um 19:10 Uhr.", "Ursache ist ein Unwetter."),
    ],
)
def test_another_matter_and_setting_it_right_contradict_nothing(before, now):
    assert found(now, "substance.contradicts", told_before=told(before), known_facts=ALL) == []


def test_of_several_words_before_the_last_one_that_it_contradicts_is_named():
    once, twice = "Der Zug nach Moorweiler fährt um 19:10 Uhr.", "Der Zug nach Moorweiler fährt um 19:20 Uhr."
    before = (*told(once, reply=3), *told(twice, reply=5), *told("Grund ist ein Unwetter.", reply=7))

    contradicted = found("Der Zug nach Moorweiler fährt um 18:50 Uhr.", "substance.contradicts", told_before=before)

    assert [each.params["reply"] for each in contradicted] == [5]
    assert found(once, "substance.contradicts", told_before=before) == []


WORDED = {"de": "Es gab keinen Unfall, verletzt ist niemand.", "en": "There was no accident and nobody is hurt."}


@pytest.mark.parametrize(
    ("language", "text", "is_changed"),
    [
        ("de", WORDED["de"], False),
        ("de", "Hallo! ES GAB KEINEN UNFALL: verletzt ist niemand ^TB", False),
        ("de", "Niemand ist verletzt, und einen Unfall gab es nicht.", True),
        ("de", "Ich schaue nach.", False),
        ("en", WORDED["en"], False),
        ("en", "Nobody was hurt, there was no accident at all.", True),
    ],
)
def test_an_approved_wording_is_used_word_for_word(language, text, is_changed):
    here = {"language": language, "asked_for": ("safe",)}

    assert [each.params for each in found(text, "substance.approved_changed", **here)] == (
        [{"fact": "safe"}] if is_changed else []
    )
    assert found(text, "substance.approved_changed", told=frozenset({"safe"}), **here) == []


def test_the_brands_name_in_an_approved_wording_is_filled_in():
    wording = Fact("hurt", "Niemand ist verletzt.", 0, "{brand} sagt: Verletzt ist heute niemand am Bahnhof.")
    world = make_world("de", facts=(wording,))
    here = {"world": world, "known_facts": {"hurt"}, "asked_for": ("hurt",)}
    texts = [f"{name} sagt: Verletzt ist heute niemand am Bahnhof." for name in (world.brand.name, "Die Feuerwehr")]
    changed = ["substance.approved_changed" in {each.rule for each in assess(text, **here).findings} for text in texts]

    assert changed == [False, True]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Hallo Jana, das tut uns leid. Das Taxi geht auf uns.", "geht auf uns"),
        ("de", "Wir geben einen Gutschein über 10 Euro, das Taxi geht auf uns.", "Gutschein über 10 Euro"),
        ("en", "Hi Jana, sorry about that. As a gesture of goodwill, the ride is on us.", "As a gesture"),
    ],
)
def test_goodwill_is_marked_where_it_is_offered(language, text, words):
    (offered,) = found(text, "substance.goodwill_public", language=language)

    assert text[slice(*offered.span)] == words


@pytest.mark.parametrize(
    ("language", "text", "is_early"),
    [
        ("de", "Wir geben Ihnen einen Gutschein über 10 Euro.", True),
        ("de", "Ihnen stehen 25 % des Fahrpreises zu.", False),
        ("en", "We give you a voucher of 10 euros.", True),
        ("en", "You get 25% of the fare from 60 minutes late.", False),
    ],
)
def test_goodwill_in_public_is_a_small_finding_and_a_right_is_none(language, text, is_early):
    rule = "substance.goodwill_public"

    assert [each.points for each in found(text, rule, language=language)] == ([RULES[rule].points] if is_early else [])
    assert found(text, rule, language=language, visibility="private") == []
    assert found(text, rule, language=language, had_private=True) == []


@pytest.mark.parametrize(
    ("says", "text", "words"),
    [
        ((), "Hallo Jana, das Trinkwasser in Hollerau ist vergiftet.", "Trinkwasser"),
        (("trinkwasser.*vergiftet",), "Hallo, das Trinkwasser ist vergiftet.", "Trinkwasser ist vergiftet"),
    ],
)
def test_a_rumour_is_marked_where_it_is_passed_on(says, text, words):
    rumour = Rumour("water", "", "Das Trinkwasser in Hollerau ist vergiftet.", says, ())
    world = make_world("de", public=Public(rumours=(rumour,)))
    (spread,) = [each for each in assess(text, world=world).findings if each.rule == "substance.rumour_spread"]

    assert text[slice(*spread.span)] == words


def test_odd_values_break_nothing():
    world = replace(WORLDS["de"], facts=(Fact("day", "Morgen um 24:00 Uhr fährt am Montag der Zug.", 0, None),))

    assert assess("Morgen um 7 fährt am Montag der Zug, 100 % sicher.", world=world, known_facts={"day"}).findings


def test_the_same_case_in_another_sentence_excuses_nothing():
    """Only who tells the fact's own value in the same sentence has told of two cases."""
    here = {"asked_for": ("rights",), "known_facts": ALL}
    more = "Bei Verspätung bekommen Sie 80 % des Fahrpreises"

    assert found(f"{more}, sonst 25 %.", "substance.against_facts", **here) == []
    assert found(f"{more}. Am Sonntag hieß es noch 25 %.", "substance.against_facts", **here) != []
