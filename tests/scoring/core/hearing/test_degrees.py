"""How much of a fact is told: by what the scenario's own answers tell of it, less where only its words are touched."""

import pytest

from scenarios.core.timeline import Fact, Needs
from scoring.core.hearing.degrees import FIGURES, TOUCHED, WHOLE
from tests.scoring.core.hearing.worlds import assess, hear, make_world

ALL = {
    "de": "Der QX 218 wartet nicht, der nächste fährt um 20:04 Uhr.",
    "en": "The QX 218 cannot be held, the next one leaves at 20:04.",
}
WITHOUT_FIGURE = {"de": "Der QX 218 wartet nicht.", "en": "The QX 218 cannot be held."}
BUS = {"de": "Ersatzbusse fahren ab Südausgang.", "en": "Replacement buses leave from the south exit."}
TOUCHING = {"de": "Am Südausgang geht es weiter.", "en": "It goes on in the south."}


def ask(language, *, fact="connection", model="", paraphrase=""):
    needs = Needs(False, (fact,), (), False, "normal", model or None, None, paraphrase or None)
    return {"language": language, "asked_for": (fact,), "needs": needs}


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
        assert [(each.points, each.params) for each in found] == [(-FIGURES, {"fact": "connection"})]

    def test_needs_no_figure_that_the_paraphrase_leaves_out(self, language):
        here = ask(language, model=ALL[language], paraphrase=WITHOUT_FIGURE[language])

        assert value(WITHOUT_FIGURE[language], **here) == WHOLE

    def test_needs_no_figure_that_the_customer_named(self, language):
        post = {"de": "Und der um 20:04 Uhr?", "en": "And the one at 20:04?"}[language]

        assert value(WITHOUT_FIGURE[language], post_text=post, **ask(language, model=ALL[language])) == WHOLE

    def test_is_told_in_full_with_one_of_its_figures(self, language):
        more = {
            "de": "Neue Abfahrt: 20:04 Uhr, Gleis frei ab 19:50 Uhr.",
            "en": "New time: 20:04, platform free from 19:50.",
        }

        assert value(ALL[language], **ask(language, model=f"{ALL[language]} {more[language]}")) == WHOLE

    def test_needs_no_figure_that_others_put_in_words(self, language):
        model = {"de": f"{BUS[language]} Alle 15 Minuten.", "en": f"{BUS[language]} Every 15 minutes."}[language]

        assert value(BUS[language], **ask(language, fact="buses", model=model)) == WHOLE

    def test_needs_no_figure_where_there_is_no_model(self, language):
        assert value(WITHOUT_FIGURE[language], **ask(language)) == WHOLE

    def test_that_is_not_told_is_worth_something_where_its_words_stand_together(self, language):
        here = ask(language, fact="buses", model=BUS[language])

        assert "facts" not in hear(TOUCHING[language], language=language)
        assert 0 < value(TOUCHING[language], **here) <= TOUCHED

    def test_whose_words_stand_apart_is_not_touched(self, language):
        apart = {
            "de": "Ein Ausgang fehlt nie. Viele schauen zu.",
            "en": "There is always an exit. Dogs love bikes.",
        }[language]

        assert value(apart, **ask(language, fact="buses", model=BUS[language])) == 0

    def test_is_worth_nothing_beside_a_promise_that_nothing_carries(self, language):
        promise = {"de": "Der Zug fährt garantiert.", "en": "The train will definitely run."}[language]
        here = ask(language, fact="buses", model=BUS[language])

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


def test_patterns_are_the_authors_word_for_what_is_told():
    fact = Fact(
        "connection", "The QX 218 cannot be held, the next one leaves at 20:04.", 0, None, says=("cannot be held",)
    )
    world = make_world("en", facts=(fact,))

    assert value(WITHOUT_FIGURE["en"], world=world, **ask("en", model=ALL["en"])) == WHOLE
