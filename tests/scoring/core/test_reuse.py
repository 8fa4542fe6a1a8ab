"""Likeness to templates and to what the same person wrote before."""

import pytest

from scenarios.core.timeline import Fact
from scoring.core import Shelf
from scoring.core.sources import read_facts
from tests.scoring.replies import as_templates, judge_text, marked, rules_of

CANNED = {
    "de": "Ihre Meldung liegt jetzt bei der Technik und wird dort bearbeitet. Wir melden uns innerhalb von 48 Stunden.",
    "en": "Your ticket has been forwarded to our engineers. You will hear back from us within two days.",
}
HELLO = {"de": "Hallo Jana", "en": "Hi Jana"}
OWN = {
    "de": "Die Katze schläft auf dem Receiver? Ein Gitter liegt morgen im Briefkasten.",
    "en": "A squirrel chewed the line, no kidding. The new cable is extra thick.",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_repeated_reply_is_a_copy_whoever_is_greeted(language):
    judged = judge_text(f"{HELLO[language]}, {CANNED[language]} ^TB", language=language, earlier=[CANNED[language]])

    assert (judged.signals["reuse_likeness"], judged.criteria["individuality"]) == (1000, 0)


@pytest.mark.parametrize("language", ["de", "en"])
def test_ones_own_words_are_ones_own(language):
    judged = judge_text(OWN[language], language=language, earlier=[CANNED[language]])

    assert (judged.signals["reuse_likeness"], judged.criteria["individuality"]) == (0, 1000)
    assert rules_of(judged, criterion="individuality") == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_canned_sentence_in_an_own_reply_is_marked_and_told_where_it_stood(language):
    canned = CANNED[language].split(". ")[0] + "."
    text = f"{OWN[language]} {canned}"

    judged = judge_text(text, language=language, earlier=["Was? 80 Euro?", CANNED[language]])

    found = [f for f in judged.findings if f.rule == "individuality.repeated"]
    assert [f.params["reply"] for f in found] == [2]
    assert marked(text, judged, "individuality.repeated") == [canned]
    assert 0 < judged.criteria["individuality"] < 1000


def test_a_template_is_named_by_its_key():
    templates = as_templates("Hallo {name}, danke für den Hinweis auf den Fahrplan im Netz. {agent}")

    judged = judge_text("Hallo Ole, danke für den Hinweis auf den Fahrplan im Netz. ^TB", templates=templates)

    assert [f.params for f in judged.findings if f.criterion == "individuality"] == [
        {"template": "template-1", "likeness": 1000}
    ]


def test_a_released_fact_may_be_repeated_word_for_word():
    fact = "Zwischen Seebrück und Hohenau fährt wegen Hochwassers heute kein Zug."
    first, second = f"Das wird knapp zur Prüfung. {fact}", f"Mit dem Rollstuhl in Bus 3, bitte. {fact}"

    known, unknown = (
        judge_text(second, earlier=[first], known=known).criteria["individuality"]
        for known in (as_templates(fact), Shelf())
    )

    assert (known, unknown < 1000) == (1000, True)


def test_a_courtesy_of_three_words_is_everybodys():
    judged = judge_text(
        "Der Koffer steht am Schalter. Danke dir sehr!", earlier=["Der Bus fährt ab Hafen. Danke dir sehr!"]
    )

    assert judged.criteria["individuality"] == 1000


def test_the_nearest_of_several_is_named():
    near, nearer = "Der Bus nach Seedorf fährt heute nur bis Hafen.", "Der Bus nach Seedorf fährt heute nur bis Markt."

    judged = judge_text("Der Bus nach Seedorf fährt heute nur bis Markt!", earlier=[near, nearer])

    assert [f.params["reply"] for f in judged.findings if f.criterion == "individuality"] == [2]


def test_an_unfilled_placeholder_is_an_error():
    text = "Hallo {name}, der Bus kommt."

    judged = judge_text(text)

    assert (judged.criteria["individuality"], marked(text, judged, "individuality.placeholder")) == (700, ["{name}"])


def test_a_short_sentence_is_repeated_only_beside_a_longer_one_of_the_same_reply():
    earlier = ["Der Bus fährt ab Hafen. Danke dir sehr!"]

    alone = judge_text("Der Koffer steht am Schalter. Danke dir sehr!", earlier=earlier)
    beside = judge_text("Der Bus fährt ab Hafen. Danke dir sehr! Und morgen wird alles wieder gut.", earlier=earlier)

    assert alone.signals["reuse_likeness"] == 0
    assert marked("Der Bus fährt ab Hafen. Danke dir sehr! Und morgen", beside, "individuality.repeated") == [
        "Der Bus fährt ab Hafen.",
        "Danke dir sehr!",
    ]


RIGHT = {
    "de": "Ab 60 Minuten Verspätung am Ziel bekommen Sie ein Viertel des Fahrpreises zurück.",
    "en": "From sixty minutes late at your destination you get a quarter of the fare back.",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_right_may_be_told_again_word_for_word(language):
    right = Fact("rights", RIGHT[language], 0, None, kind="right")
    known = read_facts((right,), language=language)

    told, copied = (
        judge_text(RIGHT[language], language=language, earlier=[RIGHT[language]], **changes)
        for changes in ({"known": known}, {})
    )

    assert (told.criteria["individuality"], copied.criteria["individuality"]) == (1000, 0)
