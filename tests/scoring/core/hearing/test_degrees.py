"""How much of a fact is told: by what the scenario's own answers tell of it, less where only its words are touched."""

import pytest

from scenarios.core.timeline import Needs
from scoring.core.hearing.degrees import FIGURES, TOUCHED, WHOLE
from tests.scoring.core.hearing.worlds import assess, hear

ALL = {
    "de": "Ersatzbusse fahren ab Südausgang, alle 15 Minuten.",
    "en": "Replacement buses leave from the south exit, every 15 minutes.",
}
WITHOUT_FIGURE = {
    "de": "Ersatzbusse fahren ab Südausgang.",
    "en": "Replacement buses leave from the south exit.",
}
TOUCHING = {"de": "Am Südausgang geht es weiter.", "en": "It goes on in the south."}


def ask(language, *, model="", paraphrase=""):
    needs = Needs(False, ("buses",), (), False, "normal", model or None, None, paraphrase or None)
    return {"language": language, "asked_for": ("buses",), "needs": needs}


def value(text, **changes):
    return assess(text, **changes).criteria["substance"]


@pytest.mark.parametrize("language", ["de", "en"])
class TestAFact:
    def test_is_told_in_full_where_all_is_told_that_the_model_tells(self, language):
        assert value(ALL[language], **ask(language, model=ALL[language])) == WHOLE

    def test_is_told_in_part_without_a_figure_of_the_model(self, language):
        here = ask(language, model=ALL[language])
        found = [each for each in assess(WITHOUT_FIGURE[language], **here).findings if each.rule == "substance.partly"]

        assert value(WITHOUT_FIGURE[language], **here) == WHOLE - FIGURES
        assert [(each.points, each.params) for each in found] == [(-FIGURES, {"fact": "buses"})]

    def test_needs_no_figure_that_the_paraphrase_leaves_out(self, language):
        here = ask(language, model=ALL[language], paraphrase=WITHOUT_FIGURE[language])

        assert value(WITHOUT_FIGURE[language], **here) == WHOLE

    def test_needs_no_figure_that_the_customer_named(self, language):
        post = {"de": "Fährt der Bus alle 15 Minuten?", "en": "Is there a bus every 15 minutes?"}[language]

        assert value(WITHOUT_FIGURE[language], post_text=post, **ask(language, model=ALL[language])) == WHOLE

    def test_needs_no_figure_where_there_is_no_model(self, language):
        assert value(WITHOUT_FIGURE[language], **ask(language)) == WHOLE

    def test_that_is_not_told_is_worth_something_where_its_words_stand_together(self, language):
        here = ask(language, model=WITHOUT_FIGURE[language])

        assert "facts" not in hear(TOUCHING[language], language=language)
        assert 0 < value(TOUCHING[language], **here) <= TOUCHED

    def test_whose_words_stand_apart_is_not_touched(self, language):
        apart = {
            "de": "Ein Ausgang fehlt nie. Viele schauen zu.",
            "en": "There is always an exit. Dogs love bikes.",
        }[language]

        assert value(apart, **ask(language, model=WITHOUT_FIGURE[language])) == 0

    def test_is_worth_nothing_beside_a_promise_that_nothing_carries(self, language):
        promise = {"de": "Der Zug fährt garantiert.", "en": "The train will definitely run."}[language]
        here = ask(language, model=WITHOUT_FIGURE[language])

        assert value(f"{TOUCHING[language]} {promise}", **here) == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Da ist nichts zusammengestoßen."), ("en", "Nothing has collided.")],
)
def test_who_denies_a_rumour_has_told_the_fact_that_corrects_it(language, text):
    heard = hear(text, language=language, asked_for=("safe",))

    assert (heard.get("corrects"), heard.get("facts")) == (["crash"], ["safe"])


def test_who_denies_a_rumour_that_nobody_knows_to_be_wrong_has_told_nothing():
    assert "facts" not in hear("Nothing has collided.", language="en", known_facts=frozenset())


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Der Bus kostet 4 Euro."), ("en", "The bus is €4.")],
)
def test_a_price_alone_tells_no_fact(language, text):
    assert "voucher" not in hear(text.replace("4", "10"), language=language).get("facts", [])


def test_saying_no_to_what_was_asked_is_no_echo():
    post = "You will hold the QX 218 for us, right?"

    assert hear("It cannot be held, the next one is at 20:04.", language="en", post_text=post)["facts"] == [
        "connection"
    ]
