import pytest

from scenarios.core.compiler import compile_scenario
from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.public import Reaction
from scenarios.core.timeline import Brand, Channel, Fact, Needs, Persona, Post, Template, Thread, Timeline
from tests.scenarios.samples import BRAND, FILE, SCENARIO, change, compile_text, list_problems


def test_a_sound_text_becomes_a_timeline_with_everything_resolved() -> None:
    timeline, problems = compile_text(SCENARIO)

    assert problems == []
    assert timeline == Timeline(
        format=1,
        key="quiet-morning",
        language="de",
        title={"de": "Ein ruhiger Morgen", "en": "A quiet morning"},
        brief={"de": "Sie haben Dienst.", "en": "You are on duty."},
        situation="normal",
        duration_ms=600_000,
        weights={"speed": 2, "tone": 1, "individuality": 1},
        brand=Brand(
            key="seenbahn",
            name="Seenbahn",
            handle="@seenbahn",
            address="sie",
            sign_off="initials",
            service_name="Team Seenbahn",
            private_addresses=("service@seenbahn.example",),
            channels=(
                Channel("microblog", "Zwitscher", "microblog", 280, 240_000, 360_000),
                Channel("forum", "Forum", "forum", None, 360_000, 540_000),
            ),
            templates=(Template("warten", "Warten", "Hallo {name}, wir sehen nach. {agent}"),),
        ),
        personas=(
            Persona("jana", "customer", 140, 3, None, None, "f", {}),
            Persona("omar", "critic", 100, 2, "Omar Yildiz", "@omar", "x", {}),
        ),
        facts=(Fact("fundbuero", "Das Fundbüro öffnet um neun.", 30_000, "ab neun Uhr"),),
        templates=(Template("dank", "Dank", "Danke, {name}! {agent}"),),
        threads=(Thread("rucksack", "microblog", "fundsache"),),
        posts=(
            Post(
                "rucksack-1",
                "rucksack",
                "jana",
                20_000,
                None,
                "Mein Rucksack 🎒 fährt ohne mich weiter, @{brand}!",
                Needs(
                    True,
                    ("fundbuero",),
                    ("feeling", "next_step"),
                    False,
                    "urgent",
                    "Hallo {name}, wie ärgerlich! Ich suche Ihren Rucksack, das Fundbüro hat ab neun Uhr offen."
                    " {agent}",
                    None,
                ),
            ),
            Post("rucksack-2", "rucksack", "omar", 60_000, "rucksack-1", "Typisch.", NOTHING),
            Post("rucksack-3", "rucksack", "jana", None, "rucksack-1", "Hallo?", NOTHING),
            Post("rucksack-4", "rucksack", "jana", None, "rucksack-1", "Danke!", LEAVE),
        ),
        reactions=(
            Reaction("rucksack-still", "rucksack", NoAnswer("rucksack-1", 180_000), 20_000, follow_up="rucksack-3"),
            Reaction("rucksack-danke", "rucksack", Answered("rucksack-1"), 40_000, follow_up="rucksack-4"),
        ),
    )


NOTHING = Needs(False, (), (), False, "normal", None, None)
LEAVE = Needs(False, (), (), False, "leave", None, None, treatment="leave")


def test_without_a_rubric_the_three_headline_criteria_weigh_the_same() -> None:
    timeline, _ = compile_text(change("rubric: {weights: {speed: 2, tone: 1, individuality: 1}}\n", ""))

    assert timeline is not None
    assert timeline.weights == {"speed": 1, "tone": 1, "individuality": 1}


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("format: 1", "format: 2", ["out-of-range @2"]),
        ("key: quiet-morning", "key: Quiet", ["not-a-key @Quiet"]),
        ("language: de", "language: fr", ["not-a-choice @fr"]),
        ("title: {de: Ein ruhiger Morgen, en: A quiet morning}", "title: {de: Morgen}", ["missing-language @title:"]),
        ("brief: {de: Sie haben Dienst., en: You are on duty.}", "brief: {de: ä, en: ' '}", ["blank-text @'"]),
        ("situation: normal", "situation: no", ["not-a-choice @no"]),
        ("duration: 10:00", "duration: 600", ["not-a-duration @600"]),
        ("duration: 10:00", "duration: 5s", ["out-of-range @5s"]),
        ("duration: 10:00", "duraton: 10:00", ["unknown-field @duraton:"]),
        ("{speed: 2, tone: 1, individuality: 1}", "{sped: 2, tone: x}", ["not-a-choice @sped:", "not-a-number @x}"]),
        ("{speed: 2, tone: 1, individuality: 1}", "{speed: 0}", ["no-weight @{speed:"]),
        ("temper: 3", "temper: 6", ["out-of-range @6"]),
        ("temper: 3", "temper: ~", ["no-value @~"]),
        ("answer: true", "answer: yes", ["not-a-flag @yes"]),
        ("answer: true", "answer: 'true'", ["not-a-flag @'true'"]),
        ("[feeling, next_step]", "[feeling, feelings, feeling]", ["not-a-choice @feelings", "listed-twice @feeling]"]),
        ("[feeling, next_step]", "feeling", ["not-a-list @feeling"]),
        ("text: Typisch.", "text: {a: b}", ["not-a-value @{a:"]),
        ("text: Typisch.", "text: ''", ["blank-text @''"]),
        ("brand: brands/seenbahn.de.yaml", "brand: ../x.yaml", ["brand-outside @../x.yaml"]),
        ("brand: brands/seenbahn.de.yaml", "brand: /etc/passwd", ["brand-outside @/etc/passwd"]),
        ("brand: brands/seenbahn.de.yaml", "brand: 'c:\\x.yaml'", ["brand-outside @'c:\\x.yaml'"]),
        ("brand: brands/seenbahn.de.yaml", "brand: brands/../../x.yaml", ["brand-outside @brands/../../x.yaml"]),
    ],
)
def test_a_field_that_is_wrong_is_named_with_its_place(old: str, new: str, problems: list[str]) -> None:
    assert list_problems(change(old, new)) == problems


