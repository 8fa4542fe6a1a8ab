"""Every field and every choice of a form has its name in German and in English."""

import pytest

from scenarios.core.forms import describe_forms, list_choices
from scenarios.core.schema.scenario import ELEMENTS
from scenarios.core.vocabulary import FAULTS, GENERAL_RULES
from scenarios.form_texts import describe_in_words, load_labels

WITHOUT_WORDS = {"constants", "article"}
"""Numbers with the names that docs/simulation.md has, and what only a brand profile holds."""


def test_every_field_of_the_format_has_a_label_in_both_languages() -> None:
    labels = load_labels()
    for element, fields in describe_forms()["elements"].items():
        if element in WITHOUT_WORDS:
            continue
        wanted = {"is", *(field["name"] for field in fields)}
        assert set(labels[element]) == wanted, element
        assert all(len(pair) == 2 and all(pair) for pair in labels[element].values()), element


def test_every_choice_has_a_label_in_both_languages() -> None:
    choices = load_labels()["choices"]
    wanted = {name: set(options) for name, options in list_choices().items() if options not in (FAULTS, GENERAL_RULES)}
    assert {name: set(words) for name, words in choices.items()} == wanted
    assert all(len(pair) == 2 and all(pair) for words in choices.values() for pair in words.values())


@pytest.mark.parametrize("language", ["de", "en"])
def test_forms_say_in_one_language_what_each_field_is_and_means(language: str) -> None:
    forms = describe_in_words(language)
    role = next(field for field in forms["elements"]["persona"] if field["name"] == "role")
    assert (role["kind"], role["required"], role["label"]) == ("choice", True, "Rolle" if language == "de" else "Role")
    assert role["help"]
    by_options = {tuple(each["options"]): each["labels"] for each in forms["words"]}
    assert all(len(options) == len(labels) and all(labels) for options, labels in by_options.items())
    assert tuple(role["options"]) in by_options


def test_every_element_of_a_scenario_has_its_form() -> None:
    of_scenarios = {element.name for element in ELEMENTS} - {"brand", "channel", "desk"}
    assert set(describe_forms()["elements"]) == of_scenarios | {"texts"}
