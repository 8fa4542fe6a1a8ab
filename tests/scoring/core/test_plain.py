"""Plain language."""

import pytest

from scoring.core import read

PLAIN = {
    "de": "Der Zug kommt um acht. Wir warten auf Gleis vier.",
    "en": "The train comes at eight. We wait on track four.",
}
HEAVY = {
    "de": "Die Wiederherstellung der Versorgungssicherheit erfolgt nach Zugänglichkeit der Betriebsmittelkomponenten.",
    "en": "Restoration of operational availability necessitates authorisation by infrastructure administration.",
}


def plainness(text, language="de"):
    return read(text, language=language).plain_language


@pytest.mark.parametrize("language", ["de", "en"])
def test_short_words_are_plainer_than_long_ones(language):
    assert plainness(PLAIN[language], language) > 800 > 400 > plainness(HEAVY[language], language)


def test_links_emoji_and_line_breaks_change_nothing():
    assert plainness(
        "😀 Der Zug kommt um acht.\nWir warten auf Gleis vier. https://seenbahn.example/a/b/c/d"
    ) == plainness(PLAIN["de"])


def test_three_words_say_nothing_about_language():
    assert plainness("Ja, das geht.") is None
