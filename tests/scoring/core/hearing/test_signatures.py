"""What makes a fact recognisable: how much each of its words and figures weighs, against the others of its scenario."""

import pytest

from scoring.core.hearing.signatures import STATED, deny, sign_texts, sign_wording


def weights(text, *others, language="de"):
    """Weight by mark of the first of the texts."""
    return {name: mark.weight for name, mark in sign_texts([text, *others], language=language)[0].marks.items()}


@pytest.mark.parametrize(
    ("text", "weighs"),
    [
        ("um 19:45 Uhr", {"time:1185": 3}),
        ("www.bahn.example/fund", {"link:bahn.example/fund": 3}),
        ("25 %", {"percent:25": 3}),
        ("10 Euro", {"money:1000": 2}),
        ("14,99 Euro", {"money:1499": 3}),
        ("100 Euro", {"money:10000": 3}),
        ("20 Minuten", {"span:20": 2}),
        ("RE 4", {"code:re4": 2}),
        ("99", {"number:99": 1}),
        ("100", {"number:100": 2}),
        ("am Freitag", {"day:freitag": 1}),
        ("Signal", {"w:signal": 2}),
        ("Rabe", {"w:rabe": 1}),
    ],
)
def test_figures_weigh_more_than_words_and_long_words_more_than_short_ones(text, weighs):
    assert weights(text) == weighs


@pytest.mark.parametrize(("others", "weight"), [(0, 3), (1, 2), (2, 1), (3, 0), (4, 0)])
def test_what_stands_in_other_facts_as_well_weighs_the_less_and_in_three_others_nothing(others, weight):
    texts = [f"um 19:45 Uhr {word}" for word in ("Rucksack", "Koffer", "Tasche", "Schirm")[:others]]

    assert weights("um 19:45 Uhr", *texts) == {"time:1185": weight}


def test_a_light_word_that_two_facts_hold_still_weighs_something():
    assert weights("Rabe", "Rabe", "Rabe") == {"w:rabe": 1}


def test_a_fact_is_stated_by_three_or_by_all_that_it_has():
    least = [
        each.least
        for each in sign_texts(["Rabe", "Signal", "um 19:45 Uhr", "Signalturm am Koffer 25 %"], language="de")
    ]

    assert least == [1, 2, 3, 3]
    assert STATED == 3


def test_a_text_of_which_nothing_weighs_anything_is_never_stated():
    assert [each.least for each in sign_texts(["Signal"] * 4, language="de")] == [STATED] * 4


@pytest.mark.parametrize(("words", "least"), [(1, 1), (2, 2), (4, 4), (5, 4), (10, 8), (11, 9)])
def test_four_fifths_of_an_approved_wording_state_it(words, least):
    nouns = ["Rabe", "Igel", "Wolf", "Hase", "Adler", "Falke", "Amsel", "Drossel", "Fink", "Star", "Specht"]

    assert sign_wording(" ".join(nouns[:words]), language="de").least == least


def test_the_contrary_denies_what_was_said_and_says_what_was_denied():
    (signature,) = sign_texts(["Kein Unfall. Signal kaputt."], language="de")

    denied = {name: mark.denied for name, mark in signature.marks.items()}
    assert denied == {"w:unfal": True, "w:signal": False, "w:kapu": False}
    assert {name: mark.denied for name, mark in deny(signature).marks.items()} == {
        name: not each for name, each in denied.items()
    }


def test_what_a_text_denies_and_says_is_not_denied():
    (signature,) = sign_texts(["Kein Unfall, nur ein kleiner Unfall. Signal steht."], language="de")

    assert not signature.marks["w:unfal"].denied


def test_the_two_hours_that_a_spoken_time_may_mean_are_one_figure():
    (signature,) = sign_texts(["um viertel vor acht am Hafen"], language="de")

    assert len({mark.group for mark in signature.marks.values()}) == len(signature.marks) - 1
    assert signature.kinds == {"time"}


def test_each_word_and_each_figure_counts_for_itself():
    """A figure that is written in two ways is one group; nothing else shares one."""
    [signature] = sign_texts(["Rucksack, Koffer und Tasche um acht Uhr am Gleis 107"], language="de")
    groups: dict[int, set[str]] = {}
    for name, mark in signature.marks.items():
        groups.setdefault(mark.group, set()).add(name)

    assert sorted(map(sorted, groups.values())) == [
        ["number:107"],
        ["time:1200", "time:480"],
        ["w:glei"],
        ["w:koff"],
        ["w:rucksack"],
        ["w:tasch"],
    ]
