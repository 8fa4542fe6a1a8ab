import pytest

from scenarios.core.problems import HINT, WARNING
from scenarios.core.texts import count_graphemes
from tests.scenarios.samples import BRAND, SCENARIO, change, compile_text, list_problems


def test_length_counts_what_a_person_takes_for_one_character() -> None:
    assert [count_graphemes(text) for text in ("", "abc", "ä", "a\u0308", "👩‍👩‍👧", "🇩🇪", "a\r\nb")] == [
        0,
        3,
        1,
        1,
        1,
        1,
        3,
    ]


def test_an_unknown_variable_is_reported_where_it_stands() -> None:
    text = change("text: Typisch.", 'text: "🎒 {nmae} ä {name} {nmae}"')

    assert list_problems(text) == ["unknown-variable @{nmae}", "unknown-variable @{nmae}"]
    assert [problem.column for problem in compile_text(text)[1]] == [18, 34]


def test_an_unknown_variable_in_a_folded_text_has_its_own_line() -> None:
    text = change("text: Typisch.", "text: >\n          So ist es,\n          {kunde}!")

    assert list_problems(text) == ["unknown-variable @{kunde}"]


def test_models_templates_and_the_brands_templates_are_searched_too() -> None:
    text = change('"Hallo {name}, wie', '"Hallo {nme}, das')
    text = change('"Danke, {name}!', '"Danke, {nme}!', text=text)
    brand = change("{name}, wir", "{nme}, wir", text=BRAND)

    assert list_problems(text, brand=brand) == [
        "unknown-variable @{nme}",
        "unknown-variable @{nme}",
        "brand: unknown-variable @{nme}",
    ]


def test_an_article_holds_no_variable_because_nobody_fills_it_in() -> None:
    articles = "articles:\n  fund:\n    title: Fundsachen\n    text: Hallo {name}, das liegt im Fundbüro.\n"

    assert list_problems(SCENARIO, brand=f"{BRAND}{articles}") == ["brand: unknown-variable @{name}"]


def test_a_fact_may_name_the_brand_only() -> None:
    text = change("Das Fundbüro öffnet um neun.", "'Fundbüro der {brand}, {name}'")

    assert list_problems(text) == ["unknown-variable @{name}"]


def test_a_post_and_a_model_must_fit_their_channel_to_the_grapheme() -> None:
    post = change("text: Typisch.", f"text: {'ä👩‍👩‍👧' * 140}")
    assert list_problems(post) == []

    longer = change("text: Typisch.", f"text: {'ä👩‍👩‍👧' * 140}!")
    (problem,) = compile_text(longer)[1]
    assert (problem.line, problem.column, problem.code) == (35, 15, "post-too-long")
    assert dict(problem.params) == {"length": 281, "limit": 280, "channel": "microblog"}

    model = change("ab neun Uhr offen. {agent}", f"ab neun Uhr offen. {'ä' * 260} {{agent}}")
    assert list_problems(model) == ['model-too-long @"Hallo']


def test_a_channel_without_a_limit_takes_everything() -> None:
    text = change("text: Typisch.", f"text: {'ä' * 5000}")

    assert list_problems(change("channel: microblog", "channel: forum", text=text)) == []


def test_an_approved_wording_must_fit_where_it_is_asked_for() -> None:
    text = change("approved: ab neun Uhr", f"approved: {'ü' * 281}")

    assert list_problems(text) == [f"approved-too-long @{'ü' * 281}}}", 'model-without-approved @"Hallo']


def test_a_drawn_name_counts_as_a_usual_one() -> None:
    fixed = change("text: Typisch.", f"text: '{'ä' * 268} {{name}}'")
    assert list_problems(fixed) == []

    drawn = change("name: Omar Yildiz, ", "", text=fixed)
    assert [problem.params["length"] for problem in compile_text(drawn)[1]] == [285]


def test_a_text_of_invisible_characters_is_blank() -> None:
    assert list_problems(change("text: Typisch.", 'text: "\u200b\u2060 "'))[0].startswith("blank-text")


def test_a_wrong_choice_names_every_possible_one() -> None:
    (problem,) = compile_text(change("role: critic", "role: kritiker"))[1]

    assert str(problem.params["options"]).endswith("journalist, moderator, bystander")


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        ("Hallo {name, schön!", ["lone-brace @{name"]),
        ("Hallo {name}}, schön!", ["lone-brace @"]),
        ("{name}, {agent} {brand", ["lone-brace @{brand'"]),
        ("{nmae} {agent", ["unknown-variable @{nmae}", "lone-brace @{agent'"]),
        ("{name} und {agent}", []),
    ],
)
def test_half_a_variable_is_a_warning_at_its_brace(words: str, problems: list[str]) -> None:
    assert list_problems(change("text: Typisch.", f"text: '{words}'")) == problems


@pytest.mark.parametrize("gap", ["[Name]", "<Uhrzeit>", "XX:XX", "____"])
def test_a_gap_that_nobody_fills_is_a_warning_in_a_model_and_a_hint_in_a_template(gap: str) -> None:
    model = compile_text(change("Hallo {name}, wie", f"Hallo {{name}} {gap}, das ist"))[1]
    template = compile_text(change("Danke, {name}!", f"Danke, {gap}!"))[1]

    found = [(problem.code, problem.severity, problem.params["words"]) for problem in (*model, *template)]
    assert found == [("unfilled", WARNING, gap), ("unfilled", HINT, gap)]
