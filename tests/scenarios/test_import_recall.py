"""How much of what is planted masking finds, and how much it touches that is nobody's: floors over several seeds."""

import pytest

from scenarios.core.importing.identifiers import KINDS
from scenarios.core.importing.masking import Masker
from scenarios.core.importing.stand_ins import Company
from scenarios.importing.fake_people import FakePeople
from tests.scenarios import planting
from tests.scenarios.masking_figures import leaks, measure_masking

pytestmark = pytest.mark.computes

SEEDS = range(1, 9)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_number_and_nineteen_of_twenty_names_are_found_and_little_else(language: str) -> None:
    figures = measure_masking(language, seeds=SEEDS)
    assert [leak for leak in figures.leaks if leak[0] not in ("name", "handle")] == []
    assert figures.recall(names=False) == 1
    assert figures.recall(names=True) >= 0.95
    assert figures.touched / figures.harmless <= 0.02


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_same_seed_plants_the_same_and_every_kind_is_planted(language: str) -> None:
    first, second = (planting.plant_thread(language, seed=3) for _ in range(2))
    assert first == second
    kinds = {kind for planted in first for kind, _ in planted.secrets}
    assert kinds == {kind for kind, _ in planting.NUMBERED[language]} | {"name", "handle"}


@pytest.mark.parametrize(
    ("secret", "masked"),
    [
        ("Müller", "Herr Müller"),
        ("Müller", "Müllers Karte"),
        ("DE89 3704", "de893704"),
        ("0341/12 34 56", "0341 123456"),
    ],
)
def test_a_leak_is_one_in_any_spelling(secret: str, masked: str) -> None:
    assert leaks(secret, masked)
    assert not leaks(secret, "nichts davon 0815")


def test_without_the_kinds_that_are_found_by_shape_numbers_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenarios.core.importing.identifiers.KINDS", KINDS[:1])
    monkeypatch.setattr("scenarios.core.importing.identifiers.PLATES", ())
    assert measure_masking("de", seeds=range(1, 2)).recall(names=False) < 1


@pytest.mark.parametrize(
    ("language", "name", "template"),
    [
        (language, name, template)
        for language, names, templates in (
            (
                "de",
                ("Korbinian", "Zschäpitz", "Tröndle"),
                ("Gestern war {} am Schalter.", "{} hat gelogen.", "Warum hat {} das nicht gesagt?"),
            ),
            (
                "en",
                ("Zebedee", "Wetherspune", "Caoimhe"),
                ("Yesterday {} at the desk knew nothing.", "{} lied to me.", "That was {} again, typical."),
            ),
        )
        for name in names
        for template in templates
    ],
)
def test_a_lone_name_that_no_list_has_is_replaced_or_at_least_highlighted(
    language: str, name: str, template: str
) -> None:
    masker = Masker(
        FakePeople(seed=1, language=language),
        brand="AcmeHelp",
        company=Company("Larkfield", "LarkfieldHelps"),
        companies=(),
        aliases=(),
        language=language,
    )
    masked = masker.mask(template.format(name), identity="p", names={}, by_agent=False)
    assert name not in masked or masker.doubts.get(name) == "name"


@pytest.mark.parametrize("text", ["Der Zug hat Verspätung und die Bahn ist voll.", "The train was late again."])
def test_ordinary_nouns_are_not_doubted(text: str) -> None:
    masker = Masker(
        FakePeople(seed=1, language="de"),
        brand="AcmeHelp",
        company=Company("Larkfield", "LarkfieldHelps"),
        companies=(),
        aliases=(),
        language="de",
    )
    assert masker.mask(text, identity="p", names={}, by_agent=False) == text
    assert masker.doubts == {}