@pytest.mark.parametrize("text", ["- a\n", "a\n", "~\n", "[]"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert compile_text(text)[0] is None
    assert len(list_problems(text)) == 1


def test_the_norwegian_word_no_stays_a_word() -> None:
    timeline, _ = compile_text(change("text: Typisch.", "text: no"))

    assert timeline is not None
    assert timeline.posts[1].text == "no"


def test_all_problems_come_at_once_and_in_order() -> None:
    text = change("situation: normal", "situation: calm")
    text = change("by: omar", "by: oma", text=text)
    text = change("text: Typisch.", "txt: Typisch.", text=text)
    text = change("{key: rucksack-3, by: jana, text: Hallo?}", "{key: rucksack-3, text: '{nmae}?'}", text=text)

    assert list_problems(text, brand=change("limit: 280", "limit: many", text=BRAND)) == [
        "not-a-choice @calm",
        "unknown-persona @oma",
        "unknown-field @txt:",
        "missing-field @post:",
        "unknown-variable @{nmae}",
        "brand: not-a-number @many",
    ]


def test_a_reference_to_something_broken_is_no_second_problem() -> None:
    text = change("        text: Mein Rucksack 🎒 fährt ohne mich weiter, @{brand}!\n", "")

    assert list_problems(text) == ["missing-field @rucksack-1:"]

    persona = '{role: critic, name: Omar Yildiz, handle: "@omar"}'
    assert list_problems(change(persona, "critic")) == ["not-a-mapping @critic"]


def test_a_missing_brand_is_one_problem() -> None:
    assert list_problems(SCENARIO, brand=None) == ["brand-missing @brands/seenbahn.de.yaml"]


def test_the_brand_has_to_speak_the_language_of_the_scenario() -> None:
    assert list_problems(SCENARIO, brand=change("language: de", "language: en", text=BRAND)) == [
        "brand-language @brands/seenbahn.de.yaml",
        "brand: address-language @sie",
    ]


def test_only_a_path_below_the_folder_reaches_the_reader_of_brands() -> None:
    asked: list[str] = []

    def read_brand(reference: str) -> None:
        asked.append(reference)

    for reference in (
        "brands/seenbahn.de.yaml",
        "../x.yaml",
        "/x.yaml",
        "a//b.yaml",
        "./x.yaml",
        "~/x.yaml",
        "größe.yaml",
    ):
        compile_scenario(change("brands/seenbahn.de.yaml", reference), file=FILE, brands=read_brand)

    assert asked == ["brands/seenbahn.de.yaml", "größe.yaml"]


def test_suggestions_are_made_for_names_that_are_nearly_right() -> None:
    text = change("by: omar", "by: omra")

    (problem,) = compile_text(text)[1]
    assert dict(problem.params) == {"key": "omra", "suggestion": "omar"}


def test_a_thousand_problems_are_enough() -> None:
    text = SCENARIO + "".join(f"x{number}: 1\n" for number in range(1500))

    problems = compile_text(text)[1]
    assert len(problems) == 1001
    assert sum(problem.code == "too-many-problems" for problem in problems) == 1


def test_addresses_in_facts_are_the_companys_own_under_any_profile() -> None:
    text = change(
        "text: Das Fundbüro öffnet um neun.", "text: 'Fragen an fund@seenbahn.example und service@seenbahn.example.'"
    )
    timeline, _ = compile_text(text)

    assert timeline is not None
    assert timeline.brand.private_addresses == ("service@seenbahn.example", "fund@seenbahn.example")


def test_telephone_numbers_in_facts_are_the_companys_own() -> None:
    text = change(
        "text: Das Fundbüro öffnet um neun.",
        "text: 'Notdienst: 040 66969 112, am 24.12. bis 16:30 Uhr, für 12 345 Haushalte.'",
    )
    timeline, _ = compile_text(text)

    assert timeline is not None
    assert timeline.brand.private_addresses == ("service@seenbahn.example", "040 66969 112")


@pytest.mark.parametrize(("line", "undo"), [("", False), ("undo: false\n", False), ("undo: true\n", True)])
def test_replies_can_be_taken_back_where_the_scenario_says_so(line: str, undo: bool) -> None:
    timeline, problems = compile_text(change("situation: ", f"{line}situation: "))

    assert problems == []
    assert timeline is not None
    assert timeline.undo is undo
